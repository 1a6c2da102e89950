import { zonesShown } from '../place.ts'
import type { PlanMapInput } from '../planMapInput.ts'
import type { Underlay } from '../../premises/model.ts'
import { underlaysOf } from '../../premises/underlay.ts'

/**
 * The pictures that are seen beneath the level, lowest first: while it is drawn, and while nothing is drawn on it yet. A finished plan
 * is shown without them.
 */
export function underlaysShown({ premises, levelId, drawing }: PlanMapInput): readonly Underlay[] {
  if (levelId === null) return []
  const visible = underlaysOf(premises, levelId).filter((underlay) => underlay.hidden !== true)
  if (visible.length === 0 || drawing) return visible
  return zonesShown(premises, levelId).some((zone) => zone.levelId === levelId) ? [] : visible
}
