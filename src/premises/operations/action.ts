import { newId } from '../ids.ts'

/** What a person did, as `Operation.action` carries it: `<label>#<id>`, with `#undo` or `#redo` behind it. */
export interface ActionName {
  /** Code of the sentence `action.<label>`. */
  readonly label: string
  readonly id: string
  readonly turn: 'do' | 'undo' | 'redo'
}

/** Label of what made the project (a new facility, the sample, an import into nothing): undo does not take it back. */
export const startLabel = 'start'

/** A new action with its label. */
export function newAction(label: string): string {
  return `${label.replaceAll('#', ' ')}#${newId()}`
}

export function readAction(action: string): ActionName {
  const [label = '', id = '', turn] = action.split('#')
  return { label, id, turn: turn === 'undo' || turn === 'redo' ? turn : 'do' }
}

export function writeAction({ label, id, turn }: ActionName): string {
  return turn === 'do' ? `${label}#${id}` : `${label}#${id}#${turn}`
}
