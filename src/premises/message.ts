import type { RecordRef } from './operation.ts'

/**
 * What the program tells a person, as a code and parameters; src/i18n makes the sentence (key `message.<code>`, with a
 * `mend` beside it where something can be done). Text in `params` is untrusted and never markup.
 */
export interface Message {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly params?: Readonly<Record<string, string | number>>
  readonly where?: Where
}

/** The place: a file and what stands in it, or a record of the premises. */
export interface Where {
  readonly file?: string
  /** Line, element or entry inside the file, as a person would look for it. */
  readonly place?: string
  readonly field?: string
  readonly record?: RecordRef
}

/** An error that carries a message for a person instead of a sentence in one language. */
export class PersonError extends Error {
  readonly report: Message
  constructor(code: string, params?: Message['params'], where?: Where, options?: ErrorOptions) {
    super(code, options)
    this.name = 'PersonError'
    this.report = {
      code,
      severity: 'error',
      ...(params ? { params } : {}),
      ...(where ? { where } : {}),
    }
  }
}
