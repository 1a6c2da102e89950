import { newId } from '../ids.ts'
import { PersonError } from '../message.ts'
import type { Premises } from '../model.ts'
import type { Change, Operation, RecordRef } from '../operation.ts'
import { newAction } from './action.ts'
import { type Draft, draftOf } from './draft.ts'
import { fieldOnGrid, recordOnGrid } from './grid.ts'
import { entryPath, fieldOf, isEntryMap } from './record.ts'
import { isObject, isSafeKey, same, storable } from './value.ts'

export interface Stamp {
  /** From `newAction`; a new action named `edit` if absent. */
  readonly action?: string
  /** ISO 8601 instant; now if absent. */
  readonly time?: string
}

/**
 * The operations that carry out the changes, in their order; each sees those before it. `counter` is the largest that
 * the actor has seen: the operations count on from there, so the last one's counter is the next call's. Changes that
 * change nothing, and those of records that are not there, are left out; a whole `evidence`, `door` or `unknown` map
 * becomes its entries that differ; plan coordinates are put on the 0.1 mm grid. Throws a `PersonError`
 * `valueNotStorable` for a value that JSON cannot hold, with the record and field.
 */
export function makeOperations(
  premises: Premises,
  changes: readonly Change[],
  actor: string,
  counter: number,
  stamp: Stamp = {},
): Operation[] {
  const draft = draftOf(premises)
  const action = stamp.action ?? newAction('edit')
  const time = stamp.time ?? new Date().toISOString()
  const operations: Operation[] = []
  for (const change of changes) {
    for (const { record, field, after } of entries(draft, kept(change))) {
      const existing = draft.record(record)
      if (field !== null && existing === undefined) continue
      const before =
        field === null ? (existing ?? null) : existing === undefined ? null : fieldOf(existing, field)
      if (same(before, after)) continue
      draft.set(record, field, after)
      const landed = draft.record(record)
      if (field !== null && landed !== undefined && !same(fieldOf(landed, field), after)) continue
      counter += 1
      operations.push({ id: newId(), actor, counter, time, record, field, before, after, action })
    }
  }
  return operations
}

/** The change with a value that the log can keep, on the grid. */
function kept({ record, field, after }: Change): Change {
  if (record.table !== 'facility' && !isStorableId(record.id))
    throw new PersonError('valueNotStorable', { value: record.id }, { record })
  if (field !== null && !field.split('.').every(isSafeKey))
    throw new PersonError('valueNotStorable', { value: field }, { record })
  try {
    const value = storable(after ?? null)
    const onGrid =
      field === null ? (isObject(value) ? recordOnGrid(value) : value) : fieldOnGrid(field, value)
    return { record, field, after: onGrid }
  } catch (error) {
    if (!(error instanceof PersonError)) throw error
    const place = field ?? error.report.where?.field
    throw new PersonError(error.report.code, error.report.params, {
      record,
      ...(place === undefined ? {} : { field: place }),
    })
  }
}

/** A whole map as its entries that differ, where both sides have the map; else the change as it is. */
function entries(draft: Draft, change: Change): readonly Change[] {
  const { record, field, after } = change
  if (field === null || !isEntryMap(field) || entryPath(field) !== null) return [change]
  const existing = draft.record(record)
  const before = existing === undefined ? null : fieldOf(existing, field)
  if (!isObject(before) || !isObject(after)) return [change]
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].toSorted().map((key) => ({ record, field: `${field}.${key}`, after: after[key] ?? null }))
}

/** Whether a text may be the id of a record: not empty, not long, no name that every object has. */
export function isStorableId(id: string): boolean {
  return id.length > 0 && id.length <= 200 && !(id in {})
}

/** The changes that make `premises` from nothing: for an import, a sample, a new facility. */
export function changesFrom(premises: Premises): Change[] {
  const changes: Change[] = [{ record: { table: 'facility' }, field: null, after: premises.facility }]
  for (const [table, rows] of Object.entries(premises)) {
    if (table === 'facility') continue
    for (const [id, after] of Object.entries(rows as Readonly<Record<string, unknown>>))
      changes.push({ record: { table, id } as RecordRef, field: null, after })
  }
  return changes
}
