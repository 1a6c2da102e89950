import { bounds } from '../geometry/measure.ts'
import { snap } from '../geometry/plane.ts'
import type { Point, Segment } from '../geometry/plane.ts'
import { direction, distance, leftNormal } from '../geometry/segment.ts'
import type { LevelId, ZoneId } from '../ids.ts'
import { PersonError } from '../message.ts'
import type { Premises, Zone } from '../model.ts'
import type { Change } from '../operation.ts'
import { apply, makeOperations } from '../operations/index.ts'
import { blockOf } from './blocks.ts'
import { coverOf } from './cover.ts'
import type { CoverEdge } from './cover.ts'
import { type Handle, startDrag } from './drag.ts'
import type { FloorEdit } from './floorEdit.ts'
import { cornerAt, edgeAlong } from './held.ts'
import { pointOf } from './cells.ts'
import { edgesAt, otherEnd, straightRun } from './straight.ts'

/**
 * Zones moved as a block; neighbours' walls that they share go with them. Throws `planWouldBreak` where rooms would overlap or
 * turn over, `nothingToMove`.
 */
export function moveZones(premises: Premises, ids: readonly ZoneId[], by: Point): FloorEdit {
  const zones = blockOf(premises, ids)
  const block = zones.map(({ id }) => id)
  const changes = dragged(premises, zones[0]?.levelId as LevelId, { kind: 'zones', ids: block }, [0, 0], by)
  return { changes, made: block.map((id) => ({ table: 'zones', id })) }
}

/** The changes of a drag from one place to another; throws `planWouldBreak`. */
function dragged(
  premises: Premises,
  levelId: LevelId,
  handle: Handle,
  from: Point,
  to: Point,
): readonly Change[] {
  const drag = startDrag(premises, levelId, handle, from)
  if (drag === null || drag.move(to).blocked) throw new PersonError('planWouldBreak')
  return drag.changes()
}

/**
 * The outer walls on one side of the zones brought into one line: the outermost of them. Only these stretches move, not what
 * continues them. Throws `planWouldBreak`, `nothingToMove`.
 */
export function alignZones(
  premises: Premises,
  ids: readonly ZoneId[],
  side: 'left' | 'right' | 'top' | 'bottom',
): FloorEdit {
  const zones = blockOf(premises, ids)
  const levelId = zones[0]?.levelId as LevelId
  const axis = side === 'left' || side === 'right' ? 0 : 1
  const isLeast = side === 'left' || side === 'bottom'
  const lines = zones.map((zone) => outermost(zone, axis, isLeast))
  const to = isLeast ? Math.min(...lines) : Math.max(...lines)
  let now = premises
  const changes: Change[] = []
  for (const { id } of zones) {
    const zone = now.zones[id]
    if (zone === undefined) continue
    const at = outermost(zone, axis, isLeast)
    const wall = wallOn(zone, axis, at)
    if (wall === null || Math.abs(at - to) < 0.00005) continue
    const target: Point = axis === 0 ? [to, wall[0][1]] : [wall[0][0], to]
    const step = dragged(now, levelId, { kind: 'wall', segment: wall, alone: true }, wall[0], target)
    changes.push(...step)
    now = apply(now, makeOperations(now, step, 'align', 0, { time: '' }))
  }
  return { changes, made: zones.map(({ id }) => ({ table: 'zones', id })) }
}

function outermost({ polygon }: Zone, axis: 0 | 1, isLeast: boolean): number {
  const [x0, y0, x1, y1] = bounds(polygon.outer) ?? [0, 0, 0, 0]
  return axis === 0 ? (isLeast ? x0 : x1) : isLeast ? y0 : y1
}

/** The longest straight wall of a zone on a line across an axis, corner to corner; null where it has only a corner there. */
function wallOn({ polygon: { outer } }: Zone, axis: 0 | 1, at: number): Segment | null {
  const isOn = (point: Point | undefined) => point !== undefined && Math.abs(point[axis] - at) < 0.0006
  const start = outer.findIndex((point) => !isOn(point))
  let best: Segment | null = null
  let from: Point | null = null
  for (let step = 1; step <= outer.length; step += 1) {
    const here = outer[(start + step) % outer.length] as Point
    if (!isOn(here)) {
      from = null
      continue
    }
    from ??= here
    if (best === null || distance(from, here) > distance(best[0], best[1])) best = [from, here]
  }
  return best !== null && distance(best[0], best[1]) > 0 ? best : null
}

/**
 * The wall given a length, metres, by moving its end (and what stands across it). Throws `wallTooShort`, `wallNotThere`,
 * `planWouldBreak`.
 */
export function setWallLength(
  premises: Premises,
  levelId: LevelId,
  wall: Segment,
  lengthM: number,
  moves: 'start' | 'end',
): FloorEdit {
  if (!(lengthM >= 0.05)) throw new PersonError('wallTooShort', { leastM: 0.05 })
  const cover = coverOf(premises, levelId)
  const own = edgeAlong(cover, wall)
  const [stays, goes] = moves === 'end' ? wall : ([wall[1], wall[0]] as const)
  const corner = cornerAt(cover, goes)
  if (own === null || corner === null) throw new PersonError('wallNotThere')
  const [dx, dy] = direction([stays, goes])
  const by = snap(lengthM - distance(stays, goes))
  const to: Point = [goes[0] + dx * by, goes[1] + dy * by]
  const inLine = new Set(straightRun(cover, own).edges)
  const across = (edgesAt(cover)[corner] ?? []).filter((edge) => !inLine.has(edge))
  const { xs, ys } = cover.corners
  const segmentOf = (edge: number): Segment => {
    const far = otherEnd(cover.edges[edge] as CoverEdge, corner)
    return [goes, pointOf(xs[far] as number, ys[far] as number)]
  }
  const [first] = across
  const isOneLine =
    first !== undefined &&
    across.every((edge) => {
      const [px, py] = direction(segmentOf(first))
      const [qx, qy] = direction(segmentOf(edge))
      return Math.abs(px * qy - py * qx) < 0.01
    })
  if (!isOneLine || first === undefined)
    return { changes: dragged(premises, levelId, { kind: 'corner', at: goes }, goes, to), made: [] }
  // The wall across moves across itself: so far that the end slides along its own wall by what is missing.
  const [nx, ny] = leftNormal(segmentOf(first))
  const part = dx * nx + dy * ny
  const target: Point = [goes[0] + nx * by * part, goes[1] + ny * by * part]
  return {
    changes: dragged(premises, levelId, { kind: 'wall', segment: segmentOf(first) }, goes, target),
    made: [],
  }
}
