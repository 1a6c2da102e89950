import { describe, expect, test } from 'vitest'
import { area } from '../../../src/premises/geometry/measure.ts'
import { segmentLength } from '../../../src/premises/geometry/segment.ts'
import { riseM } from '../../../src/premises/stairs.ts'
import { box, ifc } from './builder.ts'
import { house, upperStorey } from './houses.ts'
import { doors, imported, only, walkable } from './importing.ts'

describe('ways without a door', () => {
  test('rooms that share an edge of at least 0.6 m are joined, as wide as the edge; a corner is not', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({ storey, name: 'Sảnh', corners: box(0, 0, 6, 4) })
    build.space({ storey, name: 'Hành lang', corners: box(6, 1, 12, 3) })
    build.space({ storey, name: 'Góc', corners: box(5.5, 4, 12, 8) })
    build.wall({ storey, corners: box(-0.2, 0, 0, 4) })
    const found = await imported(build.file())
    const passage = only(found.between('Sảnh', 'Hành lang'))
    expect([passage.kind, passage.clearWidthM]).toEqual(['passage', 2])
    expect(found.between('Sảnh', 'Góc')).toHaveLength(0)
  })

  test('rooms drawn to the middle of a wall share an edge, but the wall stands on it: no way', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({ storey, name: 'A', corners: box(0, 0, 4, 5) })
    build.space({ storey, name: 'B', corners: box(4, 0, 8, 5) })
    build.wall({ storey, corners: box(3.9, 0, 4.1, 3) })
    const found = await imported(build.file())
    const passage = only(found.between('A', 'B'))
    expect(passage.clearWidthM).toBeCloseTo(2, 1)
    expect(Math.min(...passage.segment.map(([, y]) => y))).toBeCloseTo(3, 1)
  })

  test('on a storey without walls shared edges are not taken for ways: rooms may be drawn to the middle of walls', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({ storey, name: 'A', corners: box(0, 0, 4, 5) })
    build.space({ storey, name: 'B', corners: box(4, 0, 8, 5) })
    const found = await imported(build.file())
    expect(walkable(found.premises)).toHaveLength(0)
    expect(found.finding('ifc.edgesWithoutWalls').records).toHaveLength(2)
  })

  test('an edge with a door in it is a wall, even where the wall itself is missing', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({ storey, name: 'A', corners: box(0, 0, 4, 5) })
    build.space({ storey, name: 'B', corners: box(4, 0, 8, 5) })
    build.wall({ storey, corners: box(-0.2, 0, 0, 5) })
    build.door({ storey, at: [4, 1], angleDeg: 90 })
    const found = await imported(build.file())
    expect(only(found.between('A', 'B')).kind).toBe('door')
  })

  test('nobody walks across an edge where a railing stands, or down a drop', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({ storey, name: 'A', corners: box(0, 0, 4, 5) })
    build.space({ storey, name: 'B', corners: box(4, 0, 8, 5) })
    build.space({ storey, name: 'Bục', corners: box(0, 5, 4, 8), z: 0.9 })
    build.railing({ storey, corners: box(3.98, 1, 4.02, 5) })
    build.wall({ storey, corners: box(-0.2, 0, 0, 5) })
    const found = await imported(build.file())
    expect(only(found.between('A', 'B')).clearWidthM).toBeCloseTo(0.95, 1)
    expect(found.between('A', 'Bục')).toHaveLength(0)
  })

  test('a virtual boundary joins rooms that stand apart by the depth of a wall', async () => {
    const build = ifc({ schema: 'IFC4' })
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    const a = build.space({ storey, name: 'A', corners: box(0, 0, 4, 5) })
    const b = build.space({ storey, name: 'B', corners: box(4.3, 0, 8, 5) })
    build.wall({ storey, corners: box(4, 0, 4.3, 3.8) })
    expect((await imported(build.file())).between('A', 'B')).toHaveLength(0)
    const virtual = build.virtualElement(storey)
    build.boundary({ space: a, element: virtual, virtual: true })
    build.boundary({ space: b, element: virtual, virtual: true })
    const found = await imported(build.file())
    expect(only(found.between('A', 'B')).clearWidthM).toBeCloseTo(1.2, 1)
  })

  test('a hole in a wall that nothing fills is a way, if a person fits through and no door is there', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({ storey, name: 'A', corners: box(0, 0, 4, 5) })
    build.space({ storey, name: 'B', corners: box(4.2, 0, 8, 5) })
    build.space({ storey, name: 'Thang máy', corners: box(0, 5.2, 4, 7) })
    const wall = build.wall({ storey, corners: box(4, 0, 4.2, 5) })
    const back = build.wall({ storey, corners: box(0, 5, 4, 5.2) })
    build.hole({ wall, corners: box(4, 1, 4.2, 2.1), z: 0, height: 2.2 })
    build.hole({ wall, corners: box(4, 3, 4.2, 3.3), z: 0, height: 2.2 })
    build.hole({ wall, corners: box(4, 3.6, 4.2, 4.8), z: 1, height: 1.9 })
    build.hole({ wall: back, corners: box(1, 5, 2.2, 5.2), z: 0, height: 2.2 })
    // A door that stands in its hole without being filed as its filling.
    build.space({ storey, name: 'C', corners: box(8.2, 0, 12, 5) })
    const east = build.wall({ storey, corners: box(8, 0, 8.2, 5) })
    build.hole({ wall: east, corners: box(8, 1, 8.2, 1.9), z: 0, height: 2.1 })
    build.door({ storey, at: [8.1, 1], angleDeg: 90 })
    const found = await imported(build.file())
    const passage = only(found.between('A', 'B'))
    expect(only(found.between('B', 'C')).kind).toBe('door')
    expect(passage.clearWidthM).toBeCloseTo(1.1, 3)
    expect(passage.segment.map(([x]) => x)).toEqual([4.1, 4.1])
    expect(found.finding('ifc.holeTaken').records).toHaveLength(1)
    expect(found.finding('ifc.holeIntoShaft').params).toMatchObject({ count: 1 })
  })
})

