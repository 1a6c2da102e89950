import type { Corners } from './cells.ts'
import { isDrawnTag, type Overlay } from './overlay.ts'

/** How far the way past a corner may bend and the corner still be let go, cells: what rounding to the grid leaves. */
const straightCells = 1.5

/**
 * Corners that were there only for a wall that goes: an edge of a zone ended in them that no longer parts anything, and what
 * is left there are two walls in one straight line.
 */
export function spentCorners(
  { corners, pieces, isOutline }: Overlay,
  isParting: (piece: number) => boolean,
): ReadonlySet<number> {
  const stays = (piece: number): boolean =>
    isParting(piece) ||
    (pieces[piece]?.tags.some((tag) => tag < 0 || (isDrawnTag(tag) && !isOutline)) ?? false)
  const ended = new Set<number>()
  pieces.forEach(({ a, b }, piece) => {
    if (stays(piece)) return
    ended.add(a)
    ended.add(b)
  })
  if (ended.size === 0) return ended
  const beyond = new Map<number, number[]>()
  pieces.forEach(({ a, b }, piece) => {
    if (!stays(piece)) return
    for (const [here, there] of [
      [a, b],
      [b, a],
    ] as const) {
      if (!ended.has(here)) continue
      const known = beyond.get(here)
      if (known === undefined) beyond.set(here, [there])
      else known.push(there)
    }
  })
  const spent = new Set<number>()
  for (const [corner, [p, q, ...more]] of beyond) {
    if (p === undefined || q === undefined || more.length > 0) continue
    const before = pastSpent(corner, p)
    const after = pastSpent(corner, q)
    const [from, to] = [before.at(-1) ?? p, after.at(-1) ?? q]
    const between = [corner, ...before.slice(0, -1), ...after.slice(0, -1)]
    if (from !== to && between.every((each) => isStraight(corners, from, each, to))) spent.add(corner)
  }
  return spent

  /** The corners on the way from one past another that are spent already, and the first that is not. */
  function pastSpent(from: number, first: number): readonly number[] {
    const way = [first]
    for (let [before, here] = [from, first]; spent.has(here) && way.length < corners.xs.length;) {
      const next = (beyond.get(here) ?? []).find((each) => each !== before)
      if (next === undefined) break
      ;[before, here] = [here, next]
      way.push(next)
    }
    return way
  }
}

function isStraight({ xs, ys }: Corners, p: number, corner: number, q: number): boolean {
  const [px, py] = [xs[p] as number, ys[p] as number]
  const [lx, ly] = [(xs[q] as number) - px, (ys[q] as number) - py]
  const [cx, cy] = [(xs[corner] as number) - px, (ys[corner] as number) - py]
  const along = cx * lx + cy * ly
  const square = lx * lx + ly * ly
  const cross = cx * ly - cy * lx
  return along > 0 && along < square && cross * cross <= straightCells * straightCells * square
}
