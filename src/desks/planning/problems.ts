import type { RoutesResult, Unreachable } from '../../../workers/routes/job.ts'
import { faultOrder, type Fault, type FaultKind } from '../../premises/faults/fault.ts'
import type { Premises } from '../../premises/model.ts'
import type { RecordRef } from '../../premises/operation.ts'

/** Shafts and voids hold nobody: that they have no way out is no problem of the plan. */
export function isProblem({ reason }: Unreachable): boolean {
  return reason !== 'shaft'
}

/** All faults of the drawing: those that follow from it, and the zones that the routes find no way out of, in the order of mending. */
export function allFaults(
  premises: Premises,
  faults: readonly Fault[] | null,
  routes: RoutesResult | null,
): readonly Fault[] {
  const all = [...(faults ?? []), ...(routes ? lostZones(premises, routes) : [])].filter(({ record }) =>
    isThere(premises, record),
  )
  return faultOrder.flatMap((kind) => all.filter((fault) => fault.kind === kind))
}

function lostZones(premises: Premises, { unreachable }: RoutesResult): Fault[] {
  return unreachable.filter(isProblem).map(({ zoneId, reason, openingId }) => ({
    kind: 'noWayOut',
    record: { table: 'zones', id: zoneId },
    others: openingId === undefined ? [] : [{ table: 'openings', id: openingId }],
    levelId: premises.zones[zoneId]?.levelId ?? null,
    at: null,
    params: { reason },
    mendable: false,
  }))
}

/** A list that is a moment old may name what has just been deleted. */
function isThere(premises: Premises, record: RecordRef): boolean {
  return record.table === 'facility' || premises[record.table][record.id] !== undefined
}

/** Assumed widths have a list and a count of their own: the survey. They are no fault of one place. */
const elsewhere: ReadonlySet<FaultKind> = new Set(['widthAssumed'])

/**
 * The faults that can be mended one by one at this moment. Where no exit is confirmed, no room has a way out: that is one answer, not a
 * fault of each room. While somebody draws, ways out and uses come later than the walls and doors in hand.
 */
export function faultsOfNow(
  premises: Premises,
  faults: readonly Fault[],
  isDrawing: boolean,
): readonly Fault[] {
  const hasExit = Object.values(premises.openings).some((opening) => opening.exit === 'final')
  const later = new Set<FaultKind>([
    ...(hasExit && !isDrawing ? [] : (['noWayOut'] as const)),
    ...(isDrawing ? (['noUse'] as const) : []),
  ])
  return later.size === 0 ? faults : faults.filter(({ kind }) => !later.has(kind))
}

/** How many faults each level has, for the badges beside it. */
export function problemsByLevel(faults: readonly Fault[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { kind, levelId } of faults)
    if (levelId !== null && !elsewhere.has(kind)) counts.set(levelId, (counts.get(levelId) ?? 0) + 1)
  return counts
}

/** What only has no use yet is named in the list: a mark on every new room would say nothing. A door that may be an exit has a sign of its own. */
const unmarked: ReadonlySet<FaultKind> = new Set([...elsewhere, 'noUse', 'exitUndecided'])

/** The records that the map marks with a badge, each once. */
export function problemRecords(faults: readonly Fault[]): readonly RecordRef[] {
  const marked = new Map<string, RecordRef>()
  for (const { kind, record } of faults) {
    if (unmarked.has(kind) || record.table === 'facility') continue
    marked.set(`${record.table} ${record.id}`, record)
  }
  return [...marked.values()]
}

/** Zones that the second result leaves without a way out and the first did not. */
export function newlyUnreachable(
  before: RoutesResult | null,
  after: RoutesResult | null,
): readonly Unreachable[] {
  if (!before || !after) return []
  const had = new Set(before.unreachable.map((each) => each.zoneId))
  return after.unreachable.filter((each) => !had.has(each.zoneId) && isProblem(each))
}
