import { minimumBox } from '../../premises/geometry/minimumBox.ts'
import type { Point, Segment } from '../../premises/geometry/plane.ts'
import { text } from './attributes.ts'
import { extent, planPoints } from './filling.ts'
import { boxOf, triangles, type Origin, type Triangles } from './mesh.ts'
import type { IfcModel } from './model.ts'
import { isSameWay, lowestM, narrowestM, type KnownWay, type Passage } from './passages.ts'
import { probeSides, type SpaceAt } from './probe.ts'
import { isShaft } from './spaces.ts'

/** A hole begins at the floor, within a step. */
const stepM = 0.3
/** Rooms are looked up this far above its lower edge. */
const probeHeightM = 1

export interface Holes {
  readonly passages: readonly Passage[]
  /** Landing doors of lifts and service openings: nobody walks through. */
  readonly intoShafts: readonly Passage[]
}

/**
 * Holes in walls that no door or window fills, through which a person can walk: from the floor up, wide and high enough,
 * between two rooms that no way in `known` joins there already (doors are not always filed as the filling of their hole).
 */
export function openHoles(model: IfcModel, at: SpaceAt, known: readonly KnownWay[], origin: Origin): Holes {
  const passages: Passage[] = []
  const intoShafts: Passage[] = []
  for (const id of model.ids('IFCOPENINGELEMENT', true)) {
    const host = model.openingHost(id)
    if (host === null || model.isFilled(id) || !model.typeName(host).startsWith('IFCWALL')) continue
    const shape = triangles(model.opened, id, origin)
    const box = boxOf(shape)
    if (box === null || box.z1 - box.z0 < lowestM) continue
    const found = throughWall(shape, box.z0 + probeHeightM, at)
    if (found === null || box.z0 > Math.max(found.left.z0, found.right.z0) + stepM) continue
    const { left, right } = found
    const passage: Passage = {
      ...found,
      heightM: box.z1 - Math.max(box.z0, left.z0, right.z0),
      from: 'hole',
      sourceId: text(model.line(id), 'GlobalId'),
    }
    if (isShaft(left) || isShaft(right)) intoShafts.push(passage)
    else if (![...known, ...passages].some((other) => isSameWay(other, passage))) passages.push(passage)
  }
  return { passages, intoShafts }
}

/**
 * The line of a hole along its wall, in the middle of the wall. Which side of the hole lies along the wall its shape does not
 * tell (a deep hole in a thick wall): it is the one with rooms before and behind.
 */
function throughWall(
  shape: Triangles,
  z: number,
  at: SpaceAt,
): Pick<Passage, 'left' | 'right' | 'segment' | 'widthM'> | null {
  const box = minimumBox(planPoints(shape))
  if (box === null) return null
  const sides: readonly Point[] = [box.axis, [-box.axis[1], box.axis[0]]]
  const found = sides.flatMap((axis) => {
    const across: Point = [-axis[1], axis[0]]
    const [from, to] = extent(shape, axis)
    const [near, far] = extent(shape, across)
    const off = (near + far) / 2
    const place = (s: number): Point => [axis[0] * s + across[0] * off, axis[1] * s + across[1] * off]
    const line: Segment = [place(from), place(to)]
    const { left, right, leftM, rightM } = probeSides(at, line[0], line[1], z, (far - near) / 2 + 0.5)
    if (to - from < narrowestM || left === null || right === null || left === right) return []
    const [toLeft, toRight] = [leftM ?? 0, rightM ?? 0]
    const segment = shifted(line, across, (toLeft - toRight) / 2)
    return [{ left, right, segment, widthM: to - from, thicknessM: toLeft + toRight }]
  })
  return found.toSorted((p, q) => p.thicknessM - q.thicknessM)[0] ?? null
}

function shifted([a, b]: Segment, [nx, ny]: Point, by: number): Segment {
  return [
    [a[0] + nx * by, a[1] + ny * by],
    [b[0] + nx * by, b[1] + ny * by],
  ]
}
