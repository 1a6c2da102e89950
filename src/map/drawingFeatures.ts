import type { LevelId } from '../premises/ids.ts'
import type { Premises } from '../premises/model.ts'
import { lineFeature, polygonFeature, type MapFeature } from './features.ts'
import { framesOf, zonesShown } from './place.ts'
import { planShapes } from './planShapes.ts'

const kept = new WeakMap<Premises, Map<LevelId | null, readonly MapFeature[]>>()

/**
 * The plan of a level as features of the source `plan`: floor outline, zones, and the drawing; `k` says what each is.
 * Kept per state of the premises, so that going back to a level costs nothing.
 */
export function planFeatures(premises: Premises, levelId: LevelId | null): readonly MapFeature[] {
  let levels = kept.get(premises)
  if (!levels) kept.set(premises, (levels = new Map()))
  let features = levels.get(levelId)
  if (!features) levels.set(levelId, (features = madeFeatures(premises, levelId)))
  return features
}

function madeFeatures(premises: Premises, levelId: LevelId | null): readonly MapFeature[] {
  const frames = framesOf(premises)
  const frame = frames.ofLevel(levelId)
  const level = levelId ? premises.levels[levelId] : undefined
  const features: MapFeature[] = []
  if (level?.outline) features.push(polygonFeature(level.outline, frame, { k: 'outline' }))
  for (const zone of zonesShown(premises, levelId)) {
    features.push(polygonFeature(zone.polygon, frames.ofZone(zone), { k: 'zone', id: zone.id }))
  }
  if (!level) return features
  for (const shape of planShapes(premises, level.id)) {
    const properties = { k: shape.kind, ...(shape.assumed ? { assumed: true } : {}) }
    if ('polygon' in shape) features.push(polygonFeature(shape.polygon, frame, properties))
    else features.push(lineFeature(shape.line, frame, properties))
  }
  return features
}
