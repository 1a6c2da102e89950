import { describe, expect, test } from 'vitest'
import { slopeLengthM, riseM } from '../../../src/premises/stairs.ts'
import { box, ifc } from './builder.ts'
import { house, upperStorey } from './houses.ts'
import { imported, only } from './importing.ts'

describe('traps of real IFC files: units, widths and stairs', () => {
  test.each(['metre', 'millimetre', 'foot', 'inch'] as const)(
    'trap 1: geometry is in metres and turned up, attributes are in the unit of the file (%s)',
    async (unit) => {
      const build = house({ unit })
      upperStorey(build)
      const found = await imported(build.file())
      expect(found.zone('Sảnh').polygon.outer).toEqual(
        expect.arrayContaining([
          [0, 0],
          [5, 0],
          [5, 4],
          [0, 4],
        ]),
      )
      expect(found.zone('Sảnh').ceilingHeightM).toBeCloseTo(2.8, 3)
      expect(found.level('Tầng 2').elevationM).toBeCloseTo(3.2, 4)
      expect(only(found.between('Sảnh', null)).clearWidthM).toBeCloseTo(1.2, 3)
      expect(only(found.between('Sảnh', 'Phòng làm việc')).clearWidthM).toBeCloseTo(0.9, 3)
    },
  )

  test('trap 1: a file that names no unit is taken as metres, and says so', async () => {
    const found = await imported(house({ unit: null }).file())
    expect(only(found.between('Sảnh', null)).clearWidthM).toBe(1.2)
    expect(found.finding('ifc.noLengthUnit').kind).toBe('assumed')
  })

  test('trap 2: without OverallWidth the width is that of the hole, without a hole that of the shape, and then assumed', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({ storey, name: 'A', corners: box(0, 0, 4, 4) })
    build.space({ storey, name: 'B', corners: box(4.2, 0, 8, 4) })
    const wall = build.wall({ storey, corners: box(4, 0, 4.2, 4) })
    const inHole = build.door({ storey, at: [4.1, 0.5], angleDeg: 90, width: null, shapeWidth: 1.0 })
    build.hole({ wall, corners: box(4, 0.5, 4.2, 1.45), z: 0, height: 2.1, fill: inHole })
    build.door({ storey, at: [4.1, 2], angleDeg: 90, width: null, shapeWidth: 0.8 })
    const found = await imported(build.file())
    const widths = found
      .between('A', 'B')
      .map((door) => [door.clearWidthM, door.evidence['clearWidthM']?.mark])
    expect(widths).toEqual([
      [0.95, 'drawing'],
      [0.8, 'assumed'],
    ])
    expect(found.finding('ifc.widthOfShape').records).toHaveLength(1)
  })

  test('trap 2: a stated width that the shape contradicts by a unit is not believed', async () => {
    const build = house()
    build.door({ storey: build.ground, at: [5.1, 2.5], angleDeg: 90, width: 900, shapeWidth: 0.9 })
    const found = await imported(build.file())
    expect(found.between('Sảnh', 'Phòng làm việc').map((door) => door.clearWidthM)).toEqual([0.9, 0.9])
    expect(found.finding('ifc.widthContradicted').kind).toBe('assumed')
  })

  test('trap 3: a riser written in feet in a metre file does not reach the stair', async () => {
    const { build, storey } = stairHouse()
    const flight = build.flight({
      storey,
      from: [0.5, 0.5],
      z: 0,
      risers: 18,
      riser: 3.06 / 18,
      tread: 0.28,
      width: 1.1,
      riserAttribute: 0.558,
    })
    build.stair({ storey, parts: [flight] })
    const found = await imported(build.file())
    const run = only(only(Object.values(found.premises.stairs)).runs)
    expect(run.flights).toHaveLength(1)
    expect(run.flights[0]).toMatchObject({ risers: 18, riserM: 0.17, treadM: 0.28, clearWidthM: 1.1 })
  })

  test('trap 3: without treads in the shape the count is used, and a riser above 0.25 m is refused and told', async () => {
    const { build, storey } = stairHouse()
    // A block instead of treads: the count of risers is all that tells of steps.
    const block = build.flight({
      storey,
      from: [0.5, 0.5],
      z: 0,
      risers: 2,
      riser: 3.06,
      tread: 4.76,
      width: 1.1,
      risersAttribute: 18,
      riserAttribute: 0.558,
    })
    build.stair({ storey, parts: [block] })
    const found = await imported(build.file())
    const stair = only(Object.values(found.premises.stairs))
    const flights = only(stair.runs).flights
    expect(only(flights)).toMatchObject({ risers: 18, riserM: 3.06 / 18 })
    expect(riseM(only(stair.runs))).toBeCloseTo(3.06, 3)
    expect(stair.evidence['runs']?.mark).toBe('assumed')
    expect(found.finding('ifc.riserRejected').params).toMatchObject({ riserM: 0.558, mostM: 0.25 })
  })

  test('trap 4: handrails do not make a stair higher: it ends at the floor that it leads to', async () => {
    const { build, storey } = stairHouse()
    const flight = build.flight({
      storey,
      from: [0.5, 0.5],
      z: 0,
      risers: 18,
      riser: 0.17,
      tread: 0.28,
      width: 1.1,
      railing: true,
    })
    build.stair({ storey, parts: [flight] })
    const found = await imported(build.file())
    const run = only(only(Object.values(found.premises.stairs)).runs)
    expect(riseM(run)).toBeCloseTo(3.06, 3)
    expect(slopeLengthM(run)).toBeCloseTo(18 * Math.hypot(0.17, 0.28) + 2.4, 2)
  })

  test('trap 5: a stair is filed on its lower storey only, and may have a shape instead of flights', async () => {
    const { build, storey } = stairHouse()
    const solids = Array.from({ length: 17 }, (_, step) =>
      build.prism(box(0.5 + step * 0.28, 0.5, 0.78 + step * 0.28, 1.6), step * 0.17, 0.17),
    )
    build.stair({ storey, name: 'Cầu thang chính', solids })
    const found = await imported(build.file())
    const stair = only(Object.values(found.premises.stairs))
    expect(stair.zoneIds).toEqual([found.zone('Sảnh dưới').id, found.zone('Sảnh trên').id])
    expect(only(stair.runs).flights[0]).toMatchObject({ risers: 18, riserM: 0.17 })
    expect(found.unreachable).toEqual([])
  })

  test('trap 6: a room through two storeys is one zone on both, and its stair leads from one to the other', async () => {
    const build = house()
    upperStorey(build)
    const well = build.space({
      storey: build.ground,
      name: 'S1',
      longName: 'Buồng thang',
      corners: box(0, 4.2, 5, 7),
      height: 6,
    })
    build.door({ storey: build.ground, at: [1, 4.1], width: 0.9 })
    // Revit files the upper door under its own storey.
    const upper = build.door({ storey: build.ground, at: [4, 4.1], width: 0.9, z: 3.2 })
    const flight = build.flight({
      storey: build.ground,
      from: [0.1, 4.5],
      z: 0,
      risers: 20,
      riser: 0.16,
      tread: 0.24,
      width: 1.2,
    })
    build.stair({ storey: build.ground, parts: [flight] })
    const found = await imported(build.file())
    const zone = found.zone('Buồng thang')
    expect([well, upper].every((id) => id > 0)).toBe(true)
    expect(zone.levelId).toBe(found.level('Tầng 1').id)
    expect(zone.spansLevelIds).toEqual([found.level('Tầng 2').id])
    expect(only(Object.values(found.premises.stairs)).zoneIds).toEqual([zone.id, zone.id])
    expect(only(found.between('Buồng thang', 'Hành lang')).levelId).toBe(found.level('Tầng 2').id)
    expect(found.unreachable).toEqual([])
  })
})

/** Two halls one above the other with a stair between, and a door outside; the stair itself is for the test to add. */
function stairHouse() {
  const build = ifc()
  const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
  const second = build.storey({ name: 'Tầng 2', elevation: 3.06 })
  build.space({ storey, name: '1', longName: 'Sảnh dưới', corners: box(0, 0, 8, 4) })
  build.space({ storey: second, name: '2', longName: 'Sảnh trên', corners: box(0, 0, 8, 4) })
  const front = build.door({ storey, at: [6, -0.1] })
  build.external(front, true)
  return { build, storey }
}
