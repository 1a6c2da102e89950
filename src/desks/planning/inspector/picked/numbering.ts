import { bounds } from '../../../../premises/geometry/measure.ts'
import type { Zone } from '../../../../premises/model.ts'

/**
 * Numbers that follow the first as a register counts: its last digits go up by one, zeros before them kept (`P.01` → `P.02`).
 * Null where the first ends in no digit.
 */
export function numbersFrom(first: string, count: number): readonly string[] | null {
  const match = /^(.*?)(\d{1,9})$/.exec(first.trim())
  if (!match) return null
  const [, before = '', digits = ''] = match
  const start = Number(digits)
  return Array.from({ length: count }, (_, at) => before + String(start + at).padStart(digits.length, '0'))
}

/**
 * Zones as a person reads a plan that lies upright: row by row from the top, each from left to right. Zones whose heights
 * overlap by more than half of the lower one stand in one row.
 */
export function inReadingOrder(zones: readonly Zone[]): readonly Zone[] {
  const placed = zones
    .map((zone) => {
      const [x0, y0, x1, y1] = bounds(zone.polygon.outer) ?? [0, 0, 0, 0]
      return { zone, x: (x0 + x1) / 2, low: y0, high: y1 }
    })
    .toSorted((a, b) => b.high - a.high || a.x - b.x)
  const rows: { low: number; high: number; members: typeof placed }[] = []
  for (const each of placed) {
    const row = rows.find(({ low, high }) => {
      const overlap = Math.min(high, each.high) - Math.max(low, each.low)
      return overlap > 0.5 * Math.min(high - low, each.high - each.low)
    })
    if (row) row.members.push(each)
    else rows.push({ low: each.low, high: each.high, members: [each] })
  }
  return rows
    .toSorted((a, b) => b.high - a.high)
    .flatMap(({ members }) => members.toSorted((a, b) => a.x - b.x).map(({ zone }) => zone))
}
