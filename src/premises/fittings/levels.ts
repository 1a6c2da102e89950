import usual from '../../../data/new-facility.json'
import type { Evidence } from '../evidence.ts'
import { snap } from '../geometry/plane.ts'
import { type BuildingId, type LevelId, newId } from '../ids.ts'
import { PersonError } from '../message.ts'
import type { Level, Premises } from '../model.ts'
import type { Change } from '../operation.ts'
import type { FloorEdit } from '../floor/index.ts'
import type { LevelNames } from './levelNames.ts'
import { runChanges } from './runHeights.ts'

/** A storey above the highest or below the lowest of a building, named in turn (Tầng n, Tầng hầm n) by `nameOf`. */
export function addLevel(
  premises: Premises,
  buildingId: BuildingId,
  where: 'above' | 'below',
  heightM: number,
  nameOf: LevelNames,
): FloorEdit {
  checkHeight(heightM)
  const levels = levelsOf(premises, buildingId)
  if (levels.length >= 2 * usual.mostStoreys.value)
    throw new PersonError('levelTooMany', { most: 2 * usual.mostStoreys.value })
  const next = where === 'above' ? nextAbove(levels) : nextBelow(levels, heightM)
  const level = newLevel(buildingId, next.ordinal, next.elevationM, heightM, nameOf)
  const record = { table: 'levels', id: level.id } as const
  return { changes: [{ record, field: null, after: level }], made: [record] }
}

/** The levels of a new building, bottom to top: so many storeys of one height from the ground up, and so many down. */
export function newLevels(
  buildingId: BuildingId,
  storeysAbove: number,
  storeysBelow: number,
  heightM: number,
  nameOf: LevelNames,
): readonly Level[] {
  return Array.from({ length: storeysAbove + storeysBelow }, (_, index) => {
    const ordinal = index - storeysBelow
    return newLevel(buildingId, ordinal, ordinal * heightM, heightM, nameOf)
  })
}

/**
 * The storey height of a level; the levels above it (below, in basements) move with it, so that each stands on the one
 * beneath, and stairs get the risers of the new height. Throws `levelHeight`.
 */
export function setLevelHeight(premises: Premises, levelId: LevelId, heightM: number): FloorEdit {
  checkHeight(heightM)
  const level = premises.levels[levelId]
  if (!level) throw new PersonError('levelGone')
  const height = snap(heightM)
  const evidence: Evidence = { mark: 'drawing' }
  const set = (id: string, field: string, after: unknown): Change => ({
    record: { table: 'levels', id },
    field,
    after,
  })
  const elevations = elevationsAfter(premises, level, height)
  const changes = [set(levelId, 'heightM', height), set(levelId, 'evidence.heightM', evidence)]
  for (const [id, elevationM] of elevations)
    if (premises.levels[id]?.elevationM !== elevationM) changes.push(set(id, 'elevationM', elevationM))
  return {
    changes: [...changes, ...runChanges(premises, elevations)],
    made: [{ table: 'levels', id: levelId }],
  }
}

/** The levels of a building, bottom to top. */
export function levelsOf({ levels }: Premises, buildingId: BuildingId): readonly Level[] {
  return Object.values(levels)
    .filter((level) => level.buildingId === buildingId)
    .toSorted((a, b) => a.elevationM - b.elevationM || a.ordinal - b.ordinal)
}

/** Whether a storey counts as one: a height between one metre and the highest hall that anybody enters. Throws `levelHeight`. */
export function checkHeight(heightM: number): void {
  if (!(heightM >= 1 && heightM <= 100))
    throw new PersonError('levelHeight', { heightM }, { field: 'heightM' })
}

/** Whole storeys: a level between two has an ordinal with a half in it. */
export function isWhole({ ordinal }: Level): boolean {
  return Number.isInteger(ordinal)
}

function newLevel(
  buildingId: BuildingId,
  ordinal: number,
  elevationM: number,
  heightM: number,
  nameOf: LevelNames,
): Level {
  const isUsual = heightM === usual.storeyHeight.value
  const evidence: Evidence = isUsual
    ? { mark: 'assumed', source: usual.storeyHeight.source }
    : { mark: 'drawing' }
  return {
    id: newId<'level'>(),
    buildingId,
    ...nameOf(ordinal),
    ordinal,
    elevationM: snap(elevationM),
    heightM: snap(heightM),
    evidence: { elevationM: evidence, heightM: evidence },
  }
}

interface Next {
  readonly ordinal: number
  readonly elevationM: number
}

function nextAbove(levels: readonly Level[]): Next {
  const top = levels.at(-1)
  if (!top) return { ordinal: 0, elevationM: 0 }
  const ordinal = Math.floor(Math.max(...levels.map((level) => level.ordinal))) + 1
  return { ordinal, elevationM: top.elevationM + (top.heightM ?? usual.storeyHeight.value) }
}

function nextBelow(levels: readonly Level[], heightM: number): Next {
  const bottom = levels[0]
  if (!bottom) return { ordinal: -1, elevationM: -heightM }
  const ordinal = Math.ceil(Math.min(...levels.map((level) => level.ordinal))) - 1
  return { ordinal, elevationM: bottom.elevationM - heightM }
}

/** Elevations once a level has a height: storeys above ground push up, basements push down. */
function elevationsAfter(premises: Premises, level: Level, heightM: number): ReadonlyMap<LevelId, number> {
  const levels = levelsOf(premises, level.buildingId)
  const above = levels.find(
    (each) => each.elevationM > level.elevationM && each.ordinal >= Math.floor(level.ordinal) + 1,
  )
  const topM = above?.elevationM ?? level.elevationM + (level.heightM ?? usual.storeyHeight.value)
  const growsM = heightM - (topM - level.elevationM)
  const isBasement = level.ordinal < 0
  return new Map(
    levels.map((each) => {
      const moves = isBasement
        ? each.elevationM <= level.elevationM
        : above && each.elevationM >= above.elevationM
      return [each.id, moves ? snap(each.elevationM + (isBasement ? -growsM : growsM)) : each.elevationM]
    }),
  )
}
