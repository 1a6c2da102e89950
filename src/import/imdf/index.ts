import type { Finding, ImportResult, SourceFile } from '../result.ts'
import { checkImport } from '../check.ts'
import { baseName } from '../draft.ts'
import { readCollection, type Feature } from '../geojson/collection.ts'
import { PersonError } from '../../premises/message.ts'
import type { ImportContext } from '../pace.ts'
import { buildImdf } from './build.ts'
import { imdfFiles, type ImdfFile } from './files.ts'

/**
 * Premises from the files of an IMDF archive (Indoor Mapping Data Format 1.0), taken from its folder or zip.
 * @throws PersonError `import.imdfMissing` where units or levels are not there; `import.imdfEmpty`; those of readCollection
 */
export async function importImdf(
  files: readonly SourceFile[],
  context: ImportContext,
): Promise<ImportResult> {
  const features = new Map<ImdfFile, readonly Feature[]>()
  for (const [i, name] of imdfFiles.entries()) {
    const file = files.find((each) => baseName(each.name).toLowerCase() === `${name}.geojson`)
    if (file) features.set(name, readCollection(file))
    else if (name === 'level' || name === 'unit') {
      throw new PersonError('import.imdfMissing', { name: `${name}.geojson` }, { file: files[0]?.name ?? '' })
    }
    context.progress({ stage: 'read', share: (i + 1) / imdfFiles.length })
    await context.breathe()
  }
  const findings: Finding[] = []
  const premises = await buildImdf(features, findings, context)
  context.progress({ stage: 'check', share: 0 })
  await context.breathe()
  const checked = checkImport(premises)
  context.progress({ stage: 'check', share: 1 })
  return { format: 'imdf', premises, findings: [...checked.findings, ...findings], counts: checked.counts }
}
