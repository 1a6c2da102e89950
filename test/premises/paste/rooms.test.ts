import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Evidence } from '../../../src/premises/evidence.ts'
import type { Premises } from '../../../src/premises/model.ts'
import { type Given, givenInTurn, pasteRooms, unnamedRooms } from '../../../src/premises/paste/index.ts'
import { applyChanges } from '../../applyChanges.ts'
import { buildPremises, zoneId } from '../../builder.ts'

const evidence: Evidence = { mark: 'assumed', source: 'dán từ bảng tính' }

const house = buildPremises((b) => {
  b.level('Tầng 1', { shortName: 'T1' })
  b.zone('101', [0, 0, 5, 4], { name: 'Phòng họp', number: '101', use: 'unknown' })
  b.zone('102', [5, 0, 10, 4], { name: 'Kế toán', number: '102', use: 'office', occupants: 3 })
  b.zone('kho1', [10, 0, 15, 4], { name: 'Kho', use: 'store' })
  b.level('Tầng 2', { shortName: 'T2' })
  b.zone('201', [0, 0, 5, 4], { name: 'Phòng họp', number: '201', use: 'meeting' })
  b.zone('202', [5, 0, 10, 4], { name: 'Phòng Giám đốc', number: 'P.202', use: 'office' })
  b.zone('kho2', [10, 0, 15, 4], { name: 'Kho', use: 'store' })
  b.zone('wc', [15, 0, 18, 4], { name: 'WC nam', use: 'toilet' })
})

const pasted = (text: string, given?: Given, premises: Premises = house) =>
  pasteRooms(premises, text, { evidence, ...(given ? { given } : {}) })
const after = (text: string, given?: Given, premises: Premises = house) =>
  applyChanges(premises, pasted(text, given, premises).changes)
const rooms = (text: string) => pasted(text).matched.map((each) => each.zoneId)
const reasons = (text: string) => pasted(text).unmatched.map(({ row, reason }) => `${row.line} ${reason}`)

