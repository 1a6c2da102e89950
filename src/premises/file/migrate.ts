import { fileError } from './fileError.ts'
import { formatVersion } from './format.ts'

/** The raw operations of a file: plain JSON, as the version that wrote them laid them out. */
export type RawLog = readonly unknown[]

/** From a version to the next. Steps stay as they are for good: a file of any age goes through all after it. */
export type Migrations = Readonly<Record<number, (log: RawLog) => RawLog>>

/** Version 1 is the first: nothing comes before it. Version 2 adds a table; what was there is as it was. */
const migrations: Migrations = { 1: (log) => log }

/**
 * The log as this version lays it out. Throws a `PersonError` `fileTooNew` for a later version, `fileTooOld` for one
 * that no step leads on from.
 */
export function migrated(
  log: RawLog,
  from: number,
  file: string,
  steps: Migrations = migrations,
  to: number = formatVersion,
): RawLog {
  if (from > to) throw fileError('fileTooNew', file, null, { version: from, known: to })
  let current = log
  for (let version = from; version < to; version++) {
    const step = steps[version]
    if (step === undefined) throw fileError('fileTooOld', file, null, { version: from })
    current = step(current)
  }
  return current
}
