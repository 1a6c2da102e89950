import { rectangle } from '../geometry/ring.ts'
import { frameOf, toWgs84 } from '../placement.ts'
import type { Frame } from '../placement.ts'
import type { Point, Ring } from '../geometry/plane.ts'
import { circle, grid, scattered, smooth, stroke, treeCrown, walked } from './shapes.ts'
import { terrace } from './terrace.ts'
import type { Area, Street, SurroundingsLayout, TreeGroup } from './surroundingsLayout.ts'

export type SurroundingKind =
  'green' | 'water' | 'path' | 'road' | 'parking' | 'building' | 'wall' | 'tree' | 'label'

/** What lies around the sample, to draw beneath it, in the order green … label. GeoJSON in WGS 84. */
export interface Surroundings {
  readonly type: 'FeatureCollection'
  readonly features: readonly SurroundingFeature[]
  /** Whose drawing it is. */
  readonly credit: string
}

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

const order: readonly SurroundingKind[] = [
  'green',
  'water',
  'path',
  'road',
  'parking',
  'building',
  'wall',
  'tree',
  'label',
]

/** The surroundings as features: streets from their centre lines, terraces of houses, crowns of trees. */
export function surroundingsOf(
  layout: SurroundingsLayout,
  placement: { readonly longitude: number; readonly latitude: number; readonly bearingDeg: number },
): Surroundings {
  const draw = pen(frameOf({ ...placement, placed: true }))
  const features = [
    ...layout.areas.map((area) => draw.area(area.kind, areaRings(area))),
    ...layout.strokes.map(({ kind, line, widthM, ...how }) =>
      draw.area(kind, stroke(how.smooth ? smooth(line, how.closed) : line, widthM, how.closed)),
    ),
    ...layout.streets.flatMap((street) => streetFeatures(street, draw)),
    ...layout.grids.flatMap(({ kind, heightM, ...rows }) =>
      grid(rows).map((ring) => draw.area(kind, [ring], { heightM })),
    ),
    ...layout.buildings.map(({ ring, heightM, name }) => draw.area('building', [ring], { heightM, name })),
    ...layout.rows.flatMap((row) =>
      terrace(row).map(({ ring, heightM }) => draw.area('building', [ring], { heightM })),
    ),
    ...layout.walls.map((line) => draw.line('wall', line)),
    ...layout.trees.flatMap(crowns).map((ring) => draw.area('tree', [ring])),
    ...layout.labels.map(({ name, at, of }) => draw.point('label', at, { name, of })),
  ]
  const byKind = features.toSorted(
    (a, b) => order.indexOf(a.properties.kind) - order.indexOf(b.properties.kind),
  )
  return { type: 'FeatureCollection', features: byKind, credit: layout.credit }
}

function areaRings(area: Area): readonly Ring[] {
  if ('circle' in area) {
    const [x, y, radius] = area.circle
    return area.hole ? [circle(x, y, radius), circle(x, y, area.hole).toReversed()] : [circle(x, y, radius)]
  }
  const holes = (area.holes ?? []).map((box) => rectangle(...box).outer.toReversed())
  return [area.smooth ? smooth(area.ring, true) : area.ring, ...holes]
}

function streetFeatures(street: Street, draw: Pen): SurroundingFeature[] {
  const line = street.smooth ? smooth(street.line) : street.line
  const treesM = street.widthM / 2 + street.walkM / 2 - 0.4
  const crownsOf = (offset: number) =>
    street.trees === undefined
      ? []
      : walked(line, street.trees, offset).map((at, index) => treeCrown(at, 1.9 + (index % 3) * 0.35, index))
  return [
    draw.area('path', stroke(line, street.widthM + 2 * street.walkM)),
    draw.area('road', stroke(line, street.widthM)),
    ...[...crownsOf(treesM), ...crownsOf(-treesM)].map((ring) => draw.area('tree', [ring])),
    ...(street.name ? [draw.line('label', line, { name: street.name, of: 'street' as const })] : []),
  ]
}

function crowns(group: TreeGroup): readonly Ring[] {
  const [small, large] = group.radiusM
  const at: readonly Point[] =
    'at' in group
      ? group.at
      : 'along' in group
        ? walked(group.along, group.everyM, 0)
        : scattered(group.scatter, group.count, group.seed, large)
  return at.map((point, index) =>
    treeCrown(point, small + ((large - small) * ((index * 7) % 10)) / 10, index),
  )
}

type Details = {
  readonly [key in 'name' | 'heightM' | 'of']?: SurroundingFeature['properties'][key] | undefined
}
type Pen = ReturnType<typeof pen>

function pen(frame: Frame) {
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
        { type: 'Polygon', coordinates: rings.map((ring) => [...ring, ring[0] as Point].map(lonlat)) },
        details,
      ),
    line: (kind: SurroundingKind, line: readonly Point[], details?: Details) =>
      feature(kind, { type: 'LineString', coordinates: line.map(lonlat) }, details),
    point: (kind: SurroundingKind, at: Point, details?: Details) =>
      feature(kind, { type: 'Point', coordinates: lonlat(at) }, details),
  }
}
