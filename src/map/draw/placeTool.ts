import { wallAt } from '../../premises/floor/index.ts'
import {
  openingPlace,
  stairShape,
  type OpeningPlace,
  type OpeningSpec,
  type StairShape,
} from '../../premises/fittings/index.ts'
import type { Point, Segment } from '../../premises/geometry/plane.ts'
import { distance } from '../../premises/geometry/segment.ts'
import { PersonError } from '../../premises/message.ts'
import { restingShift } from './blockSnap.ts'
import { ghostOpening, openingPicture, shaft, stairPicture } from './ghosts.ts'
import { emptyPicture, lengthTag, together, type Picture } from './picture.ts'
import { snapMark } from './lineTool.ts'
import type { Aim, Board, DrawEvent, Effect, Step } from './sketch.ts'
import { snapScene } from './snapScene.ts'

export type PlaceToolName = 'door' | 'passage' | 'window' | 'stair' | 'lift' | 'assembly'

/** Something to be put in place: where the pointer is, and for an opening the press that gives it its width. */
export interface PlaceSketch {
  readonly kind: PlaceToolName
  readonly aim: Aim | null
  readonly from: Aim | null
}

/** A wall may be this far from the pointer at least, metres: people click beside walls. */
const openingReachM = 0.35

export function placeSketch(kind: PlaceToolName): PlaceSketch {
  return { kind, aim: null, from: null }
}

export function placeStep(sketch: PlaceSketch, event: DrawEvent, board: Board): Step<PlaceSketch> {
  switch (event.on) {
    case 'move':
      return [{ ...sketch, aim: event.aim }, []]
    case 'press':
      return [{ ...sketch, aim: event.aim, from: event.aim }, []]
    case 'leave':
      return [{ ...sketch, aim: null }, []]
    case 'cancel':
      return [{ ...sketch, aim: null, from: null }, []]
    case 'tap':
      return [{ ...sketch, aim: event.aim, from: null }, placed(sketch.kind, event.aim, null, board)]
    case 'release': {
      const from = event.moved ? sketch.from : null
      const rest = { ...sketch, aim: event.aim.touch ? null : event.aim, from: null }
      return [rest, placed(sketch.kind, event.aim, from, board)]
    }
    case 'turn':
      return [sketch, turned(sketch.kind, event.quarters, board)]
    case 'drop':
      return [sketch, [{ do: 'drawing', change: { tool: 'select' } }]]
    default:
      return [sketch, []]
  }
}

function isOpening(kind: PlaceToolName): kind is OpeningSpec['kind'] {
  return kind === 'door' || kind === 'passage' || kind === 'window'
}

function placed(kind: PlaceToolName, aim: Aim, from: Aim | null, board: Board): readonly Effect[] {
  const { drawing } = board
  if (isOpening(kind)) {
    const { spec, at, byHand } = openingAsked(kind, aim, from, board)
    const assumed = !byHand && !drawing.opening.chosen
    return [{ do: 'command', command: { kind: 'opening', at, spec, reachM: reachOf(aim), assumed } }]
  }
  if (kind === 'assembly') return [{ do: 'command', command: { kind: 'assembly', at: aim.snap.at } }]
  const middle = middleOf(kind, aim, board)
  return kind === 'stair'
    ? [{ do: 'command', command: { kind: 'stair', spec: drawing.stair, middle } }]
    : [{ do: 'command', command: { kind: 'lift', size: drawing.lift, middle } }]
}

function turned(kind: PlaceToolName, quarters: number, { drawing }: Board): readonly Effect[] {
  const by = (degrees: number) => (((degrees + quarters * 90) % 360) + 360) % 360
  if (kind === 'stair') {
    const stair = { ...drawing.stair, climbsDeg: by(drawing.stair.climbsDeg) }
    return [{ do: 'drawing', change: { stair } }]
  }
  if (kind === 'lift')
    return [{ do: 'drawing', change: { lift: { ...drawing.lift, turnDeg: by(drawing.lift.turnDeg) } } }]
  return []
}

function reachOf(aim: Aim): number {
  return Math.max(openingReachM, aim.reachM)
}

