import { stepsFrom, type FlowNetwork } from './flowNetwork.ts'

/**
 * Maximum flow on the time expansion of a network, kept implicit: a copy of each node for the steps 0 … horizon, arc a
 * from (u, t) to (w, t + travel), waiting from (v, t) to (v, t + 1). Dinic's algorithm on the residual network; the flow
 * is kept, so that a longer horizon goes on from a shorter one and a plan can be the start.
 */
export interface TimeExpanded {
  readonly network: FlowNetwork
  horizon: number
  /** Layers that the arrays hold; index of (v, t) is v · layers + t. */
  readonly layers: number
  /** Units that enter arc a at step t: flow[a · layers + t]. */
  readonly flow: Int32Array
  /** Units that wait at v from t to t + 1. */
  readonly wait: Int32Array
  /** Units of v not yet sent. */
  readonly left: Int32Array
  /** The earliest step at which anybody can stand at a node. */
  readonly earliest: Int32Array
  /** Dinic's levels (distance to the sink in residual arcs) and the current arc of each copy. */
  readonly level: Int32Array
  readonly cursor: Int32Array
  readonly queue: Int32Array
  readonly path: Int32Array
  readonly pathMove: Int32Array
  sent: number
}

export function timeExpand(network: FlowNetwork, horizon: number, layers: number): TimeExpanded {
  const copies = network.nodes * layers
  return {
    network,
    horizon,
    layers,
    flow: new Int32Array(network.arcs * layers),
    wait: new Int32Array(copies),
    left: network.init.slice(),
    earliest: stepsFrom(network, occupied(network)),
    level: new Int32Array(copies),
    cursor: new Int32Array(copies),
    queue: new Int32Array(copies),
    path: new Int32Array(copies + 1),
    pathMove: new Int32Array(copies + 1),
    sent: 0,
  }
}

/** Nodes where somebody is at step 0. */
export function occupied(network: FlowNetwork): number[] {
  const nodes: number[] = []
  for (let v = 0; v < network.nodes; v++) if (network.init[v]! > 0) nodes.push(v)
  return nodes
}

/**
 * Labels every copy with its distance to the outside in the residual network (0 = not reached; sink copies 1).
 * @returns whether a copy (v, 0) with units left was reached
 */
export function labelLevels(expanded: TimeExpanded): boolean {
  const { network, horizon, layers, flow, wait, left, level, cursor, queue, earliest } = expanded
  const { sink, outStart, outArc, inStart, inArc, from, to, travel, cap, waitCap } = network
  level.fill(0)
  let tail = 0
  for (let t = 0; t <= horizon; t++) {
    level[sink * layers + t] = 1
    queue[tail++] = sink * layers + t
  }
  let deepest = 0x7fffffff
  for (let head = 0; head < tail; head++) {
    const copy = queue[head]!
    const depth = level[copy]! + 1
    if (depth > deepest) break
    const v = (copy / layers) | 0
    const t = copy - v * layers
    // Backwards over arcs into (v, t) that have room.
    for (let i = inStart[v]!; i < inStart[v + 1]!; i++) {
      const a = inArc[i]!
      const s = t - travel[a]!
      if (s < earliest[from[a]!]! || flow[a * layers + s]! >= cap[a]!) continue
      const before = from[a]! * layers + s
      if (level[before] === 0) {
        level[before] = depth
        queue[tail++] = before
        if (s === 0 && left[from[a]!]! > 0) deepest = depth
      }
    }
    if (v === sink) continue
    // Backwards over arcs out of (v, t) that carry units which could be called back.
    for (let i = outStart[v]!; i < outStart[v + 1]!; i++) {
      const a = outArc[i]!
      const s = t + travel[a]!
      const w = to[a]!
      if (w === sink || s > horizon || flow[a * layers + t] === 0) continue
      const after = w * layers + s
      if (level[after] === 0) {
        level[after] = depth
        queue[tail++] = after
        if (s === 0 && left[w]! > 0) deepest = depth
      }
    }
    if (t > earliest[v]! && wait[copy - 1]! < waitCap[v]! && level[copy - 1] === 0) {
      level[copy - 1] = depth
      queue[tail++] = copy - 1
      if (t === 1 && left[v]! > 0) deepest = depth
    }
    if (t < horizon && wait[copy]! > 0 && level[copy + 1] === 0) {
      level[copy + 1] = depth
      queue[tail++] = copy + 1
    }
  }
  cursor.fill(0)
  return deepest !== 0x7fffffff
}

/**
 * Sends what it can from (source, 0) along falling levels.
 * @returns units sent
 */
