import type { RoutesResult, Way } from '../../workers/routes/job.ts'
import type { LevelId, OpeningId, ZoneId } from '../premises/ids.ts'
import type { Premises, Zone } from '../premises/model.ts'
import type { Point } from '../premises/geometry/plane.ts'
import { distance } from '../premises/geometry/segment.ts'

/** A stretch of a way out as it is drawn, in local metres of `buildingId` (null: the site). */
export interface RouteLine {
  readonly role: 'first' | 'second' | 'before' | 'all'
  readonly points: readonly Point[]
  /** Zones whose way passes here (role `all`). */
  readonly count: number
  readonly zoneId: ZoneId
}

/** Where a way leaves the level that is shown, and where it goes on. */
export interface RouteTurn {
  readonly position: Point
  readonly zoneId: ZoneId
  readonly toLevelId: LevelId
  readonly goes: 'up' | 'down'
  /** The way comes from that level instead of going there. */
  readonly arriving: boolean
}

export interface RouteDrawing {
  readonly lines: readonly RouteLine[]
  readonly turns: readonly RouteTurn[]
}

/** A gap that a door's thickness may leave between two stretches, metres. */
const bridgedM = 1.2

/**
 * The part of one zone's first and second way that lies on a level; a thing without level is always part of it. `before`
 * is the way under the state before a what-if, drawn beneath where it differs.
 */
export function waysOfZone(
  premises: Premises,
  zoneId: ZoneId,
  levelId: LevelId | null,
  routes: RoutesResult,
  before?: RoutesResult | null,
): RouteDrawing {
  const route = routes.zones.find((zone) => zone.zoneId === zoneId)
  const was = before?.zones.find((zone) => zone.zoneId === zoneId)
  const lines: RouteLine[] = []
  const turns: RouteTurn[] = []
  if (was && (!route || !samePassage(was.first, route.first))) {
    lines.push(...wayOnLevel(premises, was.first, levelId, 'before').lines)
  }
  for (const [way, role] of [
    [route?.second, 'second'],
    [route?.first, 'first'],
  ] as const) {
    if (!way) continue
    const drawn = wayOnLevel(premises, way, levelId, role)
    lines.push(...drawn.lines)
    for (const turn of drawn.turns) {
      if (!turns.some((other) => distance(other.position, turn.position) < 0.6 && other.goes === turn.goes)) {
        turns.push(turn)
      }
    }
  }
  return { lines, turns }
}

function samePassage(a: Way, b: Way): boolean {
  const key = (ids: readonly OpeningId[]) => ids.join(' ')
  return a.exitId === b.exitId && key(a.openings) === key(b.openings)
}

function wayOnLevel(
  premises: Premises,
  way: Way,
  levelId: LevelId | null,
  role: 'first' | 'second' | 'before',
): RouteDrawing {
  const lines: RouteLine[] = []
  const turns: RouteTurn[] = []
  let points: Point[] = []
  let zoneId: ZoneId | null = null
  const finish = () => {
    if (points.length > 1 && zoneId) lines.push({ role, points, count: 1, zoneId })
    points = []
    zoneId = null
  }
  way.stretches.forEach((stretch, index) => {
    const zone = premises.zones[stretch.zoneId]
    const line = pointsOf(stretch.line)
    const [start, end] = [line[0], line[line.length - 1]]
    if (!zone || !start || !end || !isShown(zone, levelId)) return finish()
    const last = points[points.length - 1]
    if (last && distance(last, start) > bridgedM) finish()
    for (const point of line) {
      const previous = points[points.length - 1]
      if (!previous || distance(previous, point) > 1e-4) points.push(point)
    }
    zoneId ??= stretch.zoneId
    const from = crossing(premises, zone, way.stretches[index - 1]?.zoneId)
    const to = crossing(premises, zone, way.stretches[index + 1]?.zoneId)
    if (from) turns.push({ position: start, zoneId: zone.id, ...from, arriving: true })
    if (to) turns.push({ position: end, zoneId: zone.id, ...to, arriving: false })
  })
  finish()
  return { lines, turns }
}

