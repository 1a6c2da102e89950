import { emptyPremises } from '../src/premises/empty.ts'
import type { Facility, Premises, TableName } from '../src/premises/model.ts'

/** What brings a replica of the premises from one state to another: the records that differ, whole. */
export interface ReplicaPatch {
  readonly facility?: Facility
  readonly tables: Partial<Record<TableName, TablePatch>>
}

export interface TablePatch {
  readonly set: readonly (readonly [string, unknown])[]
  readonly removed: readonly string[]
  /** All ids in their order, where rows came or went: ties in an answer may hang on it. Absent = as before. */
  readonly order?: readonly string[]
}

type Rows = Readonly<Record<string, unknown>>

export const nothing: Premises = emptyPremises({ name: '' })

const tableNames = Object.keys(nothing).filter((key) => key !== 'facility') as TableName[]

/**
 * The patch from one state to another. Records are compared by identity, since they are replaced and never changed in
 * place: a few thousand comparisons, whatever way led from one state to the other (edit, undo, merge).
 */
export function difference(before: Premises, after: Premises): ReplicaPatch {
  const tables: Partial<Record<TableName, TablePatch>> = {}
  for (const name of tableNames) {
    const [was, is]: [Rows, Rows] = [before[name], after[name]]
    if (was === is) continue
    const set = Object.entries(is).filter(([id, row]) => was[id] !== row)
    const removed = Object.keys(was).filter((id) => !Object.hasOwn(is, id))
    const order = Object.keys(is)
    const sameOrder = removed.length === 0 && sameKeys(Object.keys(was), order)
    if (set.length === 0 && sameOrder) continue
    tables[name] = { set, removed, ...(sameOrder ? {} : { order }) }
  }
  return before.facility === after.facility ? { tables } : { facility: after.facility, tables }
}

/** The state after a patch; rows that it does not name keep their identity, and kept state hangs on that. */
export function patched(premises: Premises, patch: ReplicaPatch): Premises {
  const tables = Object.entries(patch.tables).map(([name, change]) => [
    name,
    patchedTable(premises[name as TableName], change),
  ])
  return {
    ...premises,
    ...(patch.facility ? { facility: patch.facility } : {}),
    ...(Object.fromEntries(tables) as Partial<Premises>),
  }
}

function patchedTable(rows: Rows, { set, removed, order }: TablePatch): Rows {
  const next: Record<string, unknown> = { ...rows }
  for (const id of removed) delete next[id]
  for (const [id, row] of set) next[id] = row
  return order ? Object.fromEntries(order.map((id) => [id, next[id]])) : next
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index])
}