/** What would be put where: pressed and drawn along a wall, an opening is as wide as the way of the pointer. */
export function openingAsked(
  kind: OpeningSpec['kind'],
  aim: Aim,
  from: Aim | null,
  { drawing, premises, levelId }: Board,
): { readonly spec: OpeningSpec; readonly at: Point; readonly byHand: boolean } {
  const { widthM, operation, leaves } = drawing.opening
  const spec: OpeningSpec = { kind, widthM, ...(kind === 'door' ? { door: { operation, leaves } } : {}) }
  const hit = from && wallAt(premises, levelId, from.raw, reachOf(from))
  if (!from || !hit) return { spec, at: aim.raw, byHand: false }
  const [a, b] = hit.straight
  const length = distance(a, b)
  const share = ([x, y]: Point) =>
    ((x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1])) / (length * length)
  const [start, end] = [share(from.raw), share(aim.raw)].map((each) => Math.max(0, Math.min(1, each)))
  const wide = Math.round(Math.abs((end ?? 0) - (start ?? 0)) * length * 100) / 100
  if (wide < 0.3) return { spec, at: from.raw, byHand: false }
  const half = ((start ?? 0) + (end ?? 0)) / 2
  // The side that the pointer lies on is the side that a door opens to.
  const off = [
    aim.raw[0] - (a[0] + (b[0] - a[0]) * share(aim.raw)),
    aim.raw[1] - (a[1] + (b[1] - a[1]) * share(aim.raw)),
  ]
  const at: Point = [
    a[0] + (b[0] - a[0]) * half + clipped(off[0] ?? 0),
    a[1] + (b[1] - a[1]) * half + clipped(off[1] ?? 0),
  ]
  return { spec: { ...spec, widthM: wide }, at, byHand: true }
}

function clipped(metres: number): number {
  return Math.max(-0.2, Math.min(0.2, metres))
}

/** The middle of a stair or lift under the pointer, at rest against corners and walls. */
function middleOf(kind: 'stair' | 'lift', aim: Aim, board: Board): Point {
  const { premises, levelId, drawing } = board
  const corners = kind === 'lift' ? shaft([0, 0], drawing.lift).outer : stairOf(board, [0, 0])?.outline.outer
  if (!corners || aim.loose) return aim.snap.at
  const { by, caught } = restingShift(corners, aim.raw, snapScene(premises, levelId), aim.reachM)
  return caught ? by : aim.snap.caught ? aim.raw : aim.snap.at
}

function stairOf({ premises, levelId, drawing }: Board, middle: Point): StairShape | null {
  try {
    return stairShape(drawing.stair, riseOf(premises, levelId), middle)
  } catch (error) {
    if (error instanceof PersonError) return null
    throw error
  }
}

/** From this level up to the next of its building; its own height at the top. */
function riseOf(premises: Board['premises'], levelId: Board['levelId']): number {
  const here = premises.levels[levelId]
  if (!here) return 3.6
  const above = Object.values(premises.levels)
    .filter((level) => level.buildingId === here.buildingId && level.ordinal > here.ordinal)
    .toSorted((a, b) => a.ordinal - b.ordinal)[0]
  return above ? above.elevationM - here.elevationM : (here.heightM ?? 3.6)
}

export function placePicture({ kind, aim, from }: PlaceSketch, board: Board): Picture {
  if (!aim) return emptyPicture
  if (isOpening(kind)) return openingGhost(kind, aim, from, board)
  if (kind === 'assembly') return together({ knobs: [{ at: aim.snap.at, kind: 'move' }] }, snapMark(aim.snap))
  const middle = middleOf(kind, aim, board)
  if (kind === 'lift') {
    const polygon = shaft(middle, board.drawing.lift)
    const [a, b, c, d] = polygon.outer
    const cross: Segment[] = a && b && c && d ? [[a, c], [b, d]] : [] // prettier-ignore
    return together({
      areas: [{ polygon, look: 'draft' }],
      lines: [
        { line: [...polygon.outer, ...polygon.outer.slice(0, 1)], look: 'draft' },
        ...cross.map((line) => ({ line, look: 'fine' as const })),
      ],
    })
  }
  const shape = stairOf(board, middle)
  return shape ? stairPicture(shape) : together({ knobs: [{ at: aim.raw, kind: 'cross' }] })
}

function openingGhost(kind: OpeningSpec['kind'], aim: Aim, from: Aim | null, board: Board): Picture {
  const { premises, levelId, language } = board
  const { spec, at } = openingAsked(kind, aim, from, board)
  const place = openingPlace(premises, levelId, at, spec, reachOf(aim))
  if (!place) return together({ knobs: [{ at: aim.raw, kind: 'cross' }] })
  const { segment } = place
  const ghost = openingPicture(premises, ghostOpening(levelId, place, spec))
  const tags = [lengthTag(segment, language, true), ...jambTags(place, board)]
  return together(ghost, place.narrow ? { lines: [{ line: segment, look: 'blocked' }] } : {}, {
    tags,
    knobs: segment.map((jamb) => ({ at: jamb, kind: 'dot' as const })),
  })
}

/** How far the jambs stand from the ends of their wall. */
export function jambTags({ segment }: Pick<OpeningPlace, 'segment'>, { premises, levelId, language }: Board) {
  const [a, b] = segment
  const hit = wallAt(premises, levelId, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], 0.3)
  if (!hit) return []
  const [start, end] = hit.straight
  const isAlong = distance(start, a) + distance(b, end) < distance(start, b) + distance(a, end)
  const [first, second]: Segment[] = isAlong ? [[start, a], [b, end]] : [[start, b], [a, end]] // prettier-ignore
  return [first, second].flatMap((rest) =>
    rest && distance(rest[0], rest[1]) > 0.05 ? [lengthTag(rest, language)] : [],
  )
}
