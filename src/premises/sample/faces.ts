import { polygonEdges } from '../geometry/ring.ts'
import { snapPoint } from '../geometry/plane.ts'
import type { Segment } from '../geometry/plane.ts'
import type { Zone } from '../model.ts'
import type { AxisPoint } from './layout.ts'

/** One face of a zone's wall: the straight edge of its clear polygon, from the lower to the higher coordinate. */
export interface Face {
  readonly zone: Zone
  /** It runs along x: a wall seen as a horizontal line on the plan. */
  readonly alongX: boolean
  /** Where it stands, and from where to where it runs. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/** How far the face of a wall may lie from its axis, metres: half a wall of 0.2 m, and a little for rounding. */
const reachM = 0.11

/** The wall faces of a level's zones; all of them are right-angled. */
export function facesOf(zones: readonly Zone[]): readonly Face[] {
  return zones.flatMap((zone) =>
    Array.from(polygonEdges(zone.polygon), ([a, b]) => {
      const alongX = a[1] === b[1]
      const [p, q] = alongX ? [a[0], b[0]] : [a[1], b[1]]
      return { zone, alongX, at: alongX ? a[1] : a[0], from: Math.min(p, q), to: Math.max(p, q) }
    }),
  )
}

/** The face in whose wall an opening of this width fits, with its centre at a point of the wall's axis. */
export function faceAt(faces: readonly Face[], centre: AxisPoint, width: number): Face | undefined {
  const half = width / 2 - 1e-6
  return faces.find(({ alongX, at, from, to }) => {
    const [place, beside] = alongX ? [centre[0], centre[1]] : [centre[1], centre[0]]
    return Math.abs(beside - at) <= reachM && from <= place - half && place + half <= to
  })
}

/** The opening itself, on the axis of its wall, from the lower to the higher coordinate. */
export function jambs({ alongX }: Face, [x, y]: AxisPoint, width: number): Segment {
  const half = width / 2
  return alongX
    ? [
        [x - half, y],
        [x + half, y],
      ]
    : [
        [x, y - half],
        [x, y + half],
      ]
}

/** Whether the zone of the face lies left of an opening at this place of the wall's axis. */
export function isLeft({ alongX, at }: Face, [x, y]: AxisPoint): boolean {
  return alongX ? at > y : at < x
}

/** The segment on the grid of 0.1 mm. */
export function onGrid([a, b]: Segment): Segment {
  return [snapPoint(a), snapPoint(b)]
}
