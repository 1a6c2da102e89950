import { UndirectedGraph } from 'graphology'
import { singleSource, singleSourceLength } from 'graphology-shortest-path/unweighted'
import { buildGraph, outside } from './graph.ts'
import type { BuildingGraph, Closures, Edge } from './graph.ts'
import type { Obstacle } from './obstacles.ts'
import type { OpeningId, ZoneId } from './ids.ts'
import type { Premises, Zone } from './model.ts'
import { isOutdoor, placesOf } from './places.ts'
import { zoneUse } from './uses.ts'

export type UnreachableReason =
  | 'noOpening' // no opening joins the zone to anything
  | 'onlyShutOpenings' // every way passes something that the case shuts, or that the survey found shut
  | 'onlyLift' // joined to the rest by a lift alone
  | 'shaft' // a shaft, void or roof space
  | 'noExitConfirmed' // its part of the building has exits to decide on, none confirmed
  | 'exitNotEscape' // its only ways out lead through revolving or roller doors
  | 'noExitInComponent' // its part of the building has no door outside at all
  | 'stairLeadsNowhere' // a stair starts here, but no storey above or below it is joined
  | 'zoneClosed' // the case closes the zone itself

/** A zone without a way out, why, and what to look at first: the shut door, the candidate exit. */
export interface UnreachableZone {
  readonly zoneId: ZoneId
  readonly reason: UnreachableReason
  readonly openingId?: OpeningId
}

export interface Reachability {
  readonly reached: ReadonlySet<ZoneId>
  /** In the order of the premises. Outdoor zones are in neither list: nobody there needs a way out. */
  readonly unreachable: readonly UnreachableZone[]
}

/** Which zones have a way out under a case, and why the others have none. */
export function reachability(premises: Premises, closures: Closures = {}): Reachability {
  const graph = buildGraph(premises, closures)
  const out = reachedFrom(graph, none)
  const reached = new Set<ZoneId>()
  const left: Zone[] = []
  for (const zone of Object.values(premises.zones)) {
    if (isOutdoor(zone)) continue
    const isOut = placesOf(premises, zone).some(({ key }) => key in out)
    if (isOut) reached.add(zone.id)
    else left.push(zone)
  }
  if (left.length === 0) return { reached, unreachable: [] }
  const why = reasons(premises, graph)
  return { reached, unreachable: left.map((zone) => ({ zoneId: zone.id, ...why(zone) })) }
}

const none: ReadonlySet<Obstacle> = new Set()
const shutOnes: ReadonlySet<Obstacle> = new Set(['shut', 'locked', 'blocked'])
const decidable: ReadonlySet<Obstacle> = new Set([...shutOnes, 'exitUndecided'])
const notEscape: ReadonlySet<Obstacle> = new Set([...decidable, 'neverEscape'])
const byLift: ReadonlySet<Obstacle> = new Set([...notEscape, 'lift'])

type Reason = Omit<UnreachableZone, 'zoneId'>

/**
 * The reason for a zone without a way out: what would give it one if only that obstacle were lifted, the mildest first
 * (a shut door, an exit to decide on, a revolving door, a lift), else what its part of the building lacks.
 */
function reasons(premises: Premises, graph: BuildingGraph): (zone: Zone) => Reason {
  const shut = waysIf(graph, shutOnes)
  const undecided = waysIf(graph, decidable)
  const revolving = waysIf(graph, notEscape)
  const lift = waysIf(graph, byLift)
  return (zone) => {
    const keys = placesOf(premises, zone).map(({ key }) => key)
    if (keys.some((key) => graph.getNodeAttribute(key, 'closed'))) return { reason: 'zoneClosed' }
    const byShut = wayOf(shut, keys)
    if (byShut) return withOpening('onlyShutOpenings', firstObstacle(graph, byShut))
    const { kind } = zoneUse(zone.use)
    if (kind === 'shaft' || (kind === 'lift' && !hasWay(graph, keys))) return { reason: 'shaft' }
    const byDeciding = wayOf(undecided, keys)
    if (byDeciding) return withOpening('noExitConfirmed', firstObstacle(graph, byDeciding))
    const byRevolving = wayOf(revolving, keys)
    if (byRevolving) return withOpening('exitNotEscape', firstObstacle(graph, byRevolving))
    if (wayOf(lift, keys)) return { reason: 'onlyLift' }
    if (!hasWay(graph, keys)) return { reason: kind === 'stair' ? 'stairLeadsNowhere' : 'noOpening' }
    return { reason: hasBrokenStair(graph, keys) ? 'stairLeadsNowhere' : 'noExitInComponent' }
  }
}

