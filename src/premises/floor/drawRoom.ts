import { area } from '../geometry/measure.ts'
import { snapPoint } from '../geometry/plane.ts'
import type { Ring } from '../geometry/plane.ts'
import { inset } from '../geometry/polygonOps.ts'
import { normalised } from '../geometry/ring.ts'
import { polygonFaults } from '../geometry/validity.ts'
import type { LevelId } from '../ids.ts'
import { PersonError } from '../message.ts'
import type { Premises } from '../model.ts'
import { caught } from './catching.ts'
import { coverOf } from './cover.ts'
import type { FloorEdit, RoomOptions } from './floorEdit.ts'
import { outlineOf } from './outline.ts'
import { joinedFaces, overlay, type Overlay } from './overlay.ts'
import { areaOfFaces, facesIn } from './allotment.ts'
import { redrawn } from './redraw.ts'

/** The smallest room, square metres, and the narrowest, metres: a duct has as much. */
export const smallestM2 = 0.05
export const narrowestRoomM = 0.1

/**
 * A room with this outline. It takes the part of the outline that no zone has yet; an outline within zones is cut out of
 * them. The walls that it shares with its neighbours become one. Throws a `PersonError` `roomTooSmall`, `roomCrossesItself`,
 * `roomTaken` where the outline only covers rooms that are there.
 */
export function drawRoom(
  premises: Premises,
  levelId: LevelId,
  outline: Ring,
  options: RoomOptions = {},
): FloorEdit {
  const shape = normalised({ outer: outline.map(snapPoint), holes: [] })
  const faults = polygonFaults(shape).map(({ kind }) => kind)
  if (faults.includes('crossing')) throw new PersonError('roomCrossesItself')
  if (faults.length > 0 || !isRoom([shape])) throw new PersonError('roomTooSmall', { leastM2: smallestM2 })
  const cover = coverOf(premises, levelId)
  const over = overlay(cover, [{ cells: caught(cover, shape.outer, true), closed: true, number: 0 }])
  const within = over.faces.map((_, face) => face).filter((face) => over.drawnIn[face]?.includes(0))
  const free = joinedFaces(
    over,
    within.filter((face) => over.zonesIn[face]?.length === 0),
    partsRooms(over),
  )
  const rooms = free.filter((faces) => isRoomOf(over, faces))
  const freeM2 = rooms.reduce((sum, faces) => sum + areaOfFaces(over, faces), 0)
  if (freeM2 > nearlyNothing * area(shape))
    return redrawn(premises, over, { parts: new Map(), rooms: rooms.map((faces) => ({ faces })) }, options)
  return cutOut(premises, over, within, options)
}

/** Share of an outline that may be free and the room still be cut out of the zones it lies in: a line drawn a little over an outer wall. */
const nearlyNothing = 0.02

function cutOut(
  premises: Premises,
  over: Overlay,
  within: readonly number[],
  options: RoomOptions,
): FloorEdit {
  const taken = new Set(within)
  const parts = new Map<number, readonly (readonly number[])[]>()
  for (const place of over.cover.zones.keys()) {
    const faces = facesIn(over, place)
    if (over.cover.zones[place]?.isFixed === true) for (const face of faces) taken.delete(face)
    if (!faces.some((face) => taken.has(face))) continue
    const left = joinedFaces(
      over,
      faces.filter((face) => !taken.has(face)),
      partsRooms(over),
    )
    const rooms = left
      .filter((group) => isRoomOf(over, group))
      .toSorted((p, q) => areaOfFaces(over, q) - areaOfFaces(over, p))
    if (rooms.length > 0) {
      parts.set(place, rooms)
      // Slivers too small to stay a room of their own go with the new one.
      for (const group of left) if (!rooms.includes(group)) for (const face of group) taken.add(face)
    } else {
      // A room that the outline covers altogether stays as it is.
      for (const face of faces) taken.delete(face)
      parts.delete(place)
    }
  }
  const groups = joinedFaces(over, [...taken], partsRooms(over))
  const rooms = groups.filter((faces) => isRoomOf(over, faces))
  if (rooms.length === 0) throw new PersonError('roomTaken')
  // What is cut off and too small for a room stays floor of the zone that it was in.
  for (const group of groups) {
    if (rooms.includes(group)) continue
    for (const [place, left] of parts) {
      const own = group.filter((face) => over.zonesIn[face]?.includes(place))
      if (own.length > 0) parts.set(place, [...left, ...joinedFaces(over, own, partsRooms(over))])
    }
  }
  return redrawn(premises, over, { parts, rooms: rooms.map((group) => ({ faces: group })) }, options)
}

/** Pieces of loose walls, which part rooms once they enclose something. */
function partsRooms({ pieces }: Overlay): (piece: number) => boolean {
  return (piece) => pieces[piece]?.tags.some((tag) => tag < 0) === true
}

/** Whether faces together are large and wide enough to be a room. */
export function isRoomOf(over: Overlay, faces: readonly number[], leastWidthM = narrowestRoomM): boolean {
  if (areaOfFaces(over, faces) < smallestM2) return false
  const polygon = outlineOf(over.corners, over.pieces, over, faces)
  return polygon !== null && inset([polygon], leastWidthM / 2 - 0.001).length > 0
}

function isRoom(shape: Parameters<typeof inset>[0]): boolean {
  return (
    shape.every((each) => area(each) >= smallestM2) && inset(shape, narrowestRoomM / 2 - 0.001).length > 0
  )
}
