import { t } from '../../i18n/index.ts'
import type { EvidenceMap } from '../evidence.ts'
import { newId, type ZoneId } from '../ids.ts'
import type { Premises, Stair, StairKind, StairRun } from '../model.ts'
import type { Change, RecordRef } from '../operation.ts'

/** What a stair that is not there yet is given. */
export interface NewStair {
  readonly name: string
  readonly kind: StairKind
  readonly evidence: EvidenceMap
}

/**
 * The changes that let a run lead from one zone to another: it goes on the stair that ends at the lower one, or before the stair
 * that begins at the upper one, joins both where both are, and is a stair of its own where none is.
 */
export function linked(
  premises: Premises,
  lower: ZoneId,
  upper: ZoneId,
  run: StairRun,
  fresh: NewStair,
): { readonly changes: readonly Change[]; readonly made: RecordRef } {
  const below = stairEndingAt(premises, lower)
  const above = stairStartingAt(premises, upper)
  const zoneIds = [...(below?.zoneIds ?? [lower]), ...(above?.zoneIds ?? [upper])]
  const runs = [...(below?.runs ?? []), run, ...(above?.runs ?? [])]
  const keeper = below ?? above
  if (!keeper) {
    const stair: Stair = { id: newId<'stair'>(), ...fresh, zoneIds, runs }
    const made = { table: 'stairs', id: stair.id } as const
    return { changes: [{ record: made, field: null, after: stair }], made }
  }
  const made = { table: 'stairs', id: keeper.id } as const
  const changes: Change[] = [
    { record: made, field: 'zoneIds', after: zoneIds },
    { record: made, field: 'runs', after: runs },
  ]
  // The mark of all runs is that of the least known.
  if (keeper.evidence['runs']?.mark !== 'assumed' && fresh.evidence['runs'])
    changes.push({ record: made, field: 'evidence.runs', after: fresh.evidence['runs'] })
  if (below && above) changes.push({ record: { table: 'stairs', id: above.id }, field: null, after: null })
  return { changes, made }
}

export function stairEndingAt({ stairs }: Premises, zone: ZoneId): Stair | null {
  return Object.values(stairs).find(({ zoneIds }) => zoneIds.at(-1) === zone) ?? null
}

export function stairStartingAt({ stairs }: Premises, zone: ZoneId): Stair | null {
  return Object.values(stairs).find(({ zoneIds }) => zoneIds[0] === zone) ?? null
}

/** Whether a stair leads up from a zone already. */
export function leadsUp({ stairs }: Premises, zone: ZoneId): boolean {
  return Object.values(stairs).some(({ zoneIds }) => zoneIds.slice(0, -1).includes(zone))
}

/** The first name that no stair has: Cầu thang A, B, … Z, A2, …. */
export function nextStairName({ stairs }: Premises): string {
  const taken = new Set(Object.values(stairs).map(({ name }) => name))
  return firstFree(taken, (n) => {
    const letter = String.fromCharCode(65 + (n % 26))
    return t('fittings.stairName', { letter: n < 26 ? letter : `${letter}${Math.floor(n / 26) + 1}` })
  })
}

/** The first of the names that is not taken. */
export function firstFree(taken: ReadonlySet<string>, nameOf: (n: number) => string): string {
  for (let n = 0; ; n += 1) {
    const name = nameOf(n)
    if (!taken.has(name)) return name
  }
}
