import { newId } from '../premises/ids.ts'
import type { Operation } from '../premises/operation.ts'
import type { OpenProject } from './app.ts'
import { type Context, instant, messageOf, notify } from './context.ts'
import type { Session } from './session.ts'
import type { Batch, StoredPart, StoredProject } from './storage.ts'

export interface Autosave {
  /** Stores the operations of the open project at once; shown as saved only when they are. `own`: done on this device. */
  readonly add: (operations: readonly Operation[], own: boolean) => void
  /** Stores a project that was not here before, or has come from a file. */
  readonly create: (session: Session, parts: readonly StoredPart[]) => void
  /** Stores changed fields of the project's row. */
  readonly touch: (fields: Partial<StoredProject>) => void
  /** Resolves when everything is stored, or storage has refused. */
  readonly settled: () => Promise<void>
  readonly unsaved: () => boolean
}

/** Called after every successful write, to tell other tabs. */
export type OnStored = (project: string) => void

interface Waiting {
  readonly session: Session
  readonly batches: Batch[]
  fields: Partial<StoredProject>
  create: readonly StoredPart[] | null
}

/**
 * Writes to the device's storage, one transaction at a time; what comes in meanwhile goes with the next. Nothing waits on
 * a timer, so an edit is stored as soon as the disk allows.
 */
export function createAutosave(context: Context, onStored: OnStored): Autosave {
  let waiting: Waiting[] = []
  let writing: Promise<void> = Promise.resolve()
  let busy = false
  let asked = false
  let refused = false

  const entry = (session: Session): Waiting => {
    const last = waiting.at(-1)
    if (last?.session === session) return last
    const next: Waiting = { session, batches: [], fields: {}, create: null }
    waiting.push(next)
    return next
  }

  const start = () => {
    if (busy) return
    busy = true
    writing = writeAll()
  }

  async function writeAll(): Promise<void> {
    // A project too large for the disk must not keep others from being stored.
    const failed = new Map<Session, Waiting>()
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const before = failed.get(next.session)
      if (before !== undefined) {
        failed.set(next.session, joined(before, next))
        continue
      }
      try {
        await write(next)
        refused = false
        settle(next)
      } catch (error) {
        failed.set(next.session, next)
        show(next.session, { savedHere: 'refused', savedAt: null })
        if (!refused) notify(context, { ...messageOf(error), code: 'storageRefused', severity: 'warning' })
        refused = true
      }
    }
    // The next edit tries again.
    waiting = [...failed.values()]
    busy = false
  }

  /** After a write: shows it, tells other tabs, and asks the browser to keep what is stored. */
  function settle({ session, batches }: Waiting): void {
    if (batches.length === 0) return
    if (!waiting.some((each) => each.session === session && each.batches.length > 0))
      show(session, { savedHere: 'saved', savedAt: instant(context) })
    onStored(session.id)
    if (asked || session.pristine) return
    asked = true
    void context.page.persist().catch(() => false)
  }

  async function write({ session, batches, fields, create }: Waiting): Promise<void> {
    for (const { id } of batches) session.batches.add(id)
    if (create === null && (await context.storage.add(session.id, fields, batches)) === 'stored') return
    // New here, or another tab has taken the project off the device: all of it, which is still in memory.
    const all = create === null ? [batchOf(session, session.log, false)] : batches
    for (const { id } of all) session.batches.add(id)
    const parts = create ?? session.parts.map((part) => ({ project: session.id, ...part }))
    await context.storage.create({ ...rowOf(context, session), ...fields }, all, parts)
  }

  const show = (session: Session, shown: Pick<OpenProject, 'savedHere' | 'savedAt'>) => {
    if (context.session !== session) return
    context.store.setState(({ project }) => (project === null ? {} : { project: { ...project, ...shown } }))
  }

  return {
    add: (operations, own) => {
      const { session } = context
      if (session === null || operations.length === 0) return
      const next = entry(session)
      next.batches.push(batchOf(session, operations, own))
      const { name, fictional, pristine, changedAt } = rowOf(context, session)
      next.fields = { ...next.fields, name, fictional, pristine, changedAt }
      show(session, { savedHere: 'saving', savedAt: null })
      start()
    },
    create: (session, parts) => {
      const next = entry(session)
      next.create = parts
      next.batches.push(batchOf(session, session.log, false))
      show(session, { savedHere: 'saving', savedAt: null })
      start()
    },
    touch: (fields) => {
      const { session } = context
      if (session === null) return
      const next = entry(session)
      next.fields = { ...next.fields, ...fields }
      start()
    },
    settled: async () => {
      while (busy) await writing
    },
    unsaved: () => waiting.length > 0 || busy,
  }
}

/** The row of a project in the device's list. */
export function rowOf(context: Context, session: Session): StoredProject {
  const { facility } = session.premises
  const now = instant(context)
  return {
    id: session.id,
    name: facility.name,
    fictional: facility.fictional ?? false,
    pristine: session.pristine,
    startedAt: session.startedAt,
    changedAt: now,
    usedAt: now,
    fileSavedAt: session.fileSavedAt,
  }
}

function batchOf(session: Session, operations: readonly Operation[], own: boolean): Batch {
  const [first] = operations
  return {
    project: session.id,
    counter: first?.counter ?? 0,
    actor: first?.actor ?? session.actor,
    id: newId(),
    own,
    operations: [...operations],
  }
}

function joined(first: Waiting, next: Waiting): Waiting {
  return {
    ...first,
    batches: [...first.batches, ...next.batches],
    fields: { ...first.fields, ...next.fields },
    create: first.create ?? next.create,
  }
}
