import type { DragBody } from './dragBody.ts'
import { byAngle } from './faces.ts'
import { edgesAt, otherEnd } from './straight.ts'

/** A corner with the far ends of its edges, counter-clockwise as they lie at the start. */
interface Star {
  readonly corner: number
  readonly ends: readonly number[]
}

/** Sine of the least angle between neighbouring edges for their order to be told. */
const leastSine = 1e-3

/**
 * A check whether the edges at every corner still follow each other as they did: where none cross, this is what says that no
 * face has turned over, the spaces between rooms included, which no ring tells of. Corners with edges that lie on each other
 * or have no length at the start have no order and are passed over; so are corners that `same` has made one with another.
 */
export function orderAround(body: DragBody): (same: Int32Array) => boolean {
  const { xs0, ys0 } = body
  const before = { xs: xs0, ys: ys0 }
  const stars = starsOf(body).flatMap(({ corner, ends }): Star[] => {
    const sorted = ends.toSorted((p, q) => byAngle(before, corner, p, q))
    const isTold = sorted.every((end, at) => {
      const next = sorted[(at + 1) % sorted.length] as number
      const [px, py] = [
        (xs0[end] as number) - (xs0[corner] as number),
        (ys0[end] as number) - (ys0[corner] as number),
      ]
      const [qx, qy] = [
        (xs0[next] as number) - (xs0[corner] as number),
        (ys0[next] as number) - (ys0[corner] as number),
      ]
      const lengths = Math.sqrt((px * px + py * py) * (qx * qx + qy * qy))
      return lengths > 0 && (px * qx + py * qy < 0 || Math.abs(px * qy - py * qx) > leastSine * lengths)
    })
    return isTold ? [{ corner, ends: sorted }] : []
  })
  return (same) =>
    stars.every(({ corner, ends }) => {
      if (same[corner] !== corner || ends.some((end) => same[end] === corner)) return true
      // Once around, and no more: the angle falls back in one place only.
      let falls = 0
      ends.forEach((end, at) => {
        const next = ends[(at + 1) % ends.length] as number
        if (same[end] !== same[next] && byAngle(body, corner, end, next) > 0) falls += 1
      })
      return falls <= 1
    })
}

/** Corners with edges of which some bend and at least three meet. */
function starsOf({ cover, edges, isMoved, replaced }: DragBody): readonly Star[] {
  const far = new Map<number, Set<number>>()
  const add = (corner: number, end: number) => {
    const known = far.get(corner)
    if (known === undefined) far.set(corner, new Set([end]))
    else known.add(end)
  }
  const bent = new Set(edges.filter(({ isRigid }) => !isRigid).flatMap(({ a, b }) => [a, b]))
  for (const { a, b } of edges) {
    if (bent.has(a)) add(a, b)
    if (bent.has(b)) add(b, a)
  }
  const stars = edgesAt(cover)
  for (const corner of bent)
    for (const edge of stars[corner] ?? []) {
      const each = cover.edges[edge]
      if (each === undefined || replaced.has(edge) || isMoved[each.a] === 1 || isMoved[each.b] === 1) continue
      add(corner, otherEnd(each, corner))
    }
  return [...far].flatMap(([corner, ends]) => (ends.size > 2 ? [{ corner, ends: [...ends] }] : []))
}
