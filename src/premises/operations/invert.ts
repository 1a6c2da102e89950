import type { Premises } from '../model.ts'
import type { Change, Operation } from '../operation.ts'
import { draftOf } from './draft.ts'
import { fieldOf, type StoredRecord } from './record.ts'
import { isObject, same } from './value.ts'

/**
 * The changes that take the operations back, last first. A field that someone else has set since stays as they set it;
 * a record that was created goes, whoever has changed it since.
 */
export function invert(premises: Premises, operations: readonly Operation[]): Change[] {
  const draft = draftOf(premises)
  const changes: Change[] = []
  const change = (each: Change) => {
    changes.push(each)
    draft.set(each.record, each.field, each.after)
  }
  for (const { record, field, before, after } of operations.toReversed()) {
    const now = draft.record(record)
    if (field !== null) {
      if (now !== undefined && same(fieldOf(now, field), after)) change({ record, field, after: before })
    } else if (before === null) {
      if (now !== undefined) change({ record, field: null, after: null })
    } else if (now === undefined) {
      if (after === null) change({ record, field: null, after: before })
    } else if (isObject(before) && isObject(after)) {
      if (same(now, after)) change({ record, field: null, after: before })
      else
        for (const name of differing(before, after))
          if (same(fieldOf(now, name), after[name] ?? null))
            change({ record, field: name, after: before[name] ?? null })
    }
  }
  return changes
}

function differing(a: StoredRecord, b: StoredRecord): string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].filter((name) => !same(a[name], b[name])).toSorted()
}
