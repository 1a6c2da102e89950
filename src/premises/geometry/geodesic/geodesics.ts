import { gridPerMetre } from '../plane.ts'
import type { Point, Polygon } from '../plane.ts'
import { domainOf, foothold } from './domain.ts'
import type { Domain, Foothold } from './domain.ts'
import { fieldOf, reach } from './field.ts'
import type { Field } from './field.ts'
import { cornerGraph } from './visibility.ts'
import type { CornerGraph } from './visibility.ts'

/** A domain with its corner graph: made once per zone, then asked for any number of doors and places. */
export interface WalkArea {
  readonly domain: Domain
  readonly corners: CornerGraph
}

/** A zone ready for shortest paths; null where its polygon has no area. Time grows with reflex corners² × corners. */
export function walkAreaOf(polygon: Polygon): WalkArea | null {
  const domain = domainOf(polygon)
  return domain && { domain, corners: cornerGraph(domain) }
}

/** Shortest ways inside one zone, from each source to each target. */
export interface Geodesics {
  /** lengths[source × targets.length + target], metres, the hops from and to the points in the walls included. */
  readonly lengths: Float64Array
  /** The way as x0, y0, x1, y1, … in metres, from the source's own point to the target's. */
  readonly line: (source: number, target: number) => number[]
}

/**
 * Exact shortest ways inside a polygon with holes (to the 0.1 mm grid). Points outside it (doors in walls) start from the
 * nearest place of the zone. A polygon without area gives straight lines.
 */
export function geodesics(
  zone: Polygon | WalkArea | null,
  sources: readonly Point[],
  targets: readonly Point[],
): Geodesics {
  const walk = zone !== null && 'outer' in zone ? walkAreaOf(zone) : zone
  const lengths = new Float64Array(sources.length * targets.length)
  if (walk === null) return straight(lengths, sources, targets)
  const { domain } = walk
  const ends = targets.map((point) => foothold(domain, point))
  const fields = sources.map((point) => fieldFrom(walk, [foothold(domain, point)]))
  fields.forEach((field, source) => {
    ends.forEach((end, target) => {
      lengths[source * targets.length + target] = (reach(field, end.x, end.y).length + end.hop) / gridPerMetre
    })
  })
  return {
    lengths,
    line: (source, target) => {
      const [from, to, end, field] = [sources[source], targets[target], ends[target], fields[source]]
      return from && to && end && field ? lineTo(field, end, from, to) : []
    },
  }
}

/** The field of several footholds; each starts with its hop and, if given, with a length already walked (metres). */
export function fieldFrom(walk: WalkArea, starts: readonly Foothold[], walkedM?: readonly number[]): Field {
  const sourceX = Float64Array.from(starts, (start) => start.x)
  const sourceY = Float64Array.from(starts, (start) => start.y)
  const start = Float64Array.from(starts, ({ hop }, index) => hop + (walkedM?.[index] ?? 0) * gridPerMetre)
  return fieldOf(walk.domain, walk.corners, sourceX, sourceY, start)
}

/** The way from the field's source to a place, as coordinates in metres; `from` and `to` are the points asked for. */
export function lineTo(field: Field, end: Foothold, from: Point, to: Point): number[] {
  const { domain, sourceX, sourceY } = field
  const back: Point[] = [to, metres(domain, end.x, end.y)]
  let at = reach(field, end.x, end.y).from
  for (; at >= 0; at = field.from[at]!) {
    const v = domain.reflex[at]!
    back.push(metres(domain, domain.x[v]!, domain.y[v]!))
  }
  const source = -1 - at
  back.push(metres(domain, sourceX[source]!, sourceY[source]!), from)
  const line: number[] = []
  for (const [x, y] of back.toReversed()) {
    const last = line.length
    if (last > 0 && near(line[last - 2]!, x) && near(line[last - 1]!, y)) continue
    line.push(x, y)
  }
  return line
}

function metres({ originX, originY }: Domain, x: number, y: number): Point {
  return [(x + originX) / gridPerMetre, (y + originY) / gridPerMetre]
}

/** The same place but for rounding to the grid. */
function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 3 / gridPerMetre
}

function straight(lengths: Float64Array, sources: readonly Point[], targets: readonly Point[]): Geodesics {
  sources.forEach(([x0, y0], source) => {
    targets.forEach(([x1, y1], target) => {
      lengths[source * targets.length + target] = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0))
    })
  })
  return { lengths, line: (source, target) => [...(sources[source] ?? []), ...(targets[target] ?? [])] }
}
