import { bounds, boxesMeet, type Box } from '../../premises/geometry/measure.ts'
import { snap, type Point } from '../../premises/geometry/plane.ts'
import type { ZoneId } from '../../premises/ids.ts'
import type { Premises } from '../../premises/model.ts'

/** How far a copy of zones goes to lie beside them: right, left, above, below, the first that is free; right if none is. */
export function placeBeside(premises: Premises, ids: readonly ZoneId[]): Point {
  const zones = ids.flatMap((id) => premises.zones[id] ?? [])
  const box = bounds(zones.flatMap(({ polygon }) => [...polygon.outer]))
  const levelId = zones[0]?.levelId
  if (box === null) return [0, 0]
  const width = snap(box[2] - box[0])
  const depth = snap(box[3] - box[1])
  const others = Object.values(premises.zones)
    .filter((zone) => zone.levelId === levelId)
    .map((zone) => bounds(zone.polygon.outer))
    .filter((other) => other !== null)
  const ways: readonly Point[] = [
    [width, 0],
    [-width, 0],
    [0, depth],
    [0, -depth],
  ]
  // A hair smaller: what only touches the neighbour is free.
  const hair = 0.01
  const isFree = ([dx, dy]: Point) => {
    const there: Box = [box[0] + dx + hair, box[1] + dy + hair, box[2] + dx - hair, box[3] + dy - hair]
    return !others.some((other) => boxesMeet(there, other))
  }
  return ways.find(isFree) ?? [width, 0]
}
