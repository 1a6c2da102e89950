import { gridPerMetre } from '../geometry/plane.ts'
import type { Cover, CoverEdge } from './cover.ts'
import { edgeIndex } from './edgeIndex.ts'
import { straightRun } from './straight.ts'

/** Farthest that the faces of one wall lie apart, and that a wall is broken by another that runs into it. */
const thickM = 0.5
const thickCells = thickM * gridPerMetre
/** Sine of the largest angle between the faces of a wall. */
const parallelSine = 0.01
/** How exactly faces on one side of a wall lie in one line, cells (1 cm). */
const flushCells = 100

/**
 * A straight run with all that is the same wall: faces on its other side no more than half a metre away, and faces that go on
 * in one line behind a wall that runs into it. A run that has zones on both sides has no thickness and stays as it is.
 */
export function facingEdges(cover: Cover, run: readonly number[]): readonly number[] {
  const found = new Set(run)
  const index = edgeIndex(cover)
  const queue = [...run]
  for (let edge = queue.pop(); edge !== undefined && index !== null; edge = queue.pop()) {
    const own = directed(cover, edge)
    if (own === null) continue
    const { ax, ay, dx, dy, length } = own
    const [bx, by] = [ax + dx * length, ay + dy * length]
    const box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)].map(
      (v) => v / gridPerMetre,
    )
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box
    for (const each of index.search(x0 - thickM, y0 - thickM, x1 + thickM, y1 + thickM)) {
      if (found.has(each)) continue
      const other = directed(cover, each)
      if (other === null || Math.abs(dx * other.dy - dy * other.dx) > parallelSine) continue
      // The other's ends as this face sees them: along it, and behind it (to its right).
      const from = (other.ax - ax) * dx + (other.ay - ay) * dy
      const to = from + (other.dx * dx + other.dy * dy) * other.length
      const behind = (other.ax - ax) * dy - (other.ay - ay) * dx
      const isSame = dx * other.dx + dy * other.dy > 0
      const gap = Math.max(Math.min(from, to) - length, -Math.max(from, to))
      const isFacing = !isSame && behind > 0 && behind <= thickCells && gap < 0
      const isFlush = isSame && Math.abs(behind) <= flushCells && gap > 0 && gap <= thickCells
      if (!isFacing && !isFlush) continue
      for (const more of straightRun(cover, each).edges) {
        if (found.has(more)) continue
        found.add(more)
        queue.push(more)
      }
    }
  }
  return [...found]
}

/** A face on the other side of the wall behind a face: its edge, and the part of it that is opposite, by cells along the face. */
export interface FaceBehind {
  readonly edge: number
  /** Where its start and its end lie along the face in front, in the face's own direction: it runs against it, so `to` < `from`. */
  readonly from: number
  readonly to: number
}

/** The faces behind one face, no more than half a metre away; none where it has no thickness. */
export function facesBehind(cover: Cover, edge: number): readonly FaceBehind[] {
  const own = directed(cover, edge)
  const index = edgeIndex(cover)
  if (own === null || index === null) return []
  const { ax, ay, dx, dy, length } = own
  const [bx, by] = [ax + dx * length, ay + dy * length]
  return index
    .search(
      Math.min(ax, bx) / gridPerMetre - thickM,
      Math.min(ay, by) / gridPerMetre - thickM,
      Math.max(ax, bx) / gridPerMetre + thickM,
      Math.max(ay, by) / gridPerMetre + thickM,
    )
    .flatMap((each): readonly FaceBehind[] => {
      const other = directed(cover, each)
      if (other === null || Math.abs(dx * other.dy - dy * other.dx) > parallelSine) return []
      const from = (other.ax - ax) * dx + (other.ay - ay) * dy
      const to = from + (other.dx * dx + other.dy * dy) * other.length
      const behind = (other.ax - ax) * dy - (other.ay - ay) * dx
      if (to >= from || behind <= 0 || behind > thickCells || from <= 0 || to >= length) return []
      return [{ edge: each, from, to }]
    })
}

/** A face as its zone has it on its left; null for an edge with zones on both sides, or none. */
function directed({ corners: { xs, ys }, edges }: Cover, edge: number) {
  const { a, b, left, right } = edges[edge] as CoverEdge
  if (left >= 0 === right >= 0) return null
  const [from, to] = left >= 0 ? [a, b] : [b, a]
  const [ax, ay] = [xs[from] as number, ys[from] as number]
  const [x, y] = [(xs[to] as number) - ax, (ys[to] as number) - ay]
  const length = Math.sqrt(x * x + y * y)
  return { ax, ay, dx: x / length, dy: y / length, length }
}