/** Ways from the outside over passable edges and those with one of these obstacles: a node's way, nearest node last. */
function waysIf(graph: BuildingGraph, lifted: ReadonlySet<Obstacle>): Readonly<Record<string, string[]>> {
  return singleSource(open(graph, lifted, lifted.size > 0), outside)
}

function reachedFrom(graph: BuildingGraph, lifted: ReadonlySet<Obstacle>): Readonly<Record<string, number>> {
  return singleSourceLength(open(graph, lifted, false), outside)
}

/** The part of the graph that persons pass, if these obstacles (and closed zones, where asked) were lifted. */
function open(graph: BuildingGraph, lifted: ReadonlySet<Obstacle>, throughClosed: boolean): UndirectedGraph {
  const part = new UndirectedGraph()
  graph.forEachNode((node, { closed }) => {
    if (!closed || throughClosed) part.addNode(node)
  })
  graph.forEachEdge((_, { obstacle }, from, to) => {
    const isPassable = obstacle === null || lifted.has(obstacle)
    if (isPassable && part.hasNode(from) && part.hasNode(to)) part.mergeEdge(from, to)
  })
  return part
}

function wayOf(ways: Readonly<Record<string, string[]>>, keys: readonly string[]): readonly string[] | null {
  const known = keys.flatMap((key) => (ways[key] ? [ways[key]] : []))
  return known.toSorted((a, b) => a.length - b.length)[0] ?? null
}

/** The obstacle on a way from the outside that is nearest to the zone: a shut opening, or one into a closed zone. */
function firstObstacle(graph: BuildingGraph, way: readonly string[]): OpeningId | null {
  for (let at = way.length - 1; at > 0; at -= 1) {
    const [near, far] = [way[at], way[at - 1]]
    if (near === undefined || far === undefined) return null
    const edges = edgesBetween(graph, near, far)
    const isClosed = graph.getNodeAttribute(far, 'closed')
    if (!isClosed && edges.some((edge) => edge.passable)) continue
    const opening = edges.find((edge) => edge.kind === 'opening' && edge.obstacle !== 'notWalkable')
    if (opening?.kind === 'opening') return opening.id
  }
  return null
}

function withOpening(reason: UnreachableReason, openingId: OpeningId | null): Reason {
  return openingId === null ? { reason } : { reason, openingId }
}

function edgesBetween(graph: BuildingGraph, from: string, to: string): readonly Edge[] {
  return graph.edges(from, to).map((key) => graph.getEdgeAttributes(key))
}

/** Whether anything but windows and lifts joins these places to others. */
function hasWay(graph: BuildingGraph, keys: readonly string[]): boolean {
  return keys.some((key) =>
    graph.someEdge(key, (_, { obstacle }) => obstacle !== 'notWalkable' && obstacle !== 'lift'),
  )
}

/** Whether the part of the building round these places has a stair zone that leads to no other storey. */
function hasBrokenStair(graph: BuildingGraph, keys: readonly string[]): boolean {
  const part = new Set(keys)
  for (const key of part) {
    graph.forEachEdge(key, (_, { obstacle }, from, to) => {
      const other = from === key ? to : from
      if (other !== outside && (obstacle === null || shutOnes.has(obstacle))) part.add(other)
    })
  }
  return [...part].some((key) => {
    if (graph.getNodeAttribute(key, 'kind') !== 'stair') return false
    return !graph.someEdge(key, (_, edge, from, to) => {
      const beyond = from === key ? to : from
      return edge.kind === 'run' && graph.degree(beyond) > 1
    })
  })
}
