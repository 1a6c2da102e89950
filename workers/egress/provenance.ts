import type { Provenance } from '../job.ts'
import { provenanceOf } from '../provenance.ts'
import type { EgressInput } from './job.ts'
import type { EgressNetwork } from './network.ts'

/** What a case was computed with: the network, and the parameters. */
export function provenanceOfCase(net: EgressNetwork, input: EgressInput): Provenance {
  const { stairShare, detectionS, alarmS, preMovementFirstS, preMovementLastS, seriesStepS } = input
  return provenanceOf([
    'egress',
    net.hash,
    inOrder(input.shutOpenings),
    inOrder(input.closedZones),
    inOrder(input.lostStairs ?? []),
    input.doorBasis,
    Float64Array.from([
      stairShare,
      detectionS,
      alarmS,
      preMovementFirstS,
      preMovementLastS,
      seriesStepS ?? 0,
    ]),
  ])
}

function inOrder(ids: readonly string[]): string {
  return [...new Set(ids)].sort().join(' ')
}
