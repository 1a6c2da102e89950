import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { floorOf, joinFaces } from '../../../src/import/ifc/outline.ts'
import { closedLoops } from '../../../src/import/ifc/loops.ts'
import { sectionAt } from '../../../src/import/ifc/section.ts'
import { walkingSurfaces } from '../../../src/import/ifc/surfaces.ts'
import { area } from '../../../src/premises/geometry/measure.ts'
import type { Point, Polygon } from '../../../src/premises/geometry/plane.ts'
import { difference, union } from '../../../src/premises/geometry/polygonOps.ts'
import { rectangle, signedArea } from '../../../src/premises/geometry/ring.ts'
import { isSound } from '../../../src/premises/geometry/validity.ts'
import earcut from 'earcut'

/** The closed mesh of a prism over a polygon, faces looking outwards. */
function prism(polygon: Polygon, z0: number, z1: number): Float64Array {
  const rings = [polygon.outer, ...polygon.holes]
  const flat = rings.flat()
  const holes = rings
    .slice(1)
    .map((_, index) => rings.slice(0, index + 1).reduce((sum, ring) => sum + ring.length, 0))
  const corners = earcut(flat.flat(), holes, 2).map((index) => flat[index] as Point)
  const faces: number[] = []
  for (let at = 0; at < corners.length; at += 3) {
    const [a, b, c] = corners.slice(at, at + 3) as [Point, Point, Point]
    const [p, q] = signedArea([a, b, c]) > 0 ? [b, c] : [c, b]
    faces.push(...a, z1, ...p, z1, ...q, z1, ...a, z0, ...q, z0, ...p, z0)
  }
  for (const ring of rings) {
    ring.forEach((a, index) => {
      const b = ring[(index + 1) % ring.length] as Point
      faces.push(...a, z0, ...b, z0, ...b, z1, ...a, z0, ...b, z1, ...a, z1)
    })
  }
  return Float64Array.from(faces)
}

const stair = (steps: number, riser: number, tread: number): Float64Array =>
  Float64Array.from(
    Array.from({ length: steps }, (_, step) => [
      ...prism(rectangle(step * tread, 0, (step + 1) * tread, 1), step * riser, (step + 1) * riser),
    ]).flat(),
  )

