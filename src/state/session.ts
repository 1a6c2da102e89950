import { newId } from '../premises/ids.ts'
import type { Premises } from '../premises/model.ts'
import { type ActionName, readAction, startLabel } from '../premises/operations/index.ts'
import type { Operation } from '../premises/operation.ts'
import type { FilePart } from '../premises/file/format.ts'
import type { FilePlace } from './page.ts'

/** One thing that a person did, as the operations that did it last (done, undone or redone). */
export interface Step {
  readonly action: ActionName
  readonly operations: readonly Operation[]
}

/** The open project, apart from what is shown: its log, and what can be undone. Changed in place by src/state alone. */
export interface Session {
  readonly id: string
  /** Random: no two tabs are ever the same actor. */
  readonly actor: string
  log: Operation[]
  premises: Premises
  counter: number
  done: Step[]
  undone: Step[]
  readonly startedAt: string
  fileSavedAt: string | null
  filePlace: FilePlace | null
  /** Ids of the batches of the device's storage that are in the log. */
  readonly batches: Set<string>
  /** Attachments and foreign entries that go with the project into its file. */
  parts: readonly FilePart[]
  /** Whether the sample has not been edited since it was opened. */
  pristine: boolean
  /** Findings of the check after import that an action settled. */
  settledBy: Map<string, number>
}

/** Label of what a merge cleans up by itself: not a person's doing, so undo passes over it. */
export const mendLabel = 'mend'

export interface SessionStart {
  readonly id: string
  /** Actors of this device whose doings a person may still take back. */
  readonly ownActors: ReadonlySet<string>
  readonly log: readonly Operation[]
  readonly premises: Premises
  readonly startedAt: string
  readonly fileSavedAt: string | null
  readonly pristine: boolean
  readonly batches: Iterable<string>
  readonly parts: readonly FilePart[]
}

/** A session on a project; what was done on this device before can still be undone. */
export function startSession({ ownActors, log, batches, ...start }: SessionStart): Session {
  return {
    ...start,
    log: [...log],
    actor: newId(),
    counter: log.at(-1)?.counter ?? 0,
    ...stepsOf(log, ownActors),
    filePlace: null,
    batches: new Set(batches),
    settledBy: new Map(),
  }
}

/** What some actors did and undid, read from the log: what undo and redo take next stands last. */
export function stepsOf(
  log: readonly Operation[],
  actors: ReadonlySet<string>,
): { readonly done: Step[]; readonly undone: Step[] } {
  const done: Step[] = []
  const undone: Step[] = []
  for (const step of groups(log.filter(({ actor }) => actors.has(actor)))) {
    const { label, id, turn } = step.action
    if (label === startLabel || label === mendLabel) continue
    if (turn === 'do') {
      done.push(step)
      undone.length = 0
    } else {
      const [from, to] = turn === 'undo' ? [done, undone] : [undone, done]
      const at = from.findLastIndex(({ action }) => action.id === id)
      if (at < 0) continue
      from.splice(at, 1)
      to.push(step)
    }
  }
  return { done, undone }
}

/** Operations of one turn of one action stand together in the log of their actor. */
function groups(log: readonly Operation[]): Step[] {
  const open = new Map<string, { readonly text: string; readonly operations: Operation[] }>()
  const steps: Step[] = []
  for (const operation of log) {
    const group = open.get(operation.actor)
    if (group?.text === operation.action) {
      group.operations.push(operation)
      continue
    }
    const operations = [operation]
    open.set(operation.actor, { text: operation.action, operations })
    steps.push({ action: readAction(operation.action), operations })
  }
  return steps
}

/** Findings settled by an action that has been undone are open again, and settled once more when it is redone. */
export function settledNow(session: Session, settled: readonly number[]): readonly number[] {
  const by = (steps: readonly Step[]) => steps.flatMap(({ action }) => session.settledBy.get(action.id) ?? [])
  const undone = new Set(by(session.undone))
  const all = new Set([...settled, ...by(session.done)])
  return [...all].filter((index) => !undone.has(index)).toSorted((a, b) => a - b)
}

/** Parts by name, each once. */
export function joinedParts(a: readonly FilePart[], b: readonly FilePart[]): readonly FilePart[] {
  const byName = new Map([...a, ...b].map((part) => [part.name, part]))
  return [...byName.values()]
}
