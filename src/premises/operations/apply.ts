import { emptyPremises } from '../empty.ts'
import type { Facility, Premises, TableName } from '../model.ts'
import type { Operation } from '../operation.ts'
import { rowsOf, stored, type StoredRecord, withField } from './record.ts'
import { isObject, isSafeKey } from './value.ts'

/** The state before the first operation: a facility without a name, and nothing in it. */
export const nothing: Premises = emptyPremises({ name: '' })

/**
 * The state after the operations, in the order given. Only what they touch is copied: a table once per call, a record
 * once per field; everything else is shared with `premises`. Operations on a record that is not there (deleted by
 * someone else) change nothing. The operations must come after all those in `premises` that concern the same records
 * (see `mergeInto` for others).
 */
export function apply(premises: Premises, operations: readonly Operation[]): Premises {
  let facility = stored(premises.facility)
  const tables = new Map<TableName, Record<string, StoredRecord>>()
  const grown = new Set<TableName>()

  for (const { record: ref, field, after } of operations) {
    if (ref.table === 'facility') {
      facility = field === null ? wholeFacility(after) : withField('facility', facility, field, after)
      continue
    }
    if (!isSafeKey(ref.id)) continue
    const rows = tables.get(ref.table)
    const before = (rows ?? rowsOf(premises, ref.table))[ref.id]
    const exists = before !== undefined && Object.hasOwn(rows ?? rowsOf(premises, ref.table), ref.id)
    const next =
      field === null ? wholeRecord(after) : exists ? withField(ref.table, before, field, after) : null
    if (next === null && !exists) continue
    if (exists && next === before) continue
    const copy = rows ?? { ...rowsOf(premises, ref.table) }
    if (rows === undefined) tables.set(ref.table, copy)
    if (next === null) delete copy[ref.id]
    else copy[ref.id] = next
    if (next !== null && !exists) grown.add(ref.table)
  }

  if (tables.size === 0 && facility === stored(premises.facility)) return premises
  const changed: Partial<Record<TableName, Readonly<Record<string, StoredRecord>>>> = {}
  for (const [table, rows] of tables) changed[table] = grown.has(table) ? inOrder(rows) : rows
  return { ...premises, facility: facility as unknown as Facility, ...(changed as object) }
}

/** The state that a whole log makes; the log in any order. */
export function fold(log: readonly Operation[]): Premises {
  return apply(nothing, isSorted(log) ? log : log.toSorted(compareOperations))
}

/** The order of the fold: counter, then actor, then id (of two that should not both be there). */
export function compareOperations(a: Operation, b: Operation): number {
  if (a.counter !== b.counter) return a.counter - b.counter
  if (a.actor !== b.actor) return a.actor < b.actor ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

export function isSorted(log: readonly Operation[]): boolean {
  for (let index = 1; index < log.length; index++) {
    const [a, b] = [log[index - 1], log[index]]
    if (a !== undefined && b !== undefined && compareOperations(a, b) > 0) return false
  }
  return true
}

function wholeRecord(after: unknown): StoredRecord | null {
  return isObject(after) ? after : null
}

function wholeFacility(after: unknown): StoredRecord {
  return isObject(after) ? after : stored(nothing.facility)
}

/**
 * Rows by id, so that the order of a table (on which ties in an answer may hang) follows from what is in it and not
 * from the way there: undoing a deletion gives the same order, and so do two units that merge.
 */
function inOrder(rows: Record<string, StoredRecord>): Readonly<Record<string, StoredRecord>> {
  const ids = Object.keys(rows)
  if (ids.every((id, index) => index === 0 || (ids[index - 1] ?? '') < id)) return rows
  const sorted: Record<string, StoredRecord> = {}
  for (const id of ids.toSorted()) {
    const row = rows[id]
    if (row !== undefined) sorted[id] = row
  }
  return sorted
}
