import {
  floorOf,
  startDrag,
  type Drag,
  type DragPicture,
  type FloorEdit,
  wallAt,
} from '../../premises/floor/index.ts'
import { moveJamb, slideOpening, swingTowards } from '../../premises/fittings/index.ts'
import type { Point, Segment } from '../../premises/geometry/plane.ts'
import { direction, distance, midpoint, nearestOnSegment } from '../../premises/geometry/segment.ts'
import type { OpeningId, ZoneId } from '../../premises/ids.ts'
import { PersonError } from '../../premises/message.ts'
import { acrossShift, restingShift } from './blockSnap.ts'
import type { Command } from './commands.ts'
import { guidesOfCorner } from './guides.ts'
import { pickedZones, type Grip } from './handles.ts'
import type { Aim, Board } from './sketch.ts'
import { roundStep, snapAt, type Snap } from './snap.ts'
import { snapScene } from './snapScene.ts'

/** What the pointer holds: part of the floor, with its drag under way, or an opening, with the edit as it stands. */
export type Held =
  | {
      readonly of: 'floor'
      readonly grip: Extract<Grip, { kind: 'corner' | 'wall' | 'move' }>
      readonly drag: Drag
      readonly from: Point
      readonly picture: DragPicture | null
      readonly snap: Snap | null
      /** Where the held point stands now. */
      readonly to: Point
    }
  | {
      readonly of: 'opening'
      readonly part: 'slide' | 'start' | 'end' | 'swing'
      readonly id: OpeningId
      readonly from: Point
      readonly to: Point
      /** Null where the opening cannot be so. */
      readonly edit: FloorEdit | null
    }

/** Takes hold of a handle; null where the floor has none there. */
export function takeHold(grip: Grip, from: Point, { premises, levelId }: Board): Held | null {
  switch (grip.kind) {
    case 'jamb':
      return { of: 'opening', part: grip.jamb, id: grip.id, from, to: from, edit: null }
    case 'swing':
      return { of: 'opening', part: 'swing', id: grip.id, from, to: from, edit: null }
    case 'corner':
    case 'wall':
    case 'move': {
      const at =
        grip.kind === 'corner' ? grip.at : grip.kind === 'wall' ? nearestOnSegment(grip.segment, from) : from
      const handle =
        grip.kind === 'corner'
          ? { kind: 'corner' as const, at: grip.at }
          : grip.kind === 'wall'
            ? { kind: 'wall' as const, segment: grip.segment }
            : { kind: 'zones' as const, ids: grip.ids }
      const drag = startDrag(premises, levelId, handle, at)
      return drag && { of: 'floor', grip, drag, from: at, picture: null, snap: null, to: at }
    }
  }
}

export function slideHold(id: OpeningId, from: Point): Held {
  return { of: 'opening', part: 'slide', id, from, to: from, edit: null }
}

/** The held thing where the pointer is now, caught as its kind is caught. */
export function moveHold(held: Held, aim: Aim, board: Board): Held {
  if (held.of === 'opening') {
    const opening = board.premises.openings[held.id]
    if (!opening) return held
    const middle = midpoint(opening.segment)
    const to: Point =
      held.part === 'slide'
        ? slidTo(middle, [aim.raw[0] - held.from[0], aim.raw[1] - held.from[1]], aim, board)
        : held.part === 'swing'
          ? aim.raw
          : aim.snap.at
    return { ...held, to, edit: tried(() => openingEdit(held.part, held.id, to, board)) }
  }
  const { at, snap } = target(held, aim, board)
  return { ...held, to: at, snap, picture: held.drag.move(at) }
}

/** Where the middle of an opening goes: in round steps from the end of its wall, unless it leaves it for another. */
function slidTo(middle: Point, by: Point, aim: Aim, { premises, levelId, metresPerPx }: Board): Point {
  const hit = wallAt(premises, levelId, middle, 0.3)
  if (!hit || aim.loose) return [middle[0] + by[0], middle[1] + by[1]]
  const [dx, dy] = direction(hit.straight)
  const far = distance(hit.straight[0], middle)
  const stepM = roundStep(metresPerPx)
  const shift = Math.round((far + by[0] * dx + by[1] * dy) / stepM) * stepM - far
  const across = by[1] * dx - by[0] * dy
  return [middle[0] + dx * shift - dy * across, middle[1] + dy * shift + dx * across]
}

