import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketsOf } from '../../../src/premises/geometry/geodesic/buckets.ts'
import { domainOf, foothold, holds } from '../../../src/premises/geometry/geodesic/domain.ts'
import { farthestPoint } from '../../../src/premises/geometry/geodesic/farthest.ts'
import { geodesics, walkAreaOf } from '../../../src/premises/geometry/geodesic/geodesics.ts'
import { visible } from '../../../src/premises/geometry/geodesic/visibility.ts'
import { contains, insideEvenOdd } from '../../../src/premises/geometry/inside.ts'
import { area } from '../../../src/premises/geometry/measure.ts'
import { gridPerMetre, snapPoint } from '../../../src/premises/geometry/plane.ts'
import type { Point, Polygon } from '../../../src/premises/geometry/plane.ts'
import { rectangle, ringLength, rings } from '../../../src/premises/geometry/ring.ts'
import { distance } from '../../../src/premises/geometry/segment.ts'
import { floors, points, pointsInside, polygons, turned } from './arbitraries.ts'

/**
 * An independent answer: the full visibility graph over all corners and both ends, in floating point. A line is free if
 * the middle of every piece between its meetings with walls lies inside or on a wall.
 */
function byVisibilityGraph(polygon: Polygon, from: Point, to: Point): number {
  const nodes: Point[] = [from, to, ...rings(polygon).flat()]
  const length = nodes.map(() => Infinity)
  const done = nodes.map(() => false)
  length[0] = 0
  for (;;) {
    let at = -1
    length.forEach((value, index) => {
      if (!done[index] && value < (at < 0 ? Infinity : (length[at] ?? 0))) at = index
    })
    if (at < 0 || at === 1) return length[1] ?? Infinity
    done[at] = true
    nodes.forEach((node, index) => {
      const through = (length[at] ?? 0) + Math.hypot(node[0] - nodes[at]![0], node[1] - nodes[at]![1])
      if (!done[index] && through < (length[index] ?? 0) && free(polygon, nodes[at]!, node))
        length[index] = through
    })
  }
}

function free(polygon: Polygon, p: Point, q: Point): boolean {
  const cuts = [0, 1]
  for (const ring of rings(polygon)) {
    ring.forEach((a, index) => {
      const b = ring[(index + 1) % ring.length]!
      const along = Math.hypot(q[0] - p[0], q[1] - p[1]) ** 2
      if (along === 0) return
      const cross = (q[0] - p[0]) * (b[1] - a[1]) - (q[1] - p[1]) * (b[0] - a[0])
      if (cross !== 0) {
        const t = ((a[0] - p[0]) * (b[1] - a[1]) - (a[1] - p[1]) * (b[0] - a[0])) / cross
        if (t > 0 && t < 1) cuts.push(t)
      }
      const t = ((a[0] - p[0]) * (q[0] - p[0]) + (a[1] - p[1]) * (q[1] - p[1])) / along
      if (t > 0 && t < 1) cuts.push(t)
    })
  }
  cuts.sort((s, t) => s - t)
  return cuts.slice(1).every((cut, index) => {
    const t = (cut + (cuts[index] ?? 0)) / 2
    return insideOrOn(polygon, p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t)
  })
}

function insideOrOn(polygon: Polygon, x: number, y: number): boolean {
  let winding = 0
  for (const ring of rings(polygon)) {
    for (let index = 0; index < ring.length; index += 1) {
      const [ax, ay] = ring[index]!
      const [bx, by] = ring[(index + 1) % ring.length]!
      const long = Math.hypot(bx - ax, by - ay)
      const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / (long * long)))
      if (Math.hypot(ax + (bx - ax) * t - x, ay + (by - ay) * t - y) < 1e-7) return true
      const left = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
      if (ay <= y && by > y && left > 0) winding += 1
      if (ay > y && by <= y && left < 0) winding -= 1
    }
  }
  return winding !== 0
}

const inside = (polygon: Polygon, seed: number, count: number) =>
  pointsInside(polygon, seed, count, (point) => contains(polygon, point, 0))

/** A ring of the boundary point by its share: where doors are. */
function onBoundary(polygon: Polygon, share: number): Point {
  const ring = rings(polygon)[Math.floor(share * 97) % (1 + polygon.holes.length)] ?? polygon.outer
  const a = ring[Math.floor(share * ring.length) % ring.length]!
  const b = ring[(Math.floor(share * ring.length) + 1) % ring.length]!
  const t = (share * ring.length) % 1
  return snapPoint([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t])
}

