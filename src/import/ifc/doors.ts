import { type Point, type Segment } from '../../premises/geometry/plane.ts'
import { leftNormal } from '../../premises/geometry/segment.ts'
import { enumeration, text } from './attributes.ts'
import { placeFilling, type Filling } from './filling.ts'
import type { Origin } from './mesh.ts'
import type { IfcModel } from './model.ts'
import { operationOf, type Operation } from './operation.ts'
import type { Pace } from './pace.ts'
import { probeSides, type SpaceAt } from './probe.ts'
import type { Space } from './spaces.ts'
import { namesPartition } from '../words.ts'

/** A door with the rooms that it joins. */
export interface Door extends Filling {
  readonly operation: Operation
  /** Left and right of its line. */
  readonly left: Space | null
  readonly right: Space | null
  /** In the middle of the wall. */
  readonly segment: Segment
}

export interface LeftOutDoor {
  readonly id: number
  readonly sourceId: string
  readonly name: string
  readonly why: 'noShape' | 'partition' | 'withinOneRoom' | 'noRoom' | 'trapDoor'
  readonly space: Space | null
}

export interface DoorReading {
  readonly doors: readonly Door[]
  readonly left: readonly LeftOutDoor[]
}

/** Rooms are looked up this far above the sill. */
const probeHeightM = 0.5
/** Doors lower than this within one room are cubicle and cupboard doors. */
const partitionHeightM = 1.9

/** Every IfcDoor with its width, jambs and operation, and the rooms on both sides by their geometry. */
export async function readDoors(
  model: IfcModel,
  at: SpaceAt,
  origin: Origin,
  pace: Pace,
): Promise<DoorReading> {
  const doors: Door[] = []
  const left: LeftOutDoor[] = []
  const ids = model.ids('IFCDOOR', true)
  for (const [index, id] of ids.entries()) {
    await pace.at(index / ids.length)
    const filling = placeFilling(model, id, origin)
    const name = filling?.name ?? text(model.line(id), 'Name') ?? `#${id}`
    const leave = (why: LeftOutDoor['why'], space: Space | null = null): void => {
      left.push({ id, sourceId: text(model.line(id), 'GlobalId') ?? `#${id}`, name, why, space })
    }
    if (filling === null) {
      leave('noShape')
      continue
    }
    if (
      [model.line(id), model.typeOf(id)].some((line) => enumeration(line, 'PredefinedType') === 'TRAPDOOR')
    ) {
      leave('trapDoor')
      continue
    }
    const door = joinDoor(filling, operationOf(model, id), at)
    const typeName = text(model.typeOf(id), 'Name') ?? ''
    if (door.left !== null && door.left === door.right) {
      const partition = door.heightM < partitionHeightM || namesPartition(name) || namesPartition(typeName)
      leave(partition ? 'partition' : 'withinOneRoom', door.left)
    } else if (door.left === null && door.right === null) leave('noRoom')
    else doors.push(door)
  }
  return { doors, left }
}

function joinDoor(filling: Filling, operation: Operation, at: SpaceAt): Door {
  const z = filling.sillZ + probeHeightM
  const sides = probeSides(at, filling.start, filling.end, z, filling.depthM / 2 + 0.5)
  const shift = middleOfWall(sides.leftM, sides.rightM, filling.depthM)
  const [nx, ny] = leftNormal([filling.start, filling.end])
  const moved = ([x, y]: Point): Point => [x + nx * shift, y + ny * shift]
  return {
    ...filling,
    operation,
    left: sides.left,
    right: sides.right,
    segment: [moved(filling.start), moved(filling.end)],
  }
}

/** How far to the left of the probed line the middle of the wall is. */
function middleOfWall(leftM: number | null, rightM: number | null, depthM: number): number {
  const half = Math.min(depthM, 0.6) / 2
  if (leftM !== null && rightM !== null) return (leftM - rightM) / 2
  if (leftM !== null) return leftM > 0 && leftM < half * 2 + 0.1 ? 0 : leftM - half
  if (rightM !== null) return rightM > 0 && rightM < half * 2 + 0.1 ? 0 : half - rightM
  return 0
}
