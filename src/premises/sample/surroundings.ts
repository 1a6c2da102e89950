import { frameOf } from '../placement.ts'
import type { Point, Ring } from '../geometry/plane.ts'
import { axisRing } from './axes.ts'
import { joined } from './kerbs.ts'
import { penOf } from './pen.ts'
import type { SurroundingFeature, SurroundingKind } from './pen.ts'
import { circle, grid, rounded, smooth, stroke } from './shapes.ts'
import { terrace } from './terrace.ts'
import { crowns } from './trees.ts'
import type { Area, Stroke, SurroundingsLayout } from './surroundingsLayout.ts'

export type { SurroundingFeature, SurroundingKind } from './pen.ts'

/** What lies around the sample, to draw beneath it, in the order green … label. GeoJSON in WGS 84. */
export interface Surroundings {
  readonly type: 'FeatureCollection'
  readonly features: readonly SurroundingFeature[]
  /** Whose drawing it is. */
  readonly credit: string
}

/** Radii at which kerbs turn from street to street, and the back edges of pavements, metres. */
const roadKerbM = 5
const pavementKerbM = 2.5

/** From below: a later kind is drawn over an earlier one. */
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
  const draw = penOf(frameOf({ ...placement, placed: true }))
  const streets = layout.streets.map((street) => ({ ...street, line: curve(street) }))
  const drives = layout.strokes
    .filter(({ kind }) => kind === 'road')
    .map((each) => ({ line: closed(each), widthM: each.widthM, walkM: 0 }))
  const water = layout.areas
    .filter(({ kind }) => kind === 'water')
    .map((area) => areaRings(area))
    .map(([outer = [], ...holes]) => ({ outer, holes }))
  const features = [
    ...layout.areas
      .filter(({ kind }) => kind !== 'road')
      .map((area) => draw.area(area.kind, areaRings(area))),
    ...layout.strokes
      .filter(({ kind }) => kind === 'path')
      .map((each) => draw.area('path', strokeRings(each))),
    ...joined(
      streets.map(({ line, widthM, walkM }) => stroke(line, widthM + 2 * walkM)),
      pavementKerbM,
    ).map(({ outer, holes }) => draw.area('path', [outer, ...holes])),
    ...joined(
      [
        ...streets.map(({ line, widthM }) => stroke(line, widthM)),
        ...layout.strokes.filter(({ kind }) => kind === 'road').map(strokeRings),
        ...layout.areas.filter(({ kind }) => kind === 'road').map(areaRings),
      ],
      roadKerbM,
    ).map(({ outer, holes }) => draw.area('road', [outer, ...holes])),
    ...streets.flatMap(({ line, name }) => (name ? [draw.line('label', line, { name, of: 'street' })] : [])),
    ...layout.grids.flatMap(({ kind, heightM, ...rows }) =>
      grid(rows).map((ring) => draw.area(kind, [ring], { heightM })),
    ),
    ...layout.buildings.map(({ ring, heightM, name }) => draw.area('building', [ring], { heightM, name })),
    ...layout.rows.flatMap((row) =>
      terrace(row).map(({ ring, heightM }) => draw.area('building', [ring], { heightM })),
    ),
    ...layout.walls.map((line) => draw.line('wall', line)),
    ...crowns(layout.trees, [...streets, ...drives], water).map((ring) => draw.area('tree', [ring])),
    ...layout.labels.map(({ name, at, of }) => draw.point('label', at, { name, of })),
  ]
  const byKind = features.toSorted(
    (a, b) => order.indexOf(a.properties.kind) - order.indexOf(b.properties.kind),
  )
  return { type: 'FeatureCollection', features: byKind, credit: layout.credit }
}

function curve({
  line,
  smooth: isSmooth,
  closed: isClosed,
  cornerM,
}: Partial<Stroke> & Pick<Stroke, 'line'>) {
  if (isSmooth) return smooth(line, isClosed)
  return cornerM === undefined ? line : rounded(line, cornerM)
}

function closed(each: Stroke): readonly Point[] {
  const line = curve(each)
  return each.closed ? [...line, line[0] as Point] : line
}

function strokeRings(each: Stroke): readonly Ring[] {
  return stroke(curve(each), each.widthM, each.closed)
}

function areaRings(area: Area): readonly Ring[] {
  if ('circle' in area) {
    const [x, y, radius] = area.circle
    return area.hole ? [circle(x, y, radius), circle(x, y, area.hole)] : [circle(x, y, radius)]
  }
  const rings = [area.ring, ...(area.holes ?? []).map(axisRing)]
  return area.smooth ? rings.map((ring) => smooth(ring, true)) : rings
}
