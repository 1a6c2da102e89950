import { type FlowNetwork } from './flowNetwork.ts'
import { cutBound, exitWidthBound, travelBound, type HorizonBound } from './horizonBounds.ts'
import { reservePlan, type Reservation, type ReservedPlan } from './reserve.ts'
import { labelLevels, sendFrom, sourceSide, timeExpand, type TimeExpanded } from './timeExpanded.ts'

export interface MinimumHorizon {
  /** The smallest horizon, in steps, in which everybody can reach the outside. */
  readonly steps: number
  readonly certificate: HorizonBound | MinimumCut
  /** A flow that meets it: who goes which way, in the order in which they arrive. */
  readonly plan: readonly Reservation[]
  /** The greedy plan that was the start, and its horizon. */
  readonly greedy: ReservedPlan
}

/** The minimum cut of the expansion at one step less: the arcs that are full, and for how many steps each. */
export interface MinimumCut {
  readonly kind: 'minimumCut'
  readonly steps: number
  readonly units: number
  readonly arcs: readonly number[]
  readonly capPerStep: number
}

/**
 * The exact minimum horizon T* with its certificate. Starts at the largest of the lower bounds; while the maximum flow of
 * the time expansion leaves somebody inside, its minimum cut, stretched over more steps, gives the next horizon that is not
 * yet excluded. The greedy plan limits the search from above and is the flow's start.
 * @param groups nested groups of nodes (floors above, wings) whose cuts are tried first; 1 = in the group
 */
export async function minimumHorizon(
  network: FlowNetwork,
  groups: readonly Uint8Array[],
  breathe: () => Promise<void>,
): Promise<MinimumHorizon> {
  const greedy = await reservePlan(network, breathe)
  let bound: HorizonBound | MinimumCut = travelBound(network)
  for (const next of [exitWidthBound(network), ...groups.map((group) => cutBound(network, group))]) {
    if (next.steps > bound.steps) bound = next
  }
  if (bound.steps >= greedy.horizon) {
    return { steps: greedy.horizon, certificate: bound, plan: greedy.reservations, greedy }
  }
  const expanded = timeExpand(network, bound.steps, greedy.horizon + 1)
  for (const reservation of greedy.reservations) {
    if (reservation.arrival <= bound.steps) book(expanded, reservation)
  }
  while (bound.steps < greedy.horizon) {
    expanded.horizon = bound.steps
    await augment(expanded, breathe)
    if (expanded.sent === network.total) {
      return { steps: bound.steps, certificate: bound, plan: unpick(expanded), greedy }
    }
    const reached = sourceSide(expanded)
    bound = { ...fullArcs(expanded, reached), steps: bound.steps + 1 + stillShort(expanded, reached) }
  }
  // Every horizon below the greedy plan's was shown to be too short.
  return { steps: greedy.horizon, certificate: bound, plan: greedy.reservations, greedy }
}

/** Books a reservation into the expansion's flow. */
function book(expanded: TimeExpanded, { source, units, arcs, enters }: Reservation): void {
  const { network, layers, flow, wait } = expanded
  let at = 0
  for (let i = 0; i < arcs.length; i++) {
    const a = arcs[i]!
    const u = network.from[a]!
    for (let t = at; t < enters[i]!; t++) wait[u * layers + t]! += units
    flow[a * layers + enters[i]!]! += units
    at = enters[i]! + network.travel[a]!
  }
  expanded.left[source]! -= units
  expanded.sent += units
}

async function augment(expanded: TimeExpanded, breathe: () => Promise<void>): Promise<void> {
  const { network, left, level, layers } = expanded
  while (expanded.sent < network.total && labelLevels(expanded)) {
    await breathe()
    for (let v = 0; v < network.nodes; v++) {
      if (left[v]! > 0 && level[v * layers]! > 0) {
        sendFrom(expanded, v)
        await breathe()
      }
    }
  }
}

/**
 * How many further steps the cut shows to be too short. Repeating the middle layer of the cut k times gives a cut of the
 * expansion with k more steps; while that lets fewer than all units through, no flow of that horizon can.
 */
