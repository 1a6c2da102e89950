import { arrived } from './flowRun.ts'
import type { FlowRun } from './flowRun.ts'
import { freeShare, mostShare } from './relations.ts'
import { nodeKind } from './tree.ts'
import type { FlowTree } from './tree.ts'

const { cell, junction } = nodeKind
const thinShare = 1 - freeShare

/** From far to near: what every node would send on. */
export function offers({ tree, persons, work, order, alive }: FlowRun, startS: number): void {
  const { kind, down, size, firstS, lastS, stepS } = tree
  const { offer, granted, outBefore, inflow, asked } = work
  const endS = startS + stepS
  for (let o = 0; o < alive; o++) {
    const i = order[o]!
    let send = persons[i]!
    if (kind[i] === cell) {
      const jam = size[i]!
      if (send > thinShare * jam) {
        const n = send
        send = n <= 0.5 * jam ? (n * (1 - n / jam)) / freeShare : mostShare * jam
        if (send > n) send = n
      }
    } else if (kind[i] === junction) {
      send = asked[i]! < size[i]! ? asked[i]! : size[i]!
    } else if (startS < lastS[i]!) {
      send +=
        arrived(size[i]!, firstS[i]!, lastS[i]!, endS) - arrived(size[i]!, firstS[i]!, lastS[i]!, startS)
      persons[i] = send
      // The door opens with the first who comes, not with the step.
      if (firstS[i]! > startS)
        send = Math.min(send, mostOf(tree, down[i]!) * Math.max(0, (endS - firstS[i]!) / stepS))
    }
    offer[i] = send
    outBefore[i] = granted[i]!
    granted[i] = 0
    inflow[i] = 0
    if (send > 0) asked[down[i]!]! += send
  }
}

/** Persons that a node takes in within one whole step at most. */
function mostOf({ count, kind, size }: FlowTree, node: number): number {
  if (node === count) return Infinity
  return kind[node] === cell ? mostShare * size[node]! : size[node]!
}

/** From near to far: what every node takes in, shared out over its branches. */
export function grants({ tree, persons, work, order, alive }: FlowRun): void {
  const { count, kind, size, branchFrom, branch } = tree
  const { offer, granted, inflow, asked } = work
  for (let o = alive; o >= 0; o--) {
    const i = o === alive ? count : order[o]!
    const all = asked[i]!
    if (all === 0) continue
    let take = all
    if (i === count) inflow[i] = all
    else if (kind[i] === cell) {
      const room = receive(persons[i]!, size[i]!)
      if (room < all) take = room
      inflow[i] = take
    } else take = granted[i]!
    const from = branchFrom[i]!
    const to = branchFrom[i + 1]!
    if (take >= all) {
      for (let b = from; b < to; b++) granted[branch[b]!] = offer[branch[b]!]!
    } else if (to - from === 1) granted[branch[from]!] = take
    else shareOut(tree, offer, granted, i, take)
  }
}

function receive(n: number, jam: number): number {
  if (n <= 0.5 * jam) return mostShare * jam
  const room = jam - n
  if (room <= 0) return 0
  const falling = (n * (1 - n / jam)) / freeShare
  return falling < room ? falling : room
}

/** By weight; what a branch does not use goes to the others. */
function shareOut(tree: FlowTree, offer: Float64Array, granted: Float64Array, i: number, take: number): void {
  const { branchFrom, branch, weight } = tree
  const from = branchFrom[i]!
  const to = branchFrom[i + 1]!
  const open = -1
  for (let b = from; b < to; b++) granted[branch[b]!] = offer[branch[b]!]! > 0 ? open : 0
  for (let left = take; ;) {
    let sum = 0
    let many = 0
    for (let b = from; b < to; b++) {
      if (granted[branch[b]!] !== open) continue
      sum += weight[branch[b]!]!
      many++
    }
    if (many === 0) return
    let used = 0
    for (let b = from; b < to; b++) {
      const up = branch[b]!
      if (granted[up] !== open) continue
      const share = sum > 0 ? (left * weight[up]!) / sum : left / many
      if (offer[up]! <= share) {
        granted[up] = offer[up]!
        used += offer[up]!
      }
    }
    if (used === 0) {
      for (let b = from; b < to; b++) {
        const up = branch[b]!
        if (granted[up] === open) granted[up] = sum > 0 ? (left * weight[up]!) / sum : left / many
      }
      return
    }
    left -= used
  }
}