describe('a list of rooms', () => {
  it('with heads sets use and persons, with where they come from', () => {
    const text = 'Phòng\tCông năng\tSố người\n101\tVP\t6\n202\tphòng họp\t12,0'
    const { zones } = after(text)
    expect(zones[zoneId('101')]).toMatchObject({ use: 'office', occupants: 6, name: 'Phòng họp' })
    expect(zones[zoneId('202')]).toMatchObject({ use: 'meeting', occupants: 12, number: 'P.202' })
    expect(zones[zoneId('101')]?.evidence).toMatchObject({ use: evidence, occupants: evidence })
    expect(pasted(text).persons).toEqual({ table: 18, landed: 18 })
  })

  it('without heads is read by what is in it', () => {
    const { columns } = pasted('101\tVăn phòng\t6\n202\tPhòng họp\t12')
    expect(columns).toEqual({ header: false, fields: ['room', 'use', 'persons'] })
    expect(pasted('1\t101\tKế hoạch\tVP\t6\n2\t202\tTài chính\tVP\t12').columns.fields).toEqual([
      'index',
      'room',
      'name',
      'use',
      'persons',
    ])
  })

  it('names in the table become names in the file, where the room was found by its number', () => {
    const { zones } = after('Số phòng\tTên phòng\tSố người\n101\tPhòng họp lớn\t20')
    expect(zones[zoneId('101')]).toMatchObject({ name: 'Phòng họp lớn', number: '101', occupants: 20 })
    const joined = after('Phòng\tSố người\nP.102 – Tài vụ\t4').zones[zoneId('102')]
    expect(joined).toMatchObject({ name: 'Tài vụ', number: '102', occupants: 4 })
  })

  it('finds rooms whichever way the number or the name is written', () => {
    for (const room of ['101', 'P.101', 'p101', 'Phòng 101', 'PHÒNG 101', '101 Phòng họp', 'phong so 101'])
      expect(rooms(`Phòng\tSố người\n${room}\t1`), room).toEqual([zoneId('101')])
    for (const room of ['Kế toán', 'KE TOAN', 'ke toan'])
      expect(rooms(`Phòng\tSố người\n${room}\t1`), room).toEqual([zoneId('102')])
    expect(rooms('Room\tPersons\nWC nam\t0')).toEqual([zoneId('wc')])
  })

  it('tells two rooms of one name apart by the level', () => {
    expect(reasons('Phòng\tSố người\nPhòng họp\t5')).toEqual(['2 severalRooms'])
    for (const level of ['Tầng 2', 'T2', '2', 'tang 2', 'Lầu 2', 'Floor 2'])
      expect(rooms(`Tầng\tPhòng\tSố người\n${level}\tKho\t1`), level).toEqual([zoneId('kho2')])
    expect(reasons('Tầng\tPhòng\tSố người\nTầng 9\tKho\t1')).toEqual(['2 noSuchLevel'])
  })

  it('a level holds for the rows below it, merged or in a row of its own', () => {
    const merged = 'Tầng\tPhòng\tSố người\nTầng 1\tKho\t1\n\tPhòng họp\t9\nTầng 2\tKho\t2\n\tPhòng họp\t7'
    const expected = [zoneId('kho1'), zoneId('101'), zoneId('kho2'), zoneId('201')]
    expect(rooms(merged)).toEqual(expected)
    const sections = 'Phòng\tSố người\nTầng 1\t\nKho\t1\nPhòng họp\t9\nTầng 2\t\nKho\t2\nPhòng họp\t7\nTổng cộng\t19'
    expect(rooms(sections)).toEqual(expected)
    expect(pasted(sections).persons.table).toBe(19)
  })

  it('reads 203 as room 03 of the second floor where no room is called 203', () => {
    const plan = buildPremises((b) => {
      b.level('Tầng 1')
      b.zone('a', [0, 0, 5, 4], { name: '', number: '03' })
      b.level('Tầng 2')
      b.zone('b', [0, 0, 5, 4], { name: '', number: '03' })
    })
    expect(pasted('Phòng\tSố người\nP.203\t4', undefined, plan).matched[0]?.zoneId).toBe(zoneId('b'))
  })

  it('lists what finds no room, and keeps what can be read of a row', () => {
    const text = 'Phòng\tCông năng\tSố người\n999\tVP\t5\n101\tgì đó\t6\n102\tVP\tmười\n\tVP\t3\n101\tVP\t6'
    const { matched, unmatched, persons } = pasted(text)
    expect(unmatched.map(({ row, reason }) => [row.line, reason])).toEqual([
      [2, 'noSuchRoom'],
      [5, 'noName'],
      [6, 'twice'],
    ])
    expect(matched.map(({ row }) => row.troubles)).toEqual([['unknownUse'], ['badNumber']])
    expect(after(text).zones[zoneId('101')]).toMatchObject({ use: 'unknown', occupants: 6 })
    expect(after(text).zones[zoneId('102')]).toMatchObject({ use: 'office', occupants: 3 })
    expect(persons).toEqual({ table: 20, landed: 6 })
  })

  it('a room of that name with another number is another room', () => {
    expect(reasons('Số phòng\tTên phòng\tSố người\n305\tKế toán\t5')).toEqual(['2 noSuchRoom'])
  })

  it('a value that is there already keeps the source it has', () => {
    const measured = applyChanges(house, [
      { record: { table: 'zones', id: zoneId('102') }, field: 'evidence.occupants', after: { mark: 'measured' } },
    ])
    expect(pasted('Phòng\tSố người\n102\t3', undefined, measured).changes).toEqual([])
  })

  it('a row can be given to a room by hand, which then is called so', () => {
    const text = 'Phòng\tSố người\nPhòng Đoàn thể\t5'
    const given = new Map([[2, zoneId('wc')]])
    expect(after(text, given).zones[zoneId('wc')]).toMatchObject({ name: 'Phòng Đoàn thể', occupants: 5 })
    expect(pasted(text, given).unmatched).toEqual([])
    const numbered = after('Phòng\tSố người\n205 Đoàn thể\t5', given).zones[zoneId('wc')]
    expect(numbered).toMatchObject({ name: 'Đoàn thể', number: '205' })
  })
})

