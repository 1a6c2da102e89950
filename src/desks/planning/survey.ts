import { t } from '../../i18n/index.ts'
import { isAssumedMark, isAssumedWidth, markOfRun } from '../../premises/faults/values.ts'
import type { Level, Opening, Premises, Stair } from '../../premises/model.ts'
import type { Change, RecordRef } from '../../premises/operation.ts'
import { measuredChanges, stamped } from './inspector/editing.ts'
import { openingName, sortedLevels, stairName, zoneName } from './names.ts'

/** One width that nobody has measured or read from a drawing. */
export interface SurveyItem {
  readonly key: string
  readonly record: RecordRef
  readonly name: string
  /** What is assumed; null where there is no width at all. */
  readonly valueM: number | null
  readonly minM: number
  readonly maxM: number
  /** The edit that a measured value makes. */
  readonly changes: (valueM: number) => readonly Change[]
}

export interface SurveyGroup {
  readonly level: Level
  readonly items: readonly SurveyItem[]
}

/** The assumed widths of doors, passages, ramps and stairs, by floor, top to bottom: the walk through the building. */
export function surveyItems(premises: Premises): readonly SurveyGroup[] {
  const byLevel = new Map<string, SurveyItem[]>()
  const add = (levelId: string | null | undefined, item: SurveyItem) => {
    if (!levelId) return
    const items = byLevel.get(levelId)
    if (items) items.push(item)
    else byLevel.set(levelId, [item])
  }
  for (const opening of Object.values(premises.openings)) {
    if (isAssumedWidth(opening)) add(opening.levelId, openingItem(premises, opening))
  }
  for (const ramp of Object.values(premises.ramps)) {
    if (!isAssumedMark(ramp.evidence['clearWidthM']?.mark)) continue
    const record: RecordRef = { table: 'ramps', id: ramp.id }
    add(premises.zones[ramp.lowerZoneId]?.levelId, {
      key: ramp.id,
      record,
      name: ramp.name,
      valueM: ramp.clearWidthM,
      minM: 0.2,
      maxM: 50,
      changes: (valueM) => measuredChanges(record, 'clearWidthM', valueM),
    })
  }
  for (const stair of Object.values(premises.stairs)) {
    for (const item of stairItems(premises, stair))
      add(premises.zones[stair.zoneIds[item.run] ?? '']?.levelId, item)
  }
  return sortedLevels(premises).flatMap((level) => {
    const items = byLevel.get(level.id)
    return items
      ? [{ level, items: items.toSorted((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true })) }]
      : []
  })
}

const kept = new WeakMap<Opening, SurveyItem>()

/** The same object as long as the opening and its name stay. */
function openingItem(premises: Premises, opening: Opening): SurveyItem {
  const record: RecordRef = { table: 'openings', id: opening.id }
  const [a, b] = opening.sides.map((id) =>
    id === null ? t('planning.outside') : zoneName(premises.zones[id]),
  )
  const name = opening.name.trim() === '' ? openingName(premises, opening) : `${opening.name} (${a} – ${b})`
  const before = kept.get(opening)
  if (before?.name === name) return before
  const item: SurveyItem = {
    key: opening.id,
    record,
    name,
    valueM: opening.clearWidthM ?? null,
    minM: 0.2,
    maxM: 50,
    changes: (valueM) => measuredChanges(record, 'clearWidthM', valueM),
  }
  kept.set(opening, item)
  return item
}

/** One item per run: its narrowest flight. A measured value holds for the flights that were assumed as wide. */
function stairItems(premises: Premises, stair: Stair): (SurveyItem & { readonly run: number })[] {
  const record: RecordRef = { table: 'stairs', id: stair.id }
  return stair.runs.flatMap((run, at) => {
    const narrowest = Math.min(...run.flights.map((flight) => flight.clearWidthM))
    if (!Number.isFinite(narrowest) || !isAssumedMark(markOfRun(stair, at))) return []
    const above = premises.zones[stair.zoneIds[at + 1] ?? '']
    const level = above?.levelId ? premises.levels[above.levelId] : undefined
    return [
      {
        key: `${stair.id}-${at}`,
        run: at,
        record,
        name: t('planning.survey.flight', { stair: stairName(stair), level: level?.shortName ?? '' }),
        valueM: narrowest,
        minM: 0.3,
        maxM: 20,
        changes: (valueM: number): readonly Change[] =>
          measuredChangesOfRuns(record, stair, at, narrowest, valueM),
      },
    ]
  })
}

function measuredChangesOfRuns(
  record: RecordRef,
  stair: Stair,
  at: number,
  assumedM: number,
  valueM: number,
): readonly Change[] {
  const runs = stair.runs.map((run, index) =>
    index === at
      ? {
          ...run,
          flights: run.flights.map((flight) =>
            flight.clearWidthM === assumedM ? { ...flight, clearWidthM: valueM } : flight,
          ),
        }
      : run,
  )
  const evidence = stamped({ mark: 'measured' })
  // The mark of all runs, which figures rest on, stays assumed until the last of them is measured.
  const last = stair.runs.every((_, index) => index === at || !isAssumedMark(markOfRun(stair, index)))
  return [
    { record, field: 'runs', after: runs },
    { record, field: `evidence.runs.${at}`, after: evidence },
    ...(last ? [{ record, field: 'evidence.runs', after: evidence }] : []),
  ]
}

/** How many widths are left to measure. */
export function surveyCount(premises: Premises): number {
  const { openings, ramps, stairs, zones, levels } = premises
  const has = (levelId: string | null | undefined) => (levelId && levels[levelId] ? 1 : 0)
  let count = 0
  for (const opening of Object.values(openings)) if (isAssumedWidth(opening)) count += has(opening.levelId)
  for (const ramp of Object.values(ramps))
    if (isAssumedMark(ramp.evidence['clearWidthM']?.mark)) count += has(zones[ramp.lowerZoneId]?.levelId)
  for (const stair of Object.values(stairs))
    for (const { run } of stairItems(premises, stair)) count += has(zones[stair.zoneIds[run] ?? '']?.levelId)
  return count
}
