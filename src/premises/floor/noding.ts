import { createBuckets } from './buckets.ts'
import { pairKey } from './cells.ts'
import type { Corners } from './cells.ts'

/** A piece of wall from corner to corner, with all that it is a piece of (numbers that the caller chose). */
export interface Piece {
  readonly a: number
  readonly b: number
  readonly tags: readonly number[]
}

/**
 * A corner this close to a wall becomes a corner of it: a crossing is put on the nearest cell, at most 0.71 cells away, and the
 * walls must go there too. Cells.
 */
const catchCells = 0.75

/**
 * The pieces cut where they cross or pass a corner, all of it on the grid, so that two pieces meet in common corners only
 * (snap rounding; Hobby, "Practical segment intersection with finite precision output", 1999, repeated until nothing is left
 * to cut, as Halperin and Packer's iterated snap rounding). Pieces that come to lie on each other are one, with the tags of
 * both; a tag that comes an even number of times is kept as often, so that parities stay. New corners are added to `corners`.
 */
export function noded(corners: Corners, pieces: readonly Piece[]): readonly Piece[] {
  const { xs, ys } = corners
  const alive: ({ a: number; b: number; tags: number[] } | null)[] = []
  const known = new Map<number, number>()
  const walls = createBuckets()
  const places = createBuckets()
  const isPlaced: boolean[] = []
  const waiting: Piece[] = []

  const place = (corner: number) => {
    if (isPlaced[corner] === true) return
    isPlaced[corner] = true
    places.addPoint(xs[corner] as number, ys[corner] as number, corner)
  }
  for (const { a, b } of pieces) {
    place(a)
    place(b)
  }
  for (let at = pieces.length - 1; at >= 0; at -= 1) waiting.push(pieces[at] as Piece)

  let budget = 2_000_000
  while (waiting.length > 0) {
    const piece = waiting.pop() as Piece
    if (piece.a === piece.b) continue
    budget -= 1
    if (budget < 0) throw new Error('noding does not end')
    const same = known.get(keyOf(piece))
    const there = same === undefined ? undefined : alive[same]
    if (there) {
      there.tags.push(...piece.tags)
      continue
    }
    const on = firstOn(piece)
    if (on >= 0) {
      waiting.push({ a: on, b: piece.b, tags: piece.tags }, { a: piece.a, b: on, tags: piece.tags })
      continue
    }
    const crossed = crossedBy(piece)
    if (crossed >= 0) {
      const corner = crossingCorner(piece, crossed)
      if (piece.a === corner || piece.b === corner) waiting.push(piece)
      else
        waiting.push({ a: corner, b: piece.b, tags: piece.tags }, { a: piece.a, b: corner, tags: piece.tags })
      continue
    }
    known.set(keyOf(piece), alive.length)
    walls.addSegment(...ends(piece), alive.length)
    alive.push({ a: piece.a, b: piece.b, tags: [...piece.tags] })
  }
  return alive.filter((piece) => piece !== null)

  function ends({ a, b }: Piece): [number, number, number, number] {
    return [xs[a] as number, ys[a] as number, xs[b] as number, ys[b] as number]
  }

  /** A corner that stands on the piece, not at its ends; −1 if none does. */
  function firstOn(piece: Piece): number {
    const [ax, ay, bx, by] = ends(piece)
    let found = -1
    let least = Infinity
    places.along(ax, ay, bx, by, 1, (corner) => {
      if (corner === piece.a || corner === piece.b) return
      const share = standing(ax, ay, bx, by, xs[corner] as number, ys[corner] as number)
      if (share < least) {
        least = share
        found = corner
      }
    })
    return found
  }

  /** The first of those that are there which the piece crosses; −1 if it crosses none. */
  function crossedBy(piece: Piece): number {
    const [ax, ay, bx, by] = ends(piece)
    let found = -1
    walls.along(ax, ay, bx, by, 1, (wall) => {
      const other = alive[wall]
      if (!other || (found >= 0 && wall >= found)) return
      if (crossing(ax, ay, bx, by, ...ends(other)) !== null) found = wall
    })
    return found
  }

  /** The corner at which a piece crosses one that is there; that one and all others that pass the corner are cut there. */
  function crossingCorner(piece: Piece, crossed: number): number {
    const other = alive[crossed] as Piece
    const [x, y] = crossing(...ends(piece), ...ends(other)) as readonly [number, number]
    const corner = corners.at(x, y)
    place(corner)
    const passing = new Set<number>([crossed])
    walls.along(x, y, x, y, 1, (wall) => {
      const each = alive[wall]
      if (each && standing(...ends(each), x, y) < Infinity) passing.add(wall)
    })
    for (const wall of passing) {
      const each = alive[wall]
      if (!each || each.a === corner || each.b === corner) continue
      alive[wall] = null
      known.delete(keyOf(each))
      waiting.push({ a: corner, b: each.b, tags: each.tags }, { a: each.a, b: corner, tags: each.tags })
    }
    return corner
  }
}

function keyOf({ a, b }: Piece): number {
  return a < b ? pairKey(a, b) : pairKey(b, a)
}

/** Share of the way from a to b at which a point stands on the segment; infinite where it does not. */
function standing(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  const dx = bx - ax
  const dy = by - ay
  const px = x - ax
  const py = y - ay
  const square = dx * dx + dy * dy
  const along = px * dx + py * dy
  if (along <= 0 || along >= square) return Infinity
  const cross = px * dy - py * dx
  return cross * cross <= catchCells * catchCells * square ? along / square : Infinity
}

/** The cell in which two segments cross inside both; null where they do not. */
function crossing(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): readonly [number, number] | null {
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return null
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return null
  const abc = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
  const abd = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
  if ((abc >= 0 && abd >= 0) || (abc <= 0 && abd <= 0)) return null
  const cda = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
  const cdb = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
  if ((cda >= 0 && cdb >= 0) || (cda <= 0 && cdb <= 0)) return null
  const share = abc / (abc - abd)
  return [Math.round(cx + (dx - cx) * share), Math.round(cy + (dy - cy) * share)]
}
