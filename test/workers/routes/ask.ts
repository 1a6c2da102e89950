import type { Premises } from '../../../src/premises/model.ts'
import { JobAborted } from '../../../workers/job.ts'
import type { JobContext } from '../../../workers/job.ts'
import type { RoutesInput, RoutesResult } from '../../../workers/routes/job.ts'
import { routesJob } from '../../../workers/routes/run.ts'

/** A worker's state for the job `routes`, without the worker: asks keep what the job keeps. */
export interface Asker {
  /** `breaths`: it is aborted when it breathes next after so many. */
  readonly ask: (premises: Premises, input?: Partial<RoutesInput>, breaths?: number) => Promise<RoutesResult>
}

export const everything: RoutesInput = {
  targets: 'final',
  along: 'shortest',
  shutOpenings: [],
  closedZones: [],
}

export function createAsker(): Asker {
  const kept = new Map<string, unknown>()
  return {
    ask: (premises, input = {}, breaths = Infinity) => {
      let left = breaths
      const context: JobContext<number> = {
        premises: () => premises,
        revision: () => 0,
        progress: () => {},
        breathe: async () => {
          if (left-- <= 0) throw new JobAborted()
        },
        kept,
      }
      return routesJob.run({ ...everything, ...input }, context)
    },
  }
}

/** One answer from scratch. */
export function routesOf(premises: Premises, input: Partial<RoutesInput> = {}): Promise<RoutesResult> {
  return createAsker().ask(premises, input)
}
