import type { Facility, Premises } from '../model.ts'
import type { Operation } from '../operation.ts'
import { apply, compareOperations, isSorted, nothing } from './apply.ts'
import { recordKey, rowsOf } from './record.ts'
import { same } from './value.ts'

/**
 * The union of two logs, in the order of the fold: commutative, associative, idempotent. Of two operations with one id
 * (one came from a file without personal data) the fuller stays.
 */
export function mergeLogs(a: readonly Operation[], b: readonly Operation[]): Operation[] {
  const byId = new Map<string, Operation>()
  for (const operation of [...a, ...b]) {
    const known = byId.get(operation.id)
    byId.set(operation.id, known === undefined ? operation : fuller(known, operation))
  }
  return [...byId.values()].toSorted(compareOperations)
}

export interface Merged {
  readonly log: readonly Operation[]
  readonly premises: Premises
  /** What was not in the log before, in its order. */
  readonly fresh: readonly Operation[]
  /** Whether `premises` is simply the state before with `fresh` applied; false: replicas must be loaded anew. */
  readonly inOrder: boolean
}

/**
 * Takes operations of others into an open log. `premises` is the fold of `log`. Only the records that the new
 * operations touch are folded again, and only where one of them comes before what is in the log.
 */
export function mergeInto(
  log: readonly Operation[],
  premises: Premises,
  incoming: readonly Operation[],
): Merged {
  const known = new Map(log.map((operation) => [operation.id, operation]))
  const news = new Map<string, Operation>()
  for (const operation of incoming) {
    const before = news.get(operation.id) ?? known.get(operation.id)
    const kept = before === undefined ? operation : fuller(before, operation)
    if (kept !== before) news.set(operation.id, kept)
  }
  const fresh = [...news.values()].toSorted(compareOperations)
  const [first] = fresh
  if (first === undefined) return { log, premises, fresh, inOrder: true }
  const last = log.at(-1)
  if (last === undefined || compareOperations(last, first) < 0)
    return { log: [...log, ...fresh], premises: apply(premises, fresh), fresh, inOrder: true }
  const merged = mergeLogs(log, fresh)
  return { log: merged, premises: refold(premises, merged, fresh), fresh, inOrder: false }
}

/** The state after folding again, from the whole log, the records that `touched` names; the others stay. */
function refold(premises: Premises, log: readonly Operation[], touched: readonly Operation[]): Premises {
  const keys = new Set(touched.map((operation) => recordKey(operation.record)))
  const again = log.filter((operation) => keys.has(recordKey(operation.record)))
  return apply(without(premises, touched), isSorted(again) ? again : again.toSorted(compareOperations))
}

function without(premises: Premises, touched: readonly Operation[]): Premises {
  const tables: Record<string, Record<string, unknown>> = {}
  let facility: Facility = premises.facility
  for (const { record } of touched) {
    if (record.table === 'facility') {
      facility = nothing.facility
      continue
    }
    const rows = (tables[record.table] ??= { ...rowsOf(premises, record.table) })
    delete rows[record.id]
  }
  return { ...premises, facility, ...(tables as object) }
}

/** The longer of two versions of one operation, or the later text of two as long: the same whichever comes first. */
function fuller(a: Operation, b: Operation): Operation {
  if (a === b || same(a, b)) return a
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)]
  if (left.length !== right.length) return left.length > right.length ? a : b
  return left >= right ? a : b
}
