import Flatbush from 'flatbush'
import { bounds } from '../geometry/measure.ts'
import { polygonEdges } from '../geometry/ring.ts'
import type { Segment } from '../geometry/plane.ts'
import type { LevelId } from '../ids.ts'
import type { Opening, Premises, Wall, Zone } from '../model.ts'

/** What stands on one level, and its walls as flat arrays with an index: all checks of a level share it. */
export interface LevelDrawing {
  readonly levelId: LevelId
  /** Zones of this level and those that run through it. */
  readonly zones: readonly Zone[]
  readonly openings: readonly Opening[]
  readonly walls: readonly Wall[]
  readonly edges: Edges
  /** Walls have a thickness: rooms lie apart, as an import brings them. Else neighbours share their walls. */
  readonly isThick: boolean
}

/** Edge i of all zones runs from (x0, y0) to (x1, y1), the zone `zone[i]` on its left. */
export interface Edges {
  readonly count: number
  readonly x0: Float64Array
  readonly y0: Float64Array
  readonly x1: Float64Array
  readonly y1: Float64Array
  readonly zone: Int32Array
  /** Indices of the edges whose boxes meet this one. */
  readonly within: (x0: number, y0: number, x1: number, y1: number) => number[]
}

/** The levels with what stands on each; a zone through several is on all of them. */
export function* levelDrawings(premises: Premises): Generator<LevelDrawing> {
  const zones = grouped(Object.values(premises.zones), (zone) => [
    zone.levelId,
    ...(zone.spansLevelIds ?? []),
  ])
  const openings = grouped(Object.values(premises.openings), (opening) => [opening.levelId])
  const walls = grouped(Object.values(premises.walls), (wall) => [wall.levelId])
  for (const { id } of Object.values(premises.levels))
    yield drawingOf(id, zones.get(id) ?? [], openings.get(id) ?? [], walls.get(id) ?? [])
}

/** A level, or a part of one. */
export function drawingOf(
  levelId: LevelId,
  zones: readonly Zone[],
  openings: readonly Opening[],
  walls: readonly Wall[],
): LevelDrawing {
  const edges = edgesOf(zones)
  return { levelId, zones, openings, walls, edges, isThick: hasThickWalls(edges) }
}

/** Whether a zone lies on one level only: those through several are drawn once for all of them. */
export function isFlat(zone: Zone): boolean {
  return (zone.spansLevelIds?.length ?? 0) === 0
}

function grouped<T>(all: readonly T[], keys: (each: T) => readonly (LevelId | null)[]): Map<LevelId, T[]> {
  const groups = new Map<LevelId, T[]>()
  for (const each of all)
    for (const key of new Set(keys(each))) {
      if (key === null) continue
      const group = groups.get(key)
      if (group) group.push(each)
      else groups.set(key, [each])
    }
  return groups
}

function edgesOf(zones: readonly Zone[]): Edges {
  const all = zones.flatMap((zone, index) =>
    bounds(zone.polygon.outer) === null
      ? []
      : [...polygonEdges(zone.polygon)].map((edge) => ({ edge, index })),
  )
  return flatEdges(all)
}

/** Segments as edges of zones of their own, for `facing`. */
export function edgesOfSegments(segments: readonly Segment[]): Edges {
  return flatEdges(segments.map((edge, index) => ({ edge, index })))
}

function flatEdges(all: readonly { readonly edge: Segment; readonly index: number }[]): Edges {
  const count = all.length
  const [x0, y0, x1, y1] = [0, 1, 2, 3].map(() => new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const zone = new Int32Array(count)
  if (count === 0) return { count, x0, y0, x1, y1, zone, within: () => [] }
  const index = new Flatbush(count)
  all.forEach(({ edge: [[ax, ay], [bx, by]], index: of }, i) => {
    x0[i] = ax
    y0[i] = ay
    x1[i] = bx
    y1[i] = by
    zone[i] = of
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
  })
  index.finish()
  return { count, x0, y0, x1, y1, zone, within: (a, b, c, d) => index.search(a, b, c, d) }
}

/** Two stretches of wall that face each other: where along edge `a`, and how far apart at both ends (negative: overlapping). */
export interface Facing {
  readonly a: number
  readonly b: number
  readonly from: number
  readonly to: number
  readonly gapFrom: number
  readonly gapTo: number
}

/** Sine of the largest angle between two edges that still run beside each other (2°). */
const parallelSine = 0.035

/**
 * The stretch of edge `a` that edge `b` of another zone faces, no farther than `reachM`; null where there is none. Shares
 * along `a`, gaps in metres.
 */
export function facing(edges: Edges, a: number, b: number, reachM: number): Facing | null {
  const { x0, y0, x1, y1 } = edges
  const [ax, ay] = [x0[a]!, y0[a]!]
  let dx = x1[a]! - ax
  let dy = y1[a]! - ay
  const length = Math.sqrt(dx * dx + dy * dy)
  if (length === 0) return null
  dx /= length
  dy /= length
  const ex = x1[b]! - x0[b]!
  const ey = y1[b]! - y0[b]!
  if (dx * ex + dy * ey >= 0) return null
  const lengthB = Math.sqrt(ex * ex + ey * ey)
  if (Math.abs(dx * ey - dy * ex) > parallelSine * lengthB) return null
  // b runs the other way: its end comes first along a. The outside of a lies to the right of it.
  const s0 = (x1[b]! - ax) * dx + (y1[b]! - ay) * dy
  const s1 = (x0[b]! - ax) * dx + (y0[b]! - ay) * dy
  const from = Math.max(0, s0)
  const to = Math.min(length, s1)
  if (to - from < 1e-3) return null
  const out0 = (x1[b]! - ax) * dy - (y1[b]! - ay) * dx
  const out1 = (x0[b]! - ax) * dy - (y0[b]! - ay) * dx
  const slope = (out1 - out0) / (s1 - s0)
  const gapFrom = out0 + slope * (from - s0)
  const gapTo = out0 + slope * (to - s0)
  if (Math.max(gapFrom, gapTo) > reachM || Math.min(gapFrom, gapTo) < -reachM) return null
  return { a, b, from: from / length, to: to / length, gapFrom, gapTo }
}

/** Two faces of one wall are no farther apart, metres; two rooms no closer than that have no wall of their own between them. */
const [thinnestM, thickestM] = [0.05, 0.6]

/** Whether more of the walls is two faces apart than one line shared. */
function hasThickWalls(edges: Edges): boolean {
  let shared = 0
  let apart = 0
  for (let a = 0; a < edges.count; a += 1) {
    const [ax, ay, bx, by] = [edges.x0[a]!, edges.y0[a]!, edges.x1[a]!, edges.y1[a]!]
    const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
    const near = edges.within(
      Math.min(ax, bx) - thickestM,
      Math.min(ay, by) - thickestM,
      Math.max(ax, bx) + thickestM,
      Math.max(ay, by) + thickestM,
    )
    for (const b of near) {
      if (b <= a || edges.zone[a] === edges.zone[b]) continue
      const found = facing(edges, a, b, thickestM)
      if (found === null) continue
      const gap = Math.abs(found.gapFrom + found.gapTo) / 2
      const along = (found.to - found.from) * length
      if (gap <= thinnestM) shared += along
      else if (found.gapFrom + found.gapTo > 0) apart += along
    }
  }
  return apart > shared
}
