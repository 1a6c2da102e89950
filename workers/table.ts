import type { ImportProgress, ImportResult, SourceFile } from '../src/import/result.ts'
import type { BoundInput, BoundResult } from './bound/job.ts'
import type { EgressInput, EgressResult } from './egress/job.ts'
import type { FaultsInput, FaultsResult } from './faults/job.ts'
import type { Job } from './job.ts'
import type { RoutesInput, RoutesResult } from './routes/job.ts'
import type { UnderlayAnswer, UnderlayProgress, UnderlayTask } from './underlay/job.ts'

/** Input, progress and result of every job, by its name. Progress that is a number is the share done. */
export interface JobTypes {
  readonly routes: { readonly input: RoutesInput; readonly progress: number; readonly result: RoutesResult }
  readonly egress: { readonly input: EgressInput; readonly progress: number; readonly result: EgressResult }
  readonly bound: { readonly input: BoundInput; readonly progress: number; readonly result: BoundResult }
  readonly faults: { readonly input: FaultsInput; readonly progress: number; readonly result: FaultsResult }
  readonly import: {
    readonly input: readonly SourceFile[]
    readonly progress: ImportProgress
    readonly result: ImportResult
  }
  readonly underlay: {
    readonly input: UnderlayTask
    readonly progress: UnderlayProgress
    readonly result: UnderlayAnswer
  }
}

export type JobName = keyof JobTypes

/** The job that a worker runs, of any input: what crosses the thread is checked by the types of `JobTypes`. */
export type AnyJob = Job<never, unknown, unknown>

export interface JobEntry {
  /** Loaded inside the worker, when first asked for: the reader of IFC files stays out of a worker that finds ways out. */
  readonly load: () => Promise<AnyJob>
}

/** How a worker finds a job by its name. */
export type JobTable = Readonly<Record<JobName, JobEntry>>

export const jobTable: JobTable = {
  routes: { load: async () => (await import('./routes/run.ts')).routesJob },
  egress: { load: async () => (await import('./egress/run.ts')).egressJob },
  bound: { load: async () => (await import('./bound/run.ts')).boundJob },
  faults: { load: async () => (await import('./faults/run.ts')).faultsJob },
  import: { load: async () => (await import('./import/run.ts')).importJob },
  underlay: { load: async () => (await import('./underlay/run.ts')).underlayJob },
}
