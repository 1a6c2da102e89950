import type { Point, Polygon } from '../geometry/plane.ts'
import type { LevelId, ZoneId } from '../ids.ts'
import type { Premises, StairKind, StairRun } from '../model.ts'
import type { FloorEdit } from '../floor/floor.ts'

export interface StairSpec {
  readonly template: 'straight' | 'dogLeg' | 'spiral'
  readonly kind: StairKind
  /** Wished; the real riser divides the storey height evenly. */
  readonly riserM: number
  readonly treadM: number
  readonly clearWidthM: number
  /** Direction in which the first flight climbs, degrees counter-clockwise from the plan's x axis. */
  readonly climbsDeg: number
  /** The second flight lies to the left of the first (dog-leg), or the spiral turns left going up. */
  readonly turnsLeft: boolean
}

/** A stair from its spec: what it takes up on both levels, and its run. */
export interface StairShape {
  readonly outline: Polygon
  readonly run: StairRun
  readonly risers: number
  readonly riserM: number
}

/** The stair of a storey of this height, its middle at a point. Throws `stairTooSteep` where no number of risers fits. */
export function stairShape(_spec: StairSpec, _riseM: number, _middle: Point): StairShape {
  throw new Error('not built')
}

/**
 * Puts a stair from this level to the next above: a stair zone on both, and their run. On a stair zone that ends here (its
 * middle lies in the outline) the stair is carried on upwards. Throws `noLevelAbove` (mend: make one), `stairTooSteep`.
 */
export function placeStair(
  _premises: Premises,
  _levelId: LevelId,
  _spec: StairSpec,
  _middle: Point,
): FloorEdit {
  throw new Error('not built')
}

/** A zone that is drawn already made the stair of a spec, up to the level above; its own outline stays. */
export function stairFromZone(_premises: Premises, _zoneId: ZoneId, _spec: StairSpec): FloorEdit {
  throw new Error('not built')
}

/** A lift shaft of this size through the levels (bottom to top), its middle at a point. */
export function placeLift(
  _premises: Premises,
  _levelIds: readonly LevelId[],
  _middle: Point,
  _size: { readonly widthM: number; readonly depthM: number; readonly turnDeg: number },
): FloorEdit {
  throw new Error('not built')
}

/** An assembly point there, in the building's local metres. */
export function placeAssemblyPoint(_premises: Premises, _levelId: LevelId, _at: Point): FloorEdit {
  throw new Error('not built')
}
