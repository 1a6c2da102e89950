import { distance } from './segment.ts'
import type { Point, Polygon, Ring, Segment } from './plane.ts'

/** Signed area in square metres: positive counter-clockwise (shoelace, taken from the first point to stay exact far from the origin). */
export function signedArea(ring: Ring): number {
  const [ox, oy] = ring[0] ?? [0, 0]
  let twice = 0
  let px = 0
  let py = 0
  for (const [x, y] of ring) {
    const qx = x - ox
    const qy = y - oy
    twice += px * qy - qx * py
    px = qx
    py = qy
  }
  return twice / 2
}

export function ringLength(ring: Ring): number {
  let sum = 0
  for (const [a, b] of ringEdges(ring)) sum += distance(a, b)
  return sum
}

/** The edges of a ring in its order, the closing one last. */
export function* ringEdges(ring: Ring): Generator<Segment> {
  let before = ring[ring.length - 1]
  if (before === undefined) return
  for (const point of ring) {
    yield [before, point]
    before = point
  }
}

/** All edges of a polygon; the inside lies left of each where its rings are oriented as the model asks. */
export function* polygonEdges(polygon: Polygon): Generator<Segment> {
  yield* ringEdges(polygon.outer)
  for (const hole of polygon.holes) yield* ringEdges(hole)
}

export function rings(polygon: Polygon): readonly Ring[] {
  return [polygon.outer, ...polygon.holes]
}

/** The ring turned counter-clockwise (or clockwise). */
export function oriented(ring: Ring, counterClockwise: boolean): Ring {
  return signedArea(ring) > 0 === counterClockwise ? ring : ring.toReversed()
}

/** A rectangle from two opposite corners, counter-clockwise. */
export function rectangle(x0: number, y0: number, x1: number, y1: number): Polygon {
  const [left, right] = x0 < x1 ? [x0, x1] : [x1, x0]
  const [bottom, top] = y0 < y1 ? [y0, y1] : [y1, y0]
  const outer: Point[] = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ]
  return { outer, holes: [] }
}

/**
 * The polygon as the model stores it: outer ring counter-clockwise, holes clockwise, no closing point, no point within
 * `toleranceM` of its neighbour or of the straight wall between its neighbours. A hole that folds to nothing is dropped; an
 * outer ring that does is kept as it came.
 */
export function normalised(polygon: Polygon, toleranceM = 0.00005): Polygon {
  const outer = cleaned(polygon.outer, toleranceM)
  return {
    outer: oriented(outer.length >= 3 ? outer : polygon.outer, true),
    holes: polygon.holes
      .map((hole) => cleaned(hole, toleranceM))
      .filter((hole) => hole.length >= 3)
      .map((hole) => oriented(hole, false)),
  }
}

/** The ring without points that repeat their neighbour or that lie within `toleranceM` of the line past them. */
function cleaned(ring: Ring, toleranceM: number): Ring {
  const kept: Point[] = []
  for (const point of ring) {
    const last = kept[kept.length - 1]
    if (last === undefined || distance(last, point) > toleranceM) kept.push(point)
  }
  while (kept.length > 1 && distance(kept[0] as Point, kept[kept.length - 1] as Point) <= toleranceM)
    kept.pop()
  for (let index = 0; index < kept.length && kept.length > 3;) {
    const before = kept[(index + kept.length - 1) % kept.length] as Point
    const here = kept[index] as Point
    const after = kept[(index + 1) % kept.length] as Point
    if (isOnLine(before, here, after, toleranceM)) {
      kept.splice(index, 1)
      index = Math.max(0, index - 1)
    } else index += 1
  }
  return kept
}

function isOnLine(before: Point, here: Point, after: Point, toleranceM: number): boolean {
  const dx = after[0] - before[0]
  const dy = after[1] - before[1]
  const length = Math.sqrt(dx * dx + dy * dy)
  if (length <= toleranceM) return true
  const off = Math.abs(dx * (here[1] - before[1]) - dy * (here[0] - before[0])) / length
  const share = (dx * (here[0] - before[0]) + dy * (here[1] - before[1])) / (length * length)
  return off <= toleranceM && share >= 0 && share <= 1
}
