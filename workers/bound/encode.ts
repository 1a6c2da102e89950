import {
  unlimited,
  unitsPerPerson,
  buildFlowNetwork,
  unreached,
  stepsToSink,
  type FlowNetwork,
} from './flowNetwork.ts'
import { capacityOf, type EgressNetwork } from '../egress/network.ts'
import type { Parting } from '../egress/departures.ts'
import { lengthsTo } from '../routes/piece.ts'
import { levelTime, timePerSecond } from '../routes/measure.ts'
import { opposite, type Network } from '../routes/network.ts'
import type { Rules } from '../routes/search.ts'

/** A flow network of the premises, and what its nodes and arcs stand for. */
export interface EncodedFlow {
  readonly network: FlowNetwork
  /** Zone of each node that persons start from; −1 for other nodes. */
  readonly zoneOfNode: Int32Array
  /** Crossing of the building graph of each arc; −1 for a way inside a zone. */
  readonly crossingOfArc: Int32Array
  /** Groups of nodes whose cuts are tried first: per level, everything that is not on it. */
  readonly groups: readonly Uint8Array[]
}

/**
 * The hydraulic network (`egress/network.ts`) as flow in whole steps: a node per zone with its persons, a node per crossing
 * and side, an arc per crossing with its component's capacity, arcs inside zones with their walking time. The capacity of a
 * corridor's width is left out, which keeps a bound valid.
 * @param way `bound`: travel rounded down, capacity up; `plan`: the other way
 */
export function encodeFlow(
  net: EgressNetwork,
  rules: Rules,
  parting: Parting,
  stepS: number,
  way: 'bound' | 'plan',
): EncodedFlow {
  const { graph } = net
  const isBound = way === 'bound'
  const steps = (microseconds: number): number => {
    const exact = microseconds / timePerSecond / stepS
    return isBound ? Math.floor(exact) : Math.ceil(exact)
  }
  const units = (persons: number): number => {
    const exact = persons * unitsPerPerson
    // A hair's breadth of tolerance, so that 0.3 × 100 is 30.
    return Math.min(unlimited, isBound ? Math.ceil(exact - 1e-9) : Math.floor(exact + 1e-9))
  }
  const onward = usefulCrossings(graph, rules)
  const nodeOf = new Int32Array(graph.links.length * 2).fill(-1)
  const init: number[] = [0]
  const waitCap: number[] = [unlimited]
  const place: number[] = [-1]
  const zoneOf: number[] = [-1]
  const addNode = (persons: number, room: number, at: number, zone: number): number => {
    init.push(Math.round(persons * unitsPerPerson))
    waitCap.push(room)
    place.push(at)
    zoneOf.push(zone)
    return init.length - 1
  }
  for (let crossing = 0; crossing < nodeOf.length; crossing++) {
    const at = graph.from[crossing]!
    if (at >= 0 && (onward[crossing] === 1 || rules.allowed[opposite(crossing)] === 1)) {
      nodeOf[crossing] = addNode(0, units(net.room[graph.placeZone[at]!]!), at, -1)
    }
  }

  const arcs: { from: number; to: number; travel: number; cap: number }[] = []
  const crossingOfArc: number[] = []
  const addArc = (from: number, to: number, travel: number, cap: number, crossing: number): void => {
    arcs.push({ from, to, travel, cap })
    crossingOfArc.push(crossing)
  }
  for (let crossing = 0; crossing < nodeOf.length; crossing++) {
    const from = nodeOf[crossing]!
    if (from < 0 || onward[crossing] === 0) continue
    const cap = units(capacityOf(net.components, crossing) * stepS)
    if (graph.final[crossing] === 1) addArc(from, 0, steps(graph.time[crossing]!), cap, crossing)
    else if (nodeOf[opposite(crossing)]! >= 0) {
      addArc(from, nodeOf[opposite(crossing)]!, steps(graph.time[crossing]!), cap, crossing)
    }
  }
  for (let at = 0; at < graph.placeZone.length; at++) {
    const zone = graph.placeZone[at]!
    const here = graph.crossings.subarray(graph.crossingFrom[at], graph.crossingFrom[at + 1])
    const ways = here.filter((crossing) => onward[crossing] === 1 && nodeOf[crossing]! >= 0)
    const piece = graph.pieces[at]!
    for (const goal of ways) {
      const lengths = lengthsTo(piece, graph.terminal[goal]!, 'shortest')
      for (const start of here) {
        if (start === goal || nodeOf[start]! < 0) continue
        addArc(
          nodeOf[start]!,
          nodeOf[goal]!,
          steps(levelTime(lengths[graph.terminal[start]!]!)),
          unlimited,
          -1,
        )
      }
    }
    // A zone that runs through several levels starts from the first of its places that has a way.
    const persons = parting.moving[zone]!
    if (persons > 0 && parting.starts[zone]?.place === at) {
      const home = addNode(persons, unlimited, at, zone)
      for (const goal of ways) addArc(home, nodeOf[goal]!, 0, unlimited, -1)
    }
  }
  const network = buildFlowNetwork({ nodes: init.length, sink: 0, init, waitCap, arcs })
  return {
    network: withoutStranded(network),
    zoneOfNode: Int32Array.from(zoneOf),
    crossingOfArc: Int32Array.from(crossingOfArc),
    groups: levelGroups(graph, place),
  }
}

