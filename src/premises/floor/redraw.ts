import { drawnMark } from '../fittings/marks.ts'
import { area } from '../geometry/measure.ts'
import type { Polygon } from '../geometry/plane.ts'
import type { ZoneId } from '../ids.ts'
import type { Premises, Zone } from '../model.ts'
import type { Change, RecordRef } from '../operation.ts'
import type { FloorEdit, RoomOptions } from './floorEdit.ts'
import { openingChanges, type Rearranged } from './followOpenings.ts'
import { looseChanges } from './looseWalls.ts'
import { outlineOf } from './outline.ts'
import type { Overlay } from './overlay.ts'
import { isSameOutline, newRoom, partOf, startedAs } from './rooms.ts'
import { type PersonShare, sharedByArea, sharedOut } from './shares.ts'
import { spentCorners } from './spent.ts'
import { type Allotment, areaOfFaces, facesIn } from './allotment.ts'
import { touchedZones } from './touched.ts'

/**
 * The changes that carry an allotment out, in zones, loose walls and openings. What is made: new rooms and parts, else new
 * walls. `openings` says what is known already of openings that go along.
 */
export function redrawn(
  premises: Premises,
  over: Overlay,
  allotment: Allotment,
  options: RoomOptions,
  openings: Omit<Rearranged, 'zones'> = { segments: new Map() },
): FloorEdit {
  const { cover, corners, pieces } = over
  const { parts, rooms } = allotment
  const mark = drawnMark(premises, cover.levelId)
  const changes: Change[] = []
  const made: RecordRef[] = []
  const next = new Map<ZoneId, Polygon | null>()
  const isParting = partingOf(over, allotment)
  const spent = spentCorners(over, isParting)
  const outline = (faces: readonly number[]) => outlineOf(corners, pieces, over, faces, spent)
  const set = (zone: Zone, field: string | null, after: unknown) =>
    changes.push({ record: { table: 'zones', id: zone.id }, field, after })
  const create = (zone: Zone) => {
    set(zone, null, zone)
    made.push({ table: 'zones', id: zone.id })
    next.set(zone.id, zone.polygon)
  }
  /** Persons that come to each new room from the zones out of which it is cut. */
  const brought = rooms.map((): PersonShare[] => [])

  const touched = touchedZones(over, spent, allotment)
  cover.zones.forEach(({ zone, isFixed }, place) => {
    const given = parts.get(place)
    const groups = given ?? [facesIn(over, place)]
    if (isFixed || (given === undefined && !touched.has(place))) return
    const [kept, ...others] = groups.map(outline).filter((polygon) => polygon !== null)
    if (kept === undefined) {
      if (given === undefined) return
      set(zone, null, null)
      next.set(zone.id, null)
      return
    }
    if (!isSameOutline(kept, zone.polygon)) {
      set(zone, 'polygon', startedAs(kept, zone.polygon))
      if (given !== undefined) set(zone, 'evidence.polygon', mark)
      next.set(zone.id, kept)
    }
    if (given === undefined) return
    const cuts = rooms.map(({ faces }) =>
      areaOfFaces(
        over,
        faces.filter((face) => over.zonesIn[face]?.includes(place)),
      ),
    )
    const shares = sharedOut(zone, [kept, ...others].map(area).concat(cuts.filter((size) => size > 0)))
    for (const [field, count] of Object.entries(shares[0] ?? {})) {
      if (count === zone[field as keyof PersonShare]) continue
      set(zone, field, count)
      set(zone, `evidence.${field}`, sharedByArea)
    }
    others.forEach((polygon, at) => create(partOf(zone, polygon, options, mark, shares[at + 1] ?? {})))
    let at = others.length + 1
    cuts.forEach((size, room) => {
      if (size > 0) brought[room]?.push(shares[at++] ?? {})
    })
  })
  rooms.forEach(({ faces, zone }, room) => {
    const polygon = outline(faces)
    if (polygon === null) return
    if (zone === undefined)
      create(newRoom(cover.levelId, polygon, options, mark, summed(brought[room] ?? [])))
    else if (zone.id in premises.zones) {
      set(zone, 'polygon', polygon)
      set(zone, 'evidence.polygon', mark)
      made.push({ table: 'zones', id: zone.id })
      next.set(zone.id, polygon)
    } else create({ ...zone, polygon, evidence: { ...zone.evidence, polygon: mark } })
  })

  const loose = looseChanges(premises, over, isParting)
  return {
    changes: [
      ...changes,
      ...loose.changes,
      ...openingChanges(premises, cover.levelId, { ...openings, zones: next }),
    ],
    made: made.length > 0 ? made : loose.made,
  }
}

/** Whether a piece has different owners on its sides once the allotment is carried out. */
function partingOf(over: Overlay, { parts, rooms }: Allotment): (piece: number) => boolean {
  const owners: number[][] = over.faces.map(() => [])
  let owner = 0
  const own = (faces: readonly number[]) => {
    for (const face of faces) owners[face]?.push(owner)
    owner += 1
  }
  for (const place of over.cover.zones.keys())
    for (const group of parts.get(place) ?? [facesIn(over, place)]) own(group)
  for (const { faces } of rooms) own(faces)
  const keys = owners.map((each) => each.join(' '))
  const keyOf = (half: number) => keys[over.left[half] as number] ?? ''
  return (piece) => keyOf(2 * piece) !== keyOf(2 * piece + 1)
}

function summed(shares: readonly PersonShare[]): PersonShare {
  const sum = (field: keyof PersonShare) =>
    shares.reduce<number | undefined>((all, share) => {
      const count = share[field]
      return count === undefined ? all : (all ?? 0) + count
    }, undefined)
  const [occupants, assisted] = [sum('occupants'), sum('assisted')]
  return {
    ...(occupants === undefined ? {} : { occupants }),
    ...(assisted === undefined ? {} : { assisted }),
  }
}
