import { insideEvenOdd } from '../geometry/inside.ts'
import { bounds, type Box } from '../geometry/measure.ts'
import type { Point, Polygon, Segment } from '../geometry/plane.ts'
import { snapPoint } from '../geometry/plane.ts'
import { polygonEdges, rings } from '../geometry/ring.ts'
import { direction, distanceToSegment, midpoint, segmentLength } from '../geometry/segment.ts'
import type { ZoneId } from '../ids.ts'

/** A zone where it is to be, with its box. */
export interface Shape {
  readonly id: ZoneId
  readonly polygon: Polygon
  readonly box: Box
}

export type Sides = readonly [ZoneId | null, ZoneId | null]

/** A stretch of a line with the same zones beside it all along, metres from the line's start. */
export interface Stretch {
  readonly fromM: number
  readonly toM: number
  readonly sides: Sides
}

/**
 * How far from the line of an opening its zones may lie: where they share a wall, where it was drawn a little beside it, and where
 * there is a wall between them.
 */
export const exactReachM = 0.002
const finestReachM = 0.0003
export const thinReachM = 0.02
export const thickReachM = 0.5

const thinM = [0.01, 0.02] as const
const thickM = [...thinM, 0.06, 0.11, 0.16, 0.21, 0.26, 0.31, 0.36, 0.41, 0.46, 0.5] as const

/** Where zones are looked for, metres beside the line. */
function probesM(reachM: number): readonly number[] {
  return reachM <= finestReachM
    ? [finestReachM]
    : reachM <= exactReachM
      ? [0.0015]
      : reachM <= thinReachM
        ? thinM
        : thickM
}

export function shapeOf(id: ZoneId, polygon: Polygon): Shape {
  return { id, polygon, box: bounds(polygon.outer) ?? [0, 0, 0, 0] }
}

/** The shapes whose boxes come close to a segment made longer by so much at both ends. */
export function shapesNear(shapes: readonly Shape[], [a, b]: Segment, marginM: number): readonly Shape[] {
  const x0 = Math.min(a[0], b[0]) - marginM
  const x1 = Math.max(a[0], b[0]) + marginM
  const y0 = Math.min(a[1], b[1]) - marginM
  const y1 = Math.max(a[1], b[1]) + marginM
  return shapes.filter(({ box }) => box[0] <= x1 && x0 <= box[2] && box[1] <= y1 && y0 <= box[3])
}

/**
 * The stretches between two places along a segment's line with the same zones left and right, no farther away than
 * `reachM`; stretches shorter than a millimetre are left out.
 */
export function stretchesAlong(
  shapes: readonly Shape[],
  segment: Segment,
  fromM: number,
  toM: number,
  reachM: number,
): readonly Stretch[] {
  const [ox, oy] = segment[0]
  const [dx, dy] = direction(segment)
  const breaks = [fromM, toM]
  for (const { polygon } of shapes)
    for (const ring of rings(polygon))
      for (const [x, y] of ring) {
        const along = (x - ox) * dx + (y - oy) * dy
        const across = (y - oy) * dx - (x - ox) * dy
        if (along > fromM && along < toM && Math.abs(across) <= reachM) breaks.push(along)
      }
  breaks.sort((p, q) => p - q)
  const found: Stretch[] = []
  for (let at = 1; at < breaks.length; at += 1) {
    const [from, to] = [breaks[at - 1] as number, breaks[at] as number]
    if (to - from < 0.001) continue
    const middle = (from + to) / 2
    const sides = sidesAt(shapes, [ox + dx * middle, oy + dy * middle], [dx, dy], reachM)
    const last = found.at(-1)
    if (last && isSameSides(last.sides, sides) && from - last.toM < 0.001)
      found[found.length - 1] = { ...last, toM: to }
    else found.push({ fromM: from, toM: to, sides })
  }
  return found
}

/** The zones left and right of a point on a line of this direction. */
export function sidesAt(shapes: readonly Shape[], at: Point, d: Point, reachM: number): Sides {
  return [beside(shapes, at, [-d[1], d[0]], reachM), beside(shapes, at, [d[1], -d[0]], reachM)]
}

function beside(shapes: readonly Shape[], [x, y]: Point, [nx, ny]: Point, reachM: number): ZoneId | null {
  for (const away of probesM(reachM)) {
    const point: Point = [x + nx * away, y + ny * away]
    for (const { id, polygon, box } of shapes)
      if (
        box[0] <= point[0] &&
        point[0] <= box[2] &&
        box[1] <= point[1] &&
        point[1] <= box[3] &&
        insideEvenOdd(polygon, point)
      )
        return id
  }
  return null
}

export function isSameSides(a: Sides, b: Sides): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

/** The sides of an opening all along it; null where they change on the way. */
export function evenSides(shapes: readonly Shape[], segment: Segment, reachM: number): Sides | null {
  const lengthM = segmentLength(segment)
  const near = shapesNear(shapes, segment, reachM + 0.1)
  const stretches = stretchesAlong(
    near,
    segment,
    Math.min(0.001, lengthM / 4),
    lengthM - Math.min(0.001, lengthM / 4),
    reachM,
  )
  const [first] = stretches
  return first !== undefined && stretches.every(({ sides }) => isSameSides(sides, first.sides))
    ? first.sides
    : null
}

/** Sine of the largest angle between an opening and the wall it is put on (2°). */
const sameSine = 0.035

/** The nearest wall that runs along a segment, no farther than `reachM` from its middle; null where there is none. */
export function wallUnder(shapes: readonly Shape[], segment: Segment, reachM: number): Segment | null {
  const middle = midpoint(segment)
  const d = direction(segment)
  let best: Segment | null = null
  let least = reachM
  for (const { polygon } of shapesNear(shapes, segment, reachM))
    for (const edge of polygonEdges(polygon)) {
      const away = distanceToSegment(edge, middle)
      const [ex, ey] = direction(edge)
      if (away > least || Math.abs(d[0] * ey - d[1] * ex) > sameSine) continue
      least = away
      best = edge
    }
  return best
}

/** The segment put on the line of a wall; itself where it lies on it. */
export function ontoLine(segment: Segment, wall: Segment): Segment {
  const [ox, oy] = wall[0]
  const [ex, ey] = direction(wall)
  const put = ([x, y]: Point): Point => {
    const along = (x - ox) * ex + (y - oy) * ey
    return snapPoint([ox + ex * along, oy + ey * along])
  }
  const off = ([x, y]: Point) => Math.abs((y - oy) * ex - (x - ox) * ey)
  return Math.max(off(segment[0]), off(segment[1])) < 0.00012 ? segment : [put(segment[0]), put(segment[1])]
}

/** The sides of an opening that lies on its wall all along, to a third of a millimetre at its ends and its middle; else null. */
export function sidesOnWall(shapes: readonly Shape[], segment: Segment): Sides | null {
  const lengthM = segmentLength(segment)
  const [dx, dy] = direction(segment)
  const [x, y] = segment[0]
  const near = shapesNear(shapes, segment, exactReachM)
  const trim = Math.min(0.002, lengthM / 4)
  const [first, ...others] = [trim, lengthM / 2, lengthM - trim].map((m) =>
    sidesAt(near, [x + dx * m, y + dy * m], [dx, dy], finestReachM),
  )
  if (first === undefined || first[0] === first[1]) return null
  return others.every((sides) => isSameSides(sides, first)) ? first : null
}
