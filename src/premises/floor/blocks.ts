import { drawnMark } from '../fittings/marks.ts'
import { insideEvenOdd } from '../geometry/inside.ts'
import type { Point } from '../geometry/plane.ts'
import { midpoint } from '../geometry/segment.ts'
import { newId } from '../ids.ts'
import type { LevelId, ZoneId } from '../ids.ts'
import { PersonError } from '../message.ts'
import type { Opening, Premises, Wall, Zone } from '../model.ts'
import type { Change } from '../operation.ts'
import { caught } from './catching.ts'
import { coverFrom, drawnOn } from './cover.ts'
import { isRoomOf } from './drawRoom.ts'
import type { FloorEdit } from './floorEdit.ts'
import { reachOf } from './followOpenings.ts'
import { stripAlong } from './looseWalls.ts'
import { joinedFaces, overlay, type DrawnLine } from './overlay.ts'
import { type NewRoom, areaOfFaces } from './allotment.ts'
import { redrawn } from './redraw.ts'
import { partOf } from './rooms.ts'
import { sharedOut } from './shares.ts'
import {
  laidDoor,
  laidPolygon,
  laidSegment,
  type Laid,
  mirrored,
  shifted,
  stairsAlong,
  turned,
} from './transform.ts'

/**
 * The block of zones mirrored about the upright (`x`) or level (`y`) axis through its middle, with openings; it takes what is free
 * there. Throws `nothingToMove`, and `noRoomThere` where nothing would be left of a zone.
 */
export function mirrorZones(premises: Premises, ids: readonly ZoneId[], axis: 'x' | 'y'): FloorEdit {
  const zones = blockOf(premises, ids)
  return relaid(premises, zones, mirrored(zones, axis))
}

/**
 * The block of zones turned by quarter turns counter-clockwise about its middle, with openings; it takes what is free there.
 * Throws as `mirrorZones`.
 */
export function turnZones(premises: Premises, ids: readonly ZoneId[], quarters: 1 | 2 | 3): FloorEdit {
  const zones = blockOf(premises, ids)
  return relaid(premises, zones, turned(zones, quarters))
}

/**
 * Copies of zones and of the openings between and on them, so far away, on the same level or another. They take what is free
 * there. Throws `nothingToMove`, `noRoomThere`.
 */
export function copyZones(
  premises: Premises,
  ids: readonly ZoneId[],
  by: Point,
  toLevelId?: LevelId,
): FloorEdit {
  const zones = blockOf(premises, ids)
  const levelId = toLevelId ?? (zones[0]?.levelId as LevelId)
  const laid = shifted(by)
  const copies = zones.map((zone): Zone => {
    const { number: _number, sourceId: _source, spansLevelIds: _spans, ...rest } = zone
    return { ...rest, id: newId(), levelId, polygon: laidPolygon(laid, zone.polygon) }
  })
  const openings = openingsOf(premises, zones).flatMap((opening) => {
    const reachM = reachOf(premises, opening)
    if (reachM === null) return []
    const { sourceId: _source, ...rest } = opening
    const copy: Opening = { ...rest, id: newId(), levelId, segment: laidSegment(laid, opening.segment) }
    return [{ opening: copy, reachM }]
  })
  const walls = wallsIn(premises, zones).map((wall): Wall => ({
    ...laidWall(laid, wall),
    id: newId(),
    levelId,
  }))
  const edit = placed(premises, levelId, copies, new Set(), { segments: new Map(), copies: openings }, false)
  return withWalls(premises, edit, walls)
}

function relaid(premises: Premises, zones: readonly Zone[], laid: Laid): FloorEdit {
  const levelId = zones[0]?.levelId as LevelId
  const ids = new Set(zones.map(({ id }) => id))
  const openings = openingsOf(premises, zones)
  const segments = new Map(openings.map((opening) => [opening.id, laidSegment(laid, opening.segment)]))
  const walls = wallsIn(premises, zones)
  const targets = zones.map((zone) => ({ ...zone, polygon: laidPolygon(laid, zone.polygon) }))
  const leaving = new Set<string>([...ids, ...walls.map(({ id }) => id)])
  const edit = placed(premises, levelId, targets, leaving, { segments }, true)
  const doors = openings.flatMap((opening): readonly Change[] => {
    const door = laidDoor(laid, opening)
    return door === opening.door || door === undefined
      ? []
      : [{ record: { table: 'openings', id: opening.id }, field: 'door', after: door }]
  })
  const gone = new Set<string>(
    edit.changes.flatMap(({ record, field, after }) =>
      record.table === 'openings' && field === null && after === null ? [record.id] : [],
    ),
  )
  const withDoors = doors.filter(({ record }) => record.table === 'openings' && !gone.has(record.id))
  const moved = walls.map((wall) => laidWall(laid, wall))
  const { changes, made } = withWalls(premises, edit, moved)
  return { changes: [...changes, ...withDoors, ...stairsAlong(premises, ids, laid)], made }
}

