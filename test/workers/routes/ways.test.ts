import { describe, expect, it } from 'vitest'
import type { Premises } from '../../../src/premises/model.ts'
import type { RoutesInput, RoutesResult, ZoneRoute } from '../../../workers/routes/job.ts'
import { buildPremises, compartmentId, openingId, zoneId } from '../../builder.ts'
import { routesOf } from './ask.ts'

/** Unhindered walking, m/s (SFPE): 0.85 × 1.40 on the level, 0.85 × 0.863 sqrt(G/R) down stairs, 0.88 of that up. */
const level = 1.19
const down = (treadM: number, riserM: number): number => 0.85 * 0.863 * Math.sqrt(treadM / riserM)

function of(result: RoutesResult, zone: string): ZoneRoute {
  const found = result.zones.find(({ zoneId: id }) => id === zoneId(zone))
  if (!found) throw new Error(`${zone} has no way out: ${JSON.stringify(result.unreachable)}`)
  return found
}

const ask = (premises: Premises, input?: Partial<RoutesInput>): Promise<RoutesResult> =>
  routesOf(premises, input)

describe('a room on a straight corridor', () => {
  const premises = buildPremises((b) => {
    b.zone('Corridor', [0, 4, 20, 6], { use: 'corridor' })
    b.zone('Office', [0, 0, 5, 4])
    b.door('Office', 'Corridor', { at: [2, 4] })
    b.exit('Corridor', { at: [20, 5], name: 'East' })
  })

  it('is measured from the middle of its door to the middle of the exit, and from its farthest corner', async () => {
    const { first, second, deadEndM } = of(await ask(premises), 'Office')
    const corridor = Math.hypot(18, 1)
    expect(first.doorM).toBeCloseTo(corridor, 4)
    expect(first.farthestM).toBeCloseTo(Math.hypot(3, 4) + corridor, 4)
    expect(first.timeS).toBeCloseTo((5 + corridor) / level, 3)
    expect(first.openings).toEqual([openingId('Office|Corridor'), openingId('East')])
    expect(first.exitId).toBe(openingId('East'))
    expect(first.stretches).toEqual([
      { zoneId: zoneId('Office'), line: [5, 0, 2, 4] },
      { zoneId: zoneId('Corridor'), line: [2, 4, 20, 5] },
    ])
    expect(second).toBeNull()
    expect(deadEndM).toBe(first.farthestM)
  })

  it('measures the corridor itself from its far end, its door being the exit', async () => {
    const { first } = of(await ask(premises), 'Corridor')
    expect(first.doorM).toBe(0)
    expect(first.farthestM).toBeCloseTo(Math.hypot(20, 1), 4)
  })

  it('has no way out when its only door is shut, and says which door', async () => {
    const { zones, unreachable } = await ask(premises, { shutOpenings: [openingId('Office|Corridor')] })
    expect(zones.map(({ zoneId: id }) => id)).toEqual([zoneId('Corridor')])
    expect(unreachable).toEqual([
      { zoneId: zoneId('Office'), reason: 'onlyShutOpenings', openingId: openingId('Office|Corridor') },
    ])
  })

  it('has no way out when the corridor cannot be passed, nor has the corridor', async () => {
    const { unreachable } = await ask(premises, { closedZones: [zoneId('Corridor')] })
    expect(unreachable).toEqual([
      { zoneId: zoneId('Corridor'), reason: 'zoneClosed' },
      { zoneId: zoneId('Office'), reason: 'onlyShutOpenings', openingId: openingId('Office|Corridor') },
    ])
  })
})

describe('walls with thickness', () => {
  it('add the way through the wall on both sides of a door', async () => {
    const premises = buildPremises((b) => {
      b.zone('Office', [0, 0, 5, 4])
      b.zone('Corridor', [0, 4.2, 20, 6], { use: 'corridor' })
      b.door('Office', 'Corridor', { at: [2, 4.1] })
      b.exit('Corridor', { at: [20, 4.2 + 0.45], name: 'East' })
    })
    const { first } = of(await ask(premises), 'Office')
    expect(first.doorM).toBeCloseTo(0.1 + Math.hypot(18, 0.45), 3)
    expect(first.farthestM - first.doorM).toBeCloseTo(5 + 0.1, 3)
  })
})

