import type { LevelId } from '../../../premises/ids.ts'
import type { Premises, Table } from '../../../premises/model.ts'

type OnLevel = Table<{ readonly levelId: LevelId | null }>

/** A level with neither a drawing nor a picture to draw over. */
export function isBare(premises: Premises, levelId: LevelId): boolean {
  return !isDrawn(premises, levelId) && !has(premises.underlays, levelId)
}

/** A level with a room, an area or a wall. */
export function isDrawn({ zones, walls }: Premises, levelId: LevelId): boolean {
  return has(zones, levelId) || has(walls, levelId)
}

function has(table: OnLevel, levelId: LevelId): boolean {
  return Object.values(table).some((record) => record.levelId === levelId)
}
