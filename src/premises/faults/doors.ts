import { distanceToBoundary, distanceToPolygon } from '../geometry/inside.ts'
import { distanceToSegment, midpoint } from '../geometry/segment.ts'
import type { Point } from '../geometry/plane.ts'
import type { LevelId } from '../ids.ts'
import type { Opening, Premises } from '../model.ts'
import type { Fault } from './fault.ts'
import type { Edges, LevelDrawing } from './levelDrawing.ts'

/**
 * How far from the line of a wall an opening may lie and still stand in it, metres; the second where walls have two faces, or
 * a file brought the opening: it lies in the middle of a wall of which the one zone beside it has one face.
 */
const [offM, thickOffM] = [0.05, 0.4]
/** How far a zone may be from an opening that leads into it, metres. */
const [reachM, thickReachM] = [0.1, 0.65]

/** Doors, passages and windows that stand in no wall, and doors and passages that lead from nowhere to nowhere. */
export function openingFaults(premises: Premises, drawing: LevelDrawing): readonly Fault[] {
  return drawing.openings.flatMap((opening): Fault[] => {
    const isThick = drawing.isThick || opening.sourceId !== undefined
    const off = metresOffWall(drawing, opening, isThick)
    if (off > (isThick ? thickOffM : offM))
      return [
        fault(
          drawing,
          opening,
          'doorOffWall',
          !Number.isFinite(off) ? 'alone' : opening.kind === 'window' ? 'window' : 'door',
          Number.isFinite(off) ? { offM: Math.round(off * 100) / 100 } : {},
        ),
      ]
    const why = joinsNothing(premises, drawing.levelId, opening, isThick)
    return why === null ? [] : [fault(drawing, opening, 'doorJoinsNothing', why, {})]
  })
}

function fault(
  { levelId }: LevelDrawing,
  opening: Opening,
  kind: 'doorOffWall' | 'doorJoinsNothing',
  why: string,
  params: Fault['params'],
): Fault {
  return {
    kind,
    why,
    record: { table: 'openings', id: opening.id },
    others: opening.sides.flatMap((id) => (id === null ? [] : [{ table: 'zones', id } as const])),
    levelId,
    at: midpoint(opening.segment),
    params,
    mendable: false,
  }
}

/** How far the opening lies from the nearest wall: its middle, and in a wall without thickness its farther jamb. */
function metresOffWall({ edges, walls }: LevelDrawing, { segment, kind }: Opening, isThick: boolean): number {
  if (kind === 'floorOpening' || kind === 'vent') return 0
  const points = isThick ? [midpoint(segment)] : [midpoint(segment), ...segment]
  let worst = 0
  for (const point of points) {
    const allowed = isThick ? thickOffM : offM
    let off = metresToEdges(edges, point, allowed)
    for (const wall of walls) {
      if (off <= allowed) break
      if (wall.kind === 'furniture' || wall.kind === 'column') continue
      off = Math.min(off, wall.line ? toLine(wall.line, point) : distanceToPolygon(wall.polygon, point))
    }
    worst = Math.max(worst, off)
  }
  return worst
}

function metresToEdges(edges: Edges, point: Point, allowedM: number): number {
  // What is near decides; how far off the others are is worth a wider search.
  for (const reach of [allowedM + 0.01, 1, 20]) {
    const near = edges.within(point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach)
    let least = Infinity
    for (const i of near) {
      const off = distanceToSegment(
        [
          [edges.x0[i]!, edges.y0[i]!],
          [edges.x1[i]!, edges.y1[i]!],
        ],
        point,
      )
      if (off < least) least = off
    }
    if (least <= reach) return least
  }
  return Infinity
}

function toLine(line: readonly Point[], point: Point): number {
  return line.reduce(
    (least, to, index) =>
      index === 0 ? least : Math.min(least, distanceToSegment([line[index - 1] ?? to, to], point)),
    Infinity,
  )
}

function joinsNothing(
  premises: Premises,
  levelId: LevelId,
  opening: Opening,
  isThick: boolean,
): string | null {
  const { kind, sides, segment } = opening
  if (kind !== 'door' && kind !== 'passage') return null
  const [a, b] = sides
  if (a === null && b === null) return 'nothing'
  if (a === b) return 'sameZone'
  const middle = midpoint(segment)
  const allowed = isThick ? thickReachM : reachM
  const isAway = (id: string | null): boolean => {
    const zone = id === null ? undefined : premises.zones[id]
    if (id !== null && zone === undefined) return true
    // Outdoor zones of no level lie in the frame of the site.
    if (zone === undefined || zone.levelId === null) return false
    const isHere = zone.levelId === levelId || zone.spansLevelIds?.includes(levelId) === true
    return isHere && distanceToBoundary(zone.polygon, middle) > allowed
  }
  return isAway(a) || isAway(b) ? 'notThere' : null
}
