import type { OpeningId, ZoneId } from '../../src/premises/ids.ts'
import type { EgressNetwork } from '../egress/network.ts'
import type { EncodedFlow } from './encode.ts'
import { unitsPerPerson } from './flowNetwork.ts'
import type { BoundResult } from './job.ts'
import type { Reservation } from './reserve.ts'

/** Which zone uses which exit, in whole persons: shares of a zone are rounded so that they add up to its persons. */
export function wholePersons(
  { graph }: EgressNetwork,
  { zoneOfNode, crossingOfArc }: EncodedFlow,
  plan: readonly Reservation[],
): BoundResult['plan'] {
  const units = new Map<number, Map<number, number>>()
  for (const { source, units: count, arcs } of plan) {
    const zone = zoneOfNode[source]!
    const exit = crossingOfArc[arcs.at(-1) ?? 0] ?? -1
    if (zone < 0 || exit < 0) continue
    const shares = units.get(zone) ?? new Map<number, number>()
    shares.set(exit >> 1, (shares.get(exit >> 1) ?? 0) + count)
    units.set(zone, shares)
  }
  return [...units]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([zone, shares]) => {
      const exits = [...shares].toSorted(([a], [b]) => a - b)
      const whole = apportion(exits.map(([, count]) => count / unitsPerPerson))
      return exits.flatMap(([link], i) => {
        const opening = graph.links[link]
        const persons = whole[i] ?? 0
        if (opening?.kind !== 'opening' || persons === 0) return []
        return [{ zoneId: graph.zoneIds[zone] as ZoneId, exitId: opening.id satisfies OpeningId, persons }]
      })
    })
}

/** Whole numbers with the rounded sum of the shares: the largest remainders are rounded up. */
function apportion(shares: readonly number[]): readonly number[] {
  const whole = shares.map((share) => Math.floor(share + 1e-9))
  let left =
    Math.round(shares.reduce((sum, share) => sum + share, 0)) - whole.reduce((sum, each) => sum + each, 0)
  const order = shares
    .map((share, i) => ({ i, rest: share - (whole[i] ?? 0) }))
    .toSorted((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of order) {
    if (left <= 0) break
    whole[i]! += 1
    left--
  }
  return whole
}
