import type { Point, Segment } from '../geometry/plane.ts'
import type { LevelId, OpeningId } from '../ids.ts'
import type { DoorProperties, Opening, Premises } from '../model.ts'
import type { FloorEdit } from '../floor/floor.ts'

/** The kinds that are put into a wall by hand. */
export interface OpeningSpec {
  readonly kind: 'door' | 'passage' | 'window'
  readonly widthM: number
  readonly door?: DoorProperties
}

/** Where an opening would come to lie, for the picture under the pointer. */
export interface OpeningPlace {
  readonly segment: Segment
  readonly sides: Opening['sides']
  /** The wall has no room for this width; the segment is as wide as it can be. */
  readonly narrow: boolean
  readonly opensTo: 'left' | 'right'
}

/** The place on the nearest wall within reach; a door opens to the side that the point lies on. Null where no wall is near. */
export function openingPlace(
  _premises: Premises,
  _levelId: LevelId,
  _at: Point,
  _spec: OpeningSpec,
  _reachM: number,
): OpeningPlace | null {
  throw new Error('not built')
}

/**
 * Puts an opening there, its width marked as assumed if it is the usual one (`assumed`). A door or passage that leads outside
 * is a candidate for an exit (`undecided`). Throws `noWallHere`, `openingTooWide`, `openingsOverlap`.
 */
export function placeOpening(
  _premises: Premises,
  _levelId: LevelId,
  _at: Point,
  _spec: OpeningSpec,
  _reachM: number,
  _assumed: boolean,
): FloorEdit {
  throw new Error('not built')
}

/** The opening slid along its wall to the place nearest to the point, or into the wall there. */
export function slideOpening(_premises: Premises, _id: OpeningId, _to: Point): FloorEdit {
  throw new Error('not built')
}

/** One jamb moved to the place on the wall nearest to the point; the other stays. */
export function moveJamb(_premises: Premises, _id: OpeningId, _jamb: 'start' | 'end', _to: Point): FloorEdit {
  throw new Error('not built')
}

/** The opening made so wide about its middle, moved along the wall where a corner is in the way. Throws `openingTooWide`. */
export function setOpeningWidth(_premises: Premises, _id: OpeningId, _widthM: number): FloorEdit {
  throw new Error('not built')
}

/** The door opened towards a point: the side it opens to, and the jamb that carries its hinge (the farther one). */
export function swingTowards(_premises: Premises, _id: OpeningId, _point: Point): FloorEdit {
  throw new Error('not built')
}