describe('doors', () => {
  test('hinge and opening side follow the placement, whichever way the door is turned', async () => {
    for (const [angleDeg, at] of [[90, [5.1, 1]], [270, [5.1, 1.9]]] as const) {
      const build = ifc()
      const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
      build.space({ storey, name: 'Sảnh', corners: box(0, 0, 5, 4) })
      build.space({ storey, name: 'Kho', corners: box(5.2, 0, 9, 4) })
      build.door({ storey, at, angleDeg, width: 0.9, operation: 'SINGLE_SWING_RIGHT' })
      const found = await imported(build.file())
      const door = only(doors(found.premises))
      expect(door.door).toMatchObject({ operation: 'swing', hinge: 'end', opensTo: 'left' })
      // The left of the segment is the room that it opens into.
      expect(door.sides[0]).toBe(found.zone(angleDeg === 90 ? 'Sảnh' : 'Kho').id)
      const [start, end] = door.segment
      expect(start[1]).toBeCloseTo(at[1], 3)
      expect(end[1]).toBeCloseTo(angleDeg === 90 ? 1.9 : 1, 3)
      expect([start[0], end[0]]).toEqual([5.1, 5.1])
    }
  })

  test('a leaf drawn open does not turn the door or move it out of its wall', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({ storey, name: 'A', corners: box(0, 0, 5, 4) })
    build.space({ storey, name: 'B', corners: box(5.2, 0, 9, 4) })
    build.door({ storey, at: [5.1, 1], angleDeg: 90, width: 0.9, leafOpen: true })
    const found = await imported(build.file())
    const door = only(found.between('A', 'B'))
    expect(segmentLength(door.segment)).toBeCloseTo(0.9, 3)
    expect(door.segment.map(([x]) => x)).toEqual([5.1, 5.1])
  })

  test('of a door with a fixed panel half the width counts until it is measured', async () => {
    const found = await imported(house({ schema: 'IFC4' }, { operation: 'SWING_FIXED_LEFT' }).file())
    const door = only(found.between('Sảnh', null))
    expect([door.clearWidthM, door.evidence['clearWidthM']?.mark]).toEqual([0.6, 'assumed'])
    expect(segmentLength(door.segment)).toBeCloseTo(1.2, 3)
  })

  test('an operation that the type does not define is guessed from names, and marked', async () => {
    const build = house()
    build.door({ storey: build.ground, at: [5.1, 2.6], angleDeg: 90, typeName: 'Cửa cuốn thép' })
    const found = await imported(build.file())
    const guessed = only(doors(found.premises).filter((door) => door.door?.operation === 'rollerShutter'))
    expect(guessed.evidence['door']?.mark).toBe('assumed')
    expect(found.finding('ifc.operationByName').kind).toBe('assumed')
  })

  test('fire rating and closer come from the properties; a placeholder is no rating', async () => {
    const build = house()
    build.properties([build.inner], 'Pset_DoorCommon', { FireRating: "IFCLABEL('EI 60')", SelfClosing: 'IFCBOOLEAN(.T.)' })
    build.properties([build.front], 'Pset_DoorCommon', { FireRating: "IFCLABEL('Fire Rating')" })
    const found = await imported(build.file())
    expect(only(found.between('Sảnh', 'Phòng làm việc')).door).toMatchObject({ ratingMin: 60, selfClosing: true })
    expect(only(found.between('Sảnh', null)).door?.ratingMin).toBeUndefined()
  })

  test('a door to a yard is an exit; a door to a balcony is asked about, also at the ground', async () => {
    const build = house()
    build.space({ storey: build.ground, name: 'Sân sau', corners: box(0, 4.2, 5, 8), external: true })
    build.space({ storey: build.ground, name: 'Ban công', corners: box(5.2, 4.2, 9, 5.5), external: true })
    build.door({ storey: build.ground, at: [2, 4.1] })
    build.door({ storey: build.ground, at: [7, 4.1] })
    const found = await imported(build.file())
    expect(only(found.between('Sảnh', 'Sân sau')).exit).toBe('final')
    expect(only(found.between('Phòng làm việc', 'Ban công')).exit).toBe('undecided')
  })

  test('a name alone does not make a room outdoor: nobody outdoors is asked for a way out', async () => {
    const build = house()
    build.space({ storey: build.ground, name: 'Sân khấu', corners: box(9.6, 0, 13, 4) })
    const found = await imported(build.file())
    expect(found.zone('Sân khấu').use).toBe('hall')
    expect(found.unreachable).toEqual(['Sân khấu'])
  })
})

