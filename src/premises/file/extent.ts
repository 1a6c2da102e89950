import type { Point } from '../geometry/plane.ts'
import type { Premises, Zone } from '../model.ts'
import { type Frame, frameOf, storedPosition } from '../placement.ts'

/** West, south, east, north in degrees: the `bbox` of GeoJSON. */
export type Extent = readonly [number, number, number, number]

/** The frames in which the premises are drawn: a building's, or the site's for what belongs to none. */
export interface Frames {
  readonly ofBuilding: (id: string | undefined) => Frame
  readonly ofLevel: (id: string | null) => Frame
  readonly ofZone: (zone: Zone) => Frame
}

export function framesOf(premises: Premises): Frames {
  const site = frameOf(premises.facility.placement)
  const frames = new Map<string, Frame>()
  for (const { id, placement } of Object.values(premises.buildings)) frames.set(id, frameOf(placement))
  const ofBuilding = (id: string | undefined) => (id === undefined ? site : (frames.get(id) ?? site))
  const ofLevel = (id: string | null) => ofBuilding(id === null ? undefined : premises.levels[id]?.buildingId)
  return {
    ofBuilding,
    ofLevel,
    ofZone: ({ levelId, buildingId }) => (levelId === null ? ofBuilding(buildingId) : ofLevel(levelId)),
  }
}

/** The smallest rectangle around everything drawn, null where nothing is. */
export function extentOf(premises: Premises): Extent | null {
  const frames = framesOf(premises)
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  const take = (frame: Frame, points: readonly Point[]) => {
    for (const point of points) {
      const [longitude, latitude] = storedPosition(frame, point)
      west = Math.min(west, longitude)
      east = Math.max(east, longitude)
      south = Math.min(south, latitude)
      north = Math.max(north, latitude)
    }
  }
  for (const { id, footprint } of Object.values(premises.buildings))
    take(frames.ofBuilding(id), footprint?.outer ?? [])
  for (const { id, outline } of Object.values(premises.levels)) take(frames.ofLevel(id), outline?.outer ?? [])
  for (const zone of Object.values(premises.zones)) take(frames.ofZone(zone), zone.polygon.outer)
  for (const wall of Object.values(premises.walls)) take(frames.ofLevel(wall.levelId), wall.polygon.outer)
  for (const { buildingId, position } of Object.values(premises.assemblyPoints))
    take(frames.ofBuilding(buildingId), [position])
  return west > east ? null : [west, south, east, north]
}
