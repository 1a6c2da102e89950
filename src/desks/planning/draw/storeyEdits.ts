import { copyLevel, setLevelHeight } from '../../../premises/fittings/index.ts'
import type { FloorEdit } from '../../../premises/floor/floor.ts'
import { snap } from '../../../premises/geometry/plane.ts'
import type { BuildingId, LevelId } from '../../../premises/ids.ts'
import { PersonError, type Message } from '../../../premises/message.ts'
import type { Level, Premises } from '../../../premises/model.ts'
import type { Change } from '../../../premises/operation.ts'

/** Carries an edit out; what cannot be done is said in the dialog, which lies over the notices. */
export type Edit = (label: string, edit: (premises: Premises) => FloorEdit) => void

/** The levels of a building as they are seen: the highest first. */
export function levelsDown({ levels }: Premises, buildingId: BuildingId): readonly Level[] {
  return Object.values(levels)
    .filter((level) => level.buildingId === buildingId)
    .toSorted((a, b) => b.elevationM - a.elevationM || b.ordinal - a.ordinal)
}

/**
 * The elevation of a level: of a storey above ground it is the height of the one beneath that changes, of a basement its
 * own height; the ground floor takes all levels of the building with it. Throws `levelHeight`, `levelGone`.
 */
export function setElevation(premises: Premises, levelId: LevelId, elevationM: number): FloorEdit {
  const level = premises.levels[levelId]
  if (!level) throw new PersonError('levelGone')
  const levels = levelsDown(premises, level.buildingId)
  const at = levels.indexOf(level)
  const next = level.ordinal > 0 ? levels[at + 1] : levels[at - 1]
  if (level.ordinal > 0 && next) return setLevelHeight(premises, next.id, snap(elevationM - next.elevationM))
  if (level.ordinal < 0 && next) return setLevelHeight(premises, level.id, snap(next.elevationM - elevationM))
  const by = elevationM - level.elevationM
  const shifted = levels.map((each): Change => ({
    record: { table: 'levels', id: each.id },
    field: 'elevationM',
    after: snap(each.elevationM + by),
  }))
  const record = { table: 'levels', id: levelId } as const
  return {
    changes: [...shifted, { record, field: 'evidence.elevationM', after: { mark: 'drawing' } }],
    made: [record],
  }
}

/** A level that a drawing may be copied to, or why it may not. */
export interface CopyTarget {
  readonly level: Level
  readonly fault: Message | null
}

/** The other levels of the building, the highest first, each with what keeps the drawing of `from` from being copied to it. */
export function copyTargets(premises: Premises, from: Level): readonly CopyTarget[] {
  return levelsDown(premises, from.buildingId)
    .filter((level) => level.id !== from.id)
    .map((level) => ({ level, fault: copyFault(premises, from.id, level.id) }))
}

function copyFault(premises: Premises, from: LevelId, to: LevelId): Message | null {
  try {
    copyLevel(premises, from, [to])
    return null
  } catch (error) {
    if (error instanceof PersonError) return error.report
    throw error
  }
}

/** What a level holds. */
export interface Holds {
  readonly rooms: number
  readonly pictures: number
}

export function holdsOf({ zones, underlays }: Premises, levelId: LevelId): Holds {
  const on = (table: Readonly<Record<string, { readonly levelId: LevelId | null }>>) =>
    Object.values(table).filter((record) => record.levelId === levelId).length
  return { rooms: on(zones), pictures: on(underlays) }
}
