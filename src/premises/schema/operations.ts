import type { Where } from '../message.ts'
import type { Change, Operation, RecordRef } from '../operation.ts'
import { entryPath, type StoredRecord } from '../operations/record.ts'
import { isObject } from '../operations/value.ts'
import { problemOf } from './problem.ts'
import { checkField, checkRecord, gathered, isKnownField, isTable, scattered } from './records.ts'
import { open, type Schema, text, whole } from './values.ts'
import { z } from './zod.ts'

/** Highest counter: exact as a number, with room to count on. */
const highestCounter = 2 ** 52

const token = text.check(z.minLength(1), z.maxLength(200))

const frame = open({
  id: token,
  actor: token,
  counter: whole(1, highestCounter),
  time: text.check(z.maxLength(40)),
  record: z.union([
    z.strictObject({ table: z.literal('facility') }),
    z.strictObject({ table: text.check(z.refine(isTable)), id: token }),
  ]),
  field: z.nullable(text.check(z.minLength(1), z.maxLength(500))),
  before: z.unknown(),
  after: z.unknown(),
  action: text.check(z.minLength(1), z.maxLength(500)),
}) as unknown as Schema<Operation>

/** An operation of a file: checked, its unknown properties gathered. Throws `recordInvalid` at the place. */
export function readOperation(value: unknown, where: Where): Operation {
  const result = frame.safeParse(value)
  if (!result.success) throw problemOf(result.error.issues, value, where)
  const operation = result.data
  const { record, field, before, after } = operation
  if (before === undefined || after === undefined)
    throw problemOf([], undefined, { ...where, record }, before === undefined ? 'before' : 'after')
  if (field === null)
    return {
      ...operation,
      before: readRecord(record, before, where),
      after: readRecord(record, after, where),
    }
  const known = isKnownField(record.table, field) || entryPath(field) !== null
  const name = known && !field.startsWith('unknown.') ? field : `unknown.${field}`
  checkField(record, name, before, where)
  checkField(record, name, after, where)
  return { ...operation, field: name }
}

/** The operation as a file holds it. */
export function writtenOperation(operation: Operation): Operation {
  const { field, before, after } = operation
  if (field === null) return { ...operation, before: written(before), after: written(after) }
  return field.startsWith('unknown.') ? { ...operation, field: field.slice('unknown.'.length) } : operation
}

/** Throws `recordInvalid` for the first change that would put into the premises what a file could not hold. */
export function checkChanges(changes: readonly Change[]): void {
  for (const { record, field, after } of changes) {
    if (field !== null) checkField(record, field, after ?? null, {})
    else if (after !== null && after !== undefined) checkRecord(record, after, {})
  }
}

function readRecord(record: RecordRef, value: unknown, where: Where): StoredRecord | null {
  if (value === null) return null
  checkRecord(record, value, where)
  return isObject(value) ? gathered(record.table, value) : null
}

function written(value: unknown): unknown {
  return isObject(value) ? scattered(value) : value
}
