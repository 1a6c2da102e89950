import { type Point, type Polygon, snapPoint } from '../geometry/plane.ts'
import type { BuildingId, ZoneId } from '../ids.ts'
import type { Premises, Stair, StairRun, TableName } from '../model.ts'
import type { Change } from '../operation.ts'
import { frameOf, reframed } from '../placement.ts'

/** Whether a record that another names has gone. */
export type Gone = (table: TableName, id: string) => boolean

/**
 * One round of clearing: for every record of `state` that names one that has gone, the change that mends it, or its
 * own deletion where it cannot stand without. `before` still has what has gone (a deleted building's frame).
 */
export function dangling(before: Premises, state: Premises, gone: Gone): Change[] {
  const changes: Change[] = []
  const set = (table: TableName, id: string, field: string | null, after: unknown) => {
    changes.push({ record: { table, id }, field, after })
  }
  /** Takes away a reference that a record can do without, and its evidence. */
  const clear = (
    table: TableName,
    id: string,
    field: string,
    target: TableName,
    value: string | undefined,
  ) => {
    if (value === undefined || !gone(target, value)) return
    set(table, id, field, null)
    set(table, id, `evidence.${field}`, null)
  }
  /** Takes what has gone out of a list of references. */
  const thin = (
    table: TableName,
    id: string,
    field: string,
    target: TableName,
    values: readonly string[] = [],
  ) => {
    const left = values.filter((value) => !gone(target, value))
    if (left.length < values.length) set(table, id, field, left.length > 0 ? left : null)
  }

  const owner = state.facility.organisationId
  if (owner !== undefined && gone('organisations', owner))
    changes.push({ record: { table: 'facility' }, field: 'organisationId', after: null })
  for (const { id, parentId } of Object.values(state.organisations))
    clear('organisations', id, 'parentId', 'organisations', parentId)
  for (const { id, buildingId } of Object.values(state.levels))
    if (gone('buildings', buildingId)) set('levels', id, null, null)
  for (const wall of Object.values(state.walls))
    if (gone('levels', wall.levelId)) set('walls', wall.id, null, null)
  for (const underlay of Object.values(state.underlays))
    if (gone('levels', underlay.levelId)) set('underlays', underlay.id, null, null)

  for (const zone of Object.values(state.zones)) {
    if (zone.levelId !== null && gone('levels', zone.levelId)) {
      set('zones', zone.id, null, null)
      continue
    }
    thin('zones', zone.id, 'spansLevelIds', 'levels', zone.spansLevelIds)
    clear('zones', zone.id, 'compartmentId', 'compartments', zone.compartmentId)
    clear('zones', zone.id, 'usedById', 'organisations', zone.usedById)
    clear('zones', zone.id, 'managedById', 'organisations', zone.managedById)
    if (zone.buildingId !== undefined && gone('buildings', zone.buildingId)) {
      const move = intoSite(before, state, zone.buildingId)
      if (zone.levelId === null && move) set('zones', zone.id, 'polygon', moved(zone.polygon, move))
      set('zones', zone.id, 'buildingId', null)
    }
  }

  for (const opening of Object.values(state.openings)) {
    if (gone('levels', opening.levelId)) {
      set('openings', opening.id, null, null)
      continue
    }
    const sides = opening.sides.map((side) => (side !== null && gone('zones', side) ? null : side))
    if (sides.some((side, index) => side !== opening.sides[index]))
      set('openings', opening.id, 'sides', sides)
  }

  for (const stair of Object.values(state.stairs)) {
    const left = withRuns(withoutZones(stair, (zone) => gone('zones', zone)))
    if (left === stair) continue
    if (left.zoneIds.length < 2) {
      set('stairs', stair.id, null, null)
      continue
    }
    if (left.zoneIds !== stair.zoneIds) set('stairs', stair.id, 'zoneIds', left.zoneIds)
    set('stairs', stair.id, 'runs', left.runs)
  }

  for (const ramp of Object.values(state.ramps))
    if (gone('zones', ramp.lowerZoneId) || gone('zones', ramp.upperZoneId)) set('ramps', ramp.id, null, null)
  for (const lift of Object.values(state.lifts)) {
    const left = lift.zoneIds.filter((zone) => !gone('zones', zone))
    if (left.length === lift.zoneIds.length) continue
    if (left.length === 0) set('lifts', lift.id, null, null)
    else set('lifts', lift.id, 'zoneIds', left)
  }
  for (const point of Object.values(state.assemblyPoints)) {
    if (point.buildingId === undefined || !gone('buildings', point.buildingId)) continue
    const move = intoSite(before, state, point.buildingId)
    if (move) set('assemblyPoints', point.id, 'position', move(point.position))
    set('assemblyPoints', point.id, 'buildingId', null)
  }
  for (const study of Object.values(state.studies)) {
    thin('studies', study.id, 'shutOpeningIds', 'openings', study.shutOpeningIds)
    thin('studies', study.id, 'closedZoneIds', 'zones', study.closedZoneIds)
  }
  return changes
}

/** The stair without the zones that have gone; the runs below and above one are joined, those at the ends go with it. */
function withoutZones(stair: Stair, gone: (zone: ZoneId) => boolean): Stair {
  if (!stair.zoneIds.some(gone)) return stair
  const zoneIds: ZoneId[] = []
  const runs: StairRun[] = []
  let climbed: StairRun = { flights: [], landings: [] }
  stair.zoneIds.forEach((zone, index) => {
    const run = index > 0 ? stair.runs[index - 1] : undefined
    if (run)
      climbed = {
        ...climbed,
        ...run,
        flights: [...climbed.flights, ...run.flights],
        landings: [...climbed.landings, ...run.landings],
      }
    if (gone(zone)) return
    if (zoneIds.length > 0) runs.push(climbed)
    zoneIds.push(zone)
    climbed = { flights: [], landings: [] }
  })
  return { ...stair, zoneIds, runs }
}

/** The stair with one run between each two of its zones: two units that both changed it may leave more, or fewer. */
function withRuns(stair: Stair): Stair {
  const between = Math.max(0, stair.zoneIds.length - 1)
  if (stair.runs.length === between) return stair
  const runs = Array.from(
    { length: between },
    (_, index) => stair.runs[index] ?? { flights: [], landings: [] },
  )
  return { ...stair, runs }
}

/** From the plan of a building that has gone to the plan of the site: outdoor things keep their place on the ground. */
function intoSite(before: Premises, state: Premises, building: BuildingId): ((point: Point) => Point) | null {
  const placement = before.buildings[building]?.placement
  if (placement === undefined) return null
  const from = frameOf(placement)
  const to = frameOf(state.facility.placement)
  return (point) => snapPoint(reframed(point, from, to))
}

function moved(polygon: Polygon, move: (point: Point) => Point): Polygon {
  return { outer: polygon.outer.map(move), holes: polygon.holes.map((hole) => hole.map(move)) }
}
