import type { FlowNetwork } from '../../workers/bound/flowNetwork.ts'

interface Edge {
  readonly to: number
  room: number
  readonly back: number
}

/**
 * The peer of the bench: the smallest horizon by bisection, each by Dinic's algorithm from scratch on an explicit time
 * expansion of objects, as a textbook has it.
 */
export function horizonByNaiveDinic(network: FlowNetwork, most: number): number {
  let low = 0
  let high = most
  while (low < high) {
    const middle = (low + high) >> 1
    if (mostArrivals(network, middle) === network.total) high = middle
    else low = middle + 1
  }
  return low
}

function mostArrivals({ nodes, arcs, sink, init, waitCap, from, to, travel, cap }: FlowNetwork, horizon: number): number {
  const layers = horizon + 1
  const source = nodes * layers
  const target = source + 1
  const graph: Edge[][] = Array.from({ length: target + 1 }, () => [])
  const join = (a: number, b: number, room: number) => {
    graph[a]!.push({ to: b, room, back: graph[b]!.length })
    graph[b]!.push({ to: a, room: 0, back: graph[a]!.length - 1 })
  }
  for (let v = 0; v < nodes; v++) {
    if (init[v]! > 0) join(source, v * layers, init[v]!)
    for (let t = 0; t < layers; t++) {
      if (v === sink) join(v * layers + t, target, 0x3fffffff)
      else if (t < horizon) join(v * layers + t, v * layers + t + 1, waitCap[v]!)
    }
  }
  for (let a = 0; a < arcs; a++) {
    for (let t = 0; t + travel[a]! <= horizon; t++) {
      join(from[a]! * layers + t, to[a]! * layers + t + travel[a]!, cap[a]!)
    }
  }
  let flow = 0
  for (;;) {
    const level = new Int32Array(graph.length).fill(-1)
    level[source] = 0
    const queue = [source]
    for (const v of queue) {
      for (const edge of graph[v]!) {
        if (edge.room > 0 && level[edge.to] === -1) {
          level[edge.to] = level[v]! + 1
          queue.push(edge.to)
        }
      }
    }
    if (level[target] === -1) return flow
    const next = new Int32Array(graph.length)
    const send = (v: number, room: number): number => {
      if (v === target) return room
      for (; next[v]! < graph[v]!.length; next[v]!++) {
        const edge = graph[v]![next[v]!]!
        if (edge.room <= 0 || level[edge.to] !== level[v]! + 1) continue
        const sent = send(edge.to, Math.min(room, edge.room))
        if (sent > 0) {
          edge.room -= sent
          graph[edge.to]![edge.back]!.room += sent
          return sent
        }
      }
      return 0
    }
    for (let sent = send(source, Infinity); sent > 0; sent = send(source, Infinity)) flow += sent
  }
}
