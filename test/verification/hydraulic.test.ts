import { describe, expect, it } from 'vitest'
import type { StairRun } from '../../src/premises/model.ts'
import { buildPremises, openingId, stairId, levelId } from '../builder.ts'
import { clear } from '../workers/egress/clear.ts'

/**
 * Hand examples of the hydraulic model (SFPE Handbook 5th ed., ch. 59; PD 7974-6), worked on whole premises: what the
 * network answers must be what a planner finds with pencil and paper.
 */

const perDoor = (clearM: number) => (1.4 / (4 * 0.266)) * (clearM - 0.3)

describe('one door', () => {
  it('100 persons of a 1.5 m corridor through a 0.90 m door: 0.79 p/s, 126 s after the first arrival (within 3 %)', async () => {
    const corridor = buildPremises((b) => {
      b.zone('Corridor', [0, 0, 30, 1.5], { use: 'corridor', occupants: 100 })
      b.exit('Corridor', { at: [30, 0.75], name: 'E', width: 0.9 })
    })
    const result = await clear(corridor)
    const [exit] = result.perExit
    expect(result.perOpening[0]?.flowPerS).toBeCloseTo(0.789, 3)
    expect(exit?.maxFlowPerS).toBeCloseTo(0.789, 3)
    expect(Math.abs(result.movementTimeS - result.firstArrivalS - 100 / perDoor(0.9))).toBeLessThan(
      0.03 * 126,
    )
    expect(result.bottleneck).toEqual({ kind: 'opening', id: openingId('E') })
  })

  it('the same 100 persons from a room through the corridor: its walk comes on top', async () => {
    const premises = buildPremises((b) => {
      b.zone('Room', [0, 0, 10, 10], { occupants: 100 })
      b.zone('Corridor', [10, 4, 40, 5.5], { use: 'corridor' })
      b.door('Room', 'Corridor', { width: 1.2 })
      b.exit('Corridor', { at: [40, 4.75], name: 'E', width: 0.9 })
    })
    const result = await clear(premises)
    expect(result.movementTimeS).toBeGreaterThan(30 / 1.19 + 126)
    expect(Math.abs(result.movementTimeS - result.firstArrivalS - 100 / perDoor(0.9))).toBeLessThan(
      0.03 * 126,
    )
  })

  it('an overfull room (60 persons on 12 m²) discharges at 1.053 p/s in 57.0 s, and is named in a warning', async () => {
    const room = buildPremises((b) => {
      b.zone('Họp', [0, 0, 4, 3], { use: 'meeting', occupants: 60 })
      b.exit('Họp', { at: [4, 1.5], name: 'E', width: 1.1 })
    })
    const result = await clear(room)
    expect(result.perOpening[0]?.flowPerS).toBeCloseTo(1.053, 3)
    expect(result.movementTimeS - result.firstArrivalS).toBeCloseTo(57, 0)
    expect(result.warnings.map(({ code, params }) => [code, params?.['name']])).toEqual([
      ['egressOverfull', 'Họp'],
    ])
  })

  it('an overfull corridor empties too, at the capacity of its door', async () => {
    const corridor = buildPremises((b) => {
      b.zone('Corridor', [0, 0, 20, 1.5], { use: 'corridor', occupants: 150 })
      b.exit('Corridor', { at: [20, 0.75], name: 'E', width: 1.1 })
    })
    const result = await clear(corridor)
    expect(Math.abs(result.movementTimeS / (150 / perDoor(1.1)) - 1)).toBeLessThan(0.01)
  })
})

describe('the smallest component on the shared way', () => {
  it('a 1.10 m stair (178/279, 0.812 p/s) above a 0.90 m final door (0.789 p/s): the door governs and is named', async () => {
    const result = await clear(stairAbove(0.9))
    expect(result.bottleneck).toEqual({ kind: 'opening', id: openingId('Final') })
    expect(result.perExit[0]?.maxFlowPerS).toBeCloseTo(0.789, 3)
    const firstS = result.firstArrivalS
    expect(Math.abs(result.movementTimeS - firstS - 200 / 0.7895)).toBeLessThan(0.03 * 253)
  })

  it('with a 1.0 m final door (0.921 p/s) the stair governs', async () => {
    const result = await clear(stairAbove(1))
    expect(result.bottleneck).toEqual({ kind: 'stair', id: stairId('S'), run: 0 })
    expect(result.perStair[0]?.maxFlowPerS).toBeCloseTo(0.812, 3)
    expect(Math.abs(result.movementTimeS - result.firstArrivalS - 200 / 0.8123)).toBeLessThan(0.03 * 246)
  })
})

describe('the office of nine storeys (Nelson and Mowrer)', () => {
  it('1,200 persons of a stair pass its 0.91 m door to the street at 0.80 p/s: 25 min and the way to it', async () => {
    const premises = nineStoreys()
    const result = await clear(premises)
    expect(result.perExit[0]?.maxFlowPerS).toBeCloseTo(0.8, 2)
    expect(result.bottleneck).toEqual({ kind: 'opening', id: openingId('Street') })
    const walkS = result.movementTimeS - 1200 / 0.8027
    expect(walkS).toBeGreaterThanOrEqual(result.firstArrivalS - 2)
    expect(walkS).toBeLessThan(60)
  })
})

