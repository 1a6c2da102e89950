import type { LevelId, ZoneId } from '../../src/premises/ids.ts'
import type { Premises, Zone } from '../../src/premises/model.ts'
import { isOutdoor, placeAt, placesOf, placesOfStair } from '../../src/premises/places.ts'
import type { Place } from '../../src/premises/places.ts'

/** The places of the premises (a zone on one level each) by number, zones in the order of their ids. */
export interface Places {
  readonly zoneIds: readonly ZoneId[]
  readonly zones: readonly Zone[]
  readonly zoneOutdoor: Uint8Array
  /** Places of zone z: placeFrom[z] … placeFrom[z + 1] − 1. */
  readonly placeFrom: Int32Array
  readonly placeZone: Int32Array
  readonly placeLevel: readonly (LevelId | null)[]
  /** The place of a zone that an opening of a level leads to; −1 = no zone. */
  readonly at: (zone: Zone | null, levelId: LevelId) => number
  /** The places that a stair or ramp passes, bottom to top; −1 = no zone. */
  readonly through: (zoneIds: readonly ZoneId[]) => readonly number[]
}

export function numberPlaces(premises: Premises): Places {
  const zoneIds = (Object.keys(premises.zones) as ZoneId[]).sort()
  const zones = zoneIds.flatMap((id) => premises.zones[id] ?? [])
  const placeFrom = new Int32Array(zones.length + 1)
  const placeZone: number[] = []
  const placeLevel: (LevelId | null)[] = []
  const number = new Map<string, number>()
  zones.forEach((zone, at) => {
    for (const { key, levelId } of placesOf(premises, zone)) {
      number.set(key, placeZone.length)
      placeZone.push(at)
      placeLevel.push(levelId)
    }
    placeFrom[at + 1] = placeZone.length
  })
  const numberOf = (place: Place | null): number => (place ? (number.get(place.key) ?? -1) : -1)
  return {
    zoneIds,
    zones,
    zoneOutdoor: Uint8Array.from(zones, (zone) => (isOutdoor(zone) ? 1 : 0)),
    placeFrom,
    placeZone: Int32Array.from(placeZone),
    placeLevel,
    at: (zone, levelId) => numberOf(zone && placeAt(premises, zone, levelId)),
    through: (ids) => placesOfStair(premises, ids).map(numberOf),
  }
}
