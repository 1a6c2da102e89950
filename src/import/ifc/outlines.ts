import { area } from '../../premises/geometry/measure.ts'
import { insideEvenOdd } from '../../premises/geometry/inside.ts'
import { snapPolygon, type Point, type Polygon, type Segment } from '../../premises/geometry/plane.ts'
import { offset } from '../../premises/geometry/polygonOps.ts'
import { normalised } from '../../premises/geometry/ring.ts'
import { leftNormal, midpoint } from '../../premises/geometry/segment.ts'

/** Gaps up to twice this between rooms and walls are closed: unmodelled layers, drawing errors. */
const closingM = 0.3
/** Doors and windows close the walls that they stand in, this deep. */
const openingM = 0.2

/**
 * The outlines of a storey, largest first: rooms and walls with the gaps between them closed, and with what they enclose
 * (courtyards, rooms that the file does not have) filled.
 */
export function outlinesOf(
  rooms: readonly Polygon[],
  walls: readonly Polygon[],
  openings: readonly Segment[],
): readonly Polygon[] {
  const solid = [...rooms, ...walls, ...openings.map(thickened)].map(({ outer }) => ({ outer, holes: [] }))
  const grown = offset(solid, closingM).map(({ outer }) => ({ outer, holes: [] }))
  return offset(grown, -closingM)
    .map(({ outer }) => normalised(snapPolygon({ outer, holes: [] })))
    .toSorted((p, q) => area(q) - area(p))
}

/** How far beyond a door the open air is looked for: past the thickest wall. */
const beyondM = 1.2

/** Whether one goes into the open through a door: past it, on the side that is no room, lies no part of the building. */
export function leadsIntoTheOpen(
  door: Segment,
  openSide: 'left' | 'right',
  outlines: readonly Polygon[],
): boolean {
  const [x, y] = midpoint(door)
  const [nx, ny] = leftNormal(door)
  const away = openSide === 'left' ? beyondM : -beyondM
  const beyond: Point = [x + nx * away, y + ny * away]
  return !outlines.some((outline) => insideEvenOdd(outline, beyond))
}

function thickened(segment: Segment): Polygon {
  const [nx, ny] = leftNormal(segment)
  const [a, b] = segment
  const beside = ([x, y]: Point, by: number): Point => [x + nx * by, y + ny * by]
  const half = openingM / 2
  return { outer: [beside(a, -half), beside(b, -half), beside(b, half), beside(a, half)], holes: [] }
}
