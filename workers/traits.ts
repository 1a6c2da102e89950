import type { JobName } from './table.ts'

/** What the scheduler must know of a job without loading it. */
export interface JobTraits {
  /** Whether the worker's replica has to be brought up to date before a run. */
  readonly readsPremises: boolean
  /** The worker is ended after a run: a library that it loaded never gives its memory back. */
  readonly endsWorker: boolean
}

const usual: JobTraits = { readsPremises: true, endsWorker: false }

export const jobTraits: Readonly<Record<JobName, JobTraits>> = {
  routes: usual,
  egress: usual,
  bound: usual,
  import: { readsPremises: false, endsWorker: true },
}