/** The zones of a level among those that are named: that of the first. */
export function blockOf(premises: Premises, ids: readonly ZoneId[]): readonly Zone[] {
  const zones = [...new Set(ids)]
    .flatMap((id) => premises.zones[id] ?? [])
    .filter(({ levelId }) => levelId !== null)
  const block = zones.filter(({ levelId }) => levelId === zones[0]?.levelId)
  if (block.length === 0) throw new PersonError('nothingToMove')
  return block
}

/** Openings between and on the zones of a block. */
function openingsOf(premises: Premises, zones: readonly Zone[]): readonly Opening[] {
  const ids = new Set<ZoneId | null>(zones.map(({ id }) => id))
  const levelId = zones[0]?.levelId
  return Object.values(premises.openings).filter(
    ({ levelId: on, sides, kind }) =>
      on === levelId && kind !== 'floorOpening' && sides.some((side) => side !== null && ids.has(side)),
  )
}

/** Walls of their own that stand within the zones. */
function wallsIn(premises: Premises, zones: readonly Zone[]): readonly Wall[] {
  return drawnOn(premises, zones[0]?.levelId as LevelId).loose.filter((wall) => isWithin(zones, wall))
}

function isWithin(zones: readonly Zone[], { line = [] }: Wall): boolean {
  return line
    .slice(1)
    .every((end, at) =>
      zones.some(({ polygon }) => insideEvenOdd(polygon, midpoint([line[at] as Point, end]))),
    )
}

function laidWall(laid: Laid, wall: Wall): Wall {
  const line = (wall.line ?? []).map(laid.point)
  return { ...wall, line, polygon: stripAlong(line) }
}

/** The zones laid over what stays on a level, each on what is free of its outline. */
function placed(
  premises: Premises,
  levelId: LevelId,
  zones: readonly Zone[],
  leaving: ReadonlySet<string>,
  openings: Parameters<typeof redrawn>[4],
  isAllNeeded: boolean,
): FloorEdit {
  const drawn = drawnOn(premises, levelId)
  const cover = coverFrom(
    levelId,
    drawn.zones.filter(({ id }) => !leaving.has(id)),
    drawn.loose.filter(({ id }) => !leaving.has(id)),
  )
  const lines = zones.flatMap(({ polygon }, number): DrawnLine[] =>
    [polygon.outer, ...polygon.holes].map((ring) => ({
      cells: caught(cover, ring, true),
      closed: true,
      number,
    })),
  )
  const over = overlay(cover, lines)
  const partsRooms = (piece: number) => over.pieces[piece]?.tags.some((tag) => tag < 0) === true
  const mark = drawnMark(premises, levelId)
  const counts: Change[] = []
  const rooms = zones.flatMap((zone, number): readonly NewRoom[] => {
    const free = over.faces.flatMap((_, face) =>
      over.zonesIn[face]?.length === 0 && over.drawnIn[face]?.[0] === number ? [face] : [],
    )
    const groups = joinedFaces(over, free, partsRooms)
      .filter((faces) => isRoomOf(over, faces))
      .toSorted((p, q) => areaOfFaces(over, q) - areaOfFaces(over, p))
    if (groups.length === 0 && isAllNeeded) throw new PersonError('noRoomThere')
    if (groups.length <= 1) return groups.map((faces) => ({ faces, zone }))
    const shares = sharedOut(
      zone,
      groups.map((faces) => areaOfFaces(over, faces)),
    )
    return groups.map((faces, at) => {
      const share = shares[at] ?? {}
      if (at > 0) return { faces, zone: partOf(zone, zone.polygon, {}, mark, share) }
      if (zone.id in premises.zones)
        for (const [field, after] of Object.entries(share))
          counts.push({ record: { table: 'zones', id: zone.id }, field, after })
      return { faces, zone: { ...zone, ...share } }
    })
  })
  if (rooms.length === 0) throw new PersonError('noRoomThere')
  const edit = redrawn(premises, over, { parts: new Map(), rooms }, {}, openings)
  return { changes: [...edit.changes, ...counts], made: edit.made }
}

/** The edit with walls that go along, where they still stand in a zone of it; else they go. */
function withWalls(premises: Premises, edit: FloorEdit, walls: readonly Wall[]): FloorEdit {
  if (walls.length === 0) return edit
  const zones = edit.changes.flatMap(({ record, field, after }): readonly Zone[] => {
    if (record.table !== 'zones') return []
    if (field === null && after !== null) return [after as Zone]
    const zone = premises.zones[record.id]
    return field === 'polygon' && zone ? [{ ...zone, polygon: after as Zone['polygon'] }] : []
  })
  const changes = walls.map((wall): Change => {
    const record = { table: 'walls', id: wall.id } as const
    return { record, field: null, after: isWithin(zones, wall) ? wall : null }
  })
  return { changes: [...edit.changes, ...changes], made: edit.made }
}