describe('rooms that nobody has named yet', () => {
  const bare = buildPremises((b) => {
    for (const level of ['Tầng 1', 'Tầng 2', 'Tầng 3']) {
      b.level(level)
      for (let row = 0; row < 2; row += 1)
        for (let column = 0; column < 6; column += 1) {
          // The lower row is drawn first, and slightly out of line.
          const [x, y] = [column * 4, row * 6 + (column % 2) * 0.1]
          b.zone(`${level} ${row} ${column}`, [x, y, x + 4, y + 4], { name: '', use: 'unknown' })
        }
      b.zone(`${level} hành lang`, [0, 4.2, 24, 6], { name: '', use: 'corridor' })
    }
  })
  const list = [1, 2, 3]
    .flatMap((level) =>
      Array.from({ length: 12 }, (_, at) => `Tầng ${level}\t${level}${String(at + 1).padStart(2, '0')}\tVP\t${level + at}`),
    )
    .join('\n')

  it('are gone through as one reads: floor by floor, from the upper left', () => {
    expect(unnamedRooms(bare).slice(0, 7).map(({ id }) => id)).toEqual(
      ['1 0', '1 1', '1 2', '1 3', '1 4', '1 5', '0 0'].map((at) => zoneId(`Tầng 1 ${at}`)),
    )
    expect(unnamedRooms(bare)).toHaveLength(36)
  })

  it('take the 36 rows of a list in turn, numbers and all: the sums are the same', () => {
    const text = `Tầng\tPhòng\tCông năng\tSố người\n${list}`
    const first = pasted(text, undefined, bare)
    expect(first.unmatched).toHaveLength(36)
    const given = givenInTurn(bare, first)
    const whole = pasted(text, given, bare)
    expect(whole.unmatched).toEqual([])
    expect(whole.persons.landed).toBe(whole.persons.table)
    const { zones } = applyChanges(bare, whole.changes)
    expect(zones[zoneId('Tầng 2 1 0')]).toMatchObject({ number: '201', use: 'office', occupants: 2 })
    expect(zones[zoneId('Tầng 3 0 5')]).toMatchObject({ number: '312', occupants: 14 })
    const entered = Object.values(zones).reduce((sum, zone) => sum + (zone.occupants ?? 0), 0)
    expect(entered).toBe(whole.persons.table)
    // Pasted once more it finds them all, and changes nothing.
    expect(pasted(text, undefined, applyChanges(bare, whole.changes))).toMatchObject({ unmatched: [], changes: [] })
  })
})

test('whatever is pasted, each room gets one row at most and every row is answered for', () => {
  const cell = fc.oneof(
    fc.constantFrom('101', '202', 'Kho', 'Phòng họp', 'Tầng 1', 'VP', 'WC', '12', 'mười', '', 'Tổng', 'Phòng', '=1+1', '__proto__'),
    fc.string({ maxLength: 6 }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), (rows) => {
      const result = pasted(rows.map((row) => row.join('\t')).join('\n'))
      const found = result.matched.map(({ zoneId: id }) => id)
      expect(new Set(found).size).toBe(found.length)
      const lines = [...result.matched, ...result.unmatched].map(({ row }) => row.line)
      expect(new Set(lines).size).toBe(lines.length)
      expect(result.persons.landed).toBeLessThanOrEqual(result.persons.table)
      expect(Object.keys(applyChanges(house, result.changes).zones)).toEqual(Object.keys(house.zones))
    }),
  )
})
