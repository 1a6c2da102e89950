import { along, direction, distance } from '../../geometry/segment.ts'
import type { Point, Polygon, Ring } from '../../geometry/plane.ts'

/** A kerb turns into the next street on a curve; bends gentler than this keep their shape (sine of 30°). */
const sharpSine = 0.5

/** Pieces of a kerb's curve. */
const pieces = 6

/** Surfaces with their inner corners rounded, as kerbs are where one street turns into another. */
export function withKerbs(surfaces: readonly Polygon[], radiusM: number): readonly Polygon[] {
  return surfaces.map(({ outer, holes }) => ({
    outer: turned(outer, radiusM),
    holes: holes.map((hole) => turned(hole, radiusM)),
  }))
}

/** The ring with every corner that points into the surface (a right turn, as the inside lies left) on a curve. */
function turned(ring: Ring, radiusM: number): Ring {
  return ring.flatMap((corner, index) => {
    const before = ring[(index + ring.length - 1) % ring.length] as Point
    const after = ring[(index + 1) % ring.length] as Point
    const [ax, ay] = direction([before, corner])
    const [bx, by] = direction([corner, after])
    if (ax * by - ay * bx > -sharpSine) return [corner]
    const back = (other: Point) =>
      along([corner, other], Math.min(radiusM, 0.45 * distance(corner, other)) / distance(corner, other))
    const [from, to] = [back(before), back(after)]
    return Array.from({ length: pieces + 1 }, (_, step) => {
      const share = step / pieces
      return along([along([from, corner], share), along([corner, to], share)], share)
    })
  })
}
