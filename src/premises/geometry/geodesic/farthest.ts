import earcut from 'earcut'
import FlatQueue from 'flatqueue'
import { gridPerMetre } from '../plane.ts'
import type { Point } from '../plane.ts'
import { rings } from '../ring.ts'
import { foothold } from './domain.ts'
import { reach, sourceOf } from './field.ts'
import { fieldFrom } from './geodesics.ts'
import type { WalkArea } from './geodesics.ts'

/** The point of a zone from which the way is longest. */
export interface Farthest {
  readonly point: Point
  /** Length from it to the nearest source, what was already walked from there included. */
  readonly lengthM: number
  /** Index of that source. */
  readonly source: number
}

/** A door of the zone, and the length from it onward (to the exit). */
export interface Goal {
  readonly point: Point
  readonly beyondM: number
}

/**
 * The farthest point of a zone: the greatest over all its points of the least over the goals of (way inside the zone +
 * beyondM), no more than `toleranceM` below the true value. Between two doors, or round a core, it may lie in the middle
 * of a wall or of the floor, not only at a corner. Null without goals.
 *
 * Branch and bound over triangles: no point of a triangle is farther than any of its corners plus the distance to it.
 */
export function farthestPoint(walk: WalkArea, goals: readonly Goal[], toleranceM = 0.01): Farthest | null {
  if (goals.length === 0) return null
  const { domain } = walk
  const field = fieldFrom(
    walk,
    goals.map((goal) => foothold(domain, goal.point)),
    goals.map((goal) => goal.beyondM),
  )
  const tolerance = toleranceM * gridPerMetre
  let best: Spot | null = null
  const spotAt = (point: Point): Spot => {
    const { x, y } = foothold(domain, point)
    const { length, from } = reach(field, x, y)
    const spot = { point, length, from }
    if (best === null || spot.length > best.length) best = spot
    return spot
  }
  const queue = new FlatQueue<Triangle>()
  const push = (a: Spot, b: Spot, c: Spot) => {
    const triangle = bounded(a, b, c)
    if (best === null || triangle.most > best.length + tolerance) queue.push(triangle, -triangle.most)
  }
  for (const [a, b, c] of triangles(walk, spotAt)) push(a, b, c)
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (best !== null && next.most <= (best as Spot).length + tolerance) break
    const { a, b, c } = next
    const middle = spotAt([(a.point[0] + b.point[0]) / 2, (a.point[1] + b.point[1]) / 2])
    push(a, middle, c)
    push(middle, b, c)
  }
  if (best === null) return null
  const { point, length, from } = best as Spot
  return { point, lengthM: length / gridPerMetre, source: sourceOf(field, from) }
}

interface Spot {
  readonly point: Point
  /** Cells. */
  readonly length: number
  readonly from: number
}

/** A triangle of the zone with its longest side first, and the most that the length can be anywhere in it, in cells. */
interface Triangle {
  readonly a: Spot
  readonly b: Spot
  readonly c: Spot
  readonly most: number
}

function bounded(p: Spot, q: Spot, r: Spot): Triangle {
  const pq = cells(p, q)
  const qr = cells(q, r)
  const rp = cells(r, p)
  const most = Math.min(p.length + Math.max(pq, rp), q.length + Math.max(pq, qr), r.length + Math.max(rp, qr))
  if (pq >= qr && pq >= rp) return { a: p, b: q, c: r, most }
  if (qr >= rp) return { a: q, b: r, c: p, most }
  return { a: r, b: p, c: q, most }
}

function cells(p: Spot, q: Spot): number {
  const dx = p.point[0] - q.point[0]
  const dy = p.point[1] - q.point[1]
  return Math.sqrt(dx * dx + dy * dy) * gridPerMetre
}

function triangles({ domain }: WalkArea, spotAt: (point: Point) => Spot): [Spot, Spot, Spot][] {
  const all = rings(domain.polygon)
  const holes: number[] = []
  const spots: Spot[] = []
  for (const ring of all) {
    if (spots.length > 0) holes.push(spots.length)
    for (const point of ring) spots.push(spotAt(point))
  }
  const flat = Float64Array.from(spots.flatMap(({ point }) => [point[0], point[1]]))
  const indices = earcut(flat, holes)
  const found: [Spot, Spot, Spot][] = []
  for (let at = 0; at + 2 < indices.length; at += 3) {
    found.push([spots[indices[at]!]!, spots[indices[at + 1]!]!, spots[indices[at + 2]!]!])
  }
  return found
}
