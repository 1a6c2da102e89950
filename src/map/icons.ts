import { signs, type MapTheme } from './theme.ts'

/** One stroke or fill of a sign, on a square of 24 units; paths as SVG writes them. */
export interface SignPart {
  readonly d: string
  readonly fill?: string
  readonly stroke?: string
  readonly width?: number
  readonly dash?: readonly number[]
}

export type SignName =
  | 'exit'
  | 'exitUndecided'
  | 'storeyExit'
  | 'assembly'
  | 'blocked'
  | 'badge'
  | 'dot'
  | 'assumed'
  | 'goDown'
  | 'goUp'
  | 'queue'
  | 'picked'

const roundedSquare = (from: number, to: number, r: number) =>
  `M${from + r} ${from}H${to - r}A${r} ${r} 0 0 1 ${to} ${from + r}V${to - r}A${r} ${r} 0 0 1 ${to - r} ${to}H${from + r}A${r} ${r} 0 0 1 ${from} ${to - r}V${from + r}A${r} ${r} 0 0 1 ${from + r} ${from}Z`
const disc = (r: number, x = 12, y = 12) =>
  `M${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}Z`

const { wayOut: green, wayOutCasing: white, badge, badgeText } = signs
const arrowDown = 'M12 6.5V17M7.6 12.8L12 17.2L16.4 12.8'
const arrowUp = 'M12 17.5V7M7.6 11.2L12 6.8L16.4 11.2'
const inward = (angle: number) => {
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  const at = (x: number, y: number) => `${(12 + x * c - y * s).toFixed(2)} ${(12 + x * s + y * c).toFixed(2)}`
  return `M${at(8.2, 0)}L${at(3.4, 0)}M${at(5.9, -2.3)}L${at(3.4, 0)}L${at(5.9, 2.3)}`
}

/**
 * The signs of the map, of our own drawing: white on green for ways out and assembly points, a white bar on a black disc
 * for "blocked", a dark badge for a fault, a dark dot for one while its plan is being drawn. The map draws them on a canvas, plans on paper as SVG paths.
 */
export const signParts: Readonly<Record<SignName, readonly SignPart[]>> = {
  exit: [
    { d: roundedSquare(0.5, 23.5, 4.5), fill: white },
    { d: roundedSquare(1.8, 22.2, 3.4), fill: green },
    // An open doorway, and an arrow through it.
    { d: 'M13.2 18.6V5.4H18.6V18.6', stroke: white, width: 1.9 },
    { d: 'M4.8 12H14M10.4 8.2L14.4 12L10.4 15.8', stroke: white, width: 2.2 },
  ],
  exitUndecided: [
    { d: roundedSquare(0.5, 23.5, 4.5), fill: white },
    { d: roundedSquare(2.2, 21.8, 3.2), stroke: green, width: 2, dash: [3.4, 2.2] },
    { d: 'M8.7 9.2A3.3 3.3 0 1 1 13.4 12.2C12.4 12.7 12 13.3 12 14.4', stroke: green, width: 2.1 },
    { d: disc(1.35, 12, 17.6), fill: green },
  ],
  storeyExit: [
    { d: disc(11.5), fill: white },
    { d: disc(9.8), fill: green },
    { d: 'M6.4 16.4H9.4V13.4H12.4V10.4H15.4V7.4H18', stroke: white, width: 2 },
  ],
  assembly: [
    { d: roundedSquare(0.5, 23.5, 4.5), fill: white },
    { d: roundedSquare(1.8, 22.2, 3.4), fill: green },
    ...[1, 3, 5, 7].map((eighth) => ({ d: inward((eighth * Math.PI) / 4), stroke: white, width: 1.8 })),
    { d: disc(1.9), fill: white },
  ],
  blocked: [
    { d: disc(11.5), fill: signs.blockedBar },
    { d: disc(10.2), fill: signs.blocked },
    { d: 'M5.6 9.8H18.4V14.2H5.6Z', fill: signs.blockedBar },
  ],
  badge: [
    { d: roundedSquare(1, 23, 6), fill: badgeText },
    { d: roundedSquare(2.4, 21.6, 5), fill: badge },
    { d: 'M10.7 6H13.3L12.9 13.4H11.1Z', fill: badgeText },
    { d: disc(1.55, 12, 16.8), fill: badgeText },
  ],
  dot: [
    { d: disc(6.4), fill: badgeText },
    { d: disc(5), fill: badge },
  ],
  assumed: [
    { d: disc(10.5), fill: '#ffffff' },
    { d: disc(9.6), stroke: '#5b6067', width: 1.6, dash: [3, 2] },
    {
      d: 'M6.8 10.4C8.6 8.4 10.2 8.6 12 9.9C13.8 11.2 15.4 11.2 17.2 9.3M6.8 14.9C8.6 12.9 10.2 13.1 12 14.4C13.8 15.7 15.4 15.7 17.2 13.8',
      stroke: '#33373d',
      width: 1.8,
    },
  ],
  goDown: [
    { d: disc(11.5), fill: white },
    { d: disc(9.8), fill: green },
    { d: arrowDown, stroke: white, width: 2.4 },
  ],
  goUp: [
    { d: disc(11.5), fill: white },
    { d: disc(9.8), fill: green },
    { d: arrowUp, stroke: white, width: 2.4 },
  ],
  queue: [
    { d: disc(11.4), fill: signs.queueLine },
    { d: disc(10.6), fill: signs.queue },
  ],
  picked: [
    { d: disc(9), stroke: '#ffffff', width: 5 },
    { d: disc(9), stroke: '#0a5bd3', width: 2.4 },
    { d: 'M12 0.5V7.5M12 16.5V23.5M0.5 12H7.5M16.5 12H23.5', stroke: '#0a5bd3', width: 2 },
  ],
}

