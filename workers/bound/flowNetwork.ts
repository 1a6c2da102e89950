/**
 * A network for flow over time in whole steps. Units are 0.01 person, so that rounding neither shuts a door nor inflates
 * it. Node `sink` is the outside. `waitCap[v]` limits who may wait at v from one step to the next (passing through is not
 * waiting); it is never less than `init[v]`. `cap[a]` may enter arc a per step and arrives `travel[a]` steps later.
 */
export interface FlowNetwork {
  readonly nodes: number
  readonly arcs: number
  readonly sink: number
  readonly init: Int32Array
  readonly waitCap: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly travel: Int32Array
  readonly cap: Int32Array
  /** Arcs out of v: outArc[outStart[v] … outStart[v + 1]); likewise into v. */
  readonly outStart: Int32Array
  readonly outArc: Int32Array
  readonly inStart: Int32Array
  readonly inArc: Int32Array
  readonly total: number
}

export const unitsPerPerson = 100

/** No more than this many units wait or move anywhere: keeps sums inside 32 bits. */
export const unlimited = 0x3fffffff

export interface NetworkDraft {
  readonly nodes: number
  readonly sink: number
  readonly init: ArrayLike<number>
  readonly waitCap: ArrayLike<number>
  readonly arcs: readonly {
    readonly from: number
    readonly to: number
    readonly travel: number
    readonly cap: number
  }[]
}

/** Indexes a draft (units, steps). Waiting limits below the persons present are raised to them. */
export function buildFlowNetwork(draft: NetworkDraft): FlowNetwork {
  const { nodes, sink, arcs } = draft
  const init = Int32Array.from(draft.init)
  const waitCap = Int32Array.from({ length: nodes }, (_, v) =>
    v === sink ? unlimited : Math.min(unlimited, Math.max(draft.waitCap[v] ?? 0, init[v] ?? 0)),
  )
  const from = Int32Array.from(arcs, (arc) => arc.from)
  const to = Int32Array.from(arcs, (arc) => arc.to)
  const [outStart, outArc] = index(nodes, from)
  const [inStart, inArc] = index(nodes, to)
  return {
    nodes,
    arcs: arcs.length,
    sink,
    init,
    waitCap,
    from,
    to,
    travel: Int32Array.from(arcs, (arc) => arc.travel),
    cap: Int32Array.from(arcs, (arc) => Math.min(arc.cap, unlimited)),
    outStart,
    outArc,
    inStart,
    inArc,
    total: init.reduce((sum, units) => sum + units, 0),
  }
}

function index(nodes: number, ends: Int32Array): [Int32Array, Int32Array] {
  const start = new Int32Array(nodes + 1)
  for (const v of ends) start[v + 1]!++
  for (let v = 0; v < nodes; v++) start[v + 1]! += start[v]!
  const next = start.slice(0, nodes)
  const arc = new Int32Array(ends.length)
  for (let a = 0; a < ends.length; a++) arc[next[ends[a]!]!++] = a
  return [start, arc]
}

export const unreached = 0x3fffffff

/** Steps of free travel from each node to the sink; `unreached` where there is no way. */
export function stepsToSink(network: FlowNetwork): Int32Array {
  return shortest(network, [network.sink], network.inStart, network.inArc, network.from)
}

/** Steps of free travel from the nearest of `sources` to each node. */
export function stepsFrom(network: FlowNetwork, sources: readonly number[]): Int32Array {
  return shortest(network, sources, network.outStart, network.outArc, network.to)
}

/** Bellman–Ford with a queue: exact for the small whole travel steps, zero included. */
function shortest(
  network: FlowNetwork,
  sources: readonly number[],
  start: Int32Array,
  arcs: Int32Array,
  other: Int32Array,
): Int32Array {
  const steps = new Int32Array(network.nodes).fill(unreached)
  const queued = new Uint8Array(network.nodes)
  const queue: number[] = []
  for (const v of sources) {
    steps[v] = 0
    queued[v] = 1
    queue.push(v)
  }
  for (let head = 0; head < queue.length; head++) {
    const v = queue[head]!
    queued[v] = 0
    for (let i = start[v]!; i < start[v + 1]!; i++) {
      const a = arcs[i]!
      if (network.cap[a] === 0) continue
      const w = other[a]!
      const through = steps[v]! + network.travel[a]!
      if (through >= steps[w]!) continue
      steps[w] = through
      if (queued[w] === 0) {
        queued[w] = 1
        queue.push(w)
      }
    }
  }
  return steps
}
