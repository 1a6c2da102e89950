import type { IfcWasm } from '../../src/import/ifc/engine.ts'
import type { SourceFile } from '../../src/import/result.ts'

export type { ImportProgress, ImportResult } from '../../src/import/result.ts'

/** What crosses the thread for the job `import`: the files of one drop, and where the IFC engine's compiled part is. */
export interface ImportInput {
  readonly files: readonly SourceFile[]
  readonly wasm: IfcWasm
}
