import { area } from '../geometry/measure.ts'
import type { Point, Segment } from '../geometry/plane.ts'
import { direction, midpoint } from '../geometry/segment.ts'
import type { LevelId, ZoneId } from '../ids.ts'
import { PersonError } from '../message.ts'
import type { Premises, Zone } from '../model.ts'
import type { Change } from '../operation.ts'
import { shapeOf, sidesAt, thickReachM } from './besides.ts'
import { pointOf } from './cells.ts'
import { coverOf } from './cover.ts'
import type { Cover, CoverEdge } from './cover.ts'
import type { FloorEdit } from './floorEdit.ts'
import { edgeAlong } from './held.ts'
import { chained, looseWall, stripAlong } from './looseWalls.ts'
import { mergeZones } from './merge.ts'

/**
 * Takes a wall away: the zones on both sides become one, the larger of them; a wall that parts none goes. Throws `wallIsOuter`
 * where only one side is a zone, `wallNotThere`.
 */
export function removeWall(premises: Premises, levelId: LevelId, wall: Segment): FloorEdit {
  const cover = coverOf(premises, levelId)
  const at = edgeAlong(cover, wall)
  const edge = at === null ? undefined : cover.edges[at]
  if (edge === undefined) throw new PersonError('wallNotThere')
  if (edge.loose >= 0) return { changes: withoutPiece(premises, cover, edge), made: [] }
  const zones = zonesBeside(premises, cover, edge)
  const [p, q] = zones
  if (p === undefined || q === undefined || p === q) throw new PersonError('wallIsOuter')
  return mergeZones(
    premises,
    zones.toSorted((a, b) => area(b.polygon) - area(a.polygon)).map(({ id }) => id),
  )
}

function withoutPiece(
  premises: Premises,
  { corners, loose, levelId }: Cover,
  edge: CoverEdge,
): readonly Change[] {
  const found = loose[edge.loose]
  if (found === undefined) return []
  const { wall, line } = found
  const pieces = line
    .slice(1)
    .map((end, at) => [line[at] as number, end] as const)
    .filter(([a, b]) => !((a === edge.a && b === edge.b) || (a === edge.b && b === edge.a)))
  const ways = chained(pieces).map((way) =>
    way.map((corner): Point => pointOf(corners.xs[corner] as number, corners.ys[corner] as number)),
  )
  const record = { table: 'walls', id: wall.id } as const
  const [first, ...others] = ways
  if (first === undefined) return [{ record, field: null, after: null }]
  return [
    { record, field: 'line', after: first },
    { record, field: 'polygon', after: stripAlong(first) },
    ...others.map((way): Change => {
      const made = looseWall(premises, levelId, way)
      return { record: { table: 'walls', id: made.id }, field: null, after: made }
    }),
  ]
}

/** The zones left and right of an edge, across the thickness of its wall. */
function zonesBeside(premises: Premises, cover: Cover, { a, b, left, right }: CoverEdge): readonly Zone[] {
  const of = (place: number) => cover.zones[place]?.zone
  const { xs, ys } = cover.corners
  const segment: Segment = [
    pointOf(xs[a] as number, ys[a] as number),
    pointOf(xs[b] as number, ys[b] as number),
  ]
  const shapes = cover.zones.map(({ zone }) => shapeOf(zone.id, zone.polygon))
  const [leftId, rightId] = sidesAt(shapes, midpoint(segment), direction(segment), thickReachM)
  const zone = (id: ZoneId | null) => (id === null ? undefined : premises.zones[id])
  return [of(left) ?? zone(leftId), of(right) ?? zone(rightId)].filter((each) => each !== undefined)
}
