import {
  area as turfArea,
  difference as turfDifference,
  featureCollection,
  intersect,
  polygon as turfPolygon,
  union as turfUnion,
} from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains } from '../../../src/premises/geometry/inside.ts'
import { area } from '../../../src/premises/geometry/measure.ts'
import type { Point, Polygon, Ring } from '../../../src/premises/geometry/plane.ts'
import {
  difference,
  intersection,
  mended,
  offset,
  union,
  withoutSlits,
} from '../../../src/premises/geometry/polygonOps.ts'
import { rectangle, ringLength, rings } from '../../../src/premises/geometry/ring.ts'
import { sharedEdges, sharedLength } from '../../../src/premises/geometry/sharedEdges.ts'
import { isSound } from '../../../src/premises/geometry/validity.ts'
import { floors, moved, points, polygons, turned } from './arbitraries.ts'

const scale = 1e-5
const metreArea = (((6_371_008.8 * Math.PI) / 180) * scale) ** 2
const closed = (ring: Ring) => [...ring, ring[0] as Point].map(([x, y]) => [x * scale, y * scale])
const asTurf = (polygon: Polygon) => turfPolygon(rings(polygon).map(closed))
const sum = (parts: readonly Polygon[]) => parts.reduce((total, part) => total + area(part), 0)
const turfSum = (feature: ReturnType<typeof turfUnion>) => (feature ? turfArea(feature) / metreArea : 0)

describe('polygon operations', () => {
  it('cover the same area as turf', () => {
    fc.assert(
      fc.property(polygons, polygons, points(8), (a, still, [dx, dy]) => {
        const b = moved(still, dx, dy)
        const pair = featureCollection([asTurf(a), asTurf(b)])
        expect(sum(union([a, b]))).toBeCloseTo(turfSum(turfUnion(pair)), 1)
        expect(sum(intersection([a], [b]))).toBeCloseTo(turfSum(intersect(pair)), 1)
        expect(sum(difference([a], [b]))).toBeCloseTo(turfSum(turfDifference(pair)), 1)
      }),
      { numRuns: 60 },
    )
  })

  it('give polygons oriented as the model asks, with their holes', () => {
    const frame = difference([rectangle(0, 0, 10, 10)], [rectangle(2, 2, 8, 8)])
    expect(frame).toHaveLength(1)
    expect(frame[0]?.holes).toHaveLength(1)
    expect(frame[0] && isSound(frame[0])).toBe(true)
    const island = union([...frame, rectangle(4, 4, 6, 6)])
    expect(island.map(area).toSorted((p, q) => p - q)).toEqual([4, 64])
  })

  it('grow by the strip around a convex zone: A + L d + 4 d² at square corners', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 2, noNaN: true }), (d) => {
        const room = rectangle(0, 0, 6, 4)
        const grown = sum(offset([room], d))
        expect(grown).toBeCloseTo(24 + ringLength(room.outer) * d + 4 * d * d, 2)
      }),
    )
    expect(offset([rectangle(0, 0, 1, 1)], -0.6)).toEqual([])
  })

  it('shrink to points that all keep the distance', () => {
    fc.assert(
      fc.property(floors, (floor) => {
        for (const part of offset([floor], -0.3)) {
          for (const point of part.outer) expect(contains(floor, point)).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('mend an outline that crosses itself', () => {
    const bow: Polygon = {
      outer: [
        [0, 0],
        [4, 4],
        [4, 0],
        [0, 3],
      ],
      holes: [],
    }
    const part = mended(bow)
    expect(part && isSound(part)).toBe(true)
    expect(part && area(part)).toBeCloseTo((4 * (4 - 12 / 7)) / 2, 3)
    expect(
      mended({
        outer: [
          [0, 0],
          [1, 1],
        ],
        holes: [],
      }),
    ).toBeNull()
  })

  it('close the slit behind a column that nobody passes, and leave a metre open', () => {
    const column = (gap: number): Polygon => ({
      outer: rectangle(0, 0, 10, 4).outer,
      holes: [rectangle(4, gap, 4.6, gap + 0.6).outer.toReversed()],
    })
    expect(withoutSlits(column(0.1), 0.3).holes).toHaveLength(0)
    expect(area(withoutSlits(column(0.1), 0.3))).toBeCloseTo(40 - 0.36 - 0.06, 3)
    expect(withoutSlits(column(1), 0.3)).toMatchObject({ holes: [{ length: 4 }] })
    const dumbbell: Polygon = {
      outer: [
        [0, 0],
        [4, 0],
        [4, 2],
        [4.5, 2],
        [4.5, 0],
        [9, 0],
        [9, 4],
        [4.5, 4],
        [4.5, 2.2],
        [4, 2.2],
        [4, 4],
        [0, 4],
      ],
      holes: [],
    }
    expect(withoutSlits(dumbbell, 0.3)).toBe(dumbbell)
  })
})

describe('shared edges', () => {
  const turns = fc.double({ min: 0, max: 360, noNaN: true })

  it('of two rooms are the stretch of wall between them, at any angle', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 9, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        turns,
        (shift, wall, degrees) => {
          const office = turned(rectangle(0, 0, 6, 4), degrees)
          const corridor = turned(rectangle(shift, 4 + wall, shift + 4, 7), degrees)
          const both = Math.max(0, Math.min(6, shift + 4) - Math.max(0, shift))
          fc.pre(both === 0 || both > 0.01)
          const edges = sharedEdges(office, corridor, 0.51)
          expect(edges.reduce((total, edge) => total + edge.lengthM, 0)).toBeCloseTo(both, 6)
          for (const edge of edges) expect(edge.gapM).toBeCloseTo(wall, 6)
        },
      ),
    )
  })

  it('are the same seen from either side, and run with the first room on the left', () => {
    const office = rectangle(0, 0, 6, 4)
    const corridor = rectangle(2, 4, 9, 6)
    expect(sharedEdges(office, corridor)[0]?.segment).toEqual([
      [6, 4],
      [2, 4],
    ])
    expect(sharedEdges(corridor, office)[0]?.segment).toEqual([
      [2, 4],
      [6, 4],
    ])
    fc.assert(
      fc.property(floors, floors, points(3), (a, still, [dx, dy]) => {
        const b = moved(still, dx, dy)
        expect(sharedLength(a, b)).toBeCloseTo(sharedLength(b, a), 2)
      }),
    )
  })

  it('join across points that the drawing puts into a straight wall', () => {
    const office: Polygon = {
      outer: [
        [0, 0],
        [6, 0],
        [6, 4],
        [4, 4],
        [1, 4],
        [0, 4],
      ],
      holes: [],
    }
    const edges = sharedEdges(office, rectangle(-2, 4, 20, 6))
    expect(edges).toHaveLength(1)
    expect(edges[0]?.lengthM).toBe(6)
  })

  it('do not join rooms that only meet at a corner, or stand back to back through a third', () => {
    expect(sharedEdges(rectangle(0, 0, 4, 4), rectangle(4, 4, 8, 8))).toEqual([])
    expect(sharedEdges(rectangle(0, 0, 4, 4), rectangle(6, 0, 8, 4), 0.5)).toEqual([])
  })

  it('find the wall of a room that stands in a hole of another', () => {
    const hall: Polygon = {
      outer: rectangle(0, 0, 20, 20).outer,
      holes: [rectangle(5, 5, 9, 8).outer.toReversed()],
    }
    expect(sharedLength(hall, rectangle(5, 5, 9, 8))).toBeCloseTo(14, 9)
  })
})
