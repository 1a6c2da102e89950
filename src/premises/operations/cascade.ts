import type { Premises, TableName } from '../model.ts'
import type { Change } from '../operation.ts'
import { apply } from './apply.ts'
import { rowAt } from './record.ts'
import { dangling, type Gone } from './references.ts'

/**
 * The changes, and behind them what follows where they delete records: what stood on them goes too (a level with its
 * zones and openings), and what named them loses the name (an opening's side becomes null; a stair loses its zone and
 * joins the runs on both sides of it; a stair of fewer than two zones goes). To be made one action with them.
 */
export function cascade(premises: Premises, changes: readonly Change[]): readonly Change[] {
  if (!changes.some(({ field, after }) => field === null && after === null)) return changes
  const goneFrom =
    (state: Premises): Gone =>
    (table, id) =>
      rowAt(state, table, id) === undefined && rowAt(premises, table, id) !== undefined
  return [...changes, ...followUp(premises, withChanges(premises, changes), goneFrom)]
}

/** The changes that clear every reference to a record that is not there, as the merging of two logs may leave them. */
export function mend(premises: Premises): readonly Change[] {
  const goneFrom =
    (state: Premises): Gone =>
    (table: TableName, id: string) =>
      rowAt(state, table, id) === undefined
  return followUp(premises, premises, goneFrom)
}

function followUp(before: Premises, start: Premises, goneFrom: (state: Premises) => Gone): Change[] {
  const all: Change[] = []
  let state = start
  for (;;) {
    const found = dangling(before, state, goneFrom(state))
    if (found.length === 0) return all
    all.push(...found)
    state = withChanges(state, found)
  }
}

/** The premises as the changes make them: for looking ahead; an edit puts values on the grid and keeps a log beside. */
export function withChanges(premises: Premises, changes: readonly Change[]): Premises {
  const step = { id: '', actor: '', counter: 0, time: '', action: '', before: null }
  return apply(
    premises,
    changes.map((change) => ({ ...step, ...change })),
  )
}
