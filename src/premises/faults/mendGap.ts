import { area } from '../geometry/measure.ts'
import { nearestOnBoundary } from '../geometry/inside.ts'
import { normalised, polygonEdges, rings } from '../geometry/ring.ts'
import { along, distance, nearestOnSegment } from '../geometry/segment.ts'
import { snapPoint } from '../geometry/plane.ts'
import type { Point, Polygon, Ring, Segment } from '../geometry/plane.ts'
import type { LevelId, ZoneId } from '../ids.ts'
import type { Premises, Zone } from '../model.ts'
import type { Change } from '../operation.ts'
import type { Fault } from './fault.ts'
import { gapM, touchM } from './gaps.ts'
import { edgesOfSegments, facing } from './levelDrawing.ts'
import { openingsAlong } from './moveAlong.ts'
import { mends } from './trial.ts'

/** Corners are pulled over a gap that is a little wider than one that counts, metres. */
const pullM = 2 * gapM

/**
 * The rooms on both sides of a gap brought together: the smaller room takes the strip between, else the larger one; where only
 * corners nearly meet, those of the one are pulled onto the other, with all rooms that share them. Null where none of these leaves
 * a sound plan.
 */
export function mendGap(premises: Premises, fault: Fault): readonly Change[] | null {
  const [a, b] = [fault.record, fault.others[0]].map((record) =>
    record?.table === 'zones' ? premises.zones[record.id] : undefined,
  )
  if (!a || !b || fault.levelId === null) return null
  const [small, large] = area(a.polygon) <= area(b.polygon) ? [a, b] : [b, a]
  const attempts = [
    () => bridged(small, large),
    () => bridged(large, small),
    () => pulled(premises, small, large),
    () => pulled(premises, large, small),
  ]
  for (const attempt of attempts) {
    const polygons = attempt()
    if (polygons === null || polygons.size === 0) continue
    const changes: Change[] = [...polygons].map(([id, after]) => ({
      record: { table: 'zones', id },
      field: 'polygon',
      after,
    }))
    const all = [...changes, ...openingsAlong(premises, polygons)]
    if (mends(premises, fault, all)) return all
  }
  return null
}

/** Every corner of `from` close to `onto` put on it; rooms of the level that had the same corner go along. */
function pulled(premises: Premises, from: Zone, onto: Zone): ReadonlyMap<ZoneId, Polygon> | null {
  const moves: { readonly was: Point; readonly to: Point }[] = []
  for (const ring of rings(from.polygon))
    for (const corner of ring) {
      const to = targetOn(onto.polygon, corner)
      if (to !== null) moves.push({ was: corner, to })
    }
  if (moves.length === 0) return null
  const polygons = new Map<ZoneId, Polygon>()
  for (const zone of neighbours(premises, from.levelId)) {
    if (zone.id === onto.id) continue
    const moved = withMoved(zone.polygon, moves)
    if (moved !== null) polygons.set(zone.id, moved)
  }
  return polygons
}

/** The nearest corner within reach, else the nearest point of a wall; null where the point touches already, or is too far. */
function targetOn(polygon: Polygon, point: Point): Point | null {
  const onWall = nearestOnBoundary(polygon, point)
  const away = distance(onWall, point)
  if (away <= touchM || away > pullM) return null
  let best: Point | null = null
  for (const ring of rings(polygon))
    for (const corner of ring)
      if (
        distance(corner, point) <= pullM &&
        (best === null || distance(corner, point) < distance(best, point))
      )
        best = corner
  return best ?? snapPoint(onWall)
}

function withMoved(
  polygon: Polygon,
  moves: readonly { readonly was: Point; readonly to: Point }[],
): Polygon | null {
  let isMoved = false
  const move = (point: Point): Point => {
    const found = moves.find(({ was }) => distance(was, point) <= touchM)
    if (found) isMoved = true
    return found ? found.to : point
  }
  const next = { outer: polygon.outer.map(move), holes: polygon.holes.map((hole) => hole.map(move)) }
  return isMoved ? withoutRepeats(next) : null
}

function withoutRepeats({ outer, holes }: Polygon): Polygon {
  const once = (ring: readonly Point[]) =>
    ring.filter((point, index) => distance(point, ring[(index + 1) % ring.length] ?? point) > 0)
  return { outer: once(outer), holes: holes.map(once) }
}

/**
 * `taker` with the strip between it and the other room, which is nobody's: where one of its walls faces one of the other's, it
 * follows that instead. Nothing else moves, and the wall that was moved apart is straight again once all along it have done so.
 */
function bridged(taker: Zone, other: Zone): ReadonlyMap<ZoneId, Polygon> | null {
  let isBridged = false
  const follow = (ring: Ring): Ring =>
    ring.flatMap((p, index) => {
      const q = ring[(index + 1) % ring.length] ?? p
      const stretches = facingStretches([p, q], other.polygon)
      if (stretches.length > 0) isBridged = true
      return [p, ...stretches.flat()]
    })
  const { outer, holes } = taker.polygon
  const polygon = normalised({ outer: follow(outer), holes: holes.map(follow) })
  return isBridged ? new Map([[taker.id, polygon]]) : null
}

/** Where a wall faces walls of a polygon across a gap: from the wall over to the other, along it, and back. In the wall's order. */
function facingStretches(wall: Segment, polygon: Polygon): readonly (readonly Point[])[] {
  const others = [...polygonEdges(polygon)]
  const edges = edgesOfSegments([wall, ...others])
  const found = others.flatMap((edge, index) => {
    const facingPart = facing(edges, 0, index + 1, pullM)
    if (facingPart === null) return []
    const { from, to, gapFrom, gapTo } = facingPart
    if (Math.max(gapFrom, gapTo) <= touchM || Math.min(gapFrom, gapTo) < -touchM) return []
    const across = (share: number): readonly [Point, Point] => {
      const near = snapPoint(along(wall, share))
      return [near, cornerOr(edge, snapPoint(nearestOnSegment(edge, near)))]
    }
    const [start, overStart] = across(from)
    const [end, overEnd] = across(to)
    return [{ from, points: [start, overStart, overEnd, end] }]
  })
  return found.toSorted((a, b) => a.from - b.from).map(({ points }) => points)
}

/** The end of an edge where the point lies at it, else the point. */
function cornerOr(edge: Segment, point: Point): Point {
  return edge.find((corner) => distance(corner, point) <= touchM) ?? point
}

function neighbours(premises: Premises, levelId: LevelId | null): readonly Zone[] {
  return Object.values(premises.zones).filter((zone) => zone.levelId === levelId)
}
