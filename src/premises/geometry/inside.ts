import { polygonEdges, rings } from './ring.ts'
import { distance, nearestOnSegment } from './segment.ts'
import type { Point, Polygon, Ring } from './plane.ts'

/** Half a cell of the master grid: points this close to the boundary count as inside. */
const boundaryM = 0.00005

/** Whether a point lies in the polygon or no farther than `toleranceM` from its boundary. */
export function contains(polygon: Polygon, point: Point, toleranceM = boundaryM): boolean {
  return insideEvenOdd(polygon, point) || distanceToBoundary(polygon, point) <= toleranceM
}

/** Whether a point lies inside by the even-odd rule; on the boundary the answer is arbitrary. */
export function insideEvenOdd(polygon: Polygon, point: Point): boolean {
  let inside = false
  for (const ring of rings(polygon)) if (crossings(ring, point)) inside = !inside
  return inside
}

function crossings(ring: Ring, [x, y]: Point): boolean {
  let odd = false
  let before = ring[ring.length - 1]
  if (before === undefined) return false
  for (const point of ring) {
    const [ax, ay] = before
    const [bx, by] = point
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd
    before = point
  }
  return odd
}

/** The point of the boundary (outer ring and holes) nearest to `point`; the point itself for an empty polygon. */
export function nearestOnBoundary(polygon: Polygon, point: Point): Point {
  let best = point
  let least = Infinity
  for (const edge of polygonEdges(polygon)) {
    const candidate = nearestOnSegment(edge, point)
    const away = distance(candidate, point)
    if (away < least) {
      least = away
      best = candidate
    }
  }
  return best
}

export function distanceToBoundary(polygon: Polygon, point: Point): number {
  return polygon.outer.length === 0 ? Infinity : distance(nearestOnBoundary(polygon, point), point)
}

/** Distance from a point to the polygon: 0 inside. */
export function distanceToPolygon(polygon: Polygon, point: Point): number {
  return insideEvenOdd(polygon, point) ? 0 : distanceToBoundary(polygon, point)
}

/**
 * Where a point stands in a zone: the point itself inside the polygon, else the nearest point of its boundary. Openings lie
 * in walls, so the middle of a door may be half a metre away from both zones that it joins.
 */
export function anchorIn(polygon: Polygon, point: Point): Point {
  return insideEvenOdd(polygon, point) ? point : nearestOnBoundary(polygon, point)
}
