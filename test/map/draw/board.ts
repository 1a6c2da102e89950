import type { Aim, Board, DrawEvent, Effect } from '../../../src/map/draw/sketch.ts'
import { guidesOf, step, type Sketch } from '../../../src/map/draw/tools.ts'
import { roundStep, snapAt } from '../../../src/map/draw/snap.ts'
import { snapScene } from '../../../src/map/draw/snapScene.ts'
import type { Point } from '../../../src/premises/geometry/plane.ts'
import type { Premises } from '../../../src/premises/model.ts'
import type { Drawing } from '../../../src/state/app.ts'
import { firstDrawing } from '../../../src/state/drawing.ts'
import { levelId } from '../../builder.ts'

/** A board for tests: one centimetre a pixel, the level T1. */
export function boardOf(premises: Premises, drawing: Partial<Drawing> = {}): Board {
  return {
    premises,
    levelId: levelId('T1'),
    drawing: { ...firstDrawing, ...drawing },
    language: 'vi',
    metresPerPx: 0.01,
  }
}

/** A pointer at a place of the plan, caught as the map would catch it. */
export function aimAt(raw: Point, sketch: Sketch, board: Board, more: Partial<Aim> = {}): Aim {
  const reachM = 10 * board.metresPerPx
  const snap = snapAt(raw, {
    scene: snapScene(board.premises, board.levelId),
    guides: guidesOf(sketch),
    reachM,
    stepM: roundStep(board.metresPerPx),
    off: more.loose ?? false,
  })
  const px: Point = [raw[0] / board.metresPerPx, -raw[1] / board.metresPerPx]
  return { px, raw, snap, loose: false, ends: null, reachM, touch: false, add: false, time: 0, ...more }
}

export type Move =
  | readonly ['move' | 'press' | 'tap' | 'hold', Point, Partial<Aim>?]
  | readonly ['release', Point, boolean, Partial<Aim>?]
  | DrawEvent

/** Plays events on a sketch; the effects of all, in order. */
export function play(
  start: Sketch,
  board: Board,
  moves: readonly Move[],
): { sketch: Sketch; effects: Effect[] } {
  let sketch = start
  const effects: Effect[] = []
  for (const move of moves) {
    const event = eventOf(move, sketch, board)
    const [next, asked] = step(sketch, event, board)
    sketch = next
    effects.push(...asked)
  }
  return { sketch, effects }
}

function eventOf(move: Move, sketch: Sketch, board: Board): DrawEvent {
  if ('on' in move) return move
  if (move[0] === 'release')
    return { on: 'release', aim: aimAt(move[1], sketch, board, move[3]), moved: move[2] }
  return { on: move[0], aim: aimAt(move[1], sketch, board, move[2]) }
}

/** A click of the mouse. */
export function click(at: Point, more: Partial<Aim> = {}): readonly Move[] {
  return [
    ['move', at, more],
    ['press', at, more],
    ['release', at, false, more],
  ]
}
