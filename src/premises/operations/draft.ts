import type { Premises } from '../model.ts'
import type { RecordRef } from '../operation.ts'
import { recordAt, recordKey, type StoredRecord, withField } from './record.ts'
import { isObject } from './value.ts'

/** Premises being changed step by step, without copying a table per step. */
export interface Draft {
  readonly record: (ref: RecordRef) => StoredRecord | undefined
  readonly set: (ref: RecordRef, field: string | null, value: unknown) => void
}

/** A draft over the premises; they stay as they are. */
export function draftOf(premises: Premises): Draft {
  const changed = new Map<string, StoredRecord | undefined>()
  const record = (ref: RecordRef) => {
    const key = recordKey(ref)
    return changed.has(key) ? changed.get(key) : recordAt(premises, ref)
  }
  return {
    record,
    set: (ref, field, value) => {
      if (field === null) {
        changed.set(recordKey(ref), isObject(value) ? value : undefined)
        return
      }
      const before = record(ref)
      if (before !== undefined) changed.set(recordKey(ref), withField(ref.table, before, field, value))
    },
  }
}
