import type { Point, Polygon } from '../geometry/plane.ts'
import { pointOf } from './cells.ts'
import type { Corners } from './cells.ts'
import { byAngle, isInside, ringArea, simpleRings } from './faces.ts'
import type { Faces } from './faces.ts'
import type { Piece } from './noding.ts'

/** The outline of faces that touch along walls, as the model stores it, with all corners of the walls around it but those `without`. */
export function outlineOf(
  corners: Corners,
  pieces: readonly Piece[],
  faces: Faces,
  group: readonly number[],
  without: ReadonlySet<number> = new Set(),
): Polygon | null {
  const chosen = new Set(group)
  const border: number[] = []
  for (const face of group)
    for (const half of faces.faces[face]?.halves ?? [])
      if (!chosen.has(faces.left[half ^ 1] as number)) border.push(half)
  const rings = ringsAlong(corners, pieces, border)
  const outers = rings.filter((ring) => ringArea(corners, ring) > 0)
  // Faces joined along walls have one outer ring; the largest where a caller's group falls apart.
  const outer = outers.reduce<readonly number[] | null>(
    (best, ring) => (best !== null && ringArea(corners, best) >= ringArea(corners, ring) ? best : ring),
    null,
  )
  if (outer === null) return null
  const holes = rings.filter((ring) => ringArea(corners, ring) < 0 && isWithin(corners, outer, ring))
  const points = (ring: readonly number[]): Point[] =>
    ring
      .filter((corner) => !without.has(corner))
      .map((corner) => pointOf(corners.xs[corner] as number, corners.ys[corner] as number))
  return { outer: points(outer), holes: holes.map(points) }
}

/** Whether a hole belongs to this outer ring: a corner of it that they do not share lies inside, or they share them all. */
function isWithin(corners: Corners, outer: readonly number[], hole: readonly number[]): boolean {
  const shared = new Set(outer)
  const own = hole.find((corner) => !shared.has(corner))
  return own === undefined || isInside(corners, outer, corners.xs[own] as number, corners.ys[own] as number)
}

/** Rings along half-edges with the inside on their left. */
function ringsAlong(
  corners: Corners,
  pieces: readonly Piece[],
  border: readonly number[],
): readonly (readonly number[])[] {
  const from = (half: number): number => {
    const { a, b } = pieces[half >> 1] as Piece
    return half % 2 === 0 ? a : b
  }
  const leaving = new Map<number, number[]>()
  for (const half of border) {
    const star = leaving.get(from(half))
    if (star === undefined) leaving.set(from(half), [half])
    else star.push(half)
  }
  const left = new Set(border)
  const rings: (readonly number[])[] = []
  for (const start of border) {
    if (!left.has(start)) continue
    const way: number[] = []
    for (let half: number | undefined = start; half !== undefined && left.delete(half); half = onward(half))
      way.push(from(half))
    rings.push(...simpleRings(way))
  }
  return rings

  /** The next half-edge clockwise from where this one came: the inside stays in one piece. */
  function onward(half: number): number | undefined {
    const corner = from(half ^ 1)
    const star = leaving.get(corner) ?? []
    if (star.length <= 1) return star[0]
    const back = from(half)
    const order = star.toSorted((p, q) => byAngle(corners, corner, from(p ^ 1), from(q ^ 1)))
    const before = order.filter((each) => byAngle(corners, corner, from(each ^ 1), back) < 0)
    return before.at(-1) ?? order.at(-1)
  }
}
