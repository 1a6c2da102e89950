import type { Language } from '../../i18n/format.ts'
import type { Position } from '../../premises/placement.ts'

/**
 * Latitude and longitude as maps write them: `21.0285, 105.8542`, `21,0285; 105,8542`, `21°01'42.6"N 105°51'15.1"E`,
 * `21 01 42.6; 105 51 15.1`, with the letters of either language (B, Đ) or none; longitude may stand first where it is
 * above 90°. Null where it is not a position. Longitude first in the answer, as GeoJSON has it.
 */
export function parsePosition(text: string): Position | null {
  const plain = text.normalize('NFKC').trim()
  const pair = sexagesimal(plain) ?? decimal(plain)
  if (!pair) return null
  const [latitude, longitude] = Math.abs(pair[0]) > 90 ? [pair[1], pair[0]] : pair
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? [longitude, latitude] : null
}

function decimal(text: string): readonly [number, number] | null {
  const match = /^([+-]?\d+(?:[.,]\d+)?)\s*°?\s*(?:[,;\s]\s*)([+-]?\d+(?:[.,]\d+)?)\s*°?$/.exec(text)
  if (!match) return null
  const [a, b] = [match[1], match[2]].map(numberOf)
  return a === undefined || b === undefined || Number.isNaN(a) || Number.isNaN(b) ? null : [a, b]
}

const number = String.raw`\d+(?:[.,]\d+)?`
const angle = String.raw`(\d+(?:[.,]\d+)?)\s*[°d]\s*(?:(${number})\s*['′m]\s*(?:(${number})\s*(?:"|″|''|′′|s|(?![\s\d.,]*[°d\d])))?)?`
const spaced = String.raw`(\d{1,3})\s+(\d{1,2})\s+(${number})`
const letter = '[NSEWBĐ]'

function sexagesimal(text: string): readonly [number, number] | null {
  const parts = [angle, spaced]
    .map((form) => [...text.matchAll(new RegExp(`(${letter}\\s*)?${form}\\s*(${letter}(?!\\w))?`, 'gu'))])
    .find((found) => found.length === 2)
  if (!parts) return null
  const values = parts.map(([, before, degrees, minutes, seconds, after]) => {
    const side = (after ?? before ?? '').trim().toUpperCase()
    const rest = [numberOf(minutes), numberOf(seconds)]
    if (rest.some((each) => each >= 60)) return null
    const size = numberOf(degrees) + (rest[0] ?? 0) / 60 + (rest[1] ?? 0) / 3600
    return { side, degrees: side === 'S' || side === 'W' ? -size : size }
  })
  const [first, second] = values
  if (!first || !second) return null
  const isNorthing = ({ side }: { readonly side: string }) => 'NSB'.includes(side)
  if (first.side !== '' && second.side !== '' && isNorthing(first) === isNorthing(second)) return null
  const isTurned = (first.side !== '' && !isNorthing(first)) || (second.side !== '' && isNorthing(second))
  return isTurned ? [second.degrees, first.degrees] : [first.degrees, second.degrees]
}

function numberOf(part: string | undefined): number {
  return Number((part ?? '0').replace(',', '.'))
}

/** A position in degrees, minutes and seconds (to 0.01″, some 30 cm), with the letters of the language. */
export function sexagesimalText([longitude, latitude]: Position, language: Language): string {
  const letters = language === 'vi' ? ['B', 'N', 'Đ', 'T'] : ['N', 'S', 'E', 'W']
  const one = (degrees: number, positive = '', negative = '') => {
    const hundredths = Math.round(Math.abs(degrees) * 360_000)
    const two = (value: number) => String(value).padStart(2, '0')
    const seconds = `${two(Math.floor((hundredths % 6000) / 100))}.${two(hundredths % 100)}`
    const minutes = two(Math.floor(hundredths / 6000) % 60)
    return `${Math.floor(hundredths / 360_000)}°${minutes}′${seconds}″${degrees < 0 ? negative : positive}`
  }
  return `${one(latitude, letters[0], letters[1])} ${one(longitude, letters[2], letters[3])}`
}
