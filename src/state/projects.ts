import { newId } from '../premises/ids.ts'
import type { Premises } from '../premises/model.ts'
import {
  apply,
  changesFrom,
  fold,
  makeOperations,
  mend,
  mergeLogs,
  newAction,
  nothing,
  startLabel,
} from '../premises/operations/index.ts'
import type { FilePart } from '../premises/file/format.ts'
import type { Operation } from '../premises/operation.ts'
import type { Actions, RecentProject, Review } from './app.ts'
import type { Autosave } from './autosave.ts'
import { type Context, instant, messageOf, notify } from './context.ts'
import { type Editing, shownOf } from './editing.ts'
import type { FigureDesk } from './figures.ts'
import { keepReview } from './review.ts'
import { type Session, settledNow, startSession } from './session.ts'
import { type Batch, ownActorsOf, type StoredProject } from './storage.ts'
import { firstView } from './store.ts'
import { groundLevel } from './view.ts'

export interface Projects extends Pick<
  Actions,
  'openSample' | 'createFacility' | 'resume' | 'closeProject' | 'openRecent' | 'removeRecent'
> {
  /** Opens a project that begins with these premises. */
  readonly begin: (
    premises: Premises,
    options?: { readonly pristine?: boolean; readonly review?: Review },
  ) => Session
  /** Opens a project from its whole log, which a file brought. */
  readonly beginFrom: (file: FromFile) => Session
  /** Projects kept on this device, last used first. */
  readonly listRecent: () => Promise<RecentProject[]>
}

/** A project that a file brought, merged with what the device held of it. */
export interface FromFile {
  readonly id: string
  readonly log: readonly Operation[]
  readonly parts: readonly FilePart[]
  readonly held: readonly Batch[]
  /** Instant at which a file held all of it; null: none does. */
  readonly fileSavedAt: string | null
}

const lastProject = 'project'

