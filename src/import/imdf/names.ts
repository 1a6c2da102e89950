import type { Feature } from '../geojson/collection.ts'
import { asText } from '../json.ts'
import { label } from './label.ts'
import type { ImdfFile } from './files.ts'

/** Names of units by their id: the unit's own, else that of the occupant whose anchor stands in it. */
export function unitNames(features: ReadonlyMap<ImdfFile, readonly Feature[]>): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const unitOfAnchor = new Map<string, string>()
  for (const anchor of features.get('anchor') ?? []) {
    const unit = asText(anchor.properties['unit_id'])
    if (anchor.id && unit) unitOfAnchor.set(anchor.id, unit)
  }
  for (const occupant of features.get('occupant') ?? []) {
    const unit = unitOfAnchor.get(asText(occupant.properties['anchor_id']) ?? '')
    const name = label(occupant.properties['name'])
    if (unit && name && !names.has(unit)) names.set(unit, name)
  }
  for (const amenity of features.get('amenity') ?? []) {
    const ids: unknown = amenity.properties['unit_ids']
    const name = label(amenity.properties['name'])
    for (const id of Array.isArray(ids) ? (ids as unknown[]) : []) {
      const unit = asText(id)
      if (unit && name && !names.has(unit)) names.set(unit, name)
    }
  }
  for (const unit of features.get('unit') ?? []) {
    const name = label(unit.properties['name'])
    if (unit.id && name) names.set(unit.id, name)
  }
  return names
}
