import { drawnMark } from '../fittings/marks.ts'
import type { Point, Polygon, Segment } from '../geometry/plane.ts'
import type { OpeningId, WallId, ZoneId } from '../ids.ts'
import type { Premises, Zone } from '../model.ts'
import type { Change } from '../operation.ts'
import { pointOf } from './cells.ts'
import type { DragBody } from './dragBody.ts'
import type { bodyFollowers } from './dragFollowers.ts'
import { openingChanges } from './followOpenings.ts'
import { stripAlong } from './looseWalls.ts'
import { isSameOutline } from './rooms.ts'

/**
 * The changes of a body where it is now, with the openings that go along and all that follows; corners `without` are let go.
 */
export function dragChanges(
  premises: Premises,
  body: DragBody,
  segments: ReadonlyMap<OpeningId, Segment>,
  bodies: ReturnType<ReturnType<typeof bodyFollowers>>,
  without: ReadonlySet<number> = new Set(),
): readonly Change[] {
  const { cover, xs, ys, xs0, ys0, held } = body
  if (
    without.size === 0 &&
    held.corners.every((corner) => xs[corner] === xs0[corner] && ys[corner] === ys0[corner])
  )
    return []
  const mark = drawnMark(premises, cover.levelId)
  const changes: Change[] = []
  const next = new Map<ZoneId, Polygon | null>()
  for (const { place: at, rings } of body.zones) {
    const { id, polygon: before } = zoneAt(body, at)
    const polygon = polygonNow(
      body,
      rings.map((ring) => ring.filter((corner) => !without.has(corner))),
    )
    if (isSameOutline(polygon, before)) continue
    next.set(id, polygon)
    const record = { table: 'zones', id } as const
    changes.push(
      { record, field: 'polygon', after: polygon },
      { record, field: 'evidence.polygon', after: mark },
    )
  }
  for (const { place: at, line } of body.loose) {
    const record = { table: 'walls', id: cover.loose[at]?.wall.id as WallId } as const
    const now = lineNow(
      body,
      line.filter((corner) => !without.has(corner)),
    )
    changes.push({ record, field: 'line', after: now }, { record, field: 'polygon', after: stripAlong(now) })
  }
  for (const { wall, polygon } of bodies)
    changes.push({ record: { table: 'walls', id: wall.id }, field: 'polygon', after: polygon })
  changes.push(...openingChanges(premises, cover.levelId, { zones: next, segments }))
  return changes
}

export function zoneAt({ cover }: DragBody, at: number): Zone {
  const found = cover.zones[at]
  if (found === undefined) throw new Error(`no zone ${at} in the cover`)
  return found.zone
}

export function lineNow({ xs, ys }: DragBody, line: readonly number[]): Point[] {
  // A corner that has come to lie on the next one is one with it.
  const apart = line.filter((corner, at) => {
    const before = line[(at + line.length - 1) % line.length] as number
    return corner === before || xs[corner] !== xs[before] || ys[corner] !== ys[before]
  })
  return apart.map((corner) => pointOf(xs[corner] as number, ys[corner] as number))
}

export function polygonNow(body: DragBody, [outer = [], ...holes]: readonly (readonly number[])[]): Polygon {
  return { outer: lineNow(body, outer), holes: holes.map((hole) => lineNow(body, hole)) }
}
