import { distanceToPolygon } from '../geometry/inside.ts'
import type { Point, Polygon, Segment } from '../geometry/plane.ts'
import { direction, leftNormal, midpoint } from '../geometry/segment.ts'
import type { Opening, Premises } from '../model.ts'

/** An opening as it lies in its wall. */
export interface Gap {
  readonly opening: Opening
  /** From the segment to the wall's face on its left and on its right, metres. */
  readonly leftM: number
  readonly rightM: number
  /** The piece of wall that it takes out. */
  readonly polygon: Polygon
}

/** Walls of this half thickness are drawn where zones touch, metres. */
export const thinWallM = 0.05
/** Outer walls reach this far out of their zone where nobody drew them. */
export const outerWallM = 0.2

/** Deepest half of a wall that an opening reaches through. */
const deepestM = 0.6
/** Reach beyond the face of a wall, so that no sliver of it stays. */
const beyondM = 0.01

/**
 * The gap of an opening, measured from the zones on both sides. To the outside, a wall that was drawn (`isDrawn`) reaches as far
 * as to the inside, as openings are drawn in its middle; one that was not is as thick as outer walls are drawn.
 */
export function gapOf(premises: Premises, opening: Opening, isDrawn: boolean): Gap {
  const middle = midpoint(opening.segment)
  const [left, right] = opening.sides.map((id) => {
    const zone = id === null ? undefined : premises.zones[id]
    if (zone === undefined) return null
    return Math.min(deepestM, Math.max(thinWallM, distanceToPolygon(zone.polygon, middle)))
  })
  const outward = (inward: number | null | undefined): number => {
    const known = inward ?? thinWallM
    if (isDrawn && known > thinWallM) return known
    return Math.max(thinWallM, outerWallM - (known > thinWallM ? known : 0))
  }
  const leftM = left ?? outward(right)
  const rightM = right ?? outward(left)
  return { opening, leftM, rightM, polygon: strip(opening.segment, leftM + beyondM, rightM + beyondM) }
}

/** The rectangle along a segment, so far to its left and so far to its right. */
export function strip(segment: Segment, leftM: number, rightM: number): Polygon {
  const [a, b] = segment
  const n = leftNormal(segment)
  return {
    outer: [shifted(a, n, -rightM), shifted(b, n, -rightM), shifted(b, n, leftM), shifted(a, n, leftM)],
    holes: [],
  }
}

/** A point moved along a unit vector. */
export function shifted([x, y]: Point, [dx, dy]: Point, metres: number): Point {
  return [x + dx * metres, y + dy * metres]
}

/** A segment moved to its left (right for negative metres). */
export function besides(segment: Segment, metres: number): Segment {
  const n = leftNormal(segment)
  return [shifted(segment[0], n, metres), shifted(segment[1], n, metres)]
}

/** A point given along a segment from its start, and to its left. */
export function atSegment(segment: Segment, alongM: number, leftM: number): Point {
  return shifted(shifted(segment[0], direction(segment), alongM), leftNormal(segment), leftM)
}