function crossing(premises: Premises, here: Zone, next: ZoneId | undefined) {
  const there = next ? premises.zones[next] : undefined
  const from = here.levelId ? premises.levels[here.levelId] : undefined
  const to = there?.levelId ? premises.levels[there.levelId] : undefined
  if (!from || !to || from.id === to.id) return null
  return { toLevelId: to.id, goes: to.elevationM > from.elevationM ? 'up' : 'down' } as const
}

/** Whether a zone belongs to what is seen on a level. */
export function isShown(zone: Zone, levelId: LevelId | null): boolean {
  return (
    zone.levelId === null ||
    zone.levelId === levelId ||
    (levelId !== null && (zone.spansLevelIds?.includes(levelId) ?? false))
  )
}

/**
 * The first ways of all zones on a level, woven into one net: stretches that several ways share are drawn once, with how
 * many zones pass there, so that the net grows towards the exits.
 */
export function allWays(premises: Premises, levelId: LevelId | null, routes: RoutesResult): RouteDrawing {
  const edges = new Map<string, Edge>()
  const turns = new Map<string, RouteTurn>()
  for (const { first } of routes.zones) {
    const drawn = wayOnLevel(premises, first, levelId, 'first')
    for (const line of drawn.lines) addEdges(edges, line)
    for (const turn of drawn.turns) if (!turn.arriving) turns.set(`${turn.zoneId} ${turn.toLevelId}`, turn)
  }
  return { lines: chains(edges), turns: [...turns.values()] }
}

interface Edge {
  readonly a: Point
  readonly b: Point
  readonly from: string
  readonly to: string
  readonly zoneId: ZoneId
  count: number
}

const keyOf = ([x, y]: Point) => `${Math.round(x * 50)} ${Math.round(y * 50)}`

function addEdges(edges: Map<string, Edge>, line: RouteLine): void {
  for (let index = 1; index < line.points.length; index += 1) {
    const [a, b] = [line.points[index - 1] as Point, line.points[index] as Point]
    const [from, to] = [keyOf(a), keyOf(b)]
    if (from === to) continue
    const edge = edges.get(`${from}>${to}`)
    if (edge) edge.count += 1
    else edges.set(`${from}>${to}`, { a, b, from, to, zoneId: line.zoneId, count: 1 })
  }
}

/** Edges joined to lines between the points where ways meet or part. */
function chains(edges: Map<string, Edge>): RouteLine[] {
  const leaving = new Map<string, Edge[]>()
  const arriving = new Map<string, Edge[]>()
  for (const edge of edges.values()) {
    leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), edge])
    arriving.set(edge.to, [...(arriving.get(edge.to) ?? []), edge])
  }
  const used = new Set<Edge>()
  const follow = (first: Edge): RouteLine => {
    const points = [first.a, first.b]
    used.add(first)
    for (let edge = first; ;) {
      const next = leaving.get(edge.to)
      const only = next?.length === 1 && arriving.get(edge.to)?.length === 1 ? next[0] : undefined
      if (!only || used.has(only) || only.count !== first.count) break
      points.push(only.b)
      used.add(only)
      edge = only
    }
    return { role: 'all', points, count: first.count, zoneId: first.zoneId }
  }
  const lines: RouteLine[] = []
  const isStart = (edge: Edge) => {
    const into = arriving.get(edge.from) ?? []
    return !(
      into.length === 1 &&
      (leaving.get(edge.from)?.length ?? 0) === 1 &&
      into[0]?.count === edge.count
    )
  }
  for (const edge of edges.values()) if (!used.has(edge) && isStart(edge)) lines.push(follow(edge))
  for (const edge of edges.values()) if (!used.has(edge)) lines.push(follow(edge))
  return lines
}

function pointsOf(line: readonly number[]): Point[] {
  const points: Point[] = []
  for (let index = 0; index + 1 < line.length; index += 2)
    points.push([line[index] ?? 0, line[index + 1] ?? 0])
  return points
}
