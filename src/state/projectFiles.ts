import type { SourceFile } from '../import/result.ts'
import { PersonError } from '../premises/message.ts'
import type { Operation } from '../premises/operation.ts'
import { mergeLogs } from '../premises/operations/index.ts'
import type { Autosave } from './autosave.ts'
import { type Context, notify } from './context.ts'
import type { Editing } from './editing.ts'
import type { Projects } from './projects.ts'
import type { Batch, StoredPart } from './storage.ts'
import { takeOperations } from './tabs.ts'
import { yieldToPage } from './yielding.ts'

export interface ProjectFiles {
  readonly isProject: (file: SourceFile) => boolean
  /** Opens .loithoat files; several of one project are merged. Rejects, with nothing changed, where one cannot be read. */
  readonly open: (files: readonly SourceFile[], signal: AbortSignal) => Promise<void>
}

/** Files of our own: opened, or merged into what the device already holds of the same project. */
export function createProjectFiles(
  context: Context,
  autosave: Autosave,
  projects: Projects,
  editing: () => Editing,
): ProjectFiles {
  const { storage } = context

  async function open(files: readonly SourceFile[], signal: AbortSignal): Promise<void> {
    const { readProject } = await import('../premises/file/index.ts')
    const read = []
    for (const file of files)
      read.push({
        name: file.name,
        ...(await readProject(file.name, file.bytes, { breathe: yieldToPage, signal })),
      })
    if (signal.aborted) return
    const [first] = read
    if (first === undefined) return
    const stranger = read.find(({ project }) => project.id !== first.project.id)
    if (stranger !== undefined)
      throw new PersonError(
        'filesOfTwoProjects',
        { first: first.name, second: stranger.name },
        { file: stranger.name },
      )

    const { id } = first.project
    const log = read.reduce<readonly Operation[]>((merged, { project }) => mergeLogs(merged, project.log), [])
    const parts = read.flatMap(({ project }) =>
      project.parts.map((part): StoredPart => ({ project: id, ...part })),
    )
    await autosave.settled()
    if (signal.aborted) return
    for (const { warnings } of read) for (const warning of warnings) notify(context, warning)
    const { session } = context
    if (session?.id === id) {
      const before = session.log.length
      const fresh = takeOperations(session, log, editing())
      autosave.add(fresh, false)
      tellMerged(before, log.length, fresh.length)
      return
    }
    const held = await heldHere(id)
    if (signal.aborted) return
    const here = mergeLogs(
      [],
      held.flatMap(({ operations }) => operations),
    )
    const merged = mergeLogs(here, log)
    projects.beginFrom({ id, log: merged, parts, held })
    if (here.length > 0) tellMerged(here.length, log.length, merged.length - here.length)
  }

  /** What the device holds of the project already. */
  async function heldHere(id: string): Promise<readonly Batch[]> {
    try {
      return await storage.batches(id, new Set())
    } catch {
      return []
    }
  }

  /** Says that the file was merged, where the device had changes that the file has not. */
  function tellMerged(here: number, inFile: number, fresh: number): void {
    const onlyHere = here + fresh - inFile
    if (onlyHere > 0) notify(context, { code: 'fileMerged', severity: 'info', params: { fresh, onlyHere } })
  }

  return { isProject, open }
}

/** Whether a file is one of ours, by its name or by its first entry. */
export function isProject({ name, bytes }: SourceFile): boolean {
  if (/\.loithoat$/i.test(name)) return true
  const first = 'summary.json'
  const entry = String.fromCharCode(...bytes.subarray(30, 30 + first.length))
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4 && entry === first
}
