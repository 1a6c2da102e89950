import { gridPerMetre } from '../geometry/plane.ts'
import type { Point } from '../geometry/plane.ts'
import type { LevelId } from '../ids.ts'
import { PersonError } from '../message.ts'
import type { Premises } from '../model.ts'
import type { Change } from '../operation.ts'
import { cellOf, pointOf } from './cells.ts'
import { coverOf } from './cover.ts'
import type { Cover, CoverEdge } from './cover.ts'
import { dragBody, place } from './dragBody.ts'
import { dragChanges } from './dragChanges.ts'
import { bodyFollowers, openingFollowers } from './dragFollowers.ts'
import { soundness } from './dragSound.ts'
import type { FloorEdit } from './floorEdit.ts'
import { cornerAt, edgeAlong } from './held.ts'
import { stripAlong } from './looseWalls.ts'
import { edgesAt, otherEnd } from './straight.ts'
import { wallAt } from './wallAt.ts'

/** How far from a wall a new corner may be asked for, metres. */
const reachM = 0.5
/** A corner this close to another is the same, cells (1 cm). */
const sameCells = 100

/**
 * A new corner in a wall, at the place on it nearest to the point; in all zones along it. Nothing changes where a corner is
 * already. Throws `wallNotThere`.
 */
export function addCorner(premises: Premises, levelId: LevelId, at: Point): FloorEdit {
  const cover = coverOf(premises, levelId)
  const hit = wallAt(premises, levelId, at, reachM)
  const found = hit === null ? null : edgeAlong(cover, hit.wall.segment)
  if (hit === null || found === null) throw new PersonError('wallNotThere')
  const { a, b } = cover.edges[found] as CoverEdge
  const [x, y] = [cellOf(hit.at[0]), cellOf(hit.at[1])]
  const { xs, ys } = cover.corners
  for (const end of [a, b])
    if (Math.hypot((xs[end] as number) - x, (ys[end] as number) - y) <= sameCells)
      return { changes: [], made: [] }
  const point = pointOf(x, y)
  const points = (line: readonly number[], closed: boolean): Point[] | null => {
    const next: Point[] = []
    let isIn = false
    line.forEach((corner, index) => {
      next.push(pointOf(xs[corner] as number, ys[corner] as number))
      const after = line[index + 1] ?? (closed ? line[0] : undefined)
      if ((corner !== a || after !== b) && (corner !== b || after !== a)) return
      next.push(point)
      isIn = true
    })
    return isIn ? next : null
  }
  const changes: Change[] = []
  for (const { zone, rings, isFixed } of cover.zones) {
    if (isFixed) continue
    const next = rings.map((ring) => points(ring, true))
    if (next.every((ring) => ring === null)) continue
    const [outer = [], ...holes] = rings.map((ring, index) => next[index] ?? pointsOf(cover, ring))
    changes.push({ record: { table: 'zones', id: zone.id }, field: 'polygon', after: { outer, holes } })
  }
  for (const { wall, line } of cover.loose) {
    const next = points(line, false)
    if (next === null) continue
    const record = { table: 'walls', id: wall.id } as const
    changes.push(
      { record, field: 'line', after: next },
      { record, field: 'polygon', after: stripAlong(next) },
    )
  }
  return { changes, made: [] }
}

function pointsOf({ corners: { xs, ys } }: Cover, ring: readonly number[]): Point[] {
  return ring.map((corner) => pointOf(xs[corner] as number, ys[corner] as number))
}

/**
 * Takes a corner away where only two walls meet; the wall runs straight past it. Throws `cornerNotThere`, and `cornerNeeded` where
 * more walls meet, a room would have no three corners left, or the straight wall would cut through others.
 */
export function removeCorner(premises: Premises, levelId: LevelId, at: Point): FloorEdit {
  const cover = coverOf(premises, levelId)
  const corner = cornerAt(cover, at)
  if (corner === null) throw new PersonError('cornerNotThere')
  const around = (edgesAt(cover)[corner] ?? []).map((edge) =>
    otherEnd(cover.edges[edge] as CoverEdge, corner),
  )
  const [p, q] = around
  if (around.length !== 2 || p === undefined || q === undefined || p === q)
    throw new PersonError('cornerNeeded')
  const body = dragBody(cover, { corners: [corner], ways: [null], across: null, wall: [] })
  if (body.zones.some(({ rings }) => rings.some((ring) => ring.includes(corner) && ring.length <= 3)))
    throw new PersonError('cornerNeeded')
  const isSound = soundness(body)
  const openingsNow = openingFollowers(premises, body)
  const { xs, ys } = cover.corners
  const [px, py] = [xs[p] as number, ys[p] as number]
  const [dx, dy] = [(xs[q] as number) - px, (ys[q] as number) - py]
  const [cx, cy] = [xs[corner] as number, ys[corner] as number]
  const share = ((cx - px) * dx + (cy - py) * dy) / (dx * dx + dy * dy)
  // Onto the straight way, clear of its ends: what lies between it and the corner would be in the way.
  const clear = Math.min(0.45, (0.002 * gridPerMetre) / Math.hypot(dx, dy))
  const to = Math.min(1 - clear, Math.max(clear, share))
  place(body, px + dx * to - cx, py + dy * to - cy)
  const openings = openingsNow()
  if (!isSound() || openings === null) throw new PersonError('cornerNeeded')
  const bodies = bodyFollowers(premises, body)()
  const changes = dragChanges(premises, body, openings, bodies, new Set([corner]))
  return { changes, made: [] }
}
