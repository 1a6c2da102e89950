import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addBuilding,
  addLevel,
  levelNames,
  newLevels,
  setLevelHeight,
} from '../../../src/premises/fittings/index.ts'
import type { FloorEdit } from '../../../src/premises/floor/index.ts'
import type { Premises } from '../../../src/premises/model.ts'
import { frameOf, reframed } from '../../../src/premises/placement.ts'
import { riseM } from '../../../src/premises/stairs.ts'
import { applyChanges } from '../../applyChanges.ts'
import { buildingId, buildPremises, levelId, stairId } from '../../builder.ts'

const A = buildingId('A')
const done = (premises: Premises, edit: (premises: Premises) => FloorEdit) =>
  applyChanges(premises, edit(premises).changes)
const listed = (premises: Premises) =>
  Object.values(premises.levels)
    .toSorted((a, b) => a.elevationM - b.elevationM)
    .map(({ name, shortName, ordinal, elevationM, heightM }) => [
      name,
      shortName,
      ordinal,
      elevationM,
      heightM,
    ])

describe('storeys added', () => {
  it('stand on the highest, hang below the lowest, and are named in turn', () => {
    let premises = buildPremises((b) => b.building('A'))
    for (const [where, height] of [
      ['above', 4.5],
      ['above', 3.6],
      ['below', 3],
      ['below', 3.3],
      ['above', 3.3],
    ] as const)
      premises = done(premises, (p) => addLevel(p, A, where, height, levelNames('tang1')))
    expect(listed(premises)).toEqual([
      ['Tầng hầm 2', 'H2', -2, -6.3, 3.3],
      ['Tầng hầm 1', 'H1', -1, -3, 3],
      ['Tầng 1', 'T1', 0, 0, 4.5],
      ['Tầng 2', 'T2', 1, 4.5, 3.6],
      ['Tầng 3', 'T3', 2, 8.1, 3.3],
    ])
  })

  it('are named as the facility calls its ground floor', () => {
    expect([0, 1, -1].map((ordinal) => levelNames('tret')(ordinal).name)).toEqual([
      'Tầng trệt',
      'Tầng 1',
      'Tầng hầm 1',
    ])
    expect(newLevels(A, 2, 1, 3.6, levelNames()).map(({ shortName }) => shortName)).toEqual([
      'H1',
      'T1',
      'T2',
    ])
  })

  it('are assumed as high as usual, and known where somebody gave a height', () => {
    const marks = [3.6, 4].map(
      (height) => newLevels(A, 1, 0, height, levelNames())[0]?.evidence['heightM']?.mark,
    )
    expect(marks).toEqual(['assumed', 'drawing'])
  })

  it('go over a mezzanine to the next whole storey', () => {
    const premises = buildPremises((b) => {
      b.level('T1', { heightM: 3 })
      b.level('Lửng', { ordinal: 0.5, elevationM: 3, heightM: 2.5 })
    })
    const after = done(premises, (p) => addLevel(p, A, 'above', 3.6, levelNames()))
    expect(listed(after).at(-1)).toEqual(['Tầng 2', 'T2', 1, 5.5, 3.6])
  })

  it('are refused where no storey has such a height', () => {
    const premises = buildPremises((b) => b.building('A'))
    for (const height of [0, -3, 0.5, 1000, Number.NaN])
      expect(() => addLevel(premises, A, 'above', height, levelNames())).toThrow('levelHeight')
  })
})

