import type { Point, Segment } from '../geometry/plane.ts'
import type { Cover, CoverEdge } from './cover.ts'
import { dragBody, type DragBody } from './dragBody.ts'
import { facesBehind } from './facing.ts'
import { cornerAt, edgeAlong, normalOf, slide, type Way } from './held.ts'
import { edgesAt, otherEnd, straightRun } from './straight.ts'

/** A stretch of wall that is moved by itself: one body for each side that it may move to, and the normal that points to the first. */
export interface AloneBodies {
  readonly across: Point
  readonly bodies: readonly [DragBody, DragBody]
}

/**
 * A stretch of a straight wall, from corner to corner, by itself. Where the wall goes on beyond an end, a new corner comes out of
 * the old one, which stays for the neighbours; it slides along the wall that meets the end on that side, if there is one,
 * and becomes a corner of that wall. Null where there is no wall.
 */
export function aloneBodies(cover: Cover, segment: Segment): AloneBodies | null {
  const stretch = stretchOf(cover, segment)
  if (stretch === null) return null
  const across = normalOf(cover, stretch.first)
  const bodies = [bodyTo(cover, stretch, across, 1), bodyTo(cover, stretch, across, -1)] as const
  return { across, bodies }
}

interface Stretch {
  /** Corners in their order, edges between them, and all edges of the straight wall that they are part of. */
  readonly corners: readonly number[]
  readonly edges: readonly number[]
  readonly run: ReadonlySet<number>
  readonly first: number
  readonly goesOn: readonly [boolean, boolean]
}

function stretchOf(cover: Cover, segment: Segment): Stretch | null {
  const edge = edgeAlong(cover, segment)
  if (edge === null) return null
  const run = straightRun(cover, edge)
  const ends = segment
    .map((point) => run.corners.indexOf(cornerAt(cover, point) ?? -1))
    .toSorted((p, q) => p - q)
  const [from = -1, to = -1] = ends
  const at = run.edges.indexOf(edge)
  const [start, end] = from >= 0 && to > from ? [from, to] : [at, at + 1]
  return {
    corners: run.corners.slice(start, end + 1),
    edges: run.edges.slice(start, end),
    run: new Set(run.edges),
    first: run.edges[start] as number,
    goesOn: [start > 0, end < run.corners.length - 1],
  }
}

function bodyTo(cover: Cover, stretch: Stretch, across: Point, sign: 1 | -1): DragBody {
  const { corners, edges, run, goesOn } = stretch
  const { xs, ys } = cover.corners
  const more: (readonly [number, number])[] = []
  const moved = new Map<number, Way>()
  const replaced = new Set<number>(edges)
  const add = (x: number, y: number): number => {
    more.push([x, y])
    return xs.length + more.length - 1
  }
  let cuts: readonly Cut[] = []
  const ends = [corners[0] as number, corners[corners.length - 1] as number] as const
  const neighbours = [corners[1] as number, corners[corners.length - 2] as number] as const
  for (const corner of corners) moved.set(corner, slide(cover, corner, run, across))
  ends.forEach((end, at) => {
    if (goesOn[at] !== true) return
    moved.delete(end)
    const way = slide(cover, end, run, across)
    const out = add(xs[end] as number, ys[end] as number)
    moved.set(out, way)
    const wall = wallOn(cover, end, run, across, way, sign)
    if (wall !== null) replaced.add(wall)
    const far = wall === null ? null : otherEnd(cover.edges[wall] as CoverEdge, end)
    cuts = [...cuts, { end, out, toward: neighbours[at] as number, far }]
  })

  const inserted = behind(cover, stretch, add, moved, replaced)
  const recut = (line: readonly number[], closed: boolean) =>
    withInserted(withCuts(line, closed, cuts), closed, inserted)
  const rings = new Map<number, readonly (readonly number[])[]>()
  cover.zones.forEach(({ rings: own }, place) => {
    const next = own.map((ring) => recut(ring, true))
    if (next.some((ring, at) => ring !== own[at])) rings.set(place, next)
  })
  const lines = new Map<number, readonly number[]>()
  cover.loose.forEach(({ line }, place) => {
    const next = recut(line, false)
    if (next !== line) lines.set(place, next)
  })
  const held = { corners: [...moved.keys()], ways: [...moved.values()], across, wall: [...edges] }
  return dragBody(cover, held, { corners: more, rings, lines, replaced })
}

