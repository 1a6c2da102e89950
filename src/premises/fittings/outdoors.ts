import { insideEvenOdd } from '../geometry/inside.ts'
import type { Point, Segment } from '../geometry/plane.ts'
import { leftNormal, midpoint } from '../geometry/segment.ts'
import type { LevelId, ZoneId } from '../ids.ts'
import type { Opening, Premises, Zone } from '../model.ts'
import { isOutdoor } from '../places.ts'
import { frameOf, reframed } from '../placement.ts'

/** How far beyond the middle of an outer wall the ground outside begins. */
const probesM = [0.1, 0.25, 0.45, 0.8]

/**
 * The sides of an opening with the yard, gate or other outdoor zone of no level filled in where an outer wall of the ground
 * floor has one behind it. Nothing is filled in on other floors: they have the air behind their walls.
 */
export function withOutdoors(
  premises: Premises,
  levelId: LevelId,
  segment: Segment,
  sides: Opening['sides'],
): Opening['sides'] {
  const level = premises.levels[levelId]
  if (level?.ordinal !== 0 || (sides[0] === null) === (sides[1] === null)) return sides
  const sign = sides[0] === null ? 1 : -1
  const [x, y] = midpoint(segment)
  const [nx, ny] = leftNormal(segment)
  const zone = outdoorAt(
    premises,
    levelId,
    probesM.map((m): Point => [x + nx * sign * m, y + ny * sign * m]),
  )
  return sign > 0 ? [zone, sides[1]] : [sides[0], zone]
}

/** The outdoor zone of no level at the first of the points that lies in one. */
function outdoorAt(premises: Premises, levelId: LevelId, points: readonly Point[]): ZoneId | null {
  const zones = Object.values(premises.zones).filter(({ levelId: on }) => on === null)
  if (zones.length === 0) return null
  const building = premises.buildings[premises.levels[levelId]?.buildingId ?? '']
  if (!building) return null
  const here = frameOf(building.placement)
  const site = frameOf(premises.facility.placement)
  for (const point of points) {
    for (const zone of zones) {
      const own = zone.buildingId === undefined ? null : premises.buildings[zone.buildingId]
      const frame = own ? frameOf(own.placement) : site
      if (insideEvenOdd(zone.polygon, own === building ? point : reframed(point, here, frame))) return zone.id
    }
  }
  return null
}

/** Whether an opening between these zones leads from the inside to the outside. */
export function leadsOutside(premises: Premises, sides: Opening['sides']): boolean {
  const isInside = (id: ZoneId | null) => {
    const zone: Zone | undefined = id === null ? undefined : premises.zones[id]
    return zone !== undefined && !isOutdoor(zone)
  }
  return isInside(sides[0]) !== isInside(sides[1])
}
