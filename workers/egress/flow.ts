import { grants, offers } from './exchange.ts'
import type { FlowRun } from './flowRun.ts'
import { follow, rounding } from './follow.ts'
import { record } from './recorder.ts'
import { nodeKind } from './tree.ts'

/** A component counts as waited at while at least half a person is held. */
export const waitingPersons = 0.5
const { junction, source } = nodeKind
/** Steps between two looks for nodes that are empty for good. */
const stepsPerTidying = 8

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
 *
 * Runs up to `steps` steps; true once everybody is outside.
 */
export function advance(run: FlowRun, steps: number): boolean {
  const { tree, series, queue, work } = run
  const { queueBefore } = work
  const change = { startS: 0, stepS: tree.stepS, queueBefore, queue, outside: 0, arrived: 0 }
  for (let s = 0; s < steps && run.inside > 0; s++) {
    const startS = run.steps * tree.stepS
    const endS = startS + tree.stepS
    if (series) queueBefore.set(queue)
    queue.fill(0)
    work.inflow[tree.count] = 0
    offers(run, startS)
    grants(run)
    move(run, endS)
    countQueues(run, startS, tree.stepS)
    follow(run, startS)
    run.steps++
    if (series) {
      change.startS = startS
      change.outside = run.passed[tree.count]!
      change.arrived = work.inflow[tree.count]!
      record(series, change)
    }
    if (run.steps % stepsPerTidying === 0) tidy(run, endS)
  }
  return run.inside === 0
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
