import type { Point, Polygon } from '../premises/geometry/plane.ts'
import { rings } from '../premises/geometry/ring.ts'

/** A rectangle inside a polygon, in the polygon's coordinates turned by the angle that was asked for. */
export interface FreeRectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Cells along the longer side of the raster. */
const finest = 36

/**
 * The largest upright rectangles that fit into a polygon, after turning it by −`angle` radians: where a text that runs
 * along `angle` has room. Found on a raster of at most 36 × 36 cells (largest rectangles under a histogram, row by row),
 * so an edge may lie up to one cell inside the true one.
 */
export function freeRectangles(polygon: Polygon, angle = 0): readonly FreeRectangle[] {
  const turned = rings(polygon).map((ring) => ring.map((point) => turnedBy(point, -angle)))
  const outer = turned[0] ?? []
  if (outer.length < 3) return []
  const xs = outer.map((point) => point[0])
  const ys = outer.map((point) => point[1])
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [width, height] = [right - left, top - bottom]
  if (!(width > 0) || !(height > 0)) return []
  const cell = Math.max(width, height) / finest
  const columns = Math.max(4, Math.ceil(width / cell))
  const rows = Math.max(4, Math.ceil(height / cell))
  const inside = nodesInside(turned, { left, bottom, width, height, columns, rows })
  const cw = width / columns
  const ch = height / rows
  const found: FreeRectangle[] = []
  const heights = new Uint16Array(columns + 1)
  // For the row above: how many cells up to a column are free. A rectangle that could grow into it is not the largest.
  const above = new Uint16Array(columns + 1)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      heights[column] = cellInside(inside, columns, row, column) ? heights[column]! + 1 : 0
      const free = row + 1 < rows && cellInside(inside, columns, row + 1, column) ? 1 : 0
      above[column + 1] = above[column]! + free
    }
    const stack: number[] = []
    for (let column = 0; column <= columns; column += 1) {
      while (stack.length > 0 && heights[stack[stack.length - 1]!]! >= heights[column]!) {
        const tall = heights[stack.pop()!]!
        const from = stack.length > 0 ? stack[stack.length - 1]! + 1 : 0
        const grows = above[column]! - above[from]! === column - from
        const goesOn = column < columns && tall === heights[column]!
        if (tall > 0 && !grows && !goesOn) {
          found.push({
            x: left + from * cw,
            y: bottom + (row + 1 - tall) * ch,
            width: (column - from) * cw,
            height: tall * ch,
          })
        }
      }
      stack.push(column)
    }
  }
  return found
}

export function turnedBy([x, y]: Point, angle: number): Point {
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  return [x * c - y * s, x * s + y * c]
}

interface Raster {
  readonly left: number
  readonly bottom: number
  readonly width: number
  readonly height: number
  readonly columns: number
  readonly rows: number
}

/** Even–odd test of the raster's nodes, row by row; the outermost nodes are taken a hair inside the bounding box. */
function nodesInside(shape: readonly (readonly Point[])[], raster: Raster): Uint8Array {
  const { left, bottom, width, height, columns, rows } = raster
  const nodes = new Uint8Array((columns + 1) * (rows + 1))
  for (let row = 0; row <= rows; row += 1) {
    const y = bottom + height * inset(row / rows)
    const crossings: number[] = []
    for (const ring of shape) {
      for (let index = 0; index < ring.length; index += 1) {
        const [ax, ay] = ring[index] as Point
        const [bx, by] = ring[(index + 1) % ring.length] as Point
        if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax))
      }
    }
    crossings.sort((a, b) => a - b)
    let next = 0
    for (let column = 0; column <= columns; column += 1) {
      const x = left + width * inset(column / columns)
      while (next < crossings.length && crossings[next]! < x) next += 1
      nodes[row * (columns + 1) + column] = next % 2
    }
  }
  return nodes
}

function inset(share: number): number {
  return 0.001 + share * 0.998
}

function cellInside(nodes: Uint8Array, columns: number, row: number, column: number): boolean {
  const at = row * (columns + 1) + column
  return nodes[at]! + nodes[at + 1]! + nodes[at + columns + 1]! + nodes[at + columns + 2]! === 4
}
