import { describe, expect, it } from 'vitest'
import type { Point } from '../../../src/premises/geometry/plane.ts'
import type { Premises } from '../../../src/premises/model.ts'
import type { RoutesResult, ZoneRoute } from '../../../workers/routes/job.ts'
import { buildPremises, zoneId } from '../../builder.ts'
import { routesOf } from './ask.ts'

const of = (result: RoutesResult, zone: string): ZoneRoute =>
  result.zones.find(({ zoneId: id }) => id === zoneId(zone)) as ZoneRoute

/** An L of two corridors 2 m wide: along the bottom to (20, 2), up its right end to (20, 15). */
const lShape: Point[] = [
  [0, 0],
  [20, 0],
  [20, 15],
  [18, 15],
  [18, 2],
  [0, 2],
]

/** A T: a stem 2 m wide from below, a bar 2 m wide across its head. */
const tShape: Point[] = [
  [-1, 0],
  [1, 0],
  [1, 20],
  [15, 20],
  [15, 22],
  [-15, 22],
  [-15, 20],
  [-1, 20],
]

function lCorridor(): Premises {
  return buildPremises((b) => {
    b.zone('Corridor', lShape, { use: 'corridor' })
    b.zone('Room', [-4, 0, 0, 2])
    b.door('Room', 'Corridor', { at: [0, 1] })
    b.exit('Corridor', { at: [19, 15], name: 'E' })
  })
}

function tCorridor(): Premises {
  return buildPremises((b) => {
    b.zone('Corridor', tShape, { use: 'corridor' })
    b.zone('Room', [-1, -4, 1, 0])
    b.door('Room', 'Corridor', { at: [0, 0] })
    b.exit('Corridor', { at: [-15, 21], name: 'W' })
    b.exit('Corridor', { at: [15, 21], name: 'E' })
  })
}

describe('a corridor with a bend', () => {
  it('is shortest round the inner corner', async () => {
    const { first } = of(await routesOf(lCorridor()), 'Room')
    expect(first.doorM).toBeCloseTo(Math.hypot(18, 1) + Math.hypot(13, 1), 4)
  })

  it('is longest along its middle: 19 m and 14 m, less the bend', async () => {
    const { first } = of(await routesOf(lCorridor(), { along: 'centreLine' }), 'Room')
    // The line equally far from both walls cuts the bend a little: 33 m to within 1 %.
    expect(first.doorM).toBeLessThanOrEqual(33.01)
    expect(first.doorM).toBeGreaterThan(33 * 0.99)
    const drawn = first.stretches[1]?.line ?? []
    for (let at = 0; at < drawn.length; at += 2) {
      const [x, y] = [drawn[at] ?? NaN, drawn[at + 1] ?? NaN]
      if (x > 1 && x < 17) expect(y).toBeCloseTo(1, 2)
      if (y > 3 && y < 14) expect(x).toBeCloseTo(19, 2)
    }
  })
})

describe('a corridor with a fork', () => {
  it('runs up the middle of the stem and along the middle of the bar', async () => {
    const { first } = of(await routesOf(tCorridor(), { along: 'centreLine' }), 'Room')
    expect(first.doorM).toBeGreaterThan(36 * 0.99)
    expect(first.doorM).toBeLessThan(36.01)
  })

  it.each([
    ['shortest', 20],
    ['centreLine', 21],
  ] as const)('is a dead end up to the fork (%s: %d m)', async (along, forkM) => {
    const { first, second, deadEndM } = of(await routesOf(tCorridor(), { along }), 'Room')
    expect(first.exitId).not.toBe(second?.exitId)
    const inRoom = first.farthestM - first.doorM
    expect(inRoom).toBeCloseTo(Math.hypot(1, 4), 4)
    expect(Math.abs(deadEndM - inRoom - forkM)).toBeLessThan(0.3)
  })
})

describe('a straight corridor', () => {
  const straight = buildPremises((b) => {
    b.zone('Corridor', [0, 0, 40, 2], { use: 'corridor' })
    b.zone('Room', [18, 2, 22, 6])
    b.zone('Near', [5, 2, 9, 6])
    b.zone('Next', [9.5, 2, 13, 6])
    b.door('Room', 'Corridor', { at: [20, 2] })
    b.door('Near', 'Corridor', { at: [8, 2] })
    b.door('Next', 'Corridor', { at: [10, 2] })
    b.door('Near', 'Next', { at: [9.25, 4] })
    b.exit('Corridor', { at: [0, 1], name: 'W' })
    b.exit('Corridor', { at: [40, 1], name: 'E' })
  })

  it('is no dead end for a door in its side: the ways part there', async () => {
    const { first, deadEndM } = of(await routesOf(straight), 'Room')
    expect(deadEndM).toBeCloseTo(first.farthestM - first.doorM, 4)
  })

  it('along its middle adds the steps to the middle and back', async () => {
    const { first } = of(await routesOf(straight, { along: 'centreLine' }), 'Room')
    expect(first.doorM).toBeCloseTo(1 + 20, 2)
  })

  it('is never shorter along the middle than straight', async () => {
    const [free, middle] = [await routesOf(straight), await routesOf(straight, { along: 'centreLine' })]
    for (const { zoneId: id, first } of middle.zones) {
      const direct = free.zones.find((zone) => zone.zoneId === id)
      expect(first.timeS).toBeGreaterThanOrEqual((direct?.first.timeS ?? NaN) - 1e-6)
    }
  })
})

describe('a dead end', () => {
  it('in a corridor where both exits lie ahead ends at the first of them', async () => {
    const premises = buildPremises((b) => {
      b.zone('Corridor', [0, 0, 40, 2], { use: 'corridor' })
      b.exit('Corridor', { at: [20, 0], name: 'Side' })
      b.exit('Corridor', { at: [40, 1], name: 'End' })
      b.zone('Room', [-5, 0, 0, 2])
      b.door('Room', 'Corridor', { at: [0, 1] })
    })
    const { first, deadEndM } = of(await routesOf(premises), 'Room')
    expect(deadEndM).toBeCloseTo(first.farthestM, 1)
  })

  it('is nothing in a room with doors in opposite walls', async () => {
    const premises = buildPremises((b) => {
      b.zone('Room', [0, 0, 10, 10])
      b.exit('Room', { at: [0, 5], name: 'W' })
      b.exit('Room', { at: [10, 5], name: 'E' })
    })
    expect(of(await routesOf(premises), 'Room').deadEndM).toBe(0)
  })
})
