import type { Looks } from './looks.ts'
import type { Knob } from './picture.ts'
import type { View } from './view.ts'

/** Paints a handle or a mark; the hit area of a handle is larger than its picture. */
export function paintKnob(context: CanvasRenderingContext2D, knob: Knob, view: View, looks: Looks): void {
  const [x, y] = view.toScreen(knob.at)
  const path = new Path2D()
  const grow = knob.lit ? 1.5 : 0
  context.setLineDash([])
  switch (knob.kind) {
    case 'corner':
      path.arc(x, y, 5.5 + grow, 0, 2 * Math.PI)
      return filled(context, path, looks, knob.lit)
    case 'joint':
      path.arc(x, y, 3.5 + grow, 0, 2 * Math.PI)
      return filled(context, path, looks, knob.lit)
    case 'wall':
      return bar(context, knob, view, looks)
    case 'jamb':
      path.rect(x - 5 - grow, y - 5 - grow, 10 + 2 * grow, 10 + 2 * grow)
      return filled(context, path, looks, knob.lit)
    case 'swing':
      path.moveTo(x, y - 7 - grow)
      path.lineTo(x + 7 + grow, y)
      path.lineTo(x, y + 7 + grow)
      path.lineTo(x - 7 - grow, y)
      path.closePath()
      return filled(context, path, looks, knob.lit)
    case 'move':
      path.arc(x, y, 11 + grow, 0, 2 * Math.PI)
      filled(context, path, looks, knob.lit)
      return arrows(context, x, y, knob.lit ? looks.casing : looks.accent)
    case 'turn':
      path.arc(x, y, 9 + grow, 0, 2 * Math.PI)
      filled(context, path, looks, knob.lit)
      return turning(context, x, y, knob.lit ? looks.casing : looks.accent)
    case 'dot':
      path.arc(x, y, 3.5, 0, 2 * Math.PI)
      context.fillStyle = looks.accent
      context.fill(path)
      return
    case 'ring':
      path.arc(x, y, 5, 0, 2 * Math.PI)
      return outlined(context, path, looks)
    case 'square':
      path.rect(x - 6, y - 6, 12, 12)
      return outlined(context, path, looks)
    case 'cross':
      path.moveTo(x - 6, y - 6)
      path.lineTo(x + 6, y + 6)
      path.moveTo(x + 6, y - 6)
      path.lineTo(x - 6, y + 6)
      return outlined(context, path, looks)
    case 'tick':
      path.moveTo(x - 6, y)
      path.lineTo(x, y - 6)
      path.lineTo(x + 6, y)
      path.lineTo(x, y + 6)
      path.closePath()
      return outlined(context, path, looks)
  }
}

function filled(
  context: CanvasRenderingContext2D,
  path: Path2D,
  looks: Looks,
  lit: boolean | undefined,
): void {
  context.fillStyle = lit ? looks.accent : looks.casing
  context.fill(path)
  context.strokeStyle = looks.accent
  context.lineWidth = 2
  context.stroke(path)
}

function outlined(context: CanvasRenderingContext2D, path: Path2D, looks: Looks): void {
  context.strokeStyle = looks.casing
  context.lineWidth = 4.5
  context.stroke(path)
  context.strokeStyle = looks.accent
  context.lineWidth = 2
  context.stroke(path)
}

function bar(context: CanvasRenderingContext2D, knob: Knob, view: View, looks: Looks): void {
  const [x, y] = view.toScreen(knob.at)
  const [dx, dy] = knob.along ?? [1, 0]
  const [ex, ey] = view.toScreen([knob.at[0] + dx, knob.at[1] + dy])
  context.save()
  context.translate(x, y)
  context.rotate(Math.atan2(ey - y, ex - x))
  const path = new Path2D()
  const grow = knob.lit ? 1 : 0
  path.roundRect(-10 - grow, -3.5 - grow, 20 + 2 * grow, 7 + 2 * grow, 3.5)
  filled(context, path, looks, knob.lit)
  context.restore()
}

function arrows(context: CanvasRenderingContext2D, x: number, y: number, colour: string): void {
  const path = new Path2D()
  for (const [dx, dy] of [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const) {
    path.moveTo(x, y)
    path.lineTo(x + 6.5 * dx, y + 6.5 * dy)
    path.moveTo(x + 4 * dx - 2.2 * dy, y + 4 * dy - 2.2 * dx)
    path.lineTo(x + 6.5 * dx, y + 6.5 * dy)
    path.lineTo(x + 4 * dx + 2.2 * dy, y + 4 * dy + 2.2 * dx)
  }
  context.strokeStyle = colour
  context.lineWidth = 1.6
  context.stroke(path)
}

function turning(context: CanvasRenderingContext2D, x: number, y: number, colour: string): void {
  const path = new Path2D()
  path.arc(x, y, 4.5, -0.4 * Math.PI, 1.2 * Math.PI)
  path.moveTo(x + 4.6, y - 5.5)
  path.lineTo(x + 1.4, y - 4.3)
  path.lineTo(x + 3.4, y - 1.4)
  context.strokeStyle = colour
  context.lineWidth = 1.6
  context.stroke(path)
}
