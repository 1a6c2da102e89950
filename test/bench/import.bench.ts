import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { IfcAPI } from 'web-ifc'
import { importFiles } from '../../src/import/index.ts'
import type { SourceFile } from '../../src/import/result.ts'
import { readProject, writeProject } from '../../src/premises/file/index.ts'
import { changesFrom, makeOperations, nothing } from '../../src/premises/operations/index.ts'
import { loadSample } from '../../src/premises/sample/index.ts'
import { quiet } from '../import/context.ts'
import { samples } from '../import/samples.ts'

/**
 * Import of real files (where ../shared/samples is there) and of our own project file. The peer of an IFC import is what
 * a viewer does with the same engine: open the file and mesh all of it, without finding any room, door or way.
 */
export default async function imports() {
  const rows = []
  for (const name of ['Office_A_20110811.ifc', 'duplex.ifc', 'AC20-FZK-Haus.ifc', 'spbstu-imdf-main', 'westport-house']) {
    const path = join(samples, name)
    if (!existsSync(path)) continue
    const files = sources(path)
    const value = await median(3, () => importFiles(files, null, quiet))
    const [file] = files
    const peerValue = file && name.endsWith('.ifc') ? await median(3, () => meshAll(file)) : null
    rows.push({
      name: `import of ${name}`,
      value,
      unit: 'ms',
      peer: peerValue === null ? null : 'web-ifc, open and mesh everything',
      peerValue,
      ratio: peerValue === null ? null : peerValue / value,
    })
  }
  const log = makeOperations(nothing, changesFrom(await loadSample()), 'bench', 0)
  const bytes = await writeProject({ id: 'bench', log, parts: [], figures: [] })
  const row = (name: string, value: number, unit: string) => ({ name, value, unit, peer: null, peerValue: null, ratio: null })
  rows.push(row('sample written as .loithoat', await median(3, () => writeProject({ id: 'bench', log, parts: [], figures: [] })), 'ms'))
  rows.push(row('sample read from .loithoat', await median(3, () => readProject('bench.loithoat', bytes)), 'ms'))
  rows.push(row('sample as .loithoat', bytes.length / 1000, 'kB'))
  return rows
}

function sources(path: string): SourceFile[] {
  if (!statSync(path).isDirectory()) return [{ name: path, bytes: readFileSync(path) }]
  return readdirSync(path).map((name) => ({ name: `f/${name}`, bytes: readFileSync(join(path, name)) }))
}

async function meshAll({ bytes }: SourceFile): Promise<void> {
  const api = new IfcAPI()
  await api.Init(undefined, true)
  api.SetLogLevel(6)
  const model = api.OpenModel(bytes, { COORDINATE_TO_ORIGIN: false })
  api.StreamAllMeshes(model, () => undefined)
  api.Dispose()
}

async function median(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
}
