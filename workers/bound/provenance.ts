import hydraulic from '../../data/hydraulic.json'
import type { EgressNetwork } from '../egress/network.ts'
import type { Provenance } from '../job.ts'
import { provenanceOf, type HashPart } from '../provenance.ts'
import type { BoundInput } from './job.ts'

/** What a bound was computed with: the graph, persons, capacities, the table, and the case. */
export function boundProvenance(net: EgressNetwork, input: BoundInput, stepS: number): Provenance {
  return provenanceOf(parts(net, input, stepS))
}

function* parts(net: EgressNetwork, input: BoundInput, stepS: number): Generator<HashPart> {
  yield 'bound'
  yield net.graph.hash
  yield net.persons
  yield net.assisted
  for (const { capacityPerS } of net.components) yield Float64Array.from(capacityPerS)
  yield JSON.stringify(hydraulic)
  for (const ids of [input.shutOpenings, input.closedZones, input.lostStairs ?? []])
    yield [...new Set<string>(ids)].toSorted().join(' ')
  yield input.doorBasis
  yield stepS
}
