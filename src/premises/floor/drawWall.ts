import { snapPoint } from '../geometry/plane.ts'
import type { Point } from '../geometry/plane.ts'
import { distance } from '../geometry/segment.ts'
import type { LevelId } from '../ids.ts'
import { PersonError } from '../message.ts'
import type { Premises } from '../model.ts'
import { caught } from './catching.ts'
import { coverOf } from './cover.ts'
import { isRoomOf } from './drawRoom.ts'
import type { FloorEdit, RoomOptions } from './floorEdit.ts'
import { isDrawnTag, joinedFaces, overlay, type Overlay } from './overlay.ts'
import { areaOfFaces, facesIn } from './allotment.ts'
import { redrawn } from './redraw.ts'

/** The shortest wall, metres. */
const shortestWallM = 0.05
/** A space between two rooms that is no wider than this is the inside of a wall, not a room. */
const wallM = 0.5

/**
 * A wall along these points. Where it parts a zone, there are two; where it closes a space with walls that are there, a new
 * room; else it stays a wall on its own until others close it. Throws `wallTooShort`, and `wallThere` where it would run along
 * walls that are there already.
 */
export function drawWall(
  premises: Premises,
  levelId: LevelId,
  line: readonly Point[],
  options: RoomOptions = {},
): FloorEdit {
  const points = line.map(snapPoint)
  const lengthM = points.slice(1).reduce((sum, point, at) => sum + distance(points[at] as Point, point), 0)
  if (!(lengthM >= shortestWallM)) throw new PersonError('wallTooShort', { leastM: shortestWallM })
  const cover = coverOf(premises, levelId)
  const cells = caught(cover, points, false)
  if (cells.length < 2) throw new PersonError('wallTooShort', { leastM: shortestWallM })
  const over = overlay(cover, [{ cells, closed: false, number: 0 }])
  const { pieces, zonesIn } = over
  const isWall = (piece: number) => pieces[piece]?.tags.some((tag) => tag < 0 || isDrawnTag(tag)) === true

  const parts = new Map<number, readonly (readonly number[])[]>()
  for (const place of cover.zones.keys()) {
    if (cover.zones[place]?.isFixed !== false) continue
    const faces = facesIn(over, place)
    const groups = joinedFaces(over, faces, isWall)
    if (groups.length < 2) continue
    const kept = withoutSlivers(over, groups)
    if (kept.length > 1) parts.set(place, kept)
  }
  const free = zonesIn.map((zones, face) => (zones.length === 0 ? face : -1)).filter((face) => face >= 0)
  const rooms = joinedFaces(over, free, isWall).filter(
    (faces) => isAlong(over, faces) && isRoomOf(over, faces, wallM),
  )
  const edit = redrawn(premises, over, { parts, rooms: rooms.map((faces) => ({ faces })) }, options)
  if (edit.changes.length === 0) throw new PersonError('wallThere')
  return edit
}

/** The parts of a zone, largest first; what is too small for a room goes to the part that it touches. */
function withoutSlivers(
  over: Overlay,
  groups: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const bySize = groups.toSorted((p, q) => areaOfFaces(over, q) - areaOfFaces(over, p))
  const [largest = []] = bySize
  const isLarge = (group: readonly number[]) => group === largest || isRoomOf(over, group)
  const parts = bySize.filter(isLarge).map((group) => [...group])
  let waiting = bySize.filter((group) => !isLarge(group))
  for (let before = Infinity; waiting.length > 0 && waiting.length < before;) {
    before = waiting.length
    waiting = waiting.filter((sliver) => {
      const beyond = new Set(
        sliver.flatMap((face) =>
          (over.faces[face]?.halves ?? []).map((half) => over.left[half ^ 1] as number),
        ),
      )
      const home = parts.find((group) => group.some((face) => beyond.has(face)))
      home?.push(...sliver)
      return home === undefined
    })
  }
  // What touches none of them stays floor, small as it is.
  return [...parts, ...waiting]
}

/** Whether a piece of the drawn line lies on the border of faces. */
function isAlong({ faces, pieces }: Overlay, group: readonly number[]): boolean {
  return group.some((face) =>
    (faces[face]?.halves ?? []).some((half) => pieces[half >> 1]?.tags.some(isDrawnTag)),
  )
}
