import type { LevelId, ZoneId } from '../premises/ids.ts'
import type { Premises, Zone } from '../premises/model.ts'
import type { PlanShape } from '../premises/drawing/shapes.ts'
import type { Polygon } from '../premises/geometry/plane.ts'
import type { Frame } from './frame.ts'
import { lineFeature, polygonFeature, type MapFeature } from './features.ts'
import { framesOf, zonesShown } from './place.ts'
import { planShapes } from './planShapes.ts'

const kept = new WeakMap<Premises, Map<LevelId | null, readonly MapFeature[]>>()

/**
 * The plan of a level as features of the source `plan`: floor outline, zones, and the drawing; `k` says what each is.
 * Kept per state of the premises, so that going back to a level costs nothing; features of what an edit leaves alone are used again.
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
    features.push(zoneFeature(zone, frames.ofZone(zone)))
  }
  if (!level) return features
  for (const shape of planShapes(premises, level.id)) features.push(shapeFeature(shape, frame))
  return features
}

const zonesKept = new WeakMap<
  Polygon,
  { readonly id: ZoneId; readonly frame: Frame; readonly feature: MapFeature }
>()

function zoneFeature({ id, polygon }: Zone, frame: Frame): MapFeature {
  const before = zonesKept.get(polygon)
  if (before?.frame === frame && before.id === id) return before.feature
  const feature = polygonFeature(polygon, frame, { k: 'zone', id })
  zonesKept.set(polygon, { id, frame, feature })
  return feature
}

const shapesKept = new WeakMap<PlanShape, { readonly frame: Frame; readonly feature: MapFeature }>()

function shapeFeature(shape: PlanShape, frame: Frame): MapFeature {
  const before = shapesKept.get(shape)
  if (before?.frame === frame) return before.feature
  const properties = { k: shape.kind, ...(shape.assumed ? { assumed: true } : {}) }
  const feature =
    'polygon' in shape
      ? polygonFeature(shape.polygon, frame, properties)
      : lineFeature(shape.line, frame, properties)
  shapesKept.set(shape, { frame, feature })
  return feature
}
