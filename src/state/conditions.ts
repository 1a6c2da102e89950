import { conditionsOf } from '../analysis/conditions.ts'
import type { ClearingInput } from '../analysis/questions.ts'
import type { Premises } from '../premises/model.ts'
import type { WhatIf } from './app.ts'

/** The conditions of the study, with the assumptions of the moment on top. */
export function conditionsUnder(premises: Premises, whatIf: WhatIf | null): ClearingInput {
  const conditions = conditionsOf(premises)
  if (whatIf === null) return conditions
  return {
    ...conditions,
    shutOpenings: union(conditions.shutOpenings, whatIf.shutOpenings),
    closedZones: union(conditions.closedZones, whatIf.closedZones),
  }
}

/** Both lists as one, sorted: the order in which a person assumes things changes no figure. */
export function union<T extends string>(a: readonly T[], b: readonly T[]): readonly T[] {
  return [...new Set([...a, ...b])].toSorted()
}
