import type { Cover, CoverEdge } from './cover.ts'

/** Edges that continue each other in one straight line. */
export interface StraightRun {
  /** First and last corner; the run's direction is that of the edge it was asked for. */
  readonly start: number
  readonly end: number
  /** All corners in its order, and the edges between them. */
  readonly corners: readonly number[]
  readonly edges: readonly number[]
}

/** How far a corner may lie from the straight line past it, cells: rounding to the grid bends a skew wall that much. */
const straightCells = 3

const stars = new WeakMap<Cover, readonly (readonly number[])[]>()

/** The edges at every corner; kept per cover. */
export function edgesAt(cover: Cover): readonly (readonly number[])[] {
  const known = stars.get(cover)
  if (known !== undefined) return known
  const star: number[][] = cover.corners.xs.map(() => [])
  cover.edges.forEach(({ a, b }, edge) => {
    star[a]?.push(edge)
    star[b]?.push(edge)
  })
  stars.set(cover, star)
  return star
}

/** The straight wall that an edge belongs to, from corner to corner over all neighbours along it. */
export function straightRun(cover: Cover, edge: number): StraightRun {
  const { a, b } = cover.edges[edge] as CoverEdge
  const ahead = grown(cover, edge, a, b)
  const behind = grown(cover, edge, ahead.corners.at(-1) ?? b, a, b)
  const corners = [...behind.corners.toReversed(), ...ahead.corners]
  const edges = [...behind.edges.toReversed(), edge, ...ahead.edges]
  return { start: corners[0] as number, end: corners[corners.length - 1] as number, corners, edges }
}

/** Follows the line from `anchor` past `from` as long as an edge continues it; `from` is the first of the corners. */
function grown(
  cover: Cover,
  edge: number,
  anchor: number,
  from: number,
  previous = anchor,
): { readonly corners: number[]; readonly edges: number[] } {
  const star = edgesAt(cover)
  const corners = [from]
  const edges: number[] = []
  let before = previous
  let here = from
  let last = edge
  for (;;) {
    const next = (star[here] ?? []).find((each) => {
      if (each === last) return false
      const far = otherEnd(cover.edges[each] as CoverEdge, here)
      return far !== anchor && continues(cover, anchor, before, here, far)
    })
    if (next === undefined) return { corners, edges }
    const far = otherEnd(cover.edges[next] as CoverEdge, here)
    before = here
    here = far
    last = next
    corners.push(far)
    edges.push(next)
  }
}

export function otherEnd({ a, b }: CoverEdge, corner: number): number {
  return a === corner ? b : a
}

/** Whether the way from `before` over `here` to `far` goes on straight, seen from the far end of the run as well. */
function continues(
  { corners: { xs, ys } }: Cover,
  anchor: number,
  before: number,
  here: number,
  far: number,
): boolean {
  const [hx, hy] = [xs[here] as number, ys[here] as number]
  const [fx, fy] = [(xs[far] as number) - hx, (ys[far] as number) - hy]
  for (const back of before === anchor ? [anchor] : [anchor, before]) {
    const [bx, by] = [hx - (xs[back] as number), hy - (ys[back] as number)]
    if (bx * fx + by * fy <= 0) return false
    // Distance of `here` from the line between `back` and `far`.
    const [lx, ly] = [bx + fx, by + fy]
    const cross = bx * ly - by * lx
    if (cross * cross > straightCells * straightCells * (lx * lx + ly * ly)) return false
  }
  return true
}
