import Flatbush from 'flatbush'
import { distanceToPolygon } from '../premises/geometry/inside.ts'
import { area, bounds } from '../premises/geometry/measure.ts'
import type { Point, Segment } from '../premises/geometry/plane.ts'
import { along, leftNormal } from '../premises/geometry/segment.ts'
import type { ZoneId } from '../premises/ids.ts'
import type { Zone } from '../premises/model.ts'

/** Finds the zones of one level beside a segment. */
export interface SideFinder {
  /** The zones left and right of a segment, null where there is none within reach. */
  readonly sides: (segment: Segment, reachM?: number) => readonly [ZoneId | null, ZoneId | null]
}

/** How far from its axis a door is probed for the zones that it joins: thickest wall of an ordinary building. */
const usualReachM = 0.5
const stepM = 0.05
const shares = [0.5, 0.25, 0.75] as const

/**
 * Indexes the zones of one level. A side is probed along the normal, from 0 outwards, at the middle and the quarters of
 * the segment: the nearest zone that holds the probe is meant, the smaller one where two overlap.
 */
export function sideFinder(zones: readonly Zone[]): SideFinder {
  if (zones.length === 0) return { sides: () => [null, null] }
  const index = new Flatbush(zones.length)
  const sizes = zones.map((zone) => area(zone.polygon))
  for (const zone of zones) {
    const box = bounds(zone.polygon.outer) ?? [0, 0, 0, 0]
    index.add(box[0], box[1], box[2], box[3])
  }
  index.finish()
  const at = ([x, y]: Point): number => {
    let best = -1
    for (const i of index.search(x, y, x, y)) {
      const zone = zones[i]
      if (!zone || distanceToPolygon(zone.polygon, [x, y]) > 1e-6) continue
      if (best === -1 || (sizes[i] ?? 0) < (sizes[best] ?? 0)) best = i
    }
    return best
  }
  const look = (segment: Segment, sign: 1 | -1, reachM: number): ZoneId | null => {
    const [nx, ny] = leftNormal(segment)
    for (let m = stepM; m <= reachM + 1e-9; m += stepM) {
      for (const share of shares) {
        const [x, y] = along(segment, share)
        const found = at([x + nx * sign * m, y + ny * sign * m])
        if (found >= 0) return zones[found]?.id ?? null
      }
    }
    return null
  }
  return { sides: (segment, reachM = usualReachM) => [look(segment, 1, reachM), look(segment, -1, reachM)] }
}
