import { snapPoint, type Point } from '../../premises/geometry/plane.ts'
import { direction, distance } from '../../premises/geometry/segment.ts'
import { guidesOfLine } from './guides.ts'
import { angleAt, cornerByNumbers, oppositeCorner, rectangleOf } from './numbers.ts'
import {
  angleText,
  areaText,
  closed,
  lengthTag,
  ringArea,
  together,
  type Picture,
  type Tag,
} from './picture.ts'
import type { Aim, Board, DrawEvent, Effect, Step } from './sketch.ts'
import type { Guide, Snap } from './snap.ts'

export type LineToolName = 'rectangle' | 'room' | 'wall'

/** A rectangle, an outline or a wall under way: corners set, and where the next would come. */
export interface LineSketch {
  readonly kind: LineToolName
  readonly corners: readonly Point[]
  /** The way that right angles count from: the plan's x axis, or the wall that the line starts on. */
  readonly axis: Point
  readonly aim: Aim | null
  /** The press that is under way has set a corner already. */
  readonly pressed: boolean
}

/** The shortest side and stretch that is drawn, metres: less is a slip of the hand. */
const shortestM = 0.05

export function lineSketch(kind: LineToolName): LineSketch {
  return { kind, corners: [], axis: [1, 0], aim: null, pressed: false }
}

export function lineGuides({ corners, axis }: LineSketch): readonly Guide[] {
  return guidesOfLine(corners, axis)
}

export function lineStep(sketch: LineSketch, event: DrawEvent, board: Board): Step<LineSketch> {
  switch (event.on) {
    case 'move':
      return [{ ...sketch, aim: event.aim }, []]
    case 'leave':
      return [{ ...sketch, aim: null }, []]
    case 'press': {
      // A finger aims first and sets its corner where it is lifted; only a rectangle is drawn from press to release.
      const sets = sketch.corners.length === 0 && (!event.aim.touch || sketch.kind === 'rectangle')
      if (!sets) return [{ ...sketch, aim: event.aim, pressed: false }, []]
      const [begun] = set({ ...sketch, aim: event.aim }, event.aim.snap, board)
      return [{ ...begun, pressed: true }, []]
    }
    case 'release': {
      const rest = { ...sketch, aim: event.aim.touch ? null : event.aim, pressed: false }
      if (sketch.pressed && !event.moved) return [rest, []]
      return set(rest, event.aim.snap, board)
    }
    case 'tap':
      return set({ ...sketch, aim: event.aim }, event.aim.snap, board)
    case 'finish':
      return finish(sketch, board)
    case 'back':
      return [{ ...sketch, corners: sketch.corners.slice(0, -1) }, []]
    case 'cancel':
      return [{ ...sketch, corners: sketch.pressed ? [] : sketch.corners, pressed: false, aim: null }, []]
    case 'drop':
      return sketch.corners.length > 0
        ? [begunAnew(sketch), []]
        : [sketch, [{ do: 'drawing', change: { tool: 'select' } }]]
    case 'numbers':
      return numbers(sketch, event.first, event.second, board)
    default:
      return [sketch, []]
  }
}

function begunAnew(sketch: LineSketch): LineSketch {
  return { ...lineSketch(sketch.kind), aim: sketch.aim }
}

/** A corner set at a caught place. */
function set(sketch: LineSketch, snap: Snap, board: Board): Step<LineSketch> {
  const { corners, kind } = sketch
  const { at } = snap
  if (corners.length === 0) {
    const axis = snap.wall ? acute(direction(snap.wall)) : sketch.axis
    return [{ ...sketch, corners: [at], axis }, []]
  }
  if (kind === 'rectangle') return rectangle(sketch, at, board)
  const [first, last] = [corners[0], corners.at(-1)]
  // The same place again ends the line.
  if (last && distance(last, at) < shortestM) return finish(sketch, board)
  if (first && corners.length >= 3 && distance(first, at) < shortestM) return outline(sketch, board)
  const next = { ...sketch, corners: [...corners, at] }
  const meetsWall = snap.wall !== null || snap.caught === 'corner'
  return kind === 'wall' && meetsWall ? finish(next, board) : [next, []]
}

/** Of the two ways of a line and the two across it, the one nearest to the plan's x axis: rectangles keep their sense of width. */
function acute(way: Point): Point {
  const [x, y] = way
  const candidates: readonly Point[] = [way, [-x, -y], [-y, x], [y, -x]]
  const best = candidates.reduce((a, b) => (b[0] > a[0] + 1e-9 ? b : a))
  return [best[0] + 0, best[1] + 0]
}

function rectangle(sketch: LineSketch, to: Point, board: Board): Step<LineSketch> {
  const [from] = sketch.corners
  if (!from) return [sketch, []]
  const { ring, widthM, heightM } = rectangleOf(from, to, sketch.axis)
  if (widthM < shortestM || heightM < shortestM) return [sketch, []]
  return [begunAnew(sketch), [room(ring, board)]]
}