/** Size on the map, CSS pixels. The queue disc is drawn large and scaled down by its number of persons. */
export const signSizePx: Readonly<Record<SignName, number>> = {
  exit: 26,
  exitUndecided: 24,
  storeyExit: 16,
  assembly: 28,
  blocked: 24,
  badge: 20,
  dot: 20,
  assumed: 14,
  goDown: 22,
  goUp: 22,
  queue: 64,
  picked: 24,
}

/** Draws a sign for `Map.addImage`. */
export function drawSign(name: SignName, ratio: number): ImageData {
  const size = Math.round(signSizePx[name] * ratio)
  const context = context2d(size, size)
  context.scale(size / 24, size / 24)
  context.lineJoin = 'round'
  context.lineCap = 'round'
  for (const part of signParts[name]) {
    const path = new Path2D(part.d)
    if (part.fill) {
      context.fillStyle = part.fill
      context.fill(path)
    }
    if (part.stroke) {
      context.strokeStyle = part.stroke
      context.lineWidth = part.width ?? 1
      context.setLineDash([...(part.dash ?? [])])
      context.stroke(path)
    }
  }
  return context.getImageData(0, 0, size, size)
}

/** The arrow head that runs along ways out: white on the green line, or green where the line is thin. */
export function drawArrow(ratio: number, colour: string): ImageData {
  const size = Math.round(14 * ratio)
  const context = context2d(size, size)
  context.scale(size / 14, size / 14)
  context.lineJoin = 'round'
  context.lineCap = 'round'
  context.strokeStyle = colour
  context.lineWidth = 2
  context.stroke(new Path2D('M4.8 3.6L9 7L4.8 10.4'))
  return context.getImageData(0, 0, size, size)
}

/** Hatching of zones: one direction where nobody gets out, crossed where a what-if closes the zone. */
export function drawHatch(kind: 'noWay' | 'closed', ratio: number, theme: MapTheme): ImageData {
  const size = Math.round(12 * ratio)
  const context = context2d(size, size)
  context.scale(size / 12, size / 12)
  context.strokeStyle = theme.hatch
  context.globalAlpha = kind === 'noWay' ? 0.5 : 0.75
  context.lineWidth = kind === 'noWay' ? 1.1 : 1.6
  context.stroke(new Path2D('M-3 3L3 -3M0 12L12 0M9 15L15 9'))
  if (kind === 'closed') context.stroke(new Path2D('M-3 9L3 15M0 0L12 12M9 -3L15 3'))
  return context.getImageData(0, 0, size, size)
}

function context2d(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('canvas 2d')
  return context
}
