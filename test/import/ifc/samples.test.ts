import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reachability } from '../../../src/premises/reachability.ts'
import { riseM } from '../../../src/premises/stairs.ts'
import { polygonFaults } from '../../../src/premises/geometry/validity.ts'
import { area } from '../../../src/premises/geometry/measure.ts'
import type { Premises } from '../../../src/premises/model.ts'
import { samples } from '../samples.ts'
import { doors, imported, only, walkable } from './importing.ts'

const open = (name: string) => imported({ name, bytes: new Uint8Array(readFileSync(join(samples, name))) })

/** Widths of doors in the premises, with how many doors have each. */
function widths(premises: Premises): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { clearWidthM } of doors(premises))
    counts[String(clearWidthM)] = (counts[String(clearWidthM)] ?? 0) + 1
  return counts
}

describe.skipIf(!existsSync(samples))('real files (needs ../shared/samples)', () => {
  test(
    'an office of two storeys: 99 rooms, and all but the lift shaft reach an exit',
    { timeout: 60_000 },
    async () => {
      const found = await open('Office_A_20110811.ifc')
      expect(found.counts).toMatchObject({
        levels: 2,
        zones: 99,
        stairs: 2,
        exits: 6,
        candidates: 0,
        unreachable: 1,
      })
      expect(found.unreachable).toEqual(['ELEV'])
      // 102 doors in the file: 9 cubicle doors are dropped, 87 join two rooms, 6 lead outside.
      expect(doors(found.premises)).toHaveLength(93)
      expect(doors(found.premises).filter(({ sides }) => sides.includes(null))).toHaveLength(6)
      expect(found.finding('ifc.partitionDropped').params).toMatchObject({ count: 9 })
      expect(found.codes).not.toContain('ifc.boundaryDiffers')
      expect(widths(found.premises)).toEqual({ '0.915': 87, '1.83': 6 })
      // Corridors and open offices that meet without a door: 11 pairs of rooms.
      const passages = walkable(found.premises).filter(({ kind }) => kind === 'passage')
      expect(
        new Set(
          passages.map(({ sides }) =>
            [...sides]
              .map(String)
              .toSorted((a, b) => (a < b ? -1 : 1))
              .join(),
          ),
        ).size,
      ).toBe(11)
      for (const stair of Object.values(found.premises.stairs)) {
        const run = only(stair.runs)
        // The file writes the riser in feet (0.583): 0.178 m.
        expect(
          run.flights.map(({ risers, riserM, treadM, clearWidthM }) => [risers, riserM, treadM, clearWidthM]),
        ).toEqual([
          [12, 0.1778, 0.28, 1],
          [12, 0.1778, 0.28, 1],
        ])
        expect(riseM(run)).toBeCloseTo(4.2672, 3)
        expect(run.landings).toHaveLength(1)
      }
      expect(found.zone('ELEV').spansLevelIds).toEqual([found.level('Level 2').id])
      expect(Object.values(found.premises.buildings).every(({ placement }) => !placement.placed)).toBe(true)
    },
  )

  test('a duplex: each home reaches its own exits by its own stair', { timeout: 60_000 }, async () => {
    const found = await open('duplex.ifc')
    expect(found.counts).toMatchObject({ zones: 21, stairs: 2, exits: 4, unreachable: 0 })
    const homeOf = (id: string | null): string =>
      id === null ? '' : (found.premises.zones[id]?.number ?? '').slice(0, 1)
    for (const { sides } of walkable(found.premises)) {
      const homes = new Set(sides.map(homeOf).filter((home) => home !== ''))
      expect(homes.size).toBe(1)
    }
    for (const home of ['A', 'B']) {
      const exits = doors(found.premises).filter(
        ({ exit, sides }) => exit === 'final' && sides.some((side) => homeOf(side) === home),
      )
      expect(exits).toHaveLength(2)
      const stair = only(
        Object.values(found.premises.stairs).filter(({ zoneIds }) => homeOf(zoneIds[0] ?? null) === home),
      )
      expect(only(only(stair.runs).flights)).toMatchObject({ risers: 16, treadM: 0.25, clearWidthM: 0.914 })
      const well = found.premises.zones[stair.zoneIds[0] ?? '']
      expect([well?.use, well?.spansLevelIds]).toEqual(['stair', [found.level('Level 2').id]])
      expect(found.premises.zones[stair.zoneIds[1] ?? '']?.name).toBe('Hallway')
    }
    // One door is bounded by three rooms in the file.
    expect(found.finding('ifc.boundaryDiffers').params?.['byBoundary']).toMatch(/ – .* – /)
  })

  test(
    'a house in IFC4: the gallery is reached by the spiral stair, and only by it',
    { timeout: 60_000 },
    async () => {
      const found = await open('AC20-FZK-Haus.ifc')
      expect(found.counts).toMatchObject({ zones: 7, stairs: 1, exits: 2, unreachable: 0 })
      const stair = only(Object.values(found.premises.stairs))
      expect(stair.zoneIds).toEqual([found.zone('Wohnen').id, found.zone('Galerie').id])
      expect(riseM(only(stair.runs))).toBeCloseTo(2.7, 6)
      const { unreachable } = reachability({ ...found.premises, stairs: {} })
      expect(unreachable.map(({ zoneId }) => found.premises.zones[zoneId]?.name)).toEqual(['Galerie'])
      expect(only(found.between('Wohnen', null))).toMatchObject({
        exit: 'final',
        door: { operation: 'sliding', leaves: 2 },
      })
      expect(found.finding('ifc.exitDerived').records).toHaveLength(2)
      // Ground floor of the house, inner faces: rooms of 7.65…11.7 × 4.25…9.7 and so on, by hand from the file.
      expect(area(found.zone('Schlafzimmer').polygon)).toBeCloseTo(4.05 * 5.45, 4)
    },
  )

  test.each(['Office_A_20110811.ifc', 'duplex.ifc', 'AC20-FZK-Haus.ifc'])(
    '%s: outlines and walls are sound, openings lie between their rooms',
    { timeout: 60_000 },
    async (name) => {
      const { premises } = await open(name)
      for (const { polygon } of [...Object.values(premises.zones), ...Object.values(premises.walls)]) {
        expect(polygonFaults(polygon)).toEqual([])
      }
      for (const { sides, segment } of Object.values(premises.openings)) {
        expect(sides[0]).not.toBe(sides[1])
        expect(segment.flat().every((value) => Math.abs(value * 1e4 - Math.round(value * 1e4)) < 1e-6)).toBe(
          true,
        )
      }
    },
  )
})
