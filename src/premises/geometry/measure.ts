import { rings, signedArea } from './ring.ts'
import type { Point, Polygon, Ring } from './plane.ts'

/** An axis-parallel box: [least x, least y, greatest x, greatest y]. */
export type Box = readonly [number, number, number, number]

/** Area inside the outer ring and outside the holes, square metres. */
export function area(polygon: Polygon): number {
  return polygon.holes.reduce(
    (left, hole) => left - Math.abs(signedArea(hole)),
    Math.abs(signedArea(polygon.outer)),
  )
}

/** Centre of gravity; it may lie outside the polygon. The mean of the points where the area is nothing. */
export function centroid(polygon: Polygon): Point {
  let sum = 0
  let sx = 0
  let sy = 0
  const [ox, oy] = polygon.outer[0] ?? [0, 0]
  rings(polygon).forEach((ring, index) => {
    const [x, y, ringArea] = ringMoment(ring, ox, oy)
    const sign = ringArea > 0 === (index === 0) ? 1 : -1
    sum += sign * ringArea
    sx += sign * x
    sy += sign * y
  })
  if (Math.abs(sum) < 1e-9) return meanPoint(polygon.outer)
  return [ox + sx / sum, oy + sy / sum]
}

/** First moments and signed area of a ring about (ox, oy). */
function ringMoment(ring: Ring, ox: number, oy: number): [number, number, number] {
  let twice = 0
  let mx = 0
  let my = 0
  const last = ring[ring.length - 1] ?? [ox, oy]
  let px = last[0] - ox
  let py = last[1] - oy
  for (const [x, y] of ring) {
    const qx = x - ox
    const qy = y - oy
    const cross = px * qy - qx * py
    twice += cross
    mx += (px + qx) * cross
    my += (py + qy) * cross
    px = qx
    py = qy
  }
  return [mx / 6, my / 6, twice / 2]
}

export function meanPoint(points: readonly Point[]): Point {
  if (points.length === 0) return [0, 0]
  let x = 0
  let y = 0
  for (const point of points) {
    x += point[0]
    y += point[1]
  }
  return [x / points.length, y / points.length]
}

/** The box around points; null for none. */
export function bounds(points: Iterable<Point>): Box | null {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    if (x < x0) x0 = x
    if (x > x1) x1 = x
    if (y < y0) y0 = y
    if (y > y1) y1 = y
  }
  return x0 <= x1 ? [x0, y0, x1, y1] : null
}

/** The box around several boxes; null for none. */
export function boundsOfBoxes(boxes: Iterable<Box>): Box | null {
  const corners: Point[] = []
  for (const [x0, y0, x1, y1] of boxes) corners.push([x0, y0], [x1, y1])
  return bounds(corners)
}

/** Whether two boxes are no farther apart than `marginM` along both axes. */
export function boxesMeet(a: Box, b: Box, marginM = 0): boolean {
  return a[0] <= b[2] + marginM && b[0] <= a[2] + marginM && a[1] <= b[3] + marginM && b[1] <= a[3] + marginM
}
