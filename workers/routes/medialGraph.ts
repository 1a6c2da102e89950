import Delaunator from 'delaunator'
import { holds } from '../../src/premises/geometry/geodesic/domain.ts'
import type { Domain } from '../../src/premises/geometry/geodesic/domain.ts'
import { gridPerMetre } from '../../src/premises/geometry/plane.ts'

/** The medial line of a zone as a graph, in cells of its domain. */
export interface MedialGraph {
  readonly x: Float64Array
  readonly y: Float64Array
  /** Per arc. */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly length: Float64Array
  /** Arcs at node n: nodeArc[nodeFrom[n]] … nodeArc[nodeFrom[n + 1] − 1]. */
  readonly nodeFrom: Int32Array
  readonly nodeArc: Int32Array
}

/** Points of the boundary stand so close, metres; farther where there would be more than `mostSamples` of them. */
const sampleM = 0.25
const mostSamples = 3000

/**
 * The medial line: the points that have their nearest wall on two sides. Taken from the Voronoi diagram of points set
 * along the boundary (its vertices are the middles of circles that touch three of them; J. W. Brandt 1994), without the
 * branches that run into convex corners. Between parallel walls it is their middle line within 1 cm.
 */
export function medialGraphOf(domain: Domain): MedialGraph | null {
  const { points, ring, place, sizes } = samples(domain)
  if (points.length < 8) return null
  const { triangles, halfedges } = new Delaunator(points)
  const count = triangles.length / 3
  const x = new Float64Array(count)
  const y = new Float64Array(count)
  const inside = new Uint8Array(count)
  for (let t = 0; t < count; t++) {
    const middle = circumcentre(points, triangles[3 * t]!, triangles[3 * t + 1]!, triangles[3 * t + 2]!)
    if (middle === null) continue
    x[t] = middle[0]
    y[t] = middle[1]
    inside[t] = holds(domain, middle[0], middle[1]) ? 1 : 0
  }
  const arcs: [number, number][] = []
  for (let e = 0; e < halfedges.length; e++) {
    const twin = halfedges[e]!
    if (twin < e) continue
    const [t, u] = [Math.floor(e / 3), Math.floor(twin / 3)]
    if (inside[t] === 0 || inside[u] === 0) continue
    const [p, q] = [triangles[e]!, triangles[twin]!]
    const size = sizes[ring[p]!]!
    const step = Math.abs(place[p]! - place[q]!)
    if (ring[p] === ring[q] && (step === 1 || step === size - 1)) continue
    arcs.push([t, u])
  }
  return graphOf(x, y, withoutCornerBranches(count, arcs))
}

/** Points along the boundary, evenly within each wall: flat coordinates, ring and place on the ring of each. */
function samples({ x, y, next }: Domain) {
  let around = 0
  for (let a = 0; a < x.length; a++) around += wall(x, y, a, next[a]!)
  const spacing = Math.max(sampleM * gridPerMetre, around / mostSamples)
  const points: number[] = []
  const ring: number[] = []
  const place: number[] = []
  const sizes: number[] = []
  for (let first = 0; first < x.length;) {
    let at = 0
    let a = first
    let last = first
    do {
      const b = next[a]!
      const parts = Math.max(1, Math.ceil(wall(x, y, a, b) / spacing))
      for (let part = 0; part < parts; part++) {
        points.push(x[a]! + ((x[b]! - x[a]!) * part) / parts, y[a]! + ((y[b]! - y[a]!) * part) / parts)
        ring.push(sizes.length)
        place.push(at++)
      }
      last = Math.max(last, a)
      a = b
    } while (a !== first)
    sizes.push(at)
    first = last + 1
  }
  return { points: Float64Array.from(points), ring, place, sizes }
}

function wall(x: Float64Array, y: Float64Array, a: number, b: number): number {
  const dx = x[b]! - x[a]!
  const dy = y[b]! - y[a]!
  return Math.sqrt(dx * dx + dy * dy)
}

function circumcentre(points: Float64Array, a: number, b: number, c: number): [number, number] | null {
  const ax = points[2 * a]!
  const ay = points[2 * a + 1]!
  const bx = points[2 * b]! - ax
  const by = points[2 * b + 1]! - ay
  const cx = points[2 * c]! - ax
  const cy = points[2 * c + 1]! - ay
  const area = 2 * (bx * cy - by * cx)
  if (area === 0) return null
  const bb = bx * bx + by * by
  const cc = cx * cx + cy * cy
  return [ax + (cy * bb - by * cc) / area, ay + (bx * cc - cx * bb) / area]
}

/** The arcs without those on the way from a loose end to the first fork: they run into a convex corner. */
function withoutCornerBranches(count: number, arcs: readonly [number, number][]): [number, number][] {
  const at: number[][] = Array.from({ length: count }, () => [])
  arcs.forEach(([a, b], arc) => {
    at[a]?.push(arc)
    at[b]?.push(arc)
  })
  const dropped = new Uint8Array(arcs.length)
  for (let node = 0; node < count; node++) {
    if (at[node]?.length !== 1) continue
    const branch: number[] = []
    let here = node
    let arc = at[node]?.[0]
    let isFork = false
    while (arc !== undefined && !isFork) {
      branch.push(arc)
      const [a, b] = arcs[arc] as [number, number]
      here = a === here ? b : a
      const others: number[] = (at[here] ?? []).filter((each) => each !== arc)
      isFork = others.length >= 2
      arc = others[0]
    }
    // A line without a fork is all there is of it: kept.
    if (isFork) for (const each of branch) dropped[each] = 1
  }
  return arcs.filter((_, arc) => dropped[arc] === 0)
}

function graphOf(x: Float64Array, y: Float64Array, arcs: readonly [number, number][]): MedialGraph | null {
  if (arcs.length === 0) return null
  const from = Int32Array.from(arcs, ([a]) => a)
  const to = Int32Array.from(arcs, ([, b]) => b)
  const length = Float64Array.from(arcs, ([a, b]) => wall(x, y, a, b))
  const nodeFrom = new Int32Array(x.length + 1)
  for (const [a, b] of arcs) {
    nodeFrom[a + 1]! += 1
    nodeFrom[b + 1]! += 1
  }
  for (let node = 0; node < x.length; node++) nodeFrom[node + 1]! += nodeFrom[node]!
  const filled = nodeFrom.slice()
  const nodeArc = new Int32Array(2 * arcs.length)
  arcs.forEach(([a, b], arc) => {
    nodeArc[filled[a]!] = arc
    filled[a]! += 1
    nodeArc[filled[b]!] = arc
    filled[b]! += 1
  })
  return { x, y, from, to, length, nodeFrom, nodeArc }
}
