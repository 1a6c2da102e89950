import { insideEvenOdd } from '../geometry/inside.ts'
import { labelPoint } from '../geometry/labelPoint.ts'
import { centroid } from '../geometry/measure.ts'
import type { Point, Polygon } from '../geometry/plane.ts'

/** A point of a polygon to fly to: its centre of gravity, or where that lies outside the middle of its widest part. */
export function placeIn(polygon: Polygon): Point | null {
  if (polygon.outer.length === 0) return null
  const middle = centroid(polygon)
  return insideEvenOdd(polygon, middle) ? middle : labelPoint(polygon).point
}
