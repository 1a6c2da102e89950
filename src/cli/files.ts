import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { SourceFile } from '../import/result.ts'
import { PersonError } from '../premises/message.ts'
import type { Premises } from '../premises/model.ts'
import { readProject, writeProject } from '../premises/file/index.ts'
import { changesFrom, fold, makeOperations, nothing } from '../premises/operations/index.ts'
import { v5 } from 'uuid'

/** Reads one file, or every file of a folder with the folder's name before it. */
export function readSources(paths: readonly string[]): SourceFile[] {
  return paths.flatMap((path) => {
    const stat = orMissing(path, () => statSync(path))
    if (!stat.isDirectory())
      return [{ name: basename(path), bytes: orMissing(path, () => readFileSync(path)) }]
    const folder = basename(path)
    return readdirSync(path)
      .toSorted()
      .filter((name) => statSync(join(path, name)).isFile())
      .map((name) => ({ name: `${folder}/${name}`, bytes: readFileSync(join(path, name)) }))
  })
}

/** The premises of a .loithoat file; its warnings go to stderr. */
export async function openProject(path: string): Promise<Premises> {
  const bytes = orMissing(path, () => readFileSync(path))
  const { project, warnings } = await readProject(basename(path), bytes)
  for (const { code } of warnings) process.stderr.write(`${code}\n`)
  return fold(project.log)
}

/** Writes premises as a .loithoat file; the same premises give the same bytes. */
export async function saveProject(path: string, premises: Premises): Promise<void> {
  const actor = 'import'
  const log = makeOperations(nothing, changesFrom(premises), actor, 0, {
    action: 'import',
    time: new Date(0).toISOString(),
  })
  const id = v5(JSON.stringify(premises), v5.URL)
  const bytes = await writeProject({ id, log, parts: [], figures: [] })
  try {
    writeFileSync(path, bytes)
  } catch (cause) {
    throw new PersonError('cli.cannotWrite', { path }, { file: basename(path) }, { cause })
  }
}

function orMissing<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new PersonError('cli.cannotRead', { path }, { file: basename(path) }, { cause })
  }
}