describe('a room with doors to two sides', () => {
  const hall = (east: boolean): Premises =>
    buildPremises((b) => {
      b.zone('Hall', [0, 0, 60, 10], { use: 'hall' })
      b.exit('Hall', { at: [0, 5], name: 'West' })
      if (east) b.exit('Hall', { at: [60, 5], name: 'East' })
    })

  it('is measured from the point that is far from both, in the middle of a wall', async () => {
    const { first, second, deadEndM } = of(await ask(hall(true)), 'Hall')
    expect(first.farthestM).toBeCloseTo(Math.hypot(30, 5), 1)
    expect(second?.farthestM).toBeCloseTo(Math.hypot(30, 5), 1)
    expect(first.exitId).not.toBe(second?.exitId)
    expect(deadEndM).toBe(0)
  })

  it('is twice as far from the one that is left', async () => {
    const { first } = of(await ask(hall(true), { shutOpenings: [openingId('East')] }), 'Hall')
    expect(first.farthestM).toBeCloseTo(Math.hypot(60, 5), 4)
    expect(first).toEqual(of(await ask(hall(false)), 'Hall').first)
  })

  it('is measured in the middle of the floor where doors stand all around', async () => {
    const premises = buildPremises((b) => {
      b.zone('Hall', [0, 0, 40, 40], { use: 'hall' })
      for (const at of [10, 20, 30]) {
        b.exit('Hall', { at: [at, 0], name: `S${at}` })
        b.exit('Hall', { at: [at, 40], name: `N${at}` })
        b.exit('Hall', { at: [0, at], name: `W${at}` })
        b.exit('Hall', { at: [40, at], name: `E${at}` })
      }
    })
    expect(of(await ask(premises), 'Hall').first.farthestM).toBeCloseTo(20, 1)
  })
})

describe('a zone round a core', () => {
  const premises = buildPremises((b) => {
    b.zone('Ring', {
      outer: [
        [0, 0],
        [30, 0],
        [30, 20],
        [0, 20],
      ],
      holes: [
        [
          [2, 2],
          [2, 18],
          [28, 18],
          [28, 2],
        ],
      ],
    })
    b.exit('Ring', { at: [15, 0], name: 'Exit', width: 0.9 })
  })

  it('is measured from the middle of the far wall, where both ways round are equally long', async () => {
    const { first } = of(await ask(premises), 'Ring')
    const halfRound = Math.hypot(13, 2) + 16 + Math.hypot(13, 2)
    expect(first.farthestM).toBeGreaterThan(halfRound - 0.011)
    expect(first.farthestM).toBeLessThanOrEqual(halfRound + 1e-4)
  })
})

