import type { Evidence } from '../evidence.ts'
import type { Zone } from '../model.ts'

/** Persons of a part of a zone; absent where the zone has no count. */
export interface PersonShare {
  readonly occupants?: number
  readonly assisted?: number
}

/** How a count is known that was shared out by floor area. */
export const sharedByArea: Evidence = { mark: 'assumed', note: 'sharedByArea' }

/** The persons of a zone shared out by area, in whole persons whose sum stays; those who cannot use stairs among them. */
export function sharedOut({ occupants, assisted }: Zone, areas: readonly number[]): readonly PersonShare[] {
  if (occupants === undefined) return areas.map(() => ({}))
  const persons = portions(
    occupants,
    areas,
    areas.map(() => Infinity),
  )
  if (assisted === undefined) return persons.map((count) => ({ occupants: count }))
  const helped = portions(assisted, areas, persons)
  return persons.map((count, at) => ({ occupants: count, assisted: helped[at] ?? 0 }))
}

/** A total in portions by weight, none above its limit: the largest remainders get the persons that are left. */
function portions(total: number, weights: readonly number[], limits: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const exact = weights.map((weight) => (sum > 0 ? (total * weight) / sum : total / weights.length))
  const given = exact.map((share, at) => Math.min(Math.floor(share), limits[at] ?? 0))
  let left = total - given.reduce((all, share) => all + share, 0)
  const order = exact
    .map((share, at) => ({ at, rest: share - Math.floor(share) }))
    .toSorted((p, q) => q.rest - p.rest || p.at - q.at)
  while (left > 0) {
    const before = left
    for (const { at } of order) {
      const room = (limits[at] ?? 0) - (given[at] ?? 0)
      const more = Math.min(left, 1, room)
      if (more <= 0) continue
      given[at] = (given[at] ?? 0) + more
      left -= more
    }
    // More than there is room for stays with the first part, as it was entered.
    if (left === before) {
      given[0] = (given[0] ?? 0) + left
      break
    }
  }
  return given
}
