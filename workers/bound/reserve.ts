import { stepsToSink, unreached, type FlowNetwork } from './flowNetwork.ts'

/** Units that go one way together: arcs with the step at which each is entered. */
export interface Reservation {
  readonly source: number
  readonly units: number
  readonly arrival: number
  readonly arcs: readonly number[]
  readonly enters: readonly number[]
}

export interface ReservedPlan {
  readonly reservations: readonly Reservation[]
  /** Step by which everybody has arrived. */
  readonly horizon: number
}

/**
 * A greedy plan that keeps every capacity and waiting limit: for each step of arrival in turn, ways are sought backwards
 * from the outside through what still has room, nearest persons first, and reserved; nothing reserved is moved again. In
 * the manner of the capacity-constrained route planner (Lu, George and Shekhar 2005), but by arrival instead of by
 * source: room only shrinks, so a copy of a node that once led to nobody never does again, and the search passes each
 * copy once. Feasible, not optimal.
 * @param breathe called between ways, so that the caller can yield
 */
export async function reservePlan(network: FlowNetwork, breathe: () => Promise<void>): Promise<ReservedPlan> {
  let layers = firstGuess(network)
  for (;;) {
    const plan = await reserveWithin(network, layers, breathe)
    if (plan) return plan
    layers *= 2
  }
}

/** Three times the largest of travel and exit-width time: enough for most buildings, and doubled where it is not. */
function firstGuess(network: FlowNetwork): number {
  const toSink = stepsToSink(network)
  let longest = 0
  for (let v = 0; v < network.nodes; v++) {
    if (network.init[v]! > 0 && toSink[v]! < unreached) longest = Math.max(longest, toSink[v]!)
  }
  let cap = 0
  for (let a = 0; a < network.arcs; a++) if (network.to[a] === network.sink) cap += network.cap[a]!
  return 32 + longest + 3 * Math.ceil(network.total / Math.max(1, cap))
}

async function reserveWithin(
  network: FlowNetwork,
  layers: number,
  breathe: () => Promise<void>,
): Promise<ReservedPlan | null> {
  const { nodes, sink, init, waitCap, from, travel, cap, inStart } = network
  const toSink = stepsToSink(network)
  const inArc = homesFirst(network)
  const flow = new Int32Array(network.arcs * layers)
  const wait = new Int32Array(nodes * layers)
  const cursor = new Int32Array(nodes * layers)
  const left = init.slice()
  const stack = new Int32Array(nodes * layers + 1)
  const onStack = new Uint8Array(nodes * layers)
  const reservations: Reservation[] = []
  let remaining = 0
  for (let v = 0; v < nodes; v++) if (left[v]! > 0 && toSink[v]! < unreached) remaining += left[v]!

  // Moves of a copy (v, t), by cursor: 0 = persons at home here; 1 … ins = by an arc; ins + 1 = by waiting since t − 1.
  const room = (v: number, t: number, move: number, ins: number): number => {
    if (move === 0) return left[v]!
    if (move <= ins) {
      const a = inArc[inStart[v]! + move - 1]!
      return t >= travel[a]! ? cap[a]! - flow[a * layers + t - travel[a]!]! : 0
    }
    // Those still at home keep their place.
    return t > 0 ? waitCap[v]! - left[v]! - wait[v * layers + t - 1]! : 0
  }

  let horizon = 0
  for (let arrival = 0; remaining > 0; arrival++) {
    if (arrival >= layers) return null
    let depth = 0
    stack[0] = sink * layers + arrival
    while (depth >= 0 && remaining > 0) {
      const copy = stack[depth]!
      const v = (copy / layers) | 0
      const t = copy - v * layers
      const ins = inStart[v + 1]! - inStart[v]!
      const move = cursor[copy]!
      if (move > ins + (v === sink ? 0 : 1)) {
        // Nobody comes this way any more.
        onStack[copy] = 0
        depth--
        if (depth >= 0) cursor[stack[depth]!]!++
        continue
      }
      if ((v === sink && move === 0) || room(v, t, move, ins) <= 0) {
        cursor[copy] = move + 1
        continue
      }
      if (move > 0) {
        const before = move <= ins ? arcBefore(network, inArc, v, t, move, layers) : copy - 1
        // Arcs of no travel can close a circle within one step.
        if (onStack[before] === 1) {
          cursor[copy] = move + 1
          continue
        }
        onStack[before] = 1
        stack[++depth] = before
        continue
      }
      // Persons at home: the stack is their way out. Reserve as many as its narrowest place takes.
      let units = left[v]!
      for (let d = 0; d < depth; d++) {
        const w = (stack[d]! / layers) | 0
        const wIns = inStart[w + 1]! - inStart[w]!
        units = Math.min(units, room(w, stack[d]! - w * layers, cursor[stack[d]!]!, wIns))
      }
      const arcs: number[] = []
      const enters: number[] = []
      for (let d = depth - 1; d >= 0; d--) {
        const at = stack[d]!
        const w = (at / layers) | 0
        const wMove = cursor[at]!
        if (wMove <= inStart[w + 1]! - inStart[w]!) {
          const a = inArc[inStart[w]! + wMove - 1]!
          const enter = at - w * layers - travel[a]!
          flow[a * layers + enter]! += units
          arcs.push(a)
          enters.push(enter)
        } else {
          wait[at - 1]! += units
        }
      }
      for (let s = 0; s < t; s++) wait[v * layers + s]! += units
      left[v]! -= units
      remaining -= units
      horizon = arrival
      reservations.push({ source: v, units, arrival, arcs, enters })
      for (let d = 1; d <= depth; d++) onStack[stack[d]!] = 0
      depth = 0
      await breathe()
    }
  }
  return { reservations, horizon }

  function arcBefore(
    net: FlowNetwork,
    order: Int32Array,
    v: number,
    t: number,
    move: number,
    width: number,
  ): number {
    const a = order[net.inStart[v]! + move - 1]!
    return from[a]! * width + t - net.travel[a]!
  }
}

/** Arcs into each node, those from occupied nodes first: nearest persons first. */
function homesFirst({ nodes, inStart, inArc, from, init }: FlowNetwork): Int32Array {
  const order = inArc.slice()
  for (let v = 0; v < nodes; v++) {
    const part = [...inArc.subarray(inStart[v], inStart[v + 1])]
    part.sort((a, b) => Number(init[from[b]!]! > 0) - Number(init[from[a]!]! > 0) || a - b)
    order.set(part, inStart[v])
  }
  return order
}
