import type { LevelId } from '../premises/ids.ts'
import type { Level, Premises } from '../premises/model.ts'
import { recordAt } from '../premises/operations/index.ts'
import type { Operation, RecordRef } from '../premises/operation.ts'
import type { Actions, View } from './app.ts'
import type { Context } from './context.ts'

/** The levels of one building, lowest first. */
export function levelsOf(premises: Premises, buildingId: string): Level[] {
  return Object.values(premises.levels)
    .filter((level) => level.buildingId === buildingId)
    .toSorted((a, b) => a.ordinal - b.ordinal || a.elevationM - b.elevationM)
}

/** Where a project opens: the ground level of its first building, or the lowest above ground. */
export function groundLevel(premises: Premises): LevelId | null {
  const [building] = Object.values(premises.buildings)
  if (building === undefined) return null
  const levels = levelsOf(premises, building.id)
  return (levels.find(({ ordinal }) => ordinal >= 0) ?? levels.at(-1))?.id ?? null
}

/** The view without what is no longer there. */
export function viewWithin(premises: Premises, view: View): View {
  const level = view.levelId === null ? undefined : premises.levels[view.levelId]
  const levelId = level?.id ?? groundLevel(premises)
  const selection =
    view.selection !== null && recordAt(premises, view.selection) === undefined ? null : view.selection
  return levelId === view.levelId && selection === view.selection ? view : { ...view, levelId, selection }
}

/** The level on which a record is seen; of those it is on, `preferred` if it is one. Null: on none, or on all. */
export function levelOfRecord(
  premises: Premises,
  record: RecordRef,
  preferred: LevelId | null,
): LevelId | null {
  if (record.table === 'facility') return null
  const first = (levels: readonly (LevelId | null | undefined)[]) => {
    const known = levels.filter((level) => level !== null && level !== undefined)
    return known.find((level) => level === preferred) ?? known[0] ?? null
  }
  const zone = (id: string) => premises.zones[id]
  const zoneLevels = (ids: readonly string[]) =>
    ids.flatMap((id) => [zone(id)?.levelId, ...(zone(id)?.spansLevelIds ?? [])])
  switch (record.table) {
    case 'levels':
      return premises.levels[record.id]?.id ?? null
    case 'zones':
      return first(zoneLevels([record.id]))
    case 'openings':
      return premises.openings[record.id]?.levelId ?? null
    case 'walls':
      return premises.walls[record.id]?.levelId ?? null
    case 'stairs':
      return first(zoneLevels(premises.stairs[record.id]?.zoneIds ?? []))
    case 'lifts':
      return first(zoneLevels(premises.lifts[record.id]?.zoneIds ?? []))
    case 'ramps': {
      const ramp = premises.ramps[record.id]
      return ramp === undefined ? null : first(zoneLevels([ramp.lowerZoneId, ramp.upperZoneId]))
    }
    default:
      return null
  }
}

/** The level to look at after operations on it: that of the first record that is on one. */
export function levelOfChange(premises: Premises, operations: readonly Operation[]): LevelId | null {
  for (const { record } of operations) {
    const level = levelOfRecord(premises, record, null)
    if (level !== null) return level
  }
  return null
}

/** Selecting, looking, and going up and down. */
export function viewActions({ store }: Context): Pick<Actions, 'select' | 'setView' | 'stepLevel'> {
  return {
    select: (record, { fly = false } = {}) =>
      store.setState(({ view, project }) => {
        if (record === null || project === null) return { view: { ...view, selection: record } }
        const levelId = fly
          ? (levelOfRecord(project.premises, record, view.levelId) ?? view.levelId)
          : view.levelId
        return { view: { ...view, selection: record, levelId, flyTo: view.flyTo + (fly ? 1 : 0) } }
      }),
    setView: (change) => store.setState(({ view }) => ({ view: { ...view, ...change } })),
    stepLevel: (by) =>
      store.setState(({ view, project }) => {
        if (project === null) return {}
        const { premises } = project
        const current = view.levelId === null ? undefined : premises.levels[view.levelId]
        if (current === undefined) return { view: { ...view, levelId: groundLevel(premises) } }
        const levels = levelsOf(premises, current.buildingId)
        const next = levels[levels.findIndex(({ id }) => id === current.id) + by]
        return next === undefined ? {} : { view: { ...view, levelId: next.id } }
      }),
  }
}
