import { PersonError } from '../premises/message.ts'
import type { Actions } from './app.ts'
import type { Autosave } from './autosave.ts'
import { type Context, instant, messageOf, notify } from './context.ts'
import { headlineOf } from './headline.ts'
import type { FilePlace } from './page.ts'
import { joinedParts, type Session } from './session.ts'
import { yieldToPage } from './yielding.ts'

/** Writing the open project into a .loithoat file. */
export function savingActions(
  context: Context,
  autosave: Autosave,
): Pick<Actions, 'saveToFile' | 'saveCopy'> {
  const { store, storage, page } = context

  /** The project as a file, read back before it is handed out: a file that cannot be read is no copy. */
  async function write(session: Session, dropPersons: boolean): Promise<Uint8Array<ArrayBuffer>> {
    const { readProject, writeProject } = await import('../premises/file/index.ts')
    // Another tab may have stored more, and storage may be refused.
    const stored = await storage.parts(session.id).catch(() => [])
    const parts = joinedParts(
      session.parts,
      stored.map(({ name, bytes: content }) => ({ name, bytes: content })),
    )
    const figures = headlineOf(store.getState().figures)
    const project = { id: session.id, log: [...session.log], parts, figures }
    const bytes = await writeProject(project, { dropPersons, breathe: yieldToPage })
    try {
      await readProject(fileName(session.premises.facility.name), bytes, { breathe: yieldToPage })
    } catch (error) {
      if (!(error instanceof PersonError)) throw error
      const { code, where } = error.report
      throw new PersonError('fileNotWritten', { reason: code }, where, { cause: error })
    }
    return bytes
  }

  /** Asks for the place first, while the browser still counts the click. False if the person thought better of it. */
  async function put(
    session: Session,
    known: FilePlace | null,
    dropPersons: boolean,
  ): Promise<FilePlace | null | false> {
    const name = fileName(session.premises.facility.name)
    const place = known ?? (await page.choosePlace(name))
    if (place === 'cancelled') return false
    await page.putFile(name, await write(session, dropPersons), place)
    return place
  }

  return {
    saveToFile: async (as) => {
      const { session } = context
      if (session === null) return
      try {
        const fileSavedAt = instant(context)
        const place = await put(session, as ? null : session.filePlace, false)
        if (place === false) return
        session.filePlace = place
        session.fileSavedAt = fileSavedAt
        if (context.session !== session) return
        store.setState(({ project }) => (project === null ? {} : { project: { ...project, fileSavedAt } }))
        autosave.touch({ fileSavedAt })
      } catch (error) {
        notify(context, messageOf(error))
      }
    },
    saveCopy: async ({ dropPersons }) => {
      const { session } = context
      if (session === null) return
      try {
        await put(session, null, dropPersons)
      } catch (error) {
        notify(context, messageOf(error))
      }
    },
  }
}

/** A file name that Windows, macOS and Linux accept, from the facility's name. */
export function fileName(facility: string): string {
  const kept = facility
    .normalize('NFC')
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '')
  return `${kept === '' ? 'ho-so' : kept}.loithoat`
}
