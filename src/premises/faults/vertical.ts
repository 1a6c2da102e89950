import type { ZoneId } from '../ids.ts'
import type { Premises, Stair, Zone } from '../model.ts'
import { placesOfStair } from '../places.ts'
import { zoneUse } from '../uses.ts'
import type { Fault } from './fault.ts'
import { placeIn } from './place.ts'

/** Stairs that join no two storeys, stair zones that no stair runs through, and storeys of a stair that no door leads to. */
export function stairFaults(premises: Premises): readonly Fault[] {
  const held = new Set<ZoneId>(Object.values(premises.stairs).flatMap(({ zoneIds }) => zoneIds))
  for (const { lowerZoneId, upperZoneId } of Object.values(premises.ramps)) {
    held.add(lowerZoneId)
    held.add(upperZoneId)
  }
  const joined = joinedZones(premises)
  return [
    ...Object.values(premises.stairs).flatMap((stair) => oneStorey(premises, stair)),
    ...Object.values(premises.zones).flatMap((zone): Fault[] => {
      if (zone.levelId === null || zoneUse(zone.use).kind !== 'stair') return []
      if (!held.has(zone.id)) return [zoneFault(zone, 'noStair')]
      return joined.has(zone.id) ? [] : [zoneFault(zone, 'noDoor')]
    }),
  ]
}

function oneStorey(premises: Premises, stair: Stair): Fault[] {
  const places = placesOfStair(premises, stair.zoneIds)
  const keys = new Set(places.flatMap((place) => (place === null ? [] : [place.key])))
  if (keys.size > 1 && stair.runs.length > 0) return []
  const zone = premises.zones[stair.zoneIds[0] ?? '']
  return [
    {
      kind: 'stairLeadsNowhere',
      why: 'oneStorey',
      record: { table: 'stairs', id: stair.id },
      others: zone ? [{ table: 'zones', id: zone.id }] : [],
      levelId: zone?.levelId ?? null,
      at: zone ? placeIn(zone.polygon) : null,
      params: {},
      mendable: false,
    },
  ]
}

function zoneFault(zone: Zone, why: 'noStair' | 'noDoor'): Fault {
  return {
    kind: 'stairLeadsNowhere',
    why,
    record: { table: 'zones', id: zone.id },
    others: [],
    levelId: zone.levelId,
    at: placeIn(zone.polygon),
    params: {},
    mendable: false,
  }
}

/** Zones that a door or passage leads into. */
function joinedZones(premises: Premises): ReadonlySet<ZoneId> {
  const joined = new Set<ZoneId>()
  for (const { kind, sides } of Object.values(premises.openings)) {
    if (kind !== 'door' && kind !== 'passage') continue
    for (const id of sides) if (id !== null) joined.add(id)
  }
  return joined
}
