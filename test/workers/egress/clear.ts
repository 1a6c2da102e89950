import type { Premises } from '../../../src/premises/model.ts'
import type { EgressInput, EgressResult } from '../../../workers/egress/job.ts'
import { egressJob } from '../../../workers/egress/run.ts'

/** Everything open, no times but the movement: what a test says more goes over it. */
export const openCase: EgressInput = {
  shutOpenings: [],
  closedZones: [],
  stairShare: 0.5,
  doorBasis: 'effectiveWidth',
  detectionS: 0,
  alarmS: 0,
  preMovementFirstS: 0,
  preMovementLastS: 0,
  seriesStepS: null,
}

/** Runs the job as a worker does, with nothing kept from before unless given. */
export function clear(
  premises: Premises,
  input: Partial<EgressInput> = {},
  kept = new Map<string, unknown>(),
): Promise<EgressResult> {
  return egressJob.run(
    { ...openCase, ...input },
    { premises: () => premises, revision: () => 1, progress: () => {}, breathe: async () => {}, kept },
  )
}
