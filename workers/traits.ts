import type { JobName } from './table.ts'

/** What the scheduler must know of a job without loading it. */
export interface JobTraits {
  /** Whether the worker's replica has to be brought up to date before a run. */
  readonly readsPremises: boolean
  /** The worker is ended after a run: a library that it loaded never gives its memory back. */
  readonly endsWorker: boolean
  /** Field of the result that lists parts which come again, as the same objects, in the next result (see parts.ts). */
  readonly partsIn?: string
}

const usual: JobTraits = { readsPremises: true, endsWorker: false }

export const jobTraits: Readonly<Record<JobName, JobTraits>> = {
  routes: { ...usual, partsIn: 'zones' },
  egress: usual,
  bound: usual,
  faults: usual,
  import: { readsPremises: false, endsWorker: true },
  underlay: { readsPremises: false, endsWorker: true },
}
