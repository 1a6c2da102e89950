import {
  area as turfArea,
  booleanPointInPolygon,
  centerOfMass,
  kinks,
  pointToLineDistance,
  polygon as turfPolygon,
} from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  anchorIn,
  contains,
  distanceToBoundary,
  distanceToPolygon,
  insideEvenOdd,
} from '../../../src/premises/geometry/inside.ts'
import { labelPoint } from '../../../src/premises/geometry/labelPoint.ts'
import { area, bounds, boxesMeet, centroid } from '../../../src/premises/geometry/measure.ts'
import { boxCorners, convexHull, minimumBox } from '../../../src/premises/geometry/minimumBox.ts'
import type { Point, Polygon, Ring } from '../../../src/premises/geometry/plane.ts'
import { normalised, oriented, rectangle, rings, signedArea } from '../../../src/premises/geometry/ring.ts'
import {
  along,
  distance,
  distanceToSegment,
  leftNormal,
  nearestShare,
  turn,
} from '../../../src/premises/geometry/segment.ts'
import { isSound, polygonFaults } from '../../../src/premises/geometry/validity.ts'
import { floors, moved, points, polygons, stars, turned } from './arbitraries.ts'

/** turf works on degrees; a plane of a few metres near (0, 0) is flat to it, at 1 m = 1e-5°. */
const scale = 1e-5
const closed = (ring: Ring) => [...ring, ring[0] as Point].map(([x, y]) => [x * scale, y * scale])
const asTurf = (polygon: Polygon) => turfPolygon(rings(polygon).map(closed))
const degreeM = (6_371_008.8 * Math.PI) / 180

describe('area and centroid', () => {
  it('agree with turf', () => {
    fc.assert(
      fc.property(polygons, (polygon) => {
        const turf = asTurf(polygon)
        expect(area(polygon)).toBeCloseTo(turfArea(turf) / (degreeM * scale) ** 2, 2)
        const { coordinates } = centerOfMass(turfPolygon([closed(polygon.outer)])).geometry
        const [x, y] = centroid({ outer: polygon.outer, holes: [] })
        expect(Math.hypot(x - (coordinates[0] ?? 0) / scale, y - (coordinates[1] ?? 0) / scale)).toBeLessThan(
          1e-6,
        )
      }),
    )
  })

  it('do not change where the polygon lies or which way it is turned', () => {
    fc.assert(
      fc.property(
        polygons,
        fc.double({ min: 0, max: 360, noNaN: true }),
        points(5000),
        (polygon, degrees, [dx, dy]) => {
          const there = turned(moved(polygon, dx, dy), degrees)
          expect(area(there)).toBeCloseTo(area(polygon), 4)
        },
      ),
    )
  })

  it('weigh holes as nothing', () => {
    const ring: Polygon = {
      outer: rectangle(0, 0, 10, 10).outer,
      holes: [rectangle(0, 0, 5, 10).outer.toReversed()],
    }
    expect(area(ring)).toBe(50)
    expect(centroid(ring)).toEqual([7.5, 5])
  })
})

describe('inside', () => {
  it('agrees with turf away from the boundary', () => {
    fc.assert(
      fc.property(polygons, points(26), (polygon, point) => {
        fc.pre(distanceToBoundary(polygon, point) > 1e-3)
        const turf = booleanPointInPolygon([point[0] * scale, point[1] * scale], asTurf(polygon))
        expect(insideEvenOdd(polygon, point)).toBe(turf)
        expect(contains(polygon, point)).toBe(turf)
        expect(distanceToPolygon(polygon, point) === 0).toBe(turf)
      }),
    )
  })

  it('includes every corner and every point of the boundary', () => {
    fc.assert(
      fc.property(polygons, fc.double({ min: 0, max: 1, noNaN: true }), (polygon, share) => {
        for (const ring of rings(polygon)) {
          ring.forEach((corner, index) => {
            expect(contains(polygon, corner)).toBe(true)
            const next = ring[(index + 1) % ring.length] as Point
            expect(contains(polygon, along([corner, next], share))).toBe(true)
          })
        }
      }),
    )
  })

  it('anchors a door in a thick wall at the nearest point of the zone', () => {
    const room = rectangle(0, 0, 4, 3)
    expect(anchorIn(room, [2, 3.25])).toEqual([2, 3])
    expect(anchorIn(room, [2, 2])).toEqual([2, 2])
    fc.assert(
      fc.property(polygons, points(30), (polygon, point) => {
        const anchor = anchorIn(polygon, point)
        expect(contains(polygon, anchor)).toBe(true)
        expect(distance(point, anchor)).toBeCloseTo(distanceToPolygon(polygon, point), 9)
      }),
    )
  })
})

