import { describe, expect, test } from 'vitest'
import { copyTargets, holdsOf, levelsDown, setElevation } from '../../src/desks/planning/draw/storeyEdits.ts'
import { drawRoom } from '../../src/premises/floor/index.ts'
import type { FloorEdit } from '../../src/premises/floor/floor.ts'
import type { BuildingId, LevelId } from '../../src/premises/ids.ts'
import { PersonError } from '../../src/premises/message.ts'
import type { Level, Premises } from '../../src/premises/model.ts'
import { apply, makeOperations } from '../../src/premises/operations/index.ts'
import { newFacility } from '../../src/state/newFacility.ts'

const start = newFacility({
  name: 'Trụ sở',
  address: '',
  headName: '',
  buildingName: 'Nhà A',
  storeysAbove: 3,
  storeysBelow: 2,
  storeyHeightM: 3,
})

function after(premises: Premises, edit: FloorEdit): Premises {
  return apply(premises, makeOperations(premises, edit.changes, 'test', 0))
}

function levelsOf(premises: Premises): readonly Level[] {
  const building = Object.keys(premises.buildings)[0] as BuildingId
  return levelsDown(premises, building)
}

function level(premises: Premises, ordinal: number): Level {
  const found = levelsOf(premises).find((each) => each.ordinal === ordinal)
  if (!found) throw new Error(`no level ${ordinal}`)
  return found
}

function elevations(premises: Premises): readonly number[] {
  return levelsOf(premises).map(({ elevationM }) => elevationM)
}

describe('the elevation of a level', () => {
  test('of an upper storey is the height of the one beneath; those above move with it', () => {
    const now = after(start, setElevation(start, level(start, 1).id, 4.2))
    expect(elevations(now)).toEqual([7.2, 4.2, 0, -3, -6])
    expect(level(now, 0).heightM).toBe(4.2)
  })

  test('of a basement is its own height; those below move with it', () => {
    const now = after(start, setElevation(start, level(start, -1).id, -3.5))
    expect(elevations(now)).toEqual([6, 3, 0, -3.5, -6.5])
    expect(level(now, -1).heightM).toBe(3.5)
  })

  test('of the ground floor takes the whole building with it', () => {
    const now = after(start, setElevation(start, level(start, 0).id, 0.45))
    expect(elevations(now)).toEqual([6.45, 3.45, 0.45, -2.55, -5.55])
    expect(level(now, 0).heightM).toBe(3)
    expect(level(now, 0).evidence['elevationM']?.mark).toBe('drawing')
  })

  test('below the level beneath is refused', () => {
    expect(() => setElevation(start, level(start, 2).id, 2)).toThrow(PersonError)
  })
})

describe('the levels that a drawing may be copied to', () => {
  const square = [
    [0, 0],
    [6, 0],
    [6, 4],
    [0, 4],
  ] as const
  const ground: LevelId = level(start, 0).id
  const drawn = after(start, drawRoom(start, ground, square))

  test('are the bare ones of the building, from the top down', () => {
    expect(holdsOf(drawn, ground)).toEqual({ rooms: 1, pictures: 0 })
    const targets = copyTargets(drawn, level(drawn, 0))
    expect(targets.map(({ level: each }) => each.ordinal)).toEqual([2, 1, -1, -2])
    expect(targets.every(({ fault }) => fault === null)).toBe(true)
  })

  test('a level with a drawing says so', () => {
    const both = after(drawn, drawRoom(drawn, level(drawn, 1).id, square))
    const upper = copyTargets(both, level(both, 0)).find(({ level: each }) => each.ordinal === 1)
    expect(upper?.fault?.code).toBe('levelNotBare')
  })
})
