import type { DrawingTool } from '../../state/app.ts'
import type { Guide } from './snap.ts'
import { lineGuides, linePicture, lineSketch, lineStep, type LineSketch } from './lineTool.ts'
import { together, type Picture } from './picture.ts'
import { placePicture, placeSketch, placeStep, type PlaceSketch } from './placeTool.ts'
import { pickedOutline, selectPicture } from './selectPicture.ts'
import { selectSketch, type SelectSketch } from './selectSketch.ts'
import { holdAt, selectStep } from './selectTool.ts'
import type { Aim, Board, DrawEvent, Step } from './sketch.ts'
import {
  underlayHoldAt,
  underlayPicture,
  underlaySketch,
  underlayStep,
  type UnderlaySketch,
} from './underlayTool.ts'

/** The state of the tool in hand: plain data, stepped by events, drawn from scratch. */
export type Sketch = SelectSketch | LineSketch | PlaceSketch | UnderlaySketch

export function beginSketch(tool: DrawingTool): Sketch {
  switch (tool) {
    case 'select':
      return selectSketch()
    case 'rectangle':
    case 'room':
    case 'wall':
      return lineSketch(tool)
    case 'underlay':
      return underlaySketch()
    default:
      return placeSketch(tool)
  }
}

/** The sketch after an event, and what it asks for. */
export function step(sketch: Sketch, event: DrawEvent, board: Board): Step<Sketch> {
  switch (sketch.kind) {
    case 'select':
      return selectStep(sketch, event, board)
    case 'rectangle':
    case 'room':
    case 'wall':
      return lineStep(sketch, event, board)
    case 'underlay':
      return underlayStep(sketch, event, board)
    default:
      return placeStep(sketch, event, board)
  }
}

export function pictureOf(sketch: Sketch, board: Board): Picture {
  switch (sketch.kind) {
    case 'select':
      return selectPicture(sketch, board)
    case 'rectangle':
    case 'room':
    case 'wall':
      return together(pickedOutline(board), linePicture(sketch, board))
    case 'underlay':
      return underlayPicture(sketch, board)
    default:
      return together(pickedOutline(board), placePicture(sketch, board))
  }
}

/** Whether a press here belongs to the tool, and not to the map that would be moved by it. */
export function claims(sketch: Sketch, aim: Aim, board: Board): boolean {
  if (sketch.kind === 'select') return holdAt(aim, board) !== null
  if (sketch.kind === 'underlay') return underlayHoldAt(aim, board) !== null
  return true
}

/** Lines that the tool lets the pointer be caught by. */
export function guidesOf(sketch: Sketch): readonly Guide[] {
  return isLine(sketch) ? lineGuides(sketch) : []
}

export function isLine(sketch: Sketch): sketch is LineSketch {
  return sketch.kind === 'rectangle' || sketch.kind === 'room' || sketch.kind === 'wall'
}

/** Tools that put something where the pointer is: with these a finger draws, and arrow keys move a cross-hair. */
export function isDrawing(sketch: Sketch): boolean {
  return sketch.kind !== 'select' && sketch.kind !== 'underlay'
}