describe('stairs', () => {
  const premises = buildPremises((b) => {
    b.level('H1', { ordinal: -1 })
    b.level('T1', { ordinal: 0 })
    b.level('T2', { ordinal: 1 })
    b.stair('S', [10, 0, 13, 6], ['H1', 'T1', 'T2'], { riserM: 0.18, treadM: 0.28, clearWidthM: 1.2 })
    for (const on of ['H1', 'T1', 'T2']) {
      b.on(on)
      b.zone(`Room ${on}`, [0, 0, 10, 6])
      b.door(`Room ${on}`, `S ${on}`, { at: [10, 3] })
    }
    b.on('T1')
    b.exit('S T1', { at: [13, 3], name: 'Exit' })
  })
  const slope = 20 * Math.hypot(0.18, 0.28)
  const landings = 2 * 1.2

  it('count along the slope, walked slower than the level, and slower still upward', async () => {
    const result = await ask(premises)
    const above = of(result, 'Room T2').first
    const below = of(result, 'Room H1').first
    // From the door to the head of the flight in the middle of the stair zone, and from its foot to the exit.
    expect(above.doorM).toBeCloseTo(1.5 + slope + landings + 1.5, 3)
    expect(below.doorM).toBeCloseTo(above.doorM, 6)
    const flat = (above.farthestM - slope) / level
    expect(above.timeS).toBeCloseTo(flat + slope / down(0.28, 0.18), 3)
    expect(below.timeS).toBeCloseTo(flat + slope / (0.88 * down(0.28, 0.18)), 3)
    expect(above.openings).toEqual([openingId('Room T2|S T2'), openingId('Exit')])
  })

  it('start and end where their flights are drawn', async () => {
    const stair = Object.values(premises.stairs)[0]
    if (!stair) throw new Error('no stair')
    const drawn: Premises = {
      ...premises,
      stairs: {
        [stair.id]: {
          ...stair,
          runs: stair.runs.map((run) => ({
            ...run,
            flights: run.flights.map((flight, at) => ({
              ...flight,
              line:
                at === 0
                  ? [
                      [12.4, 1],
                      [12.4, 5],
                    ]
                  : [
                      [10.6, 5],
                      [10.6, 1],
                    ],
            })),
          })),
        },
      },
    }
    const { first } = of(await ask(drawn), 'Room T2')
    const fromDoor = Math.hypot(0.6, 2)
    const toExit = Math.hypot(0.6, 2)
    expect(first.doorM).toBeCloseTo(fromDoor + slope + landings + toExit, 3)
  })

  it('join two levels of one zone, which by itself joins nothing', async () => {
    const tall = (run: boolean): Premises =>
      buildPremises((b) => {
        b.level('T1')
        b.level('T2')
        const t2 = 'level-t2'
        b.on('T1')
        b.zone('Tall stair', [10, 0, 13, 6], { use: 'stair', spansLevelIds: [t2 as never] })
        b.exit('Tall stair', { at: [13, 3], name: 'Exit' })
        b.on('T2')
        b.zone('Room', [0, 0, 10, 6])
        b.door('Room', 'Tall stair', { at: [10, 3] })
        if (run) b.stair('S', [0, 0, 1, 1], [], { through: ['Tall stair', 'Tall stair'], fields: {} })
      })
    const { unreachable } = await ask(tall(false))
    expect(unreachable.map(({ zoneId: id }) => id)).toEqual([zoneId('Room')])
    const { stairs } = tall(true)
    const [stair] = Object.values(stairs)
    expect(stair?.runs.length).toBe(1)
    const { first } = of(await ask(tall(true)), 'Room')
    expect(first.openings).toEqual([openingId('Room|Tall stair'), openingId('Exit')])
    expect(first.doorM).toBeGreaterThan(3)
  })
})

describe('ramps and lifts', () => {
  const garage = (use: 'persons' | 'vehicles' | 'both'): Premises =>
    buildPremises((b) => {
      b.level('H1', { ordinal: -1 })
      b.zone('Garage', [0, 0, 30, 20], { use: 'parking' })
      b.level('T1', { ordinal: 0 })
      b.zone('Drive', [30, 0, 40, 20])
      b.exit('Drive', { at: [40, 10], name: 'Gate' })
      b.ramp('Ramp', 'Garage', 'Drive', { use, lengthM: 24, riseM: 3 })
      b.lift('Lift', ['Garage', 'Drive'])
    })

  it('lead persons out only over a ramp that is made for them', async () => {
    const out = of(await ask(garage('both')), 'Garage').first
    expect(out.exitId).toBe(openingId('Gate'))
    expect(out.openings).toEqual([openingId('Gate')])
    const { unreachable } = await ask(garage('vehicles'))
    expect(unreachable).toMatchObject([{ zoneId: zoneId('Garage'), reason: 'onlyLift' }])
  })
})

