import { snapPolygon } from '../geometry/plane.ts'
import type { Polygon } from '../geometry/plane.ts'
import { rectangle } from '../geometry/ring.ts'
import type { AssemblyPoint, Ramp, Zone } from '../model.ts'
import { drawing, plainId, sampleId } from './key.ts'
import { circle } from './rounds.ts'
import type { Box, SiteLayout } from './layout.ts'

/** Yards, gates and the stand of the fire trucks: zones outdoors, in the frame of the site (the building's own). */
export function outdoorZones({ zones }: SiteLayout): readonly Zone[] {
  return zones.map(({ key, name, use, at, round }) => ({
    id: sampleId('zone', 'san', key),
    levelId: null,
    name,
    use,
    polygon: round ? annulus(at) : rectangle(...at),
    occupants: 0,
    evidence: { polygon: drawing },
  }))
}

function annulus([x, y, radius, inner]: Box): Polygon {
  return snapPolygon({ outer: circle(x, y, radius), holes: [circle(x, y, inner).toReversed()] })
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
