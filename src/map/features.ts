import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { Point, Polygon, Ring } from '../premises/geometry/plane.ts'
import type { Frame, LonLat } from './frame.ts'

/** What the map's sources hold: features with flat properties. */
export type MapFeature<P extends Properties = Properties> = Feature<Geometry, P>
export type Properties = Readonly<Record<string, string | number | boolean | null>>

export function collection(features: readonly MapFeature[]): FeatureCollection {
  return { type: 'FeatureCollection', features: features as MapFeature[] }
}

export const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] }

export function polygonFeature<P extends Properties>(
  polygon: Polygon,
  frame: Frame,
  properties: P,
): MapFeature<P> {
  const coordinates = [polygon.outer, ...polygon.holes].map((ring) => closedRing(ring, frame))
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates }, properties }
}

export function lineFeature<P extends Properties>(
  line: readonly Point[],
  frame: Frame,
  properties: P,
): MapFeature<P> {
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: line.map(frame.toLonLat) },
    properties,
  }
}

export function pointFeature<P extends Properties>(point: Point, frame: Frame, properties: P): MapFeature<P> {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: frame.toLonLat(point) }, properties }
}

function closedRing(ring: Ring, frame: Frame): LonLat[] {
  const coordinates = ring.map(frame.toLonLat)
  const first = coordinates[0]
  return first ? [...coordinates, first] : coordinates
}
