import { midpoint } from '../geometry/segment.ts'
import type { LevelId } from '../ids.ts'
import type { Opening, Premises, Stair } from '../model.ts'
import type { RecordRef } from '../operation.ts'
import { isZoneUse } from '../uses.ts'
import type { Fault } from './fault.ts'
import { placeIn } from './place.ts'

/** Exits that a person has to decide on. */
export function undecidedExits(premises: Premises): readonly Fault[] {
  return Object.values(premises.openings).flatMap((opening): Fault[] =>
    opening.exit === 'undecided'
      ? [
          {
            kind: 'exitUndecided',
            record: { table: 'openings', id: opening.id },
            others: [],
            levelId: opening.levelId,
            at: midpoint(opening.segment),
            params: {},
            mendable: false,
          },
        ]
      : [],
  )
}

/** Zones whose use nobody has said: nobody is counted there by area of a known use, and no rule can judge them. */
export function zonesWithoutUse(premises: Premises): readonly Fault[] {
  return Object.values(premises.zones).flatMap((zone): Fault[] =>
    zone.use === 'unknown' || !isZoneUse(zone.use)
      ? [
          {
            kind: 'noUse',
            record: { table: 'zones', id: zone.id },
            others: [],
            levelId: zone.levelId,
            at: placeIn(zone.polygon),
            params: {},
            mendable: false,
          },
        ]
      : [],
  )
}

/** Widths that are only assumed: one fault a level, with how many. */
export function assumedWidths(premises: Premises): readonly Fault[] {
  const byLevel = new Map<LevelId, RecordRef[]>()
  for (const { levelId, record } of assumedWidthsOf(premises)) {
    const records = byLevel.get(levelId)
    if (records) records.push(record)
    else byLevel.set(levelId, [record])
  }
  return [...byLevel].map(([levelId, others]) => ({
    kind: 'widthAssumed',
    record: { table: 'levels', id: levelId },
    others,
    levelId,
    at: null,
    params: { count: others.length },
    mendable: false,
  }))
}

function* assumedWidthsOf(
  premises: Premises,
): Generator<{ readonly levelId: LevelId; readonly record: RecordRef }> {
  for (const opening of Object.values(premises.openings))
    if (isAssumedWidth(opening))
      yield { levelId: opening.levelId, record: { table: 'openings', id: opening.id } }
  for (const { id, lowerZoneId, evidence } of Object.values(premises.ramps)) {
    const levelId = premises.zones[lowerZoneId]?.levelId
    if (levelId && isAssumedMark(evidence['clearWidthM']?.mark))
      yield { levelId, record: { table: 'ramps', id } }
  }
  for (const stair of Object.values(premises.stairs))
    for (const [run, { flights }] of stair.runs.entries()) {
      const levelId = premises.zones[stair.zoneIds[run] ?? '']?.levelId
      if (levelId && flights.length > 0 && isAssumedMark(markOfRun(stair, run)))
        yield { levelId, record: { table: 'stairs', id: stair.id } }
    }
}

/** Whether a door or passage has a width that is only assumed, or none. */
export function isAssumedWidth({ kind, clearWidthM, evidence }: Opening): boolean {
  if (kind !== 'door' && kind !== 'passage') return false
  return clearWidthM === undefined || isAssumedMark(evidence['clearWidthM']?.mark)
}

/** Nothing known of a value is an assumption too. */
export function isAssumedMark(mark: string | undefined): boolean {
  return mark === undefined || mark === 'assumed'
}

/** How one run of a stair is known: its own mark, else that of all. */
export function markOfRun(stair: Stair, at: number): string | undefined {
  return (stair.evidence[`runs.${at}`] ?? stair.evidence['runs'])?.mark
}
