import type { Evidence } from '../../premises/evidence.ts'
import type { Polygon } from '../../premises/geometry/plane.ts'
import type { Opening, Zone } from '../../premises/model.ts'
import { isNeverEscape } from '../../premises/doorOperations.ts'
import { isOutdoor } from '../../premises/places.ts'
import { assumed, fromDrawing } from '../draft.ts'
import type { Door } from './doors.ts'
import { leadsIntoTheOpen } from './outlines.ts'
import type { Properties } from './properties.ts'
import type { Storey } from './storeys.ts'

/** Storeys whose floor is this near to the ground's are at the ground: buildings on a slope, half-levels. */
const atGroundM = 1.2

export interface DoorSurroundings {
  /** Left and right of the door. */
  readonly zones: readonly [Zone | null, Zone | null]
  readonly storey: Storey
  readonly grounds: readonly Storey[]
  /** Of the building on the door's storey. */
  readonly outlines: readonly Polygon[]
  readonly properties: Properties
  readonly file: string
}

export interface ExitJudgement {
  readonly exit: NonNullable<Opening['exit']>
  readonly evidence: Evidence
  /** Taken for an exit without a word of the file. */
  readonly derived: boolean
}

/** Zones of the use of a yard lead away; a balcony or a roof does not. */
const leadsAway: readonly string[] = ['yard', 'gate', 'outdoor', 'truckStand']

/**
 * Whether a door is an exit. Final: it leads into the open at the ground, and the file says that it is external or says
 * nothing (then it is derived). Undecided: it leads outside on another storey (balcony, terrace, outdoor stair), into a
 * courtyard or a room that the file does not have, or the file says that it is internal. Revolving and roller doors are
 * none. null: it leads from one room to another.
 */
export function judgeExit(door: Door, surroundings: DoorSurroundings): ExitJudgement | null {
  const { zones, storey, grounds, properties, file } = surroundings
  const outer = zones.findIndex((zone) => zone === null || isOutdoor(zone))
  if (outer < 0 || zones.every((zone) => zone !== null && isOutdoor(zone))) return null
  const beyond = zones[outer] ?? null
  const undecided = (evidence: Evidence): ExitJudgement => ({ exit: 'undecided', evidence, derived: false })
  if (isNeverEscape(door.operation.operation)) {
    return { exit: 'none', evidence: fromDrawing(file, 'OperationType'), derived: false }
  }
  const ground = grounds.find((each) => each.buildingId === storey.buildingId) ?? grounds[0]
  const isAtGround =
    ground !== undefined &&
    Math.abs(storey.floorZ - ground.floorZ) <= atGroundM &&
    Math.abs(door.sillZ - ground.floorZ) <= atGroundM + 0.3
  if (!isAtGround || (beyond !== null && !leadsAway.includes(beyond.use)))
    return undecided(assumed('ifcNotAtGround'))
  if (!leadsIntoTheOpen(door.segment, outer === 0 ? 'left' : 'right', surroundings.outlines)) {
    return undecided(assumed('ifcEnclosed'))
  }
  const isExternal = properties.truth(door.id, 'IsExternal')
  const isFireExit = properties.truth(door.id, 'FireExit') === true
  const said = fromDrawing(file, isFireExit ? 'Pset_DoorCommon.FireExit' : 'Pset_DoorCommon.IsExternal')
  if (isExternal === true || isFireExit) return { exit: 'final', evidence: said, derived: false }
  if (isExternal === false) return undecided(said)
  return { exit: 'final', evidence: assumed('ifcExitDerived'), derived: true }
}
