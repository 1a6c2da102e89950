import { describe, expect, it } from 'vitest'
import type { RoutesResult, Way, ZoneRoute } from '../../workers/routes/job.ts'
import { allWays, waysOfZone } from '../../src/map/routeLines.ts'
import { distance } from '../../src/premises/geometry/segment.ts'
import { buildPremises, levelId, openingId, zoneId } from '../builder.ts'

// Two storeys: an office and a corridor on each, a stair at the end of the corridors, an exit at its foot.
const premises = buildPremises((b) => {
  for (const level of ['T1', 'T2']) {
    b.level(level)
    b.zone(`Office ${level}`, [0, 0, 6, 4])
    b.zone(`Store ${level}`, [6, 0, 10, 4])
    b.zone(`Corridor ${level}`, [0, 4, 10, 6], { use: 'corridor' })
    b.door(`Office ${level}`, `Corridor ${level}`, { at: [2, 4] })
    b.door(`Store ${level}`, `Corridor ${level}`, { at: [8, 4] })
  }
  b.stair('S', [10, 4, 13, 8], ['T1', 'T2'])
  b.door('Corridor T1', 'S T1')
  b.door('Corridor T2', 'S T2')
  b.on('T1')
  b.exit('S T1', { at: [13, 6], name: 'E' })
})

const way = (
  stretches: readonly (readonly [string, readonly number[]])[],
  openings: readonly string[],
): Way => ({
  exitId: openingId('E'),
  doorM: 10,
  farthestM: 14,
  timeS: 12,
  openings: openings.map(openingId),
  stretches: stretches.map(([zone, line]) => ({ zoneId: zoneId(zone), line })),
})
const down: readonly (readonly [string, readonly number[]])[] = [
  ['S T2', [10, 5, 11, 6]],
  ['S T1', [12, 6, 13, 6]],
]
const office = way(
  [['Office T2', [0, 0, 2, 4]], ['Corridor T2', [2, 4, 10, 5]], ...down],
  ['Office T2|Corridor T2', 'Corridor T2|S T2', 'E'],
)
const store = way(
  [['Store T2', [10, 0, 8, 4]], ['Corridor T2', [8, 4, 10, 5]], ...down],
  ['Store T2|Corridor T2', 'Corridor T2|S T2', 'E'],
)
const routed = (id: string, first: Way, second: Way | null = null): ZoneRoute => ({
  zoneId: zoneId(id),
  first,
  second,
  deadEndM: 0,
})
const result = (...zones: readonly ZoneRoute[]): RoutesResult => ({
  zones,
  unreachable: [],
  provenance: { engine: 'test', seed: 0, inputHash: '' },
})
const routes = result(routed('Office T2', office), routed('Store T2', store))

describe('the way out of a zone', () => {
  it('is one line on its level, and says where it goes on', () => {
    const { lines, turns } = waysOfZone(premises, zoneId('Office T2'), levelId('T2'), routes)
    expect(lines).toHaveLength(1)
    expect(lines[0]?.role).toBe('first')
    expect(lines[0]?.points).toEqual([[0, 0], [2, 4], [10, 5], [11, 6]]) // prettier-ignore
    expect(turns).toEqual([
      expect.objectContaining({ position: [11, 6], goes: 'down', toLevelId: levelId('T1'), arriving: false }),
    ])
  })

  it('shows the part that lies on another level, from where it arrives', () => {
    const { lines, turns } = waysOfZone(premises, zoneId('Office T2'), levelId('T1'), routes)
    expect(lines.map((line) => line.points)).toEqual([[[12, 6], [13, 6]]]) // prettier-ignore
    expect(turns).toEqual([expect.objectContaining({ arriving: true, goes: 'up', toLevelId: levelId('T2') })])
  })

  it('draws the way before an assumption only where the assumption changes it', () => {
    const same = waysOfZone(premises, zoneId('Office T2'), levelId('T2'), routes, routes)
    expect(same.lines.map((line) => line.role)).toEqual(['first'])
    const changed = result(routed('Office T2', way([['Office T2', [0, 0, 2, 4]]], ['Office T2|Corridor T2'])))
    const drawn = waysOfZone(premises, zoneId('Office T2'), levelId('T2'), changed, routes)
    expect(drawn.lines.map((line) => line.role)).toEqual(['before', 'first'])
    const stranded = waysOfZone(premises, zoneId('Office T2'), levelId('T2'), result(), routes)
    expect(stranded.lines.map((line) => line.role)).toEqual(['before'])
  })

  it('draws the second way beneath the first', () => {
    const both = result(routed('Office T2', office, store))
    const roles = waysOfZone(premises, zoneId('Office T2'), levelId('T2'), both).lines.map(
      (line) => line.role,
    )
    expect(roles).toEqual(['second', 'first'])
  })
})

describe('the net of all ways', () => {
  it('draws what two ways share once, and counts the zones that pass', () => {
    const { lines, turns } = allWays(premises, levelId('T2'), routes)
    const shared = lines.filter((line) => line.count === 2)
    expect(shared.map((line) => line.points)).toEqual([[[10, 5], [11, 6]]]) // prettier-ignore
    // As much is drawn as both ways are long, less what they share.
    const length = lines.reduce(
      (sum, { points }) =>
        sum +
        points.slice(1).reduce((part, point, index) => part + distance(points[index] ?? point, point), 0),
      0,
    )
    const one = Math.hypot(2, 4) + Math.hypot(8, 1) + Math.SQRT2
    const other = Math.hypot(2, 4) + Math.hypot(2, 1)
    expect(length).toBeCloseTo(one + other, 9)
    expect(turns).toHaveLength(1)
  })
})
