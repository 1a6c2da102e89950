import { MultiUndirectedGraph } from 'graphology'
import type { LevelId, LiftId, OpeningId, RampId, StairId, ZoneId } from './ids.ts'
import type { Lift, Opening, OpeningKind, Premises, Ramp, Stair } from './model.ts'
import { obstacleOf, type Obstacle } from './obstacles.ts'
import { isOutdoor, placeAt, placesOf, placesOfStair } from './places.ts'
import type { Place } from './places.ts'
import { clearWidthM, slopeLengthM } from './stairs.ts'
import { zoneUse } from './uses.ts'
import type { ZoneKind } from './uses.ts'

/** What a case shuts, beside what the survey found. */
export interface Closures {
  readonly shutOpenings?: readonly OpeningId[]
  readonly closedZones?: readonly ZoneId[]
}

/** The node that stands for the open air. */
export const outside = '@outside'

/** A zone on one level, or the outside (zoneId null). */
export interface PlaceNode {
  readonly zoneId: ZoneId | null
  readonly levelId: LevelId | null
  readonly kind: ZoneKind | 'outside'
  /** The case closes it. */
  readonly closed: boolean
}

/** An opening, stair run, ramp or lift between two places; passable where `obstacle` is null. */
export type Edge = OpeningEdge | RunEdge | RampEdge | LiftEdge

interface EdgeBase {
  readonly obstacle: Obstacle | null
  readonly passable: boolean
  /** Walked on the edge itself, metres (along the slope); openings have none. */
  readonly lengthM: number
  readonly widthM: number | null
}

export interface OpeningEdge extends EdgeBase {
  readonly kind: 'opening'
  readonly id: OpeningId
  readonly opening: OpeningKind
  /** It leads to the outside. */
  readonly exit: boolean
}

export interface RunEdge extends EdgeBase {
  readonly kind: 'run'
  readonly id: StairId
  readonly run: number
}

export interface RampEdge extends EdgeBase {
  readonly kind: 'ramp'
  readonly id: RampId
}

export interface LiftEdge extends EdgeBase {
  readonly kind: 'lift'
  readonly id: LiftId
}

export type BuildingGraph = MultiUndirectedGraph<PlaceNode, Edge>

/**
 * The building graph over all levels: a node per zone and level and one for the outside; an edge per opening, stair run
 * (slope length), ramp and lift. Edges that nobody can pass (windows, vents, shut doors, lifts) are in it with their obstacle.
 *
 * An opening leads outside where it is a final exit, or where nothing is drawn behind it; the latter is passable only once a
 * person has said that it is an exit.
 */
export function buildGraph(premises: Premises, closures: Closures = {}): BuildingGraph {
  const graph: BuildingGraph = new MultiUndirectedGraph<PlaceNode, Edge>()
  const closed = new Set<string>(closures.closedZones)
  const shut = new Set<string>(closures.shutOpenings)
  graph.addNode(outside, { zoneId: null, levelId: null, kind: 'outside', closed: false })
  for (const zone of Object.values(premises.zones)) {
    const { kind } = zoneUse(zone.use)
    for (const { key, levelId } of placesOf(premises, zone)) {
      graph.mergeNode(key, { zoneId: zone.id, levelId, kind, closed: closed.has(zone.id) })
    }
  }
  for (const opening of Object.values(premises.openings))
    addOpening(graph, premises, opening, shut.has(opening.id))
  for (const stair of Object.values(premises.stairs)) addStair(graph, premises, stair)
  for (const ramp of Object.values(premises.ramps)) addRamp(graph, premises, ramp)
  for (const lift of Object.values(premises.lifts)) addLift(graph, premises, lift)
  return graph
}

function addOpening(graph: BuildingGraph, premises: Premises, opening: Opening, isShut: boolean): void {
  const [a, b] = opening.sides.map((id) => (id === null ? null : (premises.zones[id] ?? null)))
  const physical = obstacleOf(opening) ?? (isShut ? 'shut' : null)
  const edge = (obstacle: Obstacle | null, exit: boolean): OpeningEdge => ({
    kind: 'opening',
    id: opening.id,
    opening: opening.kind,
    obstacle,
    passable: obstacle === null,
    lengthM: 0,
    widthM: opening.clearWidthM ?? null,
    exit,
  })
  if (a && b) {
    const [from, to] = [placeAt(premises, a, opening.levelId), placeAt(premises, b, opening.levelId)]
    if (from.key !== to.key)
      graph.addEdgeWithKey(`opening:${opening.id}`, from.key, to.key, edge(physical, false))
  }
  const leadsOut = physical ?? exitObstacle(opening)
  const both = a && b && !isOutdoor(a) && !isOutdoor(b)
  for (const [from, to] of [
    [a, b],
    [b, a],
  ]) {
    if (!from || (to && !isOutdoor(to) && !both)) continue
    if (to && opening.exit !== 'final') continue
    const { key } = placeAt(premises, from, opening.levelId)
    graph.mergeEdgeWithKey(`exit:${opening.id}>${key}`, key, outside, edge(leadsOut, true))
  }
}

function exitObstacle({ exit }: Opening): Obstacle | null {
  if (exit === 'final') return null
  return exit === 'none' || exit === 'storey' ? 'exitDenied' : 'exitUndecided'
}

function addStair(graph: BuildingGraph, premises: Premises, { id, zoneIds, runs }: Stair): void {
  const places = placesOfStair(premises, zoneIds)
  runs.forEach((run, index) => {
    const edge: RunEdge = {
      kind: 'run',
      id,
      run: index,
      obstacle: null,
      passable: true,
      lengthM: slopeLengthM(run),
      widthM: clearWidthM(run),
    }
    join(graph, `run:${id}#${index}`, places[index], places[index + 1], edge)
  })
}

function addRamp(graph: BuildingGraph, premises: Premises, ramp: Ramp): void {
  const [lower, upper] = placesOfStair(premises, [ramp.lowerZoneId, ramp.upperZoneId])
  const obstacle = ramp.use === 'vehicles' ? 'vehicles' : null
  join(graph, `ramp:${ramp.id}`, lower, upper, {
    kind: 'ramp',
    id: ramp.id,
    obstacle,
    passable: obstacle === null,
    lengthM: ramp.lengthM,
    widthM: ramp.clearWidthM,
  })
}

function addLift(graph: BuildingGraph, premises: Premises, { id, zoneIds }: Lift): void {
  const places = placesOfStair(premises, zoneIds)
  places.slice(1).forEach((upper, index) => {
    const edge: LiftEdge = { kind: 'lift', id, obstacle: 'lift', passable: false, lengthM: 0, widthM: null }
    join(graph, `lift:${id}#${index}`, places[index], upper, edge)
  })
}

function join(
  graph: BuildingGraph,
  key: string,
  from: Place | null | undefined,
  to: Place | null | undefined,
  edge: Edge,
): void {
  if (from && to && from.key !== to.key) graph.addEdgeWithKey(key, from.key, to.key, edge)
}
