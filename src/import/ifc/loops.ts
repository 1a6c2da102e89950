import { insideEvenOdd } from '../../premises/geometry/inside.ts'
import { signedArea } from '../../premises/geometry/ring.ts'
import { along, leftNormal } from '../../premises/geometry/segment.ts'
import type { Point, Polygon, Ring, Segment } from '../../premises/geometry/plane.ts'

/**
 * Directed edges as closed rings. Two edges that run against each other cancel, so that the faces of a mesh leave their
 * outline. Rings that touch in a point stay apart, each simple. null where an edge leads nowhere. Points must be snapped.
 */
export function closedLoops(edges: readonly Segment[]): readonly Ring[] | null {
  const points = new Map<string, Point>()
  const counts = new Map<string, number>()
  const next = new Map<string, string[]>()
  const key = ([x, y]: Point): string => `${x},${y}`
  for (const [a, b] of edges) {
    const [from, to] = [key(a), key(b)]
    if (from === to) continue
    points.set(from, a)
    points.set(to, b)
    const back = counts.get(`${to} ${from}`) ?? 0
    if (back > 0) counts.set(`${to} ${from}`, back - 1)
    else counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1)
  }
  for (const [edge, count] of counts) {
    const [from, to] = edge.split(' ') as [string, string]
    for (let copy = 0; copy < count; copy += 1) next.set(from, [...(next.get(from) ?? []), to])
  }
  const rings: Ring[] = []
  for (const start of next.keys()) {
    while ((next.get(start)?.length ?? 0) > 0) {
      // Each time the walk meets itself the loop is cut off as a ring.
      const path = [start]
      while (path.length > 0) {
        const to = next.get(path[path.length - 1] as string)?.pop()
        if (to === undefined) return null
        const met = path.indexOf(to)
        if (met < 0) path.push(to)
        else {
          const loop = path.splice(met)
          if (loop.length > 2) rings.push(loop.map((each) => points.get(each) as Point))
          if (met > 0) path.push(to)
        }
      }
    }
  }
  return rings
}

/** Rings sorted into outers (counter-clockwise) with their holes (clockwise). */
export function nested(rings: readonly Ring[]): Polygon[] {
  const outers = rings.filter((ring) => signedArea(ring) > 0)
  const holes = rings.filter((ring) => signedArea(ring) < 0)
  return outers.map((outer) => ({
    outer,
    holes: holes.filter((hole) => ownerOf(hole, outers) === outer),
  }))
}

/** The smallest outer ring around a hole, seen from a point just outside the hole. */
function ownerOf(hole: Ring, outers: readonly Ring[]): Ring | null {
  const edge: Segment = [hole[0] as Point, hole[1] as Point]
  const [x, y] = along(edge, 0.5)
  const [nx, ny] = leftNormal(edge)
  const beside: Point = [x + nx * 1e-5, y + ny * 1e-5]
  const around = outers.filter((outer) => insideEvenOdd({ outer, holes: [] }, beside))
  return around.toSorted((p, q) => signedArea(p) - signedArea(q))[0] ?? null
}
