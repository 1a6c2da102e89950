import type { Premises } from '../../../src/premises/model.ts'
import type { JobContext } from '../../../workers/job.ts'
import type { RoutesInput, RoutesResult } from '../../../workers/routes/job.ts'
import { routesJob } from '../../../workers/routes/run.ts'

/** A worker's state for the job `routes`, without the worker: asks keep what the job keeps. */
export interface Asker {
  readonly ask: (premises: Premises, input?: Partial<RoutesInput>) => Promise<RoutesResult>
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
    ask: (premises, input = {}) => {
      const context: JobContext<number> = {
        premises: () => premises,
        revision: () => 0,
        progress: () => {},
        breathe: async () => {},
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
