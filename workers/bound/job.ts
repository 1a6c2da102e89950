import type { OpeningId, StairId, ZoneId } from '../../src/premises/ids.ts'
import type { ComponentRef } from '../egress/job.ts'
import type { Provenance } from '../job.ts'

/** What crosses the thread for the job `bound` (minimum horizon of the dynamic flow, and a plan). */
export interface BoundInput {
  readonly shutOpenings: readonly OpeningId[]
  readonly closedZones: readonly ZoneId[]
  /** Stairs that are lost whole. */
  readonly lostStairs?: readonly StairId[]
  readonly doorBasis: 'effectiveWidth' | 'clear133'
  /** Step of the time expansion, 1 to 5 s; null = chosen by size. */
  readonly stepS: number | null
}

export interface BoundResult {
  readonly stepS: number
  /** T*: no flow of this network clears it sooner. Valid for the network alone: never a prediction. */
  readonly lowerBoundS: number
  readonly lowerBoundSteps: number
  /** Why T* − 1 is impossible: the openings full at the minimum cut, with the steps at which they are. */
  readonly certificate: {
    readonly kind: 'travel' | 'exitWidth' | 'cut' | 'minimumCut'
    readonly personsInside: number
    readonly capacityPerStep: number
    readonly components: readonly ComponentRef[]
  }
  /** A plan that keeps every capacity, with travel rounded up and capacity down. */
  readonly planS: number
  /** planS / lowerBoundS − 1, and its two shares. */
  readonly gap: number
  readonly gapFromRounding: number
  readonly gapFromPlanning: number
  readonly plan: readonly { readonly zoneId: ZoneId; readonly exitId: OpeningId; readonly persons: number }[]
  readonly provenance: Provenance
}
