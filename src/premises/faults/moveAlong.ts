import { distanceToBoundary, nearestOnBoundary } from '../geometry/inside.ts'
import type { Point, Polygon, Segment } from '../geometry/plane.ts'
import { snapPoint } from '../geometry/plane.ts'
import { midpoint } from '../geometry/segment.ts'
import type { OpeningId, ZoneId } from '../ids.ts'
import type { Opening, Premises } from '../model.ts'
import type { Change } from '../operation.ts'
import { touchM } from './gaps.ts'

/** A wall that a mend brings to its neighbour takes its doors along, no farther than this, metres. */
const farthestM = 0.12

/** The changes that keep openings in the walls of zones that get other polygons: moved straight across onto the new wall. */
export function openingsAlong(premises: Premises, polygons: ReadonlyMap<ZoneId, Polygon>): readonly Change[] {
  return Object.values(premises.openings).flatMap((opening): Change[] => {
    const segment = alongWith(premises, polygons, opening)
    return segment === null
      ? []
      : [{ record: { table: 'openings', id: opening.id }, field: 'segment', after: segment }]
  })
}

function alongWith(
  premises: Premises,
  polygons: ReadonlyMap<ZoneId, Polygon>,
  { sides, segment }: Opening,
): Segment | null {
  const middle = midpoint(segment)
  for (const id of sides) {
    const polygon = id === null ? undefined : polygons.get(id)
    const zone = id === null ? undefined : premises.zones[id]
    if (polygon === undefined || zone === undefined) continue
    const was = distanceToBoundary(zone.polygon, middle)
    if (was > touchM || distanceToBoundary(polygon, middle) <= touchM) continue
    const near = nearestOnBoundary(polygon, middle)
    const shift: Point = [near[0] - middle[0], near[1] - middle[1]]
    if (shift[0] * shift[0] + shift[1] * shift[1] > farthestM * farthestM) continue
    const moved = ([x, y]: Point): Point => snapPoint([x + shift[0], y + shift[1]])
    return [moved(segment[0]), moved(segment[1])]
  }
  return null
}

/** The openings that have a zone on one side. */
export function openingsOf(
  premises: Premises,
  zoneId: ZoneId,
): readonly (Opening & { readonly id: OpeningId })[] {
  return Object.values(premises.openings).filter(({ sides }) => sides.includes(zoneId))
}