function stillShort(expanded: TimeExpanded, reached: Uint8Array): number {
  const { total } = expanded.network
  const base = stretchedCut(expanded, reached, 0)
  const slope = stretchedCut(expanded, reached, 1) - base
  if (slope <= 0) return 0
  let more = Math.max(0, Math.ceil((total - base) / slope) - 1)
  while (more > 0 && stretchedCut(expanded, reached, more) >= total) more--
  return more
}

/** Capacity, in units, of the cut with its middle layer repeated `more` times. */
function stretchedCut({ network, layers, horizon }: TimeExpanded, reached: Uint8Array, more: number): number {
  const middle = horizon >> 1
  const inside = (v: number, t: number) =>
    reached[v * layers + (t <= middle ? t : t <= middle + more ? middle : t - more)]
  let units = 0
  for (let v = 0; v < network.nodes; v++) {
    if (v === network.sink) continue
    if (inside(v, 0) === 0) units += network.init[v]!
    for (let t = 0; t < horizon + more; t++) {
      if (inside(v, t) === 1 && inside(v, t + 1) === 0) units += network.waitCap[v]!
    }
  }
  for (let a = 0; a < network.arcs; a++) {
    const [u, w, travel] = [network.from[a]!, network.to[a]!, network.travel[a]!]
    if (u === network.sink) continue
    for (let t = 0; t + travel <= horizon + more; t++) {
      if (inside(u, t) === 1 && (w === network.sink || inside(w, t + travel) === 0)) units += network.cap[a]!
    }
  }
  return units
}

function fullArcs(
  { network, layers, horizon, left }: TimeExpanded,
  reached: Uint8Array,
): Omit<MinimumCut, 'steps'> {
  const arcs: number[] = []
  let capPerStep = 0
  for (let a = 0; a < network.arcs; a++) {
    let full = 0
    for (let t = 0; t + network.travel[a]! <= horizon; t++) {
      const head = network.to[a]!
      const out = head === network.sink ? 0 : reached[head * layers + t + network.travel[a]!]
      if (reached[network.from[a]! * layers + t] === 1 && out === 0) full++
    }
    if (full > 0) {
      arcs.push(a)
      capPerStep += network.cap[a]!
    }
  }
  return { kind: 'minimumCut', units: left.reduce((sum, units) => sum + units, 0), arcs, capPerStep }
}

/**
 * Takes a flow apart into ways, each as wide as its narrowest place. Units that a copy receives leave by waiting or by an
 * arc; circles of no travel carry nothing out of a maximum flow built from augmenting paths and are left behind.
 */
function unpick(expanded: TimeExpanded): Reservation[] {
  const { network, layers, horizon } = expanded
  const flow = expanded.flow.slice()
  const wait = expanded.wait.slice()
  const reservations: Reservation[] = []
  for (let source = 0; source < network.nodes; source++) {
    let units = network.init[source]!
    while (units > 0) {
      const arcs: number[] = []
      const enters: number[] = []
      const moves: number[] = []
      let width = units
      let v = source
      let t = 0
      while (v !== network.sink) {
        let taken = -1
        for (let i = network.outStart[v]!; i < network.outStart[v + 1]! && taken < 0; i++) {
          const a = network.outArc[i]!
          if (t + network.travel[a]! <= horizon && flow[a * layers + t]! > 0) taken = a
        }
        if (taken >= 0) {
          width = Math.min(width, flow[taken * layers + t]!)
          arcs.push(taken)
          enters.push(t)
          moves.push(taken * layers + t)
          t += network.travel[taken]!
          v = network.to[taken]!
        } else {
          width = Math.min(width, wait[v * layers + t]!)
          if (width <= 0) throw new Error('a flow that does not add up')
          moves.push(-1 - (v * layers + t))
          t++
        }
      }
      for (const move of moves) {
        if (move >= 0) flow[move]! -= width
        else wait[-1 - move]! -= width
      }
      units -= width
      reservations.push({ source, units: width, arrival: t, arcs, enters })
    }
  }
  return reservations.sort((a, b) => a.arrival - b.arrival || a.source - b.source)
}