function tried(edit: () => FloorEdit): FloorEdit | null {
  try {
    return edit()
  } catch (error) {
    if (error instanceof PersonError) return null
    throw error
  }
}

function openingEdit(
  part: Extract<Held, { of: 'opening' }>['part'],
  id: OpeningId,
  to: Point,
  { premises }: Board,
): FloorEdit {
  if (part === 'slide') return slideOpening(premises, id, to)
  return part === 'swing' ? swingTowards(premises, id, to) : moveJamb(premises, id, part, to)
}

function target(
  { grip, from }: Extract<Held, { of: 'floor' }>,
  aim: Aim,
  board: Board,
): { readonly at: Point; readonly snap: Snap | null } {
  const { premises, levelId, metresPerPx } = board
  const scene = snapScene(premises, levelId)
  const stepM = roundStep(metresPerPx)
  const off = aim.loose
  switch (grip.kind) {
    case 'corner': {
      const stands = (corner: Point) => distance(corner, grip.at) > 1e-3
      const snap = snapAt(aim.raw, {
        scene,
        ...(aim.ends ? { ends: aim.ends } : {}),
        guides: guidesOfCorner(grip.at, cornerWalls(board, grip.at)),
        reachM: aim.reachM,
        stepM,
        off,
        isCorner: stands,
        isWall: ([a, b]) => stands(a) && stands(b),
      })
      return { at: snap.at, snap }
    }
    case 'wall': {
      const [dx, dy] = direction(grip.segment)
      const offM = -(aim.raw[0] - from[0]) * dy + (aim.raw[1] - from[1]) * dx
      const shift = acrossShift(grip.segment, offM, scene, { reachM: aim.reachM * 0.6, stepM, off })
      const at: Point = [from[0] - dy * shift.offM, from[1] + dx * shift.offM]
      const snap: Snap | null = shift.line ? { at, caught: 'guide', lines: [shift.line], wall: null } : null
      return { at, snap }
    }
    case 'move': {
      const by: Point = [aim.raw[0] - from[0], aim.raw[1] - from[1]]
      const round: Point = [Math.round(by[0] / stepM) * stepM, Math.round(by[1] / stepM) * stepM]
      if (off) return { at: [from[0] + round[0], from[1] + round[1]], snap: null }
      const own = ownCorners(board, grip.ids)
      const stands = (corner: Point) => !own.has(key(corner))
      const rest = restingShift([...own.values()], by, scene, aim.reachM, stands)
      const shift = rest.caught ? rest.by : round
      return { at: [from[0] + shift[0], from[1] + shift[1]], snap: null }
    }
  }
}

function key([x, y]: Point): string {
  return `${Math.round(x * 1e4)} ${Math.round(y * 1e4)}`
}

function ownCorners(board: Board, ids: readonly ZoneId[]): ReadonlyMap<string, Point> {
  const moved = new Set(ids)
  const corners = pickedZones(board)
    .filter((zone) => moved.has(zone.id))
    .flatMap((zone) => zone.polygon.outer)
  return new Map(corners.map((corner) => [key(corner), corner]))
}

function cornerWalls({ premises, levelId }: Board, at: Point): readonly Segment[] {
  return floorOf(premises, levelId)
    .walls.map((wall) => wall.segment)
    .filter(([a, b]) => distance(a, at) < 1e-3 || distance(b, at) < 1e-3)
}

/** What a hold comes to when it is let go; null where nothing has moved. */
export function heldCommand(held: Held, board: Board): Command | null {
  if (held.of === 'opening') {
    if (!held.edit) return null
    const { part, id, to } = held
    if (part === 'slide' || part === 'swing') return { kind: part, id, to }
    return { kind: 'jamb', id, jamb: part, to }
  }
  const changes = held.drag.changes()
  if (changes.length === 0) return null
  const label = ({ corner: 'moveCorner', wall: 'moveWall', move: 'moveZones' } as const)[held.grip.kind]
  return { kind: 'dragged', label, changes, picked: board.drawing.picked }
}
