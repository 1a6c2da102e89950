import type { BuildingId, LevelId } from '../premises/ids.ts'
import type { Premises } from '../premises/model.ts'
import type { RecordRef } from '../premises/operation.ts'
import { insideEvenOdd } from '../premises/geometry/inside.ts'
import type { Polygon } from '../premises/geometry/plane.ts'
import { distance, distanceToSegment } from '../premises/geometry/segment.ts'
import { framesOf, openingsShown, zonesShown } from './place.ts'
import type { Mark } from './marks.ts'

export interface PickInput {
  readonly premises: Premises
  readonly levelId: LevelId | null
  /** Where the pointer is, longitude and latitude. */
  readonly at: readonly [number, number]
  /** Metres under one CSS pixel. */
  readonly metresPerPx: number
  /** Reach of the pointer, CSS pixels: a few for a mouse, a finger's width for touch. */
  readonly reachPx: number
  /** Signs that can be tapped. */
  readonly marks: readonly Mark[]
}

/** A door is taken from as far as this at most, metres, so that rooms can be picked on a small map. */
const widestReachM = 1.2

/**
 * The things under the pointer, the smallest first: signs, openings within reach (nearest first), stairs and lifts,
 * zones from small to large, other buildings. The first is what a tap selects; a second tap takes the next.
 */
export function thingsAt(input: PickInput): readonly RecordRef[] {
  const { premises, levelId } = input
  const frames = framesOf(premises)
  const found: RecordRef[] = []
  const add = (record: RecordRef) => {
    if (!found.some((other) => sameRecord(other, record))) found.push(record)
  }
  for (const mark of marksNear(input)) add(mark.record)
  for (const record of openingsNear(input)) add(record)
  for (const zone of zonesShown(premises, levelId).toReversed()) {
    if (!insideEvenOdd(zone.polygon, frames.ofZone(zone).toLocal(input.at))) continue
    const stair = Object.values(premises.stairs).find((candidate) => candidate.zoneIds.includes(zone.id))
    const lift = Object.values(premises.lifts).find((candidate) => candidate.zoneIds.includes(zone.id))
    if (stair) add({ table: 'stairs', id: stair.id })
    if (lift) add({ table: 'lifts', id: lift.id })
    add({ table: 'zones', id: zone.id })
  }
  const own = levelId ? premises.levels[levelId]?.buildingId : null
  for (const { buildingId, polygon } of otherBuildings(premises, own ?? null)) {
    if (insideEvenOdd(polygon, frames.of(buildingId).toLocal(input.at)))
      add({ table: 'buildings', id: buildingId })
  }
  return found
}

function marksNear({ premises, levelId, at, metresPerPx, reachPx, marks }: PickInput): readonly Mark[] {
  const frames = framesOf(premises)
  const reach = (reachPx + 10) * metresPerPx
  const frameOfMark = ({ record }: Mark) => {
    if (record.table === 'assemblyPoints') return frames.of(premises.assemblyPoints[record.id]?.buildingId)
    if (record.table === 'zones') return frames.ofZoneId(record.id as never)
    return frames.ofLevel(levelId)
  }
  return marks
    .filter((mark) => mark.sign !== 'assumed')
    .map((mark) => ({ mark, far: distance(frameOfMark(mark).toLocal(at), mark.position) }))
    .filter(({ far }) => far <= reach)
    .toSorted((a, b) => a.far - b.far)
    .map(({ mark }) => mark)
}

function openingsNear({ premises, levelId, at, metresPerPx, reachPx }: PickInput): readonly RecordRef[] {
  const point = framesOf(premises).ofLevel(levelId).toLocal(at)
  const reach = Math.min(reachPx * metresPerPx, widestReachM)
  return openingsShown(premises, levelId)
    .map((opening) => ({ opening, far: distanceToSegment(opening.segment, point) }))
    .filter(({ far }) => far <= reach)
    .toSorted((a, b) => a.far - b.far)
    .map(({ opening }) => ({ table: 'openings', id: opening.id }))
}

/** Footprints of the buildings beside the one that is shown; a building without one lends its lowest upper level's outline. */
export function otherBuildings(
  premises: Premises,
  own: BuildingId | null,
): readonly { readonly buildingId: BuildingId; readonly name: string; readonly polygon: Polygon }[] {
  return Object.values(premises.buildings).flatMap((building) => {
    if (building.id === own) return []
    const outlines = Object.values(premises.levels)
      .filter((level) => level.buildingId === building.id && level.outline)
      .toSorted((a, b) => Math.abs(a.ordinal) - Math.abs(b.ordinal))
    const polygon = building.footprint ?? outlines[0]?.outline
    return polygon ? { buildingId: building.id, name: building.name, polygon } : []
  })
}

export function sameRecord(a: RecordRef | null, b: RecordRef | null): boolean {
  if (!a || !b || a.table !== b.table) return a === b
  return a.table === 'facility' || b.table === 'facility' ? true : a.id === b.id
}
