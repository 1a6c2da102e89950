import type { Point, Ring } from '../geometry/plane.ts'
import { oriented } from '../geometry/ring.ts'
import { toWgs84 } from '../placement.ts'
import type { Frame } from '../placement.ts'

export type SurroundingKind =
  'green' | 'water' | 'path' | 'road' | 'parking' | 'building' | 'wall' | 'tree' | 'label'

export interface SurroundingFeature {
  readonly type: 'Feature'
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Lonlat[])[] }
    | { readonly type: 'LineString'; readonly coordinates: readonly Lonlat[] }
    | { readonly type: 'Point'; readonly coordinates: Lonlat }
  readonly properties: {
    readonly kind: SurroundingKind
    readonly name?: string
    /** Of a building. */
    readonly heightM?: number
    /** Of a label: what it names. A street's label is a line, the others are points. */
    readonly of?: 'street' | 'water' | 'place' | 'gate'
  }
}

type Lonlat = readonly [number, number]

type Details = {
  readonly [key in 'name' | 'heightM' | 'of']?: SurroundingFeature['properties'][key] | undefined
}

export type Pen = ReturnType<typeof penOf>

/** Draws local metres as features in WGS 84, to the millimetre (8 decimals of a degree). */
export function penOf(frame: Frame) {
  const lonlat = (point: Point): Lonlat => {
    const [longitude, latitude] = toWgs84(frame, point)
    return [Math.round(longitude * 1e8) / 1e8, Math.round(latitude * 1e8) / 1e8]
  }
  const feature = (
    kind: SurroundingKind,
    geometry: SurroundingFeature['geometry'],
    { name, heightM, of }: Details = {},
  ): SurroundingFeature => ({
    type: 'Feature',
    geometry,
    properties: {
      kind,
      ...(name === undefined ? {} : { name }),
      ...(heightM === undefined ? {} : { heightM }),
      ...(of === undefined ? {} : { of }),
    },
  })
  return {
    area: (kind: SurroundingKind, rings: readonly Ring[], details?: Details) =>
      feature(
        kind,
        {
          type: 'Polygon',
          coordinates: rings.map((ring, index) => closed(oriented(ring, index === 0)).map(lonlat)),
        },
        details,
      ),
    line: (kind: SurroundingKind, line: readonly Point[], details?: Details) =>
      feature(kind, { type: 'LineString', coordinates: line.map(lonlat) }, details),
    point: (kind: SurroundingKind, at: Point, details?: Details) =>
      feature(kind, { type: 'Point', coordinates: lonlat(at) }, details),
  }
}

function closed(ring: Ring): Ring {
  return [...ring, ring[0] as Point]
}
