import data from '../../data/hydraulic.json'
import type { EnteredMark } from '../../src/premises/evidence.ts'
import type { LevelId, StairId, ZoneId } from '../../src/premises/ids.ts'
import { area } from '../../src/premises/geometry/measure.ts'
import type { Premises, Zone } from '../../src/premises/model.ts'
import { personsOf } from '../../src/premises/persons.ts'
import { zoneUse } from '../../src/premises/uses.ts'
import { hashOf } from '../provenance.ts'
import type { HashPart } from '../provenance.ts'
import type { Network } from '../routes/network.ts'
import { finalRules } from '../routes/case.ts'
import type { Case } from '../routes/case.ts'
import type { Rules } from '../routes/search.ts'
import { componentOf } from './components.ts'
import type { Component } from './components.ts'
import type { EgressInput } from './job.ts'
import { jamDensity } from './relations.ts'
import { meanWidthM } from './standing.ts'

/**
 * The building graph with what flows on it: persons per zone, room to wait, and per link of the graph the component that
 * limits the flow. Made once per state of the premises and door basis; a case only takes links away. The job `bound`
 * reads it too.
 */
export interface EgressNetwork {
  readonly graph: Network
  /** Per zone of the graph. */
  readonly zones: readonly Zone[]
  readonly zoneLevel: readonly (LevelId | null)[]
  /** All persons of the zone; of these, those who cannot use stairs. 0 in zones that count as the outside. */
  readonly persons: Float64Array
  readonly assisted: Float64Array
  readonly personsMark: readonly EnteredMark[]
  readonly areaM2: Float64Array
  /** Persons that fit into the zone, standing: its area at jam density, never less than who is in it. */
  readonly room: Float64Array
  /** 1: a corridor or other long way, whose own people stand in it and walk along it; 0: one cell. */
  readonly isLong: Uint8Array
  /** Per stair its zones of use stair, which are lost with it. A hall that a stair ends in is not. */
  readonly stairZones: ReadonlyMap<StairId, readonly ZoneId[]>
  /** Per link of the graph. */
  readonly components: readonly Component[]
  /** Of all that a case is computed with but its parameters: the graph, what flows on it, and the table of values. */
  readonly hash: string
}

export function encodeEgress(
  premises: Premises,
  graph: Network,
  basis: EgressInput['doorBasis'],
): EgressNetwork {
  const zones = graph.zoneIds.flatMap((id) => premises.zones[id] ?? [])
  const counts = zones.map(personsOf)
  const persons = Float64Array.from(counts, ({ count }, zone) => (graph.zoneOutdoor[zone] === 1 ? 0 : count))
  const areaM2 = Float64Array.from(zones, ({ polygon }) => area(polygon))
  const net = {
    graph,
    zones,
    zoneLevel: zones.map(({ levelId }) => levelId),
    persons,
    assisted: Float64Array.from(zones, ({ assisted = 0 }, zone) =>
      Math.min(Math.max(assisted, 0), persons[zone]!),
    ),
    personsMark: counts.map(({ mark }) => mark),
    areaM2,
    room: Float64Array.from(areaM2, (each, zone) => Math.max(each * jamDensity, persons[zone]!)),
    isLong: Uint8Array.from(zones, (zone) => (isLongWay(zone) ? 1 : 0)),
    stairZones: new Map(
      Object.values(premises.stairs).map(({ id, zoneIds }) => [
        id,
        zoneIds.filter((zone) => zoneUse(premises.zones[zone]?.use ?? '').kind === 'stair'),
      ]),
    ),
    components: graph.links.map((_, link) => componentOf(premises, graph, link, basis)),
  }
  return { ...net, hash: hashOf(hashParts(net)) }
}

function* hashParts(net: Omit<EgressNetwork, 'hash'>): Generator<HashPart> {
  yield net.graph.hash
  yield net.persons
  yield net.assisted
  yield net.isLong
  yield net.personsMark.join(' ')
  yield net.components.map(({ mark }) => mark).join(' ')
  yield Float64Array.from(
    net.components.flatMap(({ capacityPerS, stretches }) => [
      ...capacityPerS,
      ...stretches.flatMap(({ lengthM, effectiveWidthM, k }) => [lengthM, effectiveWidthM, ...k]),
    ]),
  )
  yield [...net.stairZones]
    .map(([stair, zones]) => [stair, ...zones].join(' '))
    .sort()
    .join(', ')
  yield JSON.stringify(data)
}

/**
 * What may be crossed in a case: what its routes may cross, less the components that let nobody through (a door of 0.30 m
 * or less), so that nobody is sent where nobody passes.
 */
export function egressRules({ graph, components }: EgressNetwork, each: Case): Rules {
  const rules = finalRules(graph, each, 'shortest')
  const allowed = rules.allowed.slice()
  for (let crossing = 0; crossing < allowed.length; crossing++)
    if (!(capacityOf(components, crossing) > 0)) allowed[crossing] = 0
  return { ...rules, allowed }
}

/** Persons per second that may take a crossing of the graph. */
export function capacityOf(components: readonly Component[], crossing: number): number {
  return components[crossing >> 1]!.capacityPerS[(crossing & 1) as 0 | 1]
}

/** Step of the cells, seconds. */
export const stepS = data.cells.stepS.value

/** Circulation, stairs, and any room at least four times as long as wide. */
function isLongWay({ use, polygon }: Zone): boolean {
  if (zoneUse(use).kind !== 'room') return true
  return area(polygon) >= 4 * meanWidthM(polygon) * meanWidthM(polygon)
}
