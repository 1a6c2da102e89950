import { minimumBox } from '../../premises/geometry/minimumBox.ts'
import type { Point, Segment } from '../../premises/geometry/plane.ts'
import { distance, midpoint } from '../../premises/geometry/segment.ts'
import { text } from './attributes.ts'
import { extent, planPoints } from './filling.ts'
import { boxOf, triangles, type Origin } from './mesh.ts'
import type { IfcModel } from './model.ts'
import { lowestM, narrowestM, type Passage } from './passages.ts'
import { planFrame } from './placement.ts'
import { probeSides, type SpaceAt } from './probe.ts'
import { isShaft } from './spaces.ts'

/** A hole begins at the floor, within a step. */
const stepM = 0.3

export interface Holes {
  readonly passages: readonly Passage[]
  /** Landing doors of lifts and service openings: nobody walks through. */
  readonly intoShafts: readonly Passage[]
}

/**
 * Holes in walls that no door or window fills, through which a person can walk: from the floor up, wide and high enough,
 * between two rooms that no passage in `known` joins there already.
 */
export function openHoles(model: IfcModel, at: SpaceAt, known: readonly Passage[], origin: Origin): Holes {
  const passages: Passage[] = []
  const intoShafts: Passage[] = []
  for (const id of model.ids('IFCOPENINGELEMENT', true)) {
    const host = model.openingHost(id)
    if (host === null || model.isFilled(id) || !model.typeName(host).startsWith('IFCWALL')) continue
    const shape = triangles(model.opened, id, origin)
    const box = boxOf(shape)
    if (box === null || box.z1 - box.z0 < lowestM) continue
    const axis = alongWall(model, host, planPoints(shape), origin)
    if (axis === null) continue
    const across: Point = [-axis[1], axis[0]]
    const [from, to] = extent(shape, axis)
    const [near, far] = extent(shape, across)
    if (to - from < narrowestM) continue
    const off = (near + far) / 2
    const place = (s: number): Point => [axis[0] * s + across[0] * off, axis[1] * s + across[1] * off]
    const line: Segment = [place(from), place(to)]
    const sides = probeSides(at, line[0], line[1], box.z0 + 1, (far - near) / 2 + 0.5)
    const { left, right } = sides
    if (left === null || right === null || left === right) continue
    if (box.z0 > Math.max(left.z0, right.z0) + stepM) continue
    const passage: Passage = {
      left,
      right,
      segment: shifted(line, across, ((sides.leftM ?? 0) - (sides.rightM ?? 0)) / 2),
      widthM: to - from,
      heightM: box.z1 - Math.max(box.z0, left.z0, right.z0),
      from: 'hole',
      sourceId: text(model.line(id), 'GlobalId'),
    }
    if (isShaft(left) || isShaft(right)) intoShafts.push(passage)
    else if (![...known, ...passages].some((other) => isSame(other, passage))) passages.push(passage)
  }
  return { passages, intoShafts }
}

/** The wall's own direction where the hole is square to it, else the long side of the hole. */
function alongWall(model: IfcModel, wall: number, points: readonly Point[], origin: Origin): Point | null {
  const box = minimumBox(points)
  if (box === null) return null
  const frame = planFrame(model, wall, origin)
  const sides: Point[] = [box.axis, [-box.axis[1], box.axis[0]]]
  const own = frame && sides.find((side) => Math.abs(side[0] * frame.x[0] + side[1] * frame.x[1]) > 0.999)
  return own ?? box.axis
}

function shifted([a, b]: Segment, [nx, ny]: Point, by: number): Segment {
  return [
    [a[0] + nx * by, a[1] + ny * by],
    [b[0] + nx * by, b[1] + ny * by],
  ]
}

/** Between the same rooms, and in the same place. */
function isSame(a: Passage, b: Passage): boolean {
  const rooms = (passage: Passage): string => [passage.left.sourceId, passage.right.sourceId].toSorted().join(' ')
  return rooms(a) === rooms(b) && distance(midpoint(a.segment), midpoint(b.segment)) < Math.max(a.widthM, b.widthM) / 2
}
