import type { Point, Segment } from '../../premises/geometry/plane.ts'
import { direction, distance, midpoint } from '../../premises/geometry/segment.ts'
import { pickedZones } from './handles.ts'
import { heldCommand, moveHold, slideHold, takeHold, type Held } from './holding.ts'
import type { SelectSketch } from './selectSketch.ts'
import type { Aim, Board, Effect, Step } from './sketch.ts'

/** Whether the arrow keys have something to move. */
export function canNudge(sketch: SelectSketch, board: Board): boolean {
  return sketch.nudge !== null || nudgeHold(sketch, board) !== null
}

function nudgeHold({ corner }: SelectSketch, board: Board): Held | null {
  const { drawing, premises, levelId } = board
  if (corner) return takeHold({ kind: 'corner', at: corner, joint: false }, corner, board)
  if (drawing.wall)
    return takeHold(
      { kind: 'wall', at: midpoint(drawing.wall), segment: drawing.wall },
      midpoint(drawing.wall),
      board,
    )
  const zones = pickedZones(board)
  const [first] = zones
  if (first) {
    const at = first.polygon.outer[0] ?? [0, 0]
    return takeHold({ kind: 'move', at, ids: zones.map((zone) => zone.id) }, at, board)
  }
  const last = drawing.picked.at(-1)
  const opening = last?.table === 'openings' ? premises.openings[last.id] : undefined
  return opening?.levelId === levelId ? slideHold(opening.id, midpoint(opening.segment)) : null
}

/** The picked moved by arrow keys, as a hold that is let go once they rest. */
export function nudged(sketch: SelectSketch, by: Point, board: Board): Step<SelectSketch> {
  const held = sketch.nudge?.held ?? nudgeHold(sketch, board)
  if (!held) return [sketch, []]
  const before = sketch.nudge?.by ?? [0, 0]
  const whole: Point = [before[0] + by[0], before[1] + by[1]]
  const raw: Point = [held.from[0] + whole[0], held.from[1] + whole[1]]
  const aim: Aim = {
    px: [0, 0],
    raw,
    snap: { at: raw, caught: null, lines: [], wall: null },
    loose: true,
    ends: null,
    reachM: 0,
    touch: false,
    add: false,
    time: 0,
  }
  return [
    { ...sketch, nudge: { by: whole, held: moveHold(held, aim, { ...board, metresPerPx: 0.001 }) } },
    [],
  ]
}

/** The arrow keys rest: what they came to is one edit. */
export function settled(sketch: SelectSketch, board: Board): Step<SelectSketch> {
  const held = sketch.nudge?.held
  const rest = { ...sketch, nudge: null }
  const command = held && heldCommand(held, board)
  if (!held || !command) return [rest, []]
  const effects: Effect[] = [{ do: 'command', command }]
  if (held.of === 'floor' && board.drawing.wall)
    effects.push({ do: 'pickWallAt', at: movedWallAt(held, board.drawing.wall) })
  const corner = held.of === 'floor' && held.grip.kind === 'corner' ? held.to : rest.corner
  return [{ ...rest, corner }, effects]
}

/** A point that the picked wall will pass through once the drag has become an edit. */
export function movedWallAt(held: Extract<Held, { of: 'floor' }>, wall: Segment): Point {
  const middle = midpoint(wall)
  if (held.grip.kind !== 'wall') {
    const far = distance(wall[0], held.from) < distance(wall[1], held.from) ? wall[1] : wall[0]
    return midpoint([far, held.to])
  }
  const [dx, dy] = direction(wall)
  const off = -(held.to[0] - held.from[0]) * dy + (held.to[1] - held.from[1]) * dx
  return [middle[0] - dy * off, middle[1] + dx * off]
}
