import type { Domain } from './domain.ts'
import { touches, visible } from './visibility.ts'
import type { CornerGraph } from './visibility.ts'

/** Shortest lengths from one or several weighted places to every reflex corner of a domain, in cells. */
export interface Field {
  readonly domain: Domain
  /** Per source: place and start length. */
  readonly sourceX: Float64Array
  readonly sourceY: Float64Array
  readonly start: Float64Array
  /** Per reflex corner: length, and what the path comes from: a corner i ≥ 0, or source s as −1 − s. */
  readonly length: Float64Array
  readonly from: Int32Array
}

/** Dijkstra over the corner graph from all sources at once: quadratic in the corners, which are few. */
export function fieldOf(
  domain: Domain,
  graph: CornerGraph,
  sourceX: Float64Array,
  sourceY: Float64Array,
  start: Float64Array,
): Field {
  const { x, y, reflex } = domain
  const count = reflex.length
  const length = new Float64Array(count).fill(Infinity)
  const from = new Int32Array(count)
  for (let i = 0; i < count; i += 1) {
    const v = reflex[i]!
    for (let s = 0; s < start.length; s += 1) {
      const dx = x[v]! - sourceX[s]!
      const dy = y[v]! - sourceY[s]!
      const through = start[s]! + Math.sqrt(dx * dx + dy * dy)
      if (through >= length[i]! || !touches(domain, v, sourceX[s]!, sourceY[s]!)) continue
      if (!visible(domain, sourceX[s]!, sourceY[s]!, x[v]!, y[v]!)) continue
      length[i] = through
      from[i] = -1 - s
    }
  }
  const done = new Uint8Array(count)
  for (let round = 0; round < count; round += 1) {
    let nearest = -1
    for (let i = 0; i < count; i += 1) {
      if (done[i] === 0 && length[i]! < Infinity && (nearest < 0 || length[i]! < length[nearest]!))
        nearest = i
    }
    if (nearest < 0) break
    done[nearest] = 1
    for (let slot = graph.from[nearest]!; slot < graph.from[nearest + 1]!; slot += 1) {
      const j = graph.to[slot]!
      const through = length[nearest]! + graph.length[slot]!
      if (through < length[j]!) {
        length[j] = through
        from[j] = nearest
      }
    }
  }
  return { domain, sourceX, sourceY, start, length, from }
}

/** The shortest length to a place, and what its last straight stretch comes from (as in Field.from). */
export interface Reached {
  readonly length: number
  readonly from: number
}

export function reach(field: Field, px: number, py: number): Reached {
  const { domain, sourceX, sourceY, start } = field
  const { x, y, reflex } = domain
  let best = Infinity
  let from = -1
  for (let s = 0; s < start.length; s += 1) {
    const dx = px - sourceX[s]!
    const dy = py - sourceY[s]!
    const through = start[s]! + Math.sqrt(dx * dx + dy * dy)
    if (through < best && visible(domain, sourceX[s]!, sourceY[s]!, px, py)) {
      best = through
      from = -1 - s
    }
  }
  for (let i = 0; i < reflex.length; i += 1) {
    const v = reflex[i]!
    const dx = px - x[v]!
    const dy = py - y[v]!
    const through = field.length[i]! + Math.sqrt(dx * dx + dy * dy)
    if (through < best && visible(domain, x[v]!, y[v]!, px, py)) {
      best = through
      from = i
    }
  }
  return { length: best, from }
}

/** The source at the start of the path that comes from `from`. */
export function sourceOf(field: Field, from: number): number {
  let at = from
  while (at >= 0) at = field.from[at]!
  return -1 - at
}
