import { buildFlowNetwork, type FlowNetwork } from '../../../workers/bound/flowNetwork.ts'

/** A small deterministic generator (mulberry32): values in [0, 1). */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = Math.imul(state ^ (state >>> 15), state | 1)
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61)
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * A small building of two or three floors as a network: per floor two corridor cells with a room, two stairs of unequal
 * and changing width shared by both wings, landings with little waiting room, exits of unequal width. Node 0 is outside.
 */
export function randomBuilding(seed: number): FlowNetwork {
  const random = randomSource(seed)
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  const floors = whole(2, 3)
  const arcs: { from: number; to: number; travel: number; cap: number }[] = []
  const init = [0]
  const waitCap = [0]
  const node = (persons: number, room: number) => {
    init.push(persons)
    waitCap.push(room)
    return init.length - 1
  }
  let below: readonly number[] = []
  for (let floor = 0; floor < floors; floor++) {
    const cells = [node(whole(0, 3), whole(0, 2)), node(whole(0, 5), whole(0, 2))] as const
    const corridor = whole(1, 2)
    arcs.push({ from: cells[0], to: cells[1], travel: whole(1, 2), cap: corridor })
    arcs.push({ from: cells[1], to: cells[0], travel: whole(1, 2), cap: corridor })
    const room = node(whole(2, 9), 0)
    arcs.push({ from: room, to: cells[whole(0, 1)] ?? cells[0], travel: whole(0, 2), cap: whole(1, 3) })
    if (floor === 0) {
      arcs.push({ from: cells[0], to: 0, travel: 1, cap: whole(1, 3) })
      if (random() < 0.7) arcs.push({ from: cells[1], to: 0, travel: whole(0, 3), cap: whole(1, 2) })
    } else {
      arcs.push({ from: cells[0], to: below[0] ?? 0, travel: whole(1, 4), cap: whole(1, 3) })
      if (random() < 0.8)
        arcs.push({ from: cells[1], to: below[1] ?? 0, travel: whole(1, 5), cap: whole(1, 3) })
    }
    below = cells
  }
  return buildFlowNetwork({ nodes: init.length, sink: 0, init, waitCap, arcs })
}