describe('merging on a landing', () => {
  const shares = [0.3, 0.5, 0.7]

  it('0.3, 0.5 and 0.7 give the same total, and turn the order of two equal floors round', async () => {
    const premises = twoFloors()
    const results = await Promise.all(shares.map((stairShare) => clear(premises, { stairShare })))
    const totals = results.map(({ movementTimeS }) => movementTimeS)
    for (const total of totals) expect(Math.abs(total / (totals[1] ?? 0) - 1)).toBeLessThan(0.03)
    const cleared = (result: (typeof results)[number] | undefined, name: string) =>
      result?.perLevel.find(({ id }) => id === levelId(name))?.clearedS ?? 0
    expect(cleared(results[0], 'T2')).toBeLessThan(cleared(results[0], 'T3'))
    expect(cleared(results[2], 'T2')).toBeGreaterThan(cleared(results[2], 'T3'))
  })
})

describe('two times', () => {
  it('150 persons at a 0.90 m door: movement 202 s, evacuation 322 s, queue-led', async () => {
    // First arrival 12 s: the nearest of the room stands so far from its exit. Longest walk 70 s.
    const premises = buildPremises((b) => {
      b.zone('Hall', [0, 0, 10, 15], { use: 'hall', occupants: 150 })
      b.zone('Way', [10, 7, 22.85, 9], { use: 'corridor' })
      b.passage('Hall', 'Way')
      b.exit('Way', { at: [22.85, 8], name: 'E', width: 0.9 })
    })
    const result = await clear(premises, {
      detectionS: 45,
      alarmS: 15,
      preMovementFirstS: 60,
      preMovementLastS: 180,
    })
    const { firstArrivalS, movementTimeS, longestFreeWalkS } = result
    expect(firstArrivalS).toBeCloseTo(12, 0)
    expect(Math.abs(movementTimeS - (firstArrivalS + 190))).toBeLessThan(0.02 * 202)
    expect(result.evacuationTimeS).toBeCloseTo(45 + 15 + 60 + movementTimeS, 9)
    expect(Math.abs(result.evacuationTimeS - 322)).toBeLessThan(0.01 * 322)
    expect(result.ledBy).toBe('queue')
    const lastStart = await clear(premises, {
      detectionS: 45,
      alarmS: 15,
      preMovementFirstS: 60,
      preMovementLastS: 400,
    })
    expect(lastStart.movementTimeS).toBe(movementTimeS)
    expect(lastStart.evacuationTimeS).toBeCloseTo(45 + 15 + 400 + longestFreeWalkS, 9)
    expect(lastStart.ledBy).toBe('lastStart')
  })
})

/** 200 persons on the first upper floor, one stair of 178/279 and 1.10 m between walls, one final door at its foot. */
function stairAbove(finalDoorM: number) {
  return buildPremises((b) => {
    b.level('T1')
    b.level('T2')
    b.zone('Office', [0, 0, 30, 20], { occupants: 200 })
    b.stair('S', [30, 0, 33, 6], ['T1', 'T2'], { fields: { runs: [steepRun] } })
    b.door('Office', 'S T2', { at: [30, 3], width: 1.6 })
    b.on('T1')
    b.exit('S T1', { at: [31.5, 0], name: 'Final', width: finalDoorM })
  })
}

/** Eight upper floors of 150 persons each on one 1.12 m stair. */
function nineStoreys() {
  const names = Array.from({ length: 9 }, (_, n) => `T${n + 1}`)
  return buildPremises((b) => {
    for (const name of names) b.level(name)
    b.stair('S', [30, 0, 33, 6], names, {
      fields: { runs: names.slice(1).map(() => ({ ...steepRun, flights: [wide, wide] })) },
    })
    for (const name of names.slice(1)) {
      b.on(name)
      b.zone(`Office ${name}`, [0, 0, 30, 28], { occupants: 150 })
      b.door(`Office ${name}`, `S ${name}`, { at: [30, 3], width: 0.91 })
    }
    b.on('T1')
    b.exit('S T1', { at: [31.5, 0], name: 'Street', width: 0.91 })
  })
}

/** Two upper floors of 150 persons on one stair; the storey doors are wider than the stair, the final door is not. */
function twoFloors() {
  return buildPremises((b) => {
    b.level('T1')
    b.level('T2')
    b.zone('Office 2', [0, 0, 30, 20], { occupants: 150 })
    b.level('T3')
    b.zone('Office 3', [0, 0, 30, 20], { occupants: 150 })
    b.stair('S', [30, 0, 33, 6], ['T1', 'T2', 'T3'], { fields: { runs: [steepRun, steepRun] } })
    b.on('T2')
    b.door('Office 2', 'S T2', { at: [30, 3], width: 2 })
    b.on('T3')
    b.door('Office 3', 'S T3', { at: [30, 3], width: 2 })
    b.on('T1')
    b.exit('S T1', { at: [31.5, 0], name: 'Final', width: 1.6 })
  })
}

const flight = { risers: 10, riserM: 0.178, treadM: 0.279, clearWidthM: 1.1 }
const wide = { ...flight, clearWidthM: 1.12 }
const steepRun: StairRun = {
  flights: [flight, flight],
  landings: [
    { lengthM: 1.1, widthM: 2.4 },
    { lengthM: 1.1, widthM: 2.4 },
  ],
}
