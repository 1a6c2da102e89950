import type { Point } from '../geometry/plane.ts'
import { frameOf } from '../placement.ts'
import type { Drawn, FlatLine } from './drawn.ts'
import { penOf } from './pen.ts'
import type { SurroundingFeature } from './pen.ts'
import { treeCrown } from './rounds.ts'

export type { SurroundingFeature, SurroundingKind } from './pen.ts'

/** What lies around the sample, to draw beneath it, in the order green … label. GeoJSON in WGS 84. */
export interface Surroundings {
  readonly type: 'FeatureCollection'
  readonly features: readonly SurroundingFeature[]
  /** Whose drawing it is. */
  readonly credit: string
}

/** Kinds of polygons from below: a later one is drawn over an earlier one; green to road do not overlap. */
const surfaces = ['green', 'water', 'path', 'road', 'parking'] as const

/** The stored drawing as features at the sample's place on the earth. */
export function surroundingsOf(
  drawn: Drawn,
  placement: { readonly longitude: number; readonly latitude: number; readonly bearingDeg: number },
): Surroundings {
  const pen = penOf(frameOf({ ...placement, placed: true }))
  const features = [
    ...surfaces.flatMap((kind) => drawn.polygons[kind].map((rings) => pen.area(kind, rings.map(points)))),
    ...drawn.polygons.building.map((rings, index) =>
      pen.area('building', rings.map(points), { heightM: drawn.heightsM[index] }),
    ),
    ...drawn.walls.map((line) => pen.line('wall', points(line))),
    ...drawn.trees.map(([x, y, radius], index) =>
      pen.area('tree', [treeCrown([x / 100, y / 100], radius / 100, index)]),
    ),
    ...drawn.streets.map(({ name, line }) => pen.line('label', points(line), { name, of: 'street' })),
    ...drawn.labels.map(({ name, at, of }) =>
      pen.point('label', [(at[0] ?? 0) / 100, (at[1] ?? 0) / 100], { name, of }),
    ),
  ]
  return { type: 'FeatureCollection', features, credit: drawn.credit }
}

/** Points in metres from a flat list of centimetres. */
function points(flat: FlatLine): readonly Point[] {
  return Array.from({ length: flat.length / 2 }, (_, index) => [
    (flat[2 * index] ?? 0) / 100,
    (flat[2 * index + 1] ?? 0) / 100,
  ])
}