const shares = fc.double({ min: 0, max: 0.999999, noNaN: true })

describe('shortest ways inside a zone', () => {
  it('are as long as an independent visibility graph says, between places inside and on walls', () => {
    fc.assert(
      fc.property(polygons, fc.nat(), shares, shares, (polygon, seed, s, t) => {
        const walk = walkAreaOf(polygon)
        if (!walk) throw new Error('no area')
        const { domain } = walk
        const places = [...inside(polygon, seed, 2), onBoundary(polygon, s), onBoundary(polygon, t)]
        const { lengths } = geodesics(walk, places, places)
        // A point on a slanted wall falls beside it by rounding: the independent graph starts from the cell next to it.
        const standing = places.map((place): Point => {
          const { x, y } = foothold(domain, place)
          return [(x + domain.originX) / gridPerMetre, (y + domain.originY) / gridPerMetre]
        })
        standing.forEach((from, i) => {
          expect(distance(from, places[i]!)).toBeLessThan(0.0003)
          standing.forEach((to, j) => {
            const length = lengths[i * places.length + j] ?? 0
            expect(Math.abs(length - byVisibilityGraph(polygon, from, to))).toBeLessThan(1e-8)
          })
        })
      }),
      { numRuns: 150 },
    )
  })

  it('are exact to a nanometre between places on the grid', () => {
    fc.assert(
      fc.property(polygons, fc.nat(), (polygon, seed) => {
        const [from, to] = inside(polygon, seed, 2)
        if (!from || !to) return
        expect(geodesics(polygon, [from], [to]).lengths[0]).toBeCloseTo(
          byVisibilityGraph(polygon, from, to),
          8,
        )
      }),
      { numRuns: 150 },
    )
  })

  it('have lines that are as long as said, stay inside, and end at the places asked for', () => {
    fc.assert(
      fc.property(polygons, fc.nat(), (polygon, seed) => {
        const [from, to] = inside(polygon, seed, 2)
        if (!from || !to) return
        const ways = geodesics(polygon, [from], [to])
        const line = ways.line(0, 0)
        const stops = Array.from({ length: line.length / 2 }, (_, k): Point => [
          line[2 * k]!,
          line[2 * k + 1]!,
        ])
        expect(stops[0]).toEqual(from)
        expect(stops.at(-1)).toEqual(to)
        const walked = stops.slice(1).reduce((sum, stop, k) => sum + distance(stops[k]!, stop), 0)
        expect(walked).toBeCloseTo(ways.lengths[0] ?? 0, 8)
        stops.slice(1).forEach((stop, k) => expect(free(polygon, stops[k]!, stop)).toBe(true))
      }),
    )
  })

  it('are a metric: the same both ways, no longer over a third place, no shorter than straight', () => {
    fc.assert(
      fc.property(floors, fc.nat(), (polygon, seed) => {
        const places = inside(polygon, seed, 3)
        const { lengths } = geodesics(polygon, places, places)
        const d = (i: number, j: number) => lengths[i * 3 + j] ?? 0
        for (const [i, j, k] of [
          [0, 1, 2],
          [1, 2, 0],
          [2, 0, 1],
        ] as const) {
          expect(d(i, j)).toBeCloseTo(d(j, i), 9)
          expect(d(i, j)).toBeLessThanOrEqual(d(i, k) + d(k, j) + 1e-9)
          expect(d(i, j)).toBeGreaterThanOrEqual(distance(places[i]!, places[j]!) - 1e-9)
        }
      }),
    )
  })

  it('go round the corner of an L and round a core by hand', () => {
    const l: Polygon = {
      outer: [
        [0, 0],
        [10, 0],
        [10, 2],
        [2, 2],
        [2, 10],
        [0, 10],
      ],
      holes: [],
    }
    expect(geodesics(l, [[9, 1]], [[1, 9]]).lengths[0]).toBeCloseTo(2 * Math.hypot(7, 1), 9)
    expect(geodesics(l, [[9, 1]], [[1, 9]]).line(0, 0)).toEqual([9, 1, 2, 2, 1, 9])
    const ring: Polygon = {
      outer: rectangle(0, 0, 10, 10).outer,
      holes: [rectangle(2, 2, 8, 8).outer.toReversed()],
    }
    expect(geodesics(ring, [[1, 5]], [[9, 5]]).lengths[0]).toBeCloseTo(6 + 2 * Math.hypot(1, 3), 9)
  })

  it('start and end with the hop through the wall that a door lies in', () => {
    const room = rectangle(0, 0, 6, 4)
    const ways = geodesics(
      room,
      [[-0.2, 2]],
      [
        [6.25, 2],
        [3, 4.1],
      ],
    )
    expect(ways.lengths[0]).toBeCloseTo(6.45, 9)
    expect(ways.lengths[1]).toBeCloseTo(0.2 + Math.hypot(3, 2) + 0.1, 9)
    expect(ways.line(0, 1)).toEqual([-0.2, 2, 0, 2, 3, 4, 3, 4.1])
    fc.assert(
      fc.property(floors, points(30), points(30), (floor, from, to) => {
        const walk = walkAreaOf(floor)
        if (!walk) throw new Error('no area')
        const [length] = geodesics(walk, [from], [to]).lengths
        const [a, b] = [foothold(walk.domain, from), foothold(walk.domain, to)]
        expect(length).toBeGreaterThanOrEqual((a.hop + b.hop) / gridPerMetre - 1e-9)
        expect(holds(walk.domain, a.x, a.y) && holds(walk.domain, b.x, b.y)).toBe(true)
      }),
    )
  })

  it('survive outlines that cross themselves, and zones without area', () => {
    const bow: Polygon = {
      outer: [
        [0, 0],
        [4, 4],
        [4, 0],
        [0, 3],
      ],
      holes: [],
    }
    expect(geodesics(bow, [[3.5, 1]], [[3.5, 3]]).lengths[0]).toBeCloseTo(2, 3)
    expect(
      walkAreaOf({
        outer: [
          [0, 0],
          [1, 0],
        ],
        holes: [],
      }),
    ).toBeNull()
    const none = geodesics(
      {
        outer: [
          [0, 0],
          [1, 0],
        ],
        holes: [],
      },
      [[0, 0]],
      [[3, 4]],
    )
    expect(none.lengths[0]).toBe(5)
    expect(none.line(0, 0)).toEqual([0, 0, 3, 4])
    fc.assert(
      fc.property(
        fc.array(points(5), { minLength: 1, maxLength: 10 }),
        points(6),
        points(6),
        (outer, from, to) => {
          const [length] = geodesics({ outer, holes: [] }, [from], [to]).lengths
          expect(length).toBeGreaterThanOrEqual(distance(from, to) - 1e-3)
          expect(length).toBeLessThan(1000)
        },
      ),
    )
  })

  it('may run along a wall and through a corner, but not through solid', () => {
    const room = domainOf({
      outer: [
        [0, 0],
        [4, 0],
        [4, 4],
        [2, 4],
        [2, 2],
        [0, 2],
      ],
      holes: [],
    })
    if (!room) throw new Error('no area')
    const see = (a: Point, b: Point) => visible(room, a[0] * 1e4, a[1] * 1e4, b[0] * 1e4, b[1] * 1e4)
    expect(see([0, 0], [4, 0])).toBe(true)
    expect(see([2, 4], [2, 0])).toBe(true)
    expect(see([0, 2], [4, 2])).toBe(true)
    expect(see([1, 1], [3, 3])).toBe(true)
    expect(see([0, 1.9999], [2, 4])).toBe(false)
    expect(see([1.0001, 2], [2, 2.0001])).toBe(false)
  })
})

