import type { Position } from '../../premises/placement.ts'
import { PersonError } from '../../premises/message.ts'
import { asNumber, asObject, asText, parseJson } from '../json.ts'
import type { SourceFile } from '../result.ts'

/** A feature with its geometry taken apart into polygons, lines and points; anything else is dropped. */
export interface Feature {
  readonly id: string | null
  /** IMDF's `feature_type`; null elsewhere. */
  readonly featureType: string | null
  readonly properties: Readonly<Record<string, unknown>>
  /** Members beside `properties` (WRLD writes `levels` there). */
  readonly members: Readonly<Record<string, unknown>>
  readonly polygons: readonly (readonly (readonly Position[])[])[]
  readonly lines: readonly (readonly Position[])[]
  readonly points: readonly Position[]
  /** Position in the file, for messages. */
  readonly index: number
}

const mostFeatures = 200_000
const mostPositions = 4_000_000

/**
 * Reads a GeoJSON FeatureCollection with positions in degrees (RFC 7946).
 * @throws PersonError `import.notJson`, `import.notFeatureCollection`, `import.notWgs84`, `import.tooMany`
 */
export function readCollection(file: SourceFile): readonly Feature[] {
  return collectionOf(parseJson(file), file.name)
}

/** The same of a value that was parsed already. */
export function collectionOf(value: unknown, fileName: string): readonly Feature[] {
  const collection = asObject(value)
  const features = collection?.['features']
  if (collection?.['type'] !== 'FeatureCollection' || !Array.isArray(features)) {
    throw new PersonError('import.notFeatureCollection', {}, { file: fileName })
  }
  if (features.length > mostFeatures) {
    throw new PersonError(
      'import.tooMany',
      { count: features.length, most: mostFeatures },
      { file: fileName },
    )
  }
  let positions = 0
  const read: Feature[] = []
  features.forEach((each: unknown, index) => {
    const feature = asObject(each)
    if (!feature) return
    const where = { file: fileName, place: `features[${index}]` }
    const geometry = asObject(feature['geometry'])
    const position = (value: unknown): Position => {
      positions++
      if (positions > mostPositions)
        throw new PersonError('import.tooMany', { count: positions, most: mostPositions }, where)
      const [longitude, latitude] = Array.isArray(value) ? (value as unknown[]) : []
      const [x, y] = [asNumber(longitude), asNumber(latitude)]
      if (x === null || y === null) throw new PersonError('import.badCoordinates', {}, where)
      if (Math.abs(x) > 180 || Math.abs(y) > 90) throw new PersonError('import.notWgs84', { x, y }, where)
      return [x, y]
    }
    const line = (value: unknown) => list(value, where).map(position)
    const polygon = (value: unknown) => list(value, where).map(line)
    const coordinates = geometry?.['coordinates']
    const type = geometry?.['type']
    read.push({
      id: asText(feature['id']) ?? asText(asObject(feature['properties'])?.['id']),
      featureType: asText(feature['feature_type']),
      properties: asObject(feature['properties']) ?? {},
      members: feature,
      polygons:
        type === 'Polygon'
          ? [polygon(coordinates)]
          : type === 'MultiPolygon'
            ? list(coordinates, where).map(polygon)
            : [],
      lines:
        type === 'LineString'
          ? [line(coordinates)]
          : type === 'MultiLineString'
            ? list(coordinates, where).map(line)
            : [],
      points: type === 'Point' ? [position(coordinates)] : type === 'MultiPoint' ? line(coordinates) : [],
      index,
    })
  })
  return read
}

function list(value: unknown, where: { file: string; place: string }): readonly unknown[] {
  if (!Array.isArray(value)) throw new PersonError('import.badCoordinates', {}, where)
  return value as readonly unknown[]
}
