import type { LevelId } from '../../premises/ids.ts'
import type { Premises, Zone } from '../../premises/model.ts'
import type { Point, Polygon } from '../../premises/geometry/plane.ts'
import { labelPoint } from '../../premises/geometry/labelPoint.ts'
import { bounds } from '../../premises/geometry/measure.ts'
import { labelText } from '../labels.ts'
import { fitLabel, nameSizePx } from '../labelFit.ts'
import type { Colouring } from '../colouring.ts'
import { levelExtent, zonesShown } from '../place.ts'
import { textWidth } from '../textWidth.ts'

/** The part of a sheet of paper that a plan may fill, millimetres. */
export interface SheetArea {
  readonly widthMm: number
  readonly heightMm: number
}

/** What stays inside margins of 10 mm and above a title block of 28 mm. */
export const sheetAreas = {
  A4: { portrait: { widthMm: 190, heightMm: 249 }, landscape: { widthMm: 277, heightMm: 162 } },
  A3: { portrait: { widthMm: 277, heightMm: 372 }, landscape: { widthMm: 400, heightMm: 249 } },
} as const satisfies Record<string, Record<'portrait' | 'landscape', SheetArea>>

/** Scales that a plan is drawn at, as an architect's rule has them and halves between. */
export const scales: readonly number[] = [
  20, 25, 50, 75, 100, 125, 150, 200, 250, 300, 400, 500, 750, 1000, 1250, 1500, 2000, 2500, 5000, 10_000,
]

export interface SheetLabel {
  readonly zone: Zone
  /** Millimetres on the sheet. */
  readonly x: number
  readonly y: number
  readonly sizeMm: number
  readonly upright: boolean
  readonly name: readonly string[]
  readonly figure: string | null
  /** Stands for the name where the name does not fit; explained in the key. */
  readonly key: number | null
}

export interface SheetPlan {
  /** 1 : scale. */
  readonly scale: number
  readonly widthMm: number
  readonly heightMm: number
  /** Local metres → millimetres on the sheet, y downwards. */
  readonly toSheet: (point: Point) => Point
  readonly labels: readonly SheetLabel[]
  readonly keys: readonly { readonly number: number; readonly text: string }[]
  /** Top of the key, and its columns. */
  readonly keyTopMm: number
  readonly keyColumns: number
}

/** Smallest and largest size of a name on paper: 5.7 and 8 points. */
const leastMm = 2
const mostMm = 2.8
/** Above the plan: title and north; below it: scale bar. */
export const headMm = 14
export const footMm = 12
const keyLineMm = 3.4

/**
 * Lays a level out on paper: the largest scale at which the drawing, its head and foot and the key fit the sheet. Names
 * stand in their rooms where they fit at 5.7 points or more; else the room gets a number, and the key says the name.
 * Null for a level on which nothing is drawn.
 */
export function planSheet(
  premises: Premises,
  levelId: LevelId,
  area: SheetArea,
  options: { readonly colouring: Colouring | null; readonly noWayText: string; readonly scale?: number },
): SheetPlan | null {
  const extent = levelExtent(premises, levelId)
  const box = extent ? bounds(extent.points) : null
  if (!box) return null
  const zones = zonesShown(premises, levelId).filter((zone) => zone.levelId !== null && isOf(premises, zone, levelId))
  const fitting = options.scale ? [options.scale] : scales.filter((scale) => roomFor(box, scale, area))
  for (const scale of fitting.length > 0 ? fitting : scales.slice(-1)) {
    const plan = laidOut(box, zones, scale, area, options)
    if (options.scale || plan.keyTopMm + Math.ceil(plan.keys.length / plan.keyColumns) * keyLineMm <= area.heightMm) {
      return plan
    }
  }
  return laidOut(box, zones, fitting[fitting.length - 1] ?? 10_000, area, options)
}

function isOf(premises: Premises, zone: Zone, levelId: LevelId): boolean {
  return zone.levelId !== null && premises.levels[zone.levelId]?.buildingId === premises.levels[levelId]?.buildingId
}

type Box = readonly [number, number, number, number]

function roomFor([x0, y0, x1, y1]: Box, scale: number, area: SheetArea): boolean {
  const mm = 1000 / scale
  return (x1 - x0) * mm <= area.widthMm - 16 && (y1 - y0) * mm <= area.heightMm - headMm - footMm
}

function laidOut(
  [x0, y0, x1, y1]: Box,
  zones: readonly Zone[],
  scale: number,
  area: SheetArea,
  { colouring, noWayText }: { readonly colouring: Colouring | null; readonly noWayText: string },
): SheetPlan {
  const mm = 1000 / scale
  const left = (area.widthMm - (x1 - x0) * mm) / 2
  const toSheet = ([x, y]: Point): Point => [left + (x - x0) * mm, headMm + (y1 - y) * mm]
  const labels: SheetLabel[] = []
  const keys: { number: number; text: string }[] = []
  for (const zone of zones) {
    const text = labelText(zone, colouring, noWayText)
    if (!text.name && !text.figure) continue
    const label = fittedLabel(zone.polygon, text, scale) ?? (text.figure ? fittedLabel(zone.polygon, { name: text.name }, scale) : null)
    if (label) {
      const [x, y] = toSheet(label.anchor)
      labels.push({ zone, x, y, sizeMm: label.sizeMm, upright: label.upright, name: label.name, figure: label.figure, key: null })
      continue
    }
    const number = keys.length + 1
    keys.push({ number, text: text.figure ? `${text.name} (${text.figure})` : text.name })
    const [x, y] = toSheet(labelPoint(zone.polygon).point)
    labels.push({ zone, x, y, sizeMm: leastMm, upright: false, name: [String(number)], figure: null, key: number })
  }
  const widest = Math.max(20, ...keys.map((key) => textWidth(`${key.number}  ${key.text}`, 'regular') * 2.3 + 6))
  const keyColumns = Math.max(1, Math.floor(area.widthMm / widest))
  const keyTopMm = headMm + (y1 - y0) * mm + footMm
  const heightMm = keyTopMm + Math.ceil(keys.length / keyColumns) * keyLineMm
  return { scale, widthMm: area.widthMm, heightMm, toSheet, labels, keys, keyTopMm, keyColumns }
}

function fittedLabel(polygon: Polygon, text: { name: string; figure?: string }, scale: number) {
  const fit = fitLabel(polygon, text)
  if (!fit) return null
  const sizeMm = Math.min(mostMm, (fit.metresPerPx * nameSizePx * 1000) / scale)
  if (sizeMm < leastMm) return null
  const name = text.figure ? fit.lines.slice(0, -1) : fit.lines
  return { anchor: fit.anchor, upright: fit.upright, sizeMm, name, figure: text.figure ?? null }
}

/** Place of the n-th entry of the key, reading down its columns; millimetres. */
export function keyPlace(plan: SheetPlan, index: number): Point {
  const rows = Math.ceil(plan.keys.length / plan.keyColumns)
  const column = Math.floor(index / rows)
  return [column * (plan.widthMm / plan.keyColumns), plan.keyTopMm + (index - column * rows + 0.8) * keyLineMm]
}
