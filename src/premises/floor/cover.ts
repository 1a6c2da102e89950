import type { Point, Polygon } from '../geometry/plane.ts'
import type { LevelId } from '../ids.ts'
import type { Premises, Wall, Zone } from '../model.ts'
import { createBuckets } from './buckets.ts'
import { cellOf, createCorners, isDrawable, isWithinReach, pairKey } from './cells.ts'
import type { Corners } from './cells.ts'

/** A zone with its rings as numbers of corners; corners of neighbours that lie on its walls are among them. */
export interface CoverZone {
  readonly zone: Zone
  /** It only runs through this level: it takes its place, and edits leave it as it is. */
  readonly isFixed: boolean
  readonly rings: readonly (readonly number[])[]
}

/** A wall that parts no rooms yet, as numbers of corners. */
export interface LooseWall {
  readonly wall: Wall
  readonly line: readonly number[]
}

/** From corner `a` to corner `b`; sides are places in `zones`, −1 where there is none. */
export interface CoverEdge {
  readonly a: number
  readonly b: number
  left: number
  right: number
  loose: number
}

/** A level's zones and loose walls over common corners. */
export interface Cover {
  readonly levelId: LevelId
  readonly corners: Corners
  readonly zones: readonly CoverZone[]
  readonly loose: readonly LooseWall[]
  readonly edges: readonly CoverEdge[]
}

/** A corner this close to a wall of another zone is taken to stand on it: what rounding of a skew wall leaves, and a little. Cells. */
const onWallCells = 5

/** Zones and loose walls that are drawn on a level or run through it, in the order of their tables. */
export function drawnOn(
  premises: Premises,
  levelId: LevelId,
): { readonly zones: readonly Zone[]; readonly loose: readonly Wall[] } {
  return {
    zones: Object.values(premises.zones).filter((zone) => isOn(zone, levelId) && isDrawable(zone.polygon)),
    loose: Object.values(premises.walls).filter(
      ({ levelId: on, line }) =>
        on === levelId && line !== undefined && line.length >= 2 && isWithinReach(line),
    ),
  }
}

/** Whether a zone stands on a level, or runs through it. */
export function isOn({ levelId: own, spansLevelIds = [] }: Zone, levelId: LevelId): boolean {
  return own === levelId || (own !== null && spansLevelIds.includes(levelId))
}

const covers = new WeakMap<Premises, Map<LevelId, Cover>>()
/** The last cover of a level, for premises in which nothing on it has changed. */
const latest = new Map<LevelId, WeakRef<Cover>>()

/** The cover of a level; kept per state of the premises, and from one state to the next while the level stays as it is. */
export function coverOf(premises: Premises, levelId: LevelId): Cover {
  let known = covers.get(premises)
  if (known === undefined) covers.set(premises, (known = new Map()))
  const there = known.get(levelId)
  if (there !== undefined) return there
  const drawn = drawnOn(premises, levelId)
  const last = latest.get(levelId)?.deref()
  const cover =
    last !== undefined && isSame(last, drawn) ? last : coverFrom(levelId, drawn.zones, drawn.loose)
  latest.set(levelId, new WeakRef(cover))
  known.set(levelId, cover)
  return cover
}

function isSame(cover: Cover, { zones, loose }: ReturnType<typeof drawnOn>): boolean {
  return (
    cover.zones.length === zones.length &&
    cover.loose.length === loose.length &&
    zones.every((zone, at) => cover.zones[at]?.zone === zone) &&
    loose.every((wall, at) => cover.loose[at]?.wall === wall)
  )
}

