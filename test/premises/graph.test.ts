import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canBeExit } from '../../src/premises/doorOperations.ts'
import { buildGraph, outside } from '../../src/premises/graph.ts'
import type { BuildingGraph, Closures } from '../../src/premises/graph.ts'
import type { DoorOperation, DoorProperties, Opening, Premises } from '../../src/premises/model.ts'
import { reachability } from '../../src/premises/reachability.ts'
import { evenRun, flightLengthM, riseM, slopeLengthM } from '../../src/premises/stairs.ts'
import { buildPremises, levelId, openingId, stairId, zoneId } from '../builder.ts'

/** Two storeys: offices on a corridor each, a stair, one exit on the ground floor. */
const house = buildPremises((b) => {
  b.level('T1')
  b.zone('Office 1', [0, 0, 5, 4])
  b.zone('Corridor 1', [0, 4, 20, 6], { use: 'corridor' })
  b.level('T2')
  b.zone('Office 2', [0, 0, 5, 4])
  b.zone('Corridor 2', [0, 4, 20, 6], { use: 'corridor' })
  b.stair('S', [20, 0, 23, 6], ['T1', 'T2'])
  b.door('Office 1', 'Corridor 1')
  b.door('Office 2', 'Corridor 2')
  b.door('Corridor 1', 'S T1')
  b.door('Corridor 2', 'S T2')
  b.window('Office 2', null, { name: 'W1' })
  b.exit('Corridor 1', { at: [0, 5], name: 'E1' })
})

const edgeOf = (graph: BuildingGraph, id: string) =>
  graph
    .edges()
    .map((key) => graph.getEdgeAttributes(key))
    .find((edge) => edge.id === id)
const reasonOf = (premises: Premises, zone: string, closures?: Closures) =>
  reachability(premises, closures).unreachable.find((each) => each.zoneId === zoneId(zone))