export function sendFrom(expanded: TimeExpanded, source: number): number {
  const { network, horizon, layers, flow, wait, left, level, cursor, path, pathMove } = expanded
  const { sink, outStart, outArc, inStart, inArc, from, to, travel, cap, waitCap } = network
  let sent = 0
  let depth = 0
  path[0] = source * layers
  while (left[source]! > 0) {
    const copy = path[depth]!
    const v = (copy / layers) | 0
    const t = copy - v * layers
    if (v === sink) {
      // Push along the path by its narrowest place, then go back to the first move that is now full.
      let units = left[source]!
      for (let d = 0; d < depth; d++) units = Math.min(units, roomOf(expanded, path[d]!, pathMove[d]!))
      let back = depth
      for (let d = depth - 1; d >= 0; d--) {
        push(expanded, path[d]!, pathMove[d]!, units)
        if (roomOf(expanded, path[d]!, pathMove[d]!) === 0) back = d
      }
      left[source]! -= units
      sent += units
      depth = Math.min(back, depth - 1)
      continue
    }
    const outs = outStart[v + 1]! - outStart[v]!
    const ins = inStart[v + 1]! - inStart[v]!
    const want = level[copy]! - 1
    let found = -1
    let next = -1
    for (let move = cursor[copy]!; move < outs + ins + 2; move++) {
      cursor[copy] = move
      if (move < outs) {
        const a = outArc[outStart[v]! + move]!
        const s = t + travel[a]!
        if (s > horizon || flow[a * layers + t]! >= cap[a]!) continue
        next = to[a]! * layers + s
      } else if (move === outs) {
        if (t >= horizon || wait[copy]! >= waitCap[v]!) continue
        next = copy + 1
      } else if (move === outs + 1) {
        if (t === 0 || wait[copy - 1] === 0) continue
        next = copy - 1
      } else {
        const a = inArc[inStart[v]! + move - outs - 2]!
        const s = t - travel[a]!
        if (s < 0 || flow[a * layers + s] === 0) continue
        next = from[a]! * layers + s
      }
      if (level[next] === want && want > 0) {
        found = move
        break
      }
    }
    if (found >= 0) {
      pathMove[depth] = found
      path[++depth] = next
    } else {
      level[copy] = 0
      cursor[copy] = outs + ins + 2
      if (depth === 0) break
      depth--
    }
  }
  expanded.sent += sent
  return sent
}

/** Room of a move out of a copy, in units. Moves: arcs out, wait on, wait back, arcs in (backwards). */
function roomOf({ network, layers, flow, wait }: TimeExpanded, copy: number, move: number): number {
  const v = (copy / layers) | 0
  const t = copy - v * layers
  const outs = network.outStart[v + 1]! - network.outStart[v]!
  if (move < outs) {
    const a = network.outArc[network.outStart[v]! + move]!
    return network.cap[a]! - flow[a * layers + t]!
  }
  if (move === outs) return network.waitCap[v]! - wait[copy]!
  if (move === outs + 1) return wait[copy - 1]!
  const a = network.inArc[network.inStart[v]! + move - outs - 2]!
  return flow[a * layers + t - network.travel[a]!]!
}

function push(
  { network, layers, flow, wait }: TimeExpanded,
  copy: number,
  move: number,
  units: number,
): void {
  const v = (copy / layers) | 0
  const t = copy - v * layers
  const outs = network.outStart[v + 1]! - network.outStart[v]!
  if (move < outs) flow[network.outArc[network.outStart[v]! + move]! * layers + t]! += units
  else if (move === outs) wait[copy]! += units
  else if (move === outs + 1) wait[copy - 1]! -= units
  else {
    const a = network.inArc[network.inStart[v]! + move - outs - 2]!
    flow[a * layers + t - network.travel[a]!]! -= units
  }
}

/**
 * The source side of the minimum cut after a maximum flow that leaves units behind: copies that a unit left behind can
 * still reach. 1 per copy of the result.
 */
export function sourceSide(expanded: TimeExpanded): Uint8Array {
  const { network, horizon, layers, flow, wait, left, queue } = expanded
  const { sink, outStart, outArc, inStart, inArc, from, to, travel, cap, waitCap, nodes } = network
  const reached = new Uint8Array(nodes * layers)
  let tail = 0
  for (let v = 0; v < nodes; v++) {
    if (left[v]! > 0) {
      reached[v * layers] = 1
      queue[tail++] = v * layers
    }
  }
  const visit = (copy: number) => {
    if (reached[copy] === 0) {
      reached[copy] = 1
      queue[tail++] = copy
    }
  }
  for (let head = 0; head < tail; head++) {
    const copy = queue[head]!
    const v = (copy / layers) | 0
    const t = copy - v * layers
    if (v === sink) continue
    for (let i = outStart[v]!; i < outStart[v + 1]!; i++) {
      const a = outArc[i]!
      if (t + travel[a]! <= horizon && flow[a * layers + t]! < cap[a]!)
        visit(to[a]! * layers + t + travel[a]!)
    }
    for (let i = inStart[v]!; i < inStart[v + 1]!; i++) {
      const a = inArc[i]!
      const s = t - travel[a]!
      if (s >= 0 && flow[a * layers + s]! > 0) visit(from[a]! * layers + s)
    }
    if (t < horizon && wait[copy]! < waitCap[v]!) visit(copy + 1)
    if (t > 0 && wait[copy - 1]! > 0) visit(copy - 1)
  }
  return reached
}
