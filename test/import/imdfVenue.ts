import type { SourceFile } from '../../src/import/result.ts'
import { jsonFile } from './context.ts'

const metre = 1 / 111_000

/** A two-storey venue in IMDF: two rooms and a corridor with a stair on each storey; no opening leads outside. */
export function smallVenue(
  change: { readonly room?: string; readonly withoutUnit?: string } = {},
): readonly SourceFile[] {
  const box = (x0: number, y0: number, x1: number, y1: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [x0, y0],
        [x1, y0],
        [x1, y1],
        [x0, y1],
        [x0, y0],
      ].map(([x = 0, y = 0]) => [105 + x * metre, y * metre]),
    ],
  })
  const line = (x0: number, y0: number, x1: number, y1: number) => ({
    type: 'LineString',
    coordinates: [
      [105 + x0 * metre, y0 * metre],
      [105 + x1 * metre, y1 * metre],
    ],
  })
  const feature = (id: string, type: string, geometry: unknown, properties: Record<string, unknown>) => ({
    id,
    type: 'Feature',
    feature_type: type,
    geometry,
    properties,
  })
  const collection = (features: unknown[]) => ({ type: 'FeatureCollection', features })
  const units = [0, 1].flatMap((n) => {
    const unit = (id: string, category: string, geometry: unknown, name?: string) =>
      feature(`${id}${n}`, 'unit', geometry, {
        category,
        level_id: `L${n}`,
        name: name ? { vi: name } : null,
      })
    return [
      unit('a', 'office', box(0, 0, 5, 4), change.room ?? 'Phòng A'),
      unit('b', 'conferenceroom', box(5, 0, 10, 4), 'Phòng họp'),
      unit('c', 'walkway', box(0, 4, 10, 6)),
      unit('s', 'stairs', box(10, 0, 13, 6)),
    ].filter((each) => each.id !== change.withoutUnit)
  })
  const openings = [0, 1].flatMap((n) => [
    feature(`oa${n}`, 'opening', line(2, 4, 3, 4), {
      level_id: `L${n}`,
      category: 'pedestrian',
      door: { type: 'swinging' },
    }),
    feature(`ob${n}`, 'opening', line(7, 4, 8, 4), {
      level_id: `L${n}`,
      category: 'automobile',
      door: { type: 'revolving' },
    }),
    feature(`os${n}`, 'opening', line(10, 4.5, 10, 5.5), {
      level_id: `L${n}`,
      unit_categoty: 'misspelt',
      door: { type: 'open' },
    }),
  ])
  return [
    jsonFile('v/manifest.json', { version: '1.0.0' }),
    jsonFile(
      'v/venue.geojson',
      collection([feature('v', 'venue', box(0, 0, 13, 6), { name: { vi: 'Nhà thử' } })]),
    ),
    jsonFile(
      'v/level.geojson',
      collection(
        [0, 1].map((n) =>
          feature(`L${n}`, 'level', box(0, 0, 13, 6), { ordinal: n, name: { vi: `Tầng ${n + 1}` } }),
        ),
      ),
    ),
    jsonFile('v/unit.geojson', collection(units)),
    jsonFile('v/opening.geojson', collection(openings)),
    jsonFile('v/navPath.geojson', 'not even JSON: files that are no part of the standard are left alone'),
  ]
}
