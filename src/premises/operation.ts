import type { TableName } from './model.ts'

/** The record that an operation concerns: the facility, or a row of a table. */
export type RecordRef = { readonly table: 'facility' } | { readonly table: TableName; readonly id: string }

/**
 * One step of the log. `field` null: the whole record (`before` null = created, `after` null = deleted, a tombstone).
 * Otherwise one field of it; null stands for "absent". `evidence.<field>`, `door.<property>` and `unknown.<property>`
 * name one entry of those maps, so that two units that measure two fields of one door both keep their mark.
 * The state is the fold of the log in (counter, actor) order.
 */
export interface Operation {
  readonly id: string
  readonly actor: string
  /** Lamport counter: larger than any that the actor had seen. */
  readonly counter: number
  /** ISO 8601 instant, for people; order does not depend on it. */
  readonly time: string
  readonly record: RecordRef
  readonly field: string | null
  readonly before: unknown
  readonly after: unknown
  /** `<label>#<id>`, and `#undo` or `#redo` after it: operations of one user action share it; undo takes them together. */
  readonly action: string
}

/** What an edit asks for, before it becomes an operation with its id, actor, counter and `before`. */
export interface Change {
  readonly record: RecordRef
  readonly field: string | null
  readonly after: unknown
}