describe('segments', () => {
  it('measure the distance as turf does', () => {
    fc.assert(
      fc.property(points(20), points(20), points(20), (a, b, p) => {
        fc.pre(distance(a, b) > 0.01)
        const [ta, tb, tp] = [a, b, p].map(([x, y]) => [x * scale, y * scale]) as [
          number[],
          number[],
          number[],
        ]
        const line = { type: 'LineString' as const, coordinates: [ta, tb] }
        const turf = pointToLineDistance(tp, line, { units: 'meters', method: 'planar' }) / (degreeM * scale)
        expect(distanceToSegment([a, b], p)).toBeCloseTo(turf, 3)
      }),
    )
  })

  it('know left from right', () => {
    expect(turn([0, 0], [1, 0], [0, 1])).toBeGreaterThan(0)
    expect(
      leftNormal([
        [0, 0],
        [2, 0],
      ]),
    ).toEqual([0, 1])
    expect(
      nearestShare(
        [
          [0, 0],
          [2, 0],
        ],
        [5, 5],
      ),
    ).toBe(1)
    expect(
      nearestShare(
        [
          [1, 1],
          [1, 1],
        ],
        [5, 5],
      ),
    ).toBe(0)
  })
})

describe('rings', () => {
  it('are stored with the inside on their left, without repeated or idle points', () => {
    fc.assert(
      fc.property(polygons, (polygon) => {
        const untidy: Polygon = {
          outer: polygon.outer.toReversed().flatMap((point) => [point, point]),
          holes: polygon.holes.map((hole) => [...hole.toReversed(), hole[hole.length - 1] as Point]),
        }
        const tidy = normalised(untidy)
        expect(tidy.outer.length).toBe(polygon.outer.length)
        expect(signedArea(tidy.outer)).toBeGreaterThan(0)
        for (const hole of tidy.holes) expect(signedArea(hole)).toBeLessThan(0)
        expect(area(tidy)).toBeCloseTo(area(polygon), 9)
        expect(normalised(tidy)).toEqual(tidy)
      }),
    )
  })

  it('lose points in the middle of a straight wall, and keep those of a gentle bend', () => {
    const wall: Ring = [
      [0, 0],
      [2, 0],
      [5, 0],
      [5, 3],
      [2.5, 3.001],
      [0, 3],
    ]
    expect(normalised({ outer: wall, holes: [] }).outer).toEqual([
      [0, 0],
      [5, 0],
      [5, 3],
      [2.5, 3.001],
      [0, 3],
    ])
    expect(oriented(wall, false)).toEqual(wall.toReversed())
  })
})

const inGeneralPosition = (ring: Ring) =>
  ring.every((a, i) =>
    ring.every((b, j) => ring.every((c, k) => i >= j || j >= k || Math.abs(turn(a, b, c)) > 1e-6)),
  )

describe('faults of a polygon', () => {
  // turf.kinks knows proper crossings only, so no three points in one line.
  it('are found where turf finds kinks, on any ring of points', () => {
    fc.assert(
      fc.property(fc.uniqueArray(points(5), { minLength: 4, maxLength: 9, selector: String }), (outer) => {
        fc.pre(Math.abs(signedArea(outer)) > 0.01 && inGeneralPosition(outer))
        const polygon = { outer: oriented(outer, true), holes: [] }
        const turf = kinks(turfPolygon([closed(polygon.outer)])).features.length
        const found = polygonFaults(polygon).filter((fault) => fault.kind === 'crossing').length
        expect(found > 0).toBe(turf > 0)
      }),
    )
  })

  it('are named, with their place', () => {
    const kinds = (polygon: Polygon) => polygonFaults(polygon).map((fault) => fault.kind)
    const square = rectangle(0, 0, 4, 4)
    expect(
      kinds({
        outer: [
          [0, 0],
          [1, 1],
        ],
        holes: [],
      }),
    ).toEqual(['tooFewPoints'])
    expect(
      kinds({
        outer: [
          [0, 0],
          [Number.NaN, 1],
          [1, 0],
        ],
        holes: [],
      }),
    ).toEqual(['notANumber'])
    expect(
      kinds({
        outer: [
          [0, 0],
          [1, 0],
          [2, 0],
        ],
        holes: [],
      }),
    ).toContain('noArea')
    expect(kinds({ outer: square.outer.toReversed(), holes: [] })).toEqual(['orientation'])
    expect(
      polygonFaults({
        outer: [
          [0, 0],
          [4, 4],
          [4, 0],
          [0, 3],
        ],
        holes: [],
      }),
    ).toContainEqual({
      kind: 'crossing',
      at: [expect.closeTo(12 / 7, 9), expect.closeTo(12 / 7, 9)],
    })
    const out = rectangle(6, 6, 7, 7).outer.toReversed()
    expect(kinds({ outer: square.outer, holes: [out] })).toEqual(['holeOutside'])
    const across = rectangle(3, 1, 5, 2).outer.toReversed()
    expect(kinds({ outer: square.outer, holes: [across] })).toEqual(['crossing', 'crossing'])
    const touching = rectangle(1, 0, 2, 1).outer.toReversed()
    expect(isSound({ outer: square.outer, holes: [touching] })).toBe(false)
    const standingOnTip: Ring = [
      [2, 0],
      [1, 1],
      [2, 2],
      [3, 1],
    ]
    expect(isSound({ outer: square.outer, holes: [standingOnTip] })).toBe(true)
  })
})

