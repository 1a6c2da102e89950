import type { Message } from '../premises/message.ts'
import type { Change, RecordRef } from '../premises/operation.ts'
import type { Premises } from '../premises/model.ts'

/** Files as a person dropped them: a name (with its folder, where one was dropped) and bytes. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * What every importer makes: premises with evidence per value and `sourceId` per record, and the findings of the check
 * after import. Nothing here touches the open project; src/import/revise.ts lands it on existing records.
 */
export interface ImportResult {
  readonly format: 'ifc' | 'imdf' | 'floorGeojson'
  readonly premises: Premises
  readonly findings: readonly Finding[]
  readonly counts: Readonly<Record<string, number>>
}

/** One line of "Kiểm tra sau khi nhập": found, assumed, or to be decided, with the record it concerns. */
export interface Finding extends Message {
  readonly kind: 'found' | 'assumed' | 'decide' | 'dropped'
  /** All records that one line speaks of, where they are many (`where.record` is the first). */
  readonly records?: readonly RecordRef[]
  /** Ways to settle it in place; the sentence of each is `finding.choice.<code>`. */
  readonly choices?: readonly FindingChoice[]
}

export interface FindingChoice {
  readonly code: string
  readonly changes: readonly Change[]
}

export interface ImportProgress {
  readonly stage: 'read' | 'geometry' | 'join' | 'check'
  /** 0 … 1. */
  readonly share: number
}

/** What a revised file changes on the premises that are open. */
export interface Revision {
  readonly changes: readonly Change[]
  readonly added: number
  readonly removed: number
  readonly changed: number
  /** Fields that a person had set since, and that the file would overwrite: kept unless chosen. */
  readonly conflicts: readonly {
    readonly record: RecordRef
    readonly field: string
    readonly mine: unknown
    readonly theirs: unknown
  }[]
}