describe('doors that are no exits', () => {
  it.each(['revolving', 'rollerShutter'] as const)(
    '%s doors are neither an exit nor a way',
    async (operation) => {
      const premises = buildPremises((b) => {
        b.zone('Lobby', [0, 0, 10, 10], { use: 'lobby' })
        b.zone('Shop', [10, 0, 20, 10])
        b.exit('Lobby', { at: [0, 5], name: 'Turning', door: { operation } })
        b.exit('Shop', { at: [20, 5], name: 'Back' })
        b.door('Lobby', 'Shop', { at: [10, 2], name: 'Inner', door: { operation } })
        b.door('Lobby', 'Shop', { at: [10, 8], name: 'Swing' })
      })
      const { first, second } = of(await ask(premises), 'Lobby')
      expect(first.openings).toEqual([openingId('Swing'), openingId('Back')])
      expect(second).toBeNull()
      const { unreachable } = await ask(premises, { shutOpenings: [openingId('Back')] })
      expect(unreachable.map(({ reason }) => reason)).toEqual(['onlyShutOpenings', 'onlyShutOpenings'])
    },
  )

  it('an exit that nobody has confirmed counts for nothing', async () => {
    const premises = buildPremises((b) => {
      b.zone('Room', [0, 0, 5, 5])
      b.door('Room', null, { at: [5, 2], name: 'Maybe', fields: { exit: 'undecided' } })
    })
    expect((await ask(premises)).unreachable).toEqual([
      { zoneId: zoneId('Room'), reason: 'noExitConfirmed', openingId: openingId('Maybe') },
    ])
  })
})

describe('the second way', () => {
  it('shares as few openings as can be, even if that is longer', async () => {
    const premises = buildPremises((b) => {
      b.zone('Room', [0, 0, 6, 6])
      b.zone('Lobby', [6, 0, 12, 6], { use: 'lobby' })
      b.zone('Back', [0, 6, 6, 40], { use: 'corridor' })
      b.door('Room', 'Lobby', { at: [6, 3], name: 'Front door' })
      b.door('Room', 'Back', { at: [1, 6], name: 'Back door' })
      b.exit('Lobby', { at: [12, 3], name: 'A' })
      b.exit('Lobby', { at: [9, 0], name: 'B' })
      b.exit('Back', { at: [3, 40], name: 'C' })
    })
    const { first, second } = of(await ask(premises), 'Room')
    expect(first.openings).toEqual([openingId('Front door'), openingId('B')])
    expect(second?.openings).toEqual([openingId('Back door'), openingId('C')])
    const without = of(await ask(premises, { shutOpenings: [openingId('C')] }), 'Room')
    expect(without.second?.openings).toEqual([openingId('Front door'), openingId('A')])
  })
})