describe('rooms', () => {
  test('holes and inner corners of an outline are exact to the grid', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({ storey, name: 'A', corners: [[0, 0], [7.1234, 0], [7.1234, 3.3333], [4, 3.3333], [4, 6.0001], [0, 6.0001]], holes: [box(1, 1, 2.5, 2)] })
    const { polygon } = (await imported(build.file())).zone('A')
    expect(new Set(polygon.outer.map(String))).toEqual(new Set(['0,0', '7.1234,0', '7.1234,3.3333', '4,3.3333', '4,6.0001', '0,6.0001']))
    expect(only(polygon.holes)).toHaveLength(4)
    expect(area(polygon)).toBeCloseTo(7.1234 * 3.3333 + 4 * (6.0001 - 3.3333) - 1.5, 6)
  })

  test('survey coordinates of a million metres cost no precision', async () => {
    const build = ifc()
    const [x, y] = [586_123.4567, 2_325_678.1234]
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({ storey, name: 'A', corners: box(x, y, x + 4.0001, y + 3.0002) })
    const found = await imported(build.file())
    expect(new Set(found.zone('A').polygon.outer.map(String))).toEqual(
      new Set(['123.4567,-321.8766', '127.4568,-321.8766', '127.4568,-318.8764', '123.4567,-318.8764']),
    )
    expect(found.finding('ifc.farFromZero').params).toEqual({ x: 586_000, y: 2_326_000 })
  })

  test('gross areas and groups repeat other rooms, and are left out', async () => {
    const build = house({ schema: 'IFC4' })
    build.space({ storey: build.ground, name: 'Tổng diện tích', corners: box(-0.2, -0.2, 9.4, 4.2), type: 'GFA' })
    const found = await imported(build.file())
    expect(found.counts['zones']).toBe(2)
    expect(found.finding('ifc.grossAreaDropped').params).toMatchObject({ names: 'Tổng diện tích' })
  })

  test('a room filed under the wrong storey stands on the one whose floor it has', async () => {
    const build = house()
    const { storey } = upperStorey(build)
    build.space({ storey, name: 'Kho dưới', corners: box(9.6, 0, 13, 4), z: 0 })
    const found = await imported(build.file())
    expect(found.zone('Kho dưới').levelId).toBe(found.level('Tầng 1').id)
    expect(found.finding('ifc.roomMoved').records).toHaveLength(1)
  })

  test('persons counted in the file are taken over, as from the drawing', async () => {
    const build = house()
    build.properties([build.office], 'Pset_SpaceOccupancyRequirements', { OccupancyNumber: 'IFCCOUNTMEASURE(7)' })
    const zone = (await imported(build.file())).zone('Phòng làm việc')
    expect([zone.occupants, zone.evidence['occupants']?.mark]).toEqual([7, 'drawing'])
  })
})

