import type { Point, Segment } from '../geometry/plane.ts'
import { direction, leftNormal, midpoint, segmentLength } from '../geometry/segment.ts'
import type { DoorProperties, Opening, Premises } from '../model.ts'
import type { RecordRef } from '../operation.ts'
import { zoneUse } from '../uses.ts'
import { atSegment, besides, shifted } from './gaps.ts'
import type { Gap } from './gaps.ts'
import type { PlanShape, StrokeKind } from './shapes.ts'

/** The symbol of a door in its gap: leaves and their swing, or the sign of another operation, and the floor in it. */
export function doorShapes(premises: Premises, gap: Gap): PlanShape[] {
  const { opening, polygon } = gap
  const record: RecordRef = { table: 'openings', id: opening.id }
  const door: DoorProperties = opening.door ?? { operation: 'unknown', leaves: 1 }
  const floor: PlanShape = { kind: 'gap', polygon, record }
  return [floor, ...symbol(premises, gap, door).map((shape): PlanShape => ({ ...shape, record }))]
}

type Symbol =
  | { kind: StrokeKind; line: readonly Point[] }
  | { kind: 'sweep'; polygon: { outer: readonly Point[]; holes: [] } }
type Drawn = Symbol & { assumed?: true }

function symbol(premises: Premises, gap: Gap, door: DoorProperties): Drawn[] {
  const { segment } = gap.opening
  switch (door.operation) {
    case 'revolving':
      return revolving(segment)
    case 'rollerShutter':
      return [
        stroke('rail', besides(segment, 0.04)),
        stroke('rail', besides(segment, -0.04)),
        stroke('threshold', segment),
      ]
    case 'gate':
      return [stroke('leaf', besides(segment, 0.03)), stroke('leaf', besides(segment, -0.03))]
    case 'turnstile':
      return turnstile(segment)
    case 'sliding': {
      const face = besides(segment, faceM(premises, gap, door))
      return [stroke('threshold', segment), ...leavesOf(door, face).map(slid)]
    }
    case 'folding': {
      const side = opensLeft(premises, gap.opening, door) ? 1 : -1
      const n = leftNormal(segment)
      return [stroke('threshold', segment), ...leavesOf(door, segment).map((leaf) => folded(leaf, n, side))]
    }
    case 'swing':
    case 'doubleSwing':
    case 'unknown':
      return swing(premises, gap, door)
  }
}

function stroke(kind: StrokeKind, line: readonly Point[]): Drawn {
  return { kind, line }
}

/** One leaf: its jamb, where its free edge closes, both on the segment. */
type Leaf = Segment

function leavesOf({ leaves, hinge }: DoorProperties, [a, b]: Segment): readonly Leaf[] {
  if (leaves === 2) {
    const middle = midpoint([a, b])
    return [
      [a, middle],
      [b, middle],
    ]
  }
  return hinge === 'end' ? [[b, a]] : [[a, b]]
}

function swing(premises: Premises, gap: Gap, door: DoorProperties): Drawn[] {
  const { segment } = gap.opening
  const isAssumed =
    door.operation === 'unknown' ||
    door.opensTo === undefined ||
    (door.leaves === 1 && door.hinge === undefined)
  const isBoth = door.operation === 'doubleSwing' || door.opensTo === 'both'
  const left = opensLeft(premises, gap.opening, door)
  const n = leftNormal(segment)
  const drawn = leavesOf(door, segment).flatMap(([jamb, edge]) => {
    const face = isBoth ? 0 : left ? gap.leftM : -gap.rightM
    const hinge = shifted(jamb, n, face)
    const width = segmentLength([jamb, edge])
    const shut = direction([jamb, edge])
    const open: Point = left ? n : [-n[0], -n[1]]
    const arc = quarter(hinge, open, shut, width)
    const back: Point = [-open[0], -open[1]]
    const swings: Drawn[] = [
      stroke('swing', isBoth ? [...arc, ...quarter(hinge, shut, back, width).slice(1)] : arc),
      { kind: 'sweep', polygon: { outer: [hinge, ...arc], holes: [] } },
    ]
    if (isBoth)
      swings.push({
        kind: 'sweep',
        polygon: { outer: [hinge, ...quarter(hinge, shut, back, width)], holes: [] },
      })
    return [stroke('leaf', [hinge, shifted(hinge, open, width)]), ...swings]
  })
  return isAssumed ? drawn.map((shape) => ({ ...shape, assumed: true as const })) : drawn
}

