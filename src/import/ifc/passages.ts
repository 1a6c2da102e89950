import { boxesMeet } from '../../premises/geometry/measure.ts'
import type { Point, Segment } from '../../premises/geometry/plane.ts'
import { along, distance, leftNormal } from '../../premises/geometry/segment.ts'
import { sharedEdges } from '../../premises/geometry/sharedEdges.ts'
import { isShaft, type Space } from './spaces.ts'

/** A way between two rooms without a door. */
export interface Passage {
  /** The rooms left and right of the segment. */
  readonly left: Space
  readonly right: Space
  readonly segment: Segment
  readonly widthM: number
  readonly heightM: number
  readonly from: 'sharedEdge' | 'virtualBoundary' | 'hole'
  /** Of the hole in the wall, where it is one. */
  readonly sourceId: string | null
}

/** Rooms this close share an edge; drawn boundaries of no thickness. */
const sharedGapM = 0.02
/** Rooms that the file joins by a virtual boundary may stand as far apart as a thick wall's opening. */
const virtualGapM = 0.6
/** A person passes from this width on; narrower edges are corners of rooms. */
export const narrowestM = 0.6
/** And from this height on. */
export const lowestM = 1.9
/** Floors farther apart than two steps are not joined by walking across an edge. */
const stepM = 0.35
/** Sampling of an edge for walls and railings that stand on it. */
const sampleM = 0.05
const insideM = 0.005

/** What stands at a point of the floor of a room. */
export type BarrierAt = (space: Space, point: Point) => 'wall' | 'railing' | null

/**
 * Rooms that meet without a wall between them: their edges run together for at least 0.6 m, their floors are level, and no
 * wall stands on the edge (rooms drawn to the middle of walls share edges too). `joined` names pairs that the file joins
 * by a virtual boundary; these may stand apart. Nobody walks across an edge into a lift, a shaft or a void.
 */
export function openEdges(
  spaces: readonly Space[],
  joined: ReadonlySet<string>,
  barrierAt: BarrierAt,
): readonly Passage[] {
  const passages: Passage[] = []
  spaces.forEach((left, index) => {
    for (const right of spaces.slice(index + 1)) {
      const virtual = joined.has(pairKey(left, right))
      const gap = virtual ? virtualGapM : sharedGapM
      if (!boxesMeet(left.box, right.box, gap) || !sameFloor(left, right)) continue
      if (isShaft(left) || isShaft(right)) continue
      const heightM = Math.min(left.z1, right.z1) - Math.max(left.z0, right.z0)
      if (heightM < lowestM) continue
      for (const edge of sharedEdges(left.polygon, right.polygon, gap)) {
        for (const segment of clearStretches(edge.segment, left, barrierAt)) {
          const widthM = distance(segment[0], segment[1])
          if (widthM < narrowestM) continue
          passages.push({ left, right, segment, widthM, heightM, from: virtual ? 'virtualBoundary' : 'sharedEdge', sourceId: null })
        }
      }
    }
  })
  return passages
}

export function pairKey(a: Space, b: Space): string {
  return a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`
}

function sameFloor(a: Space, b: Space): boolean {
  return Math.abs(a.z0 - b.z0) <= stepM
}

/** The stretches of an edge on which neither a wall nor a railing stands. */
function clearStretches(edge: Segment, space: Space, barrierAt: BarrierAt): readonly Segment[] {
  const length = distance(edge[0], edge[1])
  const [nx, ny] = leftNormal(edge)
  const count = Math.max(2, Math.ceil(length / sampleM))
  const blocked = Array.from({ length: count }, (_, index) => {
    const [x, y] = along(edge, (index + 0.5) / count)
    if (barrierAt(space, [x, y]) === 'railing') return true
    // An edge may run along the face of a wall: what counts is a wall with the edge inside it.
    const both: Point[] = [
      [x + nx * insideM, y + ny * insideM],
      [x - nx * insideM, y - ny * insideM],
    ]
    return both.every((point) => barrierAt(space, point) === 'wall')
  })
  const clear: Segment[] = []
  let from: number | null = null
  for (let index = 0; index <= count; index += 1) {
    const open = index < count && !blocked[index]
    if (open && from === null) from = index
    if (!open && from !== null) {
      clear.push([along(edge, from / count), along(edge, index / count)])
      from = null
    }
  }
  return clear
}
