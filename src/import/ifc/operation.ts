import type { DoorOperation, DoorProperties } from '../../premises/model.ts'
import { enumeration, text } from './attributes.ts'
import type { IfcModel } from './model.ts'
import { operationOfName } from '../words.ts'

export interface Operation {
  readonly operation: DoorOperation
  readonly leaves: 1 | 2
  /** Jamb of the first hinge, seen along the door's opening direction: left is the origin of its placement. */
  readonly hinge: 'left' | 'right' | null
  readonly bothWays: boolean
  /** One of its two panels is fixed: only a part of the width opens. */
  readonly fixedPanel: boolean
  /** How it is known: the schema's operation type, or words in a name (an assumption). */
  readonly from: 'type' | 'name' | null
}

/**
 * How a door opens, by the operation type of the door or of its type (IfcDoorStyle, IfcDoorType). A type that is not
 * defined is guessed from names. Directions as IFC has them: the door opens towards the +y of its placement, and left and
 * right are seen looking along +y.
 */
export function operationOf(model: IfcModel, doorId: number): Operation {
  const door = model.line(doorId)
  const type = model.typeOf(doorId)
  const kind = [door, type]
    .map((line) => enumeration(line, 'PredefinedType'))
    .find((value) => value === 'GATE' || value === 'TURNSTILE' || value === 'BOOM_BARRIER')
  const stated = [enumeration(door, 'OperationType'), enumeration(type, 'OperationType')].find(
    (value) => value !== null && known(value) !== null,
  )
  const operation = stated ? known(stated) : null
  if (kind === 'TURNSTILE') return { ...plain, operation: 'turnstile', from: 'type' }
  if (operation !== null) return kind ? { ...operation, operation: 'gate' } : operation
  if (kind) return { ...plain, operation: 'gate', from: 'type' }
  const names = [
    text(door, 'Name'),
    text(door, 'ObjectType'),
    text(type, 'Name'),
    text(door, 'UserDefinedOperationType'),
    text(type, 'UserDefinedOperationType'),
  ]
  for (const name of names) {
    const guessed = name === null ? null : operationOfName(name)
    if (guessed !== null) return { ...plain, operation: guessed, from: 'name' }
  }
  return plain
}

const plain: Operation = {
  operation: 'unknown',
  leaves: 1,
  hinge: null,
  bothWays: false,
  fixedPanel: false,
  from: null,
}

/** IfcDoorStyleOperationEnum, IfcDoorTypeOperationEnum; null for USERDEFINED, NOTDEFINED and words of no schema. */
function known(type: string): Operation | null {
  const leaves = type.startsWith('DOUBLE_DOOR') || type.startsWith('DOUBLE_PANEL') ? 2 : 1
  const make = (operation: DoorOperation, more: Partial<Operation> = {}): Operation => ({
    ...plain,
    operation,
    leaves,
    from: 'type',
    ...more,
  })
  switch (type) {
    case 'SINGLE_SWING_LEFT':
      return make('swing', { hinge: 'left' })
    case 'SINGLE_SWING_RIGHT':
      return make('swing', { hinge: 'right' })
    // The name says where the hinges of the moving panel are, not on which side it stands.
    case 'SWING_FIXED_LEFT':
      return make('swing', { hinge: 'left', fixedPanel: true })
    case 'SWING_FIXED_RIGHT':
      return make('swing', { hinge: 'right', fixedPanel: true })
    case 'DOUBLE_DOOR_SINGLE_SWING':
    case 'DOUBLE_PANEL_SINGLE_SWING':
      return make('swing', { hinge: 'left' })
    case 'DOUBLE_DOOR_SINGLE_SWING_OPPOSITE_LEFT':
    case 'DOUBLE_DOOR_SINGLE_SWING_OPPOSITE_RIGHT':
      return make('swing', { hinge: 'left', bothWays: true })
    case 'DOUBLE_SWING_LEFT':
      return make('doubleSwing', { leaves: 1, hinge: 'left', bothWays: true })
    case 'DOUBLE_SWING_RIGHT':
      return make('doubleSwing', { leaves: 1, hinge: 'right', bothWays: true })
    case 'DOUBLE_DOOR_DOUBLE_SWING':
    case 'DOUBLE_PANEL_DOUBLE_SWING':
      return make('doubleSwing', { hinge: 'left', bothWays: true })
    case 'SLIDING_TO_LEFT':
    case 'SLIDING_TO_RIGHT':
    case 'DOUBLE_DOOR_SLIDING':
    case 'DOUBLE_PANEL_SLIDING':
      return make('sliding')
    case 'FOLDING_TO_LEFT':
    case 'FOLDING_TO_RIGHT':
    case 'DOUBLE_DOOR_FOLDING':
    case 'DOUBLE_PANEL_FOLDING':
      return make('folding')
    case 'REVOLVING':
    case 'REVOLVING_HORIZONTAL':
    case 'REVOLVING_VERTICAL':
      return make('revolving')
    case 'ROLLINGUP':
    case 'LIFTING_HORIZONTAL':
    case 'DOUBLE_DOOR_LIFTING_VERTICAL':
    case 'LIFTING_VERTICAL_LEFT':
    case 'LIFTING_VERTICAL_RIGHT':
      return make('rollerShutter')
    default:
      return null
  }
}

/** The stored properties; hinge and side of the segment are known only where its direction is the door's own. */
export function doorProperties(operation: Operation, ownDirection: boolean): DoorProperties {
  const { operation: kind, leaves, hinge, bothWays } = operation
  const swings = kind === 'swing' || kind === 'doubleSwing'
  return {
    operation: kind,
    leaves,
    ...(swings && ownDirection && hinge
      ? { hinge: hinge === 'left' ? ('start' as const) : ('end' as const) }
      : {}),
    ...(swings && ownDirection ? { opensTo: bothWays ? ('both' as const) : ('left' as const) } : {}),
  }
}
