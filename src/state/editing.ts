import {
  type ActionName,
  apply,
  cascade,
  invert,
  makeOperations,
  newAction,
  readAction,
  writeAction,
} from '../premises/operations/index.ts'
import type { Change, Operation } from '../premises/operation.ts'
import type { OpenProject } from './app.ts'
import type { Autosave } from './autosave.ts'
import { type Context, instant, messageOf, notify } from './context.ts'
import type { FigureDesk } from './figures.ts'
import { mendLabel, type Session, settledNow, type Step } from './session.ts'
import { levelOfChange, viewWithin } from './view.ts'
import { whatIfWithin } from './study.ts'

/** Looks at changes before they become operations; throws a `PersonError` for what a file could not hold. */
export type CheckChanges = (changes: readonly Change[]) => void

export interface Editing {
  /** Carries out the changes, and what follows from deletions, as one action. Its id; null if nothing changed. */
  readonly edit: (label: string, changes: readonly Change[]) => string | null
  readonly undo: () => void
  readonly redo: () => void
  /** Clears references that a merge left pointing nowhere; not a step of undo. */
  readonly cleanUp: (changes: readonly Change[]) => void
  /** Shows the session's premises after they have been changed from outside. */
  readonly refresh: (operations: readonly Operation[]) => void
}

/** Edits, undo and redo of the open project. */
export function createEditing(
  context: Context,
  autosave: Autosave,
  figures: FigureDesk,
  check: () => CheckChanges | null,
): Editing {
  function perform(session: Session, action: ActionName, changes: readonly Change[]): readonly Operation[] {
    const stamp = { action: writeAction(action), time: instant(context) }
    check()?.(changes)
    const operations = makeOperations(session.premises, changes, session.actor, session.counter, stamp)
    const last = operations.at(-1)
    if (last === undefined) return operations
    session.premises = apply(session.premises, operations)
    session.counter = last.counter
    for (const operation of operations) session.log.push(operation)
    session.pristine = false
    return operations
  }

  function landed(operations: readonly Operation[]): void {
    if (operations.length === 0) return
    refresh(operations)
    autosave.add(operations, true)
  }

  function refresh(operations: readonly Operation[]): void {
    const { session } = context
    if (session === null) return
    const { premises } = session
    const changedAt = instant(context)
    context.store.setState(({ project, view, whatIf, review }) => ({
      project: project === null ? null : { ...project, ...shownOf(session), changedAt },
      view: viewWithin(premises, view),
      whatIf: whatIfWithin(premises, whatIf),
      ...(review === null ? {} : { review: { ...review, settled: settledNow(session, review.settled) } }),
    }))
    figures.patched(operations)
  }

  /** Takes the last step of one pile back, and puts what did that on the other. */
  function turn(which: 'undo' | 'redo'): void {
    const { session } = context
    if (session === null) return
    const [from, to] = which === 'undo' ? [session.done, session.undone] : [session.undone, session.done]
    const step = from.pop()
    if (step === undefined) return
    try {
      const back = invert(session.premises, step.operations)
      // Alone, taking back is exact as it is; others may have come to name what goes now.
      const changes = othersSince(session, step) ? cascade(session.premises, back) : back
      const operations = perform(session, { ...step.action, turn: which }, changes)
      to.push({ action: step.action, operations })
      const levelId = levelOfChange(session.premises, operations)
      if (levelId !== null) context.store.setState(({ view }) => ({ view: { ...view, levelId } }))
      // Nothing left to take back (another tab has changed it since): the piles have changed all the same.
      if (operations.length === 0) refresh(operations)
      landed(operations)
    } catch (error) {
      from.push(step)
      notify(context, messageOf(error))
    }
  }

  return {
    edit: (label, changes) => {
      const { session } = context
      if (session === null) return null
      const action = readAction(newAction(label))
      try {
        const operations = perform(session, action, cascade(session.premises, changes))
        if (operations.length === 0) return null
        session.done.push({ action, operations })
        session.undone = []
        landed(operations)
        return action.id
      } catch (error) {
        notify(context, messageOf(error))
        return null
      }
    },
    undo: () => turn('undo'),
    redo: () => turn('redo'),
    cleanUp: (changes) => {
      if (context.session !== null)
        landed(perform(context.session, readAction(newAction(mendLabel)), changes))
    },
    refresh,
  }
}

/** Whether somebody else's operations came after the step. */
function othersSince(session: Session, { operations }: Step): boolean {
  const since = operations.at(-1)?.counter ?? 0
  const own = (actor: string) => operations[0]?.actor === actor || actor === session.actor
  return session.log.some(({ counter, actor }) => counter > since && !own(actor))
}

/** What the screen shows of a session. */
export function shownOf(
  session: Session,
): Pick<
  OpenProject,
  'id' | 'name' | 'premises' | 'canUndo' | 'canRedo' | 'undoLabel' | 'redoLabel' | 'fileSavedAt' | 'startedAt'
> {
  return {
    id: session.id,
    name: session.premises.facility.name,
    premises: session.premises,
    canUndo: session.done.length > 0,
    canRedo: session.undone.length > 0,
    undoLabel: session.done.at(-1)?.action.label ?? null,
    redoLabel: session.undone.at(-1)?.action.label ?? null,
    fileSavedAt: session.fileSavedAt,
    startedAt: session.startedAt,
  }
}
