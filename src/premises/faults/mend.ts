import type { Premises } from '../model.ts'
import type { Change } from '../operation.ts'
import type { Fault } from './fault.ts'
import { mendGap } from './mendGap.ts'
import { type Mend, mendExit, mendOpening, mendSliver, mendStair } from './mendOthers.ts'
import { mendOverlap } from './mendOverlap.ts'
import { tried } from './trial.ts'

/** The changes that mend a fault in one step; null where a person has to decide. */
export function mendOf(premises: Premises, fault: Fault): readonly Change[] | null {
  return howToMend(premises, fault)?.changes ?? null
}

/** The same with what it does, for the words on the button. */
export function howToMend(premises: Premises, fault: Fault): Mend | null {
  switch (fault.kind) {
    case 'wallGap': {
      const changes = mendGap(premises, fault)
      return changes && { kind: 'closeGap', changes }
    }
    case 'overlap': {
      const changes = mendOverlap(premises, fault)
      return changes && { kind: 'cutOverlap', changes }
    }
    case 'sliver':
      return mendSliver(premises, fault)
    case 'doorJoinsNothing':
    case 'doorOffWall':
      return mendOpening(premises, fault)
    case 'stairLeadsNowhere':
      return mendStair(premises, fault)
    case 'exitUndecided':
      return mendExit(premises, fault)
    case 'noWayOut':
    case 'widthAssumed':
    case 'noUse':
      return null
  }
}

/**
 * Several faults mended one after the other, as one step. What an earlier mend has settled or made impossible is left out, and
 * so is what takes something away: that is for a person to say, one by one.
 */
export function mendAll(premises: Premises, faults: readonly Fault[]): readonly Change[] {
  const all: Change[] = []
  let now = premises
  for (const fault of faults) {
    const mend = howToMend(now, fault)
    if (mend === null || mend.kind === 'remove') continue
    all.push(...mend.changes)
    now = tried(now, mend.changes)
  }
  return all
}
