import type { Operation } from '../premises/operation.ts'
import type { Review } from './app.ts'

/** A project as this device keeps it, beside its log. */
export interface StoredProject {
  readonly id: string
  readonly name: string
  readonly fictional: boolean
  /** Never edited since it was made of the sample: opening the sample again takes its place. */
  readonly pristine: boolean
  /** ISO instants. */
  readonly startedAt: string
  readonly changedAt: string
  readonly usedAt: string
  readonly fileSavedAt: string | null
}

/** Operations stored together: those of one action, or of one merge. */
export interface Batch {
  readonly project: string
  /** Of the first operation, and with the id what the batch is keyed by: batches are added, never changed. */
  readonly counter: number
  readonly actor: string
  readonly id: string
  /** Done on this device, and not brought by a file: a person may undo it here after a restart. */
  readonly own: boolean
  readonly operations: readonly Operation[]
}

/** Files that belong to a project, once per content hash, and what newer writers put into its file. */
export interface StoredPart {
  readonly project: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** The check after import, and which action settled which finding. */
export interface StoredReview {
  readonly review: Review
  readonly settledBy: ReadonlyMap<string, number>
}

/** What the device keeps. Every promise is rejected where storage is refused; nothing half is left behind. */
export interface ProjectStorage {
  readonly projects: () => Promise<StoredProject[]>
  readonly project: (id: string) => Promise<StoredProject | undefined>
  /** Adds the batches and the changed fields in one transaction. 'missing': another tab removed the project; nothing was stored. */
  readonly add: (
    id: string,
    fields: Partial<StoredProject>,
    batches: readonly Batch[],
  ) => Promise<'stored' | 'missing'>
  /** Stores a project whole, or anew: its row, batches and parts in one transaction. */
  readonly create: (
    project: StoredProject,
    batches: readonly Batch[],
    parts: readonly StoredPart[],
  ) => Promise<void>
  /** The batches of a project whose ids are not known yet. */
  readonly batches: (id: string, known: ReadonlySet<string>) => Promise<Batch[]>
  readonly parts: (id: string) => Promise<StoredPart[]>
  readonly keepParts: (parts: readonly StoredPart[]) => Promise<void>
  readonly review: (id: string) => Promise<StoredReview | undefined>
  readonly keepReview: (id: string, review: StoredReview | null) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  /** Removes the samples that nobody has edited, save one. */
  readonly removePristine: (except: string) => Promise<void>
}

/** Who has worked on a project on this device. */
export function ownActorsOf(batches: readonly Batch[]): ReadonlySet<string> {
  return new Set(batches.flatMap(({ own, operations }) => (own ? operations.map(({ actor }) => actor) : [])))
}
