import { describe, expect, it } from 'vitest'
import {
  addLevel,
  levelNames,
  placeLift,
  placeAssemblyPoint,
  placeOpening,
  placeStair,
  stairFromZone,
  type StairSpec,
} from '../../../src/premises/fittings/index.ts'
import { contains } from '../../../src/premises/geometry/inside.ts'
import { area } from '../../../src/premises/geometry/measure.ts'
import type { Point, Polygon } from '../../../src/premises/geometry/plane.ts'
import type { FloorEdit } from '../../../src/premises/floor/index.ts'
import type { Premises } from '../../../src/premises/model.ts'
import { riseM } from '../../../src/premises/stairs.ts'
import { planDrawing } from '../../../src/premises/drawing/plan.ts'
import { applyChanges } from '../../applyChanges.ts'
import { buildingId, buildPremises, levelId, zoneId } from '../../builder.ts'
import { routesOf } from '../../workers/routes/ask.ts'

const spec: StairSpec = {
  template: 'dogLeg',
  kind: 'enclosed',
  riserM: 0.165,
  treadM: 0.3,
  clearWidthM: 1.2,
  climbsDeg: 90,
  turnsLeft: true,
}
const [T1, T2, T3] = ['T1', 'T2', 'T3'].map(levelId) as [
  ReturnType<typeof levelId>,
  ReturnType<typeof levelId>,
  ReturnType<typeof levelId>,
]

/** A hall of 20 × 12 m on the ground, bare storeys above. */
const hall = (): Premises =>
  buildPremises((b) => {
    b.level('T1')
    b.level('T2')
    b.level('T3', { elevationM: 7.2, heightM: 4 })
    b.on('T1')
    b.zone('Sảnh', [0, 0, 20, 12], { use: 'lobby' })
  })

const done = (premises: Premises, edit: (premises: Premises) => FloorEdit) =>
  applyChanges(premises, edit(premises).changes)

const zones = (premises: Premises, level: string, use: string) =>
  Object.values(premises.zones).filter((zone) => zone.levelId === level && zone.use === use)

const areaOn = (premises: Premises, level: string) =>
  Object.values(premises.zones)
    .filter((zone) => zone.levelId === level)
    .reduce((sum, zone) => sum + area(zone.polygon), 0)

describe('a stair put into a level', () => {
  const after = done(hall(), (premises) => placeStair(premises, T1, spec, [10, 6]))
  const [stair] = Object.values(after.stairs)

  it('is cut out of the room, and stands on the bare level above', () => {
    const [foot] = zones(after, T1, 'stair')
    const [head] = zones(after, T2, 'stair')
    expect(foot?.polygon.outer).toHaveLength(4)
    expect(new Set(head?.polygon.outer.map(String))).toEqual(new Set(foot?.polygon.outer.map(String)))
    expect(areaOn(after, T1)).toBeCloseTo(240, 6)
    expect(stair?.zoneIds).toEqual([foot?.id, head?.id])
  })

  it('has one run as high as the storey, assumed only where nobody chose its steps', () => {
    expect(stair?.runs.map(riseM)).toEqual([expect.closeTo(3.6, 9)])
    expect(stair?.evidence['runs']?.mark).toBe('drawing')
    const usual = done(hall(), (premises) => placeStair(premises, T1, { ...spec, riserM: 0.16 }, [10, 6]))
    expect(Object.values(usual.stairs)[0]?.evidence['runs']?.mark).toBe('assumed')
    expect(stair?.name).toBe('Cầu thang A')
  })

  it('is drawn on both levels as it was laid out', () => {
    for (const level of [T1, T2]) {
      const { shapes } = planDrawing(after, level)
      const own = shapes.filter(({ record }) => record?.table === 'stairs')
      expect(own.filter(({ kind }) => kind === 'tread')).toHaveLength(22)
      expect(own.filter(({ kind }) => kind === 'landing')).toHaveLength(2)
      expect(own.some((shape) => 'assumed' in shape && shape.assumed)).toBe(false)
    }
  })

  it('goes on upwards where it is put on its top again, in the same place at the height there', () => {
    const up = done(after, (premises) => placeStair(premises, T2, spec, [10.4, 6.3]))
    const [whole] = Object.values(up.stairs)
    expect(Object.values(up.stairs)).toHaveLength(1)
    expect(whole?.zoneIds).toHaveLength(3)
    expect(whole?.runs.map(riseM)).toEqual([expect.closeTo(3.6, 9), expect.closeTo(3.6, 9)])
    expect(whole?.runs[1]?.flights[0]?.line).toEqual(whole?.runs[0]?.flights[0]?.line)
    expect(() => placeStair(up, T2, spec, [10.4, 6.3])).toThrow('stairZoneTaken')
    expect(() => placeStair(up, T3, spec, [10.4, 6.3])).toThrow('noLevelAbove')
    const higher = done(up, (premises) => addLevel(premises, buildingId('A'), 'above', 3.3, levelNames()))
    const top = done(higher, (premises) => placeStair(premises, T3, spec, [10.4, 6.3]))
    expect(Object.values(top.stairs)[0]?.runs.map(riseM)[2]).toBeCloseTo(4, 9)
  })

  it('begins beneath a stair that begins above it: both are one', () => {
    const upper = done(hall(), (premises) => placeStair(premises, T2, spec, [10, 6]))
    const whole = done(upper, (premises) => placeStair(premises, T1, spec, [10, 6]))
    expect(
      Object.values(whole.stairs).map(({ zoneIds }) => zoneIds.map((id) => whole.zones[id]?.levelId)),
    ).toEqual([[T1, T2, T3]])
  })

  it('leads out from above once it has doors', async () => {
    let premises = done(after, (p) =>
      placeOpening(p, T1, [10, 3.25], { kind: 'door', widthM: 0.9 }, 0.5, true),
    )
    premises = done(premises, (p) => placeOpening(p, T1, [0, 6], { kind: 'door', widthM: 1.2 }, 0.5, true))
    const out = Object.values(premises.openings).find(({ exit }) => exit === 'undecided')
    premises = applyChanges(premises, [
      { record: { table: 'openings', id: out?.id ?? '' }, field: 'exit', after: 'final' },
    ])
    const { unreachable, zones: ways } = await routesOf(premises)
    expect(unreachable).toEqual([])
    expect(ways).toHaveLength(3)
  })
})