describe('the raster of edges', () => {
  it('changes no answer', () => {
    fc.assert(
      fc.property(polygons, fc.nat(), (polygon, seed) => {
        const domain = domainOf(polygon)
        if (!domain) throw new Error('no area')
        const plain = { ...domain, buckets: null }
        const raster = { ...domain, buckets: bucketsOf(domain.x, domain.y, domain.next) }
        const corners = Array.from(domain.x, (x, v): [number, number] => [x, domain.y[v]!])
        const places = inside(polygon, seed, 6).map((point): [number, number] => {
          const { x, y } = foothold(domain, point)
          return [x, y]
        })
        const all = [...corners, ...places]
        for (const [px, py] of all) {
          for (const [qx, qy] of all)
            expect(visible(raster, px, py, qx, qy)).toBe(visible(plain, px, py, qx, qy))
        }
      }),
    )
  })

  it('is used in a hall of columns', () => {
    const columns = Array.from({ length: 16 }, (_, k) =>
      rectangle(2 + (k % 4) * 4, 2 + Math.floor(k / 4) * 4, 2.5 + (k % 4) * 4, 2.5 + Math.floor(k / 4) * 4),
    )
    const hall: Polygon = {
      outer: rectangle(0, 0, 18, 18).outer,
      holes: columns.map((column) => column.outer.toReversed()),
    }
    expect(domainOf(hall)?.buckets).not.toBeNull()
    expect(geodesics(hall, [[0, 2.25]], [[18, 2.25]]).lengths[0]).toBeCloseTo(
      byVisibilityGraph(hall, [0, 2.25], [18, 2.25]),
      8,
    )
  })
})

