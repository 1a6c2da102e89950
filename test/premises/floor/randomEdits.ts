import {
  addCorner,
  alignZones,
  copyZones,
  drawRoom,
  drawWall,
  floorOf,
  mergeZones,
  mirrorZones,
  moveZones,
  removeCorner,
  removeWall,
  setWallLength,
  startDrag,
  turnZones,
  type FloorWall,
  type Handle,
} from '../../../src/premises/floor/index.ts'
import { snapPoint, type Point, type Polygon, type Segment } from '../../../src/premises/geometry/plane.ts'
import { bounds } from '../../../src/premises/geometry/measure.ts'
import { rectangle } from '../../../src/premises/geometry/ring.ts'
import { distance, leftNormal } from '../../../src/premises/geometry/segment.ts'
import { newId } from '../../../src/premises/ids.ts'
import type { LevelId, ZoneId } from '../../../src/premises/ids.ts'
import { PersonError } from '../../../src/premises/message.ts'
import type { Opening, Premises } from '../../../src/premises/model.ts'
import type { Change } from '../../../src/premises/operation.ts'
import { openingFaults, zonesOn } from './checks.ts'
import {
  changedWithin,
  closed,
  type Expectation,
  joined,
  movedAsCorners,
  stays,
  swept,
  wallsTakenIn,
} from './expectations.ts'

export const kinds = [
  'room',
  'skewRoom',
  'wall',
  'split',
  'merge',
  'removeWall',
  'addCorner',
  'removeCorner',
  'dragCorner',
  'dragWall',
  'dragStretch',
  'moveZones',
  'copy',
  'mirror',
  'turn',
  'align',
  'length',
  'door',
  'window',
  'delete',
] as const
export type Kind = (typeof kinds)[number]

/** An edit as numbers between 0 and 1, which choose among what is there when its turn comes. */
export interface Recipe {
  readonly kind: Kind
  readonly r: readonly number[]
}

/** What an edit came to: its changes and what must become of the floor, or the code of the reason why it could not be. */
export interface Outcome {
  readonly changes: readonly Change[]
  readonly refused: string | null
  readonly floor: Expectation
}

/** The floor is drawn within this square, metres. */
const sideM = 24

export function carryOut(premises: Premises, levelId: LevelId, { kind, r }: Recipe): Outcome {
  try {
    return { ...changesOf(premises, levelId, kind, r), refused: null }
  } catch (error) {
    if (error instanceof PersonError) return { changes: [], refused: error.report.code, floor: stays }
    throw error
  }
}

