import { planDrawing } from '../premises/drawing/plan.ts'
import type { PlanShape } from '../premises/drawing/shapes.ts'
import type { LevelId } from '../premises/ids.ts'
import type { Premises } from '../premises/model.ts'

const kept = new WeakMap<Premises, Map<LevelId, readonly PlanShape[]>>()

/** The drawing of one level in local metres of its building, kept per state of the premises. */
export function planShapes(premises: Premises, levelId: LevelId): readonly PlanShape[] {
  let levels = kept.get(premises)
  if (!levels) kept.set(premises, (levels = new Map()))
  let shapes = levels.get(levelId)
  if (!shapes) levels.set(levelId, (shapes = planDrawing(premises, levelId).shapes))
  return shapes
}
