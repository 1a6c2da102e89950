import { describe, expect, it } from 'vitest'
import type { EgressResult } from '../../workers/egress/job.ts'
import type { RoutesResult } from '../../workers/routes/job.ts'
import { colourZones, steps, type ColourBy } from '../../src/map/colouring.ts'
import { buildPremises, openingId, zoneId } from '../builder.ts'

const premises = buildPremises((b) => {
  b.level('T1')
  b.zone('A', [0, 0, 5, 4], { occupants: 10 })
  b.zone('B', [5, 0, 10, 4], { occupants: 40 })
  b.zone('C', [10, 0, 15, 4], { occupants: 3 })
  b.zone('Corridor', [0, 4, 15, 6], { use: 'corridor', occupants: 0 })
  b.exit('Corridor', { at: [0, 5], name: 'West' })
  b.exit('Corridor', { at: [15, 5], name: 'East' })
})
const provenance = { engine: 'test', seed: 0, inputHash: '' }
const routed = (exits: Readonly<Record<string, string>>, stuck: readonly string[] = []): RoutesResult => ({
  zones: Object.entries(exits).map(([zone, exit], index) => ({
    zoneId: zoneId(zone),
    first: {
      exitId: openingId(exit),
      doorM: 1,
      farthestM: 2,
      timeS: 10 * (index + 1),
      openings: [],
      stretches: [],
    },
    second: null,
    deadEndM: 0,
  })),
  unreachable: stuck.map((zone) => ({ zoneId: zoneId(zone), reason: 'onlyShutOpenings' })),
  provenance,
})
const cleared = (times: Readonly<Record<string, number>>) =>
  ({
    perZone: Object.entries(times).map(([zone, clearedS]) => ({
      id: zoneId(zone),
      persons: premises.zones[zoneId(zone)]?.occupants ?? 0,
      assisted: 0,
      exitId: openingId('West'),
      clearedS,
      densityPerM2: 0,
    })),
  }) as unknown as EgressResult
const colour = (by: ColourBy, more: object = {}) =>
  colourZones({ premises, by, theme: 'light', language: 'vi', ...more })

describe('colours of zones', () => {
  it('put as many classes of a round width as the ramp has, at most', () => {
    expect(steps(0, [5, 10])).toEqual([])
    expect(steps(130, [5, 10, 15, 30, 60])).toEqual([30, 60, 90, 120, 150])
    expect(steps(7, [1, 2, 5])).toEqual([2, 4, 6, 8])
    expect(steps(100_000, [1, 2, 5]).length).toBeLessThanOrEqual(6)
    expect(steps(100_000, [1, 2, 5]).at(-1)).toBeGreaterThanOrEqual(100_000)
  })

  it('make more persons darker, and colour nobody where nobody is', () => {
    const { zones } = colour('occupants')
    expect(zones.get(zoneId('B'))?.shade).toBeGreaterThan(zones.get(zoneId('A'))?.shade ?? 1)
    expect(zones.get(zoneId('Corridor'))?.figure).toBeUndefined()
    expect(zones.get(zoneId('B'))?.figure).toBe('40')
  })

  it('show the clearing time of a zone with its queues where it is known, and say so', () => {
    const routes = routed({ A: 'West', B: 'West', C: 'East', Corridor: 'West' })
    const walk = colour('time', { routes })
    const timed = colour('time', { routes, egress: cleared({ A: 61.2, B: 95, C: 12, Corridor: 0 }) })
    expect(walk.titleKey).not.toBe(timed.titleKey)
    expect(walk.zones.get(zoneId('A'))?.figure).toBe('0:10')
    // Rounded up: no time is understated.
    expect(timed.zones.get(zoneId('A'))?.figure).toBe('1:02')
    expect(timed.zones.get(zoneId('Corridor'))?.figure).toBeUndefined()
  })

  it('mark a zone without a way out by hatching, not by a long time', () => {
    const { zones, legend } = colour('time', { routes: routed({ A: 'West' }, ['B']) })
    expect(zones.get(zoneId('B'))).toMatchObject({ state: 'noWay' })
    expect(zones.get(zoneId('B'))?.shade).toBeUndefined()
    expect(legend.at(-1)).toMatchObject({ hatch: 'noWay' })
  })

  it('write before » after where an assumption changes a figure, and the figure alone where not', () => {
    const before = { routes: routed({ A: 'West', C: 'East' }), egress: cleared({ A: 30, C: 12 }) }
    const after = { routes: routed({ A: 'East', C: 'East' }), egress: cleared({ A: 50, C: 12 }) }
    const timed = colour('time', { ...after, before })
    expect(timed.zones.get(zoneId('A'))?.figure).toBe('0:30 » 0:50')
    expect(timed.zones.get(zoneId('C'))?.figure).toBe('0:12')
    const exits = colour('exit', { ...after, before })
    expect(exits.zones.get(zoneId('A'))?.figure).toBe('West » East')
    expect(exits.zones.get(zoneId('C'))?.figure).toBe('East')
  })

  it('give each exit one colour, the same on every zone that uses it', () => {
    const { zones, legend } = colour('exit', { routes: routed({ A: 'West', B: 'West', C: 'East' }) })
    expect(zones.get(zoneId('A'))?.fill).toBe(zones.get(zoneId('B'))?.fill)
    expect(zones.get(zoneId('A'))?.fill).not.toBe(zones.get(zoneId('C'))?.fill)
    expect(legend.map((entry) => entry.label)).toEqual(['West', 'East'])
  })
})