describe('the building graph', () => {
  it('has a node per zone and level, and the outside', () => {
    const graph = buildGraph(house)
    expect(graph.order).toBe(7)
    expect(graph.getNodeAttributes(zoneId('S T2'))).toEqual({
      zoneId: zoneId('S T2'),
      levelId: levelId('T2'),
      kind: 'stair',
      closed: false,
    })
  })

  it('has openings as edges, windows with the obstacle that nobody passes them', () => {
    const graph = buildGraph(house)
    expect(graph.size).toBe(7)
    expect(edgeOf(graph, openingId('Office 1|Corridor 1'))).toMatchObject({
      kind: 'opening',
      passable: true,
      exit: false,
    })
    expect(edgeOf(graph, openingId('E1'))).toMatchObject({
      passable: true,
      exit: true,
      widthM: expect.closeTo(0.9, 9),
    })
    expect(edgeOf(graph, openingId('W1'))).toMatchObject({ passable: false, obstacle: 'notWalkable' })
  })

  it('climbs stairs along the slope: storey height × sqrt(1 + (G/R)²) and the landings', () => {
    const edge = edgeOf(buildGraph(house), stairId('S'))
    const riser = 3.6 / 22
    expect(edge?.lengthM).toBeCloseTo(3.6 * Math.sqrt(1 + (0.28 / riser) ** 2) + 2 * 1.2, 9)
    expect(edge?.widthM).toBe(1.2)
  })

  it('takes two landings of 1.2 m where a run names none', () => {
    const flight = { risers: 10, riserM: 0.178, treadM: 0.279, clearWidthM: 1.1 }
    expect(flightLengthM(flight)).toBeCloseTo(10 * Math.hypot(0.178, 0.279), 12)
    expect(slopeLengthM({ flights: [flight], landings: [] })).toBeCloseTo(flightLengthM(flight) + 2.4, 12)
    expect(slopeLengthM({ flights: [], landings: [] })).toBe(0)
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 12, noNaN: true }), (heightM) => {
        const run = evenRun(heightM, { clearWidthM: 1.2 })
        expect(riseM(run)).toBeCloseTo(heightM, 9)
        expect(Math.max(...run.flights.map((each) => each.riserM))).toBeLessThanOrEqual(0.165 + 1e-9)
      }),
    )
  })

  it('keeps the storeys of a void apart: a door high above a hall is no way down', () => {
    const premises = buildPremises((b) => {
      b.level('T1')
      b.level('T2')
      b.on('T1')
      b.zone('Hall', [0, 0, 10, 10], { use: 'atrium', spansLevelIds: [levelId('T2')] })
      b.exit('Hall', { at: [0, 5] })
      b.on('T2')
      b.zone('Gallery', [10, 0, 14, 10])
      b.passage('Hall', 'Gallery', { fields: { levelId: levelId('T2') } })
    })
    expect(reasonOf(premises, 'Gallery')).toMatchObject({ reason: 'noExitInComponent' })
    expect(reasonOf(premises, 'Hall')).toBeUndefined()
  })

  it('leads a stair through one zone that runs through two levels', () => {
    const premises = buildPremises((b) => {
      b.level('T1')
      b.level('T2')
      b.on('T1')
      b.zone('Stair', [0, 0, 3, 6], { use: 'stair', spansLevelIds: [levelId('T2')] })
      b.exit('Stair', { at: [0, 3] })
      b.on('T2')
      b.zone('Loft', [3, 0, 8, 6])
      b.door('Stair', 'Loft', { fields: { levelId: levelId('T2') } })
      b.stair('S', [0, 0, 0, 0], [], { through: ['Stair', 'Stair'] })
    })
    expect(reachability(premises).unreachable).toEqual([])
  })

  it('takes levels a few steps apart as one floor', () => {
    const premises = buildPremises((b) => {
      b.level('T1')
      b.level('M', { ordinal: 0.5, elevationM: 1.2 })
      b.on('T1')
      b.zone('Foyer', [0, 0, 6, 6], { spansLevelIds: [levelId('M')] })
      b.exit('Foyer', { at: [0, 3] })
      b.on('M')
      b.zone('Stage', [6, 0, 10, 6])
      b.passage('Foyer', 'Stage', { fields: { levelId: levelId('M') } })
    })
    expect(reachability(premises).unreachable).toEqual([])
    const fromAbove = {
      ...premises.zones[zoneId('Foyer')]!,
      levelId: levelId('M'),
      spansLevelIds: [levelId('T1')],
    }
    const turned = { ...premises, zones: { ...premises.zones, [fromAbove.id]: fromAbove } }
    expect(buildGraph(turned).getNodeAttribute(fromAbove.id, 'levelId')).toBe(levelId('M'))
    expect(reachability(turned).unreachable).toEqual([])
  })

  it('is built from any tables, however their ids collide or their references break', () => {
    const broken: Premises = {
      ...house,
      zones: {
        ...house.zones,
        [zoneId('Office 1')]: { ...house.zones[zoneId('Office 1')]!, id: zoneId('Office 2') },
      },
      openings: {
        ...house.openings,
        lost: { ...house.openings[openingId('E1')]!, id: openingId('S'), sides: [zoneId('nowhere'), null] },
        loop: { ...house.openings[openingId('E1')]!, sides: [zoneId('Corridor 1'), zoneId('Corridor 1')] },
      },
    }
    expect(() => buildGraph(broken)).not.toThrow()
  })
})