/** Opening, making, closing and forgetting projects. */
export function createProjects(
  context: Context,
  autosave: Autosave,
  figures: FigureDesk,
  editing: Editing,
): Projects {
  const { store, storage, page } = context

  /** Puts a session in front of the person. Whatever was open before is in storage already. */
  function show(session: Session, savedAt: string | null, review: Review | null): void {
    context.session = session
    const { premises } = session
    store.setState(({ view }) => ({
      project: {
        ...shownOf(session),
        savedAt,
        savedHere: savedAt === null ? 'saving' : 'saved',
        changedAt: session.log.at(-1)?.time ?? null,
      },
      view: { ...firstView, layers: view.layers, colourBy: view.colourBy, levelId: groundLevel(premises) },
      whatIf: null,
      review,
      panel: review === null ? 'answer' : 'review',
      dialog: null,
      printing: null,
    }))
    page.keepSetting(lastProject, session.id)
    page.keepSetting(lastProject, session.id, 'tab')
    figures.loaded()
  }

  function begin(
    premises: Premises,
    { pristine = false, review }: { pristine?: boolean; review?: Review } = {},
  ): Session {
    const time = instant(context)
    const actor = newId()
    const stamp = { action: newAction(startLabel), time }
    const made = makeOperations(nothing, changesFrom(premises), actor, 0, stamp)
    // An import may name what it does not bring.
    const start = apply(nothing, made)
    const mended = makeOperations(start, mend(start), actor, made.length, stamp)
    const log = [...made, ...mended]
    const session = startSession({
      id: newId(),
      ownActors: new Set(),
      log,
      premises: apply(start, mended),
      startedAt: time,
      fileSavedAt: null,
      pristine,
      batches: [],
      parts: [],
    })
    show(session, null, review ?? null)
    autosave.create(session, [])
    if (review !== undefined) keepReview(context, review)
    return session
  }

  function beginFrom({ id, log, parts, held, fileSavedAt }: FromFile): Session {
    const startedAt = log[0]?.time ?? instant(context)
    const session = startSession({
      id,
      ownActors: ownActorsOf(held),
      log,
      premises: fold(log),
      startedAt,
      fileSavedAt,
      pristine: false,
      batches: [],
      parts,
    })
    show(session, null, null)
    autosave.create(
      session,
      parts.map((part) => ({ project: id, ...part })),
    )
    cleanUp(session)
    return session
  }

  /** Opens what the device holds; false where it holds none of that name. */
  async function open(id: string): Promise<boolean> {
    const row = await storage.project(id)
    if (row === undefined) return false
    const [batches, parts, kept] = await Promise.all([
      storage.batches(id, new Set()),
      storage.parts(id),
      storage.review(id),
    ])
    const log = mergeLogs(
      [],
      batches.flatMap(({ operations }) => operations),
    )
    if (log.length === 0) return false
    const { startedAt, fileSavedAt, pristine, changedAt } = row
    const known = batches.map((batch) => batch.id)
    const session = startSession({
      id,
      ownActors: ownActorsOf(batches),
      log,
      premises: fold(log),
      startedAt,
      fileSavedAt,
      pristine,
      batches: known,
      parts: parts.map(({ name, bytes }) => ({ name, bytes })),
    })
    session.settledBy = new Map(kept?.settledBy)
    const review =
      kept === undefined ? null : { ...kept.review, settled: settledNow(session, kept.review.settled) }
    show(session, changedAt, review)
    store.setState({ panel: 'answer' })
    autosave.touch({ usedAt: instant(context) })
    cleanUp(session)
    return true
  }

  function cleanUp(session: Session): void {
    const torn = mend(session.premises)
    if (torn.length > 0) editing.cleanUp(torn)
  }

  async function listRecent(): Promise<RecentProject[]> {
    try {
      const rows = (await storage.projects()).toSorted((a, b) => (a.usedAt < b.usedAt ? 1 : -1))
      const recent = rows.map(recentOf)
      store.setState({ recent })
      return recent
    } catch {
      return []
    }
  }

  return {
    begin,
    beginFrom,
    listRecent,
    openSample: async () => {
      try {
        const premises = await context.loadSample()
        const { id } = begin(premises, { pristine: true })
        // One unedited sample is enough: the new one takes the place of those before.
        await storage.removePristine(id).catch(() => undefined)
      } catch (error) {
        notify(context, messageOf(error))
      }
    },
    createFacility: async (fields) => {
      try {
        // Fetched when asked for: with the tools that make levels it is no part of the first download.
        const { newFacility } = await import('./newFacility.ts')
        begin(newFacility(fields))
        await autosave.settled()
      } catch (error) {
        notify(context, messageOf(error))
      }
    },
    resume: async () => {
      if (context.session !== null) return
      try {
        // What this tab had; else what was used last, as the database knows it: a browser that was killed may have
        // lost the small settings of its last seconds.
        const id = page.setting(lastProject, 'tab') ?? page.setting(lastProject)
        if (id === '') return
        if (page.setting(lastProject, 'tab') !== null && id !== null && (await open(id))) return
        const [last] = await listRecent()
        if (last !== undefined) await open(last.id)
      } catch {
        // Storage refused: the start page is what there is.
      }
    },
    closeProject: () => {
      context.session = null
      store.setState({
        project: null,
        whatIf: null,
        review: null,
        importing: null,
        dialog: null,
        printing: null,
        view: firstView,
      })
      page.keepSetting(lastProject, '')
      page.keepSetting(lastProject, '', 'tab')
      figures.loaded()
      void autosave.settled().then(listRecent)
    },
    openRecent: async (id) => {
      try {
        if (context.session?.id === id) return
        await autosave.settled()
        if (!(await open(id))) notify(context, { code: 'projectGone', severity: 'warning' })
      } catch (error) {
        notify(context, messageOf(error))
      }
      await listRecent()
    },
    removeRecent: async (id) => {
      if (context.session?.id === id) return
      try {
        await storage.remove(id)
      } catch (error) {
        notify(context, messageOf(error))
      }
      await listRecent()
    },
  }
}

function recentOf({ id, name, changedAt, fictional }: StoredProject): RecentProject {
  return { id, name, savedAt: changedAt, fictional }
}
