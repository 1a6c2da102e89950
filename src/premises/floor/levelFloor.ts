import { insideEvenOdd } from '../geometry/inside.ts'
import { bounds, type Box } from '../geometry/measure.ts'
import type { Point, Segment } from '../geometry/plane.ts'
import { midpoint } from '../geometry/segment.ts'
import type { LevelId, WallId, ZoneId } from '../ids.ts'
import type { Premises } from '../model.ts'
import { pointOf } from './cells.ts'
import { type Cover, coverOf } from './cover.ts'

/**
 * A level as it is drawn: corners, and the walls between them. Zones of a drawn level share their walls: two neighbours pass
 * through the same corners, point by point on the 0.1 mm grid, so a wall is one edge although two polygons hold it. Walls of
 * imported levels have a thickness: two faces, which are moved together.
 */
export interface Floor {
  readonly levelId: LevelId
  /** Every corner once. */
  readonly corners: readonly Point[]
  readonly walls: readonly FloorWall[]
}

/** A wall from one corner to the next. */
export interface FloorWall {
  readonly segment: Segment
  /** The zones left and right of the segment; null = nothing drawn there. */
  readonly sides: readonly [ZoneId | null, ZoneId | null]
  /** The record of a wall that parts no rooms yet. */
  readonly wallId: WallId | null
}

/** A place on a wall. */
export interface WallHit {
  readonly wall: FloorWall
  /** The whole straight wall that it belongs to, corner to corner, over all neighbours along it. */
  readonly straight: Segment
  readonly at: Point
  readonly distanceM: number
}

const floors = new WeakMap<Cover, Floor>()

/**
 * The floor of a level; kept per state of the premises, and the same object as long as nothing on the level has changed. An
 * unknown level has neither corners nor walls.
 */
export function floorOf(premises: Premises, levelId: LevelId): Floor {
  const cover = coverOf(premises, levelId)
  const known = floors.get(cover)
  if (known !== undefined) return known
  const floor = floorFrom(cover)
  floors.set(cover, floor)
  return floor
}

function floorFrom({ levelId, corners, zones, loose, edges }: Cover): Floor {
  const points = corners.xs.map((x, corner) => pointOf(x, corners.ys[corner] as number))
  const idOf = (zone: number): ZoneId | null => zones[zone]?.zone.id ?? null
  const boxes: Box[] = []
  const around = (segment: Segment): ZoneId | null => {
    const [x, y] = midpoint(segment)
    const home = zones.find(({ zone: { polygon } }, place) => {
      const box = (boxes[place] ??= bounds(polygon.outer) ?? [0, 0, 0, 0])
      return box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3] && insideEvenOdd(polygon, [x, y])
    })
    return home?.zone.id ?? null
  }
  const walls = edges.map(({ a, b, left, right, loose: wall }): FloorWall => {
    const segment: Segment = [points[a] as Point, points[b] as Point]
    if (wall < 0) return { segment, sides: [idOf(left), idOf(right)], wallId: null }
    const zone = around(segment)
    return { segment, sides: [zone, zone], wallId: loose[wall]?.wall.id ?? null }
  })
  return { levelId, corners: points, walls }
}