/** 1: a crossing beyond which a way leads outside that does not come back into the place that it leaves. */
function usefulCrossings(graph: Network, rules: Rules): Uint8Array {
  const { from, to, crossingFrom, crossings, final } = graph
  const useful = new Uint8Array(from.length)
  const places = graph.placeZone.length
  // Crossings into each place, and those that lead straight outside.
  const into: number[][] = Array.from({ length: places }, () => [])
  const out: number[] = []
  for (let crossing = 0; crossing < from.length; crossing++) {
    if (rules.allowed[crossing] === 0 || from[crossing]! < 0) continue
    if (final[crossing] === 1) out.push(crossing)
    else if (to[crossing]! >= 0) into[to[crossing]!]!.push(crossing)
  }
  const seen = new Int32Array(places).fill(-1)
  const queue = new Int32Array(places)
  for (let left = 0; left < places; left++) {
    // Places from which the outside is reached without passing the place that is left.
    let tail = 0
    seen[left] = left
    for (const crossing of out) {
      const at = from[crossing]!
      if (seen[at] !== left) {
        seen[at] = left
        queue[tail++] = at
      }
    }
    for (let head = 0; head < tail; head++) {
      for (const crossing of into[queue[head]!]!) {
        const at = from[crossing]!
        if (seen[at] !== left) {
          seen[at] = left
          queue[tail++] = at
        }
      }
    }
    for (let slot = crossingFrom[left]!; slot < crossingFrom[left + 1]!; slot++) {
      const crossing = crossings[slot]!
      if (rules.allowed[crossing] === 0) continue
      const beyond = to[crossing]!
      if (final[crossing] === 1 || (beyond >= 0 && beyond !== left && seen[beyond] === left))
        useful[crossing] = 1
    }
  }
  return useful
}

/** Persons whose every way was rounded to nothing (a plan's door of under 0.01 person per step) do not move. */
function withoutStranded(network: FlowNetwork): FlowNetwork {
  const toSink = stepsToSink(network)
  const init = network.init.map((units, v) => (toSink[v]! >= unreached ? 0 : units))
  return { ...network, init, total: init.reduce((sum, units) => sum + units, 0) }
}

/** For each level, everything that is not on it: what must come through it where it has the exits. */
function levelGroups({ placeLevel }: Network, place: readonly number[]): Uint8Array[] {
  const levels = [...new Set(placeLevel)].filter((level) => level !== null)
  if (levels.length < 2) return []
  return levels.map((level) => Uint8Array.from(place, (at) => (at >= 0 && placeLevel[at] !== level ? 1 : 0)))
}
