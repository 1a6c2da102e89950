import type { Point } from '../../premises/geometry/plane.ts'
import type { RecordRef } from '../../premises/operation.ts'
import type { Held } from './holding.ts'
import type { Aim } from './sketch.ts'

/** Picking, and what is done with the picked: held, nudged, taken away. */
export interface SelectSketch {
  readonly kind: 'select'
  readonly aim: Aim | null
  readonly held: Held | null
  /** The corners of the band that picks several. */
  readonly band: readonly [Point, Point] | null
  /** The corner that was last taken hold of; Delete takes it away. */
  readonly corner: Point | null
  readonly lastTap: { readonly px: Point; readonly at: number; readonly record: RecordRef | null } | null
  /** Arrow keys since the last edit. */
  readonly nudge: { readonly by: Point; readonly held: Held } | null
}

export function selectSketch(): SelectSketch {
  return { kind: 'select', aim: null, held: null, band: null, corner: null, lastTap: null, nudge: null }
}
