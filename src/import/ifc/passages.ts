import { boxesMeet } from '../../premises/geometry/measure.ts'
import type { Point, Segment } from '../../premises/geometry/plane.ts'
import { along, distance, distanceToSegment, leftNormal, midpoint } from '../../premises/geometry/segment.ts'
import { sharedEdges } from '../../premises/geometry/sharedEdges.ts'
import type { Pace } from './pace.ts'
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
/** A door this near to an edge stands in it: the edge is a wall. */
const doorOnEdgeM = 0.15

/** What stands at a point of the floor of a room. */
export type BarrierAt = (space: Space, point: Point) => 'wall' | 'railing' | null

/** A way that is known already: between which rooms, and where. */
export interface KnownWay {
  readonly left: Space | null
  readonly right: Space | null
  readonly segment: Segment
  readonly widthM: number
}

export interface OpenEdges {
  readonly passages: readonly Passage[]
  /** Edges of rooms on storeys without any wall: rooms drawn to the middle of walls that the file does not have. */
  readonly withheld: readonly Passage[]
}

/**
 * Rooms that meet without a wall between them: their edges run together for at least 0.6 m, their floors are level, and no
 * wall, railing or door stands on the edge (rooms drawn to the middle of walls share edges too). `joined` names pairs that
 * the file joins by a virtual boundary; these may stand apart. Nobody walks across an edge into a lift, a shaft or a void.
 */
export async function openEdges(
  spaces: readonly Space[],
  joined: ReadonlySet<string>,
  doors: readonly KnownWay[],
  barriers: { readonly at: BarrierAt; readonly hasWalls: (space: Space) => boolean },
  pace: Pace,
): Promise<OpenEdges> {
  const passages: Passage[] = []
  const withheld: Passage[] = []
  const walkable = spaces.filter((space) => !isShaft(space))
  for (const [index, left] of walkable.entries()) {
    await pace.at(index / walkable.length)
    for (const right of walkable.slice(index + 1)) {
      const isVirtual = joined.has(pairKey(left, right))
      const gap = isVirtual ? virtualGapM : sharedGapM
      if (!sameFloor(left, right) || !boxesMeet(left.box, right.box, gap)) continue
      const heightM = Math.min(left.z1, right.z1) - Math.max(left.z0, right.z0)
      if (heightM < lowestM) continue
      const between = doors.filter((door) => joins(door, left, right))
      const isWalled = isVirtual || barriers.hasWalls(left) || barriers.hasWalls(right)
      for (const edge of sharedEdges(left.polygon, right.polygon, gap)) {
        const isDoored = between.some(
          (door) => distanceToSegment(edge.segment, midpoint(door.segment)) < doorOnEdgeM,
        )
        if (isDoored && !isVirtual) continue
        for (const segment of clearStretches(edge.segment, left, barriers.at)) {
          const widthM = distance(segment[0], segment[1])
          if (widthM < narrowestM) continue
          const from = isVirtual ? 'virtualBoundary' : 'sharedEdge'
          const passage: Passage = { left, right, segment, widthM, heightM, from, sourceId: null }
          if (isWalled) passages.push(passage)
          else withheld.push(passage)
        }
      }
    }
  }
  return { passages, withheld }
}

function joins(way: KnownWay, a: Space, b: Space): boolean {
  return (way.left === a && way.right === b) || (way.left === b && way.right === a)
}

/** Between the same rooms, and in the same place. */
export function isSameWay(a: KnownWay, b: KnownWay): boolean {
  if (b.left === null || b.right === null || !joins(a, b.left, b.right)) return false
  return distance(midpoint(a.segment), midpoint(b.segment)) < Math.max(a.widthM, b.widthM) / 2
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
