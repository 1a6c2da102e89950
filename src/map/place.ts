import type { BuildingId, LevelId, ZoneId } from '../premises/ids.ts'
import type { Level, Opening, Premises, Zone } from '../premises/model.ts'
import type { RecordRef } from '../premises/operation.ts'
import { area } from '../premises/geometry/measure.ts'
import type { Point } from '../premises/geometry/plane.ts'
import { leftNormal, midpoint } from '../premises/geometry/segment.ts'
import { planPoint, underlaysOf } from '../premises/underlay.ts'
import { frameOf, type Frame } from './frame.ts'
import { isShown } from './routeLines.ts'

/** Frames of the premises' buildings and of the site, by building id (null: the site). */
export interface Frames {
  readonly of: (buildingId: BuildingId | null | undefined) => Frame
  readonly ofLevel: (levelId: LevelId | null) => Frame
  readonly ofZone: (zone: Zone) => Frame
  readonly ofZoneId: (zoneId: ZoneId) => Frame
}

const known = new WeakMap<Premises, Frames>()

export function framesOf(premises: Premises): Frames {
  const found = known.get(premises)
  if (found) return found
  const site = frameOf(premises.facility.placement)
  const byBuilding = new Map(
    Object.values(premises.buildings).map((building) => [building.id, frameOf(building.placement)]),
  )
  const of: Frames['of'] = (buildingId) => (buildingId ? byBuilding.get(buildingId) : undefined) ?? site
  const ofLevel: Frames['ofLevel'] = (levelId) => of(levelId ? premises.levels[levelId]?.buildingId : null)
  const ofZone: Frames['ofZone'] = (zone) => (zone.levelId ? ofLevel(zone.levelId) : of(zone.buildingId))
  const frames: Frames = {
    of,
    ofLevel,
    ofZone,
    ofZoneId: (zoneId) => {
      const zone = premises.zones[zoneId]
      return zone ? ofZone(zone) : site
    },
  }
  known.set(premises, frames)
  return frames
}

/** What is seen on a level. */
interface Shown {
  readonly zones: readonly Zone[]
  readonly openings: readonly Opening[]
}

const shown = new WeakMap<Premises, Map<LevelId | null, Shown>>()

/** Zones seen on a level, bottom to top: those without level first, then its own and those that run through it; larger first. */
export function zonesShown(premises: Premises, levelId: LevelId | null): readonly Zone[] {
  return shownOn(premises, levelId).zones
}

export function openingsShown(premises: Premises, levelId: LevelId | null): readonly Opening[] {
  return shownOn(premises, levelId).openings
}

/** Kept per state of the premises: the pointer asks with every move. */
function shownOn(premises: Premises, levelId: LevelId | null): Shown {
  let levels = shown.get(premises)
  if (!levels) shown.set(premises, (levels = new Map()))
  let found = levels.get(levelId)
  if (!found) {
    const zones = Object.values(premises.zones)
      .filter((zone) => isShown(zone, levelId))
      .map((zone) => ({ zone, indoors: zone.levelId === null ? 0 : 1, size: area(zone.polygon) }))
      .toSorted((a, b) => a.indoors - b.indoors || b.size - a.size)
      .map(({ zone }) => zone)
    const openings = Object.values(premises.openings).filter((opening) => opening.levelId === levelId)
    levels.set(levelId, (found = { zones, openings }))
  }
  return found
}

/** Unit vector that points out of the building at an opening with one side outside; null between two zones. */
export function outward(premises: Premises, opening: Opening): Point | null {
  const isOutside = (zoneId: ZoneId | null) => zoneId === null || premises.zones[zoneId]?.levelId === null
  const [left, right] = [isOutside(opening.sides[0]), isOutside(opening.sides[1])]
  if (left === right) return null
  const [nx, ny] = leftNormal(opening.segment)
  return left ? [nx, ny] : [-nx, -ny]
}

/** The levels that a record is seen on; empty for a record that is always shown, null for one that has no place. */
export function levelsOfRecord(premises: Premises, record: RecordRef): readonly LevelId[] | null {
  if (record.table === 'facility') return []
  const ofZones = (ids: readonly ZoneId[]) =>
    ids
      .flatMap((id) => premises.zones[id]?.levelId ?? [])
      .filter((id, index, all) => all.indexOf(id) === index)
  const { id } = record
  switch (record.table) {
    case 'zones': {
      const zone = premises.zones[id]
      if (!zone) return null
      return zone.levelId ? [zone.levelId, ...(zone.spansLevelIds ?? [])] : []
    }
    case 'openings': {
      const opening = premises.openings[id]
      return opening ? [opening.levelId] : null
    }
    case 'walls': {
      const wall = premises.walls[id]
      return wall ? [wall.levelId] : null
    }
    case 'levels':
      return premises.levels[id] ? [premises.levels[id].id] : null
    case 'stairs':
      return premises.stairs[id] ? ofZones(premises.stairs[id].zoneIds) : null
    case 'lifts':
      return premises.lifts[id] ? ofZones(premises.lifts[id].zoneIds) : null
    case 'ramps': {
      const ramp = premises.ramps[id]
      return ramp ? ofZones([ramp.lowerZoneId, ramp.upperZoneId]) : null
    }
    case 'buildings':
      return premises.buildings[id] ? [] : null
    case 'assemblyPoints':
      return premises.assemblyPoints[id] ? [] : null
    default:
      return null
  }
}

