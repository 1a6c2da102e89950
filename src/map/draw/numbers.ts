import type { Point } from '../../premises/geometry/plane.ts'
import { direction, distance, turn } from '../../premises/geometry/segment.ts'

/** The longest wall that is taken from a keyboard, metres. */
const longestM = 1000

/**
 * A length as typed: `3,6`, `3.6`, `3600mm`, `360 cm`. A lone point or comma is the decimal sign, in either language: nobody
 * groups the digits of a wall. Null when it is no length.
 */
export function parseMetres(text: string): number | null {
  const found = /^(\d+(?:[.,]\d*)?|[.,]\d+)(mm|cm|m)?$/.exec(
    text.normalize('NFKC').replace(/\s/g, '').toLowerCase(),
  )
  if (!found) return null
  const number = Number((found[1] ?? '').replace(',', '.'))
  const metres = number * (found[2] === 'mm' ? 0.001 : found[2] === 'cm' ? 0.01 : 1)
  return metres > 0 && metres <= longestM ? metres : null
}

/** Two lengths in one field, `3,6 x 4,2`; null when there is only one. */
export function parseTwo(text: string): readonly [number, number] | null {
  const parts = text.split(/[x×*]/i)
  if (parts.length !== 2) return null
  const [a, b] = parts.map(parseMetres)
  return a && b ? [a, b] : null
}

/** An angle as typed, degrees, 0 … 360; a degree sign may follow. */
export function parseDegrees(text: string): number | null {
  const found = /^(-?\d+(?:[.,]\d*)?)°?$/.exec(text.normalize('NFKC').replace(/\s/g, ''))
  if (!found) return null
  const degrees = Number((found[1] ?? '').replace(',', '.'))
  return Number.isFinite(degrees) && Math.abs(degrees) <= 360 ? degrees : null
}

/** The angle between the last stretch and the one to `to` at the last corner, 0 … 180°; from the axis where there is no stretch yet. */
export function angleAt(corners: readonly Point[], axis: Point, to: Point): number {
  const [last, before] = [corners.at(-1), corners.at(-2)]
  if (!last || distance(last, to) === 0) return 0
  const way = direction([last, to])
  const back: Point = before ? direction([last, before]) : axis
  return (Math.acos(Math.max(-1, Math.min(1, way[0] * back[0] + way[1] * back[1]))) * 180) / Math.PI
}

/** The next corner by length and angle (as `angleAt` counts; null: the way the pointer points), on the pointer's side. */
export function cornerByNumbers(
  corners: readonly Point[],
  axis: Point,
  pointer: Point,
  lengthM: number,
  degrees: number | null,
): Point | null {
  const [last, before] = [corners.at(-1), corners.at(-2)]
  if (!last) return null
  const along = (way: Point): Point => [last[0] + way[0] * lengthM, last[1] + way[1] * lengthM]
  if (degrees === null) return along(distance(last, pointer) > 0 ? direction([last, pointer]) : axis)
  const back: Point = before ? direction([last, before]) : axis
  const side = turn(last, [last[0] + back[0], last[1] + back[1]], pointer) < 0 ? -1 : 1
  const angle = (side * degrees * Math.PI) / 180
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  return along([back[0] * c - back[1] * s, back[0] * s + back[1] * c])
}

/** The rectangle over two opposite corners whose sides run along an axis, counter-clockwise, with its width and height. */
export function rectangleOf(
  from: Point,
  to: Point,
  axis: Point,
): { readonly ring: readonly Point[]; readonly widthM: number; readonly heightM: number } {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const across: Point = [-axis[1], axis[0]]
  const width = dx * axis[0] + dy * axis[1]
  const height = dx * across[0] + dy * across[1]
  const b: Point = [from[0] + axis[0] * width, from[1] + axis[1] * width]
  const d: Point = [from[0] + across[0] * height, from[1] + across[1] * height]
  const ring = width * height < 0 ? [from, d, to, b] : [from, b, to, d]
  return { ring, widthM: Math.abs(width), heightM: Math.abs(height) }
}

/** The corner opposite `from`, so wide and high, in the quarter where the pointer is. */
export function oppositeCorner(
  from: Point,
  pointer: Point,
  axis: Point,
  widthM: number,
  heightM: number,
): Point {
  const [dx, dy] = [pointer[0] - from[0], pointer[1] - from[1]]
  const across: Point = [-axis[1], axis[0]]
  const w = dx * axis[0] + dy * axis[1] < 0 ? -widthM : widthM
  const h = dx * across[0] + dy * across[1] < 0 ? -heightM : heightM
  return [from[0] + axis[0] * w + across[0] * h, from[1] + axis[1] * w + across[1] * h]
}
