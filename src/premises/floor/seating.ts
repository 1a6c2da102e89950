import { snapPoint } from '../geometry/plane.ts'
import type { Point, Segment } from '../geometry/plane.ts'
import { direction, segmentLength } from '../geometry/segment.ts'
import type { OpeningId } from '../ids.ts'
import type { Opening } from '../model.ts'
import {
  evenSides,
  exactReachM,
  isSameSides,
  ontoLine,
  shapesNear,
  sidesOnWall,
  stretchesAlong,
  thinReachM,
  wallUnder,
} from './besides.ts'
import type { Shape, Sides } from './besides.ts'

/** An opening narrower than this is taken out instead of squeezed in. */
const narrowestM = 0.3

/** Where the openings of a level are, those that have been moved where they are now. */
export type Taken = Map<OpeningId, Segment>

export interface Found {
  readonly segment: Segment
  readonly sides: Sides
  readonly isNarrower: boolean
}

export function joinsNothing([left, right]: Sides): boolean {
  return left === right
}

/**
 * Where an opening that was put somewhere comes to lie exactly: between zones that share their wall, on it, and within the straight
 * piece under its middle where the wall bends. Null where it does not lie in one wall.
 */
export function seated(shapes: readonly Shape[], segment: Segment, reachM: number): Found | null {
  if (reachM > thinReachM) {
    const sides = evenSides(shapes, segment, reachM)
    return sides === null || joinsNothing(sides) ? null : { segment, sides, isNarrower: false }
  }
  const wall = wallUnder(shapes, segment, thinReachM)
  if (wall === null) return null
  const on = ontoLine(segment, wall)
  const sides = sidesOnWall(shapes, on)
  const even = evenSides(shapes, on, exactReachM)
  if (sides !== null && even !== null && isSameSides(sides, even))
    return { segment: on, sides, isNarrower: false }
  const range = extent(on, wall)
  if (range === null) return null
  const [widthM, clearM] = [segmentLength(on), 0.001]
  const width = Math.min(widthM, range[1] - range[0] - 2 * clearM)
  if (width < Math.min(narrowestM, widthM)) return null
  const start = Math.min(Math.max((widthM - width) / 2, range[0] + clearM), range[1] - clearM - width)
  const within = piece(on, start, start + width)
  const found = sidesOnWall(shapes, within)
  return found === null ? null : { segment: within, sides: found, isNarrower: width < widthM - 0.0005 }
}

/** The nearest place along the line of an opening that lies in one wall, clear of other openings where there is room; null where no wall is left. */
export function nearestPlace(
  shapes: readonly Shape[],
  { id, sides: joined }: Opening,
  segment: Segment,
  reachM: number,
  taken: Taken,
): Found | null {
  const widthM = segmentLength(segment)
  const aroundM = widthM + 0.5
  const near = shapesNear(shapes, segment, aroundM + reachM)
  const walls = stretchesAlong(near, segment, -aroundM, widthM + aroundM, reachM).filter(
    ({ sides }) => !joinsNothing(sides),
  )
  const others = [...taken]
    .flatMap(([other, place]) => (other === id ? [] : [extent(segment, place)]))
    .filter((e) => e !== null)
  const free = walls.flatMap((wall) => clearOf(wall, others))
  for (const stretches of [free, walls]) {
    let best: (Found & { readonly cost: number }) | null = null
    for (const { fromM, toM, sides } of stretches) {
      const clear = Math.min(0.001, (toM - fromM) / 4)
      const roomM = toM - fromM - 2 * clear
      const width = Math.min(widthM, roomM)
      if (width < Math.min(narrowestM, widthM)) continue
      const start = Math.min(Math.max((widthM - width) / 2, fromM + clear), toM - clear - width)
      const kept = sides.filter((side) => side !== null && joined.includes(side)).length
      // Most of all it should fit; then join what it joined; then be near.
      const cost = (widthM - width) * 100 - kept * 10 + Math.abs(start + width / 2 - widthM / 2)
      if (best !== null && best.cost <= cost) continue
      best = {
        segment: piece(segment, start, start + width),
        sides,
        isNarrower: width < widthM - 0.0005,
        cost,
      }
    }
    if (best === null) continue
    const put = seated(shapes, best.segment, reachM)
    return put === null ? best : { ...put, isNarrower: put.isNarrower || best.isNarrower }
  }
  return null
}

/** The ends of another opening along this one's line; null where it lies in another wall. */
export function extent(line: Segment, [a, b]: Segment): readonly [number, number] | null {
  const [dx, dy] = direction(line)
  const along = ([x, y]: Point) => (x - line[0][0]) * dx + (y - line[0][1]) * dy
  const across = ([x, y]: Point) => Math.abs((y - line[0][1]) * dx - (x - line[0][0]) * dy)
  if (across(a) > 0.1 || across(b) > 0.1) return null
  return [Math.min(along(a), along(b)), Math.max(along(a), along(b))]
}

function clearOf<T extends { readonly fromM: number; readonly toM: number }>(
  stretch: T,
  others: readonly (readonly [number, number])[],
): readonly T[] {
  return others.reduce<readonly T[]>(
    (left, [from, to]) =>
      left.flatMap((each) =>
        to <= each.fromM || from >= each.toM
          ? [each]
          : [
              { ...each, toM: Math.max(each.fromM, from) },
              { ...each, fromM: Math.min(each.toM, to) },
            ].filter(({ fromM, toM }) => toM - fromM > 0.001),
      ),
    [stretch],
  )
}

function piece([a, b]: Segment, fromM: number, toM: number): Segment {
  const [dx, dy] = direction([a, b])
  return [snapPoint([a[0] + dx * fromM, a[1] + dy * fromM]), snapPoint([a[0] + dx * toM, a[1] + dy * toM])]
}
