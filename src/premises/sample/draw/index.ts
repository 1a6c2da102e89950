import type { Point, Ring } from '../../geometry/plane.ts'
import type { Drawn, FlatLine } from '../drawn.ts'
import { grid, lineOf } from './shapes.ts'
import { areaPolygon, surfacesOf } from './surfaces.ts'
import { terrace } from './terrace.ts'
import { treesOf } from './trees.ts'
import type { Carriageway } from './trees.ts'
import type { Stroke, SurroundingsPlan } from './plan.ts'

/**
 * The surroundings drawn from their plan: streets from centre lines, terraces of houses, trees. It takes too long for the
 * start of the app, so the result is stored.
 */
export function drawnFrom(plan: SurroundingsPlan): Drawn {
  const surfaces = surfacesOf(plan)
  const streets = plan.streets.map((street) => ({ ...street, line: lineOf(street) }))
  const drives = plan.strokes.filter(({ kind }) => kind === 'road').map(drive)
  const buildings = [...rows(plan, 'building'), ...plan.buildings, ...plan.rows.flatMap(terrace)]
  const surface = (kind: keyof typeof surfaces) =>
    surfaces[kind].map(({ outer, holes }) => [outer, ...holes].map(flat))
  return {
    credit: plan.credit,
    polygons: {
      green: surface('green'),
      water: surface('water'),
      path: surface('path'),
      road: surface('road'),
      parking: [
        ...plan.areas.filter(({ kind }) => kind === 'parking').map((area) => areaPolygon(area).outer),
        ...rows(plan, 'parking').map(({ ring }) => ring),
      ].map((ring) => [flat(ring)]),
      building: buildings.map(({ ring }) => [flat(ring)]),
    },
    heightsM: buildings.map(({ heightM }) => Math.round(heightM * 10) / 10),
    walls: plan.walls.map(flat),
    trees: treesOf(plan.trees, [...streets, ...drives], surfaces.water).map(({ at, radius }) => [
      centimetres(at[0]),
      centimetres(at[1]),
      centimetres(radius),
    ]),
    streets: streets.flatMap(({ name, line }) => (name ? [{ name, line: flat(line) }] : [])),
    labels: plan.labels.map(({ name, at, of }) => ({ name, at: flat([at]), of })),
  }
}

function rows(plan: SurroundingsPlan, kind: 'parking' | 'building') {
  return plan.grids
    .filter((each) => each.kind === kind)
    .flatMap(({ heightM = 0, ...each }) => grid(each).map((ring: Ring) => ({ ring, heightM })))
}

function drive(each: Stroke): Carriageway {
  const line = lineOf(each)
  return { line: each.closed ? [...line, line[0] as Point] : line, widthM: each.widthM, walkM: 0 }
}

function flat(points: readonly Point[]): FlatLine {
  return points.flatMap(([x, y]) => [centimetres(x), centimetres(y)])
}

function centimetres(metres: number): number {
  return Math.round(metres * 100) + 0
}
