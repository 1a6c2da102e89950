import { emptyPremises } from '../../premises/empty.ts'
import { newId } from '../../premises/ids.ts'
import type { Level, Opening, Premises, Wall, Zone } from '../../premises/model.ts'
import type { Polygon } from '../../premises/geometry/plane.ts'
import { isOutdoor } from '../../premises/places.ts'
import { fromDrawing } from '../draft.ts'
import { text } from './attributes.ts'
import type { Door } from './doors.ts'
import { judgeExit, type ExitJudgement } from './exits.ts'
import { fileTitle, firstName } from './labels.ts'
import { levelRecords } from './levels.ts'
import { liftRecords, rampRecords } from './liftRecords.ts'
import { doorRecord, passageRecord, windowRecord } from './openings.ts'
import { outlinesOf } from './outlines.ts'
import type { FilePosition } from './position.ts'
import type { Reading } from './read.ts'
import type { Space } from './spaces.ts'
import { assumedStairs, stairRecords, withKind, type StairMade } from './stairRecords.ts'
import type { Storey } from './storeys.ts'
import { zoneRecords } from './zones.ts'

/** The premises, and which record came of which element, for the findings. */
export interface Built {
  readonly premises: Premises
  readonly zoneOf: ReadonlyMap<Space, Zone>
  readonly doors: readonly {
    readonly door: Door
    readonly opening: Opening
    readonly exit: ExitJudgement | null
  }[]
  readonly stairs: readonly StairMade[]
}

export function buildPremises(reading: Reading, position: FilePosition, file: string): Built {
  const { model, rooms, storeys, properties } = reading
  const [projectId] = model.ids('IFCPROJECT')
  const project = projectId === undefined ? null : model.line(projectId)
  const facilityName = firstName([text(project, 'LongName'), text(project, 'Name')]) ?? fileTitle(file)
  const { buildings, levels, levelOf } = levelRecords(model, storeys, position.placement, file, facilityName)
  const zoneOf = zoneRecords(rooms.spaces, {
    file,
    storeys: storeys.storeys,
    movedRooms: storeys.movedRooms,
    levelOf,
    properties,
    stairs: reading.stairs.links,
    shafts: reading.transports.shafts,
  })
  const sources = { file, zoneOf, properties }
  const grounds = storeys.storeys.filter((storey) =>
    storeys.grounds.some((ground) => ground.id === storey.id),
  )
  const placed = <T extends { readonly storeyId: number | null; readonly sillZ: number }>(
    element: T,
  ): { storey: Storey; level: Level } | null => {
    const storey = storeyFor(element, storeys.storeys)
    const level = storey && levelOf.get(storey.id)
    return storey && level ? { storey, level } : null
  }
  const outlines = storeyOutlines(reading, zoneOf, levelOf)
  const doors = reading.doors.doors.flatMap((door) => {
    const at = placed(door)
    if (at === null) return []
    const sides = [door.left, door.right].map((space) =>
      space === null ? null : (zoneOf.get(space) ?? null),
    )
    const exit = judgeExit(door, {
      zones: [sides[0] ?? null, sides[1] ?? null],
      storey: at.storey,
      grounds,
      outlines: outlines.get(at.storey.id) ?? [],
      properties,
      file,
    })
    return [{ door, exit, opening: doorRecord(door, at.level, at.storey.floorZ, exit, sources) }]
  })
  const windows = reading.windows.flatMap((window) => {
    const at = placed(window)
    return at === null ? [] : [windowRecord(window, at.level, at.storey.floorZ, sources)]
  })
  const passages = numbered(reading).flatMap(({ passage, index }) => {
    const levelId = zoneOf.get(passage.left)?.levelId ?? zoneOf.get(passage.right)?.levelId ?? null
    return levelId === null ? [] : [passageRecord(passage, levelId, index, sources)]
  })
  const openings = [...doors.map(({ opening }) => opening), ...passages, ...windows]
  const zones = keyed([...zoneOf.values()])
  const byStorey = levels.map((level) => Object.values(zones).filter((zone) => zone.levelId === level.id))
  const elevationOf = (zone: Zone): number =>
    levels.find((level) => level.id === zone.levelId)?.elevationM ?? 0
  const linked = stairRecords(reading.stairs.links, zoneOf, file)
  const stairs = [...linked, ...assumedStairs(byStorey, linked, elevationOf)].map(({ stair, links }) => ({
    links,
    stair: withKind(stair, zones, openings),
  }))
  const walls = reading.walls.flatMap(({ sourceId, storeyId, kind, polygon }): Wall[] => {
    const level = levelOf.get(storeyId)
    return level ? [{ id: newId<'wall'>(), levelId: level.id, kind, polygon, sourceId, evidence: {} }] : []
  })
  const empty = emptyPremises({ name: facilityName })
  const guid = text(project, 'GlobalId')
  const premises: Premises = {
    ...empty,
    facility: {
      ...empty.facility,
      placement: position.placement,
      evidence: { name: fromDrawing(file) },
      ...(guid === null ? {} : { sourceId: guid }),
    },
    buildings: keyed(buildings),
    levels: keyed(levels.map((level) => withOutline(level, outlines, levelOf))),
    zones,
    openings: keyed(openings),
    walls: keyed(walls),
    stairs: keyed(stairs.map(({ stair }) => stair)),
    ramps: keyed(rampRecords(reading.ramps.links, zoneOf, file)),
    lifts: keyed(liftRecords(byStorey, file)),
  }
  return { premises, zoneOf, doors, stairs }
}

