import type { Point, Segment } from './plane.ts'

/** Distance between two points, metres. */
export function distance(a: Point, b: Point): number {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  return Math.sqrt(dx * dx + dy * dy)
}

export function midpoint([a, b]: Segment): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
}

export function segmentLength([a, b]: Segment): number {
  return distance(a, b)
}

/** The point at `share` (0 … 1) of the way from the first point to the second. */
export function along([a, b]: Segment, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

/** Unit vector from the first point to the second; [1, 0] for a segment without length. */
export function direction([a, b]: Segment): Point {
  const length = distance(a, b)
  return length > 0 ? [(b[0] - a[0]) / length, (b[1] - a[1]) / length] : [1, 0]
}

/** Unit normal to the left of the segment's direction. */
export function leftNormal(segment: Segment): Point {
  const [dx, dy] = direction(segment)
  return [-dy + 0, dx]
}

/** Twice the signed area of the triangle abc: positive where c lies left of a → b. */
export function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/** Share (0 … 1) along the segment of its point nearest to `point`. */
export function nearestShare([a, b]: Segment, point: Point): number {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const lengthSquared = dx * dx + dy * dy
  if (lengthSquared === 0) return 0
  const share = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / lengthSquared
  return share < 0 ? 0 : share > 1 ? 1 : share
}

/** The point of the segment nearest to `point`. */
export function nearestOnSegment(segment: Segment, point: Point): Point {
  return along(segment, nearestShare(segment, point))
}

export function distanceToSegment(segment: Segment, point: Point): number {
  return distance(nearestOnSegment(segment, point), point)
}