describe('boxes', () => {
  it('of least area hold every point and are no larger than any turned box', () => {
    fc.assert(
      fc.property(polygons, fc.double({ min: 0, max: 90, noNaN: true }), (polygon, degrees) => {
        const box = minimumBox(polygon.outer)
        if (!box) throw new Error('no box')
        const frame: Polygon = { outer: boxCorners(box), holes: [] }
        expect(signedArea(frame.outer)).toBeCloseTo(box.lengthM * box.widthM, 9)
        for (const point of polygon.outer) expect(contains(frame, point, 1e-6)).toBe(true)
        const [x0, y0, x1, y1] = bounds(turned(polygon, degrees).outer) ?? [0, 0, 0, 0]
        expect(box.lengthM * box.widthM).toBeLessThanOrEqual((x1 - x0) * (y1 - y0) + 1e-6)
        expect(box.lengthM).toBeGreaterThanOrEqual(box.widthM)
      }),
    )
  })

  it('find the sides of a turned door', () => {
    const box = minimumBox(turned(rectangle(0, 0, 0.9, 0.05), 37).outer)
    expect(box?.lengthM).toBeCloseTo(0.9, 9)
    expect(box?.widthM).toBeCloseTo(0.05, 9)
    expect(Math.abs((box?.axis[1] ?? 0) / (box?.axis[0] ?? 1))).toBeCloseTo(Math.tan((37 * Math.PI) / 180), 9)
    expect(minimumBox([])).toBeNull()
    expect(minimumBox([[1, 1]])).toMatchObject({ lengthM: 0, widthM: 0 })
    expect(
      convexHull([
        [0, 0],
        [1, 0],
        [2, 0],
        [1, 1],
      ]),
    ).toHaveLength(3)
  })

  it('meet when they touch or lie within the margin', () => {
    expect(boxesMeet([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true)
    expect(boxesMeet([0, 0, 1, 1], [1.4, 0, 2, 1])).toBe(false)
    expect(boxesMeet([0, 0, 1, 1], [1.4, 0, 2, 1], 0.5)).toBe(true)
  })
})

describe('the label point', () => {
  it('lies inside, as far from the boundary as any point of a fine grid, less the precision', () => {
    fc.assert(
      fc.property(fc.oneof(stars, floors), (polygon) => {
        const { point, radiusM } = labelPoint(polygon, 0.05)
        expect(insideEvenOdd(polygon, point)).toBe(true)
        expect(distanceToBoundary(polygon, point)).toBeCloseTo(radiusM, 9)
        const [x0, y0, x1, y1] = bounds(polygon.outer) ?? [0, 0, 0, 0]
        let most = 0
        for (let x = x0; x < x1; x += (x1 - x0) / 30) {
          for (let y = y0; y < y1; y += (y1 - y0) / 30) {
            if (insideEvenOdd(polygon, [x, y])) most = Math.max(most, distanceToBoundary(polygon, [x, y]))
          }
        }
        expect(radiusM).toBeGreaterThanOrEqual(most - 0.05)
      }),
      { numRuns: 40 },
    )
  })

  it('is the middle of a rectangle, and lies in the thick arm of an L', () => {
    expect(labelPoint(rectangle(0, 0, 8, 4))).toEqual({ point: [4, 2], radiusM: 2 })
    const l: Polygon = {
      outer: [
        [0, 0],
        [10, 0],
        [10, 1],
        [4, 1],
        [4, 6],
        [0, 6],
      ],
      holes: [],
    }
    const { point } = labelPoint(l)
    expect(point[0]).toBeLessThan(4)
    expect(
      labelPoint({
        outer: [
          [0, 0],
          [1, 0],
          [2, 0],
        ],
        holes: [],
      }).radiusM,
    ).toBe(0)
  })
})
