import { nearestOnBoundary } from '../inside.ts'
import { gridPerMetre, snapPolygon } from '../plane.ts'
import type { Point, Polygon } from '../plane.ts'
import { mended } from '../polygonOps.ts'
import { normalised, rings } from '../ring.ts'
import { polygonFaults } from '../validity.ts'
import { bucketsOf } from './buckets.ts'
import type { Buckets } from './buckets.ts'

/**
 * A zone made ready for shortest paths: its corners in whole cells of the 0.1 mm grid, seen from its own corner, so that
 * every cross product is exact (for zones up to 9 km) and no tolerance is needed. Typed arrays throughout.
 */
export interface Domain {
  /** What is computed with: on the grid, oriented, mended where it crossed itself. */
  readonly polygon: Polygon
  readonly originX: number
  readonly originY: number
  readonly x: Float64Array
  readonly y: Float64Array
  /** Neighbour on the ring; the inside lies left of vertex → next. */
  readonly next: Int32Array
  readonly previous: Int32Array
  /** Vertices with more than 180° inside: a shortest path bends at these alone. */
  readonly reflex: Int32Array
  /** Where the edges lie; null in zones of few corners, where looking at all is quicker. */
  readonly buckets: Buckets | null
}

/** From this many corners on the raster pays. */
const manyCorners = 48

/** A zone's domain; null where the polygon has no area to walk on. */
export function domainOf(polygon: Polygon): Domain | null {
  const tidy = sound(normalised(snapPolygon(polygon)))
  if (tidy === null) return null
  const all = rings(tidy)
  const count = all.reduce((sum, ring) => sum + ring.length, 0)
  const x = new Float64Array(count)
  const y = new Float64Array(count)
  const next = new Int32Array(count)
  const previous = new Int32Array(count)
  let at = 0
  for (const ring of all) {
    const first = at
    for (const point of ring) {
      x[at] = Math.round(point[0] * gridPerMetre)
      y[at] = Math.round(point[1] * gridPerMetre)
      next[at] = at + 1 < first + ring.length ? at + 1 : first
      previous[at] = at > first ? at - 1 : first + ring.length - 1
      at += 1
    }
  }
  const originX = x.reduce((least, value) => Math.min(least, value), Infinity)
  const originY = y.reduce((least, value) => Math.min(least, value), Infinity)
  for (let index = 0; index < count; index += 1) {
    x[index]! -= originX
    y[index]! -= originY
  }
  const reflex = reflexVertices(x, y, next, previous)
  const buckets = count < manyCorners ? null : bucketsOf(x, y, next)
  return { polygon: tidy, originX, originY, x, y, next, previous, reflex, buckets }
}

/** The polygon itself if it has no fault, else its largest part that has none. */
function sound(polygon: Polygon): Polygon | null {
  if (polygonFaults(polygon).length === 0) return polygon
  const part = mended(polygon)
  const tidy = part && normalised(part)
  return tidy && polygonFaults(tidy).length === 0 ? tidy : null
}

function reflexVertices(
  x: Float64Array,
  y: Float64Array,
  next: Int32Array,
  previous: Int32Array,
): Int32Array {
  const found: number[] = []
  for (let v = 0; v < x.length; v += 1) {
    const a = previous[v]!
    const b = next[v]!
    const turn = (x[v]! - x[a]!) * (y[b]! - y[v]!) - (y[v]! - y[a]!) * (x[b]! - x[v]!)
    if (turn < 0) found.push(v)
  }
  return Int32Array.from(found)
}

/** Whether a grid point lies inside the domain or on its boundary, exactly. */
export function holds({ x, y, next }: Domain, px: number, py: number): boolean {
  let odd = false
  for (let a = 0; a < x.length; a += 1) {
    const b = next[a]!
    const ay = y[a]!
    const by = y[b]!
    if ((ay < py && by < py) || (ay > py && by > py)) continue
    const turn = (x[b]! - x[a]!) * (py - ay) - (by - ay) * (px - x[a]!)
    if (turn === 0 && (px - x[a]!) * (px - x[b]!) <= 0 && (py - ay) * (py - by) <= 0) return true
    if (ay > py !== by > py && turn > 0 === by > ay) odd = !odd
  }
  return odd
}

/** A place of the domain, in its cells, and the length of the hop to it from the point asked for, in cells. */
export interface Foothold {
  readonly x: number
  readonly y: number
  readonly hop: number
}

/** Hops shorter than this (0.3 mm) are rounding to the grid, not a way. */
const roundingCells = 3

/**
 * Where a point stands in the domain: itself, or the nearest place of the boundary. A door's middle lies in the wall, up to
 * half a metre away from either zone.
 */
export function foothold(domain: Domain, point: Point): Foothold {
  const px = point[0] * gridPerMetre - domain.originX
  const py = point[1] * gridPerMetre - domain.originY
  if (holds(domain, Math.round(px), Math.round(py))) return { x: Math.round(px), y: Math.round(py), hop: 0 }
  const [bx, by] = nearestOnBoundary(domain.polygon, point)
  const place = cellNear(domain, bx * gridPerMetre - domain.originX, by * gridPerMetre - domain.originY)
  const hop = length(place.x - px, place.y - py)
  return { ...place, hop: hop < roundingCells ? 0 : hop }
}

/** The cell of the domain nearest to a place on its boundary, within two cells; the nearest corner if there is none. */
function cellNear(domain: Domain, bx: number, by: number): { x: number; y: number } {
  let best: { x: number; y: number } | null = null
  let least = Infinity
  for (let x = Math.round(bx) - 2; x <= Math.round(bx) + 2; x += 1) {
    for (let y = Math.round(by) - 2; y <= Math.round(by) + 2; y += 1) {
      const away = length(x - bx, y - by)
      if (away < least && holds(domain, x, y)) {
        least = away
        best = { x, y }
      }
    }
  }
  if (best) return best
  let corner = 0
  for (let v = 1; v < domain.x.length; v += 1) {
    const away = length(domain.x[v]! - bx, domain.y[v]! - by)
    if (away < length(domain.x[corner]! - bx, domain.y[corner]! - by)) corner = v
  }
  return { x: domain.x[corner]!, y: domain.y[corner]! }
}

function length(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy)
}