/** Outlines of the building on each storey; rooms outdoors are no part of it. */
function storeyOutlines(
  { storeys, walls, doors, windows }: Reading,
  zoneOf: ReadonlyMap<Space, Zone>,
  levelOf: ReadonlyMap<number, Level>,
): ReadonlyMap<number, readonly Polygon[]> {
  return new Map(
    storeys.storeys.map(({ id }) => {
      const levelId = levelOf.get(id)?.id
      const rooms = [...zoneOf.values()].filter((zone) => zone.levelId === levelId && !isOutdoor(zone))
      const solids = walls.filter((wall) => wall.storeyId === id)
      const openings = [...doors.doors, ...windows].filter((opening) => opening.storeyId === id)
      const outlines = outlinesOf(
        rooms.map((zone) => zone.polygon),
        solids.map((wall) => wall.polygon),
        openings.map((opening) => opening.segment),
      )
      return [id, outlines]
    }),
  )
}

/** A level with the largest outline of its storey. */
function withOutline(
  level: Level,
  outlines: ReadonlyMap<number, readonly Polygon[]>,
  levelOf: ReadonlyMap<number, Level>,
): Level {
  const storeyId = [...levelOf].find(([, each]) => each === level)?.[0]
  const outline = storeyId === undefined ? undefined : outlines.get(storeyId)?.[0]
  return outline ? { ...level, outline } : level
}

function keyed<T extends { readonly id: string }>(records: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(records.map((record) => [record.id, record]))
}

/** An opening this far off the floor of its storey stands on another. */
const misfiledM = 1.8

/** The storey that an opening is filed under, unless its sill clearly stands on another (stair rooms, doors filed below). */
function storeyFor(
  { storeyId, sillZ }: { readonly storeyId: number | null; readonly sillZ: number },
  storeys: readonly Storey[],
): Storey | undefined {
  const filed = storeys.find((storey) => storey.id === storeyId)
  const standsOn = storeys
    .filter((storey) => storey.floorZ <= sillZ + 0.5)
    .toSorted((p, q) => q.floorZ - p.floorZ)[0]
  if (filed === undefined) return standsOn ?? storeys[0]
  const isOff =
    sillZ < filed.floorZ - misfiledM / 2 ||
    (standsOn !== undefined &&
      standsOn !== filed &&
      sillZ > standsOn.floorZ - 0.5 &&
      sillZ - filed.floorZ > misfiledM)
  return isOff ? (standsOn ?? filed) : filed
}

/** Passages with their number among those of the same two rooms, in an order that does not depend on the file's. */
function numbered({ passages }: Reading) {
  const count = new Map<string, number>()
  const sorted = passages.toSorted(
    (p, q) => p.segment[0][0] - q.segment[0][0] || p.segment[0][1] - q.segment[0][1] || q.widthM - p.widthM,
  )
  return sorted.map((passage) => {
    const rooms = [passage.left.sourceId, passage.right.sourceId].toSorted().join('+')
    const index = count.get(rooms) ?? 0
    count.set(rooms, index + 1)
    return { passage, index }
  })
}
