import { freeShare, mostShare } from './relations.ts'
import { nodeKind } from './tree.ts'
import type { FlowTree } from './tree.ts'

/**
 * Godunov's cell transmission on a tree (Daganzo's send and receive with the SFPE flow–density relation). With cells as
 * long as an unhindered walker goes in one step, L = 0.85 k Δt, the relation needs only x = N / N_jam:
 *
 *   send     N                  x ≤ 0.15         Fs(D) We Δt, the whole cell
 *            N (1 − x) / 0.85   x ≤ 0.5
 *            N_jam / 3.4        above            Fsm We Δt: people at a door leave, however dense they stand
 *   receive  N_jam / 3.4        x ≤ 0.5          Fsm We Δt
 *            N (1 − x) / 0.85   above, and never more than N_jam − N (backward waves run at k, faster than 0.85 k)
 *
 * The scheme conserves persons, is monotone in every N, and carries thin flow without spreading it.
 */
export interface FlowRun {
  readonly tree: FlowTree
  steps: number
  /** Nodes that are not empty for good: the first `alive` of `order`, farther ones first. */
  alive: number
  readonly order: Int32Array
  /** Followed persons that are still inside. */
  inside: number
  /** Persons per node; waiting at the door for a source. */
  readonly persons: Float64Array
  /** Persons that have left a node so far; of the outside (index count): that have arrived. */
  readonly passed: Float64Array
  /** Largest outflow in one step. */
  readonly mostPerStep: Float64Array
  /** End of the last step in which the node's own capacity held people up, seconds; 0 = never. */
  readonly activeToS: Float64Array
  /** When the last followed person left the node, seconds. */
  readonly lastOutS: Float64Array
  /** Per followed person: when outside, and when off the level. */
  readonly outsideS: Float64Array
  readonly offLevelS: Float64Array
  readonly queue: Float64Array
  readonly queueMax: Float64Array
  readonly queueFromS: Float64Array
  readonly queueToS: Float64Array
  readonly series: SeriesRecorder | null
  readonly work: Work
}

interface Work {
  readonly offer: Float64Array
  readonly granted: Float64Array
  readonly outBefore: Float64Array
  readonly inflow: Float64Array
  /** Offers of all branches of a node. */
  readonly asked: Float64Array
  /** 1: empty for good. */
  readonly done: Uint8Array
  readonly at: Int32Array
  readonly target: Float64Array
  readonly enteredS: Float64Array
  readonly queueBefore: Float64Array
}

interface SeriesRecorder {
  readonly stepS: number
  samples: number
  readonly queues: Float32Array[]
  outside: Float32Array
}

/** A component counts as waited at while at least half a person is held. */
export const waitingPersons = 0.5
const { cell, junction, source } = nodeKind
const thinShare = 1 - freeShare
/** Steps between two looks for nodes that are empty for good. */
const stepsPerTidying = 8
const rounding = 1e-9

export function startFlow(tree: FlowTree, seriesStepS: number | null): FlowRun {
  const { count, components, followed } = tree
  const nodes = () => new Float64Array(count + 1)
  const persons = nodes()
  persons.set(tree.start)
  for (let node = 0; node < count; node++)
    if (tree.kind[node] === source)
      persons[node] = arrived(tree.size[node]!, tree.firstS[node]!, tree.lastS[node]!, 0)
  const target = new Float64Array(followed.length)
  const enteredS = new Float64Array(followed.length)
  for (let m = 0; m < followed.length; m++) {
    const node = followed[m]!
    const isSource = tree.kind[node] === source
    target[m] = isSource ? tree.size[node]! : tree.start[node]!
    enteredS[m] = isSource ? 0 : tree.lastS[node]! - tree.stepS
  }
  return {
    tree,
    steps: 0,
    alive: count,
    order: Int32Array.from({ length: count }, (_, node) => node),
    inside: followed.length,
    persons,
    passed: nodes(),
    mostPerStep: nodes(),
    activeToS: nodes(),
    lastOutS: nodes(),
    outsideS: new Float64Array(followed.length),
    offLevelS: new Float64Array(followed.length),
    queue: new Float64Array(components),
    queueMax: new Float64Array(components),
    queueFromS: new Float64Array(components),
    queueToS: new Float64Array(components),
    series:
      seriesStepS === null
        ? null
        : {
            stepS: seriesStepS,
            samples: 0,
            queues: Array.from({ length: components }, () => new Float32Array(256)),
            outside: new Float32Array(256),
          },
    work: {
      offer: nodes(),
      granted: nodes(),
      outBefore: nodes(),
      inflow: nodes(),
      asked: nodes(),
      done: new Uint8Array(count),
      at: followed.slice(),
      target,
      enteredS,
      queueBefore: new Float64Array(components),
    },
  }
}

/** Runs up to `steps` steps; true once everybody is outside. */
export function advance(run: FlowRun, steps: number): boolean {
  const { tree, series, queue, work } = run
  for (let s = 0; s < steps && run.inside > 0; s++) {
    const startS = run.steps * tree.stepS
    const endS = startS + tree.stepS
    if (series) work.queueBefore.set(queue)
    queue.fill(0)
    work.inflow[tree.count] = 0
    offers(run, startS)
    grants(run)
    move(run, endS)
    countQueues(run, startS, tree.stepS)
    follow(run, startS)
    run.steps++
    if (series) record(run, series, startS)
    if (run.steps % stepsPerTidying === 0) tidy(run, endS)
  }
  return run.inside === 0
}

