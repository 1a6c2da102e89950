import FlatQueue from 'flatqueue'
import { distanceToBoundary, insideEvenOdd } from './inside.ts'
import { bounds, centroid } from './measure.ts'
import type { Point, Polygon } from './plane.ts'

/** The middle of the largest circle inside a polygon, and its radius in metres. */
export interface LabelPoint {
  readonly point: Point
  readonly radiusM: number
}

interface Cell {
  readonly x: number
  readonly y: number
  readonly half: number
  /** Distance to the boundary, negative outside. */
  readonly d: number
}

/**
 * The pole of inaccessibility, within `precisionM`: the point farthest from the boundary, where a label has most room
 * (quadtree search as in V. Agafonkin, "A new algorithm for finding a visual center of a polygon", 2016). The centroid
 * wins where it is as good.
 */
export function labelPoint(polygon: Polygon, precisionM = 0.05): LabelPoint {
  const box = bounds(polygon.outer)
  const middle = centroid(polygon)
  if (box === null) return { point: middle, radiusM: 0 }
  const [x0, y0, x1, y1] = box
  const least = Math.min(x1 - x0, y1 - y0)
  const cell = Math.max(least, Math.max(x1 - x0, y1 - y0) / 200)
  const precision = Math.max(precisionM, cell / 1000)
  let best = probe(polygon, middle[0], middle[1], 0)
  if (least <= 0) return { point: [best.x, best.y], radiusM: 0 }
  const centre = probe(polygon, (x0 + x1) / 2, (y0 + y1) / 2, 0)
  if (centre.d > best.d + 1e-9) best = centre
  const queue = new FlatQueue<Cell>()
  const push = (x: number, y: number, half: number) => {
    const next = probe(polygon, x, y, half)
    if (next.d > best.d + 1e-9) best = next
    if (reach(next) > best.d + precision) queue.push(next, -reach(next))
  }
  for (let x = x0; x < x1; x += cell)
    for (let y = y0; y < y1; y += cell) push(x + cell / 2, y + cell / 2, cell / 2)
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (reach(next) - best.d <= precision) break
    const half = next.half / 2
    push(next.x - half, next.y - half, half)
    push(next.x + half, next.y - half, half)
    push(next.x - half, next.y + half, half)
    push(next.x + half, next.y + half, half)
  }
  return { point: [best.x, best.y], radiusM: Math.max(0, best.d) }
}

/** The most that any point of the cell can be away from the boundary. */
function reach(cell: Cell): number {
  return cell.d + cell.half * Math.SQRT2
}

function probe(polygon: Polygon, x: number, y: number, half: number): Cell {
  const away = distanceToBoundary(polygon, [x, y])
  return { x, y, half, d: insideEvenOdd(polygon, [x, y]) ? away : -away }
}