describe('the height of a storey changed', () => {
  const house = () =>
    buildPremises((b) => {
      b.level('H1', { ordinal: -1, elevationM: -3, heightM: 3 })
      b.level('T1', { ordinal: 0, elevationM: 0, heightM: 3.6 })
      b.level('T2', { ordinal: 1, elevationM: 3.6, heightM: 3.6 })
      b.level('T3', { ordinal: 2, elevationM: 7.2, heightM: 3.6 })
      b.stair('S', [0, 0, 3, 6], ['H1', 'T1', 'T2', 'T3'], { riserM: 0.165 })
    })
  const elevations = (premises: Premises) =>
    ['H1', 'T1', 'T2', 'T3'].map((name) => premises.levels[levelId(name)]?.elevationM)

  it('lifts what stands on it', () => {
    const after = done(house(), (p) => setLevelHeight(p, levelId('T1'), 4.5))
    expect(elevations(after)).toEqual([-3, 0, 4.5, 8.1])
    expect(after.levels[levelId('T1')]).toMatchObject({
      heightM: 4.5,
      evidence: { heightM: { mark: 'drawing' } },
    })
  })

  it('lowers a basement under a ground that stays', () => {
    expect(elevations(done(house(), (p) => setLevelHeight(p, levelId('H1'), 4)))).toEqual([-4, 0, 3.6, 7.2])
  })

  it('takes counted steps as assumed once their storey is of another height', () => {
    const counted = applyChanges(house(), [
      { record: { table: 'stairs', id: stairId('S') }, field: 'evidence.runs', after: { mark: 'measured' } },
    ])
    const mark = (p: Premises) => p.stairs[stairId('S')]?.evidence['runs']
    expect(mark(done(counted, (p) => setLevelHeight(p, levelId('T1'), 4)))).toEqual({
      mark: 'assumed',
      note: 'newHeight',
    })
    expect(mark(done(counted, (p) => setLevelHeight(p, levelId('T3'), 4)))).toEqual({ mark: 'measured' })
  })

  it('moves nothing as the topmost', () => {
    expect(elevations(done(house(), (p) => setLevelHeight(p, levelId('T3'), 5)))).toEqual([-3, 0, 3.6, 7.2])
  })

  it('leaves every stair as high as its storeys', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('H1', 'T1', 'T2', 'T3'), fc.integer({ min: 20, max: 90 })), {
          maxLength: 6,
        }),
        (steps) => {
          const after = steps.reduce(
            (premises, [name, dm]) => done(premises, (p) => setLevelHeight(p, levelId(name), dm / 10)),
            house(),
          )
          const heights = elevations(after) as number[]
          const runs = after.stairs[stairId('S')]?.runs ?? []
          runs.forEach((run, index) => {
            expect(riseM(run)).toBeCloseTo((heights[index + 1] ?? 0) - (heights[index] ?? 0), 6)
            for (const { riserM } of run.flights) expect(Math.abs(riserM - 0.165)).toBeLessThan(0.03)
          })
        },
      ),
    )
  })

  it('keeps flights where they were drawn: their treads share the line anew', () => {
    const base = house()
    const stair = base.stairs[stairId('S')]
    const runs = stair?.runs.map((run) => ({
      ...run,
      flights: run.flights.map((flight) => ({
        ...flight,
        treadM: 0.3,
        line: [
          [1, 0],
          [1, (flight.risers - 1) * 0.3],
        ] as const,
      })),
    }))
    const drawn = applyChanges(base, [
      { record: { table: 'stairs', id: stairId('S') }, field: 'runs', after: runs },
    ])
    const after = done(drawn, (p) => setLevelHeight(p, levelId('T1'), 3.9))
    const [flight] = after.stairs[stairId('S')]?.runs[1]?.flights ?? []
    expect(flight?.risers).toBe(12)
    expect(flight?.treadM).toBeCloseTo(3 / 11, 4)
    expect(flight?.line).toEqual([
      [1, 0],
      [1, 3],
    ])
  })
})

describe('a further building', () => {
  it('stands beside the last, turned as it is, with storeys of its own', () => {
    const before = buildPremises((b) => {
      b.building('A', { placement: { bearingDeg: 30, placed: true } })
      b.level('T1')
      b.zone('Sảnh', [0, 0, 40, 20])
    })
    const after = done(before, (p) => addBuilding(p, ' Nhà B ', 3, 1, 3.6, levelNames()))
    const added = Object.values(after.buildings).find(({ id }) => id !== A)
    expect(added).toMatchObject({ name: 'Nhà B', placement: { bearingDeg: 30, placed: true } })
    expect(Object.values(after.levels).filter(({ buildingId: on }) => on === added?.id)).toHaveLength(4)
    const from = added ? frameOf(added.placement) : null
    const origin =
      from && reframed([0, 0], from, frameOf((before.buildings[A] as NonNullable<typeof added>).placement))
    expect(origin?.[0]).toBeCloseTo(60, 3)
    expect(origin?.[1]).toBeCloseTo(0, 3)
  })

  it('needs a name and a storey', () => {
    const premises = buildPremises((b) => b.building('A'))
    expect(() => addBuilding(premises, ' ', 1, 0, 3.6, levelNames())).toThrow('buildingName')
    expect(() => addBuilding(premises, 'B', 0, 0, 3.6, levelNames())).toThrow('buildingStoreys')
    expect(() => addBuilding(premises, 'B', 1.5, 0, 3.6, levelNames())).toThrow('buildingStoreys')
  })
})
