import { polygonEdges } from '../../src/premises/geometry/ring.ts'
import type { Polygon } from '../../src/premises/geometry/plane.ts'

/** The edges of a polygon's rings, four coordinates each (x0, y0, x1, y1), metres. */
export type Walls = Float64Array

export function wallsOf(polygon: Polygon): Walls {
  return Float64Array.from([...polygonEdges(polygon)].flatMap(([a, b]) => [...a, ...b]))
}

/** A hole not longer than this along the line across a way is an obstacle in it (a column), metres; longer, it parts two ways. */
const obstacleM = 2
/** Two parts of the line that are equally near to the point, metres. */
const same = 1e-4
/** The line across a way may lean so far: the least of these widths counts (turns of 0, ±11.25 and ±22.5 degrees). */
const turns: readonly (readonly [number, number])[] = [
  [1, 0],
  [0.98078528, 0.195090322],
  [0.98078528, -0.195090322],
  [0.923879533, 0.382683432],
  [0.923879533, -0.382683432],
]

/**
 * Clear width across a way at a point where it runs in direction (dx, dy): from wall to wall at right
 * angles, or slightly leaning where that is narrower; obstacles in between are passed on both sides, and their width is
 * taken off. Metres; 0 where the point lies in no part of the floor.
 */
export function widthAcrossM(walls: Walls, px: number, py: number, dx: number, dy: number): number {
  const length = Math.sqrt(dx * dx + dy * dy)
  if (!(length > 0)) return 0
  let least = Infinity
  for (const [c, s] of turns) {
    // At right angles to the way: (−dy, dx), turned.
    const nx = (-dy * c - dx * s) / length
    const ny = (dx * c - dy * s) / length
    const width = chord(walls, px, py, nx, ny)
    if (width > 0 && width < least) least = width
  }
  return least === Infinity ? 0 : least
}

/** Length of the line through a point that lies inside: the part around the point, with the parts beyond obstacles. */
function chord(walls: Walls, px: number, py: number, nx: number, ny: number): number {
  const cuts: number[] = []
  for (let w = 0; w < walls.length; w += 4) {
    const ax = walls[w]! - px
    const ay = walls[w + 1]! - py
    const bx = walls[w + 2]! - px
    const by = walls[w + 3]! - py
    const sideA = nx * ay - ny * ax
    const sideB = nx * by - ny * bx
    if (sideA > 0 === sideB > 0) continue
    const share = sideA / (sideA - sideB)
    cuts.push((ax + share * (bx - ax)) * nx + (ay + share * (by - ay)) * ny)
  }
  cuts.sort((a, b) => a - b)
  // Inside from an even cut to the next odd one. Start with the part that holds the point, or is nearest to it.
  let from = 0
  let nearest = Infinity
  for (let i = 0; i + 1 < cuts.length; i += 2) {
    const away = cuts[i]! > 0 ? cuts[i]! : cuts[i + 1]! < 0 ? -cuts[i + 1]! : 0
    const wider = cuts[i + 1]! - cuts[i]! > (cuts[from + 1] ?? 0) - (cuts[from] ?? 0)
    if (away < nearest - same || (away < nearest + same && wider)) {
      nearest = Math.min(away, nearest)
      from = i
    }
  }
  if (cuts.length < 2) return 0
  let width = cuts[from + 1]! - cuts[from]!
  for (let i = from; i - 2 >= 0 && cuts[i]! - cuts[i - 1]! <= obstacleM; i -= 2)
    width += cuts[i - 1]! - cuts[i - 2]!
  for (let i = from + 1; i + 2 < cuts.length && cuts[i + 1]! - cuts[i]! <= obstacleM; i += 2)
    width += cuts[i + 2]! - cuts[i + 1]!
  return width
}
