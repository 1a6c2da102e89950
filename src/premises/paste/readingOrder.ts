import type { ZoneId } from '../ids.ts'
import { bounds } from '../geometry/measure.ts'
import type { Level, Premises, Zone } from '../model.ts'
import { zoneUse } from '../uses.ts'
import { isUnnamed } from './places.ts'

interface Placed {
  readonly zone: Zone
  readonly x: number
  readonly y: number
  readonly height: number
}

/** Rooms without name and number in the order in which a list goes through a building: from below, each floor as one reads. */
export function unnamedRooms(premises: Premises): readonly Zone[] {
  const levels = Object.values(premises.levels).toSorted(
    (a, b) =>
      (a.buildingId < b.buildingId ? -1 : a.buildingId > b.buildingId ? 1 : 0) || a.ordinal - b.ordinal,
  )
  return levels.flatMap((level: Level) =>
    inReadingOrder(
      Object.values(premises.zones).filter(
        (zone) => zone.levelId === level.id && isUnnamed(zone) && zoneUse(zone.use).kind === 'room',
      ),
    ),
  )
}

/** Left to right in rows, the rows from the top of the plan down; a room stands in a row that it reaches into by half its height. */
export function inReadingOrder(zones: readonly Zone[]): readonly Zone[] {
  const placed = zones
    .flatMap((zone): Placed[] => {
      const box = bounds(zone.polygon.outer)
      if (box === null) return []
      const [x0, y0, x1, y1] = box
      return [{ zone, x: (x0 + x1) / 2, y: (y0 + y1) / 2, height: y1 - y0 }]
    })
    .toSorted((a, b) => b.y - a.y || a.x - b.x)
  const rows: Placed[][] = []
  for (const each of placed) {
    const row = rows.at(-1)
    const first = row?.[0]
    const isInRow = first !== undefined && first.y - each.y < Math.min(first.height, each.height) / 2
    if (row && isInRow) row.push(each)
    else rows.push([each])
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.x - b.x).map(({ zone }) => zone))
}

/** Ids of zones by the rows of a table that they are given to. */
export type Given = ReadonlyMap<number, ZoneId>
