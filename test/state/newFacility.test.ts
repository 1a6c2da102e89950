import { describe, expect, test } from 'vitest'
import { PersonError } from '../../src/premises/message.ts'
import type { Level, Premises } from '../../src/premises/model.ts'
import { distanceM } from '../../src/premises/placement.ts'
import type { NewFacility } from '../../src/state/app.ts'
import { newFacility } from '../../src/state/newFacility.ts'

const six: NewFacility = {
  name: 'Trụ sở liên cơ',
  address: '',
  headName: '',
  buildingName: '',
  storeysAbove: 3,
  storeysBelow: 1,
}

/** Levels of the nth building, bottom to top. */
function levelsOf(premises: Premises, index = 0): readonly Level[] {
  const building = Object.values(premises.buildings)[index]
  return Object.values(premises.levels)
    .filter((level) => level.buildingId === building?.id)
    .toSorted((a, b) => a.elevationM - b.elevationM)
}

describe('a new facility of six fields', () => {
  const levels = levelsOf(newFacility(six))

  test('has its storeys by name, from the basement up', () => {
    expect(levels.map(({ name }) => name)).toEqual(['Tầng hầm 1', 'Tầng 1', 'Tầng 2', 'Tầng 3'])
    expect(levels.map(({ shortName }) => shortName)).toEqual(['H1', 'T1', 'T2', 'T3'])
    expect(levels.map(({ ordinal }) => ordinal)).toEqual([-1, 0, 1, 2])
  })

  test('stands on the ground, with usual heights that are marked as assumed', () => {
    expect(levels.map(({ elevationM }) => elevationM)).toEqual([-3.6, 0, 3.6, 7.2])
    for (const level of levels) expect(level.evidence['heightM']?.mark).toBe('assumed')
  })

  test('is refused without a name or a storey', () => {
    const code = (fields: NewFacility) => {
      try {
        newFacility(fields)
        return null
      } catch (error) {
        return error instanceof PersonError ? error.report.code : error
      }
    }
    expect(code({ ...six, name: ' ' })).toBe('newFacilityName')
    expect(code({ ...six, storeysAbove: 0, storeysBelow: 0 })).toBe('newFacilityStoreys')
    expect(code({ ...six, storeysAbove: 1.5 })).toBe('newFacilityStoreys')
    expect(code({ ...six, storeyHeightM: 0.5 })).toBe('levelHeight')
  })
})

describe('what may be said at once of its storeys', () => {
  test('a ground floor called Tầng trệt has Tầng 1 above it', () => {
    const levels = levelsOf(newFacility({ ...six, groundFloorName: 'tret' }))
    expect(levels.map(({ name }) => name)).toEqual(['Tầng hầm 1', 'Tầng trệt', 'Tầng 1', 'Tầng 2'])
    expect(levels.map(({ shortName }) => shortName)).toEqual(['H1', 'Tr', 'T1', 'T2'])
  })

  test('a higher ground floor lifts the storeys above it and no basement; heights that were given are not assumed', () => {
    const levels = levelsOf(newFacility({ ...six, storeyHeightM: 3.3, groundHeightM: 4.5 }))
    expect(levels.map(({ elevationM }) => elevationM)).toEqual([-3.3, 0, 4.5, 7.8])
    expect(levels.map(({ heightM }) => heightM)).toEqual([3.3, 4.5, 3.3, 3.3])
    for (const level of levels) expect(level.evidence['heightM']?.mark).toBe('drawing')
  })

  test('further buildings stand beside the first, each with its own storeys', () => {
    const premises = newFacility({
      ...six,
      buildingName: 'Nhà A',
      groundHeightM: 4.2,
      furtherBuildings: [
        { name: 'Nhà B', storeysAbove: 2, storeysBelow: 0 },
        { name: 'Nhà xe', storeysAbove: 1, storeysBelow: 0 },
      ],
    })
    const buildings = Object.values(premises.buildings)
    expect(buildings.map(({ name }) => name)).toEqual(['Nhà A', 'Nhà B', 'Nhà xe'])
    expect([0, 1, 2].map((index) => levelsOf(premises, index).length)).toEqual([4, 2, 1])
    expect(levelsOf(premises, 1).map(({ elevationM }) => elevationM)).toEqual([0, 4.2])
    const [a, b, c] = buildings.map(({ placement }) => [placement.longitude, placement.latitude] as const)
    expect(a && b && distanceM(a, b)).toBeGreaterThan(10)
    expect(b && c && distanceM(b, c)).toBeGreaterThan(10)
    for (const building of buildings) expect(building.placement.placed).toBe(false)
  })
})
