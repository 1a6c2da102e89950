import type { RoutesInput, RoutesResult } from './routes/job.ts'
import type { Job } from './job.ts'

/** Input, progress and result of every job, by its name. */
export interface JobTypes {
  readonly routes: { readonly input: RoutesInput; readonly progress: number; readonly result: RoutesResult }
}

export type JobName = keyof JobTypes

/** The job that a worker runs, of any input: what crosses the thread is checked by the types of `JobTypes`. */
export type AnyJob = Job<never, unknown, unknown>

export interface JobEntry {
  /** Loaded inside the worker, when first asked for: the reader of IFC files stays out of a worker that finds ways out. */
  readonly load: () => Promise<AnyJob>
}

/** How a worker finds a job by its name. */
export const jobTable: Readonly<Record<JobName, JobEntry>> = {
  routes: { load: async () => (await import('./routes/run.ts')).routesJob },
}
