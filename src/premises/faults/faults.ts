import type { Point } from '../geometry/plane.ts'
import type { LevelId } from '../ids.ts'
import type { Premises } from '../model.ts'
import type { Change, RecordRef } from '../operation.ts'

export type FaultKind =
  | 'noWayOut'
  | 'wallGap'
  | 'overlap'
  | 'sliver'
  | 'doorJoinsNothing'
  | 'doorOffWall'
  | 'stairLeadsNowhere'
  | 'exitUndecided'
  | 'widthAssumed'
  | 'noUse'

/** One thing to mend in a drawing. Params are for the sentence `fault.<kind>`. */
export interface Fault {
  readonly kind: FaultKind
  readonly record: RecordRef
  readonly others: readonly RecordRef[]
  readonly levelId: LevelId | null
  /** Where to fly to. */
  readonly at: Point | null
  readonly params: Readonly<Record<string, string | number>>
  /** Whether `mendOf` has a change for it. */
  readonly mendable: boolean
}

/** The faults of a drawing that follow from the premises alone (all but `noWayOut`), in the order in which they are best mended. */
export function faultsOf(_premises: Premises): readonly Fault[] {
  throw new Error('not built')
}

/** The changes that mend a fault in one step; null where a person has to decide. */
export function mendOf(_premises: Premises, _fault: Fault): readonly Change[] | null {
  throw new Error('not built')
}
