import { describe, expect, test } from 'vitest'
import { area } from '../../../src/premises/geometry/measure.ts'
import { box, ifc } from './builder.ts'
import { house, upperStorey } from './houses.ts'
import { imported, only } from './importing.ts'

describe('rooms', () => {
  test('holes and inner corners of an outline are exact to the grid', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({
      storey,
      name: 'A',
      corners: [
        [0, 0],
        [7.1234, 0],
        [7.1234, 3.3333],
        [4, 3.3333],
        [4, 6.0001],
        [0, 6.0001],
      ],
      holes: [box(1, 1, 2.5, 2)],
    })
    const { polygon } = (await imported(build.file())).zone('A')
    expect(new Set(polygon.outer.map(String))).toEqual(
      new Set(['0,0', '7.1234,0', '7.1234,3.3333', '4,3.3333', '4,6.0001', '0,6.0001']),
    )
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
    build.space({
      storey: build.ground,
      name: 'Tổng diện tích',
      corners: box(-0.2, -0.2, 9.4, 4.2),
      type: 'GFA',
    })
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
    build.properties([build.office], 'Pset_SpaceOccupancyRequirements', {
      OccupancyNumber: 'IFCCOUNTMEASURE(7)',
    })
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
    expect(areas).toEqual([
      ['wall', 1.22],
      ['wall', 0.2],
      ['wall', 1.6],
      ['column', 0.16],
    ])
    const glass = only(Object.values(premises.openings).filter((opening) => opening.kind === 'window'))
    expect(glass).toMatchObject({ clearWidthM: 1.5, sillM: 2, headM: 2.6 })
    expect(glass.sides).toContain(null)
  })

  test('a level has the outline of the building: rooms and walls, without the doors in them', async () => {
    const found = await imported(house().file())
    const outline = found.level('Tầng 1').outline
    expect(outline && area(outline)).toBeCloseTo(9.6 * 4.4, 2)
  })

  test('the panes of a curtain wall are glass in the plan, and rooms behind it are not open', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({ storey, name: 'A', corners: box(0, 0, 4, 4) })
    build.space({ storey, name: 'B', corners: box(4, 0, 8, 4) })
    build.curtainWall({ storey, panes: [box(3.95, 0, 4.05, 2), box(3.95, 2, 4.05, 4)], height: 3 })
    const found = await imported(build.file())
    expect(Object.values(found.premises.walls).map((wall) => wall.kind)).toEqual(['window', 'window'])
    expect(found.between('A', 'B')).toHaveLength(0)
  })

  test('a wall through two storeys is cut on both', async () => {
    const build = house()
    upperStorey(build)
    build.wall({ storey: build.ground, corners: box(12, 0, 12.2, 4), height: 6 })
    const { premises } = await imported(build.file())
    const tall = Object.values(premises.walls).filter(
      (wall) => Math.abs((wall.polygon.outer[0]?.[0] ?? 0) - 12.1) < 0.2,
    )
    expect(new Set(tall.map((wall) => wall.levelId)).size).toBe(2)
  })
})

test('the same file imports to the same records, but for their ids', async () => {
  const [a, b] = await Promise.all([imported(house().file()), imported(house().file())])
  const plain = (found: typeof a): string => {
    const ids = new Map<string, string>()
    return JSON.stringify(found.premises).replaceAll(
      /[0-9a-f]{8}-[0-9a-f-]{27}/g,
      (id) => ids.get(id) ?? (ids.set(id, `id${ids.size}`), `id${ids.size - 1}`),
    )
  }
  expect(plain(a)).toBe(plain(b))
})
