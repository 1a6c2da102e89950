import type { Zone } from '../../../../premises/model.ts'
import { zoneUse } from '../../../../premises/uses.ts'

/** The zones among which persons are shared out: those whose use counts persons (no corridors, stairs, toilets); all where none does. */
export function whoShare(zones: readonly Zone[]): readonly Zone[] {
  const counting = zones.filter(({ use }) => zoneUse(use).countsPersons)
  return counting.length > 0 ? counting : zones
}

/**
 * A whole number shared out by weights, so that the shares are whole and add up to it exactly: each gets its quota rounded
 * down, and what is left goes to the largest remainders, earlier ones first where they are equal (Hamilton's method). Without any
 * weight all count alike.
 */
export function sharedOut(total: number, weights: readonly number[]): readonly number[] {
  const count = weights.length
  if (count === 0) return []
  const sum = weights.reduce((a, b) => a + b, 0)
  const quotas = weights.map((weight) => (sum > 0 ? (total * weight) / sum : total / count))
  const shares = quotas.map((quota) => Math.floor(quota))
  const left = total - shares.reduce((a, b) => a + b, 0)
  const byRemainder = quotas
    .map((quota, index) => ({ index, remainder: quota - Math.floor(quota) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}