describe('zones without a way out', () => {
  it('are none in a house with a stair and an exit', () => {
    const { reached, unreachable } = reachability(house)
    expect(unreachable).toEqual([])
    expect(reached.size).toBe(6)
  })

  it('name the shut door nearest to them', () => {
    const shutOpenings = [openingId('Corridor 2|S T2')]
    expect(reachability(house, { shutOpenings }).unreachable.map(({ zoneId: id }) => id)).toEqual([
      zoneId('Office 2'),
      zoneId('Corridor 2'),
    ])
    expect(reasonOf(house, 'Office 2', { shutOpenings })).toEqual({
      zoneId: zoneId('Office 2'),
      reason: 'onlyShutOpenings',
      openingId: shutOpenings[0],
    })
  })

  it('are cut off by a closed zone, which is named as closed itself', () => {
    const closures = { closedZones: [zoneId('Corridor 2')] }
    expect(reasonOf(house, 'Corridor 2', closures)).toMatchObject({ reason: 'zoneClosed' })
    expect(reasonOf(house, 'Office 2', closures)).toMatchObject({
      reason: 'onlyShutOpenings',
      openingId: openingId('Office 2|Corridor 2'),
    })
    expect(reasonOf(house, 'Office 1', closures)).toBeUndefined()
  })

  it('include those behind a door that the survey found locked, unless it releases on alarm', () => {
    const surveyed = (door: Partial<DoorProperties>) =>
      buildPremises((b) => {
        b.zone('Hall', [0, 0, 6, 6])
        b.exit('Hall', { at: [0, 3], name: 'E', door, fields: { surveyedState: 'locked' } })
      })
    expect(reasonOf(surveyed({}), 'Hall')).toEqual({
      zoneId: zoneId('Hall'),
      reason: 'onlyShutOpenings',
      openingId: openingId('E'),
    })
    expect(reachability(surveyed({ lockReleasesOnAlarm: true })).unreachable).toEqual([])
  })

  it('say which door to decide on where no exit is confirmed', () => {
    const premises = buildPremises((b) => {
      b.zone('Hall', [0, 0, 6, 6])
      b.zone('Store', [6, 0, 9, 6])
      b.door('Hall', 'Store')
      b.exit('Hall', { at: [0, 3], name: 'Front', fields: { exit: 'undecided' } })
    })
    expect(reasonOf(premises, 'Store')).toMatchObject({
      reason: 'noExitConfirmed',
      openingId: openingId('Front'),
    })
  })

  it('do not leave through a revolving or a roller door, whoever calls it an exit', () => {
    for (const operation of ['revolving', 'rollerShutter'] as const) {
      const premises = buildPremises((b) => {
        b.zone('Lobby', [0, 0, 6, 6])
        b.exit('Lobby', { at: [0, 3], name: 'R', door: { operation } })
      })
      expect(reasonOf(premises, 'Lobby')).toMatchObject({
        reason: 'exitNotEscape',
        openingId: openingId('R'),
      })
    }
  })

  it('do not leave by lift, and not by a vehicle ramp', () => {
    const premises = buildPremises((b) => {
      b.level('T1')
      b.zone('Lobby', [0, 0, 6, 6])
      b.exit('Lobby', { at: [0, 3] })
      b.level('T2')
      b.zone('Roof garden', [0, 0, 6, 6])
      b.lift('L', ['Lobby', 'Roof garden'])
      b.level('H1', { ordinal: -1 })
      b.zone('Garage', [0, 0, 6, 6], { use: 'garage' })
      b.ramp('R', 'Garage', 'Lobby', { use: 'vehicles' })
    })
    expect(reasonOf(premises, 'Roof garden')).toMatchObject({ reason: 'onlyLift' })
    expect(reasonOf(premises, 'Garage')).toMatchObject({ reason: 'noExitInComponent' })
  })

  it('are shafts, rooms without a door, stairs to nowhere, and floors without a door outside', () => {
    const premises = buildPremises((b) => {
      b.level('T1')
      b.zone('Shaft', [0, 0, 1, 1], { use: 'shaft' })
      b.zone('Lift shaft', [1, 0, 2, 1], { use: 'lift' })
      b.zone('Walled in', [2, 0, 5, 4])
      b.window('Walled in', null)
      b.zone('Island', [20, 0, 25, 4])
      b.zone('Bay', [25, 0, 28, 4])
      b.passage('Island', 'Bay')
      b.zone('Lone', [40, 0, 45, 4])
      b.zone('Broken stair', [45, 0, 48, 4], { use: 'stair' })
      b.door('Lone', 'Broken stair')
    })
    const reasons = Object.fromEntries(
      reachability(premises).unreachable.map((each) => [each.zoneId, each.reason]),
    )
    expect(reasons).toEqual({
      [zoneId('Shaft')]: 'shaft',
      [zoneId('Lift shaft')]: 'shaft',
      [zoneId('Walled in')]: 'noOpening',
      [zoneId('Island')]: 'noExitInComponent',
      [zoneId('Bay')]: 'noExitInComponent',
      [zoneId('Lone')]: 'stairLeadsNowhere',
      [zoneId('Broken stair')]: 'stairLeadsNowhere',
    })
  })

  it('do not count a door into the yard that nobody called an exit; a final one they do', () => {
    const yard = (exit: Opening['exit']) =>
      buildPremises((b) => {
        b.zone('Hall', [0, 0, 6, 6])
        b.outdoor('Yard', [6, 0, 20, 6])
        b.door('Hall', 'Yard', { fields: exit ? { exit } : {} })
      })
    expect(reachability(yard('final')).unreachable).toEqual([])
    expect(reasonOf(yard('none'), 'Hall')).toMatchObject({ reason: 'noExitInComponent' })
  })

  it('only grow when doors are shut, and are every zone when all exits are', () => {
    const openings = Object.keys(house.openings).map((id) => openingId(id.replace('opening-', '')))
    fc.assert(
      fc.property(fc.subarray(openings), fc.subarray(openings), (some, more) => {
        const few = reachability(house, { shutOpenings: some }).reached
        const fewer = reachability(house, { shutOpenings: [...some, ...more] }).reached
        for (const zone of fewer) expect(few.has(zone)).toBe(true)
      }),
    )
    expect(reachability(house, { shutOpenings: [openingId('E1')] }).reached.size).toBe(0)
    expect(buildGraph(house).hasNode(outside)).toBe(true)
  })
})

