import { alongLine } from './buckets.ts'
import type { Domain } from './domain.ts'

/**
 * Whether the straight line between two places of the domain stays in it; running along a wall or through a corner is
 * allowed. Exact: the places and corners are whole cells, so the signs of all cross products are true.
 *
 * The line leaves the domain if and only if it crosses the inside of an edge, or at a corner on it runs into the solid.
 */
export function visible(domain: Domain, px: number, py: number, qx: number, qy: number): boolean {
  if (px === qx && py === qy) return true
  const { buckets } = domain
  if (buckets === null) {
    for (let a = 0; a < domain.x.length; a += 1) if (blocks(domain, a, px, py, qx, qy)) return false
    return true
  }
  return alongLine(buckets, px, py, qx, qy, (bucket) => {
    for (let slot = buckets.from[bucket]!; slot < buckets.from[bucket + 1]!; slot += 1) {
      if (blocks(domain, buckets.edges[slot]!, px, py, qx, qy)) return false
    }
    return true
  })
}

/** Whether the edge that starts at corner `a`, or the corner itself, stops the line from p to q. */
function blocks(domain: Domain, a: number, px: number, py: number, qx: number, qy: number): boolean {
  const { x, y, next } = domain
  const dx = qx - px
  const dy = qy - py
  const ax = x[a]!
  const ay = y[a]!
  const sideA = dx * (ay - py) - dy * (ax - px)
  if (sideA === 0) {
    // The corner lies on the line through both places: between them, both ways on must be free.
    const along = dx * (ax - px) + dy * (ay - py)
    if (along < 0 || along > dx * dx + dy * dy) return false
    if ((ax !== qx || ay !== qy) && !free(domain, a, dx, dy)) return true
    return (ax !== px || ay !== py) && !free(domain, a, -dx, -dy)
  }
  const b = next[a]!
  const bx = x[b]!
  const by = y[b]!
  const sideB = dx * (by - py) - dy * (bx - px)
  if (sideB === 0 || sideA > 0 === sideB > 0) return false
  const ex = bx - ax
  const ey = by - ay
  const sideP = ex * (py - ay) - ey * (px - ax)
  const sideQ = ex * (qy - ay) - ey * (qx - ax)
  // Left of the edge is inside. A place on the edge itself counts as inside, so the other must not lie outside.
  return sideP < 0 !== sideQ < 0
}

/** Whether the direction (dx, dy) leads from a corner into the domain or along one of its walls. */
function free({ x, y, next, previous }: Domain, at: number, dx: number, dy: number): boolean {
  const after = next[at]!
  const before = previous[at]!
  const ox = x[after]! - x[at]!
  const oy = y[after]! - y[at]!
  const ix = x[before]! - x[at]!
  const iy = y[before]! - y[at]!
  // The inside lies counter-clockwise from the wall that goes out to the wall that comes in.
  const fromOut = ox * dy - oy * dx
  const toIn = dx * iy - dy * ix
  const convex = ox * iy - oy * ix > 0
  return convex ? fromOut >= 0 && toIn >= 0 : !(fromOut < 0 && toIn < 0)
}

/**
 * Whether a path that comes straight from (px, py) can bend at a reflex corner at all: both walls lie on one side of the line.
 */
export function touches({ x, y, next, previous }: Domain, corner: number, px: number, py: number): boolean {
  const dx = x[corner]! - px
  const dy = y[corner]! - py
  const a = previous[corner]!
  const b = next[corner]!
  const sideA = dx * (y[a]! - py) - dy * (x[a]! - px)
  const sideB = dx * (y[b]! - py) - dy * (x[b]! - px)
  return (sideA >= 0 && sideB >= 0) || (sideA <= 0 && sideB <= 0)
}

/** Which reflex corners see each other, and how far apart they are: links of corner i are from[i] … from[i + 1] − 1. */
export interface CornerGraph {
  readonly from: Int32Array
  /** Index into domain.reflex. */
  readonly to: Int32Array
  /** Cells. */
  readonly length: Float64Array
}

/** The visibility graph of the reflex corners, without links at whose ends no shortest path can bend. */
export function cornerGraph(domain: Domain): CornerGraph {
  const { x, y, reflex } = domain
  const pairs: number[] = []
  const degree = new Int32Array(reflex.length + 1)
  for (let i = 0; i < reflex.length; i += 1) {
    const u = reflex[i]!
    for (let j = i + 1; j < reflex.length; j += 1) {
      const v = reflex[j]!
      if (!touches(domain, v, x[u]!, y[u]!) || !touches(domain, u, x[v]!, y[v]!)) continue
      if (!visible(domain, x[u]!, y[u]!, x[v]!, y[v]!)) continue
      pairs.push(i, j)
      degree[i]! += 1
      degree[j]! += 1
    }
  }
  const from = new Int32Array(reflex.length + 1)
  for (let i = 0; i < reflex.length; i += 1) from[i + 1] = from[i]! + degree[i]!
  const filled = from.slice()
  const to = new Int32Array(pairs.length)
  const lengths = new Float64Array(pairs.length)
  const link = (i: number, j: number, cells: number) => {
    const slot = filled[i]!
    filled[i]! += 1
    to[slot] = j
    lengths[slot] = cells
  }
  for (let at = 0; at < pairs.length; at += 2) {
    const i = pairs[at]!
    const j = pairs[at + 1]!
    const dx = x[reflex[j]!]! - x[reflex[i]!]!
    const dy = y[reflex[j]!]! - y[reflex[i]!]!
    const cells = Math.sqrt(dx * dx + dy * dy)
    link(i, j, cells)
    link(j, i, cells)
  }
  return { from, to, length: lengths }
}
