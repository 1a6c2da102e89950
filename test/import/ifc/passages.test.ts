import { describe, expect, test } from 'vitest'
import { box, ifc } from './builder.ts'
import { imported, only, walkable } from './importing.ts'

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

  test('boundaries of the second level name their counterpart: that joins rooms as well', async () => {
    const build = ifc({ schema: 'IFC4' })
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    const a = build.space({ storey, name: 'A', corners: box(0, 0, 4, 5) })
    const b = build.space({ storey, name: 'B', corners: box(4.3, 0, 8, 5) })
    const virtual = build.virtualElement(storey)
    const half = (space: number, other: string): number =>
      build.add(
        `IFCRELSPACEBOUNDARY2NDLEVEL(${build.guid()},$,'2ndLevel','2a',#${space},#${virtual},$,.VIRTUAL.,.INTERNAL.,$,${other})`,
      )
    half(b, `#${half(a, '$')}`)
    const found = await imported(build.file())
    expect(only(found.between('A', 'B')).evidence['segment']?.note).toBe('IfcRelSpaceBoundary')
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
