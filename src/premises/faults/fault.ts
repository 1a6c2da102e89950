import type { Point } from '../geometry/plane.ts'
import type { LevelId } from '../ids.ts'
import type { RecordRef } from '../operation.ts'

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

/** What one click does about a fault; the words of its button (`faults.mend.<mend>`). */
export type MendKind =
  | 'closeGap'
  | 'cutOverlap'
  | 'merge'
  | 'moveToWall'
  | 'joinSides'
  | 'remove'
  | 'makeStair'
  | 'confirmExit'
  | 'denyExit'

/** One thing to mend in a drawing. */
export interface Fault {
  readonly kind: FaultKind
  /** Which of several causes of one kind, for the sentence `faults.item.<kind>.<why>`. */
  readonly why?: string
  readonly record: RecordRef
  readonly others: readonly RecordRef[]
  readonly levelId: LevelId | null
  /** Where to fly to. */
  readonly at: Point | null
  /** For the sentence: lengths in metres, areas in square metres, counts. */
  readonly params: Readonly<Record<string, string | number>>
  /** Whether `mendOf` has a change for it. */
  readonly mendable: boolean
  readonly mend?: MendKind
}

/**
 * Kinds in the order in which they are best mended: what shuts whole parts of the building off first, then what bends the
 * plan, then what only weakens the figures.
 */
export const faultOrder: readonly FaultKind[] = [
  'exitUndecided',
  'stairLeadsNowhere',
  'doorJoinsNothing',
  'doorOffWall',
  'noWayOut',
  'overlap',
  'wallGap',
  'sliver',
  'noUse',
  'widthAssumed',
]

/** What of a fault stays the same while others are mended: for lists, and for finding it again. */
export function faultKey({ kind, why, record, others }: Fault): string {
  const names = [record, ...(kind === 'wallGap' || kind === 'overlap' ? others : [])].map((each) =>
    each.table === 'facility' ? 'facility' : `${each.table}:${each.id}`,
  )
  return [kind, why ?? '', ...names].join(' ')
}
