import table from '../../data/vn2000.json'
import type { TableMark } from './evidence.ts'
import type { Position } from './placement.ts'

/** A plane of VN-2000: transverse Mercator about a central meridian, in zones of three degrees (large scale) or six (UTM 48, 49). */
export interface Grid {
  readonly meridianDeg: number
  readonly zoneDeg: 3 | 6
}

/** A point of the plane. Vietnamese drawings call the northing X and the easting Y. */
export interface GridPoint {
  readonly northingM: number
  readonly eastingM: number
}

export interface Meridian {
  readonly name: string
  readonly meridianDeg: number
  readonly mark: TableMark
}

/** A province of the 34, and those of the former 63 that it is made of: older drawings keep their meridians. */
export interface Province extends Meridian {
  readonly former: readonly Meridian[]
}

export const provinces = table.provinces as readonly Province[]

/** Every central meridian in use, from west to east: of the provinces, present and former, and of the three-degree zones. */
export const meridians: readonly number[] = [
  ...new Set([
    102,
    105,
    108,
    ...provinces.flatMap((each) => [each.meridianDeg, ...each.former.map((former) => former.meridianDeg)]),
  ]),
].toSorted((a, b) => a - b)

/** UTM zones of the six-degree sheets. */
export const zones6: readonly { readonly zone: number; readonly meridianDeg: number }[] = table.zones6

/** How far a converted point may lie off, metres: the stated accuracy of the seven parameters. */
export const accuracyM: number = table.transformation.accuracyM

/** What speaks against a point. */
export type Concern = 'outsideVietnam' | 'farFromMeridian'

export interface GridConverter {
  readonly toWgs84: (point: GridPoint) => Position
  readonly fromWgs84: (position: Position) => GridPoint
}

/**
 * The conversion between a plane of VN-2000 and WGS 84, by proj4, which is fetched with the first call. The published
 * rotations are those of a coordinate frame (EPSG 9607); `+towgs84` means a position vector (EPSG 9606), i.e. the other sign.
 */
export async function gridConverter(grid: Grid): Promise<GridConverter> {
  const { default: proj4 } = await import('proj4')
  const through = proj4(definitionOf(grid), 'EPSG:4326')
  return {
    toWgs84: ({ eastingM, northingM }) => pair(through.forward([eastingM, northingM])),
    fromWgs84: (position) => {
      const [eastingM, northingM] = pair(through.inverse([position[0], position[1]]))
      return { eastingM, northingM }
    },
  }
}

function definitionOf({ meridianDeg, zoneDeg }: Grid): string {
  const { dxM, dyM, dzM, rxArcsec, ryArcsec, rzArcsec, scalePpm } = table.transformation
  const { scale3, scale6, falseEastingM } = table.grid
  const parameters = [dxM, dyM, dzM, -rxArcsec, -ryArcsec, -rzArcsec, scalePpm]
  return [
    '+proj=tmerc +lat_0=0',
    `+lon_0=${meridianDeg}`,
    `+k=${zoneDeg === 3 ? scale3 : scale6}`,
    `+x_0=${falseEastingM} +y_0=0 +ellps=WGS84`,
    `+towgs84=${parameters.join(',')}`,
    '+units=m +no_defs',
  ].join(' ')
}

function pair([a = Number.NaN, b = Number.NaN]: readonly number[]): [number, number] {
  return [a, b]
}

/** Northings and eastings that occur in Vietnam and its archipelagos, metres: they tell which of two numbers is which. */
const northings = { least: 700_000, most: 2_700_000 } as const
const eastings = { least: 100_000, most: 900_000 } as const

/**
 * The two numbers of a grid point as drawings and letters write them: `X = 2.325.123,45; Y = 586.432,10`, `586432.10 2325123.45`,
 * with or without grouping, decimal comma or point, northing first or last. Null where they are not two such numbers.
 */
export function parseGridPoint(text: string): GridPoint | null {
  const numbers = numbersOf(text)
  if (numbers === null) return null
  const [first, second] = numbers
  const fits = (northingM: number, eastingM: number) =>
    within(northings, northingM) && within(eastings, eastingM)
  if (fits(first, second)) return { northingM: first, eastingM: second }
  if (fits(second, first)) return { northingM: second, eastingM: first }
  return null
}

function within(range: { readonly least: number; readonly most: number }, value: number): boolean {
  return value >= range.least && value <= range.most
}

function numbersOf(text: string): readonly [number, number] | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{L}\p{M}()=:]+/gu, ' ')
    .trim()
  const parts = split(plain)
  if (parts?.length !== 2) return null
  const [first, second] = parts.map(numberOf)
  return first === undefined || second === undefined || Number.isNaN(first) || Number.isNaN(second)
    ? null
    : [first, second]
}

/** At semicolons, tabs and line ends; else at spaces; else at the comma between two numbers. */
function split(text: string): readonly string[] {
  const parts = (pattern: RegExp, within = text) =>
    within
      .split(pattern)
      .map((part) => part.trim().replace(/^,|,$/g, '').trim())
      .filter((part) => part !== '')
  if (/[;\t\n]/.test(text)) return parts(/[;\t\n]+/).map((part) => part.replace(/\s/g, ''))
  const words = parts(/\s+/)
  if (words.length !== 1)
    return words.length === 2 ? words : parts(/,\s+|\s{2,}/).map((part) => part.replace(/\s/g, ''))
  const pieces = text.split(',')
  if (pieces.length === 4) return [pieces.slice(0, 2).join('.'), pieces.slice(2).join('.')]
  return pieces
}

/** One number: the last separator is the decimal one unless it stands before groups of three digits. */
function numberOf(text: string): number {
  if (!/^\d[\d.,]*$/.test(text)) return Number.NaN
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  const separators = new Set(text.replace(/\d/g, ''))
  const isGrouped = /^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(text)
  if (last < 0 || isGrouped) return Number(text.replace(/[.,]/g, ''))
  const count = text.split(text.charAt(last)).length - 1
  if (count > 1 || separators.size > 2) return Number.NaN
  return Number(`${text.slice(0, last).replace(/[.,]/g, '')}.${text.slice(last + 1)}`)
}

/**
 * What speaks against a point that was typed: it lies outside Vietnam (mainland, coastal islands, Hoàng Sa, Trường Sa), or
 * more than three degrees from the meridian, where the plane is not meant to be used and the meridian is likely another.
 */
export function concernsOf([longitude, latitude]: Position, grid: Grid | null): readonly Concern[] {
  const inside = table.extent.boxes.some(({ box }) => {
    const [west = 0, south = 0, east = 0, north = 0] = box
    return longitude >= west && longitude <= east && latitude >= south && latitude <= north
  })
  return [
    ...(inside ? [] : (['outsideVietnam'] as const)),
    ...(grid !== null && Math.abs(longitude - grid.meridianDeg) > 3 ? (['farFromMeridian'] as const) : []),
  ]
}

/** Degrees and minutes as meridians are written: 105°45′. */
export function meridianText(degrees: number): string {
  const minutes = Math.round(degrees * 60)
  return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, '0')}′`
}