/** The wall at an end along which the new corner slides: the one on the side that it moves to. */
function wallOn(
  cover: Cover,
  end: number,
  run: ReadonlySet<number>,
  [nx, ny]: Point,
  way: Way,
  sign: 1 | -1,
): number | null {
  const { xs, ys } = cover.corners
  const [wx, wy] = way ?? [nx, ny]
  const found = (edgesAt(cover)[end] ?? []).find((edge) => {
    if (run.has(edge)) return false
    const far = otherEnd(cover.edges[edge] as CoverEdge, end)
    const [dx, dy] = [(xs[far] as number) - (xs[end] as number), (ys[far] as number) - (ys[end] as number)]
    const length = Math.sqrt(dx * dx + dy * dy)
    const isAlong = Math.abs(dx * wy - dy * wx) <= 0.011 * length * Math.sqrt(wx * wx + wy * wy)
    return isAlong && (dx * nx + dy * ny) * sign > 0
  })
  return found ?? null
}

/** An end of the stretch: the new corner that comes out of it, the stretch's next corner, and the far end of the wall it slides along. */
interface Cut {
  readonly end: number
  readonly out: number
  readonly toward: number
  readonly far: number | null
}

/** The line with the new corners in it; the same line where it has no part in the stretch or the walls at its ends. */
function withCuts(line: readonly number[], closed: boolean, cuts: readonly Cut[]): readonly number[] {
  let next: readonly number[] = line
  for (const { end, out, toward, far } of cuts) {
    const outs = new Set(cuts.map((cut) => cut.out))
    const result: number[] = []
    const count = next.length
    const at = (index: number) => (closed ? next[(index + count) % count] : next[index])
    let isChanged = false
    next.forEach((corner, index) => {
      const [before, after] = [at(index - 1), at(index + 1)]
      const leads = (other: number | undefined) =>
        other !== undefined && (other === toward || outs.has(other))
      if (corner !== end) {
        result.push(corner)
        return
      }
      // Beside the stretch: the new corner lies between the old one and the stretch, or in its place.
      const isAfter = leads(after)
      const isBefore = leads(before)
      const away = isAfter ? before : after
      if (isAfter || isBefore) {
        isChanged = true
        const kept = far !== null && away === far ? [] : [corner]
        result.push(...(isAfter ? [...kept, out] : [out, ...kept]))
        return
      }
      // Along the wall that the new corner slides on.
      if (far !== null && (before === far || after === far)) {
        isChanged = true
        const isLoose = before === undefined || after === undefined
        if (isLoose) result.push(out)
        else result.push(...(before === far ? [out, corner] : [corner, out]))
        return
      }
      result.push(corner)
    })
    if (isChanged) next = result
  }
  return next
}

/** Corners to be put between two that follow each other in a ring. */
interface Inserted {
  readonly a: number
  readonly b: number
  readonly between: readonly number[]
}

/** The other faces of a thick wall: those opposite move along; of one that reaches farther, the part that is opposite. */
function behind(
  cover: Cover,
  { edges }: Stretch,
  add: (x: number, y: number) => number,
  moved: Map<number, Way>,
  replaced: Set<number>,
): readonly Inserted[] {
  const { xs, ys } = cover.corners
  const found: Inserted[] = []
  for (const edge of edges) {
    const { a: p, b: q } = cover.edges[edge] as CoverEdge
    const length = Math.hypot((xs[q] as number) - (xs[p] as number), (ys[q] as number) - (ys[p] as number))
    const across = normalOf(cover, edge)
    for (const { edge: each, from, to } of facesBehind(cover, edge)) {
      const { a, b, left } = cover.edges[each] as CoverEdge
      const [start, end] = left >= 0 ? [a, b] : [b, a]
      const isSame = new Set(straightRun(cover, each).edges)
      const share = (along: number) => (from - along) / (from - to)
      const point = (along: number): [number, number] => [
        Math.round((xs[start] as number) + ((xs[end] as number) - (xs[start] as number)) * share(along)),
        Math.round((ys[start] as number) + ((ys[end] as number) - (ys[start] as number)) * share(along)),
      ]
      const between: number[] = []
      // It runs against the face in front: its start is opposite the far part.
      if (from > length + slackCells) {
        const at = point(length)
        const out = add(...at)
        moved.set(out, across)
        between.push(add(...at), out)
      } else moved.set(start, slide(cover, start, isSame, across))
      if (to < -slackCells) {
        const at = point(0)
        const out = add(...at)
        moved.set(out, across)
        between.push(out, add(...at))
      } else moved.set(end, slide(cover, end, isSame, across))
      replaced.add(each)
      if (between.length > 0) found.push({ a: start, b: end, between })
    }
  }
  return found
}

/** A face that reaches no farther than this beyond the stretch is moved whole: as far as a wall is thick, cells. */
const slackCells = 5000

function withInserted(
  line: readonly number[],
  closed: boolean,
  inserted: readonly Inserted[],
): readonly number[] {
  if (inserted.length === 0 || !closed) return line
  const result: number[] = []
  let isChanged = false
  line.forEach((corner, index) => {
    result.push(corner)
    const after = line[(index + 1) % line.length]
    const found = inserted.find(({ a, b }) => a === corner && b === after)
    if (found === undefined) return
    result.push(...found.between)
    isChanged = true
  })
  return isChanged ? result : line
}
