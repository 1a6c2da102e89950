import { area } from '../../premises/geometry/measure.ts'
import { newId, type LevelId } from '../../premises/ids.ts'
import type { Evidence } from '../../premises/evidence.ts'
import type { Level, Zone } from '../../premises/model.ts'
import { zoneUse, type ZoneUseKey } from '../../premises/uses.ts'
import { assumed, fromDrawing } from '../draft.ts'
import { isOnly, useOfName } from '../words.ts'
import type { Properties } from './properties.ts'
import type { Space } from './spaces.ts'
import type { StairLink } from './stairs.ts'
import type { Storey } from './storeys.ts'

/** A room reaches into the storey above when its ceiling is this much above that floor. */
const spanM = 1.5
/** A room of which a stair fills this share is the stair's own. */
const stairShare = 0.4

export interface ZoneSources {
  readonly file: string
  readonly storeys: readonly Storey[]
  /** The storey that a room is given, where it is not the one it is filed under. */
  readonly movedRooms: ReadonlyMap<Space, number>
  readonly levelOf: ReadonlyMap<number, Level>
  readonly properties: Properties
  readonly stairs: readonly StairLink[]
  /** Rooms in which a lift of the file runs. */
  readonly shafts: ReadonlySet<Space>
}

/** Zones of the rooms; rooms on no storey that is a floor are left out. */
export function zoneRecords(spaces: readonly Space[], sources: ZoneSources): ReadonlyMap<Space, Zone> {
  const zones = new Map<Space, Zone>()
  for (const space of spaces) {
    const storeyId = sources.movedRooms.get(space) ?? space.storeyId
    const storey = sources.storeys.find((each) => each.id === storeyId)
    const level = storey && sources.levelOf.get(storey.id)
    if (storey && level) zones.set(space, zoneOf(space, storey, level.id, sources))
  }
  return zones
}

function zoneOf(space: Space, storey: Storey, levelId: LevelId, sources: ZoneSources): Zone {
  const { file, storeys, levelOf, properties } = sources
  const spans = storeys
    .filter((other) => other.buildingId === storey.buildingId && other.floorZ > storey.floorZ + spanM)
    .filter((other) => space.z1 > other.floorZ + spanM)
    .flatMap((other) => levelOf.get(other.id)?.id ?? [])
  const { use, evidence } = useOf(space, sources)
  const counted = properties.number(space.id, 'OccupancyNumber')
  const occupants = counted !== null && counted > 0 ? Math.ceil(counted) : null
  return {
    id: newId<'zone'>(),
    levelId,
    ...(spans.length > 0 ? { spansLevelIds: spans } : {}),
    name: space.name,
    ...(space.number === null ? {} : { number: space.number }),
    use,
    polygon: space.polygon,
    ...(occupants === null ? {} : { occupants }),
    ceilingHeightM: Math.round((space.z1 - space.z0) * 1000) / 1000,
    sourceId: space.sourceId,
    evidence: {
      name: fromDrawing(file),
      polygon: fromDrawing(file, 'IfcSpace'),
      use: evidence,
      ceilingHeightM: fromDrawing(file, 'IfcSpace'),
      ...(occupants === null
        ? {}
        : { occupants: fromDrawing(file, 'Pset_SpaceOccupancyRequirements.OccupancyNumber') }),
    },
  }
}

/**
 * The use by the room's name, always an assumption. Nobody in an outdoor zone needs a way out, so a name alone makes a
 * room outdoor only where it says nothing else.
 */
function useOf(
  space: Space,
  { file, stairs, shafts }: ZoneSources,
): { readonly use: ZoneUseKey; readonly evidence: Evidence } {
  if (shafts.has(space)) return { use: 'lift', evidence: fromDrawing(file, 'IfcTransportElement') }
  const guessed = useOfName(space.name)
  const isOutdoorUse = guessed !== null && zoneUse(guessed).kind === 'outdoor'
  if (space.outdoor) {
    return isOutdoorUse
      ? { use: guessed, evidence: assumed('fromName') }
      : { use: 'outdoor', evidence: fromDrawing(file, 'IfcSpace.InteriorOrExteriorSpace') }
  }
  if (guessed !== null && (!isOutdoorUse || isOnly(space.name, guessed)))
    return { use: guessed, evidence: assumed('fromName') }
  return isFilledByStair(space, stairs)
    ? { use: 'stair', evidence: assumed('ifcStairInRoom') }
    : { use: 'unknown', evidence: assumed() }
}

/** Whether the treads and landings of the stairs that start here cover most of the room. */
function isFilledByStair(space: Space, stairs: readonly StairLink[]): boolean {
  const covered = stairs
    .filter((link) => link.lower === space)
    .flatMap((link) => [
      ...link.run.flights.map((flight) => flight.risers * flight.treadM * flight.clearWidthM),
      ...link.run.landings.map((landing) => landing.lengthM * landing.widthM),
    ])
    .reduce((sum, m2) => sum + m2, 0)
  return covered >= stairShare * area(space.polygon)
}
