import { insideEvenOdd } from '../../src/premises/geometry/inside.ts'
import { area, bounds } from '../../src/premises/geometry/measure.ts'
import type { Point, Polygon } from '../../src/premises/geometry/plane.ts'
import { ringLength } from '../../src/premises/geometry/ring.ts'
import { distance } from '../../src/premises/geometry/segment.ts'
import { lengthPerMetre } from '../routes/measure.ts'
import { lengthFrom, lengthsTo, lineBetween, lineFrom } from '../routes/piece.ts'
import type { Piece } from '../routes/piece.ts'
import { wallsOf, widthAcrossM } from './throat.ts'
import type { Walls } from './throat.ts'

/**
 * What the hydraulic model asks of the shape of a place: where its people stand, and how wide the ways through it are.
 * Computed when first asked for, and kept as long as the piece is (its polygon and terminals are the same).
 */
interface Shape {
  points: readonly Point[] | null
  walls: Walls | null
  readonly fromPoints: (Float64Array | undefined)[]
  readonly widths: Map<number, Float64Array>
}

const shapes = new WeakMap<Piece, Shape>()

/** About so many points stand for the people of a zone. */
const pointsPerZone = 36
/** Distance between two places along a way where its width is measured, metres. */
export const widthStepM = 0.5
/** So near to a door its reveal, and the walls beside it, are the door's business, metres. */
const revealM = 0.75

function shapeOf(piece: Piece): Shape {
  const known = shapes.get(piece)
  if (known) return known
  const shape = { points: null, walls: null, fromPoints: [], widths: new Map<number, Float64Array>() }
  shapes.set(piece, shape)
  return shape
}

/** Points of an even lattice in the zone, each standing for the same share of its people; at least one. */
export function standingPoints(piece: Piece): readonly Point[] {
  const shape = shapeOf(piece)
  shape.points ??= latticeOf(piece)
  return shape.points
}

/** From every standing point to terminal i by the shortest way, 0.01 mm. */
export function lengthsFromPoints(piece: Piece, i: number): Float64Array {
  const { fromPoints } = shapeOf(piece)
  return (fromPoints[i] ??= Float64Array.from(standingPoints(piece), (point) => lengthFrom(piece, point, i)))
}

/** Straight distance between two standing points, 0.01 mm: no way between them is shorter. */
export function betweenPoints(piece: Piece, a: number, b: number): number {
  const points = standingPoints(piece)
  return distance(points[a] as Point, points[b] as Point) * lengthPerMetre
}

/**
 * Clear width of the way from terminal j (or, from `terminals.length` on, from a standing point) to terminal i, metres,
 * at every half metre from i on: the least between two such places. Infinity beside the two ends, which are the doors'
 * business.
 */
export function widthsAlong(piece: Piece, j: number, i: number): Float64Array {
  const shape = shapeOf(piece)
  const count = piece.terminals.length
  const key = j * count + i
  const known = shape.widths.get(key)
  if (known) return known
  shape.walls ??= wallsOf(piece.polygon)
  const point = j < count ? null : (standingPoints(piece)[j - count] as Point)
  const line = point ? lineFrom(piece, point, i) : lineBetween(piece, j, i, 'shortest')
  const lengths = point ? lengthsFromPoints(piece, i)[j - count]! : lengthsTo(piece, i, 'shortest')[j]!
  const widths = widthsOf(shape.walls, line, lengths / lengthPerMetre)
  shape.widths.set(key, widths)
  return widths
}

/** Width of the rectangle with the area and perimeter of the polygon; of a bent corridor, that of the straightened one. */
export function meanWidthM(polygon: Polygon): number {
  const half = ringLength(polygon.outer) / 2
  return (half - Math.sqrt(Math.max(0, half * half - 4 * area(polygon)))) / 2
}

function latticeOf({ polygon, terminals }: Piece): readonly Point[] {
  const box = bounds(polygon.outer)
  const spacing = Math.sqrt(area(polygon) / pointsPerZone)
  const points: Point[] = []
  if (box && spacing > 0) {
    const [left, low, right, high] = box
    const columns = evenCount((right - left) / spacing)
    const rows = evenCount((high - low) / spacing)
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const x = left + ((right - left) * (column + 0.5)) / columns
        const y = low + ((high - low) * (row + 0.5)) / rows
        if (insideEvenOdd(polygon, [x, y])) points.push([x, y])
      }
    }
  }
  // A sliver between all lattice points: its corners stand for it.
  if (points.length === 0) points.push(...polygon.outer.slice(0, pointsPerZone))
  if (points.length === 0) points.push(terminals[0] ?? [0, 0])
  return points
}

/** An even number, so that no row stands in the middle between two doors; one where there is room for one only. */
function evenCount(wanted: number): number {
  return wanted < 1.5 ? 1 : 2 * Math.round(wanted / 2)
}

/** Walks the line (from j to i) and measures between its bends; distances are counted from i. */
function widthsOf(walls: Walls, line: readonly number[], lengthM: number): Float64Array {
  const widths = new Float64Array(Math.max(1, Math.ceil(lengthM / widthStepM))).fill(Infinity)
  let behind = 0
  for (let p = line.length - 4; p >= 0; p -= 2) {
    const [ax, ay, bx, by] = [line[p + 2]!, line[p + 3]!, line[p]!, line[p + 1]!]
    const [dx, dy] = [bx - ax, by - ay]
    const stretch = Math.sqrt(dx * dx + dy * dy)
    // Not at the bends themselves: a line across through a corner of the walls sees both sides of it.
    const places = Math.max(1, Math.ceil(stretch / (widthStepM / 2)))
    for (let n = 0; n < places; n++) {
      const at = (stretch * (n + 0.5)) / places
      const from = behind + at
      if (from < revealM || lengthM - from < revealM) continue
      const width = widthAcrossM(walls, ax + (dx * at) / stretch, ay + (dy * at) / stretch, dx, dy)
      const slot = Math.min(widths.length - 1, Math.floor(from / widthStepM))
      if (width > 0 && width < widths[slot]!) widths[slot] = width
    }
    behind += stretch
  }
  return widths
}
