import type { Premises } from '../src/premises/model.ts'
import type { Change } from '../src/premises/operation.ts'
import { apply, makeOperations } from '../src/premises/operations/index.ts'

/** The premises after some changes, made and applied as the app does. */
export function applyChanges(premises: Premises, changes: readonly Change[]): Premises {
  return apply(premises, makeOperations(premises, changes, 'test', 0, { time: '2026-01-01T00:00:00Z' }))
}
