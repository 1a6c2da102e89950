import type { Premises } from '../model.ts'
import { overlaps, slivers } from './areas.ts'
import { openingFaults } from './doors.ts'
import { faultOrder, type Fault } from './fault.ts'
import { wallGaps } from './gaps.ts'
import { type LevelDrawing, levelDrawings } from './levelDrawing.ts'
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

/**
 * The same bit by bit, unordered, for a worker that breathes in between: after each check of a level, and after each fault, whose
 * mend is tried before it is offered.
 */
export function* faultSteps(premises: Premises): Generator<readonly Fault[]> {
  for (const drawing of levelDrawings(premises)) {
    for (const check of [openingsOf, overlaps, wallGaps, slivers]) {
      yield []
      for (const fault of check(drawing, premises)) yield [withMend(premises, fault)]
    }
  }
  for (const check of [undecidedExits, stairFaults, zonesWithoutUse, assumedWidths]) {
    yield []
    for (const fault of check(premises)) yield [withMend(premises, fault)]
  }
}

function openingsOf(drawing: LevelDrawing, premises: Premises): readonly Fault[] {
  return openingFaults(premises, drawing)
}

function withMend(premises: Premises, fault: Fault): Fault {
  const mend = howToMend(premises, fault)
  return mend === null ? fault : { ...fault, mendable: true, mend: mend.kind }
}

/** Kinds in the order of `faultOrder`, faults of one kind as they were found. */
export function inOrder(faults: readonly Fault[]): readonly Fault[] {
  return faultOrder.flatMap((kind) => faults.filter((fault) => fault.kind === kind))
}
