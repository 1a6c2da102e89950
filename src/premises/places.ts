import type { LevelId, ZoneId } from './ids.ts'
import type { Level, Premises, Zone } from './model.ts'
import { zoneUse } from './uses.ts'

/** A zone on one level: a node of the building graph. A zone through several levels has one on each. */
export interface Place {
  /** The zone's id; on its further levels with `@` and the level's id behind it. */
  readonly key: string
  readonly zone: Zone
  readonly levelId: LevelId | null
}

/**
 * Levels of one zone that are no farther apart are one place, metres: a floor with a few steps in it. Farther apart, the zone
 * runs through a void, and only a stair or a ramp leads from one level of it to another.
 */
const stepM = 1.8

/** The places of a zone, from below; one for a zone on one level or on none. */
export function placesOf(premises: Premises, zone: Zone): readonly Place[] {
  const places: Place[] = []
  let below: Level | null = null
  for (const level of levelsOf(premises, zone)) {
    if (below === null || level.elevationM - below.elevationM > stepM) places.push(placeOn(zone, level.id))
    else if (level.id === zone.levelId) places[places.length - 1] = placeOn(zone, level.id)
    below = level
  }
  return places.length > 0 ? places : [placeOn(zone, zone.levelId)]
}

/** The place of a zone that an opening of this level leads to; on its own level where the zone does not run through that one. */
export function placeAt(premises: Premises, zone: Zone, levelId: LevelId): Place {
  const places = placesOf(premises, zone)
  const heightOf = (id: LevelId | null) => premises.levels[id ?? '']?.elevationM ?? 0
  const runsThrough = zone.levelId === levelId || zone.spansLevelIds?.includes(levelId) === true
  const height = heightOf(runsThrough ? levelId : zone.levelId)
  // The highest place that begins no more than a few steps above the level.
  const reached = places.filter((place) => heightOf(place.levelId) <= height + stepM)
  return reached[reached.length - 1] ?? (places[0] as Place)
}

/** The places that a stair passes, bottom to top: the nth time through one zone is the nth place of it. */
export function placesOfStair(premises: Premises, zoneIds: readonly ZoneId[]): readonly (Place | null)[] {
  const times = new Map<ZoneId, number>()
  return zoneIds.map((id) => {
    const zone = premises.zones[id]
    if (zone === undefined) return null
    const time = times.get(id) ?? 0
    times.set(id, time + 1)
    const places = placesOf(premises, zone)
    return places[Math.min(time, places.length - 1)] ?? null
  })
}

/** Whether a zone counts as the outside: nobody in it needs a way out. */
export function isOutdoor(zone: Zone): boolean {
  return zone.levelId === null || zoneUse(zone.use).kind === 'outdoor'
}

function placeOn(zone: Zone, levelId: LevelId | null): Place {
  return { key: levelId === zone.levelId ? zone.id : `${zone.id}@${levelId}`, zone, levelId }
}

/** The levels that a zone runs through, from below. */
function levelsOf({ levels }: Premises, zone: Zone): readonly Level[] {
  const ids = new Set([zone.levelId, ...(zone.spansLevelIds ?? [])])
  return [...ids]
    .flatMap((id) => (id === null ? [] : (levels[id] ?? [])))
    .toSorted((a, b) => a.elevationM - b.elevationM || (a.id < b.id ? -1 : 1))
}
