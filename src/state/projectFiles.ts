import type { SourceFile } from '../import/result.ts'
import { PersonError } from '../premises/message.ts'
import type { FilePart } from '../premises/file/format.ts'
import type { Operation } from '../premises/operation.ts'
import { mergeLogs } from '../premises/operations/index.ts'
import type { Autosave } from './autosave.ts'
import { type Context, instant, notify } from './context.ts'
import type { Editing } from './editing.ts'
import type { Projects } from './projects.ts'
import { joinedParts, type Session } from './session.ts'
import type { Batch } from './storage.ts'
import { takeOperations } from './tabs.ts'
import { yieldToPage } from './yielding.ts'

export interface ProjectFiles {
  readonly isProject: (file: SourceFile) => boolean
  /** Opens .loithoat files; several of one project are merged. Rejects, with nothing changed, where one cannot be read. */
  readonly open: (files: readonly SourceFile[], signal: AbortSignal) => Promise<void>
}

interface Held {
  readonly held: readonly Batch[]
  readonly heldParts: readonly FilePart[]
  readonly fileSavedAt: string | null
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
    const parts = read.reduce<readonly FilePart[]>((all, { project }) => joinedParts(all, project.parts), [])
    await autosave.settled()
    if (signal.aborted) return
    for (const { warnings } of read) for (const warning of warnings) notify(context, warning)
    if (context.session?.id === id) mergeIntoOpen(context.session, log, parts)
    else await openWith(id, log, parts, signal)
  }

  function mergeIntoOpen(session: Session, log: readonly Operation[], parts: readonly FilePart[]): void {
    const before = [...session.log]
    const fresh = takeOperations(session, log, editing())
    autosave.add(fresh, false)
    session.parts = joinedParts(session.parts, parts)
    void storage.keepParts(parts.map((part) => ({ project: session.id, ...part }))).catch(() => undefined)
    tellMerged(before, log)
  }

  async function openWith(
    id: string,
    log: readonly Operation[],
    parts: readonly FilePart[],
    signal: AbortSignal,
  ): Promise<void> {
    const { held, heldParts, fileSavedAt } = await heldHere(id)
    if (signal.aborted) return
    const here = mergeLogs(
      [],
      held.flatMap(({ operations }) => operations),
    )
    const merged = mergeLogs(here, log)
    projects.beginFrom({
      id,
      log: merged,
      parts: joinedParts(heldParts, parts),
      held,
      fileSavedAt: merged.length === log.length ? instant(context) : fileSavedAt,
    })
    tellMerged(here, log)
  }

  /** What the device holds of the project already. */
  async function heldHere(id: string): Promise<Held> {
    try {
      const [held, heldParts, row] = await Promise.all([
        storage.batches(id, new Set()),
        storage.parts(id),
        storage.project(id),
      ])
      return {
        held,
        heldParts: heldParts.map(({ name, bytes }) => ({ name, bytes })),
        fileSavedAt: row?.fileSavedAt ?? null,
      }
    } catch {
      return { held: [], heldParts: [], fileSavedAt: null }
    }
  }

  /** Says that the file was merged, where the device had changes that the file has not. */
  function tellMerged(here: readonly Operation[], inFile: readonly Operation[]): void {
    const [ours, theirs] = [new Set(here.map(({ id }) => id)), new Set(inFile.map(({ id }) => id))]
    const onlyHere = here.filter(({ id }) => !theirs.has(id)).length
    const fresh = inFile.filter(({ id }) => !ours.has(id)).length
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