describe('doors as escape exits (QCVN 06:2022/BXD with SĐ1:2023, 3.2.3 and 3.3.3)', () => {
  const verdict = (operation: DoorOperation, door: Partial<DoorProperties> = {}, group?: string) => {
    const premises = buildPremises((b) => {
      b.zone('Hall', [0, 0, 6, 6])
      b.exit('Hall', { at: [0, 3], name: 'E', door: { operation, ...door } })
    })
    const { answer, reason } = canBeExit(premises.openings[openingId('E')]!, group)
    return reason === null ? answer : `${answer} ${reason}`
  }

  it('are hinged; never revolving or roller doors', () => {
    expect(verdict('swing')).toBe('yes')
    expect(verdict('doubleSwing')).toBe('yes')
    expect(verdict('revolving')).toBe('no neverExit')
    expect(verdict('rollerShutter')).toBe('no neverExit')
  })

  it('may slide or fold with a sign of the way they open, but not as fire or self-closing doors, in F1.3, nurseries and primary schools', () => {
    for (const operation of ['sliding', 'folding'] as const) {
      expect(verdict(operation, {}, 'F4.3')).toBe('ask openingSign')
      expect(verdict(operation, { ratingMin: 60 }, 'F4.3')).toBe('no fireRated')
      expect(verdict(operation, { selfClosing: true }, 'F4.3')).toBe('no selfClosing')
      expect(verdict(operation, {}, 'F1.3')).toBe('no groupF13')
      expect(verdict(operation, {}, 'F1.1')).toBe('ask kindergarten')
      expect(verdict(operation, {}, 'F4.1')).toBe('ask primarySchool')
    }
  })

  it('are asked about where no rule was seen', () => {
    expect(verdict('turnstile')).toBe('ask releaseOnAlarm')
    expect(verdict('turnstile', { lockReleasesOnAlarm: true })).toBe('yes')
    expect(verdict('gate')).toBe('ask hingedLeaf')
    expect(verdict('unknown')).toBe('ask operation')
  })

  it('are no windows', () => {
    const premises = buildPremises((b) => {
      b.zone('Hall', [0, 0, 6, 6])
      b.window('Hall', null, { name: 'W' })
    })
    expect(canBeExit(premises.openings[openingId('W')]!)).toMatchObject({ answer: 'no', reason: 'noDoor' })
  })
})
