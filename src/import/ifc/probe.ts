import { contains } from '../../premises/geometry/inside.ts'
import type { Point } from '../../premises/geometry/plane.ts'
import { leftNormal } from '../../premises/geometry/segment.ts'
import type { Space } from './spaces.ts'

/** Finds the room at a point of the building. */
export type SpaceAt = (point: Point, z: number) => Space | null

/** Slack above and below a room, for floors a few centimetres off. */
const heightSlackM = 0.1

/**
 * Looks up rooms by position. Where rooms overlap, the one whose floor is nearest below the point is meant, then the
 * smallest: a shaft through several storeys yields to the room that stands on this one.
 */
export function spaceFinder(spaces: readonly Space[]): SpaceAt {
  return ([x, y], z) => {
    let best: Space | null = null
    for (const space of spaces) {
      const [x0, y0, x1, y1] = space.box
      if (x < x0 || x > x1 || y < y0 || y > y1) continue
      if (z < space.z0 - heightSlackM || z > space.z1 + heightSlackM) continue
      if (best !== null && (space.z0 < best.z0 || (space.z0 === best.z0 && boxArea(space) >= boxArea(best))))
        continue
      if (contains(space.polygon, [x, y])) best = space
    }
    return best
  }
}

function boxArea({ box: [x0, y0, x1, y1] }: Space): number {
  return (x1 - x0) * (y1 - y0)
}

export interface Sides {
  readonly left: Space | null
  readonly right: Space | null
  /** Distances from the probed line to the rooms, metres; null on a side without one. */
  readonly leftM: number | null
  readonly rightM: number | null
}

/** Where a door is probed: first and last distance from its axis, and the step between. */
const nearestM = 0.15
const farthestM = 0.8
const stepM = 0.05
/** Shares of the width at which a side is probed, beside its middle. */
const shares = [0.5, 0.25, 0.75] as const

/**
 * The rooms on both sides of a line from `a` to `b` at height z, probed along its normal. `reachM` widens the search
 * beyond 0.8 m where the wall is known to be thick.
 */
export function probeSides(at: SpaceAt, a: Point, b: Point, z: number, reachM = farthestM): Sides {
  const [nx, ny] = leftNormal([a, b])
  const look = (sign: 1 | -1): { space: Space; m: number } | null => {
    for (let m = nearestM; m <= Math.max(reachM, farthestM) + 1e-9; m += stepM) {
      for (const share of shares) {
        const x = a[0] + (b[0] - a[0]) * share + nx * sign * m
        const y = a[1] + (b[1] - a[1]) * share + ny * sign * m
        const space = at([x, y], z)
        if (space !== null) return { space, m: edgeDistance(at, space, [x, y], [nx * sign, ny * sign], m, z) }
      }
    }
    return null
  }
  const left = look(1)
  const right = look(-1)
  return {
    left: left?.space ?? null,
    right: right?.space ?? null,
    leftM: left?.m ?? null,
    rightM: right?.m ?? null,
  }
}

/** Back from a hit towards the door to where the room begins, to a millimetre; at most a wall's thickness past the axis. */
function edgeDistance(at: SpaceAt, space: Space, hit: Point, normal: Point, m: number, z: number): number {
  const holds = (back: number): boolean =>
    at([hit[0] - normal[0] * back, hit[1] - normal[1] * back], z) === space
  let inside = 0
  let outside = m + farthestM
  if (holds(outside)) return m - outside
  // The first step back out of the room, then halving.
  for (let back = stepM; back < outside; back += stepM) {
    if (!holds(back)) {
      outside = back
      break
    }
    inside = back
  }
  while (outside - inside > 0.001) {
    const middle = (inside + outside) / 2
    if (holds(middle)) inside = middle
    else outside = middle
  }
  return m - inside
}
