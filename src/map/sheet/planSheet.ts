import type { LevelId } from '../../premises/ids.ts'
import type { Premises, Zone } from '../../premises/model.ts'
import type { Point, Polygon } from '../../premises/geometry/plane.ts'
import { insideEvenOdd } from '../../premises/geometry/inside.ts'
import { labelPoint } from '../../premises/geometry/labelPoint.ts'
import { bounds, type Box as Bounds } from '../../premises/geometry/measure.ts'
import { zoneUse } from '../../premises/uses.ts'
import type { Colouring } from '../colouring.ts'
import { labelFits, nameSizePx, type LabelText } from '../labelFit.ts'
import { labelText, shortNames } from '../labels.ts'
import type { Mark } from '../marks.ts'
import { levelExtent, zonesShown } from '../place.ts'
import { textWidth } from '../textWidth.ts'
import { placeSignNames, type Box, type SignName } from './signNames.ts'

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

/** Scales that a plan is drawn at, as an architect's rule has them and steps between. */
export const scales: readonly number[] = [
  20, 25, 50, 75, 100, 125, 150, 200, 250, 300, 350, 400, 500, 750, 1000, 1250, 1500, 2000, 2500, 5000,
  10_000,
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
  readonly signNames: ReadonlyMap<Mark, SignName>
  readonly keys: readonly { readonly number: number; readonly text: string }[]
  /** Top of the key, and its columns. */
  readonly keyTopMm: number
  readonly keyColumns: number
}

export interface SheetOptions {
  readonly colouring: Colouring | null
  readonly noWayText: string
  /** Signs on the sheet; their names are placed between the rooms' labels. */
  readonly marks: readonly Mark[]
  readonly scale?: number
}

/** Sizes of a name on paper: 5.7 points at least, 6.5 wished, 7.4 at most. */
const leastMm = 2
const wishedMm = 2.3
const mostMm = 2.6
/** Above the plan: title and north; below it: scale bar. Beside and above the walls stand signs with their names. */
export const headMm = 16
export const footMm = 15
const sideMm = 14
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
  options: SheetOptions,
): SheetPlan | null {
  const extent = levelExtent(premises, levelId)
  const box = extent ? bounds(extent.points) : null
  if (!box) return null
  const zones = zonesShown(premises, levelId).filter((zone) => zone.levelId !== null)
  const fitting = options.scale ? [options.scale] : scales.filter((scale) => hasRoom(box, scale, area))
  for (const scale of fitting) {
    const plan = laidOut(box, zones, scale, area, options)
    if (options.scale || plan.heightMm <= area.heightMm) return plan
  }
  return laidOut(box, zones, fitting.at(-1) ?? 10_000, area, options)
}

function hasRoom([x0, y0, x1, y1]: Bounds, scale: number, area: SheetArea): boolean {
  const mm = 1000 / scale
  return (x1 - x0) * mm <= area.widthMm - 2 * sideMm && (y1 - y0) * mm <= area.heightMm - headMm - footMm
}

function laidOut(
  [x0, y0, x1, y1]: Bounds,
  zones: readonly Zone[],
  scale: number,
  area: SheetArea,
  options: SheetOptions,
): SheetPlan {
  const mm = 1000 / scale
  const left = (area.widthMm - (x1 - x0) * mm) / 2
  const toSheet = ([x, y]: Point): Point => [left + (x - x0) * mm, headMm + (y1 - y) * mm]
  const rooms = roomLabels(zones, scale, toSheet, options)
  const taken = rooms.labels.map(boxOf)
  const isBuilt = (x: number, y: number) => {
    const point: Point = [x0 + (x - left) / mm, y1 - (y - headMm) / mm]
    return zones.some((zone) => insideEvenOdd(zone.polygon, point))
  }
  const signs = placeSignNames(options.marks, toSheet, taken, isBuilt, rooms.keys.length + 1)
  const keys = [...rooms.keys, ...signs.keys]
  const widest = Math.max(
    20,
    ...keys.map((key) => textWidth(`${key.number}  ${key.text}`, 'regular') * 2.3 + 6),
  )
  const keyColumns = Math.max(1, Math.floor(area.widthMm / widest))
  const keyTopMm = headMm + (y1 - y0) * mm + footMm
  const heightMm = keyTopMm + Math.ceil(keys.length / keyColumns) * keyLineMm
  const { labels } = rooms
  return {
    scale,
    widthMm: area.widthMm,
    heightMm,
    toSheet,
    labels,
    signNames: signs.names,
    keys,
    keyTopMm,
    keyColumns,
  }
}

function roomLabels(
  zones: readonly Zone[],
  scale: number,
  toSheet: (point: Point) => Point,
  { colouring, noWayText }: SheetOptions,
) {
  const labels: SheetLabel[] = []
  const keys: { number: number; text: string }[] = []
  for (const zone of zones) {
    const text = labelText(zone, colouring, noWayText)
    if ((!text.name && !text.figure) || zoneUse(zone.use).kind === 'lift') continue
    const ways: LabelText[] = [text, { name: text.name }, ...shortNames(zone).map((name) => ({ name }))]
    const fitted = ways.map((way) => fittedLabel(zone.polygon, way, scale)).find((label) => label !== null)
    if (fitted) {
      const [x, y] = toSheet(fitted.anchor)
      const { sizeMm, upright, name, figure } = fitted
      labels.push({ zone, x, y, sizeMm, upright, name, figure, key: null })
      continue
    }
    const number = keys.length + 1
    keys.push({ number, text: text.figure ? `${text.name} (${text.figure})` : text.name })
    const [x, y] = toSheet(labelPoint(zone.polygon).point)
    labels.push({
      zone,
      x,
      y,
      sizeMm: leastMm,
      upright: false,
      name: [String(number)],
      figure: null,
      key: number,
    })
  }
  return { labels, keys }
}

function fittedLabel(polygon: Polygon, text: LabelText, scale: number) {
  const sized = labelFits(polygon, text).map((fit) => ({
    fit,
    sizeMm: (fit.metresPerPx * nameSizePx * 1000) / scale,
  }))
  const chosen =
    sized.find(({ sizeMm }) => sizeMm >= wishedMm) ?? sized.find(({ sizeMm }) => sizeMm >= leastMm)
  if (!chosen) return null
  const { lines, anchor, upright } = chosen.fit
  const name = text.figure ? lines.slice(0, -1) : lines
  return { anchor, upright, sizeMm: Math.min(mostMm, chosen.sizeMm), name, figure: text.figure ?? null }
}

function boxOf({ x, y, sizeMm, upright, name, figure }: SheetLabel): Box {
  const widths = [...name.map((line) => textWidth(line, 'semiBold')), textWidth(figure ?? '', 'regular')]
  const [along, across] = [Math.max(...widths) * sizeMm, (name.length + (figure ? 1 : 0)) * sizeMm * 1.28]
  const [width, height] = upright ? [across, along] : [along, across]
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}

/** Place of the n-th entry of the key, reading down its columns; millimetres. */
export function keyPlace(plan: SheetPlan, index: number): Point {
  const rows = Math.ceil(plan.keys.length / plan.keyColumns)
  const column = Math.floor(index / rows)
  return [
    column * (plan.widthMm / plan.keyColumns),
    plan.keyTopMm + (index - column * rows + 0.8) * keyLineMm,
  ]
}