/** The cover of these zones and walls. */
export function coverFrom(levelId: LevelId, zones: readonly Zone[], loose: readonly Wall[]): Cover {
  const corners = createCorners()
  const number = ([x, y]: Point) => corners.at(cellOf(x), cellOf(y))
  const polygons = zones.map((zone) => ringsOf(zone.polygon).map((ring) => withoutRepeats(ring.map(number))))
  const lines = loose.map((wall) => (wall.line ?? []).map(number).filter((v, at, all) => v !== all[at - 1]))

  const directed = new Set<number>()
  for (const rings of polygons)
    for (const ring of rings) eachEdge(ring, (a, b) => void directed.add(pairKey(a, b)))
  const buckets = createBuckets()
  corners.xs.forEach((x, corner) => buckets.addPoint(x, corners.ys[corner] as number, corner))
  const stood = (a: number, b: number) =>
    directed.has(pairKey(a, b)) && directed.has(pairKey(b, a)) ? none : standingOn(corners, buckets, a, b)

  const coverZones = zones.map((zone, at) => ({
    zone,
    isFixed: zone.levelId !== levelId,
    rings: (polygons[at] ?? []).map((ring) => withStanding(ring, true, stood)),
  }))
  const coverLoose = loose.map((wall, at) => ({ wall, line: withStanding(lines[at] ?? [], false, stood) }))
  return { levelId, corners, zones: coverZones, loose: coverLoose, edges: edgesOf(coverZones, coverLoose) }
}

const none: readonly number[] = []

function ringsOf({ outer, holes }: Polygon): readonly (readonly Point[])[] {
  return [outer, ...holes]
}

function withoutRepeats(ring: readonly number[]): readonly number[] {
  const kept = ring.filter((corner, at) => corner !== ring[at - 1])
  return kept.length > 1 && kept[0] === kept[kept.length - 1] ? kept.slice(0, -1) : kept
}

export function eachEdge(ring: readonly number[], visit: (a: number, b: number) => void): void {
  let before = ring[ring.length - 1]
  if (before === undefined || ring.length < 2) return
  for (const corner of ring) {
    visit(before, corner)
    before = corner
  }
}

function withStanding(
  line: readonly number[],
  closed: boolean,
  stood: (a: number, b: number) => readonly number[],
): readonly number[] {
  let noded: number[] | null = null
  const count = closed ? line.length : line.length - 1
  for (let at = 0; at < line.length; at += 1) {
    const a = line[at] as number
    const standing = at < count ? stood(a, line[(at + 1) % line.length] as number) : none
    // Its own corners stay where they are in it: a needle is thin, and no spike along which the line runs there and back.
    const between = standing.length === 0 ? none : standing.filter((corner) => !line.includes(corner))
    if (between.length > 0 && noded === null) noded = line.slice(0, at)
    noded?.push(a, ...between)
  }
  return noded ?? line
}

/** Corners that stand on the wall from a to b, in its order. */
function standingOn(
  { xs, ys }: Corners,
  buckets: ReturnType<typeof createBuckets>,
  a: number,
  b: number,
): readonly number[] {
  const ax = xs[a] as number
  const ay = ys[a] as number
  const dx = (xs[b] as number) - ax
  const dy = (ys[b] as number) - ay
  const square = dx * dx + dy * dy
  const found = new Map<number, number>()
  buckets.along(ax, ay, ax + dx, ay + dy, onWallCells, (corner) => {
    if (corner === a || corner === b) return
    const px = (xs[corner] as number) - ax
    const py = (ys[corner] as number) - ay
    const share = (px * dx + py * dy) / square
    if (share <= 0 || share >= 1) return
    const cross = px * dy - py * dx
    if (cross * cross <= onWallCells * onWallCells * square) found.set(corner, share)
  })
  if (found.size === 0) return none
  return [...found].toSorted((p, q) => p[1] - q[1]).map(([corner]) => corner)
}

function edgesOf(zones: readonly CoverZone[], loose: readonly LooseWall[]): readonly CoverEdge[] {
  const edges: CoverEdge[] = []
  const known = new Map<number, number>()
  const edge = (a: number, b: number): CoverEdge => {
    const key = a < b ? pairKey(a, b) : pairKey(b, a)
    const at = known.get(key)
    if (at !== undefined) return edges[at] as CoverEdge
    const made = { a, b, left: -1, right: -1, loose: -1 }
    known.set(key, edges.length)
    edges.push(made)
    return made
  }
  zones.forEach(({ rings }, zone) => {
    for (const ring of rings)
      eachEdge(ring, (a, b) => {
        const each = edge(a, b)
        if (each.a === a) {
          if (each.left < 0) each.left = zone
        } else if (each.right < 0) each.right = zone
      })
  })
  loose.forEach(({ line }, wall) => {
    for (let at = 0; at + 1 < line.length; at += 1) {
      const each = edge(line[at] as number, line[at + 1] as number)
      if (each.left < 0 && each.right < 0) each.loose = wall
    }
  })
  return edges
}
