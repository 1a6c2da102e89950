import type { FlowRun } from './flowRun.ts'
import { nodeKind } from './tree.ts'

const { junction, source } = nodeKind
/** Persons that sums of many small flows may be off by. */
export const rounding = 1e-9

/**
 * Follows the last person of every zone: who is the n-th into a cell is the n-th out of it, and where a cell sends all
 * that it held, everybody in it walks freely and leaves one step after entering. Of those who come into a cell in one step
 * from several sides the followed person counts as the last, so that nobody of the zone is behind.
 */
export function follow(run: FlowRun, startS: number): void {
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
