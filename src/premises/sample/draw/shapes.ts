import { insideEvenOdd } from '../../geometry/inside.ts'
import { rectangle, signedArea } from '../../geometry/ring.ts'
import { along, distance, leftNormal } from '../../geometry/segment.ts'
import type { Point, Ring } from '../../geometry/plane.ts'
import { sequence } from '../rounds.ts'
import type { FurnitureRows } from '../layout.ts'

/** Points of a smooth curve through the given ones (Catmull–Rom). */
export function smooth(points: readonly Point[], closed = false, pieces = 7): readonly Point[] {
  const at = (index: number): Point =>
    points[
      closed ? (index + points.length) % points.length : Math.min(Math.max(index, 0), points.length - 1)
    ] as Point
  const spans = closed ? points.length : points.length - 1
  const curve = Array.from({ length: spans * pieces }, (_, step) => {
    const index = Math.floor(step / pieces)
    return spline([at(index - 1), at(index), at(index + 1), at(index + 2)], (step % pieces) / pieces)
  })
  return closed ? curve : [...curve, at(spans)]
}

function spline([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point {
  const value = (i: 0 | 1) =>
    b[i] +
    (t *
      (c[i] - a[i] + t * (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i] + t * (3 * (b[i] - c[i]) + d[i] - a[i])))) /
      2
  return [value(0), value(1)]
}

/** A closed line with its corners rounded off, as a kerb turns. */
function rounded(line: readonly Point[], radius: number, pieces = 6): readonly Point[] {
  return line.flatMap((corner, index) => {
    const towards = (other: Point) => along([corner, other], radius / distance(corner, other))
    const from = towards(line[(index + line.length - 1) % line.length] as Point)
    const to = towards(line[(index + 1) % line.length] as Point)
    return Array.from({ length: pieces + 1 }, (_, step) => {
      const share = step / pieces
      return along([along([from, corner], share), along([corner, to], share)], share)
    })
  })
}

/** The line of a street or stroke as it is drawn: smoothed, or with rounded corners, where it says so. */
export function lineOf(drawn: {
  readonly line: readonly Point[]
  readonly smooth?: boolean
  readonly closed?: boolean
  readonly cornerM?: number
}): readonly Point[] {
  if (drawn.smooth) return smooth(drawn.line, drawn.closed)
  return drawn.cornerM === undefined ? drawn.line : rounded(drawn.line, drawn.cornerM)
}

/** A line drawn with a width: one ring, or an outer ring and a hole where it is closed. Corners are mitred. */
export function stroke(line: readonly Point[], widthM: number, closed = false): readonly Ring[] {
  const left = beside(line, widthM / 2, closed)
  const right = beside(line, -widthM / 2, closed)
  if (!closed) return [[...right, ...left.toReversed()]]
  return Math.abs(signedArea(right)) > Math.abs(signedArea(left)) ? [right, left] : [left, right]
}

/** The line moved to its left by `offset` metres. */
function beside(line: readonly Point[], offset: number, closed: boolean): readonly Point[] {
  return line.map((point, index) => {
    const before = line[closed ? (index + line.length - 1) % line.length : index - 1]
    const after = line[closed ? (index + 1) % line.length : index + 1]
    const n1 = before ? leftNormal([before, point]) : leftNormal([point, after as Point])
    const n2 = after ? leftNormal([point, after]) : n1
    const scale = offset / (1 + n1[0] * n2[0] + n1[1] * n2[1])
    return [point[0] + (n1[0] + n2[0]) * scale, point[1] + (n1[1] + n2[1]) * scale]
  })
}

/** Points at even steps along a line, moved to its left by `offset` metres; half a step from both ends at least. */
export function walked(line: readonly Point[], everyM: number, offset: number): readonly Point[] {
  const points: Point[] = []
  let next = offset === 0 ? 0 : everyM / 2
  line.slice(1).forEach((to, index) => {
    const edge = [line[index] as Point, to] as const
    const length = distance(...edge)
    const [nx, ny] = leftNormal(edge)
    for (; next <= length; next += everyM) {
      const [x, y] = along(edge, next / length)
      points.push([x + nx * offset, y + ny * offset])
    }
    next -= length
  })
  return points
}

/** Equal rectangles in rows. */
export function grid({ from, size, step, count }: FurnitureRows): readonly Ring[] {
  return Array.from({ length: count[0] * count[1] }, (_, index) => {
    const x = from[0] + (index % count[0]) * step[0]
    const y = from[1] + Math.floor(index / count[0]) * step[1]
    return rectangle(x, y, x + size[0], y + size[1]).outer
  })
}

/** Up to `count` points inside a ring, none closer to another than 1.5 times `spacing`. */
export function scattered(ring: Ring, count: number, seed: number, spacing: number): readonly Point[] {
  const random = sequence(seed)
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  const [x0, y0] = [Math.min(...xs), Math.min(...ys)]
  const [width, depth] = [Math.max(...xs) - x0, Math.max(...ys) - y0]
  const points: Point[] = []
  for (let attempt = 0; attempt < count * 30 && points.length < count; attempt += 1) {
    const point: Point = [x0 + random() * width, y0 + random() * depth]
    if (
      insideEvenOdd({ outer: ring, holes: [] }, point) &&
      points.every((other) => distance(other, point) > spacing * 1.5)
    )
      points.push(point)
  }
  return points
}
