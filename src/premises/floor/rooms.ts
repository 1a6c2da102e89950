import type { Evidence } from '../evidence.ts'
import type { Point, Polygon, Ring } from '../geometry/plane.ts'
import { newId } from '../ids.ts'
import type { LevelId } from '../ids.ts'
import type { Zone } from '../model.ts'
import { zoneUse } from '../uses.ts'
import type { RoomOptions } from './floorEdit.ts'
import { sharedByArea, type PersonShare } from './shares.ts'

/** A new room with nothing known but its outline. */
export function newRoom(
  levelId: LevelId,
  polygon: Polygon,
  { name = '', use = 'unknown' }: RoomOptions,
  mark: Evidence,
  persons: PersonShare = {},
): Zone {
  return {
    id: newId(),
    levelId,
    name,
    use,
    polygon,
    ...persons,
    evidence: { polygon: mark, ...sharedEvidence(persons) },
  }
}

/** A part that has been split off a zone: like it in all but its name, its number and its persons. */
export function partOf(
  zone: Zone,
  polygon: Polygon,
  { name = '', use }: RoomOptions,
  mark: Evidence,
  persons: PersonShare,
): Zone {
  const {
    occupants: _o,
    assisted: _a,
    number: _n,
    sourceId: _s,
    unknown: _u,
    evidence: { occupants: _eo, assisted: _ea, number: _en, name: _ename, ...evidence },
    ...rest
  } = zone
  return {
    ...rest,
    id: newId(),
    name,
    use: use ?? (isShaft(zone) ? 'unknown' : zone.use),
    polygon,
    ...persons,
    evidence: { ...evidence, polygon: mark, ...sharedEvidence(persons) },
  }
}

/** A stair, a lift or a shaft: half of one is no other. */
function isShaft({ use }: Zone): boolean {
  const { kind } = zoneUse(use)
  return kind === 'stair' || kind === 'lift' || kind === 'shaft'
}

function sharedEvidence(persons: PersonShare): Readonly<Record<string, Evidence>> {
  return Object.fromEntries(Object.keys(persons).map((field) => [field, sharedByArea]))
}

/** Whether two polygons have the same corners in the same order, wherever their rings begin. */
export function isSameOutline(p: Polygon, q: Polygon): boolean {
  return (
    p.holes.length === q.holes.length &&
    isSameRing(p.outer, q.outer) &&
    p.holes.every((hole) => q.holes.some((other) => isSameRing(hole, other)))
  )
}

function isSameRing(p: Ring, q: Ring): boolean {
  if (p.length !== q.length) return false
  const [first] = p
  if (first === undefined) return true
  const start = q.findIndex((point) => isSamePoint(point, first))
  return start >= 0 && p.every((point, at) => isSamePoint(point, q[(start + at) % q.length]))
}

/** The polygon with rings that begin where those of `before` begin, as far as they still have those corners. */
export function startedAs(polygon: Polygon, before: Polygon): Polygon {
  return {
    outer: begunAt(polygon.outer, before.outer),
    holes: polygon.holes.map((hole) => begunAmong(hole, before.holes)),
  }
}

function begunAmong(hole: Ring, before: readonly Ring[]): Ring {
  const same = before.find((ring) => hole.some((point) => isSamePoint(point, ring[0])))
  return same === undefined ? hole : begunAt(hole, same)
}

function begunAt(ring: Ring, before: Ring): Ring {
  for (const corner of before) {
    const start = ring.findIndex((point) => isSamePoint(point, corner))
    if (start >= 0) return [...ring.slice(start), ...ring.slice(0, start)]
  }
  return ring
}

export function isSamePoint(p: Point, q: Point | undefined): boolean {
  return q !== undefined && p[0] === q[0] && p[1] === q[1]
}