describe('the plan', () => {
  test('walls are cut at 1.1 m: a door opens them, a window above does not; columns stand', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({ storey, name: 'A', corners: box(0, 0, 8, 4) })
    const wall = build.wall({ storey, corners: box(0, -0.2, 8, 0) })
    const door = build.door({ storey, at: [1, -0.1] })
    build.hole({ wall, corners: box(1, -0.2, 1.9, 0), z: 0, height: 2.1, fill: door })
    const window = build.window({ storey, at: [4, -0.1], width: 1.5, height: 0.6, sill: 2 })
    build.hole({ wall, corners: box(4, -0.2, 5.5, 0), z: 2, height: 0.6, fill: window })
    build.column({ storey, corners: box(6, 2, 6.4, 2.4) })
    build.wall({ storey, corners: box(0, 4, 8, 4.2), height: 0.8 })
    const { premises } = await imported(build.file())
    const walls = Object.values(premises.walls)
    const areas = walls.map((each) => [each.kind, Math.round(area(each.polygon) * 1000) / 1000])
    expect(areas).toEqual([['wall', 1.22], ['wall', 0.2], ['wall', 1.6], ['column', 0.16]])
    const glass = only(Object.values(premises.openings).filter((opening) => opening.kind === 'window'))
    expect(glass).toMatchObject({ clearWidthM: 1.5, sillM: 2, headM: 2.6 })
    expect(glass.sides).toContain(null)
  })

  test('a wall through two storeys is cut on both', async () => {
    const build = house()
    upperStorey(build)
    build.wall({ storey: build.ground, corners: box(12, 0, 12.2, 4), height: 6 })
    const { premises } = await imported(build.file())
    const tall = Object.values(premises.walls).filter((wall) => Math.abs((wall.polygon.outer[0]?.[0] ?? 0) - 12.1) < 0.2)
    expect(new Set(tall.map((wall) => wall.levelId)).size).toBe(2)
  })
})

