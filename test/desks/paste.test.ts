import { afterAll, describe, expect, it, test } from 'vitest'
import { pasteWidths, surveyTable, widthChanges } from '../../src/desks/planning/paste/widths.ts'
import { zoneTable } from '../../src/desks/planning/paste/zoneTable.ts'
import { surveyItems } from '../../src/desks/planning/survey.ts'
import { setLanguage } from '../../src/i18n/index.ts'
import { givenInTurn, pasteRooms } from '../../src/premises/paste/index.ts'
import { loadSample } from '../../src/premises/sample/index.ts'
import { applyChanges } from '../applyChanges.ts'
import { buildPremises, openingId, stairId, zoneId } from '../builder.ts'

afterAll(() => setLanguage('vi'))

const evidence = { mark: 'assumed' } as const

describe.each(['vi', 'en'] as const)('the list of rooms that Ctrl C gives (%s)', (language) => {
  test('finds every room again when it is pasted back, and changes nothing', async () => {
    await setLanguage(language)
    const sample = await loadSample()
    const zones = Object.values(sample.zones).filter(({ levelId }) => levelId !== null)
    const pasted = pasteRooms(sample, zoneTable(sample, zones, language), { evidence })
    const lost = pasted.unmatched.filter(({ reason }) => reason !== 'severalRooms')
    expect(lost.map(({ row, reason }) => [row.cells, reason])).toEqual([])
    expect(pasted.changes).toEqual([])
    expect(pasted.persons.table).toBe(zones.reduce((sum, zone) => sum + (zone.occupants ?? 0), 0))
    // Rooms of one name on one floor cannot be told apart by a list; all others are found.
    expect(pasted.matched.length).toBeGreaterThan(0.8 * zones.length)
  })
})

test('a copied list of rooms without names, filled in and pasted back, names each where it stands', async () => {
  await setLanguage('vi')
  const bare = buildPremises((b) => {
    for (const level of ['Tầng 1', 'Tầng 2']) {
      b.level(level)
      b.zone(`${level} hl`, [0, 4, 12, 6], { name: 'Hành lang', use: 'corridor' })
      for (const column of [2, 0, 1]) b.zone(`${level} ${column}`, [column * 4, 0, column * 4 + 4, 4], { name: '' })
    }
  })
  const [head, ...lines] = zoneTable(bare, Object.values(bare.zones), 'vi').split('\r\n')
  const filled = lines.map((line, at) => {
    const cells = line.split('\t')
    // One of them stays without a name: those after it must not move up.
    if (cells[2] === '' && at !== 2) cells[2] = `Ban ${at}`
    return cells.join('\t')
  })
  const text = [head, ...filled].join('\n')
  const first = pasteRooms(bare, text, { evidence })
  const { zones } = applyChanges(bare, pasteRooms(bare, text, { evidence, given: givenInTurn(bare, first) }).changes)
  const names = ['Tầng 1', 'Tầng 2'].map((level) => [0, 1, 2].map((at) => zones[zoneId(`${level} ${at}`)]?.name))
  expect(names).toEqual([
    ['Ban 1', '', 'Ban 3'],
    ['Ban 5', 'Ban 6', 'Ban 7'],
  ])
})

describe('measured widths from a spreadsheet', () => {
  const house = buildPremises((b) => {
    b.level('T1')
    b.zone('Sảnh', [0, 0, 10, 6], { use: 'lobby' })
    b.zone('Phòng 1', [10, 0, 14, 6])
    b.door('Sảnh', 'Phòng 1', { name: 'D1' })
    b.exit('Sảnh', { name: 'S1', at: [0, 3] })
    b.level('T2')
    b.zone('Kho', [0, 0, 10, 6])
    b.exit('Kho', { name: 'D2', at: [0, 3] })
    b.level('T3')
    b.stair('CT', [20, 0, 23, 6], ['T1', 'T2', 'T3'])
  })
  const groups = () => surveyItems(house)
  const left = (text: string) => pasteWidths(groups(), text).left.map(({ reason }) => reason)

  it('come back in the table that Ctrl C gave, filled in', async () => {
    await setLanguage('vi')
    const lines = surveyTable(groups(), 'vi').split('\r\n')
    expect(lines[0]).toBe('Tầng\tCửa, lối đi, vế thang\tGiả định (m)\tĐo được (m)')
    const filled = [lines[0], ...lines.slice(1).map((line) => `${line}0,95`)].join('\n')
    const { entered, left: rest } = pasteWidths(groups(), filled)
    expect(rest).toEqual([])
    expect(entered).toHaveLength(groups().reduce((sum, { items }) => sum + items.length, 0))
    const after = applyChanges(house, widthChanges(house, entered))
    expect(surveyItems(after)).toEqual([])
    expect(after.openings[openingId('S1')]).toMatchObject({ clearWidthM: 0.95 })
    expect(after.openings[openingId('S1')]?.evidence['clearWidthM']?.mark).toBe('measured')
    const widths = after.stairs[stairId('CT')]?.runs.flatMap(({ flights }) => flights.map((each) => each.clearWidthM))
    expect(new Set(widths)).toEqual(new Set([0.95]))
  })

  it('find doors by their own names, without heads too', () => {
    const { entered } = pasteWidths(groups(), 'D1\t0,85\ns1\t120 cm\n')
    expect(entered.map(({ item, valueM }) => [item.record, valueM])).toEqual([
      [{ table: 'openings', id: openingId('D1') }, 0.85],
      [{ table: 'openings', id: openingId('S1') }, 1.2],
    ])
  })

  it('that do not fit are listed with the reason; empty ones are none', () => {
    expect(left('Cửa\tRộng\nD9\t0,9\nD1\trộng\nD2\t85\nS1\t1\nS1\t1\nD2\t\n')).toEqual([
      'noSuchOpening',
      'badWidth',
      'badWidth',
      'twice',
    ])
  })
})
