import type { Point, Segment } from '../geometry/plane.ts'
import type { LevelId, ZoneId } from '../ids.ts'
import type { Premises } from '../model.ts'
import type { FloorEdit } from './floorEdit.ts'

export { drawRoom } from './drawRoom.ts'
export { drawWall } from './drawWall.ts'

export type { RoomOptions } from './floorEdit.ts'

/** Neighbouring zones made one: the first keeps its id, name and use; persons are added up; openings between them go. Throws `zonesNotNeighbours`. */
export function mergeZones(_premises: Premises, _ids: readonly ZoneId[]): FloorEdit {
  throw new Error('not built')
}

/** Takes a wall away: the zones on both sides become one; a wall that parts none goes. Throws `wallIsOuter` where only one side is a zone. */
export function removeWall(_premises: Premises, _levelId: LevelId, _wall: Segment): FloorEdit {
  throw new Error('not built')
}

/** A new corner in a wall, at the place on it nearest to the point; in all zones along it. */
export function addCorner(_premises: Premises, _levelId: LevelId, _at: Point): FloorEdit {
  throw new Error('not built')
}

/** Takes a corner away where only two walls meet; the wall runs straight past it. Throws `cornerNeeded`. */
export function removeCorner(_premises: Premises, _levelId: LevelId, _at: Point): FloorEdit {
  throw new Error('not built')
}

/** Zones moved as a block; neighbours' walls that they share go with them. Throws `planWouldBreak` where rooms would overlap or turn over. */
export function moveZones(_premises: Premises, _ids: readonly ZoneId[], _by: Point): FloorEdit {
  throw new Error('not built')
}

/** The block of zones mirrored about the upright (`x`) or level (`y`) axis through its middle, with openings; it takes what is free there. */
export function mirrorZones(_premises: Premises, _ids: readonly ZoneId[], _axis: 'x' | 'y'): FloorEdit {
  throw new Error('not built')
}

/** The block of zones turned by quarter turns counter-clockwise about its middle, with openings; it takes what is free there. */
export function turnZones(_premises: Premises, _ids: readonly ZoneId[], _quarters: 1 | 2 | 3): FloorEdit {
  throw new Error('not built')
}

/** Copies of zones and of the openings between and on them, so far away, on the same level or another. They take what is free there. */
export function copyZones(
  _premises: Premises,
  _ids: readonly ZoneId[],
  _by: Point,
  _toLevelId?: LevelId,
): FloorEdit {
  throw new Error('not built')
}

/** The outer walls on one side of the zones brought into one line: the outermost of them. */
export function alignZones(
  _premises: Premises,
  _ids: readonly ZoneId[],
  _side: 'left' | 'right' | 'top' | 'bottom',
): FloorEdit {
  throw new Error('not built')
}

/** The wall given a length, metres, by moving its end (and what stands across it). */
export function setWallLength(
  _premises: Premises,
  _levelId: LevelId,
  _wall: Segment,
  _lengthM: number,
  _moves: 'start' | 'end',
): FloorEdit {
  throw new Error('not built')
}
