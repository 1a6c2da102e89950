import { difference, union } from '../../geometry/polygonOps.ts'
import { area } from '../../geometry/measure.ts'
import { normalised, oriented } from '../../geometry/ring.ts'
import { along, distance } from '../../geometry/segment.ts'
import type { Point, Polygon, Ring } from '../../geometry/plane.ts'
import { axisRing } from '../axes.ts'
import { withKerbs } from './kerbs.ts'
import { circle } from '../rounds.ts'
import { lineOf, smooth, stroke } from './shapes.ts'
import type { Area, Stroke, SurroundingsPlan } from './plan.ts'

/** Radii at which kerbs turn from street to street, and the back edges of pavements, metres. */
const roadKerbM = 5
const pavementKerbM = 2.5

export type Surface = 'green' | 'water' | 'path' | 'road'

/**
 * What the ground is made of, each spot of one surface only: roads lie over paths, paths over water, water over green. So
 * no edge shows through another surface, in whatever order they are drawn.
 */
export function surfacesOf({
  areas,
  strokes,
  streets,
}: SurroundingsPlan): Readonly<Record<Surface, readonly Polygon[]>> {
  const drawn = (kind: Surface): Polygon[] => [
    ...areas.filter((area) => area.kind === kind).map(areaPolygon),
    ...strokes.filter((each) => each.kind === kind).map(strokePolygon),
  ]
  const lines = streets.map((street) => ({ ...street, line: lineOf(street) }))
  const carriageways = lines.map(({ line, widthM }) => asPolygon(stroke(longer(line), widthM)))
  const pavements = lines.map(({ line, widthM, walkM }) => asPolygon(stroke(line, widthM + 2 * walkM)))
  const road = withKerbs(union([...carriageways, ...drawn('road')]), roadKerbM)
  const path = cut([...withKerbs(union(pavements), pavementKerbM), ...drawn('path')], road)
  const water = cut(drawn('water'), [...road, ...path])
  return { green: cut(drawn('green'), [...road, ...path, ...water]), water, path, road }
}

/** The line with a metre added at both ends: where a street leaves the drawing, its carriageway ends beyond its pavements. */
function longer(line: readonly Point[]): readonly Point[] {
  const beyond = (end: Point, before: Point): Point => along([before, end], 1 + 1 / distance(before, end))
  const [first, second] = line
  const [last, beforeLast] = [line[line.length - 1], line[line.length - 2]]
  if (!first || !second || !last || !beforeLast) return line
  return [beyond(first, second), ...line.slice(1, -1), beyond(last, beforeLast)]
}

/** Splinters that are left where edges nearly coincide are smaller than this, square metres. */
const splinterM2 = 0.5

function cut(from: readonly Polygon[], take: readonly Polygon[]): readonly Polygon[] {
  return difference(from, take)
    .map((polygon) => normalised(polygon, 0.02))
    .filter((polygon) => area(polygon) > splinterM2)
}

function strokePolygon(each: Stroke): Polygon {
  return asPolygon(stroke(lineOf(each), each.widthM, each.closed))
}

/** An area of the layout as it was drawn, before others are laid over it. */
export function areaPolygon(area: Area): Polygon {
  if ('circle' in area) {
    const [x, y, radius] = area.circle
    return asPolygon(area.hole ? [circle(x, y, radius), circle(x, y, area.hole)] : [circle(x, y, radius)])
  }
  const rings = [area.ring, ...(area.holes ?? []).map(axisRing)]
  return asPolygon(area.smooth ? rings.map((ring) => smooth(ring, true)) : rings)
}

function asPolygon([outer = [], ...holes]: readonly Ring[]): Polygon {
  return { outer: oriented(outer, true), holes: holes.map((hole) => oriented(hole, false)) }
}
