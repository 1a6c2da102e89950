import { PersonError } from '../premises/message.ts'
import { detectFormat, isIfc } from './detect.ts'
import type { IfcWasm } from './ifc/engine.ts'
import type { ImportContext } from './pace.ts'
import type { ImportResult, SourceFile } from './result.ts'
import { unzipped } from './unzip.ts'

/**
 * Imports the files of one drop: finds the format by content, and loads its importer.
 * @param wasm where the IFC engine's compiled part is; see ifc/engine.ts
 * @throws PersonError with file, place and mend
 */
export async function importFiles(
  files: readonly SourceFile[],
  wasm: IfcWasm,
  context: ImportContext,
): Promise<ImportResult> {
  context.progress({ stage: 'read', share: 0 })
  const all = await unzipped(files, context)
  switch (detectFormat(all)) {
    case 'ifc': {
      const models = all.filter(isIfc)
      const [model, second] = models
      if (!model || second)
        throw new PersonError('import.oneIfc', { count: models.length }, { file: second?.name ?? '' })
      const { importIfc } = await import('./ifc/index.ts')
      return importIfc(model, { ...context, wasm })
    }
    case 'imdf': {
      const { importImdf } = await import('./imdf/index.ts')
      return importImdf(all, context)
    }
    case 'floorGeojson': {
      const { importFloorGeojson } = await import('./floorGeojson/index.ts')
      return importFloorGeojson(all, context)
    }
  }
}
