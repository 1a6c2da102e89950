import type { RoutesResult, Unreachable } from '../../../workers/routes/job.ts'
import type { Premises } from '../../premises/model.ts'

/** Shafts and voids hold nobody: that they have no way out is no problem of the plan. */
export function isProblem({ reason }: Unreachable): boolean {
  return reason !== 'shaft'
}

/** How many things on each level want attention: zones without a way out, and exits to decide on. */
export function problemsByLevel(
  premises: Premises,
  routes: RoutesResult | null,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const add = (level: string | null | undefined) => {
    if (level) counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  for (const each of routes?.unreachable ?? []) if (isProblem(each)) add(premises.zones[each.zoneId]?.levelId)
  for (const opening of Object.values(premises.openings))
    if (opening.exit === 'undecided') add(opening.levelId)
  return counts
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
