import { insideEvenOdd } from '../premises/geometry/inside.ts'
import { centroid } from '../premises/geometry/measure.ts'
import type { Point, Polygon } from '../premises/geometry/plane.ts'
import { freeRectangles, turnedBy, type FreeRectangle } from './freeRectangles.ts'
import { textWidth, wrapped } from './textWidth.ts'

/** Where and how the label of a room fits best. */
export interface LabelFit {
  readonly lines: readonly string[]
  /** Middle of the text, in the polygon's coordinates. */
  readonly anchor: Point
  /** Runs across the reading direction (bottom to top): narrow rooms and corridors. */
  readonly upright: boolean
  /** The largest size of a pixel, in metres, at which the text still stands inside the room. */
  readonly metresPerPx: number
}

export const nameSizePx = 12
const lineHeight = 1.28
/** Free space round the text, on each side. */
const marginPx = 3

/** Lines of a label: the name in semi-bold, then the figure in regular. */
export interface LabelText {
  readonly name: string
  readonly figure?: string
}

const mostLines = 4
const narrowestEm = 3.1
/** Longer lines than this are broken although they would fit, em. */
const longestEm = 11

/**
 * Ways to write a label into a room, the best first, each with the scale down to which it fits: on as few lines as read
 * well, then on more, then across the reading direction (bottom to top), which only narrow rooms and corridors need and nobody reads in more than two lines. A
 * way stands in the list only if it fits at a smaller scale than those before it. `angle`: of the reading direction,
 * radians from the polygon's x axis.
 */
export function labelFits(polygon: Polygon, text: LabelText, angle = 0): readonly LabelFit[] {
  const room = roomOf(polygon, angle)
  const boxes = textBoxes(text)
  const level = boxes.map((box) => bestIn(room, box, angle, false))
  const across = boxes.filter((box) => box.lines.length <= 2).map((box) => bestIn(room, box, angle, true))
  const fits: LabelFit[] = []
  for (const [fit, gain] of [
    ...level.map((fit) => [fit, 1.02] as const),
    ...across.map((fit) => [fit, 1.5] as const),
  ]) {
    const least = fits[fits.length - 1]
    if (fit && (!least || fit.metresPerPx > least.metresPerPx * gain)) fits.push(fit)
  }
  return fits
}

/** The way to write a label that fits down to the smallest scale; null for a polygon without room. */
export function fitLabel(polygon: Polygon, text: LabelText, angle = 0): LabelFit | null {
  return labelFits(polygon, text, angle).at(-1) ?? null
}

/** Free rectangles of a room and the point that labels gather at, both turned so that text runs along x. */
interface Room {
  readonly free: readonly FreeRectangle[]
  readonly middle: Point
}

const rooms = new WeakMap<Polygon, Map<number, Room>>()

function roomOf(polygon: Polygon, angle: number): Room {
  let byAngle = rooms.get(polygon)
  if (!byAngle) rooms.set(polygon, (byAngle = new Map()))
  let room = byAngle.get(angle)
  if (!room) byAngle.set(angle, (room = measuredRoom(polygon, angle)))
  return room
}

/** Labels gather at the centroid where the room contains it, else in the middle of the largest free rectangle. */
function measuredRoom(polygon: Polygon, angle: number): Room {
  const free = freeRectangles(polygon, angle)
  const middle = centroid(polygon)
  if (insideEvenOdd(polygon, middle)) return { free, middle: turnedBy(middle, -angle) }
  const largest = free.reduce<FreeRectangle | null>(
    (best, next) => (best && best.width * best.height >= next.width * next.height ? best : next),
    null,
  )
  return {
    free,
    middle: largest
      ? [largest.x + largest.width / 2, largest.y + largest.height / 2]
      : turnedBy(middle, -angle),
  }
}

interface TextBox {
  readonly lines: readonly string[]
  readonly widthPx: number
  readonly heightPx: number
}

function textBoxes({ name, figure }: LabelText): readonly TextBox[] {
  const boxes: TextBox[] = []
  for (let count = 1; count <= mostLines; count += 1) {
    const lines = name ? wrapped(name, count, 'semiBold') : []
    const nameWidth = Math.max(0, ...lines.map((line) => textWidth(line, 'semiBold')))
    if (boxes.some((box) => box.lines.length === lines.length + (figure ? 1 : 0))) continue
    // A stack of single short words is harder to read than a line along the room.
    if (lines.length > 2 && nameWidth < narrowestEm) continue
    const mayBreak = count < mostLines && lines.join(' ').includes(' ')
    if (nameWidth > longestEm && mayBreak && wrapped(name, count + 1, 'semiBold').length > lines.length)
      continue
    const widest = figure ? Math.max(nameWidth, textWidth(figure, 'regular')) : nameWidth
    const all = figure ? [...lines, figure] : lines
    boxes.push({
      lines: all,
      widthPx: widest * nameSizePx + 2 * marginPx,
      heightPx: all.length * nameSizePx * lineHeight + 2 * marginPx,
    })
  }
  return boxes
}

/** A label is not pressed into a room: it is shown from a scale a tenth larger than the least, and moved to the middle. */
const slack = 0.9

function bestIn(room: Room, box: TextBox, angle: number, upright: boolean): LabelFit | null {
  const [boxWidth, boxHeight] = upright ? [box.heightPx, box.widthPx] : [box.widthPx, box.heightPx]
  let least = 0
  for (const { width, height } of room.free)
    least = Math.max(least, Math.min(width / boxWidth, height / boxHeight))
  if (least === 0) return null
  const metresPerPx = least * slack
  const [halfWidth, halfHeight] = [(boxWidth * metresPerPx) / 2, (boxHeight * metresPerPx) / 2]
  const [mx, my] = room.middle
  let anchor: Point | null = null
  let nearest = Number.POSITIVE_INFINITY
  for (const { x, y, width, height } of room.free) {
    if (width < 2 * halfWidth || height < 2 * halfHeight) continue
    const at: Point = [
      Math.min(Math.max(mx, x + halfWidth), x + width - halfWidth),
      Math.min(Math.max(my, y + halfHeight), y + height - halfHeight),
    ]
    const away = Math.hypot(at[0] - mx, at[1] - my)
    if (away < nearest) [anchor, nearest] = [at, away]
  }
  return anchor && { lines: box.lines, anchor: turnedBy(anchor, angle), upright, metresPerPx }
}