/** From far to near: what every node would send on. */
function offers({ tree, persons, work, order, alive }: FlowRun, startS: number): void {
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

/** Persons of a source that have reached its door by `atS`: evenly between the first and the last. */
function arrived(persons: number, firstS: number, lastS: number, atS: number): number {
  if (atS >= lastS) return persons
  if (atS <= firstS) return 0
  return (persons * (atS - firstS)) / (lastS - firstS)
}

/** From near to far: what every node takes in, shared out over its branches. */
function grants({ tree, persons, work, order, alive }: FlowRun): void {
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

/** Moves the persons, and keeps account of flows, and of which capacity holds whom up. */
function move(
  { tree, persons, passed, mostPerStep, activeToS, queue, work, order, alive }: FlowRun,
  endS: number,
): void {
  const { count, kind, size, queueOf, queueToo } = tree
  const { offer, granted, inflow, asked } = work
  for (let o = 0; o < alive; o++) {
    const i = order[o]!
    const all = asked[i]!
    const out = granted[i]!
    asked[i] = 0
    if (kind[i] === junction) {
      if (all > size[i]! + rounding && out >= offer[i]! - rounding) activeToS[i] = endS
    } else {
      const before = persons[i]!
      if (before === 0 && all === 0) continue
      const after = before - out + inflow[i]!
      persons[i] = after
      if (all > inflow[i]! + rounding && before <= 0.5 * size[i]!) activeToS[i] = endS
      if (out < offer[i]! - rounding) {
        if (queueOf[i]! >= 0) queue[queueOf[i]!]! += after
        if (queueToo[i]! >= 0) queue[queueToo[i]!]! += after
      }
    }
    if (out > 0) {
      passed[i]! += out
      if (out > mostPerStep[i]!) mostPerStep[i] = out
    }
  }
  passed[count]! += asked[count]!
  asked[count] = 0
}

/** Queues of the step: the longest so far, and from when to when somebody waits (who waits at its end does so into the next). */
function countQueues(
  { queue, queueMax, queueFromS, queueToS }: FlowRun,
  startS: number,
  stepS: number,
): void {
  for (let c = 0; c < queue.length; c++) {
    const q = queue[c]!
    if (q > queueMax[c]!) queueMax[c] = q
    if (q < waitingPersons) continue
    if (queueToS[c] === 0) queueFromS[c] = startS
    queueToS[c] = startS + 2 * stepS
  }
}

/** Takes nodes out of the order that are empty and into which nobody comes any more. */
function tidy(run: FlowRun, endS: number): void {
  const { tree, persons, order, work } = run
  const { kind, lastS, branchFrom, branch } = tree
  const { offer, granted, done } = work
  let kept = 0
  for (let o = 0; o < run.alive; o++) {
    const i = order[o]!
    let over = persons[i] === 0 && (kind[i] !== source || endS >= lastS[i]!)
    for (let b = branchFrom[i]!; over && b < branchFrom[i + 1]!; b++) over = done[branch[b]!] === 1
    if (over) {
      done[i] = 1
      offer[i] = 0
      granted[i] = 0
    } else order[kept++] = i
  }
  run.alive = kept
}

/**
 * Follows the last person of every zone: who is the n-th into a cell is the n-th out of it, and where a cell sends all
 * that it held, everybody in it walks freely and leaves one step after entering. Of those who come into a cell in one step
 * from several sides the followed person counts as the last, so that nobody of the zone is behind.
 */
function follow(run: FlowRun, startS: number): void {
  const { tree, persons, passed, lastOutS, outsideS, offLevelS, work } = run
  const { count, stepS, kind, down, lastS, offLevel } = tree
  const { offer, granted, outBefore, inflow, at, target, enteredS } = work
  for (let m = 0; m < at.length; m++) {
    let node = at[m]!
    if (node === count || passed[node]! < target[m]! - rounding) continue
    const out = granted[node]!
    const ahead = Math.min(out, Math.max(0, target[m]! - passed[node]! + out))
    // Where a queue ends within the step, its last persons leave at the rate of the step before.
    const rate = Math.max(out, outBefore[node]!)
    const freeS = kind[node] === source ? lastS[node]! : enteredS[m]! + stepS
    const free = freeS > startS + rounding && persons[node]! - inflow[node]! < rounding && out >= offer[node]!
    const nowS = free ? freeS : rate > 0 ? startS + (ahead / rate) * stepS : startS
    do {
      if (nowS > lastOutS[node]!) lastOutS[node] = nowS
      node = down[node]!
      if (node < count && offLevel[node] === 1 && offLevelS[m] === 0) offLevelS[m] = nowS
    } while (node < count && kind[node] === junction)
    at[m] = node
    enteredS[m] = nowS
    if (node < count) target[m] = persons[node]! + passed[node]! - (out - ahead)
    else {
      outsideS[m] = nowS
      if (offLevelS[m] === 0) offLevelS[m] = nowS
      run.inside--
    }
  }
}

/** Samples at multiples of the series' step, linear between the ends of steps. */
function record(run: FlowRun, series: SeriesRecorder, startS: number): void {
  const { stepS, count } = run.tree
  const endS = startS + stepS
  while (series.samples * series.stepS <= endS) {
    const share = Math.max(0, (series.samples * series.stepS - startS) / stepS)
    if (series.samples === series.outside.length) grow(series)
    for (let c = 0; c < run.queue.length; c++) {
      const before = run.work.queueBefore[c]!
      series.queues[c]![series.samples] = before + (run.queue[c]! - before) * share
    }
    const arrivedNow = run.work.inflow[count]!
    series.outside[series.samples] = run.passed[count]! - (1 - share) * arrivedNow
    series.samples++
  }
}

function grow(series: SeriesRecorder): void {
  const longer = (old: Float32Array): Float32Array => {
    const array = new Float32Array(2 * old.length)
    array.set(old)
    return array
  }
  series.outside = longer(series.outside)
  series.queues.forEach((queue, c) => (series.queues[c] = longer(queue)))
}
