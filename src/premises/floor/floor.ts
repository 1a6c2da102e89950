import type { Point, Segment } from '../geometry/plane.ts'
import type { LevelId, WallId, ZoneId } from '../ids.ts'
import type { Premises } from '../model.ts'
import type { Change, RecordRef } from '../operation.ts'

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

/** What an edit of a drawing asks for: the changes, one undo step, and what to select after it. */
export interface FloorEdit {
  readonly changes: readonly Change[]
  readonly made: readonly RecordRef[]
}

/** The floor of a level; kept per state of the premises. An unknown level has neither corners nor walls. */
export function floorOf(_premises: Premises, _levelId: LevelId): Floor {
  throw new Error('not built')
}

/** The wall nearest to a point, no farther than `reachM`; null where there is none. */
export function wallAt(_premises: Premises, _levelId: LevelId, _at: Point, _reachM: number): WallHit | null {
  throw new Error('not built')
}
