import { rectangle } from '../geometry/ring.ts'
import { snapPoint } from '../geometry/plane.ts'
import type { Point, Polygon, Ring } from '../geometry/plane.ts'
import type { AxisShape, Box, ThinAxes } from './layout.ts'

/** Half the thickness of a wall of 0.2 m, and of a partition of 0.1 m. */
const halfWallM = 0.1
const halfPartitionM = 0.05

/** Half the thickness of the wall on the axis x = value (or y = value). */
export function halfThickness(thin: ThinAxes, along: 'x' | 'y', value: number): number {
  return thin[along].includes(value) ? halfPartitionM : halfWallM
}

/** The clear polygon between the walls on the axes of `at`: what a person measures inside the room. */
export function clearPolygon(at: AxisShape, hole: Box | undefined, thin: ThinAxes): Polygon {
  return {
    outer: shifted(axisRing(at), thin, 1),
    holes: hole ? [shifted(rectangle(...hole).outer.toReversed(), thin, 1)] : [],
  }
}

/** The outer face of the walls on the axes of `at`. */
export function outerFace(at: AxisShape): Polygon {
  return { outer: shifted(axisRing(at), { x: [], y: [] }, -1), holes: [] }
}

export function axisRing(at: AxisShape): Ring {
  return isBox(at) ? rectangle(...at).outer : at
}

function isBox(at: AxisShape): at is Box {
  return typeof at[0] === 'number'
}

/** A right-angled ring, each edge moved to its left (`side` 1) or right (−1) by half the wall that stands on it. */
function shifted(ring: Ring, thin: ThinAxes, side: 1 | -1): Ring {
  return ring.map((corner, index) => {
    const before = ring[(index + ring.length - 1) % ring.length] as Point
    const after = ring[(index + 1) % ring.length] as Point
    const edges = [
      [before, corner],
      [corner, after],
    ] as const
    let [x, y] = corner
    for (const [from, to] of edges) {
      if (from[0] === to[0]) x -= side * Math.sign(to[1] - from[1]) * halfThickness(thin, 'x', from[0])
      else y += side * Math.sign(to[0] - from[0]) * halfThickness(thin, 'y', from[1])
    }
    return snapPoint([x, y])
  })
}
