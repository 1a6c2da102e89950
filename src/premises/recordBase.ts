import type { EvidenceMap } from './evidence.ts'

/** What every record carries. `sourceId` is its id in the file it came from, so that a revised file lands on it. */
export interface RecordBase {
  readonly evidence: EvidenceMap
  readonly sourceId?: string
  /** Properties of newer or foreign writers, kept as they were. */
  readonly unknown?: Readonly<Record<string, unknown>>
}
