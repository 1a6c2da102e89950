import { weakestMark } from '../evidence.ts'
import type { Evidence } from '../evidence.ts'
import { sharedEdges } from '../geometry/sharedEdges.ts'
import { leftNormal } from '../geometry/segment.ts'
import { area } from '../geometry/measure.ts'
import type { Point, Polygon } from '../geometry/plane.ts'
import { snapPoint } from '../geometry/plane.ts'
import { difference } from '../geometry/polygonOps.ts'
import { newId } from '../ids.ts'
import type { LevelId, ZoneId } from '../ids.ts'
import { PersonError } from '../message.ts'
import type { Premises, Zone } from '../model.ts'
import type { Change } from '../operation.ts'
import { personsOf } from '../persons.ts'
import { assistedOf } from '../occupants.ts'
import { caught } from './catching.ts'
import { coverOf, type Cover } from './cover.ts'
import type { FloorEdit } from './floorEdit.ts'
import { joinedFaces, overlay, type Overlay } from './overlay.ts'
import { redrawn } from './redraw.ts'

/**
 * Neighbouring zones made one: the first keeps its id, name and use; persons are added up; openings between them go. Rooms with
 * a thick wall between them take the wall in, where they face each other. Throws `zonesNotNeighbours`.
 */
export function mergeZones(premises: Premises, ids: readonly ZoneId[]): FloorEdit {
  const zones = [...new Set(ids)].flatMap((id) => premises.zones[id] ?? [])
  const [first, ...others] = zones
  const levelId = first?.levelId
  if (first === undefined || levelId === null || levelId === undefined || others.length === 0)
    throw new PersonError('zonesNotNeighbours')
  if (others.some((zone) => zone.levelId !== levelId)) throw new PersonError('zonesNotNeighbours')

  const cover = coverOf(premises, levelId)
  const places = cover.zones.flatMap(({ zone }, place) => (zones.includes(zone) ? [place] : []))
  if (places.length !== zones.length) throw new PersonError('zonesNotNeighbours')
  const thin = united(cover, places, [])
  const between = thin === null ? wallsBetween(zones) : []
  const found = thin ?? united(cover, places, between)
  if (found === null) throw new PersonError('zonesNotNeighbours')
  const { over, all } = found
  const keeper = places.find((place) => cover.zones[place]?.zone === first)
  const parts = new Map(places.map((place) => [place, place === keeper ? [all] : []]))
  const { changes } = redrawn(premises, over, { parts, rooms: [] }, {})
  return {
    changes: [
      ...changes,
      ...personsAdded(first, zones),
      ...takenOver(premises, first.id, others),
      ...bodiesLess(premises, levelId, between),
    ],
    made: [{ table: 'zones', id: first.id }],
  }
}

/** All faces of some zones, and of the bodies of walls between them, in one piece; null where they fall apart. */
function united(
  cover: Cover,
  places: readonly number[],
  between: readonly Polygon[],
): { readonly over: Overlay; readonly all: readonly number[] } | null {
  const over = overlay(
    cover,
    between.map(({ outer }, number) => ({ cells: caught(cover, outer, true), closed: true, number })),
  )
  const ours = new Set(places)
  const faces = over.faces.flatMap((_, face) => {
    const within = over.zonesIn[face] ?? []
    const isWall = within.length === 0 && (over.drawnIn[face] ?? []).length > 0
    return isWall || within.some((place) => ours.has(place)) ? [face] : []
  })
  const [all, ...apart] = joinedFaces(over, faces, () => false)
  return all === undefined || apart.length > 0 ? null : { over, all }
}

const thickM = 0.5
const thinM = 0.002

/** The bodies of walls between zones that face each other across one. */
function wallsBetween(zones: readonly Zone[]): readonly Polygon[] {
  return zones.flatMap((a, at) =>
    zones.slice(at + 1).flatMap((b) =>
      sharedEdges(a.polygon, b.polygon, thickM)
        .filter(({ gapM }) => gapM > thinM)
        .map(({ segment, gapM }): Polygon => {
          const [nx, ny] = leftNormal(segment)
          const off = ([x, y]: Point, m: number): Point => snapPoint([x + nx * m, y + ny * m])
          const [p, q] = segment
          const half = gapM / 2
          return { outer: [off(p, -half), off(q, -half), off(q, half), off(p, half)], holes: [] }
        }),
    ),
  )
}

/** The persons of all in the first, where any of them has a count. */
function personsAdded(first: Zone, zones: readonly Zone[]): readonly Change[] {
  if (zones.every(({ occupants }) => occupants === undefined)) return []
  const persons = zones.map(personsOf)
  const record = { table: 'zones', id: first.id } as const
  const mark = weakestMark(persons.filter(({ count }) => count > 0).map((each) => each.mark))
  const added: Evidence = { mark: persons.some(({ count }) => count > 0) ? mark : 'assumed', note: 'addedUp' }
  const assisted = zones.reduce((sum, zone) => sum + assistedOf(zone), 0)
  return [
    { record, field: 'occupants', after: persons.reduce((sum, { count }) => sum + count, 0) },
    { record, field: 'evidence.occupants', after: added },
    ...(assisted > 0
      ? [
          { record, field: 'assisted', after: assisted },
          { record, field: 'evidence.assisted', after: added },
        ]
      : []),
  ]
}

/** Stairs, lifts and ramps of zones that go lead to the one that stays. */
function takenOver(premises: Premises, id: ZoneId, others: readonly Zone[]): readonly Change[] {
  const gone = new Set<string>(others.map((zone) => zone.id))
  const now = (zone: ZoneId) => (gone.has(zone) ? id : zone)
  const changes: Change[] = []
  const through = (table: 'stairs' | 'lifts', at: string, zoneIds: readonly ZoneId[]) => {
    if (zoneIds.some((zone) => gone.has(zone)))
      changes.push({ record: { table, id: at }, field: 'zoneIds', after: zoneIds.map(now) })
  }
  for (const stair of Object.values(premises.stairs)) through('stairs', stair.id, stair.zoneIds)
  for (const lift of Object.values(premises.lifts)) through('lifts', lift.id, lift.zoneIds)
  for (const { id: at, lowerZoneId, upperZoneId } of Object.values(premises.ramps))
    for (const [field, zone] of [
      ['lowerZoneId', lowerZoneId],
      ['upperZoneId', upperZoneId],
    ] as const)
      if (gone.has(zone)) changes.push({ record: { table: 'ramps', id: at }, field, after: id })
  return changes
}

/** Bodies of walls that a file brought, without what has become floor. */
function bodiesLess(premises: Premises, levelId: LevelId, taken: readonly Polygon[]): readonly Change[] {
  if (taken.length === 0) return []
  return Object.values(premises.walls).flatMap((wall): readonly Change[] => {
    if (
      wall.levelId !== levelId ||
      wall.line !== undefined ||
      (wall.kind !== 'wall' && wall.kind !== 'fireWall')
    )
      return []
    const before = area(wall.polygon)
    const [left, ...pieces] = difference([wall.polygon], taken).toSorted((p, q) => area(q) - area(p))
    if (left !== undefined && pieces.length === 0 && before - area(left) < 0.001) return []
    const record = { table: 'walls', id: wall.id } as const
    if (left === undefined) return [{ record, field: null, after: null }]
    return [
      { record, field: 'polygon', after: left },
      ...pieces.map((polygon): Change => {
        const { sourceId: _source, ...rest } = wall
        const id = newId<'wall'>()
        return { record: { table: 'walls', id }, field: null, after: { ...rest, id, polygon } }
      }),
    ]
  })
}
