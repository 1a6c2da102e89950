import type { Analyst } from '../analysis/questions.ts'
import { newId } from '../premises/ids.ts'
import { type Message, PersonError } from '../premises/message.ts'
import type { Premises } from '../premises/model.ts'
import type { Page } from './page.ts'
import type { Session } from './session.ts'
import type { ProjectStorage } from './storage.ts'
import type { AppStore } from './store.ts'

/** What the subjects of src/state share. */
export interface Context {
  readonly store: AppStore
  readonly analyst: Analyst | null
  readonly storage: ProjectStorage
  readonly page: Page
  readonly loadSample: () => Promise<Premises>
  readonly now: () => Date
  session: Session | null
}

export function instant(context: Context): string {
  return context.now().toISOString()
}

/** Tells the person; the same message twice in a row is shown once. */
export function notify(context: Context, message: Message): void {
  context.store.setState(({ notices }) => {
    const last = notices.at(-1)
    if (
      last?.code === message.code &&
      JSON.stringify({ ...message, id: '' }) === JSON.stringify({ ...last, id: '' })
    )
      return {}
    return { notices: [...notices, { ...message, id: newId() }] }
  })
}

/** What went wrong, as a message; a fault of the program keeps its own words, as there are no better. */
export function messageOf(error: unknown, file?: string): Message {
  if (error instanceof PersonError) {
    const { report } = error
    return file === undefined || report.where?.file !== undefined
      ? report
      : { ...report, where: { ...report.where, file } }
  }
  const detail = error instanceof Error ? error.message : String(error)
  return {
    code: 'unexpected',
    severity: 'error',
    params: { detail },
    ...(file === undefined ? {} : { where: { file } }),
  }
}

/** Whether the error only says that the work was called off. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
