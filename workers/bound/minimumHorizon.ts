import { type FlowNetwork } from './flowNetwork.ts'
import { cutBound, exitWidthBound, travelBound, type HorizonBound } from './horizonBounds.ts'
import { reservePlan, type Reservation, type ReservedPlan } from './reserve.ts'
import { labelLevels, sendFrom, sourceSide, timeExpand, type TimeExpanded } from './timeExpanded.ts'

export interface MinimumHorizon {
  /** The smallest horizon, in steps, in which everybody can reach the outside. */
  readonly steps: number
  readonly certificate: HorizonBound | MinimumCut
  /** A flow that meets it, taken apart: who goes which way, in the order in which they arrive. */
  readonly plan: () => readonly Reservation[]
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
    return { steps: greedy.horizon, certificate: bound, plan: () => greedy.reservations, greedy }
  }
  const expanded = timeExpand(network, bound.steps, greedy.horizon + 1)
  for (const reservation of greedy.reservations) {
    if (reservation.arrival <= bound.steps) book(expanded, reservation)
  }
  while (bound.steps < greedy.horizon) {
    expanded.horizon = bound.steps
    await augment(expanded, breathe)
    if (expanded.sent === network.total) {
      return { steps: bound.steps, certificate: bound, plan: () => unpick(expanded), greedy }
    }
    const reached = sourceSide(expanded)
    bound = { ...fullArcs(expanded, reached), steps: bound.steps + 1 + stillShort(expanded, reached) }
  }
  // Every horizon below the greedy plan's was shown to be too short.
  return { steps: greedy.horizon, certificate: bound, plan: () => greedy.reservations, greedy }
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
 * Takes a flow apart into ways, each as wide as its narrowest place. Units that go round a circle of no travel (both ways
 * through one door in one step) are taken out where they are met: they bring nobody outside.
 */
function unpick(expanded: TimeExpanded): Reservation[] {
  const { network, layers } = expanded
  const flow = expanded.flow.slice()
  const wait = expanded.wait.slice()
  const reservations: Reservation[] = []
  const at = new Int32Array(network.nodes * layers).fill(-1)
  const copies: number[] = []
  // Arc taken out of each copy of the way; −1 = by waiting.
  const taken: number[] = []
  const width = (i: number) =>
    taken[i]! < 0 ? wait[copies[i]!]! : flow[taken[i]! * layers + (copies[i]! % layers)]!
  const take = (i: number, units: number) => {
    if (taken[i]! < 0) wait[copies[i]!]! -= units
    else flow[taken[i]! * layers + (copies[i]! % layers)]! -= units
  }
  const narrowest = (from: number, most: number) => {
    let units = most
    for (let i = from; i < copies.length; i++) units = Math.min(units, width(i))
    return units
  }
  for (let source = 0; source < network.nodes; source++) {
    let left = network.init[source]!
    while (left > 0) {
      let copy = source * layers
      while (Math.floor(copy / layers) !== network.sink) {
        if (at[copy]! >= 0) {
          const from = at[copy]!
          const units = narrowest(from, Infinity)
          for (let i = from; i < copies.length; i++) {
            take(i, units)
            at[copies[i]!] = -1
          }
          copies.length = from
          taken.length = from
        }
        const arc = carryingArc(expanded, flow, copy)
        if (arc < 0 && wait[copy]! <= 0) throw new Error('a flow that does not add up')
        at[copy] = copies.length
        copies.push(copy)
        taken.push(arc)
        copy = arc < 0 ? copy + 1 : network.to[arc]! * layers + (copy % layers) + network.travel[arc]!
      }
      const units = narrowest(0, left)
      const steps = taken.map((arc, i) => ({ arc, enter: copies[i]! % layers })).filter(({ arc }) => arc >= 0)
      for (let i = 0; i < copies.length; i++) {
        take(i, units)
        at[copies[i]!] = -1
      }
      copies.length = 0
      taken.length = 0
      left -= units
      reservations.push({
        source,
        units,
        arrival: copy % layers,
        arcs: steps.map(({ arc }) => arc),
        enters: steps.map(({ enter }) => enter),
      })
    }
  }
  return reservations.sort((a, b) => a.arrival - b.arrival || a.source - b.source)
}

/** An arc that carries units out of a copy; −1 if they can only wait. */
function carryingArc({ network, layers, horizon }: TimeExpanded, flow: Int32Array, copy: number): number {
  const v = Math.floor(copy / layers)
  const t = copy % layers
  for (let i = network.outStart[v]!; i < network.outStart[v + 1]!; i++) {
    const a = network.outArc[i]!
    if (t + network.travel[a]! <= horizon && flow[a * layers + t]! > 0) return a
  }
  return -1
}
