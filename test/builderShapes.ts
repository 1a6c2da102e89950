import type { OpeningKind, Zone } from '../src/premises/model.ts'
import { snapPoint } from '../src/premises/geometry/plane.ts'
import type { Point, Polygon, Ring, Segment } from '../src/premises/geometry/plane.ts'
import { normalised, polygonEdges, rectangle } from '../src/premises/geometry/ring.ts'
import { direction, distance, midpoint, nearestOnSegment } from '../src/premises/geometry/segment.ts'
import { sharedEdges } from '../src/premises/geometry/sharedEdges.ts'

/** Rectangle [x0, y0, x1, y1], ring of points, or polygon with holes. */
export type Shape = readonly [number, number, number, number] | Ring | Polygon

/** Widest wall that a door of the builder reaches through, metres. */
const wallReachM = 0.6
/** The opening's segment, first zone on its left: in the shared wall, or in the first zone's wall to the outside. */
export function wallSegment(
  a: Zone,
  b: Zone | null,
  kind: OpeningKind,
  { at, width }: { readonly at?: Point; readonly width?: number },
): Segment {
  const walls = b
    ? sharedEdges(a.polygon, b.polygon, wallReachM).map((edge) => edge.segment)
    : [...polygonEdges(a.polygon)]
  const longest = walls.toSorted((p, q) => distance(q[0], q[1]) - distance(p[0], p[1]))
  const wall = at
    ? longest.toSorted(
        (p, q) => distance(nearestOnSegment(p, at), at) - distance(nearestOnSegment(q, at), at),
      )[0]
    : longest[0]
  if (wall === undefined) throw new Error(`${a.name} and ${b?.name ?? 'the outside'} share no wall`)
  const length = distance(wall[0], wall[1])
  const wide = width ?? (kind === 'passage' ? length : Math.min(0.9, length))
  if (wide > length + 1e-9)
    throw new Error(`the wall of ${a.name} is ${length} m long, too short for ${wide} m`)
  const [dx, dy] = direction(wall)
  const half = wide / 2
  const centre = at ? nearestOnSegment(wall, at) : midpoint(wall)
  const along = Math.min(Math.max(distance(wall[0], centre), half), length - half)
  const point = (shift: number): Point => snapPoint([wall[0][0] + dx * shift, wall[0][1] + dy * shift])
  return [point(along - half), point(along + half)]
}

export function polygonOf(shape: Shape): Polygon {
  if ('outer' in shape) return normalised(shape)
  const first = shape[0]
  if (typeof first !== 'number') return normalised({ outer: shape as Ring, holes: [] })
  return rectangle(...(shape as readonly [number, number, number, number]))
}
