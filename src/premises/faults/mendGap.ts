import { area } from '../geometry/measure.ts'
import { nearestOnBoundary } from '../geometry/inside.ts'
import { difference, offset, union } from '../geometry/polygonOps.ts'
import { normalised, rings } from '../geometry/ring.ts'
import { distance } from '../geometry/segment.ts'
import { snapPoint } from '../geometry/plane.ts'
import type { Point, Polygon } from '../geometry/plane.ts'
import type { LevelId, ZoneId } from '../ids.ts'
import type { Premises, Zone } from '../model.ts'
import type { Change } from '../operation.ts'
import type { Fault } from './fault.ts'
import { gapM, touchM } from './gaps.ts'
import { openingsAlong } from './moveAlong.ts'
import { mends } from './trial.ts'

/** Corners are pulled over a gap that is a little wider than one that counts, metres. */
const pullM = 2 * gapM

/**
 * The rooms on both sides of a gap brought together: the corners of the smaller room pulled onto the larger one (with all rooms
 * that share them), else the other way, else the gap is given to one of the rooms. Null where none of these leaves a sound plan.
 */
export function mendGap(premises: Premises, fault: Fault): readonly Change[] | null {
  const [a, b] = [fault.record, fault.others[0]].map((record) =>
    record?.table === 'zones' ? premises.zones[record.id] : undefined,
  )
  if (!a || !b || fault.levelId === null) return null
  const [small, large] = area(a.polygon) <= area(b.polygon) ? [a, b] : [b, a]
  const attempts = [
    () => pulled(premises, small, large),
    () => pulled(premises, large, small),
    () => filled(premises, small, large),
    () => filled(premises, large, small),
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

/** `taker` with what lies between it and the other, less than a wall wide, and belongs to nobody. */
function filled(premises: Premises, taker: Zone, other: Zone): ReadonlyMap<ZoneId, Polygon> | null {
  const others = neighbours(premises, taker.levelId).map(({ polygon }) => polygon)
  const closed = offset(offset([taker.polygon, other.polygon], pullM / 2), -pullM / 2)
  const between = difference(closed, others).filter((piece) => area(piece) > 1e-7)
  const whole = union([taker.polygon, ...between])
  const [polygon] = whole
  return whole.length === 1 && polygon ? new Map([[taker.id, normalised(polygon)]]) : null
}

function neighbours(premises: Premises, levelId: LevelId | null): readonly Zone[] {
  return Object.values(premises.zones).filter((zone) => zone.levelId === levelId)
}
