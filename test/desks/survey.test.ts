import { describe, expect, test } from 'vitest'
import { assumptionsOf } from '../../src/desks/planning/assumptions.ts'
import { surveyCount, surveyItems } from '../../src/desks/planning/survey.ts'
import type { Evidence } from '../../src/premises/evidence.ts'
import type { Premises } from '../../src/premises/model.ts'
import type { Change } from '../../src/premises/operation.ts'
import { apply, makeOperations } from '../../src/premises/operations/index.ts'
import { buildPremises, levelId, openingId, stairId, zoneId } from '../builder.ts'

const drawing: Evidence = { mark: 'drawing' }
const assumed: Evidence = { mark: 'assumed' }

const premises = buildPremises((b) => {
  b.level('T1')
  b.zone('Sảnh', [0, 0, 10, 6], { use: 'lobby' })
  b.exit('Sảnh', { name: 'Cửa chính', width: 1.6, fields: { evidence: { clearWidthM: drawing } } })
  b.level('T2')
  b.zone('Văn phòng', [0, 0, 10, 6], { occupants: 5, evidence: { occupants: drawing } })
  b.zone('Hành lang', [0, 6, 10, 8], { use: 'corridor' })
  b.door('Văn phòng', 'Hành lang', {
    name: 'Cửa 201',
    width: 0.9,
    fields: { evidence: { clearWidthM: assumed } },
  })
  b.door('Văn phòng', 'Hành lang', { name: 'Cửa 202', at: [8, 6], width: 0.8 })
  b.window('Văn phòng', null, { name: 'Cửa sổ' })
  b.level('T3')
  b.stair('S', [10, 0, 13, 8], ['T1', 'T2', 'T3'], { fields: { evidence: { runs: assumed } } })
})

function carriedOut(before: Premises, changes: readonly Change[]): Premises {
  return apply(before, makeOperations(before, changes, 'test', 0))
}

function item(of: Premises, key: string) {
  const found = surveyItems(of)
    .flatMap((group) => group.items)
    .find((each) => each.key === key)
  if (!found) throw new Error(`${key} is not in the list`)
  return found
}

describe('the survey list', () => {
  test('names the assumed widths by floor, top to bottom; windows and drawn widths are not in it', () => {
    expect(
      surveyItems(premises).map(({ level, items }) => [level.name, items.map((each) => each.key)]),
    ).toEqual([
      ['T2', [openingId('Cửa 201'), openingId('Cửa 202'), `${stairId('S')}-1`]],
      ['T1', [`${stairId('S')}-0`]],
    ])
  })

  test('a width of which nothing is known is an assumption too', () => {
    expect(item(premises, openingId('Cửa 202')).valueM).toBeCloseTo(0.8)
  })

  test('a measured value is stored with its mark and time, and leaves the list', () => {
    const after = carriedOut(premises, item(premises, openingId('Cửa 201')).changes(0.87))
    const door = after.openings[openingId('Cửa 201')]
    expect(door?.clearWidthM).toBe(0.87)
    expect(door?.evidence['clearWidthM']).toMatchObject({ mark: 'measured' })
    expect(Date.parse(door?.evidence['clearWidthM']?.when ?? '')).not.toBeNaN()
    expect(surveyCount(after)).toBe(surveyCount(premises) - 1)
  })

  test('a stair stays assumed until its last run is measured', () => {
    const first = carriedOut(premises, item(premises, `${stairId('S')}-0`).changes(1.15))
    expect(first.stairs[stairId('S')]?.evidence['runs']?.mark).toBe('assumed')
    expect(first.stairs[stairId('S')]?.runs[0]?.flights.every((flight) => flight.clearWidthM === 1.15)).toBe(
      true,
    )
    const second = carriedOut(first, item(first, `${stairId('S')}-1`).changes(1.1))
    expect(second.stairs[stairId('S')]?.evidence['runs']?.mark).toBe('measured')
    expect(
      surveyItems(second)
        .flatMap((group) => group.items)
        .map((each) => each.record.table),
    ).not.toContain('stairs')
  })
})

describe('what a print has to list', () => {
  const causes = (of: Premises, level: string | null = null) =>
    Object.fromEntries(assumptionsOf(of, level).map((group) => [group.cause, group.names.length]))

  test('widths, stairs, doors that nobody surveyed, and start times that nobody entered', () => {
    expect(causes(premises)).toEqual({ width: 2, stair: 1, state: 3, preMovement: 1 })
  })

  test('of one level, only what stands on it', () => {
    expect(causes(premises, levelId('T1'))).toEqual({ stair: 1, state: 1, preMovement: 1 })
  })

  test('a count that is assumed', () => {
    const changed = carriedOut(premises, [
      { record: { table: 'zones', id: zoneId('Văn phòng') }, field: 'evidence.occupants', after: assumed },
    ])
    expect(causes(changed)['persons']).toBe(1)
  })
})
