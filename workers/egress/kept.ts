import type { Premises } from '../../src/premises/model.ts'
import { caseOf, finalRules } from '../routes/case.ts'
import type { Case } from '../routes/case.ts'
import { quickestWays, withoutCrossings } from '../routes/first.ts'
import { networkOf, nothingKept } from '../routes/kept.ts'
import type { KeptRoutes } from '../routes/kept.ts'
import type { Network } from '../routes/network.ts'
import type { Rules, Ways } from '../routes/search.ts'
import { startOf } from '../routes/start.ts'
import type { Start } from '../routes/start.ts'
import type { EgressInput } from './job.ts'
import { egressRules, encodeEgress } from './network.ts'
import type { EgressNetwork } from './network.ts'

/** What a worker keeps between runs: the networks, and the ways while no case takes anything away. */
export interface KeptEgress {
  readonly routes: KeptRoutes
  premises: Premises | null
  readonly byBasis: Map<EgressInput['doorBasis'], OpenNetwork>
}

export interface OpenNetwork {
  readonly net: EgressNetwork
  readonly ways: Ways
  /** Starts of zones while all is open, as far as asked for. */
  readonly starts: Map<number, Start | null>
}

export function noEgressKept(): KeptEgress {
  return { routes: nothingKept(), premises: null, byBasis: new Map() }
}

/** The graph of the premises, kept as long as nothing that ways hang on has changed. */
export function graphOf(kept: KeptEgress, premises: Premises): Network {
  return networkOf(kept.routes, premises)
}

/** The network with its capacities and persons, and the ways while all is open. */
export function openNetworkOf(
  kept: KeptEgress,
  premises: Premises,
  basis: EgressInput['doorBasis'],
): OpenNetwork {
  if (kept.premises !== premises) kept.byBasis.clear()
  kept.premises = premises
  const known = kept.byBasis.get(basis)
  if (known) return known
  const net = encodeEgress(premises, graphOf(kept, premises), basis)
  const open = {
    net,
    ways: quickestWays(net.graph, egressRules(net, caseOf(net.graph, [], []))),
    starts: new Map<number, Start | null>(),
  }
  kept.byBasis.set(basis, open)
  return open
}

/** Rules of the graph alone while no case takes anything away. */
export function routesRules(graph: Network): Rules {
  return finalRules(graph, caseOf(graph, [], []), 'shortest')
}

/** A case: its openings and zones, and stairs that are lost whole, their runs and their stair zones. */
export function egressCaseOf({ graph, stairZones }: EgressNetwork, input: EgressInput): Case {
  const lost = input.lostStairs ?? []
  const zones = lost.flatMap((id) => stairZones.get(id) ?? [])
  const given = caseOf(graph, input.shutOpenings, [...input.closedZones, ...zones])
  const stairs = new Set<string>(lost)
  graph.links.forEach((link, at) => {
    if (link.kind === 'run' && stairs.has(link.id)) given.shutLink[at] = 1
  })
  return given
}

export interface CaseWays {
  readonly rules: Rules
  readonly ways: Ways
  readonly startIn: typeof startOf
}

/**
 * The quickest ways of a case, made from the open ones: only ways that pass what the case takes away are sought anew, and
 * the start of a zone is kept where none of its ways on has changed. The same arrays as from scratch.
 */
export function waysOf({ net, ways: open, starts }: OpenNetwork, given: Case): CaseWays {
  const rules = egressRules(net, given)
  const { ways, changed } = withoutCrossings(net.graph, rules, open)
  const startIn: typeof startOf = (graph, rulesOf, waysOfCase, zone) => {
    if (touches(graph, zone, changed)) return startOf(graph, rulesOf, waysOfCase, zone)
    const known = starts.get(zone)
    if (known !== undefined) return known
    const start = startOf(graph, rulesOf, waysOfCase, zone)
    starts.set(zone, start)
    return start
  }
  return { rules, ways, startIn }
}

function touches(graph: Network, zone: number, changed: Uint8Array): boolean {
  const from = graph.crossingFrom[graph.placeFrom[zone]!]!
  const to = graph.crossingFrom[graph.placeFrom[zone + 1]!]!
  for (let slot = from; slot < to; slot++) if (changed[graph.crossings[slot]!] === 1) return true
  return false
}