describe('up and down', () => {
  test('a half-turn stair of parts: two flights and a landing, one stair over three storeys', async () => {
    const build = ifc()
    const floors = [0, 3.4, 6.8].map((elevation, index) => build.storey({ name: `Tầng ${index + 1}`, elevation }))
    floors.forEach((storey, index) => build.space({ storey, name: `S${index + 1}`, longName: `Buồng thang ${index + 1}`, corners: box(0, 0, 2.8, 6) }))
    const [first, second] = floors as [number, number]
    for (const [storey, z] of [[first, 0], [second, 3.4]] as const) {
      const up = build.flight({ storey, from: [1.3, 1.2], angleDeg: 90, z, risers: 10, riser: 0.17, tread: 0.28, width: 1.2 })
      const landing = build.slab({ corners: box(0.1, 3.72, 2.7, 5), z: z + 1.7 })
      const back = build.flight({ storey, from: [1.5, 3.72], angleDeg: 270, z: z + 1.7, risers: 10, riser: 0.17, tread: 0.28, width: 1.2 })
      build.stair({ storey, parts: [up, landing, back] })
    }
    const found = await imported(build.file())
    const stair = only(Object.values(found.premises.stairs))
    expect(stair.zoneIds).toEqual([1, 2, 3].map((number) => found.zone(`Buồng thang ${number}`).id))
    expect(stair.runs).toHaveLength(2)
    for (const run of stair.runs) {
      expect(run.flights.map((flight) => [flight.risers, flight.riserM, flight.treadM, flight.clearWidthM])).toEqual([
        [10, 0.17, 0.28, 1.2],
        [10, 0.17, 0.28, 1.2],
      ])
      expect(only(run.landings)).toMatchObject({ lengthM: 1.28, widthM: 2.6 })
      expect(riseM(run)).toBeCloseTo(3.4, 6)
    }
    expect(stair.kind).toBe('enclosed')
    expect(stair.evidence['kind']?.mark).toBe('assumed')
  })

  test('stair rooms above one another without a stair between are joined by an assumed one', async () => {
    const build = house()
    const { storey } = upperStorey(build)
    build.space({ storey: build.ground, name: 'Cầu thang A', corners: box(0, 4.2, 3, 9) })
    build.space({ storey, name: 'Cầu thang A', corners: box(0, 4.2, 3, 9) })
    const found = await imported(build.file())
    const stair = only(Object.values(found.premises.stairs))
    expect(stair.runs.map(riseM)[0]).toBeCloseTo(3.2, 6)
    expect(stair.evidence['runs']?.mark).toBe('assumed')
    expect(found.finding('ifc.stairAssumed').severity).toBe('warning')
  })

  test('a stair that ends in the air is told, not joined', async () => {
    const build = house()
    const flight = build.flight({ storey: build.ground, from: [0.5, 0.5], z: 0, risers: 8, riser: 0.17, tread: 0.28, width: 1 })
    build.stair({ storey: build.ground, name: 'Bậc lên mái', parts: [flight] })
    const found = await imported(build.file())
    expect(Object.keys(found.premises.stairs)).toHaveLength(0)
    expect(found.finding('ifc.stairUnlinked')).toMatchObject({ kind: 'decide', params: { name: 'Bậc lên mái', zone: 'Sảnh' } })
  })

  test('a lift of the file makes its shaft a lift; an escalator is no way out and is listed', async () => {
    const build = house()
    const { storey } = upperStorey(build)
    build.space({ storey: build.ground, name: 'X1', corners: box(9.6, 0, 11.6, 2) })
    build.space({ storey, name: 'X2', corners: box(9.6, 0, 11.6, 2) })
    build.transport({ storey: build.ground, corners: box(9.8, 0.2, 11.4, 1.8), z: 0, height: 6, kind: 'ELEVATOR' })
    build.transport({ storey: build.ground, corners: box(1, 1, 4, 2), z: 0, height: 3, kind: 'ESCALATOR' })
    const found = await imported(build.file())
    expect(only(Object.values(found.premises.lifts)).zoneIds).toEqual([found.zone('X1').id, found.zone('X2').id])
    expect(found.finding('ifc.escalatorDropped').params).toMatchObject({ count: 1 })
  })

  test('a ramp joins the rooms at its ends, with its slope length and width', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({ storey, name: 'Dưới', corners: box(0, 0, 4, 3) })
    build.space({ storey, name: 'Trên', corners: box(10, 0, 14, 3), z: 0.5 })
    build.ramp({ storey, from: [4, 0.75], to: [10, 2.25], z: 0, rise: 0.5 })
    const found = await imported(build.file())
    const ramp = only(Object.values(found.premises.ramps))
    expect([ramp.lowerZoneId, ramp.upperZoneId]).toEqual([found.zone('Dưới').id, found.zone('Trên').id])
    expect(ramp.lengthM).toBeCloseTo(Math.hypot(6, 0.5), 2)
    expect(ramp).toMatchObject({ riseM: 0.5, clearWidthM: 1.5, use: 'persons' })
  })
})

test('the same file imports to the same records, but for their ids', async () => {
  const [a, b] = await Promise.all([imported(house().file()), imported(house().file())])
  const plain = (found: typeof a): string => {
    const ids = new Map<string, string>()
    return JSON.stringify(found.premises).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => ids.get(id) ?? (ids.set(id, `id${ids.size}`), `id${ids.size - 1}`))
  }
  expect(plain(a)).toBe(plain(b))
})
