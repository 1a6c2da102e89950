import type { MadePicture, PictureFile, UnderlayProgress } from '../../workers/underlay/job.ts'
import { asId, type LevelId, type UnderlayId } from '../premises/ids.ts'
import { PersonError } from '../premises/message.ts'
import type { Actions, Bringing } from './app.ts'
import type { Change } from '../premises/operation.ts'
import { createAttachments } from './attachments.ts'
import { type Context, instant, isAbort, messageOf, notify } from './context.ts'
import type { Editing } from './editing.ts'
import type { Session } from './session.ts'
import { straightenedChanges, underlayChanges } from './underlayRecord.ts'

export interface UnderlayActions extends Pick<
  Actions,
  'addUnderlays' | 'choosePage' | 'straighten' | 'pictureUrl' | 'underlayEnds'
> {
  /** Calls off what is under way; nothing of it stays. */
  readonly cancelBringing: () => void
}

/** Pictures beneath the levels: from a file to an attachment and a record, and back to something the map can show. */
export function underlayActions(context: Context, editing: Editing): UnderlayActions {
  const { store } = context
  const attachments = createAttachments(context)
  /** What is under way and what waits for it: one drop after another. */
  const waiting = new Set<AbortController>()
  let last: Promise<void> = Promise.resolve()
  let choose: ((page: number | null) => void) | null = null

  /**
   * Runs work on the open project after what is under way, with its progress on the screen; whatever goes wrong is told, and
   * changes nothing.
   */
  function work(name: string, task: (session: Session, signal: AbortSignal) => Promise<void>): Promise<void> {
    const { session } = context
    if (session === null) return Promise.resolve()
    const controller = new AbortController()
    const { signal } = controller
    waiting.add(controller)
    last = last.then(async () => {
      try {
        if (isStale(session, signal)) return
        show(name)
        await task(session, signal)
      } catch (error) {
        if (!signal.aborted && !isAbort(error)) notify(context, messageOf(error, name))
      } finally {
        // Called off, it shows nothing any more.
        if (waiting.delete(controller)) store.setState({ importing: null, bringing: null })
      }
    })
    return last
  }

  const show = (fileName: string, share = 0) =>
    store.setState({ importing: { fileName, progress: { stage: 'read', share } } })

  /** What the job is at, as a share of the whole. */
  const onStep = (name: string) => (progress: UnderlayProgress) => {
    if ('step' in progress) show(name, { read: 0.1, draw: 0.4, pack: 0.8 }[progress.step])
  }

  async function addAll(
    session: Session,
    files: readonly File[],
    levelId: LevelId,
    signal: AbortSignal,
  ): Promise<void> {
    for (const file of files) {
      try {
        show(file.name)
        await add(session, await pictureFile(file), levelId, signal)
      } catch (error) {
        if (signal.aborted || isAbort(error)) throw error
        // The others of the drop may be good.
        notify(context, messageOf(error, file.name))
      }
      if (signal.aborted) return
    }
  }

  async function add(
    session: Session,
    file: PictureFile,
    levelId: LevelId,
    signal: AbortSignal,
  ): Promise<void> {
    const analyst = analystOf()
    const options = { signal, onStep: onStep(file.name) }
    const seen = await analyst.underlay({ task: 'look', file }, { signal })
    if (seen.kind === 'picture') {
      const made = await analyst.underlay({ task: 'picture', file }, options)
      await land(session, { levelId, name: file.name, made, ends: null }, signal)
      return
    }
    const page = seen.pages === 1 ? 1 : await chosenPage(file, seen.pages, levelId, signal)
    if (page === null) return
    show(file.name)
    // The picture is worth having without the ends of its lines.
    const asked = analyst.underlay({ task: 'ends', file, page }, { signal }).catch(() => 'unread' as const)
    const made = await analyst.underlay({ task: 'page', file, page }, options)
    const read = await asked
    if (read === 'unread' && !signal.aborted)
      notify(context, { code: 'underlayNoSnapping', severity: 'info', params: { file: file.name } })
    const ends = read === 'unread' ? null : read
    const name = seen.pages === 1 ? file.name : `${file.name} – ${page}`
    await land(session, { levelId, name, made, ends }, signal)
  }

  /** Keeps the picture with the project, then lays it beneath the level. */
  async function land(
    session: Session,
    made: Omit<Parameters<typeof underlayChanges>[1], 'when'>,
    signal: AbortSignal,
  ): Promise<void> {
    if (isStale(session, signal)) return
    const { part } = made.made
    await attachments.keep(session, made.ends === null ? [part] : [part, made.ends.part])
    if (isStale(session, signal)) return
    // The level may have been deleted meanwhile.
    if (session.premises.levels[made.levelId] === undefined)
      throw new PersonError('underlayLevelGone', { file: made.name }, { file: made.name })
    const changes = underlayChanges(session.premises, { ...made, when: instant(context) })
    editing.edit('addUnderlay', changes)
    takeInHand(changes)
    tellReduced(made.name, made.made)
  }

  /** Who draws goes on with the picture that has just come. */
  function takeInHand(changes: readonly Change[]): void {
    const record = changes.find(
      ({ record: { table }, field }) => table === 'underlays' && field === null,
    )?.record
    if (record === undefined || record.table === 'facility') return
    const id = asId<UnderlayId>(record.id)
    store.setState(({ drawing }) =>
      drawing === null
        ? {}
        : { drawing: { ...drawing, underlay: { id, step: 'move', taps: [], pairs: [] } } },
    )
  }

  const isStale = (session: Session, signal: AbortSignal) => signal.aborted || context.session !== session

  function tellReduced(file: string, { reducedFrom, widthPx, heightPx }: MadePicture): void {
    if (reducedFrom === undefined) return
    const params = {
      file,
      fromWidth: reducedFrom.widthPx,
      fromHeight: reducedFrom.heightPx,
      width: widthPx,
      height: heightPx,
    }
    notify(context, { code: 'pictureReduced', severity: 'info', params, where: { file } })
  }

  /** Shows the pages and waits for one; their small pictures come as they are drawn. */
  async function chosenPage(
    file: PictureFile,
    count: number,
    levelId: LevelId,
    signal: AbortSignal,
  ): Promise<number | null> {
    const sketching = new AbortController()
    const choice = new Promise<number | null>((resolve) => {
      choose = resolve
      signal.addEventListener('abort', () => resolve(null))
    })
    const pages = Array.from({ length: count }, (_, index) => ({
      page: index + 1,
      thumbnail: null,
      lines: 0,
    }))
    const addresses: string[] = []
    store.setState({ importing: null, bringing: { fileName: file.name, levelId, pages } })
    const sketched = (progress: UnderlayProgress) => {
      if (!('page' in progress) || sketching.signal.aborted) return
      const { page, lines, thumbnail } = progress
      const address =
        thumbnail && URL.createObjectURL(new Blob([new Uint8Array(thumbnail)], { type: 'image/png' }))
      if (address !== null) addresses.push(address)
      store.setState(({ bringing: shown }) => ({
        bringing: shown && withPage(shown, { page, lines, thumbnail: address }),
      }))
    }
    // Pages can be chosen by their number where they cannot be drawn small.
    analystOf()
      .underlay({ task: 'thumbnails', file, pages: count }, { signal: sketching.signal, onStep: sketched })
      .catch(() => undefined)
    const page = await choice
    choose = null
    sketching.abort()
    for (const address of addresses) URL.revokeObjectURL(address)
    store.setState({ bringing: null })
    return page
  }

  async function straightenOne(
    session: Session,
    id: string,
    corners: Parameters<Actions['straighten']>[1],
    signal: AbortSignal,
  ): Promise<void> {
    const underlay = session.premises.underlays[id]
    if (underlay === undefined) return
    const picture = underlay.photo?.picture ?? underlay.picture
    const photo = await attachments.part(picture)
    if (photo === null) throw new PersonError('underlayPictureMissing', { file: underlay.name })
    const file = { name: underlay.name, bytes: photo.bytes }
    const made = await analystOf().underlay(
      { task: 'straighten', file, corners },
      { signal, onStep: onStep(underlay.name) },
    )
    if (isStale(session, signal)) return
    await attachments.keep(session, [made.part])
    const now = session.premises.underlays[id]
    if (now === undefined || isStale(session, signal)) return
    const changes = straightenedChanges(now, { picture, ...made.photo }, corners, made, instant(context))
    editing.edit('straightenUnderlay', changes)
  }

  function analystOf() {
    if (context.analyst === null) throw new Error('no analyst to read pictures with')
    return context.analyst
  }

  return {
    addUnderlays: (files, levelId) => {
      const [first] = files
      if (first === undefined) return Promise.resolve()
      return work(first.name, (session, signal) => addAll(session, files, levelId, signal))
    },
    choosePage: async (page) => {
      choose?.(page)
      await last
    },
    straighten: (id, corners) => {
      const name = context.session?.premises.underlays[id]?.name ?? ''
      return work(name, (session, signal) => straightenOne(session, id, corners, signal))
    },
    pictureUrl: attachments.url,
    underlayEnds: async (id) => {
      const name = context.session?.premises.underlays[id]?.ends
      const part = name === undefined ? null : await attachments.part(name)
      return part === null ? new Float32Array() : floatsOf(part.bytes)
    },
    cancelBringing: () => {
      for (const controller of waiting) controller.abort()
      waiting.clear()
      store.setState({ bringing: null })
    },
  }
}

function withPage(bringing: Bringing, page: Bringing['pages'][number]): Bringing {
  return { ...bringing, pages: bringing.pages.map((each) => (each.page === page.page ? page : each)) }
}

/** Numbers as they are stored: float32, little-endian. */
function floatsOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const floats = new Float32Array(Math.floor(bytes.length / 4))
  for (let index = 0; index < floats.length; index += 1) floats[index] = view.getFloat32(4 * index, true)
  return floats
}

async function pictureFile(file: File): Promise<PictureFile> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch (cause) {
    // Moved or deleted since it was chosen, or a folder.
    throw new PersonError('fileNotReadable', {}, { file: file.name }, { cause })
  }
}
