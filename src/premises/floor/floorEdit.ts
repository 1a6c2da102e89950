import type { Change, RecordRef } from '../operation.ts'

/** What an edit of a drawing asks for: the changes, one undo step, and what to select after it. */
export interface FloorEdit {
  readonly changes: readonly Change[]
  readonly made: readonly RecordRef[]
}

/** What a new room is given; use `unknown` if absent. */
export interface RoomOptions {
  readonly name?: string
  readonly use?: string
}
