import { describe, expect, it } from 'vitest'
import table from '../../data/zone-uses.json'
import type { Zone } from '../../src/premises/model.ts'
import { assistedOf, occupantTotals } from '../../src/premises/occupants.ts'
import { personsOf } from '../../src/premises/persons.ts'
import { isZoneUse, zoneUse, zoneUses } from '../../src/premises/uses.ts'
import { buildPremises, buildingId, levelId, zoneId } from '../builder.ts'

const zoneOf = (fields: Partial<Zone>): Zone => {
  const premises = buildPremises((b) => b.zone('Z', [0, 0, 10, 6], fields))
  const zone = premises.zones[zoneId('Z')]
  if (!zone) throw new Error('no zone')
  return zone
}

describe('persons of a zone', () => {
  it('come from the floor-space factors of QCVN 06, table G.9, rounded up', () => {
    // 60 m²: office 6.0, hall 1.0, meeting 1.5, library 7.0, store 30 m² per person.
    const counts = ['office', 'hall', 'meeting', 'library', 'store'].map((use) => personsOf(zoneOf({ use })))
    expect(counts.map(({ count }) => count)).toEqual([10, 60, 40, 9, 2])
    for (const { source, mark } of counts) expect([source, mark]).toEqual(['area', 'rule'])
  })

  it('are none in corridors, stairs and toilets, which the floor area of the table leaves out', () => {
    for (const use of ['corridor', 'stair', 'toilet', 'lift', 'electrical', 'yard']) {
      expect(personsOf(zoneOf({ use }))).toMatchObject({ count: 0, source: 'none' })
    }
  })

  it('are those counted, where somebody counted, with that mark', () => {
    const evidence = { occupants: { mark: 'measured' as const } }
    expect(personsOf(zoneOf({ use: 'hall', occupants: 12, evidence }))).toMatchObject({
      count: 12,
      mark: 'measured',
    })
    expect(personsOf(zoneOf({ use: 'corridor', occupants: 3 }))).toMatchObject({ count: 3, mark: 'assumed' })
    expect(personsOf(zoneOf({ occupants: 0 }))).toMatchObject({ count: 0, source: 'entered' })
  })

  it('rest on the factor of the zone where it has one, and on the drawing its outline came from', () => {
    expect(personsOf(zoneOf({ floorSpaceM2PerPerson: 4 }))).toMatchObject({ count: 15, mark: 'assumed' })
    const evidence = { polygon: { mark: 'drawing' as const } }
    expect(personsOf(zoneOf({ evidence })).mark).toBe('drawing')
  })

  it('are an assumption where no row of the table names the use', () => {
    expect(personsOf(zoneOf({ use: 'unknown' }))).toMatchObject({ count: 10, mark: 'assumed' })
    expect(personsOf(zoneOf({ use: 'something a newer version knows' }))).toMatchObject({
      count: 10,
      mark: 'assumed',
    })
  })

  it('include the assisted, never more of them than persons', () => {
    expect(assistedOf(zoneOf({ occupants: 5, assisted: 2 }))).toBe(2)
    expect(assistedOf(zoneOf({ occupants: 5, assisted: 9 }))).toBe(5)
    expect(assistedOf(zoneOf({}))).toBe(0)
  })
})

describe('totals', () => {
  const premises = buildPremises((b) => {
    b.building('A')
    b.level('T1')
    b.zone('Hall', [0, 0, 10, 10], { use: 'hall', occupants: 80, assisted: 3 })
    b.zone('Atrium', [10, 0, 20, 6], { use: 'atrium', spansLevelIds: [levelId('T2')] })
    b.level('T2')
    b.zone('Office', [0, 0, 6, 4])
    b.zone('Corridor', [6, 0, 8, 4], { use: 'corridor' })
    b.building('B')
    b.level('B1')
    b.outdoor('Yard', [30, 0, 40, 10], { buildingId: buildingId('B'), occupants: 2 })
  })
  const totals = occupantTotals(premises)

  it('add up by level and by building; a zone through two levels counts once', () => {
    expect(totals.perLevel.get(levelId('T1'))).toEqual({
      persons: 100,
      assisted: 3,
      entered: 80,
      fromArea: 20,
      mark: 'assumed',
    })
    expect(totals.perLevel.get(levelId('T2'))?.persons).toBe(4)
    expect(totals.perLevel.get(levelId('B1'))).toEqual({
      persons: 0,
      assisted: 0,
      entered: 0,
      fromArea: 0,
      mark: null,
    })
    expect(totals.perBuilding.get(buildingId('A'))?.persons).toBe(104)
    expect(totals.perBuilding.get(buildingId('B'))?.persons).toBe(2)
    expect(totals.all.persons).toBe(106)
  })

  it('bear the weakest mark of their zones', () => {
    expect(totals.perLevel.get(levelId('T2'))?.mark).toBe('rule')
    expect(totals.all.mark).toBe('assumed')
  })
})

describe('the table of zone uses', () => {
  it('names every use in both languages, and says of every number where it is from', () => {
    expect(zoneUses.length).toBe(Object.keys(table.uses).length)
    for (const use of zoneUses) {
      expect(use.vi.length).toBeGreaterThan(1)
      expect(use.en.length).toBeGreaterThan(1)
      expect(use.countsPersons).toBe(use.floorSpace !== null)
      if (use.floorSpace?.mark === 'seen') expect(use.floorSpace.note).toBeUndefined()
      else if (use.floorSpace) expect(use.floorSpace.note).toBeTruthy()
    }
    expect(table.ceilingHeight.mark).toBe('memory')
  })

  it('answers for a use that it does not know as for one not known', () => {
    expect(zoneUse('meeting').kind).toBe('room')
    expect(zoneUse('constructor').key).toBe('unknown')
    expect(isZoneUse('constructor')).toBe(false)
    expect(isZoneUse('shaft')).toBe(true)
  })
})