/** The plan points that a record covers on a level, with their frame: what the map frames or outlines. */
export function extentOfRecord(
  premises: Premises,
  record: RecordRef,
  levelId: LevelId | null,
): { readonly frame: Frame; readonly points: readonly Point[] } | null {
  if (record.table === 'facility') return null
  const frames = framesOf(premises)
  const { id } = record
  const zonesExtent = (ids: readonly ZoneId[]) => {
    const zones = ids.flatMap((zoneId) => premises.zones[zoneId] ?? [])
    const here = zones.filter((zone) => isShown(zone, levelId))
    const chosen = here.length > 0 ? here : zones
    const first = chosen[0]
    return first
      ? { frame: frames.ofZone(first), points: chosen.flatMap((zone) => zone.polygon.outer) }
      : null
  }
  switch (record.table) {
    case 'zones':
      return zonesExtent([id as ZoneId])
    case 'stairs':
      return premises.stairs[id] ? zonesExtent(premises.stairs[id].zoneIds) : null
    case 'lifts':
      return premises.lifts[id] ? zonesExtent(premises.lifts[id].zoneIds) : null
    case 'ramps':
      return premises.ramps[id]
        ? zonesExtent([premises.ramps[id].lowerZoneId, premises.ramps[id].upperZoneId])
        : null
    case 'openings': {
      const opening = premises.openings[id]
      return opening ? { frame: frames.ofLevel(opening.levelId), points: opening.segment } : null
    }
    case 'walls': {
      const wall = premises.walls[id]
      return wall ? { frame: frames.ofLevel(wall.levelId), points: wall.polygon.outer } : null
    }
    case 'assemblyPoints': {
      const point = premises.assemblyPoints[id]
      return point ? { frame: frames.of(point.buildingId), points: [point.position] } : null
    }
    case 'levels':
      return levelExtent(premises, id as LevelId)
    case 'buildings': {
      const level = Object.values(premises.levels).find((candidate) => candidate.buildingId === id)
      const footprint = premises.buildings[id]?.footprint
      if (footprint) return { frame: frames.of(id as BuildingId), points: footprint.outer }
      return level ? levelExtent(premises, level.id) : null
    }
    default:
      return null
  }
}

/**
 * The plan points of a level: its outline, or else its zones and walls; while it is drawn, and where nothing is drawn, the
 * pictures beneath it as well. Null where there is nothing.
 */
export function levelExtent(premises: Premises, levelId: LevelId, isDrawing = false) {
  const level = premises.levels[levelId]
  if (!level) return null
  const frame = framesOf(premises).ofLevel(levelId)
  const drawn = drawnPoints(premises, level)
  if (drawn.length > 0 && !isDrawing) return { frame, points: drawn }
  const pictures = underlaysOf(premises, levelId)
    .filter((underlay) => underlay.hidden !== true)
    .flatMap((underlay) => {
      const { widthPx: w, heightPx: h } = underlay
      const corners = [[0, 0], [w, 0], [w, h], [0, h]] as const // prettier-ignore
      return corners.map((pixel) => planPoint(underlay, pixel))
    })
  const points = [...drawn, ...pictures]
  if (points.length > 0) return { frame, points }
  const footprint = premises.buildings[level.buildingId]?.footprint
  return footprint ? { frame, points: footprint.outer } : null
}

function drawnPoints(premises: Premises, level: Level): readonly Point[] {
  if (level.outline) return level.outline.outer
  return [...Object.values(premises.zones), ...Object.values(premises.walls)]
    .filter((record) => record.levelId === level.id)
    .flatMap((record) => record.polygon.outer)
}

/** Middle of an opening, moved by `offM` metres to the outside where it has one. */
export function markPlace(premises: Premises, opening: Opening, offM: number): Point {
  const [x, y] = midpoint(opening.segment)
  const out = outward(premises, opening)
  return out ? [x + out[0] * offM, y + out[1] * offM] : [x, y]
}