function changesOf(
  premises: Premises,
  levelId: LevelId,
  kind: Kind,
  r: readonly number[],
): Pick<Outcome, 'changes' | 'floor'> {
  const n = (at: number): number => r[at] ?? 0
  const metre = (at: number): number => Math.round(n(at) * sideM * 4) / 4
  const point = (at: number): Point => [metre(at), metre(at + 1)]
  const off = (at: number, reach: number): number => Math.round((n(at) - 0.5) * 2 * reach * 1000) / 1000
  const zones = zonesOn(premises, levelId)
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[Math.floor(n(at) * list.length)]
  const { walls, corners } = floorOf(premises, levelId)
  const wallOf = (at: number): Segment =>
    pick(walls, at)?.segment ?? [
      [0, 0],
      [1, 0],
    ]
  const wallWithRoom = (at: number) =>
    pick(
      walls.filter(({ segment: [a, b], sides: [left, right] }) => left !== right && distance(a, b) > 1.1),
      at,
    )
  const middle = ([[ax, ay], [bx, by]]: Segment, share: number): Point => [
    ax + (bx - ax) * share,
    ay + (by - ay) * share,
  ]
  const some = (): ZoneId[] => {
    const first = pick(zones, 0)
    if (first === undefined) return []
    const beside = walls.flatMap(({ sides: [left, right] }) =>
      left === first.id && right !== null ? [right] : right === first.id && left !== null ? [left] : [],
    )
    const second = n(1) < 0.5 ? undefined : pick(beside, 2)
    return second === undefined ? [first.id] : [first.id, second]
  }
  const drag = (handle: Handle, from: Point, to: Point): readonly Change[] => {
    const started = startDrag(premises, levelId, handle, from)
    if (started === null) throw new PersonError('notThere')
    started.move(middle([from, to], 0.5))
    started.move(to)
    return started.changes()
  }

  const polygonsOf = (ids: readonly ZoneId[]): Polygon[] =>
    ids.flatMap((id) => premises.zones[id]?.polygon ?? [])

  if (kind === 'room') {
    const [x, y] = point(0)
    const [w, h] = [1 + Math.round(n(2) * 24) / 4, 1 + Math.round(n(3) * 24) / 4]
    const outline = rectangle(x, y, x + w, y + h)
    return { changes: drawRoom(premises, levelId, outline.outer).changes, floor: joined([outline]) }
  }
  if (kind === 'skewRoom') {
    const [x, y] = point(0)
    const size = 1 + n(2) * 5
    const turn = n(3) * 2 * Math.PI
    const outer = [0, 1, 2, 3, 4].map((at): Point => {
      const angle = turn + (at * 2 * Math.PI) / 5
      return snapPoint([x + size * Math.cos(angle), y + size * Math.sin(angle)])
    })
    return { changes: drawRoom(premises, levelId, outer).changes, floor: joined([{ outer, holes: [] }]) }
  }
  if (kind === 'wall' || kind === 'split') {
    const line =
      kind === 'split'
        ? [middle(wallOf(0), n(1)), middle(wallOf(2), n(3))]
        : n(4) < 0.5
          ? [point(0), point(2)]
          : [point(0), [metre(2), metre(1)] as const, point(2)]
    const loose = Object.values(premises.walls).flatMap((wall) =>
      wall.levelId === levelId
        ? (wall.line ?? []).slice(1).map((end, at): Segment => [wall.line?.[at] ?? end, end])
        : [],
    )
    const drawn = line.slice(1).map((end, at): Segment => [line[at] ?? end, end])
    return { changes: drawWall(premises, levelId, line).changes, floor: closed([...loose, ...drawn]) }
  }
  if (kind === 'merge') return { changes: mergeZones(premises, some()).changes, floor: wallsTakenIn }
  if (kind === 'removeWall')
    return { changes: removeWall(premises, levelId, wallOf(0)).changes, floor: wallsTakenIn }
  if (kind === 'addCorner')
    return { changes: addCorner(premises, levelId, middle(wallOf(0), n(1))).changes, floor: stays }
  if (kind === 'removeCorner') {
    const at = pick(corners, 0) ?? [0, 0]
    const around = walls.flatMap(({ segment: [a, b] }) => (isSame(a, at) ? [b] : isSame(b, at) ? [a] : []))
    const triangle: Polygon = { outer: [at, ...around.slice(0, 2)], holes: [] }
    return { changes: removeCorner(premises, levelId, at).changes, floor: changedWithin([triangle]) }
  }
  if (kind === 'dragCorner') {
    const at = pick(corners, 0) ?? [0, 0]
    const changes = drag({ kind: 'corner', at }, at, [at[0] + off(1, 1.5), at[1] + off(2, 1.5)])
    return { changes, floor: movedAsCorners }
  }
  if (kind === 'dragWall' || kind === 'dragStretch') {
    const wall = pick(walls, 0)
    const segment = wallOf(0)
    const at = middle(segment, n(1))
    const thickM = wall?.sides.includes(null) === true ? 0.51 : 0
    const alone = kind === 'dragStretch'
    const changes = drag({ kind: 'wall', segment, alone }, at, [at[0] + off(2, 1.5), at[1] + off(3, 1.5)])
    if (!alone) return { changes, floor: movedAsCorners }
    const [nx, ny] = leftNormal(segment)
    const leftM = nx * off(2, 1.5) + ny * off(3, 1.5)
    // An end in which several walls meet goes with the stretch, and takes them along.
    const bent = segment.flatMap((end) =>
      walls.flatMap(({ segment: [a, b] }): Polygon[] => {
        const far = isSame(a, end) ? b : isSame(b, end) ? a : null
        return far === null
          ? []
          : [{ outer: [far, end, [end[0] + nx * leftM, end[1] + ny * leftM]], holes: [] }]
      }),
    )
    return { changes, floor: changedWithin([swept(segment, leftM, thickM), ...bent]) }
  }
  if (kind === 'moveZones')
    return { changes: moveZones(premises, some(), [off(3, 2), off(4, 2)]).changes, floor: movedAsCorners }
  if (kind === 'copy') {
    const by: Point = [metre(3) - sideM / 2, metre(4) - sideM / 2]
    const ids = some()
    const moved = polygonsOf(ids).map((polygon) => laid(polygon, ([x, y]) => [x + by[0], y + by[1]]))
    return { changes: copyZones(premises, ids, by).changes, floor: joined(moved) }
  }
  if (kind === 'mirror' || kind === 'turn') {
    const ids = some()
    const block = polygonsOf(ids)
    const [x0, y0, x1, y1] = bounds(block.flatMap(({ outer }) => outer)) ?? [0, 0, 0, 0]
    const [mx, my] = [(x0 + x1) / 2, (y0 + y1) / 2]
    if (kind === 'mirror') {
      const axis = n(3) < 0.5 ? 'x' : 'y'
      const there = block.map((polygon) =>
        laid(polygon, ([x, y]) => (axis === 'x' ? [2 * mx - x, y] : [x, 2 * my - y])),
      )
      return { changes: mirrorZones(premises, ids, axis).changes, floor: joined(there, block) }
    }
    const quarters = n(3) < 0.34 ? 1 : n(3) < 0.67 ? 2 : 3
    const turned = ([x, y]: Point): Point => [mx - (y - my), my + (x - mx)]
    const there = block.map((polygon) =>
      Array.from({ length: quarters }).reduce<Polygon>((now) => laid(now, turned), polygon),
    )
    return { changes: turnZones(premises, ids, quarters).changes, floor: joined(there, block) }
  }
  if (kind === 'align') {
    const side = (['left', 'right', 'top', 'bottom'] as const)[Math.floor(n(3) * 4)] ?? 'left'
    const ids = some()
    const axis = side === 'left' || side === 'right' ? 0 : 1
    const edges = polygonsOf(ids).map((polygon) => bounds(polygon.outer) ?? [0, 0, 0, 0])
    const at = edges.map((box) => box[side === 'left' ? 0 : side === 'bottom' ? 1 : side === 'right' ? 2 : 3])
    const to = side === 'left' || side === 'bottom' ? Math.min(...at) : Math.max(...at)
    const between = edges.map((box, index): Polygon => {
      const way = Math.abs((at[index] ?? to) - to)
      // The other face of a thick wall goes along.
      const [low, high] = [Math.min(at[index] ?? to, to) - 0.52, Math.max(at[index] ?? to, to) + 0.52]
      return axis === 0
        ? rectangle(low, box[1] - 6 * way - 0.01, high, box[3] + 6 * way + 0.01)
        : rectangle(box[0] - 6 * way - 0.01, low, box[2] + 6 * way + 0.01, high)
    })
    // Walls that end in what moves swing with it, across it or along each other.
    const swung = polygonsOf(ids).flatMap((polygon, index) =>
      polygon.outer
        .filter((point) => Math.abs(point[axis] - (at[index] ?? to)) < 0.0006)
        .flatMap((end) => {
          const fars = walls.flatMap(({ segment: [a, b] }) =>
            isSame(a, end) ? [b] : isSame(b, end) ? [a] : [],
          )
          const wayM = to - end[axis]
          const slopes = fars.map(
            (far) => ((far[1 - axis] ?? 0) - (end[1 - axis] ?? 0)) / (far[axis] - end[axis]),
          )
          const ends = [0, ...slopes.filter((slope) => Math.abs(slope) < 6)].map((slope): Point => {
            const aside = (end[1 - axis] ?? 0) + slope * wayM
            return axis === 0 ? [to, aside] : [aside, to]
          })
          return fars.flatMap((far) => ends.map((now): Polygon => ({ outer: [far, end, now], holes: [] })))
        }),
    )
    return { changes: alignZones(premises, ids, side).changes, floor: changedWithin([...between, ...swung]) }
  }
  if (kind === 'length') {
    const moves = n(2) < 0.5 ? 'start' : 'end'
    return {
      changes: setWallLength(premises, levelId, wallOf(0), 0.5 + Math.round(n(1) * 80) / 10, moves).changes,
      floor: movedAsCorners,
    }
  }
  if (kind === 'door' || kind === 'window')
    return { changes: openingIn(premises, levelId, kind, wallWithRoom(0), n(1)), floor: stays }
  const gone = zones.length > 8 ? pick(zones, 0) : undefined
  if (gone === undefined) return { changes: [], floor: stays }
  // Openings that would join nothing any more go with the zone, as a person would take them out.
  const bare = Object.values(premises.openings).filter(({ sides }) =>
    sides.every((side) => side === null || side === gone.id),
  )
  const changes = [
    { record: { table: 'zones', id: gone.id }, field: null, after: null } as const,
    ...bare.map(({ id }): Change => ({ record: { table: 'openings', id }, field: null, after: null })),
  ]
  return { changes, floor: joined([], [gone.polygon]) }
}