/** Unions of a few rectangles on a coarse grid: rooms with corners, holes and parts. */
const shapes = fc
  .array(fc.tuple(fc.nat(12), fc.nat(12), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((boxes) => union(boxes.map(([x, y, w, h]) => rectangle(x, y, x + w, y + h))))

describe('the floor of a room', () => {
  test('is the outline of its mesh, to the grid, whatever its corners and holes', () => {
    fc.assert(
      fc.property(shapes, fc.boolean(), (parts, insideOut) => {
        for (const part of parts) {
          const mesh = prism(part, 0.3, 3)
          const floor = floorOf(insideOut ? reversed(mesh) : mesh)
          expect(floor?.polygons).toHaveLength(1)
          const found = floor?.polygons[0] as Polygon
          expect(isSound(found)).toBe(true)
          expect(area(found)).toBeCloseTo(area(part), 6)
          expect(difference([found], [part]).reduce((sum, each) => sum + area(each), 0)).toBeLessThan(1e-6)
          expect([floor?.z, floor?.level]).toEqual([0.3, true])
        }
      }),
      { numRuns: 100 },
    )
  })

  test('of two solids one on the other is that of the lower', () => {
    const mesh = Float64Array.from([
      ...prism(rectangle(0, 0, 4, 3), 0, 2.6),
      ...prism(rectangle(0, 0, 4, 3), 2.6, 3),
    ])
    expect(floorOf(mesh)).toMatchObject({ level: true, z: 0 })
    expect(area(floorOf(mesh)?.polygons[0] as Polygon)).toBeCloseTo(12, 9)
  })

  test('of a stepped lecture hall is all of it, and is said not to be level', () => {
    const steps = [0, 1, 2, 3].map((row) => prism(rectangle(0, row * 2, 10, row * 2 + 2), row * 0.4, 4))
    const floor = floorOf(Float64Array.from(steps.flatMap((step) => [...step])))
    expect(floor?.level).toBe(false)
    expect(area(floor?.polygons[0] as Polygon)).toBeCloseTo(80, 6)
  })

  test('parts that a thin partition divides are one room, niches are left out, far parts stay apart', () => {
    const mesh = (...parts: Polygon[]) => Float64Array.from(parts.flatMap((part) => [...prism(part, 0, 3)]))
    expect(floorOf(mesh(rectangle(0, 0, 4, 3), rectangle(4.1, 0, 6, 3)))).toMatchObject({ joinedParts: 1 })
    expect(floorOf(mesh(rectangle(0, 0, 4, 3), rectangle(4.1, 0, 4.4, 3)))?.droppedM2).toBeCloseTo(0.9, 6)
    expect(floorOf(mesh(rectangle(0, 0, 4, 3), rectangle(6, 0, 8, 3)))?.polygons).toHaveLength(2)
  })

  test('faces that meet in the middle of an edge are joined all the same', () => {
    const triangles: Point[][] = [
      [
        [0, 0],
        [4, 0],
        [4, 2],
      ],
      [
        [0, 0],
        [4, 2],
        [0, 2],
      ],
      [
        [0, 2],
        [2, 2],
        [0, 4],
      ],
      [
        [2, 2],
        [4, 2],
        [2, 4],
      ],
    ]
    const whole = union(joinFaces(triangles))
    expect(whole.reduce((sum, part) => sum + area(part), 0)).toBeCloseTo(12, 9)
  })
})

describe('loops', () => {
  test('two squares that touch in a corner stay two rings', () => {
    const square = (x: number, y: number): [Point, Point][] => {
      const ring: Point[] = [
        [x, y],
        [x + 1, y],
        [x + 1, y + 1],
        [x, y + 1],
      ]
      return ring.map((a, index) => [a, ring[(index + 1) % 4] as Point])
    }
    expect(closedLoops([...square(0, 0), ...square(1, 1)])?.map((ring) => ring.length)).toEqual([4, 4])
  })

  test('an edge that leads nowhere makes no ring', () => {
    expect(
      closedLoops([
        [
          [0, 0],
          [1, 0],
        ],
        [
          [1, 0],
          [1, 1],
        ],
      ]),
    ).toBeNull()
  })
})

describe('a horizontal cut', () => {
  test('of a prism is its base, at every height', () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 0.01, max: 2.99, noNaN: true }), (parts, z) => {
        for (const part of parts) {
          const cut = sectionAt(prism(part, 0, 3), z) ?? []
          expect(cut.reduce((sum, each) => sum + area(each), 0)).toBeCloseTo(area(part), 6)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('above or below is nothing, and an open mesh is told', () => {
    const mesh = prism(rectangle(0, 0, 4, 0.2), 0, 3)
    expect(sectionAt(mesh, 3.5)).toEqual([])
    expect(sectionAt(mesh.subarray(0, mesh.length - 9), 1)).toBeNull()
  })
})

test('treads are found by height, rails and risers are not treads', () => {
  const rail = prism(rectangle(0, 0, 2.8, 0.05), 0, 2.9)
  const surfaces = walkingSurfaces(Float64Array.from([...stair(10, 0.17, 0.28), ...rail]))
  expect(surfaces.map((surface) => Math.round(surface.z * 1000) / 1000)).toEqual([
    0.17, 0.34, 0.51, 0.68, 0.85, 1.02, 1.19, 1.36, 1.53, 1.7,
  ])
})

function reversed(mesh: Float64Array): Float64Array {
  const turned = mesh.slice()
  for (let at = 0; at < mesh.length; at += 9) {
    turned.set(mesh.subarray(at + 3, at + 6), at + 6)
    turned.set(mesh.subarray(at + 6, at + 9), at + 3)
  }
  return turned
}