/** Whether a door opens to the left of its segment; where nobody says, as doors usually do. */
function opensLeft(premises: Premises, { sides, exit }: Opening, door: DoorProperties): boolean {
  if (door.opensTo === 'left' || door.opensTo === 'right') return door.opensTo === 'left'
  const [left, right] = sides.map((id) => {
    const zone = id === null ? undefined : premises.zones[id]
    return zone ? zoneUse(zone.use).kind : 'outdoor'
  })
  // Out of the building, into the stair, else into the room.
  for (const kind of exit === 'none'
    ? (['stair', 'room'] as const)
    : (['outdoor', 'stair', 'room'] as const)) {
    if ((left === kind) !== (right === kind)) return left === kind
  }
  return true
}

/** The face of the wall that a leaf slides along, metres to the left of the segment. */
function faceM(premises: Premises, gap: Gap, door: DoorProperties): number {
  return opensLeft(premises, gap.opening, door) ? gap.leftM : -gap.rightM
}

const steps = 8
const cosines = Array.from({ length: steps + 1 }, (_, k) => Math.cos((k * Math.PI) / 2 / steps))

/** A quarter circle about `centre` from the unit vector `from` to the unit vector `to`. */
function quarter(centre: Point, from: Point, to: Point, radius: number): Point[] {
  return cosines.map((c, k) => {
    const s = cosines[steps - k] ?? 0
    return [centre[0] + (from[0] * c + to[0] * s) * radius, centre[1] + (from[1] * c + to[1] * s) * radius]
  })
}

function circle(centre: Point, radius: number): Point[] {
  const axes: readonly Point[] = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
    [1, 0],
  ]
  return axes.slice(1).flatMap((to, k) => quarter(centre, axes[k] ?? to, to, radius).slice(k === 0 ? 0 : 1))
}

function revolving(segment: Segment): Drawn[] {
  const centre = midpoint(segment)
  const radius = segmentLength(segment) / 2
  const [dx, dy] = direction(segment)
  const wings: readonly Point[] = [
    [(dx - dy) * Math.SQRT1_2, (dx + dy) * Math.SQRT1_2],
    [(dx + dy) * Math.SQRT1_2, (dy - dx) * Math.SQRT1_2],
  ]
  return [
    stroke('swing', circle(centre, radius)),
    ...wings.map((wing) => stroke('leaf', [shifted(centre, wing, -radius), shifted(centre, wing, radius)])),
  ]
}

function turnstile(segment: Segment): Drawn[] {
  const width = segmentLength(segment)
  const post = atSegment(segment, width * 0.1, 0)
  const arms = [
    atSegment(segment, width * 0.85, 0),
    atSegment(segment, -width * 0.2, width * 0.5),
    atSegment(segment, -width * 0.2, -width * 0.5),
  ]
  return [...arms.map((arm) => stroke('leaf', [post, arm])), stroke('swing', circle(post, width * 0.08))]
}

/** A sliding leaf, half open along the face of the wall. */
function slid(leaf: Leaf): Drawn {
  const width = segmentLength(leaf)
  return stroke('leaf', [atSegment(leaf, -width * 0.45, 0), atSegment(leaf, width * 0.55, 0)])
}

/** A folding leaf, half open: four panels in a zigzag to one side of the opening. */
function folded(leaf: Leaf, normal: Point, side: 1 | -1): Drawn {
  const width = segmentLength(leaf)
  const joints = Array.from({ length: 5 }, (_, k) =>
    shifted(atSegment(leaf, width * 0.15 * k, 0), normal, k % 2 === 1 ? side * width * 0.2 : 0),
  )
  return stroke('leaf', joints)
}
