import type { Board } from './sketch.ts'
import { claims, type Sketch } from './tools.ts'

/** The pointer's picture, by what a press would do here (a value of CSS `cursor`). */
export function cursorOf(sketch: Sketch, board: Board): string {
  if (sketch.kind === 'select') {
    if (sketch.held) return 'grabbing'
    if (sketch.band) return 'crosshair'
    return sketch.aim && claims(sketch, sketch.aim, board) ? 'grab' : ''
  }
  if (sketch.kind === 'underlay') {
    if (sketch.held) return 'grabbing'
    return board.drawing.underlay?.step === 'move' ? 'move' : 'crosshair'
  }
  return 'crosshair'
}
