import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importFiles } from '../../src/import/index.ts'
import { area } from '../../src/premises/geometry/measure.ts'
import { reachability } from '../../src/premises/reachability.ts'
import { applyChanges } from '../applyChanges.ts'
import { jsonFile, quiet } from './context.ts'
import { samples } from './samples.ts'

const folder = join(samples, 'westport-house')
const metre = 1 / 111_195

/** Walls, doors and outline of a floor drawn in metres at the equator, where a degree is equal both ways. */
function floorFile(shapes: readonly (readonly [string, number, number, number, number])[]) {
  const features = shapes.map(([type, x0, y0, x1, y1], i) => ({
    type: 'Feature',
    properties: { id: i, type },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [x0, y0],
          [x1, y0],
          [x1, y1],
          [x0, y1],
          [x0, y0],
        ].map(([x = 0, y = 0]) => [105 + x * metre, y * metre]),
      ],
    },
  }))
  return jsonFile('floor-0.geojson', { type: 'FeatureCollection', features })
}

/** Two rooms of 5 m × 4 m in a 0.2 m shell, a door of 0.9 m between them and one of 1.2 m to the outside. */
const twoRooms = floorFile([
  ['building_outline', 0, 0, 10.6, 4.4],
  ['wall', 0, 0, 10.6, 0.2],
  ['wall', 0, 4.2, 10.6, 4.4],
  ['wall', 0, 0, 0.2, 4.4],
  ['wall', 10.4, 0, 10.6, 1],
  ['wall', 10.4, 2.2, 10.6, 4.4],
  ['door', 10.4, 1, 10.6, 2.2],
  ['wall', 5.2, 0, 5.4, 1],
  ['wall', 5.2, 1.9, 5.4, 4.4],
  ['door', 5.2, 1, 5.4, 1.9],
])

describe('rooms from outline, walls and doors', () => {
  it('are what the walls leave, with doors of their width between them', async () => {
    const { premises, counts } = await importFiles([twoRooms], null, quiet)
    expect(counts).toMatchObject({ levels: 1, zones: 2, openings: 2, candidates: 1 })
    for (const { polygon } of Object.values(premises.zones))
      expect(Math.abs(area(polygon) - 20)).toBeLessThan(0.3)
    const doors = Object.values(premises.openings)
    // A degree of latitude is 0.6 % shorter at the equator than the mean used above.
    const widths = doors.map(({ clearWidthM = 0 }) => clearWidthM).toSorted((a, b) => a - b)
    expect(widths[0]).toBeCloseTo(0.9, 1)
    expect(widths[1]).toBeCloseTo(1.2, 1)
    expect(
      doors.find(({ exit }) => exit === 'undecided')?.sides.filter((side) => side === null),
    ).toHaveLength(1)
  })

  it('both rooms have a way out once the door is confirmed, and none before', async () => {
    const { premises, findings } = await importFiles([twoRooms], null, quiet)
    expect(reachability(premises).unreachable.map(({ reason }) => reason)).toEqual([
      'noExitConfirmed',
      'noExitConfirmed',
    ])
    const question = findings.find(({ code }) => code === 'import.exitCandidate')
    const confirmed = applyChanges(
      premises,
      question?.choices?.find(({ code }) => code === 'exitFinal')?.changes ?? [],
    )
    expect(reachability(confirmed).unreachable).toEqual([])
  })

  it('coordinates that are no degrees are named', async () => {
    const file = jsonFile('grid.geojson', {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { type: 'wall' },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [587_000, 2_325_000],
                [587_001, 2_325_000],
                [587_001, 2_325_001],
                [587_000, 2_325_000],
              ],
            ],
          },
        },
      ],
    })
    await expect(importFiles([file], null, quiet)).rejects.toMatchObject({
      report: { code: 'import.notWgs84', where: { file: 'grid.geojson', place: 'features[0]' } },
    })
  })
})

describe.skipIf(!existsSync(folder))('an office of seven floors in GeoJSON (needs ../shared/samples)', () => {
  it('has seven floors, eight doors at the ground-floor outline to decide on, and stairs that join the floors', async () => {
    const files = readdirSync(folder).map((name) => ({
      name: `f/${name}`,
      bytes: readFileSync(join(folder, name)),
    }))
    const { premises, counts, findings } = await importFiles(files, null, quiet)
    expect(counts).toMatchObject({ levels: 7, candidates: 8, exits: 0 })
    const perLevel = Object.values(premises.levels)
      .toSorted((a, b) => a.ordinal - b.ordinal)
      .map(
        ({ id }) =>
          Object.values(premises.zones).filter(
            (zone) => zone.levelId === id && !['stair', 'lift'].includes(zone.use),
          ).length,
      )
    // Regions of the floors counted by another implementation (raster closing of 3 cm): 33 15 25 104 88 12 12, stairs and lifts
    // that stand free in a room not cut out. Ours differ by cavities that we drop and by cut-out cores.
    const others = [33, 15, 25, 104, 88, 12, 12]
    perLevel.forEach((count, i) =>
      expect(Math.abs(count - (others[i] ?? 0)), `floor ${i}`).toBeLessThanOrEqual(7),
    )
    const confirm = findings
      .filter(({ code }) => code.startsWith('import.exitCandidate'))
      .flatMap(({ choices }) => choices?.[0]?.changes ?? [])
    expect(confirm).toHaveLength(8)
    const { reached } = reachability(applyChanges(premises, confirm))
    const levels = new Set([...reached].map((id) => premises.zones[id]?.levelId))
    expect(levels.size).toBe(7)
    expect(reached.size / counts['zones']!).toBeGreaterThan(0.85)
  })
})
