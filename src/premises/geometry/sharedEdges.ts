import { along, direction, distance, leftNormal } from './segment.ts'
import { polygonEdges } from './ring.ts'
import type { Point, Polygon, Segment } from './plane.ts'

/** A stretch where two polygons run beside each other: midway between their edges, the first polygon on its left. */
export interface SharedEdge {
  readonly segment: Segment
  readonly lengthM: number
  /** Distance between the two edges, metres: the thickness of the wall. */
  readonly gapM: number
}

/**
 * The stretches where the boundaries of two polygons run beside each other, no farther apart than `toleranceM` (0.02 for
 * rooms that touch, 0.5 for rooms with a wall between them), longest first. The polygons must be oriented as the model
 * asks (outer counter-clockwise, holes clockwise): only edges that face each other count.
 */
export function sharedEdges(a: Polygon, b: Polygon, toleranceM = 0.02): readonly SharedEdge[] {
  const found: SharedEdge[] = []
  for (const edgeA of polygonEdges(a)) {
    for (const edgeB of polygonEdges(b)) {
      const shared = facing(edgeA, edgeB, toleranceM)
      if (shared) found.push(shared)
    }
  }
  return joined(found).toSorted((p, q) => q.lengthM - p.lengthM)
}

/** The length of boundary that two polygons share, metres. */
export function sharedLength(a: Polygon, b: Polygon, toleranceM = 0.02): number {
  return sharedEdges(a, b, toleranceM).reduce((sum, edge) => sum + edge.lengthM, 0)
}

/** Sine of the largest angle between two edges that still count as parallel (2°). */
const parallelSine = 0.035

function facing(edgeA: Segment, edgeB: Segment, toleranceM: number): SharedEdge | null {
  const lengthA = distance(edgeA[0], edgeA[1])
  if (lengthA === 0) return null
  const dA = direction(edgeA)
  const dB = direction(edgeB)
  if (dA[0] * dB[0] + dA[1] * dB[1] >= 0) return null
  if (Math.abs(dA[0] * dB[1] - dA[1] * dB[0]) > parallelSine) return null
  const normal = leftNormal(edgeA)
  // b's edge seen from a: position along a's edge, and how far it lies outside (negative: overlapping).
  const [s0, out0] = seen(edgeB[1], edgeA[0], dA, normal)
  const [s1, out1] = seen(edgeB[0], edgeA[0], dA, normal)
  const from = Math.max(0, s0)
  const to = Math.min(lengthA, s1)
  if (to - from <= Math.max(1e-4, toleranceM * 1e-3)) return null
  const slope = (out1 - out0) / (s1 - s0)
  const gapFrom = out0 + slope * (from - s0)
  const gapTo = out0 + slope * (to - s0)
  const overlap = Math.min(toleranceM, 0.05)
  if (Math.max(gapFrom, gapTo) > toleranceM || Math.min(gapFrom, gapTo) < -overlap) return null
  const start = midway(along(edgeA, from / lengthA), normal, gapFrom)
  const end = midway(along(edgeA, to / lengthA), normal, gapTo)
  return { segment: [start, end], lengthM: distance(start, end), gapM: Math.max(0, (gapFrom + gapTo) / 2) }
}

function seen(point: Point, origin: Point, d: Point, normal: Point): [number, number] {
  const dx = point[0] - origin[0]
  const dy = point[1] - origin[1]
  return [dx * d[0] + dy * d[1], -(dx * normal[0] + dy * normal[1])]
}

function midway(onA: Point, normal: Point, gap: number): Point {
  return [onA[0] - (normal[0] * gap) / 2, onA[1] - (normal[1] * gap) / 2]
}

/** Stretches that continue each other in a straight line, made one: a drawing may break an edge at any point. */
function joined(edges: readonly SharedEdge[]): SharedEdge[] {
  const left = [...edges]
  const result: SharedEdge[] = []
  for (let next = left.shift(); next; next = left.shift()) {
    let grown = next
    for (let index = 0; index < left.length;) {
      const other = left[index] as SharedEdge
      const merged = continued(grown, other) ?? continued(other, grown)
      if (merged) {
        grown = merged
        left.splice(index, 1)
        index = 0
      } else index += 1
    }
    result.push(grown)
  }
  return result
}

function continued(first: SharedEdge, second: SharedEdge): SharedEdge | null {
  if (distance(first.segment[1], second.segment[0]) > 0.001) return null
  const d1 = direction(first.segment)
  const d2 = direction(second.segment)
  if (d1[0] * d2[0] + d1[1] * d2[1] < 0 || Math.abs(d1[0] * d2[1] - d1[1] * d2[0]) > parallelSine) return null
  const segment: Segment = [first.segment[0], second.segment[1]]
  const lengthM = first.lengthM + second.lengthM
  return { segment, lengthM, gapM: (first.gapM * first.lengthM + second.gapM * second.lengthM) / lengthM }
}
