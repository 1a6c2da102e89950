import { gridPerMetre } from '../geometry/plane.ts'
import type { Point, Polygon, Segment } from '../geometry/plane.ts'
import type { LevelId, OpeningId, WallId, ZoneId } from '../ids.ts'
import type { Premises } from '../model.ts'
import type { Change } from '../operation.ts'
import { pointOf } from './cells.ts'
import { aloneBodies } from './alone.ts'
import { coverOf, type Cover } from './cover.ts'
import { dragBody, type DragBody, place } from './dragBody.ts'
import { dragChanges, lineNow, polygonNow, zoneAt } from './dragChanges.ts'
import { bodyFollowers, openingFollowers } from './dragFollowers.ts'
import { soundness } from './dragSound.ts'
import { type Held, heldCorner, heldWall, heldZones } from './held.ts'
import { stripAlong } from './looseWalls.ts'
import { shifted, stairsAlong } from './transform.ts'

/** What is taken hold of. */
export type Handle =
  | { readonly kind: 'corner'; readonly at: Point }
  /** A wall with all that lies in one straight line with it; `alone`: only this stretch, with new corners at its ends. */
  | { readonly kind: 'wall'; readonly segment: Segment; readonly alone?: boolean }
  | { readonly kind: 'zones'; readonly ids: readonly ZoneId[] }

/** How a drag looks at one moment: only what differs from the premises. */
export interface DragPicture {
  readonly zones: readonly { readonly id: ZoneId; readonly polygon: Polygon }[]
  readonly openings: readonly { readonly id: OpeningId; readonly segment: Segment }[]
  readonly walls: readonly {
    readonly id: WallId
    readonly line: readonly Point[]
    readonly polygon: Polygon
  }[]
  /** Walls whose lengths are worth showing while dragging. */
  readonly measured: readonly Segment[]
  /** The pointer went where the plan would break (rooms overlap, turn over, a wall through a door): this is the last sound place. */
  readonly blocked: boolean
}

/** A drag under way. Moves cost the same whatever the size of the level outside what moves. */
export interface Drag {
  readonly move: (to: Point) => DragPicture
  /** The changes of where it stands now, all to be one undo step; none where nothing moved. */
  readonly changes: () => readonly Change[]
}

/** Takes hold at a point. A wall moves across itself only, and its neighbours' walls stretch; null where the handle is not there. */
export function startDrag(premises: Premises, levelId: LevelId, handle: Handle, from: Point): Drag | null {
  const cover = coverOf(premises, levelId)
  if (handle.kind === 'wall' && handle.alone === true) return aloneDrag(premises, cover, handle.segment, from)
  const held =
    handle.kind === 'corner'
      ? heldCorner(cover, handle.at)
      : handle.kind === 'zones'
        ? heldZones(cover, handle.ids)
        : heldWall(cover, handle.segment)
  if (held === null || isFixed(cover, held)) return null
  const standing = createStanding(premises, dragBody(cover, held))
  const block = handle.kind === 'zones' ? new Set(handle.ids) : null
  return {
    move: (to) => standing.move(wayOf(from, to)),
    changes: () => {
      const changes = standing.changes()
      if (block === null || changes.length === 0) return changes
      const [x, y] = standing.way()
      const laid = shifted([Math.round(x) / gridPerMetre, Math.round(y) / gridPerMetre])
      return [...changes, ...stairsAlong(premises, block, laid)]
    },
  }
}

/** Whether a zone that only runs through the level has one of the corners: it stays where it is, and so do they. */
function isFixed(cover: Cover, { corners }: Held): boolean {
  return cover.zones.some(
    (zone) => zone.isFixed && zone.rings.some((ring) => corners.some((corner) => ring.includes(corner))),
  )
}

function wayOf(from: Point, to: Point): Way {
  return [(to[0] - from[0]) * gridPerMetre, (to[1] - from[1]) * gridPerMetre]
}

/** A way of the pointer, cells. */
type Way = readonly [number, number]

/** A shift of less than this does not break a wall out of its line, cells (2 mm). */
const leastCells = 20

/** The drag of a stretch by itself: which corners there are depends on the side that it has moved to. */
function aloneDrag(premises: Premises, cover: Cover, segment: Segment, from: Point): Drag | null {
  const found = aloneBodies(cover, segment)
  if (found === null || found.bodies.some(({ held }) => isFixed(cover, held))) return null
  const { across, bodies } = found
  const [to, against] = bodies.map((body) => createStanding(premises, body))
  if (to === undefined || against === undefined) return null
  let now = to
  return {
    move: (point) => {
      const way = wayOf(from, point)
      const by = way[0] * across[0] + way[1] * across[1]
      const next = by >= 0 ? to : against
      if (Math.abs(by) < leastCells) {
        now = next
        return now.move([0, 0])
      }
      const picture = next.move(way)
      // Blocked before it got anywhere on this side: it stays on the one where it is.
      if (picture.blocked && next !== now && next.way()[0] === 0 && next.way()[1] === 0)
        return { ...now.move(now.way()), blocked: true }
      now = next
      return picture
    },
    changes: () => now.changes(),
  }
}

/** A body that follows the pointer from one sound place to the next. */
interface Standing {
  readonly move: (way: Way) => DragPicture
  readonly changes: () => readonly Change[]
  /** Where it stands. */
  readonly way: () => Way
}

function createStanding(premises: Premises, body: DragBody): Standing {
  const isSound = soundness(body)
  const openingsNow = openingFollowers(premises, body)
  const bodiesNow = bodyFollowers(premises, body)
  let last: Way = [0, 0]
  return {
    way: () => last,
    move: (way) => {
      place(body, way[0], way[1])
      const openings = openingsNow()
      if ((way[0] === 0 && way[1] === 0) || (isSound() && openings !== null)) {
        last = way
        return pictureOf(body, openings ?? new Map(), bodiesNow(), false)
      }
      place(body, last[0], last[1])
      return pictureOf(body, openingsNow() ?? new Map(), bodiesNow(), true)
    },
    changes: () => dragChanges(premises, body, openingsNow() ?? new Map(), bodiesNow()),
  }
}

function pictureOf(
  body: DragBody,
  openings: ReadonlyMap<OpeningId, Segment>,
  bodies: ReturnType<ReturnType<typeof bodyFollowers>>,
  blocked: boolean,
): DragPicture {
  const { xs, ys, cover } = body
  return {
    zones: body.zones.map(({ place: at, rings }) => ({
      id: zoneAt(body, at).id,
      polygon: polygonNow(body, rings),
    })),
    openings: [...openings].map(([id, segment]) => ({ id, segment })),
    walls: [
      ...body.loose.map(({ place: at, line }) => {
        const now = lineNow(body, line)
        return { id: cover.loose[at]?.wall.id as WallId, line: now, polygon: stripAlong(now) }
      }),
      ...bodies.map(({ wall, polygon }) => ({ id: wall.id, line: [], polygon })),
    ],
    measured: body.edges
      .filter(({ isRigid, isWall }) => !isRigid || isWall)
      .map(({ a, b }): Segment => [
        pointOf(xs[a] as number, ys[a] as number),
        pointOf(xs[b] as number, ys[b] as number),
      ]),
    blocked,
  }
}
