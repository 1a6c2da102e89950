import { PersonError } from '../src/premises/message.ts'
import { JobAborted } from './job.ts'
import type { Failure } from './protocol.ts'

/** What was thrown, as plain data. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof JobAborted) return { kind: 'aborted' }
  if (thrown instanceof PersonError) return { kind: 'person', report: thrown.report }
  return { kind: 'fault', detail: thrown instanceof Error ? thrown.message : String(thrown) }
}

/** The error that a caller gets: a message for a person, or `JobAborted`. */
export function toError(failure: Failure, job: string): Error {
  switch (failure.kind) {
    case 'aborted':
      return new JobAborted()
    case 'person':
      return new PersonError(failure.report.code, failure.report.params, failure.report.where)
    case 'fault':
      return new PersonError('jobFailed', { job, detail: failure.detail })
  }
}
