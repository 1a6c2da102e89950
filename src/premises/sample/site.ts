import { rectangle } from '../geometry/ring.ts'
import type { AssemblyPoint, Ramp, Zone } from '../model.ts'
import { drawing, plainId, sampleId } from './key.ts'
import type { SiteLayout } from './layout.ts'

/** Yards, gates and the stand of the fire trucks: zones outdoors, in the frame of the site (the building's own). */
export function outdoorZones({ zones }: SiteLayout): readonly Zone[] {
  return zones.map(({ key, name, use, at }) => ({
    id: sampleId('zone', 'san', key),
    levelId: null,
    name,
    use,
    polygon: rectangle(...at),
    occupants: 0,
    evidence: { polygon: drawing },
  }))
}

export function assemblyPointsOf({ assemblyPoints }: SiteLayout): readonly AssemblyPoint[] {
  return assemblyPoints.map(({ key, name, at, capacity }) => ({
    id: plainId<'assemblyPoint'>('tk', key),
    name,
    position: at,
    capacity,
    evidence: { capacity: drawing },
  }))
}

/** The vehicle ramp from the basement to the yard: no way out for persons. */
export function rampOf({ ramp: { key, lower, upper, ...facts } }: SiteLayout): Ramp {
  return {
    id: sampleId('ramp', key),
    ...facts,
    lowerZoneId: sampleId('zone', lower),
    upperZoneId: sampleId('zone', upper),
    use: 'vehicles',
    evidence: { clearWidthM: drawing, lengthM: drawing },
  }
}
