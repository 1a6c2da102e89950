import type { ImportProgress } from './result.ts'

/** What the caller of an importer gives: word of how far it is, and a way to let the thread breathe (and to abort). */
export interface ImportContext {
  readonly progress: (progress: ImportProgress) => void
  readonly breathe: () => Promise<void>
}