describe('a stair partly in a room', () => {
  it('takes what is free and what is of the room', () => {
    const after = done(hall(), (premises) => placeStair(premises, T1, spec, [20, 6]))
    const [foot] = zones(after, T1, 'stair')
    expect(area(foot?.polygon ?? { outer: [], holes: [] })).toBeCloseTo(2.6 * 5.5, 6)
    expect(areaOn(after, T1)).toBeCloseTo(240 + 1.3 * 5.5, 6)
    expect(zones(after, T1, 'stair')).toHaveLength(1)
  })
})

describe('a room made a stair', () => {
  const drawn = (shape: readonly [number, number, number, number], fields = {}) =>
    buildPremises((b) => {
      b.level('T1')
      b.level('T2')
      b.on('T1')
      b.zone('Thang bộ', shape, { use: 'unknown', ...fields })
    })

  it('keeps its outline, and lays the flights along its sides', () => {
    const before = drawn([0, 0, 2.8, 6])
    const after = done(before, (premises) =>
      stairFromZone(premises, zoneId('Thang bộ'), { ...spec, climbsDeg: 60 }),
    )
    const [stair] = Object.values(after.stairs)
    expect(after.zones[zoneId('Thang bộ')]).toMatchObject({
      use: 'stair',
      polygon: before.zones[zoneId('Thang bộ')]?.polygon,
    })
    const corners = (polygon?: Polygon) => new Set(polygon?.outer.map(String))
    expect(corners(zones(after, T2, 'stair')[0]?.polygon)).toEqual(
      corners(before.zones[zoneId('Thang bộ')]?.polygon),
    )
    const [a, b] = (stair?.runs[0]?.flights[0]?.line ?? []) as [Point, Point]
    expect(b[1] - a[1]).toBeCloseTo(3, 3)
    expect(b[0] - a[0]).toBeCloseTo(0, 3)
    for (const point of [a, b]) expect(contains(after.zones[zoneId('Thang bộ')]!.polygon, point)).toBe(true)
  })

  it('leaves the flights to the usual drawing where they do not fit', () => {
    const after = done(drawn([0, 0, 2, 3]), (premises) => stairFromZone(premises, zoneId('Thang bộ'), spec))
    expect(Object.values(after.stairs)[0]?.runs[0]?.flights.every(({ line }) => line === undefined)).toBe(
      true,
    )
  })
})

describe('a lift', () => {
  it('has a shaft on each level, and goes on where it is put again', () => {
    const two = done(hall(), (premises) =>
      placeLift(premises, [T1, T2], [5, 5], { widthM: 2, depthM: 2.2, turnDeg: 0 }),
    )
    const [lift] = Object.values(two.lifts)
    expect(lift).toMatchObject({ name: 'Thang máy 1', use: 'ordinary' })
    expect(zones(two, T1, 'lift').map((zone) => area(zone.polygon))).toEqual([expect.closeTo(4.4, 6)])
    const three = done(two, (premises) =>
      placeLift(premises, [T3, T2], [5, 5], { widthM: 2, depthM: 2.2, turnDeg: 0 }),
    )
    expect(
      Object.values(three.lifts).map(({ zoneIds }) => zoneIds.map((id) => three.zones[id]?.levelId)),
    ).toEqual([[T1, T2, T3]])
    expect(() => placeLift(two, [], [5, 5], { widthM: 2, depthM: 2, turnDeg: 0 })).toThrow('liftLevels')
    expect(() => placeLift(two, [T1], [15, 5], { widthM: 0, depthM: 2, turnDeg: 0 })).toThrow('liftSize')
  })
})

describe('assembly points', () => {
  it('are counted, and lie in the metres of the building', () => {
    const once = done(hall(), (premises) => placeAssemblyPoint(premises, T1, [-30, 4.00001]))
    const twice = done(once, (premises) => placeAssemblyPoint(premises, T1, [30, 4]))
    expect(Object.values(twice.assemblyPoints).map(({ name }) => name)).toEqual([
      'Điểm tập kết 1',
      'Điểm tập kết 2',
    ])
    expect(Object.values(once.assemblyPoints)[0]).toMatchObject({
      position: [-30, 4],
      buildingId: buildingId('A'),
    })
  })
})