describe('the farthest point of a zone', () => {
  it('is as far as any point of the zone, and as far as it says', () => {
    fc.assert(
      fc.property(
        floors,
        fc.nat(),
        fc.array(fc.tuple(shares, fc.double({ min: 0, max: 20, noNaN: true })), {
          minLength: 1,
          maxLength: 3,
        }),
        (floor, seed, doors) => {
          const walk = walkAreaOf(floor)
          if (!walk) throw new Error('no area')
          const goals = doors.map(([share, beyondM]) => ({ point: onBoundary(floor, share), beyondM }))
          const farthest = farthestPoint(walk, goals)
          if (!farthest) throw new Error('no goals')
          const places = [farthest.point, ...rings(floor).flat(), ...inside(floor, seed, 40)]
          const { lengths } = geodesics(
            walk,
            goals.map((goal) => goal.point),
            places,
          )
          const least = places.map((_, at) =>
            Math.min(...goals.map((goal, g) => goal.beyondM + (lengths[g * places.length + at] ?? 0))),
          )
          expect(Math.abs((least[0] ?? 0) - farthest.lengthM)).toBeLessThan(0.001)
          expect(Math.max(...least)).toBeLessThanOrEqual(farthest.lengthM + 0.0101)
          expect(contains(floor, farthest.point, 0.001)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('of a room with one door is a corner; between two doors of a corridor it is the middle', () => {
    const room = walkAreaOf(rectangle(0, 0, 6, 4))
    const corridor = walkAreaOf(rectangle(0, 0, 40, 2))
    if (!room || !corridor) throw new Error('no area')
    expect(farthestPoint(room, [{ point: [0, 1], beyondM: 0 }])).toMatchObject({ point: [6, 4], source: 0 })
    expect(farthestPoint(room, [])).toBeNull()
    const two = [
      { point: [0, 1], beyondM: 0 },
      { point: [40, 1], beyondM: 10 },
    ] as const
    const middle = farthestPoint(corridor, two)
    expect(middle?.point[0]).toBeCloseTo(25, 1)
    expect(middle?.lengthM).toBeCloseTo(Math.hypot(25, 1), 1)
  })

  it('behind a core lies in the middle of the wall, where both ways round are equal', () => {
    const ring: Polygon = {
      outer: rectangle(0, 0, 10, 10).outer,
      holes: [rectangle(2, 2, 8, 8).outer.toReversed()],
    }
    const walk = walkAreaOf(ring)
    if (!walk) throw new Error('no area')
    const farthest = farthestPoint(walk, [{ point: [5, 0], beyondM: 0 }])
    expect(farthest?.point[0]).toBeCloseTo(5, 2)
    expect(farthest?.point[1]).toBeCloseTo(10, 2)
    expect(farthest?.lengthM).toBeCloseTo(2 * Math.hypot(3, 2) + 6, 2)
  })
})

it('the shapes of these tests are floors: with area, some with holes, all inside their ring', () => {
  const sample = fc.sample(floors, { numRuns: 60, seed: 7 })
  expect(sample.some((floor) => floor.holes.length > 0)).toBe(true)
  for (const floor of sample) {
    expect(area(floor)).toBeGreaterThan(1)
    expect(ringLength(turned(floor, 20).outer)).toBeCloseTo(ringLength(floor.outer), 6)
    expect(insideEvenOdd(floor, [1000, 0])).toBe(false)
  }
})
