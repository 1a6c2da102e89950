import { weakestMark } from './evidence.ts'
import type { EnteredMark } from './evidence.ts'
import type { BuildingId, LevelId } from './ids.ts'
import type { Premises, Zone } from './model.ts'
import { personsOf } from './persons.ts'

/** Persons of a level, a building or the whole premises, and what the number rests on. */
export interface OccupantTotal {
  readonly persons: number
  /** Of the persons, those who cannot use stairs. */
  readonly assisted: number
  /** Of the persons, those that somebody counted or a file brought, and those from the floor area. */
  readonly entered: number
  readonly fromArea: number
  /** The weakest mark of the counts; null where there is nobody. */
  readonly mark: EnteredMark | null
}

export interface OccupantTotals {
  readonly all: OccupantTotal
  readonly perLevel: ReadonlyMap<LevelId, OccupantTotal>
  readonly perBuilding: ReadonlyMap<BuildingId, OccupantTotal>
}

/** Those of a zone's persons who cannot use stairs: never more than there are persons. */
export function assistedOf(zone: Zone): number {
  return Math.min(personsOf(zone).count, Math.max(0, zone.assisted ?? 0))
}

/** Totals over all zones; a zone through several levels counts on its own level. Levels without persons have a total of 0. */
export function occupantTotals(premises: Premises): OccupantTotals {
  const all: Zone[] = Object.values(premises.zones)
  const byLevel = new Map<LevelId, Zone[]>(Object.values(premises.levels).map(({ id }) => [id, []]))
  const byBuilding = new Map<BuildingId, Zone[]>(Object.values(premises.buildings).map(({ id }) => [id, []]))
  for (const zone of all) {
    const level = zone.levelId === null ? undefined : premises.levels[zone.levelId]
    const buildingId = level?.buildingId ?? zone.buildingId
    if (level) byLevel.get(level.id)?.push(zone)
    if (buildingId) byBuilding.get(buildingId)?.push(zone)
  }
  return { all: totalOf(all), perLevel: totals(byLevel), perBuilding: totals(byBuilding) }
}

function totals<T>(groups: ReadonlyMap<T, readonly Zone[]>): ReadonlyMap<T, OccupantTotal> {
  return new Map([...groups].map(([key, zones]) => [key, totalOf(zones)]))
}

export function totalOf(zones: readonly Zone[]): OccupantTotal {
  const marks: EnteredMark[] = []
  let [persons, assisted, entered] = [0, 0, 0]
  for (const zone of zones) {
    const { count, source, mark } = personsOf(zone)
    if (count === 0) continue
    persons += count
    assisted += assistedOf(zone)
    if (source === 'entered') entered += count
    marks.push(mark)
  }
  const mark = marks.length > 0 ? weakestMark(marks) : null
  return { persons, assisted, entered, fromArea: persons - entered, mark }
}
