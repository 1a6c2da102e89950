import type { Point, Polygon, Segment } from '../../premises/geometry/plane.ts'
import type { Looks, Stroke } from './looks.ts'
import { paintKnob } from './paintKnobs.ts'
import type { Picture, Tag } from './picture.ts'
import type { View } from './view.ts'

/** Paints a picture onto a canvas whose units are CSS pixels of the map. */
export function paint(context: CanvasRenderingContext2D, picture: Picture, view: View, looks: Looks): void {
  context.lineJoin = 'round'
  context.lineCap = 'round'
  for (const { polygon, look } of picture.areas) {
    const { fill, edge } = looks.areas[look]
    const path = areaPath(polygon, view)
    context.fillStyle = fill
    context.fill(path, 'evenodd')
    if (edge) stroke(context, path, edge, view)
  }
  for (const { line, look } of picture.lines) stroke(context, linePath(line, view), looks.lines[look], view)
  for (const knob of picture.knobs) paintKnob(context, knob, view, looks)
  paintTags(context, picture.tags, view, looks)
}

function areaPath({ outer, holes }: Polygon, view: View): Path2D {
  const path = new Path2D()
  for (const ring of [outer, ...holes]) {
    trace(path, ring, view)
    path.closePath()
  }
  return path
}

function linePath(line: readonly Point[], view: View): Path2D {
  const path = new Path2D()
  trace(path, line, view)
  return path
}

function trace(path: Path2D, points: readonly Point[], view: View): void {
  points.forEach((point, index) => {
    const [x, y] = view.toScreen(point)
    if (index === 0) path.moveTo(x, y)
    else path.lineTo(x, y)
  })
}

function stroke(context: CanvasRenderingContext2D, path: Path2D, look: Stroke, view: View): void {
  const width = Math.max(look.px, (look.metres ?? 0) / view.metresPerPx)
  if (look.casing) {
    context.setLineDash([])
    context.strokeStyle = look.casing.colour
    context.lineWidth = width + look.casing.px
    context.stroke(path)
  }
  context.setLineDash([...(look.dash ?? [])])
  context.strokeStyle = look.colour
  context.lineWidth = width
  context.stroke(path)
  context.setLineDash([])
}

const padX = 6
const height = 20
/** A stretch shorter than its own text carries none, unless it is the one under way. */
const shortestPx = 30

/** Texts on plates, the strong ones first; of two that meet the later is left out. */
function paintTags(context: CanvasRenderingContext2D, tags: readonly Tag[], view: View, looks: Looks): void {
  context.font = '600 12px "Noto Sans", "Segoe UI", sans-serif'
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const taken: (readonly [number, number, number, number])[] = []
  for (const tag of tags.toSorted((a, b) => Number(b.strong ?? false) - Number(a.strong ?? false))) {
    if (tag.beside && !tag.strong && lengthPx(tag.beside, view) < shortestPx) continue
    const width = Math.ceil(context.measureText(tag.text).width) + 2 * padX
    const [x, y] = tagPlace(tag, view, width)
    const box = [x - width / 2, y - height / 2, x + width / 2, y + height / 2] as const
    if (
      taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])
    )
      continue
    taken.push(box)
    context.beginPath()
    context.roundRect(box[0], box[1], width, height, 4)
    context.fillStyle = tag.strong ? looks.accent : looks.plate
    context.fill()
    if (!tag.strong) {
      context.strokeStyle = looks.plateEdge
      context.lineWidth = 1
      context.stroke()
    }
    context.fillStyle = tag.strong ? looks.strongText : looks.text
    context.fillText(tag.text, x, y + 0.5)
  }
}

function lengthPx([a, b]: Segment, view: View): number {
  const [ax, ay] = view.toScreen(a)
  const [bx, by] = view.toScreen(b)
  return Math.hypot(bx - ax, by - ay)
}

/** Beside its stretch, on the upper or right side, as far away as the plate is deep that way. */
function tagPlace({ at, beside, awayFrom }: Tag, view: View, width: number): Point {
  const [x, y] = view.toScreen(at)
  if (!beside) return [x, y]
  const [ax, ay] = view.toScreen(beside[0])
  const [bx, by] = view.toScreen(beside[1])
  const length = Math.hypot(bx - ax, by - ay) || 1
  let [nx, ny] = [(by - ay) / length, -(bx - ax) / length]
  if (awayFrom) {
    const [cx, cy] = view.toScreen(awayFrom)
    if ((cx - x) * nx + (cy - y) * ny > 0) [nx, ny] = [-nx, -ny]
  } else if (ny > 0.01 || (Math.abs(ny) <= 0.01 && nx < 0)) [nx, ny] = [-nx, -ny]
  const off = Math.abs(nx) * (width / 2) + Math.abs(ny) * (height / 2) + 8
  return [x + nx * off, y + ny * off]
}
