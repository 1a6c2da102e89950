import type { Point } from './geometry/plane.ts'
import type { Underlay } from './model.ts'

/** Where a picture lies on the plan. */
export type UnderlayPlace = Pick<Underlay, 'origin' | 'metresPerPx' | 'turnDeg'>

/** The plan point of a pixel. */
export function planPoint(_place: UnderlayPlace, _pixel: Point): Point {
  throw new Error('not built')
}

/** The pixel at a plan point. */
export function pixelAt(_place: UnderlayPlace, _point: Point): Point {
  throw new Error('not built')
}

/** The place with two of its plan points so many metres apart; the first stays where it is. */
export function scaledByLength(_place: UnderlayPlace, _a: Point, _b: Point, _lengthM: number): UnderlayPlace {
  throw new Error('not built')
}

/** A fitted place with what it misses: the root mean square and the worst distance, metres (0 for two points). */
export interface Fit {
  readonly place: UnderlayPlace
  readonly rmsM: number
  readonly worstM: number
}

/** The similarity (shift, turn, one scale) that brings 2–4 pixels nearest to plan points, by least squares. Null where the pixels coincide. */
export function fitted(_pairs: readonly { readonly pixel: Point; readonly plan: Point }[]): Fit | null {
  throw new Error('not built')
}
