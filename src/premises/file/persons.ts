import type { Operation } from '../operation.ts'
import { isObject } from '../operations/value.ts'

/** Fields that hold the names of persons, by table. Evidence names who measured, in every table. */
const personFields: Readonly<Record<string, readonly string[]>> = {
  facility: ['headName'],
  studies: ['assistedBy'],
}

/**
 * The log without names of persons: the operations stay, with their ids, so that the file still merges with the full
 * one (and the full one's names win there). Pictures and their file names stay: what they show is for a person to judge.
 */
export function withoutPersons(log: readonly Operation[]): readonly Operation[] {
  return log.map((operation) => {
    const { record, field, before, after } = operation
    if (field === null)
      return {
        ...operation,
        before: wholeRecord(record.table, before),
        after: wholeRecord(record.table, after),
      }
    if (personFields[record.table]?.includes(field)) return { ...operation, before: null, after: null }
    if (field === 'evidence') return { ...operation, before: evidences(before), after: evidences(after) }
    if (field.startsWith('evidence.'))
      return { ...operation, before: evidence(before), after: evidence(after) }
    return operation
  })
}

function wholeRecord(table: string, value: unknown): unknown {
  if (!isObject(value)) return value
  const kept: Record<string, unknown> = { ...value }
  for (const field of personFields[table] ?? []) delete kept[field]
  if ('evidence' in kept) {
    kept['evidence'] = evidences(kept['evidence'])
    const marks = kept['evidence'] as Record<string, unknown>
    for (const field of personFields[table] ?? []) delete marks[field]
  }
  return kept
}

function evidences(value: unknown): unknown {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([field, each]) => [field, evidence(each)]))
    : value
}

function evidence(value: unknown): unknown {
  if (!isObject(value)) return value
  const { who: _who, ...kept } = value
  return kept
}
