import type { Premises } from '../model.ts'
import { overlaps, slivers } from './areas.ts'
import { openingFaults } from './doors.ts'
import { faultOrder, type Fault } from './fault.ts'
import { wallGaps } from './gaps.ts'
import { levelDrawings } from './levelDrawing.ts'
import { howToMend } from './mend.ts'
import { assumedWidths, undecidedExits, zonesWithoutUse } from './values.ts'
import { stairFaults } from './vertical.ts'

export { faultKey, faultOrder, type Fault, type FaultKind, type MendKind } from './fault.ts'
export { mendAll, mendOf } from './mend.ts'

/** The faults of a drawing that follow from the premises alone (all but `noWayOut`), in the order in which they are best mended. */
export function faultsOf(premises: Premises): readonly Fault[] {
  const all: Fault[] = []
  for (const part of faultSteps(premises)) all.push(...part)
  return inOrder(all)
}

/** The same level by level, unordered, for a worker that breathes between them. */
export function* faultSteps(premises: Premises): Generator<readonly Fault[]> {
  for (const drawing of levelDrawings(premises))
    yield [
      ...openingFaults(premises, drawing),
      ...overlaps(drawing),
      ...wallGaps(drawing),
      ...slivers(drawing),
    ].map((fault) => withMend(premises, fault))
  yield [
    ...undecidedExits(premises),
    ...stairFaults(premises),
    ...zonesWithoutUse(premises),
    ...assumedWidths(premises),
  ].map((fault) => withMend(premises, fault))
}

function withMend(premises: Premises, fault: Fault): Fault {
  const mend = howToMend(premises, fault)
  return mend === null ? fault : { ...fault, mendable: true, mend: mend.kind }
}

/** Kinds in the order of `faultOrder`, faults of one kind as they were found. */
export function inOrder(faults: readonly Fault[]): readonly Fault[] {
  return faultOrder.flatMap((kind) => faults.filter((fault) => fault.kind === kind))
}
