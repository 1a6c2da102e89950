import type { Floor } from '../../../premises/floor/index.ts'
import type { Segment } from '../../../premises/geometry/plane.ts'
import { direction, distanceToSegment, leftNormal, midpoint } from '../../../premises/geometry/segment.ts'
import type { ZoneId } from '../../../premises/ids.ts'
import type { Side } from '../../../ui/drawing/screenSides.ts'

/** How far a stretch may lie from the line of the wall that it is part of, metres. */
const offM = 0.002

/** The zones left and right of a straight wall, each once, in the order in which the wall meets them. */
export function zonesAlong({ walls }: Floor, wall: Segment): readonly [readonly ZoneId[], readonly ZoneId[]] {
  const [ux, uy] = direction(wall)
  const [[ox, oy]] = wall
  const stretches = walls
    .filter(({ segment }) =>
      [segment[0], segment[1], midpoint(segment)].every((point) => distanceToSegment(wall, point) <= offM),
    )
    .map(({ segment, sides }) => {
      const [dx, dy] = direction(segment)
      const [mx, my] = midpoint(segment)
      const [left, right] = dx * ux + dy * uy >= 0 ? sides : [sides[1], sides[0]]
      return { at: (mx - ox) * ux + (my - oy) * uy, left, right }
    })
    .toSorted((a, b) => a.at - b.at)
  const once = (ids: readonly (ZoneId | null)[]) => [...new Set(ids.filter((id) => id !== null))]
  return [once(stretches.map(({ left }) => left)), once(stretches.map(({ right }) => right))]
}

/** On which side of the plan an end of a wall lies, seen from the other. */
export function endSide(wall: Segment, end: 'start' | 'end'): Side {
  const [dx, dy] = direction(wall)
  return end === 'end' ? sideOf(dx, dy) : sideOf(-dx, -dy)
}

/** On which side of the plan the left (the right) of a wall lies, seen from the wall. */
export function besideWall(wall: Segment, side: 'left' | 'right'): Side {
  const [nx, ny] = leftNormal(wall)
  return side === 'left' ? sideOf(nx, ny) : sideOf(-nx, -ny)
}

function sideOf(dx: number, dy: number): Side {
  if (Math.abs(dx) >= Math.abs(dy)) return dx > 0 ? 'right' : 'left'
  return dy > 0 ? 'top' : 'bottom'
}
