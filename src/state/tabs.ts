import { mend, mergeInto } from '../premises/operations/index.ts'
import type { Operation } from '../premises/operation.ts'
import type { Context } from './context.ts'
import type { Editing } from './editing.ts'
import type { Session } from './session.ts'

export interface Tabs {
  /** Tells other tabs that a project has new operations in storage. */
  readonly tell: (project: string) => void
  /** Takes in what other tabs have stored of the open project. */
  readonly pull: () => Promise<void>
}

interface Told {
  readonly project: string
}

/** Two tabs on one project: each stores its own operations, and takes in the other's as soon as it hears of them. */
export function createTabs(context: Context, editing: () => Editing): Tabs {
  let pulling: Promise<void> | null = null
  let again = false

  const pull = async (): Promise<void> => {
    if (pulling !== null) {
      again = true
      return pulling
    }
    pulling = takeIn().finally(() => {
      pulling = null
      if (!again) return
      again = false
      void pull()
    })
    return pulling
  }

  async function takeIn(): Promise<void> {
    const { session } = context
    if (session === null) return
    try {
      const batches = await context.storage.batches(session.id, session.batches)
      if (context.session !== session) return
      for (const { id } of batches) session.batches.add(id)
      takeOperations(
        session,
        batches.flatMap(({ operations }) => operations),
        editing(),
      )
    } catch {
      // Storage refused: there is nothing that another tab could have stored either.
    }
  }

  const post = context.page.channel((message) => {
    if (isTold(message) && message.project === context.session?.id) void pull()
  })
  context.page.onReturn(() => void pull())
  return { tell: (project) => post?.({ project } satisfies Told), pull }
}

/**
 * Merges operations of others into the open session, and shows the result. How many were new: those of another tab or
 * file that it did not have.
 */
export function takeOperations(
  session: Session,
  incoming: readonly Operation[],
  editing: Editing,
): readonly Operation[] {
  if (incoming.length === 0) return incoming
  const { log, premises, fresh } = mergeInto(session.log, session.premises, incoming)
  if (fresh.length === 0) return fresh
  session.log = [...log]
  session.premises = premises
  session.counter = Math.max(session.counter, log.at(-1)?.counter ?? 0)
  editing.refresh(fresh)
  const torn = mend(premises)
  if (torn.length > 0) editing.cleanUp(torn)
  return fresh
}

function isTold(message: unknown): message is Told {
  return (
    typeof message === 'object' &&
    message !== null &&
    'project' in message &&
    typeof message.project === 'string'
  )
}
