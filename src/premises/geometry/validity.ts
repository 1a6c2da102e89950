import { insideEvenOdd } from './inside.ts'
import { signedArea } from './ring.ts'
import { turn } from './segment.ts'
import { gridPerMetre } from './plane.ts'
import type { Point, Polygon, Ring, Segment } from './plane.ts'

/** What is wrong with a polygon, and where. */
export interface PolygonFault {
  readonly kind: 'tooFewPoints' | 'notANumber' | 'noArea' | 'crossing' | 'holeOutside' | 'orientation'
  readonly at?: Point
}

/**
 * The faults of a polygon; none means that it can be computed with. `crossing`: two edges cross, lie on each other, or a
 * ring comes back to a point of itself; two rings may touch. Judged on the 0.1 mm grid, in whole numbers, so exactly.
 */
export function polygonFaults(polygon: Polygon): readonly PolygonFault[] {
  const faults: PolygonFault[] = []
  const all: Ring[] = [polygon.outer, ...polygon.holes]
  for (const ring of all) {
    if (ring.length < 3) faults.push({ kind: 'tooFewPoints', ...(ring[0] ? { at: ring[0] } : {}) })
    const broken = ring.find(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y))
    if (broken) faults.push({ kind: 'notANumber' })
  }
  if (faults.length > 0) return faults
  all.forEach((ring, index) => {
    const size = signedArea(ring)
    const at = ring[0] as Point
    if (Math.abs(size) < 1e-8) faults.push({ kind: 'noArea', at })
    else if (size > 0 !== (index === 0)) faults.push({ kind: 'orientation', at })
  })
  for (const at of crossings(all.map(onGrid)))
    faults.push({ kind: 'crossing', at: [at[0] / gridPerMetre, at[1] / gridPerMetre] })
  if (faults.some((fault) => fault.kind === 'crossing')) return faults
  for (const hole of polygon.holes) {
    const at = hole[0] as Point
    const probes = hole.map((point, index): Point => {
      const next = hole[(index + 1) % hole.length] as Point
      return [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2]
    })
    const outer = { outer: polygon.outer, holes: [] }
    if (![...hole, ...probes].some((point) => insideEvenOdd(outer, point)))
      faults.push({ kind: 'holeOutside', at })
  }
  return faults
}

export function isSound(polygon: Polygon): boolean {
  return polygonFaults(polygon).length === 0
}

/** In cells of the grid: cross products of whole numbers are exact up to 9 km. */
function onGrid(ring: Ring): Ring {
  return ring.map(([x, y]) => [Math.round(x * gridPerMetre), Math.round(y * gridPerMetre)] as const)
}

interface Edge {
  readonly ring: number
  readonly index: number
  readonly count: number
  readonly segment: Segment
  readonly left: number
  readonly right: number
}

/** Points where edges cross or lie on each other: a sweep over x with the edges that overlap. */
function crossings(all: readonly Ring[]): Point[] {
  const edges: Edge[] = all.flatMap((ring, r) =>
    ring.map((a, index) => {
      const b = ring[(index + 1) % ring.length] as Point
      const segment: Segment = [a, b]
      return {
        ring: r,
        index,
        count: ring.length,
        segment,
        left: Math.min(a[0], b[0]),
        right: Math.max(a[0], b[0]),
      }
    }),
  )
  edges.sort((p, q) => p.left - q.left)
  const found: Point[] = []
  let active: Edge[] = []
  for (const edge of edges) {
    active = active.filter((other) => other.right >= edge.left)
    for (const other of active) {
      const at = fault(other, edge)
      if (at) found.push(at)
    }
    active.push(edge)
  }
  return found
}

function fault(p: Edge, q: Edge): Point | null {
  const [a, b] = p.segment
  const [c, d] = q.segment
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return null
  const neighbours =
    p.ring === q.ring && ((p.index + 1) % p.count === q.index || (q.index + 1) % q.count === p.index)
  const abc = turn(a, b, c)
  const abd = turn(a, b, d)
  const cda = turn(c, d, a)
  const cdb = turn(c, d, b)
  if (abc === 0 && abd === 0) return overlap(p.segment, q.segment)
  if (neighbours) return null
  if (Math.sign(abc) * Math.sign(abd) < 0 && Math.sign(cda) * Math.sign(cdb) < 0) {
    const share = abc / (abc - abd)
    return [c[0] + (d[0] - c[0]) * share, c[1] + (d[1] - c[1]) * share]
  }
  if (p.ring !== q.ring) return null
  if (abc === 0 && between(a, b, c)) return c
  if (abd === 0 && between(a, b, d)) return d
  if (cda === 0 && between(c, d, a)) return a
  if (cdb === 0 && between(c, d, b)) return b
  return null
}

function between(a: Point, b: Point, c: Point): boolean {
  return (
    Math.min(a[0], b[0]) <= c[0] &&
    c[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= c[1] &&
    c[1] <= Math.max(a[1], b[1])
  )
}

/** A point inside the stretch that two collinear edges share; null where they share none, or only an end. */
function overlap([a, b]: Segment, [c, d]: Segment): Point | null {
  const axis = Math.abs(b[0] - a[0]) >= Math.abs(b[1] - a[1]) ? 0 : 1
  const from = Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis]))
  const to = Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis]))
  if (to <= from) return null
  const share = ((from + to) / 2 - a[axis]) / (b[axis] - a[axis])
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}
