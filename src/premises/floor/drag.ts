import { drawnMark } from '../fittings/marks.ts'
import { gridPerMetre } from '../geometry/plane.ts'
import type { Point, Polygon, Segment } from '../geometry/plane.ts'
import type { LevelId, OpeningId, WallId, ZoneId } from '../ids.ts'
import type { Premises } from '../model.ts'
import type { Change } from '../operation.ts'
import { pointOf } from './cells.ts'
import { coverOf, type Cover } from './cover.ts'
import { dragBody, type DragBody, place } from './dragBody.ts'
import { bodyFollowers, openingFollowers } from './dragFollowers.ts'
import { soundness } from './dragSound.ts'
import { openingChanges } from './followOpenings.ts'
import { heldCorner, heldWall, heldZones } from './held.ts'
import { stripAlong } from './looseWalls.ts'
import { isSameOutline } from './rooms.ts'

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
  const body = bodyOf(coverOf(premises, levelId), handle)
  if (body === null) return null
  const isSound = soundness(body)
  const openingsNow = openingFollowers(premises, body)
  const bodiesNow = bodyFollowers(premises, body)
  let last: readonly [number, number] = [0, 0]

  const openings = () => openingsNow() ?? new Map<OpeningId, Segment>()
  const picture = (blocked: boolean): DragPicture => ({
    zones: body.zones.map(({ place: at, rings }) => ({
      id: zoneAt(body, at).id,
      polygon: polygonNow(body, rings),
    })),
    openings: [...openings()].map(([id, segment]) => ({ id, segment })),
    walls: [
      ...body.loose.map(({ place: at, line }) => {
        const now = lineNow(body, line)
        return { id: body.cover.loose[at]?.wall.id as WallId, line: now, polygon: stripAlong(now) }
      }),
      ...bodiesNow().map(({ wall, polygon }) => ({ id: wall.id, line: [], polygon })),
    ],
    measured: body.edges
      .filter(({ isRigid, isWall }) => !isRigid || isWall)
      .map(({ a, b }): Segment => [
        pointOf(body.xs[a] as number, body.ys[a] as number),
        pointOf(body.xs[b] as number, body.ys[b] as number),
      ]),
    blocked,
  })

  return {
    move: (to) => {
      const way = [(to[0] - from[0]) * gridPerMetre, (to[1] - from[1]) * gridPerMetre] as const
      place(body, way[0], way[1])
      if (isSound() && openingsNow() !== null) {
        last = way
        return picture(false)
      }
      place(body, last[0], last[1])
      return picture(true)
    },
    changes: () => dragChanges(premises, body, openings(), bodiesNow()),
  }
}

function bodyOf(cover: Cover, handle: Handle): DragBody | null {
  const held =
    handle.kind === 'corner'
      ? heldCorner(cover, handle.at)
      : handle.kind === 'zones'
        ? heldZones(cover, handle.ids)
        : heldWall(cover, handle.segment)
  return held === null ? null : dragBody(cover, held)
}

function zoneAt({ cover }: DragBody, at: number) {
  const found = cover.zones[at]
  if (found === undefined) throw new Error(`no zone ${at} in the cover`)
  return found.zone
}

function lineNow({ xs, ys }: DragBody, line: readonly number[]): Point[] {
  return line.map((corner) => pointOf(xs[corner] as number, ys[corner] as number))
}

function polygonNow(body: DragBody, [outer = [], ...holes]: readonly (readonly number[])[]): Polygon {
  return { outer: lineNow(body, outer), holes: holes.map((hole) => lineNow(body, hole)) }
}

/** The changes of a body where it is now, with the openings that go along and all that follows. */
function dragChanges(
  premises: Premises,
  body: DragBody,
  segments: ReadonlyMap<OpeningId, Segment>,
  bodies: ReturnType<ReturnType<typeof bodyFollowers>>,
): readonly Change[] {
  const { cover, xs, ys, xs0, ys0, held } = body
  if (held.corners.every((corner) => xs[corner] === xs0[corner] && ys[corner] === ys0[corner])) return []
  const mark = drawnMark(premises, cover.levelId)
  const changes: Change[] = []
  const next = new Map<ZoneId, Polygon | null>()
  for (const { place: at, rings } of body.zones) {
    const { id, polygon: before } = zoneAt(body, at)
    const polygon = polygonNow(body, rings)
    if (isSameOutline(polygon, before)) continue
    next.set(id, polygon)
    const record = { table: 'zones', id } as const
    changes.push(
      { record, field: 'polygon', after: polygon },
      { record, field: 'evidence.polygon', after: mark },
    )
  }
  for (const { place: at, line } of body.loose) {
    const record = { table: 'walls', id: cover.loose[at]?.wall.id as WallId } as const
    const now = lineNow(body, line)
    changes.push({ record, field: 'line', after: now }, { record, field: 'polygon', after: stripAlong(now) })
  }
  for (const { wall, polygon } of bodies)
    changes.push({ record: { table: 'walls', id: wall.id }, field: 'polygon', after: polygon })
  changes.push(...openingChanges(premises, cover.levelId, { zones: next, segments }))
  return changes
}
