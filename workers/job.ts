import type { Premises } from '../src/premises/model.ts'

/**
 * A job: a pure function of the premises, its input and a seed. `run` encodes, calls kernels and returns; it calls
 * `context.breathe()` at least every 30 ms, which yields to the thread's messages and throws `JobAborted` after an abort.
 */
export interface Job<Input, Progress, Result> {
  readonly name: string
  readonly run: (input: Input, context: JobContext<Progress>) => Promise<Result>
}

export interface JobContext<Progress> {
  /** The replica of the premises that this worker holds. */
  readonly premises: () => Premises
  /** A number that changes with every patch of the replica; kept state is keyed by it. */
  readonly revision: () => number
  readonly progress: (progress: Progress) => void
  readonly breathe: () => Promise<void>
  /** State that this worker keeps between runs of one job; it may speed an answer but never changes one. */
  readonly kept: Map<string, unknown>
}

/** Thrown out of a job (and out of `pool.run`) after an abort. No half result is left behind. */
export class JobAborted extends Error {
  constructor() {
    super('aborted')
    this.name = 'AbortError'
  }
}

/** What made a result: shown with it, and compared to tell whether it is out of date. */
export interface Provenance {
  readonly engine: string
  readonly seed: number
  /** Hash of the encoded arrays, parameters and table versions; names are not in it. */
  readonly inputHash: string
}
