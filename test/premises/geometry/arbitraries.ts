import fc from 'fast-check'
import { area } from '../../../src/premises/geometry/measure.ts'
import { snapPoint, snapPolygon } from '../../../src/premises/geometry/plane.ts'
import type { Point, Polygon } from '../../../src/premises/geometry/plane.ts'
import { difference, union } from '../../../src/premises/geometry/polygonOps.ts'
import { normalised, rectangle } from '../../../src/premises/geometry/ring.ts'
import { isSound } from '../../../src/premises/geometry/validity.ts'

const metres = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** Points of a square of this half side, on the grid. */
export const points = (halfM: number): fc.Arbitrary<Point> =>
  fc.tuple(metres(-halfM, halfM), metres(-halfM, halfM)).map(snapPoint)

/** Zones with a jagged outline around their middle: simple polygons of 4 to 24 points. */
export const stars: fc.Arbitrary<Polygon> = fc
  .array(metres(1, 12), { minLength: 4, maxLength: 24 })
  .map((radii) => ({
    outer: radii.map((radius, index): Point => {
      const angle = (2 * Math.PI * index) / radii.length
      return [radius * Math.cos(angle), radius * Math.sin(angle)]
    }),
    holes: [],
  }))
  .map((polygon) => normalised(snapPolygon(polygon)))
  .filter(isSound)

/** Floors as buildings have them: rectangles joined, with rectangular columns and cores cut out, turned by any angle. */
export const floors: fc.Arbitrary<Polygon> = fc
  .record({
    rooms: fc.array(
      fc.tuple(fc.nat(16), fc.nat(16), fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 9 })),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
    columns: fc.array(fc.tuple(metres(0, 22), metres(0, 22), metres(0.3, 3), metres(0.3, 3)), {
      maxLength: 6,
    }),
    turnDeg: fc.oneof(fc.constant(0), metres(0, 360)),
  })
  .map(({ rooms, columns, turnDeg }) => {
    const solid = columns.map(([x, y, w, h]) => rectangle(x, y, x + w, y + h))
    const parts = difference(union(rooms.map(([x, y, w, h]) => rectangle(x, y, x + w, y + h))), solid)
    const largest = parts.reduce<Polygon | null>(
      (best, part) => (best && area(best) >= area(part) ? best : part),
      null,
    )
    return largest && normalised(snapPolygon(turned(largest, turnDeg)))
  })
  .filter((polygon): polygon is Polygon => polygon !== null && area(polygon) > 1 && isSound(polygon))

export const polygons: fc.Arbitrary<Polygon> = fc.oneof(stars, floors)

export function turned(polygon: Polygon, degrees: number): Polygon {
  const angle = (degrees * Math.PI) / 180
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  const turn = ([x, y]: Point): Point => [x * c - y * s, x * s + y * c]
  return { outer: polygon.outer.map(turn), holes: polygon.holes.map((hole) => hole.map(turn)) }
}

export function moved(polygon: Polygon, dx: number, dy: number): Polygon {
  const move = ([x, y]: Point): Point => snapPoint([x + dx, y + dy])
  return { outer: polygon.outer.map(move), holes: polygon.holes.map((hole) => hole.map(move)) }
}

/** Points inside a polygon by rejection from its box, repeated by a small linear congruence: seeded and without bias. */
export function pointsInside(
  polygon: Polygon,
  seed: number,
  count: number,
  inside: (point: Point) => boolean,
): Point[] {
  const xs = polygon.outer.map((point) => point[0])
  const ys = polygon.outer.map((point) => point[1])
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  let state = (seed >>> 0) + 1
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const found: Point[] = []
  for (let tries = 0; found.length < count && tries < 1000 * count; tries += 1) {
    const point = snapPoint([x0 + (x1 - x0) * next(), y0 + (y1 - y0) * next()])
    if (inside(point)) found.push(point)
  }
  return found
}
