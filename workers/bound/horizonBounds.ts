import { stepsFrom, stepsToSink, unreached, type FlowNetwork } from './flowNetwork.ts'

/** A horizon below which the network cannot clear, and why. */
export interface HorizonBound {
  readonly kind: 'travel' | 'exitWidth' | 'cut'
  readonly steps: number
  /** Units that must cross, the arcs that they must cross, and what these let through per step. */
  readonly units: number
  readonly arcs: readonly number[]
  readonly capPerStep: number
}

/** The longest free travel from an occupied node. */
export function travelBound(network: FlowNetwork): HorizonBound {
  const toSink = stepsToSink(network)
  let steps = 0
  for (let v = 0; v < network.nodes; v++) if (network.init[v]! > 0) steps = Math.max(steps, toSink[v]!)
  return { kind: 'travel', steps, units: network.total, arcs: [], capPerStep: 0 }
}

/** The cut around everything but the outside: all exits together. */
export function exitWidthBound(network: FlowNetwork): HorizonBound {
  const inside = new Uint8Array(network.nodes).fill(1)
  inside[network.sink] = 0
  return { ...cutBound(network, inside), kind: 'exitWidth' }
}

/**
 * The smallest T at which the persons of a group of nodes can all have crossed its boundary and reached the outside in
 * time: arc a lets `cap` units in at each step from the earliest at which somebody of the group can stand at its tail,
 * to the latest that still reaches the outside by T. Waiting limits are left out, which keeps the bound valid.
 */
export function cutBound(network: FlowNetwork, inGroup: Uint8Array): HorizonBound {
  const sources: number[] = []
  let units = 0
  for (let v = 0; v < network.nodes; v++) {
    if (inGroup[v] === 1 && network.init[v]! > 0) {
      sources.push(v)
      units += network.init[v]!
    }
  }
  const earliest = stepsFrom(network, sources)
  const toSink = stepsToSink(network)
  const arcs: number[] = []
  const lead: number[] = []
  let capPerStep = 0
  for (let a = 0; a < network.arcs; a++) {
    const [u, w] = [network.from[a]!, network.to[a]!]
    if (inGroup[u] !== 1 || inGroup[w] === 1 || network.cap[a] === 0) continue
    if (earliest[u] === unreached || toSink[w] === unreached) continue
    arcs.push(a)
    lead.push(earliest[u]! + network.travel[a]! + toSink[w]!)
    capPerStep += network.cap[a]!
  }
  const crossed = (horizon: number) =>
    arcs.reduce((sum, a, i) => sum + network.cap[a]! * Math.max(0, horizon - lead[i]! + 1), 0)
  let steps = 0
  if (units > 0 && capPerStep > 0) {
    steps = Math.max(0, Math.floor(units / capPerStep) - 1)
    while (crossed(steps) < units) {
      steps += Math.max(1, Math.floor((units - crossed(steps)) / capPerStep))
      while (steps > 0 && crossed(steps - 1) >= units) steps--
    }
  }
  return { kind: 'cut', steps, units, arcs, capPerStep }
}
