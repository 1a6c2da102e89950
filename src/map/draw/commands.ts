import {
  addCorner,
  drawRoom,
  drawWall,
  moveZones,
  removeCorner,
  removeWall,
  type FloorEdit,
} from '../../premises/floor/index.ts'
import {
  moveJamb,
  placeAssemblyPoint,
  placeLift,
  placeOpening,
  placeStair,
  removeThings,
  slideOpening,
  swingTowards,
  type OpeningSpec,
  type StairSpec,
} from '../../premises/fittings/index.ts'
import type { Point, Segment } from '../../premises/geometry/plane.ts'
import type { LevelId, OpeningId, UnderlayId, ZoneId } from '../../premises/ids.ts'
import type { Premises } from '../../premises/model.ts'
import type { Change, RecordRef } from '../../premises/operation.ts'
import type { UnderlayPlace } from '../../premises/underlay.ts'
import type { Drawing } from '../../state/app.ts'

/** An edit that a tool asks for, as plain data; `editOf` makes it. Each is one step of undo. */
export type Command =
  | { readonly kind: 'room'; readonly outline: readonly Point[]; readonly use: string }
  | { readonly kind: 'wall'; readonly line: readonly Point[]; readonly use: string }
  | {
      readonly kind: 'opening'
      readonly at: Point
      readonly spec: OpeningSpec
      readonly reachM: number
      readonly assumed: boolean
    }
  | { readonly kind: 'stair'; readonly spec: StairSpec; readonly middle: Point }
  | { readonly kind: 'lift'; readonly size: Drawing['lift']; readonly middle: Point }
  | { readonly kind: 'assembly'; readonly at: Point }
  /** What a drag has come to; `picked` stays picked. */
  | {
      readonly kind: 'dragged'
      readonly label: 'moveCorner' | 'moveWall' | 'moveZones'
      readonly changes: readonly Change[]
      readonly picked: readonly RecordRef[]
    }
  | { readonly kind: 'moveZones'; readonly ids: readonly ZoneId[]; readonly by: Point }
  | { readonly kind: 'addCorner' | 'removeCorner'; readonly at: Point; readonly picked: readonly RecordRef[] }
  | { readonly kind: 'removeWall'; readonly wall: Segment }
  | { readonly kind: 'remove'; readonly records: readonly RecordRef[] }
  | { readonly kind: 'slide' | 'swing'; readonly id: OpeningId; readonly to: Point }
  | { readonly kind: 'jamb'; readonly id: OpeningId; readonly jamb: 'start' | 'end'; readonly to: Point }
  | { readonly kind: 'underlay'; readonly id: UnderlayId; readonly place: UnderlayPlace }

/** The label of a command's step of undo; its sentence is `action.<label>`. */
export function labelOf(command: Command): string {
  switch (command.kind) {
    case 'room':
      return 'drawRoom'
    case 'wall':
      return 'drawWall'
    case 'opening':
      return { door: 'placeDoor', passage: 'placePassage', window: 'placeWindow' }[command.spec.kind]
    case 'stair':
      return 'placeStair'
    case 'lift':
      return 'placeLift'
    case 'assembly':
      return 'placeAssemblyPoint'
    case 'dragged':
      return command.label
    case 'remove':
      return 'removePicked'
    case 'slide':
      return 'slideOpening'
    case 'swing':
      return 'swingDoor'
    case 'jamb':
      return 'resizeOpening'
    case 'underlay':
      return 'moveUnderlay'
    case 'moveZones':
    case 'addCorner':
    case 'removeCorner':
    case 'removeWall':
      return command.kind
  }
}

/** The edit of a command on a level. Throws a `PersonError` where it cannot be. */
export function editOf(command: Command, premises: Premises, levelId: LevelId): FloorEdit {
  switch (command.kind) {
    case 'room':
      return drawRoom(premises, levelId, command.outline, { use: command.use })
    case 'wall':
      return drawWall(premises, levelId, command.line, { use: command.use })
    case 'opening':
      return placeOpening(premises, levelId, command.at, command.spec, command.reachM, command.assumed)
    case 'stair':
      return placeStair(premises, levelId, command.spec, command.middle)
    case 'lift':
      return placeLift(premises, levelsUp(premises, levelId), command.middle, command.size)
    case 'assembly':
      return placeAssemblyPoint(premises, levelId, command.at)
    case 'dragged':
      return { changes: command.changes, made: command.picked }
    case 'moveZones':
      return moveZones(premises, command.ids, command.by)
    case 'addCorner':
      return { ...addCorner(premises, levelId, command.at), made: command.picked }
    case 'removeCorner':
      return { ...removeCorner(premises, levelId, command.at), made: command.picked }
    case 'removeWall':
      return removeWall(premises, levelId, command.wall)
    case 'remove':
      return removeThings(premises, command.records)
    case 'slide':
      return slideOpening(premises, command.id, command.to)
    case 'swing':
      return swingTowards(premises, command.id, command.to)
    case 'jamb':
      return moveJamb(premises, command.id, command.jamb, command.to)
    case 'underlay':
      return movedUnderlay(command.id, command.place)
  }
}

/** The levels of a building from this one to the top, bottom to top: where a lift goes unless told otherwise. */
export function levelsUp(premises: Premises, levelId: LevelId): readonly LevelId[] {
  const here = premises.levels[levelId]
  if (!here) return []
  return Object.values(premises.levels)
    .filter((level) => level.buildingId === here.buildingId && level.ordinal >= here.ordinal)
    .toSorted((a, b) => a.ordinal - b.ordinal)
    .map((level) => level.id)
}

function movedUnderlay(id: UnderlayId, place: UnderlayPlace): FloorEdit {
  const record: RecordRef = { table: 'underlays', id }
  return {
    changes: [
      { record, field: 'origin', after: place.origin },
      { record, field: 'turnDeg', after: place.turnDeg },
    ],
    made: [],
  }
}
