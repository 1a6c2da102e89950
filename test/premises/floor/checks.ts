import { insideEvenOdd } from '../../../src/premises/geometry/inside.ts'
import { labelPoint } from '../../../src/premises/geometry/labelPoint.ts'
import { area, bounds } from '../../../src/premises/geometry/measure.ts'
import type { Point, Polygon, Segment } from '../../../src/premises/geometry/plane.ts'
import { difference, union } from '../../../src/premises/geometry/polygonOps.ts'
import { polygonEdges, rings } from '../../../src/premises/geometry/ring.ts'
import {
  direction,
  distanceToSegment,
  leftNormal,
  segmentLength,
} from '../../../src/premises/geometry/segment.ts'
import { polygonFaults } from '../../../src/premises/geometry/validity.ts'
import type { LevelId, ZoneId } from '../../../src/premises/ids.ts'
import type { Opening, Premises, Zone } from '../../../src/premises/model.ts'

/** Zones of a level. */
export function zonesOn(premises: Premises, levelId: LevelId): readonly Zone[] {
  return Object.values(premises.zones).filter((zone) => zone.levelId === levelId)
}

export function openingsOn(premises: Premises, levelId: LevelId): readonly Opening[] {
  return Object.values(premises.openings).filter((opening) => opening.levelId === levelId)
}

const plans = new WeakMap<Premises, { readonly levelId: LevelId; readonly plan: readonly Polygon[] }>()

/** All that is drawn, by clipper2 on the same grid; kept per premises, since every check asks for it. */
export function floorPlan(premises: Premises, levelId: LevelId): readonly Polygon[] {
  const known = plans.get(premises)
  if (known?.levelId === levelId) return known.plan
  const plan = union(zonesOn(premises, levelId).map(({ polygon }) => polygon))
  plans.set(premises, { levelId, plan })
  return plan
}

export function total(polygons: readonly Polygon[]): number {
  return polygons.reduce((sum, polygon) => sum + area(polygon), 0)
}

/** The area in which two floors differ. */
export function apart(a: readonly Polygon[], b: readonly Polygon[]): number {
  return total(only(a, b)) + total(only(b, a))
}

/**
 * What lies in the one and not in the other. Where holes of both differ by a hair, clipper2 gives each of them back as a piece:
 * a piece counts only if a point within it says the same.
 */
function only(a: readonly Polygon[], b: readonly Polygon[]): readonly Polygon[] {
  const isIn = (floor: readonly Polygon[], point: Point) => floor.some((each) => insideEvenOdd(each, point))
  return difference(a, b).filter((piece) => {
    const within = labelPoint(piece).point
    return isIn(a, within) && !isIn(b, within)
  })
}

const known = new WeakMap<Polygon, ReturnType<typeof polygonFaults>>()

/** Faults of an outline; kept per outline, since an edit leaves most as they are. */
function outlineFaults(polygon: Polygon): ReturnType<typeof polygonFaults> {
  const faults = known.get(polygon) ?? polygonFaults(polygon)
  known.set(polygon, faults)
  return faults
}

/** What is wrong with a level as a planar cover, in words for a failing test. */
export function coverFaults(premises: Premises, levelId: LevelId): readonly string[] {
  const zones = zonesOn(premises, levelId)
  const found: string[] = []
  for (const { id, polygon } of zones)
    for (const { kind, at } of outlineFaults(polygon)) found.push(`${id}: ${kind} at ${at?.join(' ')}`)
  if (found.length > 0) return found
  const sum = total(zones.map(({ polygon }) => polygon))
  const together = total(floorPlan(premises, levelId))
  if (Math.abs(sum - together) > 2e-4) found.push(`overlap of ${sum - together} m²`)
  return [...found, ...unsharedCorners(zones)]
}

/** Corners of one zone that lie on a wall of another without being a corner of it. */
function unsharedCorners(zones: readonly Zone[]): readonly string[] {
  const corners = new Map<number, Point>()
  for (const { polygon } of zones)
    for (const ring of rings(polygon))
      for (const point of ring)
        corners.set(Math.round(point[0] * 1e4) * 2 ** 26 + Math.round(point[1] * 1e4), point)
  const sorted = [...corners.values()].toSorted((p, q) => p[0] - q[0])
  const found: string[] = []
  for (const { id, polygon } of zones) {
    for (const edge of polygonEdges(polygon)) {
      const [a, b] = edge
      const [x0, x1] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])]
      const [y0, y1] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])]
      for (let at = firstFrom(sorted, x0 - 1e-4); at < sorted.length; at += 1) {
        const point = sorted[at] as Point
        if (point[0] > x1 + 1e-4) break
        if (point[1] < y0 - 1e-4 || point[1] > y1 + 1e-4 || isSame(point, a) || isSame(point, b)) continue
        if (distanceToSegment(edge, point) < 0.00004)
          found.push(`${id}: ${point.join(' ')} on ${a.join(' ')} – ${b.join(' ')}`)
      }
    }
  }
  return found
}

function firstFrom(sorted: readonly Point[], x: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as Point)[0] < x) low = middle + 1
    else high = middle
  }
  return low
}

function isSame(p: Point, q: Point): boolean {
  return p[0] === q[0] && p[1] === q[1]
}

/** Openings that do not join exactly the zones left and right of them, seen at three places just beside them. */
export function openingFaults(premises: Premises, levelId: LevelId): readonly string[] {
  const zones = zonesOn(premises, levelId).map((zone) => ({ zone, box: bounds(zone.polygon.outer) }))
  const zoneAt = ([x, y]: Point): ZoneId | null =>
    zones.find(
      ({ zone, box }) =>
        box !== null &&
        box[0] <= x &&
        x <= box[2] &&
        box[1] <= y &&
        y <= box[3] &&
        insideEvenOdd(zone.polygon, [x, y]),
    )?.zone.id ?? null
  return openingsOn(premises, levelId).flatMap(({ id, kind, segment, sides }) => {
    const length = segmentLength(segment)
    return [Math.min(0.005, length / 4), length / 2, length - Math.min(0.005, length / 4)].flatMap(
      (along) => {
        const seen = [0.0003, -0.0003].map((off) => zoneAt(beside(segment, along, off)))
        if (seen[0] === sides[0] && seen[1] === sides[1] && seen[0] !== seen[1]) return []
        return [
          `${kind} ${id} at ${along} of ${JSON.stringify(segment)} joins ${sides.join(' ')}, lies between ${seen.join(' ')}`,
        ]
      },
    )
  })
}

function beside(segment: Segment, along: number, off: number): Point {
  const [dx, dy] = direction(segment)
  const [nx, ny] = leftNormal(segment)
  const [x, y] = segment[0]
  return [x + dx * along + nx * off, y + dy * along + ny * off]
}
