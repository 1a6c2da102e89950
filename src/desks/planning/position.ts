import type { Position } from '../../premises/placement.ts'

/**
 * Latitude and longitude as maps write them: `21.0285, 105.8542`, `21,0285; 105,8542`, `21°01'42.6"N 105°51'15.1"E`.
 * Null where it is not a position. Longitude first in the answer, as GeoJSON has it.
 */
export function parsePosition(text: string): Position | null {
  const plain = text.normalize('NFKC').trim()
  const degrees = sexagesimal(plain) ?? decimal(plain)
  if (!degrees) return null
  const [latitude, longitude] = degrees
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? [longitude, latitude] : null
}

function decimal(text: string): readonly [number, number] | null {
  const match = /^([+-]?\d+(?:[.,]\d+)?)\s*°?\s*(?:[,;\s]\s*)([+-]?\d+(?:[.,]\d+)?)\s*°?$/.exec(text)
  if (!match) return null
  const [a, b] = [match[1], match[2]].map((part) => Number((part ?? '').replace(',', '.')))
  return a === undefined || b === undefined || Number.isNaN(a) || Number.isNaN(b) ? null : [a, b]
}

function sexagesimal(text: string): readonly [number, number] | null {
  const parts = [
    ...text.matchAll(
      /(\d+(?:[.,]\d+)?)\s*°\s*(?:(\d+(?:[.,]\d+)?)\s*['′]\s*)?(?:(\d+(?:[.,]\d+)?)\s*(?:"|″|'')\s*)?([NSEW])/giu,
    ),
  ]
  if (parts.length !== 2) return null
  const number = (part: string | undefined) => Number((part ?? '0').replace(',', '.'))
  const values = parts.map((match) => ({
    axis: /[NS]/i.test(match[4] ?? '') ? 'latitude' : 'longitude',
    degrees:
      (number(match[1]) + number(match[2]) / 60 + number(match[3]) / 3600) *
      (/[SW]/i.test(match[4] ?? '') ? -1 : 1),
  }))
  const latitude = values.find((each) => each.axis === 'latitude')?.degrees
  const longitude = values.find((each) => each.axis === 'longitude')?.degrees
  return latitude === undefined || longitude === undefined ? null : [latitude, longitude]
}
