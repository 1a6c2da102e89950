import { distance, turn } from './segment.ts'
import type { Point } from './plane.ts'

/** A turned rectangle: its centre, the unit vector of its long side, and both sides, metres. */
export interface TurnedBox {
  readonly centre: Point
  readonly axis: Point
  readonly lengthM: number
  readonly widthM: number
}

/** The convex hull, counter-clockwise, without points on its edges (Andrew's monotone chain). */
export function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((p, q) => p[0] - q[0] || p[1] - q[1])
  const unique = sorted.filter((point, index) => {
    const before = sorted[index - 1]
    return !before || before[0] !== point[0] || before[1] !== point[1]
  })
  if (unique.length < 3) return unique
  return [...chain(unique), ...chain(unique.toReversed())]
}

function chain(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    while (
      kept.length >= 2 &&
      turn(kept[kept.length - 2] as Point, kept[kept.length - 1] as Point, point) <= 0
    )
      kept.pop()
    kept.push(point)
  }
  kept.pop()
  return kept
}

/** The rectangle of least area around points: one side lies on an edge of the hull. Null without points. */
export function minimumBox(points: readonly Point[]): TurnedBox | null {
  const hull = convexHull(points)
  const [first, second] = hull
  if (first === undefined) return null
  if (second === undefined) return { centre: first, axis: [1, 0], lengthM: 0, widthM: 0 }
  let best: TurnedBox | null = null
  hull.forEach((a, index) => {
    const b = hull[(index + 1) % hull.length] as Point
    const box = boxAlong(hull, a, b)
    if (box && (best === null || box.lengthM * box.widthM < best.lengthM * best.widthM - 1e-12)) best = box
  })
  return best
}

function boxAlong(hull: readonly Point[], a: Point, b: Point): TurnedBox | null {
  const length = distance(a, b)
  if (length === 0) return null
  const ux = (b[0] - a[0]) / length
  const uy = (b[1] - a[1]) / length
  let [s0, s1, t0, t1] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [x, y] of hull) {
    const s = (x - a[0]) * ux + (y - a[1]) * uy
    const t = (y - a[1]) * ux - (x - a[0]) * uy
    s0 = Math.min(s0, s)
    s1 = Math.max(s1, s)
    t0 = Math.min(t0, t)
    t1 = Math.max(t1, t)
  }
  const s = (s0 + s1) / 2
  const t = (t0 + t1) / 2
  const centre: Point = [a[0] + ux * s - uy * t, a[1] + uy * s + ux * t]
  return s1 - s0 >= t1 - t0
    ? { centre, axis: [ux, uy], lengthM: s1 - s0, widthM: t1 - t0 }
    : { centre, axis: [-uy, ux], lengthM: t1 - t0, widthM: s1 - s0 }
}

/** The corners of a turned box, counter-clockwise. */
export function boxCorners({
  centre,
  axis,
  lengthM,
  widthM,
}: TurnedBox): readonly [Point, Point, Point, Point] {
  const [ux, uy] = axis
  const corner = (along: number, across: number): Point => [
    centre[0] + (ux * along * lengthM - uy * across * widthM) / 2,
    centre[1] + (uy * along * lengthM + ux * across * widthM) / 2,
  ]
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
}
