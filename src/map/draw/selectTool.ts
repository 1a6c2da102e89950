import { wallAt } from '../../premises/floor/index.ts'
import type { Segment } from '../../premises/geometry/plane.ts'
import { distanceToSegment } from '../../premises/geometry/segment.ts'
import type { OpeningId } from '../../premises/ids.ts'
import { gripAt, gripsOf, sideAt, type Grip } from './handles.ts'
import { heldCommand, moveHold, slideHold, takeHold, type Held } from './holding.ts'
import { movedWallAt, nudged, settled } from './nudging.ts'
import { banded, tapped, thingsAt, widestWallReachM } from './picking.ts'
import type { SelectSketch } from './selectSketch.ts'
import type { Aim, Board, DrawEvent, Effect, Step } from './sketch.ts'

/** What a press here would take hold of; null: the map's own gesture (or a tap). */
export function holdAt(aim: Aim, board: Board): Held | 'band' | null {
  // A hand on the paper moves the map; with Shift it draws the band that picks.
  if (aim.add && !aim.touch) return 'band'
  const grip = gripAt(gripsOf(board), aim.raw, aim.reachM)
  if (grip) return takeHold(grip, aim.raw, board)
  const opening = pickedOpeningAt(aim, board)
  if (opening) return slideHold(opening, aim.raw)
  const side = sideAt(board, aim.raw, Math.min(aim.reachM, widestWallReachM))
  return side && takeHold(side, aim.raw, board)
}

function pickedOpeningAt(aim: Aim, { premises, levelId, drawing }: Board): OpeningId | null {
  for (const record of drawing.picked) {
    const opening = record.table === 'openings' ? premises.openings[record.id] : undefined
    if (opening?.levelId === levelId && distanceToSegment(opening.segment, aim.raw) <= aim.reachM)
      return opening.id
  }
  return null
}

export function selectStep(sketch: SelectSketch, event: DrawEvent, board: Board): Step<SelectSketch> {
  if (sketch.nudge && event.on !== 'nudge' && event.on !== 'move') {
    // Whatever comes next needs the premises as they will be: the edit first, and nothing else in this moment.
    return settled(sketch, board)
  }
  switch (event.on) {
    case 'move':
      return [moved(sketch, event.aim, board), []]
    case 'leave':
      return [{ ...sketch, aim: null }, []]
    case 'press':
      return [pressed(sketch, event.aim, board), []]
    case 'release':
      return released(sketch, event.aim, event.moved, board)
    case 'cancel':
      return [{ ...sketch, held: null, band: null }, []]
    case 'tap':
      return tapped(sketch, event.aim, board)
    case 'hold': {
      const [record] = thingsAt(event.aim, board)
      return [sketch, record ? [{ do: 'pick', record, add: true }] : []]
    }
    case 'remove':
      return removed(sketch, board)
    case 'nudge':
      return nudged(sketch, event.by, board)
    case 'drop':
      return dropped(sketch, board)
    default:
      return [sketch, []]
  }
}

function moved(sketch: SelectSketch, aim: Aim, board: Board): SelectSketch {
  if (sketch.held) return { ...sketch, aim, held: moveHold(sketch.held, aim, board) }
  if (sketch.band) return { ...sketch, aim, band: [sketch.band[0], aim.raw] }
  return { ...sketch, aim }
}

function pressed(sketch: SelectSketch, aim: Aim, board: Board): SelectSketch {
  const hold = holdAt(aim, board)
  if (hold === 'band') return { ...sketch, aim, band: [aim.raw, aim.raw] }
  const corner = hold?.of === 'floor' && hold.grip.kind === 'corner' ? hold.grip.at : null
  return { ...sketch, aim, held: hold, corner }
}

function released(sketch: SelectSketch, aim: Aim, hasMoved: boolean, board: Board): Step<SelectSketch> {
  const { held, band } = sketch
  const rest = { ...sketch, aim: aim.touch ? null : aim, held: null, band: null }
  if (band) return hasMoved ? [rest, banded(band[0], aim.raw, board)] : tapped(rest, aim, board)
  if (!held) return [rest, []]
  if (!hasMoved) {
    // A handle that was only touched stays what Delete and the arrows mean; a side or a door is tapped.
    const isHandle = held.of === 'floor' && held.grip.kind === 'corner'
    return isHandle ? [rest, []] : tapped(rest, aim, board)
  }
  const after = moveHold(held, aim, board)
  const command = heldCommand(after, board)
  if (!command) return [rest, []]
  const corner = after.of === 'floor' && after.grip.kind === 'corner' ? after.to : null
  const effects: Effect[] = [{ do: 'command', command }]
  if (board.drawing.wall && after.of === 'floor')
    effects.push({ do: 'pickWallAt', at: movedWallAt(after, board.drawing.wall) })
  return [{ ...rest, corner }, effects]
}

function removed(sketch: SelectSketch, board: Board): Step<SelectSketch> {
  const { picked, wall } = board.drawing
  const rest = { ...sketch, corner: null, lastTap: null }
  if (sketch.corner)
    return [rest, [{ do: 'command', command: { kind: 'removeCorner', at: sketch.corner, picked } }]]
  if (wall) return [rest, [{ do: 'command', command: { kind: 'removeWall', wall } }]]
  const records = picked.filter((record) => record.table !== 'facility')
  return records.length > 0 ? [rest, [{ do: 'command', command: { kind: 'remove', records } }]] : [sketch, []]
}

/** Esc: what is held, then what is picked, then the drawing itself. */
function dropped(sketch: SelectSketch, { drawing }: Board): Step<SelectSketch> {
  if (sketch.held || sketch.band) return [{ ...sketch, held: null, band: null }, []]
  if (drawing.picked.length > 0 || drawing.wall)
    return [{ ...sketch, corner: null, lastTap: null }, [{ do: 'pick', record: null, add: false }]]
  return [sketch, [{ do: 'drawing', change: null }]]
}

/** The wall or handle that a press would take, lit under the pointer. */
export function litAt(aim: Aim, board: Board): { readonly grip: Grip | null; readonly wall: Segment | null } {
  const grip = gripAt(gripsOf(board), aim.raw, aim.reachM) ?? null
  if (grip) return { grip, wall: null }
  const side = sideAt(board, aim.raw, Math.min(aim.reachM, widestWallReachM))
  if (side?.kind === 'wall') return { grip: null, wall: side.segment }
  const [thing] = thingsAt(aim, board)
  if (thing?.table === 'openings') return { grip: null, wall: null }
  const hit = wallAt(board.premises, board.levelId, aim.raw, Math.min(aim.reachM, widestWallReachM))
  return { grip: null, wall: hit ? hit.straight : null }
}
