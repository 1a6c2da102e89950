import { t } from '../../../i18n/index.ts'
import type { DoorOperation, Opening, OpeningKind, StairFlight, StairKind } from '../../../premises/model.ts'
import type { Option } from '../../../ui/controls/fields.tsx'

export const grades = ['I', 'II', 'III', 'IV', 'V'] as const
export const hazardCategories = ['A', 'B', 'C1', 'C2', 'C3', 'C4', 'D', 'E'] as const

export const openingKinds = keys<OpeningKind>({ door: 0, passage: 0, window: 0, floorOpening: 0, vent: 0 })
export const exitKinds = keys<NonNullable<Opening['exit']>>({ final: 0, storey: 0, undecided: 0, none: 0 })
export const surveyedStates = keys<NonNullable<Opening['surveyedState']>>({
  open: 0,
  closed: 0,
  locked: 0,
  blocked: 0,
})
export const doorOperations = keys<DoorOperation>({
  swing: 0,
  doubleSwing: 0,
  sliding: 0,
  folding: 0,
  revolving: 0,
  rollerShutter: 0,
  turnstile: 0,
  gate: 0,
  unknown: 0,
})
export const locks = ['none', 'key', 'card', 'panicBar', 'electromagnetic', 'chain'] as const
export const hinges = ['start', 'end'] as const
export const opensTo = ['left', 'right', 'both'] as const
export const stairKinds = keys<StairKind>({
  enclosed: 0,
  smokeFreeN1: 0,
  smokeFreeN2: 0,
  smokeFreeN3: 0,
  openInside: 0,
  outdoor: 0,
  unknown: 0,
})
export const widthBetween = keys<NonNullable<StairFlight['widthBetween']>>({
  walls: 0,
  handrailEdges: 0,
  handrailCentres: 0,
})

/** Every member of a union, named once: the type refuses a missing one. */
function keys<K extends string>(all: Record<K, 0>): readonly K[] {
  return Object.keys(all) as K[]
}

/** Choices whose labels are their own values. */
export function options(values: readonly string[]): Option[] {
  return values.map((value) => ({ value, label: value }))
}

/** Choices whose labels are sentences `planning.option.<group>.<value>`. */
export function worded(group: string, values: readonly string[]): Option[] {
  return values.map((value) => ({ value, label: t(`planning.option.${group}.${value}`) }))
}
