import hydraulic from '../../data/hydraulic.json'
import type { Provenance } from '../job.ts'
import { provenanceOf } from '../provenance.ts'
import type { HashPart } from '../provenance.ts'
import type { EgressInput } from './job.ts'
import type { EgressNetwork } from './network.ts'

/** What a case was computed with: the graph, what flows on it, the table, and the parameters. */
export function provenanceOfCase(net: EgressNetwork, input: EgressInput): Provenance {
  return provenanceOf(parts(net, input))
}

function* parts(net: EgressNetwork, input: EgressInput): Generator<HashPart> {
  yield 'egress'
  yield net.graph.hash
  yield net.persons
  yield net.assisted
  yield net.isLong
  yield net.personsMark.join(' ')
  for (const { capacityPerS, stretches, mark } of net.components) {
    yield mark
    yield Float64Array.from(capacityPerS)
    for (const { lengthM, effectiveWidthM, k } of stretches)
      yield Float64Array.from([lengthM, effectiveWidthM, ...k])
  }
  yield [...net.stairZones]
    .map(([zone, stair]) => `${zone} ${stair}`)
    .sort()
    .join(' ')
  yield JSON.stringify(hydraulic)
  yield inOrder(input.shutOpenings)
  yield inOrder(input.closedZones)
  yield inOrder(input.lostStairs ?? [])
  yield input.doorBasis
  const { stairShare, detectionS, alarmS, preMovementFirstS, preMovementLastS, seriesStepS } = input
  yield Float64Array.from([
    stairShare,
    detectionS,
    alarmS,
    preMovementFirstS,
    preMovementLastS,
    seriesStepS ?? 0,
  ])
}

function inOrder(ids: readonly string[]): string {
  return [...new Set(ids)].sort().join(' ')
}
