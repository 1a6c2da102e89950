import { wallAt } from '../../premises/floor/index.ts'
import { insideEvenOdd } from '../../premises/geometry/inside.ts'
import type { Point, Segment } from '../../premises/geometry/plane.ts'
import { direction, distance, distanceToSegment, midpoint } from '../../premises/geometry/segment.ts'
import type { OpeningId } from '../../premises/ids.ts'
import type { RecordRef } from '../../premises/operation.ts'
import { sameRecord } from '../pick.ts'
import { framesOf, openingsShown, zonesShown } from '../place.ts'
import { gripAt, gripsOf, pickedZones, sideAt, type Grip } from './handles.ts'
import { heldCommand, moveHold, slideHold, takeHold, type Held } from './holding.ts'
import type { Aim, Board, DrawEvent, Effect, Step } from './sketch.ts'

/** Picking, and what is done with the picked: held, nudged, taken away. */
export interface SelectSketch {
  readonly kind: 'select'
  readonly aim: Aim | null
  readonly held: Held | null
  /** The corners of the band that picks several. */
  readonly band: readonly [Point, Point] | null
  /** The corner that was last taken hold of; Delete takes it away. */
  readonly corner: Point | null
  readonly lastTap: { readonly px: Point; readonly at: number; readonly record: RecordRef | null } | null
  /** Arrow keys since the last edit. */
  readonly nudge: { readonly by: Point; readonly held: Held } | null
}

/** A wall counts as tapped no farther than this from its middle, metres, so that small rooms can be picked. */
const widestWallReachM = 0.4
/** The shortest stretch between two corners that a new one may make. */
const shortestM = 0.05

export function selectSketch(): SelectSketch {
  return { kind: 'select', aim: null, held: null, band: null, corner: null, lastTap: null, nudge: null }
}

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

/** A point that the picked wall will pass through once the drag has become an edit. */
function movedWallAt(held: Extract<Held, { of: 'floor' }>, wall: Segment): Point {
  const middle = midpoint(wall)
  if (held.grip.kind !== 'wall') {
    const far = distance(wall[0], held.from) < distance(wall[1], held.from) ? wall[1] : wall[0]
    return midpoint([far, held.to])
  }
  const [dx, dy] = direction(wall)
  const off = -(held.to[0] - held.from[0]) * dy + (held.to[1] - held.from[1]) * dx
  return [middle[0] - dy * off, middle[1] + dx * off]
}

/** Rooms, openings and loose walls that lie in the band with their whole outline. */
function banded(a: Point, b: Point, board: Board): readonly Effect[] {
  const { premises, levelId } = board
  const [x0, x1, y0, y1] = [
    Math.min(a[0], b[0]),
    Math.max(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[1], b[1]),
  ]
  const isIn = (points: readonly Point[]) =>
    points.every(([x, y]) => x >= x0 && x <= x1 && y >= y0 && y <= y1)
  const zones = zonesShown(premises, levelId)
    .filter((zone) => zone.levelId === levelId && isIn(zone.polygon.outer))
    .map((zone): RecordRef => ({ table: 'zones', id: zone.id }))
  // Rooms first: whoever draws a band over a wing wants its rooms, and its doors come with them.
  const found =
    zones.length > 0
      ? zones
      : openingsShown(premises, levelId)
          .filter((opening) => isIn(opening.segment))
          .map((opening): RecordRef => ({ table: 'openings', id: opening.id }))
  return found
    .filter((record) => !board.drawing.picked.some((each) => sameRecord(each, record)))
    .map((record): Effect => ({ do: 'pick', record, add: true }))
}

const twiceMs = 400
const samePlacePx = 8

function tapped(sketch: SelectSketch, aim: Aim, board: Board): Step<SelectSketch> {
  const { premises, levelId, drawing } = board
  const now = aim.time
  const again =
    sketch.lastTap !== null && distance(sketch.lastTap.px, aim.px) <= (aim.touch ? 24 : samePlacePx)
  const hit = wallAt(premises, levelId, aim.raw, Math.min(aim.reachM, widestWallReachM))
  const things = thingsAt(aim, board)
  const tap = (record: RecordRef | null) => ({ px: aim.px, at: now, record })
  const opening = things.find((record) => record.table === 'openings')
  if (again && hit && !opening && now - (sketch.lastTap?.at ?? 0) <= twiceMs) {
    const isEnd = hit.wall.segment.some((end) => distance(end, hit.at) < shortestM)
    if (!isEnd)
      return [
        { ...sketch, lastTap: null, corner: hit.at },
        [{ do: 'command', command: { kind: 'addCorner', at: hit.at, picked: drawing.picked } }],
      ]
  }
  if (opening)
    return [
      { ...sketch, lastTap: tap(opening), corner: null },
      [{ do: 'pick', record: opening, add: aim.add }],
    ]
  const isPickedWall = hit && drawing.wall && distanceToSegment(drawing.wall, hit.at) < 0.01
  if (hit?.wall.wallId && !isPickedWall) {
    const record: RecordRef = { table: 'walls', id: hit.wall.wallId }
    return [{ ...sketch, lastTap: tap(record), corner: null }, [{ do: 'pick', record, add: aim.add }]]
  }
  // A wall between or round rooms is picked by itself; tapped again, the room beneath.
  if (hit && !aim.add && !(again && isPickedWall)) {
    const effects: Effect[] = [
      { do: 'pick', record: null, add: false },
      { do: 'drawing', change: { wall: hit.straight } },
    ]
    return [{ ...sketch, lastTap: tap(null), corner: null }, effects]
  }
  // A second tap on the same spot takes what lies beneath.
  const before = again ? things.findIndex((record) => sameRecord(record, sketch.lastTap?.record ?? null)) : -1
  const record = things[(before + 1) % Math.max(1, things.length)] ?? null
  if (!record && aim.add) return [sketch, []]
  return [{ ...sketch, lastTap: tap(record), corner: null }, [{ do: 'pick', record, add: aim.add }]]
}

/** What can be picked here, the smallest first: openings, stairs and lifts, rooms. */
export function thingsAt(aim: Aim, { premises, levelId }: Board): readonly RecordRef[] {
  const reach = Math.min(aim.reachM, 1.2)
  const found: RecordRef[] = openingsShown(premises, levelId)
    .map((opening) => ({ opening, far: distanceToSegment(opening.segment, aim.raw) }))
    .filter(({ far }) => far <= reach)
    .toSorted((a, b) => a.far - b.far)
    .map(({ opening }) => ({ table: 'openings', id: opening.id }))
  const frames = framesOf(premises)
  for (const zone of zonesShown(premises, levelId).toReversed()) {
    const at =
      zone.levelId === null ? frames.ofZone(zone).toLocal(frames.ofLevel(levelId).toLonLat(aim.raw)) : aim.raw
    if (!insideEvenOdd(zone.polygon, at)) continue
    for (const table of ['stairs', 'lifts'] as const) {
      const record = Object.values(premises[table]).find((each) => each.zoneIds.includes(zone.id))
      if (record) found.push({ table, id: record.id })
    }
    found.push({ table: 'zones', id: zone.id })
  }
  return found
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

function nudged(sketch: SelectSketch, by: Point, board: Board): Step<SelectSketch> {
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

function settled(sketch: SelectSketch, board: Board): Step<SelectSketch> {
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
