import type { Point } from '../../premises/geometry/plane.ts'
import { along, distance } from '../../premises/geometry/segment.ts'

export interface ArrowPlace {
  readonly at: Point
  /** Direction in degrees, clockwise from the x axis of a sheet whose y runs down. */
  readonly turnDeg: number
}

/** Places for arrow heads along a line, every `spacing` units, the first half a spacing from its start. */
export function arrowPlaces(line: readonly Point[], spacing: number): readonly ArrowPlace[] {
  const places: ArrowPlace[] = []
  let next = spacing / 2
  let walked = 0
  for (let index = 1; index < line.length; index += 1) {
    const [a, b] = [line[index - 1] as Point, line[index] as Point]
    const length = distance(a, b)
    const turnDeg = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI
    for (; length > 0 && next <= walked + length; next += spacing) {
      places.push({ at: along([a, b], (next - walked) / length), turnDeg })
    }
    walked += length
  }
  return places
}
