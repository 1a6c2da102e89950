import type { Point, Segment } from '../../premises/geometry/plane.ts'
import { direction, distance, nearestOnSegment } from '../../premises/geometry/segment.ts'
import type { SnapScene } from './snapScene.ts'

/** A shift that brings a thing to rest against what is there, and what shows why. */
export interface Shift {
  readonly by: Point
  readonly caught: 'corner' | 'wall' | 'line' | null
  readonly lines: readonly Segment[]
}

/** Corners of one thing that are looked at; a block of many rooms rests by its first. */
const mostCorners = 48

/**
 * The shift of a block of corners that brings one of them, moved by `by`, onto a corner, or else onto a wall. Corners and
 * walls that move themselves are left out by `stands`.
 */
export function restingShift(
  corners: readonly Point[],
  by: Point,
  scene: SnapScene,
  reachM: number,
  stands: (corner: Point) => boolean = () => true,
): Shift {
  let best: Shift | null = null
  let least = reachM
  const offer = (from: Point, to: Point, caught: 'corner' | 'wall') => {
    const moved: Point = [from[0] + by[0], from[1] + by[1]]
    const away = distance(moved, to)
    if (away > least || (best?.caught === 'corner' && caught === 'wall')) return
    if (best?.caught === 'wall' && caught === 'corner') least = reachM
    least = Math.min(least, away)
    best = { by: [to[0] - from[0], to[1] - from[1]], caught, lines: [] }
  }
  for (const from of corners.slice(0, mostCorners)) {
    const moved: Point = [from[0] + by[0], from[1] + by[1]]
    for (const corner of scene.cornersNear(moved, reachM)) if (stands(corner)) offer(from, corner, 'corner')
    for (const wall of scene.wallsNear(moved, reachM))
      if (stands(wall[0]) && stands(wall[1])) offer(from, nearestOnSegment(wall, moved), 'wall')
  }
  return best ?? { by, caught: null, lines: [] }
}

/**
 * How far a wall is moved across itself: to the line of a corner elsewhere within reach, or else in round steps. The distance
 * is counted to the left of the wall.
 */
export function acrossShift(
  wall: Segment,
  offM: number,
  scene: SnapScene,
  options: { readonly reachM: number; readonly stepM: number; readonly off: boolean },
): { readonly offM: number; readonly line: Segment | null } {
  const [dx, dy] = direction(wall)
  const [x, y] = wall[0]
  const round = Math.round(offM / options.stepM) * options.stepM
  if (options.off) return { offM: round, line: null }
  let found: Point | null = null
  let least = options.reachM
  let nearestAlong = Infinity
  for (const corner of scene.corners) {
    const off = -(corner[0] - x) * dy + (corner[1] - y) * dx
    // A corner on the wall's own line moves with it, or holds it where it is.
    if (Math.abs(off) < 1e-3) continue
    const away = Math.abs(off - offM)
    if (away > options.reachM) continue
    const alongWall = Math.abs(
      (corner[0] - (wall[0][0] + wall[1][0]) / 2) * dx + (corner[1] - (wall[0][1] + wall[1][1]) / 2) * dy,
    )
    if (away < least - 1e-6 || (away < least + 1e-6 && alongWall < nearestAlong))
      [found, least, nearestAlong] = [corner, away, alongWall]
  }
  if (!found) return { offM: round, line: null }
  const off = -(found[0] - x) * dy + (found[1] - y) * dx
  const middle: Point = [(wall[0][0] + wall[1][0]) / 2 - dy * off, (wall[0][1] + wall[1][1]) / 2 + dx * off]
  return { offM: off, line: [found, middle] }
}
