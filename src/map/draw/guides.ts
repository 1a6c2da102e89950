import type { Point, Segment } from '../../premises/geometry/plane.ts'
import { direction, distance, distanceToSegment } from '../../premises/geometry/segment.ts'
import { foot, type Guide } from './snap.ts'
import type { SnapScene } from './snapScene.ts'

/** How far away a wall may end whose straight continuation is offered, metres. */
const continuedM = 6

/** The unit vector a quarter turn to the left. */
export function quarter([x, y]: Point): Point {
  return [-y + 0, x]
}

/**
 * The lines that a next corner is caught by: along and across the axes from the last corner and from the first (to close
 * at a right angle), straight on and square to the last stretch.
 */
export function guidesOfLine(corners: readonly Point[], axis: Point): readonly Guide[] {
  const guides: Guide[] = []
  const add = (origin: Point, along: Point) => {
    const isThere = guides.some(
      (guide) =>
        guide.origin === origin && Math.abs(guide.along[0] * along[1] - guide.along[1] * along[0]) < 1e-6,
    )
    if (!isThere) guides.push({ origin, along })
  }
  const square = (origin: Point, along: Point) => {
    add(origin, along)
    add(origin, quarter(along))
  }
  const [first, last, before] = [corners[0], corners.at(-1), corners.at(-2)]
  if (last && before && distance(before, last) > 0) square(last, direction([before, last]))
  if (last) square(last, axis)
  if (first && first !== last) square(first, axis)
  return guides
}

/** Straight continuations of walls that end near a point and run past it within reach. */
export function continuedWalls(scene: SnapScene, at: Point, reachM: number): readonly Guide[] {
  const guides: Guide[] = []
  for (const wall of scene.wallsNear(at, continuedM)) {
    const [a, b] = wall
    const along = direction(wall)
    const end = distance(a, at) < distance(b, at) ? a : b
    // Beside itself a wall catches by itself.
    if (distanceToSegment(wall, at) < distance(end, at) - 1e-9) continue
    if (distance(end, at) > continuedM || distance(foot({ origin: end, along }, at), at) > reachM) continue
    const isKnown = guides.some(
      (guide) =>
        Math.abs(guide.along[0] * along[1] - guide.along[1] * along[0]) < 1e-6 &&
        distance(foot(guide, end), end) < 1e-3,
    )
    if (!isKnown) guides.push({ origin: end, along })
  }
  return guides
}

/** The lines that a dragged corner is caught by: along its walls, and square from their far ends. */
export function guidesOfCorner(corner: Point, walls: readonly Segment[]): readonly Guide[] {
  return walls
    .filter(([a, b]) => distance(a, corner) < 1e-3 || distance(b, corner) < 1e-3)
    .flatMap(([a, b]) => {
      const far = distance(a, corner) < 1e-3 ? b : a
      const along = direction([far, corner])
      return [
        { origin: far, along },
        { origin: far, along: quarter(along) },
      ]
    })
}
