import { describe, expect, it } from 'vitest'
import type { TableName } from '../../../src/premises/model.ts'
import { apply, cascade, invert, makeOperations } from '../../../src/premises/operations/index.ts'
import type { Change } from '../../../src/premises/operation.ts'
import { frameOf, toWgs84 } from '../../../src/premises/placement.ts'
import {
  assemblyPointId,
  buildingId,
  buildPremises,
  levelId,
  liftId,
  openingId,
  rampId,
  stairId,
  studyId,
  zoneId,
} from '../../builder.ts'

const premises = buildPremises((b) => {
  b.building('A', { placement: { longitude: 105.851, latitude: 21.031, bearingDeg: 30 } })
  for (const level of ['T1', 'T2', 'T3']) {
    b.level(level)
    b.zone(`Corridor ${level}`, [0, 4, 20, 6], { use: 'corridor' })
    b.zone(`Office ${level}`, [0, 0, 5, 4])
    b.door(`Office ${level}`, `Corridor ${level}`)
    b.wall(`Wall ${level}`, [0, 0, 5, 0.2])
  }
  b.stair('S', [20, 4, 23, 6], ['T1', 'T2', 'T3'])
  b.lift('L', ['Corridor T1', 'Corridor T2', 'Corridor T3'])
  b.ramp('R', 'Corridor T1', 'Office T1')
  b.on('T1')
  b.exit('Corridor T1', { at: [0, 5], name: 'E1' })
  b.outdoor('Yard', [-20, 0, -1, 20], { buildingId: buildingId('A') })
  b.assemblyPoint('P', [-10, 10], { buildingId: buildingId('A') })
  b.study('Study', { shutOpeningIds: [openingId('E1')], closedZoneIds: [zoneId('Office T2')] })
})

function without(...records: readonly (readonly [TableName, string])[]) {
  const deletions = records.map(([table, id]): Change => ({
    record: { table, id },
    field: null,
    after: null,
  }))
  const operations = makeOperations(premises, cascade(premises, deletions), 'a.1', 0)
  return { operations, after: apply(premises, operations) }
}

describe('deleting a record', () => {
  it('leaves edits that delete nothing as they are', () => {
    const changes: Change[] = [
      { record: { table: 'zones', id: zoneId('Office T1') }, field: 'name', after: 'x' },
    ]
    expect(cascade(premises, changes)).toBe(changes)
  })

  it('a zone: its doors lose a side, the study forgets it, and one undo brings all of it back', () => {
    const { operations, after } = without(['zones', zoneId('Office T2')])
    expect(after.openings[openingId('Office T2|Corridor T2')]?.sides).toEqual([null, zoneId('Corridor T2')])
    expect(after.studies[studyId('Study')]).not.toHaveProperty('closedZoneIds')
    expect(new Set(operations.map(({ action }) => action)).size).toBe(1)
    const back = apply(after, makeOperations(after, invert(after, operations), 'a.1', 100))
    expect(back).toEqual(premises)
  })

  it('the storey of a stair in its middle: the runs below and above it become one', () => {
    const { after } = without(['zones', zoneId('S T2')])
    const [before, stair] = [premises.stairs[stairId('S')], after.stairs[stairId('S')]]
    expect(stair?.zoneIds).toEqual([zoneId('S T1'), zoneId('S T3')])
    expect(stair?.runs).toHaveLength(1)
    expect(stair?.runs[0]?.flights).toEqual(before?.runs.flatMap(({ flights }) => flights))
  })

  it('the storey of a stair at its end: the run goes with it; the last but one: the stair goes', () => {
    const { after } = without(['zones', zoneId('S T1')])
    expect(after.stairs[stairId('S')]?.zoneIds).toEqual([zoneId('S T2'), zoneId('S T3')])
    expect(after.stairs[stairId('S')]?.runs).toEqual([premises.stairs[stairId('S')]?.runs[1]])
    expect(without(['zones', zoneId('S T1')], ['zones', zoneId('S T3')]).after.stairs).toEqual({})
  })

  it('a zone that a ramp or lift stops at: no ramp without an end, the lift stops elsewhere', () => {
    const { after } = without(['zones', zoneId('Corridor T1')])
    expect(after.ramps[rampId('R')]).toBeUndefined()
    expect(after.lifts[liftId('L')]?.zoneIds).toEqual([zoneId('Corridor T2'), zoneId('Corridor T3')])
  })

  it('an opening: the study no longer shuts it', () => {
    expect(without(['openings', openingId('E1')]).after.studies[studyId('Study')]).not.toHaveProperty(
      'shutOpeningIds',
    )
  })

  it('a level: all that stands on it goes', () => {
    const { after } = without(['levels', levelId('T2')])
    expect(
      Object.values(after.zones)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(
      Object.values(premises.zones)
        .map(({ name }) => name)
        .filter((name) => !name.endsWith('T2'))
        .toSorted(),
    )
    expect(Object.values(after.openings).some(({ levelId: on }) => on === levelId('T2'))).toBe(false)
    expect(Object.values(after.walls)).toHaveLength(2)
    expect(after.stairs[stairId('S')]?.zoneIds).toEqual([zoneId('S T1'), zoneId('S T3')])
  })

  it('a building: its levels go; the yard and the assembly point stay where they are on the ground', () => {
    const { after } = without(['buildings', buildingId('A')])
    expect(after.levels).toEqual({})
    expect(Object.keys(after.zones)).toEqual([zoneId('Yard')])
    const from = frameOf(premises.buildings[buildingId('A')]?.placement ?? premises.facility.placement)
    const to = frameOf(after.facility.placement)
    const [before, now] = [
      premises.assemblyPoints[assemblyPointId('P')],
      after.assemblyPoints[assemblyPointId('P')],
    ]
    expect(now).not.toHaveProperty('buildingId')
    const [there, here] = [toWgs84(from, before?.position ?? [0, 0]), toWgs84(to, now?.position ?? [0, 0])]
    // A tenth of a millimetre is 1e-9 degrees.
    expect(here[0]).toBeCloseTo(there[0], 8)
    expect(here[1]).toBeCloseTo(there[1], 8)
  })
})
