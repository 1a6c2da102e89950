import Flatbush from 'flatbush'
import { area, bounds, type Box } from '../geometry/measure.ts'
import { inset, intersection } from '../geometry/polygonOps.ts'
import { ringLength, rings } from '../geometry/ring.ts'
import type { Polygon } from '../geometry/plane.ts'
import type { Zone } from '../model.ts'
import { zoneUse } from '../uses.ts'
import type { Fault } from './fault.ts'
import { isFlat, type LevelDrawing } from './levelDrawing.ts'
import { placeIn } from './place.ts'

/**
 * How wide, on an average, and how large an overlap must be to be one: of rooms drawn here, more than rounding to the grid
 * makes; of rooms that a file brought, more than an ordinary model is off. Metres, square metres.
 */
const [overlapM, overlapM2] = [0.0005, 0.0005]
const [foreignOverlapM, foreignOverlapM2] = [0.02, 0.02]

/** Pairs of zones of one level that lie over each other. Zones through several levels stand apart. */
export function overlaps({ levelId, zones }: LevelDrawing): readonly Fault[] {
  const flat = zones.filter((zone) => isFlat(zone) && bounds(zone.polygon.outer) !== null)
  if (flat.length < 2) return []
  const boxes = flat.map((zone) => bounds(zone.polygon.outer) as Box)
  const index = new Flatbush(flat.length)
  for (const [x0, y0, x1, y1] of boxes) index.add(x0, y0, x1, y1)
  index.finish()
  const found: Fault[] = []
  boxes.forEach(([x0, y0, x1, y1], a) => {
    // Those that only touch share no more than a line.
    for (const b of index.search(x0 + overlapM, y0 + overlapM, x1 - overlapM, y1 - overlapM)) {
      const [first, second] = [flat[a], flat[b]]
      if (b <= a || !first || !second) continue
      const isForeign = first.sourceId !== undefined && second.sourceId !== undefined
      const [leastM, leastM2] = isForeign ? [foreignOverlapM, foreignOverlapM2] : [overlapM, overlapM2]
      const piece = commonPiece(first.polygon, second.polygon, leastM, leastM2)
      if (piece === null) continue
      found.push({
        kind: 'overlap',
        record: { table: 'zones', id: first.id },
        others: [{ table: 'zones', id: second.id }],
        levelId,
        at: placeIn(piece),
        params: { areaM2: Math.round(area(piece) * 10_000) / 10_000 },
        mendable: false,
      })
    }
  })
  return found
}

/** The largest piece that two polygons have in common, if it counts. */
function commonPiece(a: Polygon, b: Polygon, leastM: number, leastM2: number): Polygon | null {
  const pieces = intersection([a], [b]).filter((piece) => area(piece) > leastM2 && meanWidthM(piece) > leastM)
  return pieces.toSorted((p, q) => area(q) - area(p))[0] ?? null
}

/** Twice the area by the perimeter: the width of a long strip. */
function meanWidthM(polygon: Polygon): number {
  const around = rings(polygon).reduce((sum, ring) => sum + ringLength(ring), 0)
  return around > 0 ? (2 * area(polygon)) / around : 0
}

/** A room that nobody can stand in: narrower than this anywhere, or smaller, metres and square metres. */
const [sliverM, sliverM2] = [0.3, 0.5]

/** Strips and crumbs that were meant as rooms, or that an edit has left over. */
export function slivers({ levelId, zones }: LevelDrawing): readonly Fault[] {
  return zones.flatMap((zone): Fault[] => {
    if (zone.levelId !== levelId || !isRoom(zone)) return []
    const size = area(zone.polygon)
    const isNarrow = size > 0 && isNarrowerThan(zone.polygon, sliverM)
    if (!isNarrow && size >= sliverM2) return []
    return [
      {
        kind: 'sliver',
        why: isNarrow ? 'narrow' : 'small',
        record: { table: 'zones', id: zone.id },
        others: [],
        levelId,
        at: placeIn(zone.polygon),
        params: { areaM2: Math.round(size * 100) / 100 },
        mendable: false,
      },
    ]
  })
}

function isRoom(zone: Zone): boolean {
  const { kind } = zoneUse(zone.use)
  return kind === 'room' || kind === 'circulation'
}

/** Whether no disc of this diameter fits. A polygon of area A and perimeter P holds one of radius A / P at least. */
function isNarrowerThan(polygon: Polygon, widthM: number): boolean {
  if (meanWidthM(polygon) >= widthM) return false
  return inset([polygon], widthM / 2).every((part) => area(part) < 1e-6)
}
