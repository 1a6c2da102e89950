import type { BuildingId, LevelId } from '../ids.ts'
import type { Premises } from '../model.ts'
import type { FloorEdit } from '../floor/floor.ts'

/** A storey above the highest or below the lowest of a building, named in turn (Tầng n, Tầng hầm n) by `nameOf`. */
export function addLevel(
  _premises: Premises,
  _buildingId: BuildingId,
  _where: 'above' | 'below',
  _heightM: number,
  _nameOf: LevelNames,
): FloorEdit {
  throw new Error('not built')
}

export type LevelNames = (ordinal: number) => { readonly name: string; readonly shortName: string }

/** The storey height of a level; the levels above it (below, in basements) move with it, so that each stands on the one beneath. */
export function setLevelHeight(_premises: Premises, _levelId: LevelId, _heightM: number): FloorEdit {
  throw new Error('not built')
}

/** A further building with levels of its own, beside those there are. */
export function addBuilding(
  _premises: Premises,
  _name: string,
  _storeysAbove: number,
  _storeysBelow: number,
  _heightM: number,
  _nameOf: LevelNames,
): FloorEdit {
  throw new Error('not built')
}

/**
 * The drawing of a level copied to others of its building, which must be bare (`levelNotBare`): zones, openings, walls, and not the
 * assembly points. Stairs and lifts whose zones lie on each other from storey to storey are joined with runs of the source's
 * shape at the storey's own height. Room numbers that begin with the storey's number are renumbered (101 → 201). Exits of the
 * ground floor are not copied as exits. Persons are copied.
 */
export function copyLevel(_premises: Premises, _from: LevelId, _to: readonly LevelId[]): FloorEdit {
  throw new Error('not built')
}
