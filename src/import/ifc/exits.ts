import type { Evidence } from '../../premises/evidence.ts'
import type { Opening, Zone } from '../../premises/model.ts'
import { isNeverEscape } from '../../premises/doorOperations.ts'
import { isOutdoor } from '../../premises/places.ts'
import { assumed, fromDrawing } from '../draft.ts'
import type { Door } from './doors.ts'
import type { Properties } from './properties.ts'
import type { Storey } from './storeys.ts'

/** Storeys whose floor is this near to the ground's are at the ground: buildings on a slope, half-levels. */
const atGroundM = 1.2

export interface ExitJudgement {
  readonly exit: NonNullable<Opening['exit']>
  readonly evidence: Evidence
  /** Taken for an exit without a word of the file. */
  readonly derived: boolean
}

/** Zones of the use of a yard lead away; a balcony or a roof does not. */
const leadsAway: readonly string[] = ['yard', 'gate', 'outdoor', 'truckStand']

/**
 * Whether a door is an exit. Final: it leads outside at the ground, and the file says that it is external or says nothing
 * (then it is derived). Undecided: it leads outside on another storey (balcony, terrace, outdoor stair), or the file says
 * that it is internal. Revolving and roller doors are none. null: it leads from one room to another.
 */
export function judgeExit(
  door: Door,
  zones: readonly [Zone | null, Zone | null],
  storey: Storey | undefined,
  grounds: readonly Storey[],
  properties: Properties,
  file: string,
): ExitJudgement | null {
  const beyond = zones.find((zone) => zone === null || isOutdoor(zone))
  if (beyond === undefined || zones.every((zone) => zone !== null && isOutdoor(zone))) return null
  if (isNeverEscape(door.operation.operation))
    return { exit: 'none', evidence: fromDrawing(file, 'OperationType'), derived: false }
  const ground = grounds.find((each) => each.buildingId === storey?.buildingId) ?? grounds[0]
  const isAtGround =
    storey !== undefined &&
    ground !== undefined &&
    Math.abs(storey.floorZ - ground.floorZ) <= atGroundM &&
    Math.abs(door.sillZ - ground.floorZ) <= atGroundM + 0.3
  const isExternal = properties.truth(door.id, 'IsExternal')
  const isFireExit = properties.truth(door.id, 'FireExit') === true
  const opensAway = beyond === null || leadsAway.includes(beyond.use)
  const said = fromDrawing(file, isFireExit ? 'Pset_DoorCommon.FireExit' : 'Pset_DoorCommon.IsExternal')
  if (!isAtGround || !opensAway)
    return { exit: 'undecided', evidence: assumed('ifcNotAtGround'), derived: false }
  if (isExternal === true || isFireExit) return { exit: 'final', evidence: said, derived: false }
  if (isExternal === false) return { exit: 'undecided', evidence: said, derived: false }
  return { exit: 'final', evidence: assumed('ifcExitDerived'), derived: true }
}