function isSame(p: Point, q: Point): boolean {
  return p[0] === q[0] && p[1] === q[1]
}

function laid(polygon: Polygon, point: (point: Point) => Point): Polygon {
  return { outer: polygon.outer.map(point), holes: polygon.holes.map((hole) => hole.map(point)) }
}

/** An opening of 90 cm in a wall that parts something, clear of those that are in it; nothing where it is full. */
function openingIn(
  premises: Premises,
  levelId: LevelId,
  kind: 'door' | 'window',
  wall: FloorWall | undefined,
  share: number,
): readonly Change[] {
  if (wall === undefined) return []
  const [a, b] = wall.segment
  const length = distance(a, b)
  const from = 0.05 + share * (length - 1)
  const at = (m: number): Point =>
    snapPoint([a[0] + ((b[0] - a[0]) * m) / length, a[1] + ((b[1] - a[1]) * m) / length])
  const segment: Segment = [at(from), at(from + 0.9)]
  const isTaken = Object.values(premises.openings).some((other) =>
    other.segment.some((end) => distance(end, segment[0]) < 1.3 || distance(end, segment[1]) < 1.3),
  )
  if (isTaken) return []
  const id = newId<'opening'>()
  const opening: Opening = {
    id,
    levelId,
    name: '',
    kind,
    segment,
    sides: wall.sides,
    clearWidthM: 0.9,
    ...(kind === 'door' ? { door: { operation: 'swing', leaves: 1, hinge: 'start', opensTo: 'left' } } : {}),
    evidence: { clearWidthM: { mark: 'measured' } },
  }
  const record = { table: 'openings', id } as const
  // Beside the tip of a space thinner than a hair it would join more than one room on a side; how openings are put is tried elsewhere.
  if (openingFaults({ ...premises, openings: { [id]: opening } }, levelId).length > 0) return []
  return [{ record, field: null, after: opening }]
}
