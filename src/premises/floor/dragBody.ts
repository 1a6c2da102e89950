import { eachEdge, type Cover } from './cover.ts'
import type { Held } from './held.ts'

/** All that moves: corners with their places now, rings and loose walls that have some of them, and the edges between them. */
export interface DragBody {
  readonly cover: Cover
  readonly held: Held
  /** Places of all corners before, and now; only those of moved corners change. */
  readonly xs0: Float64Array
  readonly ys0: Float64Array
  readonly xs: Float64Array
  readonly ys: Float64Array
  readonly isMoved: Uint8Array
  /** Zones that change, by their place in the cover, with their rings. */
  readonly zones: readonly { readonly place: number; readonly rings: readonly (readonly number[])[] }[]
  /** Loose walls that change, by their place in the cover. */
  readonly loose: readonly { readonly place: number; readonly line: readonly number[] }[]
  /** Pairs of corners of the edges that move; those with one end that stays, or whose ends move differently, bend the plan. */
  readonly edges: readonly DragEdge[]
  /** Edges of the cover that others have taken the place of. */
  readonly replaced: ReadonlySet<number>
}

/** What of a cover is different before anything moves: corners that it has not, rings, lines, and edges that are no more. */
export interface Recut {
  readonly corners: readonly (readonly [number, number])[]
  readonly rings: ReadonlyMap<number, readonly (readonly number[])[]>
  readonly lines: ReadonlyMap<number, readonly number[]>
  readonly replaced: ReadonlySet<number>
}

const asItIs: Recut = { corners: [], rings: new Map(), lines: new Map(), replaced: new Set() }

export interface DragEdge {
  readonly a: number
  readonly b: number
  readonly isRigid: boolean
  /** Of the wall itself that is moved. */
  readonly isWall: boolean
}

/** What moves with these corners, which may be among those that a recut adds. */
export function dragBody(
  cover: Cover,
  held: Held,
  { corners: more, rings, lines, replaced }: Recut = asItIs,
): DragBody {
  const count = cover.corners.xs.length
  const xs0 = new Float64Array(count + more.length)
  const ys0 = new Float64Array(count + more.length)
  xs0.set(cover.corners.xs)
  ys0.set(cover.corners.ys)
  more.forEach(([x, y], at) => {
    xs0[count + at] = x
    ys0[count + at] = y
  })
  const isMoved = new Uint8Array(xs0.length)
  for (const corner of held.corners) isMoved[corner] = 1
  const wayAt = new Map(held.corners.map((corner, at) => [corner, held.ways[at] ?? null]))
  const has = (line: readonly number[]) => line.some((corner) => isMoved[corner] === 1)

  const zones = cover.zones.flatMap(({ rings: own, isFixed }, place) => {
    if (isFixed) return []
    const now = rings.get(place)
    return now !== undefined ? [{ place, rings: now }] : own.some(has) ? [{ place, rings: own }] : []
  })
  const loose = cover.loose.flatMap(({ line: own }, place) => {
    const line = lines.get(place) ?? own
    return has(line) || lines.has(place) ? [{ place, line }] : []
  })
  const wall = new Set(held.wall.map((edge) => keyOf(cover.edges[edge]?.a ?? -1, cover.edges[edge]?.b ?? -1)))
  const edges = new Map<string, DragEdge>()
  const add = (a: number, b: number) => {
    if (isMoved[a] === 0 && isMoved[b] === 0) return
    const [p, q] = [wayAt.get(a), wayAt.get(b)]
    const isRigid =
      p !== undefined &&
      q !== undefined &&
      (p === q || (p !== null && q !== null && p[0] === q[0] && p[1] === q[1]))
    edges.set(keyOf(a, b), { a, b, isRigid, isWall: wall.has(keyOf(a, b)) })
  }
  for (const { rings: own } of zones) for (const ring of own) eachEdge(ring, add)
  for (const { line } of loose)
    for (let at = 1; at < line.length; at += 1) add(line[at - 1] as number, line[at] as number)
  return {
    cover,
    held,
    xs0,
    ys0,
    xs: xs0.slice(),
    ys: ys0.slice(),
    isMoved,
    zones,
    loose,
    edges: [...edges.values()],
    replaced,
  }
}

function keyOf(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** Puts the moved corners where they are for a way of the pointer in cells. */
export function place(
  { held: { corners, ways, across }, xs0, ys0, xs, ys }: DragBody,
  wayX: number,
  wayY: number,
): void {
  const by = across === null ? 0 : wayX * across[0] + wayY * across[1]
  corners.forEach((corner, at) => {
    const way = ways[at] ?? null
    const [dx, dy] = way === null ? [wayX, wayY] : [way[0] * by, way[1] * by]
    xs[corner] = Math.round((xs0[corner] as number) + dx)
    ys[corner] = Math.round((ys0[corner] as number) + dy)
  })
}
