import type { OpeningId } from '../ids.ts'
import type { Opening, Premises } from '../model.ts'
import type { FloorEdit } from '../floor/index.ts'
import { obstacleOf } from '../obstacles.ts'
import { leadsOutside } from './outdoors.ts'

/** A door or passage that leads outside and waits for a person's word. */
export interface ExitCandidate {
  readonly openingId: OpeningId
  /** What it most likely is: an exit on the ground, none on a floor with the air behind its walls. */
  readonly proposal: 'final' | 'none'
}

/**
 * The openings that wait for a word, ground floors first, with what to propose for each: those marked undecided, and those that
 * lead into nothing drawn and of which nobody has said anything, as the building graph takes them.
 */
export function exitCandidates(premises: Premises): readonly ExitCandidate[] {
  const lowest = lowestOrdinals(premises)
  const heightOf = ({ levelId }: Opening) => Math.abs(premises.levels[levelId]?.ordinal ?? 0)
  return Object.values(premises.openings)
    .filter((opening) => isWaiting(premises, opening))
    .toSorted((a, b) => heightOf(a) - heightOf(b) || (a.id < b.id ? -1 : 1))
    .map((opening) => ({ openingId: opening.id, proposal: proposalOf(premises, opening, lowest) }))
}

function isWaiting(premises: Premises, { exit, kind, sides }: Opening): boolean {
  if (kind !== 'door' && kind !== 'passage') return false
  if (exit !== undefined) return exit === 'undecided'
  return sides.includes(null) && leadsOutside(premises, sides)
}

/** The word of a person on an opening that leads outside, kept as the check after import keeps it. */
export function confirmExit(_premises: Premises, openingId: OpeningId, exit: 'final' | 'none'): FloorEdit {
  const record = { table: 'openings', id: openingId } as const
  return { changes: [{ record, field: 'exit', after: exit }], made: [record] }
}

function proposalOf(
  premises: Premises,
  opening: Opening,
  lowest: ReadonlyMap<string, number>,
): 'final' | 'none' {
  const level = premises.levels[opening.levelId]
  if (!level || obstacleOf(opening) === 'neverEscape') return 'none'
  const isGround = level.ordinal === lowest.get(level.buildingId)
  const ontoGround = opening.sides.some((id) => {
    const zone = id === null ? undefined : premises.zones[id]
    return zone !== undefined && zone.levelId === null
  })
  const yard = opening.sides.some((id) =>
    ['yard', 'gate', 'outdoor'].includes(premises.zones[id ?? '']?.use ?? ''),
  )
  return isGround || ontoGround || (yard && leadsOutside(premises, opening.sides)) ? 'final' : 'none'
}

/** The lowest level of each building that is no basement. */
function lowestOrdinals({ levels }: Premises): ReadonlyMap<string, number> {
  const lowest = new Map<string, number>()
  for (const { buildingId, ordinal } of Object.values(levels)) {
    if (ordinal < 0) continue
    lowest.set(buildingId, Math.min(ordinal, lowest.get(buildingId) ?? Infinity))
  }
  return lowest
}
