import type { ImportContext } from '../../src/import/pace.ts'
import type { SourceFile } from '../../src/import/result.ts'

/** A caller that listens to nothing. */
export const quiet: ImportContext = { progress: () => undefined, breathe: () => Promise.resolve() }

export function jsonFile(name: string, value: unknown): SourceFile {
  return { name, bytes: new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)) }
}
