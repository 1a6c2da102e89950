import { listZip, unpack } from '../premises/file/zipRead.ts'
import { isZip } from './detect.ts'
import type { ImportContext } from './pace.ts'
import type { SourceFile } from './result.ts'

/** The files of a drop with every zip taken apart (IMDF and floors come zipped), under the limits of our own file. */
export async function unzipped(
  files: readonly SourceFile[],
  context: ImportContext,
): Promise<readonly SourceFile[]> {
  const all: SourceFile[] = []
  for (const file of files) {
    if (!isZip(file)) {
      all.push(file)
      continue
    }
    const wanted = listZip(file.name, file.bytes).filter(({ name }) => /\.(ifc|geojson|json)$/i.test(name))
    for (const entry of wanted) {
      all.push({
        name: entry.name,
        bytes: await unpack(file.name, file.bytes, entry, () => context.breathe()),
      })
    }
    if (wanted.length === 0) all.push(file)
  }
  return all
}