function finish(sketch: LineSketch, board: Board): Step<LineSketch> {
  const { kind, corners, aim } = sketch
  if (kind === 'rectangle') return aim ? rectangle(sketch, aim.snap.at, board) : [sketch, []]
  if (kind === 'room') return outline(sketch, board)
  if (corners.length < 2) return [sketch, []]
  const line = corners.map(snapPoint)
  return [begunAnew(sketch), [{ do: 'command', command: { kind: 'wall', line, use: board.drawing.use } }]]
}

function outline(sketch: LineSketch, board: Board): Step<LineSketch> {
  return sketch.corners.length < 3 ? [sketch, []] : [begunAnew(sketch), [room(sketch.corners, board)]]
}

function room(ring: readonly Point[], { drawing }: Board): Effect {
  return { do: 'command', command: { kind: 'room', outline: ring.map(snapPoint), use: drawing.use } }
}

function numbers(sketch: LineSketch, first: number, second: number | null, board: Board): Step<LineSketch> {
  const { kind, corners, axis, aim } = sketch
  const last = corners.at(-1)
  if (!last) return [sketch, []]
  const pointer = aim?.raw ?? [last[0] + axis[0] - axis[1], last[1] + axis[1] + axis[0]]
  if (kind === 'rectangle') {
    const { heightM } = rectangleOf(last, aim?.snap.at ?? pointer, axis)
    return rectangle(sketch, oppositeCorner(last, pointer, axis, first, second ?? heightM), board)
  }
  // A length alone follows the way that the pointer was caught by.
  const at = cornerByNumbers(
    corners,
    axis,
    second === null ? (aim?.snap.at ?? pointer) : pointer,
    first,
    second,
  )
  return at ? set(sketch, { at: snapPoint(at), caught: null, lines: [], wall: null }, board) : [sketch, []]
}

/** What is being measured, for the field that takes numbers. */
export function lineFields({ kind, corners }: LineSketch): 'lengthAngle' | 'widthHeight' | null {
  if (corners.length === 0) return null
  return kind === 'rectangle' ? 'widthHeight' : 'lengthAngle'
}

export function linePicture({ kind, corners, axis, aim }: LineSketch, { language }: Board): Picture {
  const at = aim?.snap.at
  const [from] = corners
  const caught = aim ? snapMark(aim.snap) : {}
  if (!from) return together(caught)
  if (kind === 'rectangle') {
    if (!at) return together(caught, { knobs: [{ at: from, kind: 'dot' }] })
    const { ring, widthM, heightM } = rectangleOf(from, at, axis)
    const polygon = { outer: ring, holes: [] }
    const isSeen = widthM >= shortestM && heightM >= shortestM
    const [, right, top] = ring
    const centre = middle([from, at])
    const tags: Tag[] = []
    if (isSeen && right && top)
      tags.push(
        { ...lengthTag([from, right], language, true), awayFrom: centre },
        { ...lengthTag([right, top], language, true), awayFrom: centre },
        { at: centre, text: areaText(widthM * heightM, language) },
      )
    return together(
      { areas: [{ polygon, look: 'draft' }], lines: [{ line: closed(ring), look: 'draft' }], tags },
      { knobs: [{ at: from, kind: 'dot' }] },
      caught,
    )
  }
  const whole = at ? [...corners, at] : corners
  const last = corners.at(-1)
  const tags: Tag[] = stretches(corners).map((stretch) => lengthTag(stretch, language))
  if (at && last && distance(last, at) >= shortestM) {
    const tag = lengthTag([last, at], language, true)
    tags.push({ ...tag, text: `${tag.text} · ${angleText(angleAt(corners, axis, at), language)}` })
  }
  const closes = kind === 'room' && whole.length >= 3
  if (closes) {
    const squareMetres = ringArea(whole)
    if (squareMetres > 0.05) tags.push({ at: middle(whole), text: areaText(squareMetres, language) })
  }
  return together(
    {
      areas: closes ? [{ polygon: { outer: whole, holes: [] }, look: 'draft' }] : [],
      lines: [{ line: whole, look: 'draft' }],
      knobs: corners.map((corner) => ({ at: corner, kind: 'dot' as const })),
      tags,
    },
    caught,
  )
}

function middle(points: readonly Point[]): Point {
  const sum = points.reduce<Point>(([x, y], point) => [x + point[0], y + point[1]], [0, 0])
  return [sum[0] / points.length, sum[1] / points.length]
}

function stretches(points: readonly Point[]): (readonly [Point, Point])[] {
  return points.slice(1).map((point, index) => [points[index] ?? point, point] as const)
}

/** The mark and the thin lines of what has caught the pointer. */
export function snapMark({ at, caught, lines }: Snap): Partial<Picture> {
  const kinds = { corner: 'square', end: 'square', crossing: 'cross', wall: 'tick', guide: 'ring' } as const
  return {
    lines: lines.map((line) => ({ line, look: 'guide' as const })),
    knobs: [{ at, kind: caught ? kinds[caught] : 'dot' }],
  }
}
