import type { Evidence } from '../../../premises/evidence.ts'
import { snapPoint, type Point } from '../../../premises/geometry/plane.ts'
import { angleDegrees, sineCosine } from '../../../premises/geometry/trigonometry.ts'
import type { UnderlayId } from '../../../premises/ids.ts'
import type { Underlay } from '../../../premises/model.ts'
import type { Change } from '../../../premises/operation.ts'
import { planPoint, type UnderlayPlace } from '../../../premises/underlay.ts'
import type { UnderlayWork } from '../../../state/app.ts'

/** The tool's work on a picture before anything is tapped: it can be dragged about. */
export function freshWork(id: UnderlayId, step: UnderlayWork['step'] = 'move'): UnderlayWork {
  return { id, step, taps: [], pairs: [] }
}

/** Whether somebody has set the scale; until then it is assumed. */
export function isScaleSet({ evidence }: Underlay): boolean {
  const mark = evidence['metresPerPx']?.mark
  return mark !== undefined && mark !== 'assumed'
}

/** Width and height on the plan, metres. */
export function sizeM(
  underlay: Underlay,
  { metresPerPx }: UnderlayPlace = underlay,
): readonly [number, number] {
  return [underlay.widthPx * metresPerPx, underlay.heightPx * metresPerPx]
}

/** The n of 1 : n against the page on paper; null where the file says nothing of paper. */
export function paperScale(underlay: Underlay, { metresPerPx }: UnderlayPlace = underlay): number | null {
  return underlay.paperWidthM === undefined ? null : (metresPerPx * underlay.widthPx) / underlay.paperWidthM
}

/** Metres a pixel of a page that is so wide on paper, at 1 : n. */
export function metresPerPxAt(underlay: Underlay, paperWidthM: number, n: number): number {
  return (paperWidthM * n) / underlay.widthPx
}

/** Scales that plans are printed at, 1 : n. */
export const printedScales = [50, 75, 100, 125, 150, 200, 250, 300, 500] as const

/**
 * The printed scale that a measured one is likely meant to be: within 4 %, what two taps on a door may miss. Null where none
 * is near, or where it is that already.
 */
export function likelyScale(n: number): number | null {
  const nearest = printedScales.find((each) => Math.abs(n / each - 1) < 0.04)
  return nearest === undefined || Math.abs(n / nearest - 1) < 0.0005 ? null : nearest
}

/** Sheets of the A series, short side and long side, metres (ISO 216). */
export const sheets = [
  { name: 'A4', shortM: 0.21, longM: 0.297 },
  { name: 'A3', shortM: 0.297, longM: 0.42 },
  { name: 'A2', shortM: 0.42, longM: 0.594 },
  { name: 'A1', shortM: 0.594, longM: 0.841 },
  { name: 'A0', shortM: 0.841, longM: 1.189 },
] as const

/** Whether a picture has the shape of a sheet of the A series, so that a scan of one can be scaled by its paper. */
export function isSheetShaped({ widthPx, heightPx }: Underlay): boolean {
  const aspect = Math.max(widthPx, heightPx) / Math.min(widthPx, heightPx)
  return Math.abs(aspect / Math.SQRT2 - 1) < 0.04
}

/** The width of a sheet that a picture of it has: its long side where the picture lies across. */
export function sheetWidthM({ widthPx, heightPx }: Underlay, sheet: (typeof sheets)[number]): number {
  return widthPx > heightPx ? sheet.longM : sheet.shortM
}

/** Another scale about the middle of the picture. */
export function rescaled(underlay: Underlay, metresPerPx: number): UnderlayPlace {
  const { turnDeg } = underlay
  return withMiddle(underlay, { origin: underlay.origin, metresPerPx, turnDeg }, middleOf(underlay))
}

/** Turned about the middle of the picture to so many degrees clockwise. */
export function turnedTo(underlay: Underlay, turnDeg: number): UnderlayPlace {
  const { origin, metresPerPx } = underlay
  return withMiddle(underlay, { origin, metresPerPx, turnDeg: halfTurns(turnDeg) }, middleOf(underlay))
}

/** By how many degrees clockwise a line must turn to lie along the plan's x or y axis, whichever is nearer: −45 … 45. */
export function offSquareDeg([ax, ay]: Point, [bx, by]: Point): number {
  const angle = angleDegrees(by - ay, bx - ax)
  return angle - 90 * Math.round(angle / 90)
}

/** Turned about a point of the plan, degrees clockwise. */
export function turnedAbout(place: UnderlayPlace, [px, py]: Point, byDeg: number): UnderlayPlace {
  const [s, c] = sineCosine(byDeg)
  const [dx, dy] = [place.origin[0] - px, place.origin[1] - py]
  return {
    origin: [px + dx * c + dy * s, py - dx * s + dy * c],
    metresPerPx: place.metresPerPx,
    turnDeg: halfTurns(place.turnDeg + byDeg),
  }
}

/** The changes that lay a picture so; with `known`, that its scale is no longer assumed. */
export function layChanges(underlay: Underlay, place: UnderlayPlace, known?: Evidence): Change[] {
  const record = { table: 'underlays', id: underlay.id } as const
  const set = (field: string, after: unknown): Change => ({ record, field, after })
  const origin = snapPoint(place.origin)
  const isMoved = origin[0] !== underlay.origin[0] || origin[1] !== underlay.origin[1]
  return [
    ...(isMoved ? [set('origin', origin)] : []),
    ...(place.metresPerPx === underlay.metresPerPx ? [] : [set('metresPerPx', place.metresPerPx)]),
    ...(place.turnDeg === underlay.turnDeg ? [] : [set('turnDeg', place.turnDeg)]),
    ...(known === undefined ? [] : [set('evidence.metresPerPx', known)]),
  ]
}

/** The changes that put a picture one place up (1) or down (−1) in the pile (lowest first), which counts from 0 after it. */
export function stackChanges(pile: readonly Underlay[], id: UnderlayId, by: 1 | -1): Change[] {
  const from = pile.findIndex((each) => each.id === id)
  const other = pile[from + by]
  const moved = pile[from]
  if (!other || !moved) return []
  const next = pile.toSpliced(from, 1).toSpliced(from + by, 0, moved)
  return next.flatMap((each, order): Change[] =>
    (each.order ?? 0) === order
      ? []
      : [{ record: { table: 'underlays', id: each.id }, field: 'order', after: order }],
  )
}

function middleOf(underlay: Underlay): Point {
  return planPoint(underlay, [underlay.widthPx / 2, underlay.heightPx / 2])
}

/** The place moved so that the middle of the picture lies at a point. */
function withMiddle(underlay: Underlay, place: UnderlayPlace, [x, y]: Point): UnderlayPlace {
  const [mx, my] = planPoint(place, [underlay.widthPx / 2, underlay.heightPx / 2])
  return { ...place, origin: [place.origin[0] + x - mx, place.origin[1] + y - my] }
}

/** −180 < degrees ≤ 180. */
function halfTurns(degrees: number): number {
  return degrees - 360 * Math.ceil((degrees - 180) / 360) + 0
}