describe('storey exits', () => {
  const floors = buildPremises((b) => {
    b.level('T1')
    b.level('T2')
    b.stair('S', [20, 0, 23, 6], ['T1', 'T2'])
    b.stair('W', [-3, 0, 0, 6], ['T1', 'T2'], { fields: { kind: 'openInside' } })
    for (const on of ['T1', 'T2']) {
      b.on(on)
      b.zone(`Corridor ${on}`, [0, 0, 20, 6], { use: 'corridor' })
      b.door(`Corridor ${on}`, `S ${on}`, { at: [20, 3] })
      b.door(`Corridor ${on}`, `W ${on}`, { at: [0, 3] })
    }
    b.on('T1')
    b.exit('Corridor T1', { at: [10, 0], name: 'Main' })
    b.exit('S T1', { at: [23, 3], name: 'Foot' })
  })

  it('are the doors of enclosed stairs, not those of open ones', async () => {
    const { first, second } = of(await ask(floors, { targets: 'storey' }), 'Corridor T2')
    expect(first.exitId).toBe(openingId('Corridor T2|S T2'))
    expect(first.farthestM).toBeCloseTo(Math.hypot(20, 3), 4)
    expect(second?.exitId).toBe(openingId('Main'))
  })

  it('lead on to a final exit for who is in the stair already', async () => {
    const { first } = of(await ask(floors, { targets: 'storey' }), 'S T2')
    expect(first.exitId).toBe(openingId('Foot'))
  })

  it('are none while the way out leads away from the stair', async () => {
    const shut = await ask(floors, { targets: 'storey', shutOpenings: [openingId('Foot')] })
    const { first, second } = of(shut, 'Corridor T1')
    expect(first.exitId).toBe(openingId('Main'))
    expect(second?.exitId).not.toBe(openingId('Corridor T1|S T1'))
    const open = of(await ask(floors, { targets: 'storey' }), 'Corridor T1')
    expect([open.first.exitId, open.second?.exitId]).toContain(openingId('Corridor T1|S T1'))
  })

  it('are doors to another compartment that has a way out of its own', async () => {
    const wings = (ownExit: boolean): Premises =>
      buildPremises((b) => {
        b.zone('West', [0, 0, 20, 10], { compartmentId: compartmentId('west') })
        b.zone('East', [20, 0, 40, 10], { compartmentId: compartmentId('east') })
        b.door('West', 'East', { at: [20, 5], name: 'Fire door' })
        b.exit('West', { at: [0, 5], name: 'W' })
        if (ownExit) b.exit('East', { at: [40, 5], name: 'E' })
      })
    const both = await ask(wings(true), { targets: 'storey' })
    expect(new Set([of(both, 'West').first.exitId, of(both, 'West').second?.exitId])).toEqual(
      new Set([openingId('Fire door'), openingId('W')]),
    )
    const one = await ask(wings(false), { targets: 'storey' })
    expect(of(one, 'West').second).toBeNull()
    expect(of(one, 'East').first.exitId).toBe(openingId('Fire door'))
  })
})

describe('outdoor zones', () => {
  it('are the outside behind a final exit, and a way where the exit is farther on', async () => {
    const premises = buildPremises((b) => {
      b.zone('Room', [0, 0, 5, 5])
      b.zone('Shed', [0, 20, 5, 25])
      b.outdoor('Yard', [5, 0, 15, 25])
      b.door('Room', 'Yard', { at: [5, 2], name: 'To the yard', fields: { exit: 'final' } })
      b.door('Shed', 'Yard', { at: [5, 22], name: 'Shed door' })
      b.exit('Yard', { at: [15, 22], name: 'Gate', width: 3 })
    })
    const result = await ask(premises)
    expect(of(result, 'Room').first.openings).toEqual([openingId('To the yard')])
    expect(of(result, 'Shed').first.openings).toEqual([openingId('Shed door'), openingId('Gate')])
    expect(result.zones.map(({ zoneId: id }) => id)).not.toContain(zoneId('Yard'))
    expect(result.unreachable).toEqual([])
  })
})

describe('what made an answer', () => {
  const premises = buildPremises((b) => {
    b.zone('Room', [0, 0, 5, 5])
    b.exit('Room', { at: [5, 2], name: 'E' })
  })
  const room = premises.zones[zoneId('Room')]
  if (!room) throw new Error('no room')
  const withRoom = (fields: object): Premises => ({
    ...premises,
    zones: { [room.id]: { ...room, ...fields } },
  })
  const hash = async (value: Premises, input?: Partial<RoutesInput>): Promise<string> =>
    (await ask(value, input)).provenance.inputHash

  it('is the same after a rename, and another where geometry or the case is', async () => {
    const before = await hash(premises)
    expect(await hash(withRoom({ name: 'Phòng họp', occupants: 12 }))).toBe(before)
    expect(await hash(premises, { shutOpenings: [openingId('none of these')] })).not.toBe(before)
    expect(await hash(premises, { along: 'centreLine' })).not.toBe(before)
    const wider = {
      outer: [
        [0, 0],
        [6, 0],
        [6, 5],
        [0, 5],
      ],
      holes: [],
    }
    expect(await hash(withRoom({ polygon: wider }))).not.toBe(before)
  })
})
