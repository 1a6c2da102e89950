import { snap, type Point, type Polygon, type Segment } from '../../premises/geometry/plane.ts'
import { normalised, signedArea } from '../../premises/geometry/ring.ts'
import { closedLoops, nested } from './loops.ts'
import type { Triangles } from './mesh.ts'

/** Parts of a cut smaller than this are slivers. */
const smallestPartM2 = 0.0005

/**
 * What a horizontal plane cuts out of a solid: polygons with holes. Empty where it does not meet the solid; null where
 * the mesh is not closed there.
 */
export function sectionAt(shape: Triangles, z: number): readonly Polygon[] | null {
  const edges: Segment[] = []
  for (let at = 0; at < shape.length; at += 9) {
    const edge = cut(shape, at, z)
    if (edge !== null) edges.push(edge)
  }
  const loops = closedLoops(edges)
  if (loops === null) return null
  const area = loops.reduce((sum, ring) => sum + signedArea(ring), 0)
  return nested(area < 0 ? loops.map((ring) => ring.toReversed()) : loops)
    .map((polygon) => normalised(polygon))
    .filter((polygon) => signedArea(polygon.outer) > smallestPartM2)
}

/** The edge in which one triangle meets the plane, the solid on its left; null where it does not. */
function cut(shape: Triangles, at: number, z: number): Segment | null {
  const above = [shape[at + 2]! > z, shape[at + 5]! > z, shape[at + 8]! > z]
  const count = Number(above[0]) + Number(above[1]) + Number(above[2])
  if (count === 0 || count === 3) return null
  // The corner that stands alone on its side of the plane, and the two after it in the order of the face.
  const lone = above.indexOf(count === 1)
  const corner = at + lone * 3
  const second = at + ((lone + 1) % 3) * 3
  const third = at + ((lone + 2) % 3) * 3
  const first = crossing(shape, corner, second, z)
  const last = crossing(shape, corner, third, z)
  return count === 1 ? [first, last] : [last, first]
}

/** Where an edge of the mesh passes the plane: the same point, to the last bit, seen from either of its faces. */
function crossing(shape: Triangles, from: number, to: number, z: number): Point {
  const [low, high] = shape[from + 2]! < shape[to + 2]! ? [from, to] : [to, from]
  const share = (z - shape[low + 2]!) / (shape[high + 2]! - shape[low + 2]!)
  return [
    snap(shape[low]! + (shape[high]! - shape[low]!) * share),
    snap(shape[low + 1]! + (shape[high + 1]! - shape[low + 1]!) * share),
  ]
}
