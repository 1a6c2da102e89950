import { describe, expect, it } from 'vitest'
import type { Premises } from '../../../src/premises/model.ts'
import { PersonError } from '../../../src/premises/message.ts'
import { JobAborted } from '../../../workers/job.ts'
import { egressJob } from '../../../workers/egress/run.ts'
import { routesJob } from '../../../workers/routes/run.ts'
import { buildPremises, levelId, openingId, rampId, stairId, zoneId } from '../../builder.ts'
import { clear, openCase } from './clear.ts'
import { storeys } from './storeys.ts'

describe('exit choice', () => {
  it('is that of the job routes: the same exit, no zone cleared before its farthest walk, the same longest walk', async () => {
    const premises = storeys({ levels: 3, rooms: 5, persons: 9 })
    const result = await clear(premises)
    const routes = await routesJob.run(
      { targets: 'final', along: 'shortest', shutOpenings: [], closedZones: [] },
      context(premises),
    )
    const wayOf = new Map(routes.zones.map((route) => [route.zoneId, route.first]))
    for (const { id, exitId, clearedS } of result.perZone) {
      expect(exitId).toBe(wayOf.get(id)?.exitId)
      expect(clearedS).toBeGreaterThanOrEqual((wayOf.get(id)?.timeS ?? Infinity) - 1e-6)
    }
    const occupied = new Set(result.perZone.map(({ id }) => id))
    const longest = Math.max(...routes.zones.filter((r) => occupied.has(r.zoneId)).map((r) => r.first.timeS))
    expect(result.longestFreeWalkS).toBeCloseTo(longest, 6)
  })

  it('shares the people of a hall with doors on both sides over them by what is quickest from where they stand', async () => {
    const hall = buildPremises((b) => {
      b.zone('Hall', [0, 0, 30, 12], { use: 'hall', occupants: 100 })
      b.exit('Hall', { at: [0, 6], name: 'West', width: 1.4 })
      b.exit('Hall', { at: [30, 6], name: 'East', width: 1.4 })
    })
    const { perExit } = await clear(hall)
    expect(perExit.map(({ persons }) => persons)).toEqual([50, 50])
  })
})

describe('who is counted', () => {
  const premises = buildPremises((b) => {
    b.level('T1')
    b.level('T2')
    b.zone('Above', [0, 0, 10, 8], { occupants: 12, assisted: 2 })
    b.stair('S', [10, 0, 13, 6], ['T1', 'T2'])
    b.door('Above', 'S T2')
    b.zone('Cut off', [0, 8, 10, 12], { occupants: 3 })
    b.on('T1')
    b.exit('S T1', { at: [13, 3], name: 'Foot' })
    b.zone('Ground', [0, 0, 10, 8], { occupants: 5, assisted: 1 })
    b.exit('Ground', { at: [0, 4], name: 'Front' })
    b.zone('By area', [0, 8, 10, 12], { use: 'office' })
    b.exit('By area', { at: [0, 10], name: 'Side' })
  })

  it('assisted persons stay where the way has stairs, and move where it is level; nobody without a way is lost', async () => {
    const result = await clear(premises)
    expect(result.notMoved).toEqual({ noWay: 3, assisted: 2 })
    expect(result.persons).toBe(10 + 5 + 7)
    const exits = Object.fromEntries(result.perExit.map(({ id, persons }) => [id, persons]))
    expect(exits[openingId('Foot')]).toBeCloseTo(10, 9)
    expect(exits[openingId('Front')]).toBeCloseTo(5, 9)
    // 40 m² of office at 6 m² per person.
    expect(exits[openingId('Side')]).toBeCloseTo(7, 9)
    const cutOff = result.perZone.find(({ id }) => id === zoneId('Cut off'))
    expect(cutOff).toMatchObject({ exitId: null, clearedS: 0, persons: 3 })
  })

  it('persons of a closed zone, or behind a shut door, have no way', async () => {
    const closed = await clear(premises, { closedZones: [zoneId('Ground')] })
    expect(closed.notMoved.noWay).toBe(3 + 5)
    const shut = await clear(premises, { shutOpenings: [openingId('Foot')] })
    expect(shut.notMoved).toEqual({ noWay: 3 + 12, assisted: 0 })
  })

  it('a building in which nobody moves has no time, and no fault', async () => {
    const empty = await clear(buildPremises((b) => b.zone('Room', [0, 0, 5, 5], { occupants: 4 })))
    expect(empty).toMatchObject({ movementTimeS: 0, evacuationTimeS: 0, persons: 0, bottleneck: null })
    expect(empty.notMoved.noWay).toBe(4)
    const nothing = await clear(buildPremises((b) => b.level('T1')))
    expect(nothing.perZone).toEqual([])
  })

  it('a ramp is no stair: assisted persons move over it', async () => {
    const ramped = buildPremises((b) => {
      b.level('T1', { elevationM: 0 })
      b.zone('Low', [0, 0, 6, 6], { use: 'lobby', occupants: 0 })
      b.exit('Low', { at: [0, 3], name: 'E' })
      b.level('M', { elevationM: 0.8, ordinal: 0.5 })
      b.zone('High', [6, 0, 12, 6], { occupants: 6, assisted: 2 })
      b.ramp('R', 'Low', 'High')
    })
    const result = await clear(ramped)
    expect(result).toMatchObject({ persons: 6, notMoved: { noWay: 0, assisted: 0 } })
    expect(result.perLevel).toEqual([expect.objectContaining({ id: levelId('M'), persons: 6 })])
    const vehicles = {
      ...ramped,
      ramps: { [rampId('R')]: { ...ramped.ramps[rampId('R')]!, use: 'vehicles' as const } },
    }
    expect((await clear(vehicles)).notMoved.noWay).toBe(6)
  })
})

describe('stairs', () => {
  it('are walked along the slope, up slower than down: 0.88 of the speed and of the flow', async () => {
    const oneStorey = (level: 'up' | 'down') =>
      buildPremises((b) => {
        b.level('T1', { ordinal: 0, elevationM: 0 })
        b.level('X', level === 'down' ? { ordinal: 1, elevationM: 3.6 } : { ordinal: -1, elevationM: -3.6 })
        const names = level === 'down' ? ['T1', 'X'] : ['X', 'T1']
        b.stair('S', [10, 0, 13, 6], names, { riserM: 0.18, treadM: 0.28, clearWidthM: 1.2 })
        b.on('X')
        b.zone('Store', [0, 0, 10, 6], { occupants: 120 })
        b.door('Store', 'S X', { width: 1.8 })
        b.on('T1')
        b.exit('S T1', { at: [13, 3], name: 'E', width: 1.8 })
      })
    const [down, up] = [await clear(oneStorey('down')), await clear(oneStorey('up'))]
    const k = 0.863 * Math.sqrt(0.28 / 0.18)
    const capacity = (k / (4 * 0.266)) * (1.2 - 0.3)
    expect(down.perStair[0]?.maxFlowPerS).toBeCloseTo(capacity, 2)
    expect(up.perStair[0]?.maxFlowPerS).toBeCloseTo(0.88 * capacity, 2)
    expect(up.bottleneck).toEqual({ kind: 'stair', id: stairId('S'), run: 0 })
    const slopeM = 3.6 * Math.sqrt(1 + (0.28 / 0.18) ** 2)
    const extraS = slopeM / (0.85 * k) / 0.88 - slopeM / (0.85 * k)
    expect(up.firstArrivalS - down.firstArrivalS).toBeCloseTo(extraS, 3)
  })

  it('lost whole take their runs and stair zones with them, but not a hall in which they end', async () => {
    const premises = buildPremises((b) => {
      b.level('T1')
      b.level('T2')
      b.on('T1')
      b.zone('Hall', [0, 0, 12, 8], { use: 'lobby', occupants: 6 })
      b.exit('Hall', { at: [0, 4], name: 'E' })
      b.on('T2')
      b.zone('Gallery', [0, 0, 12, 8], { use: 'office', occupants: 4 })
      b.stair('Open', [0, 0, 1, 1], ['T1', 'T2'], {
        through: ['Hall', 'Gallery'],
        fields: { kind: 'openInside' },
      })
    })
    const lost = await clear(premises, { lostStairs: [stairId('Open')] })
    expect(lost).toMatchObject({ persons: 6, notMoved: { noWay: 4, assisted: 0 } })
  })
})

describe('widths', () => {
  const door = (fields: Record<string, unknown>) =>
    buildPremises((b) => {
      b.zone('Room', [0, 0, 8, 8], { occupants: 40 })
      b.exit('Room', { at: [8, 4], name: 'E', width: 0.9, fields })
    })

  it('are those entered, else those of the drawing, else a default that is named', async () => {
    const entered = await clear(door({ clearWidthM: 1.1, evidence: { clearWidthM: { mark: 'measured' } } }))
    expect(entered.perOpening[0]).toMatchObject({ widthMark: 'measured' })
    expect(entered.perOpening[0]?.flowPerS).toBeCloseTo(1.053, 3)
    const drawn = await clear(door({ clearWidthM: undefined, evidence: { segment: { mark: 'drawing' } } }))
    expect(drawn.perOpening[0]).toMatchObject({ widthMark: 'drawing' })
    expect(drawn.perOpening[0]?.flowPerS).toBeCloseTo(0.789, 3)
    const dot = {
      clearWidthM: undefined,
      segment: [
        [8, 4],
        [8, 4.001],
      ],
    }
    const unknown = await clear(door(dot))
    expect(unknown.perOpening[0]).toMatchObject({ widthMark: 'assumed' })
    expect(unknown.perOpening[0]?.flowPerS).toBeCloseTo(0.658, 3)
    expect(unknown.warnings.map(({ code }) => code)).toEqual(['egressDefaultWidth'])
    expect(unknown.governingMark).toBe('assumed')
  })

  it('on the basis 1.33 × clear, asked for by name, pass 1.197 p/s at 0.90 m', async () => {
    const result = await clear(door({}), { doorBasis: 'clear133' })
    expect(result.perOpening[0]?.flowPerS).toBeCloseTo(1.197, 3)
    expect(result.movementTimeS - result.firstArrivalS).toBeCloseTo(40 / 1.197, 0)
  })

  it('of 0.30 m or less let nobody through; those below 0.70 m are named', async () => {
    const gap = await clear(door({ clearWidthM: 0.3 }))
    expect(gap.notMoved.noWay).toBe(40)
    expect(gap.warnings.map(({ code }) => code)).toEqual(['egressImpassable'])
    const narrow = await clear(door({ clearWidthM: 0.6 }))
    expect(narrow.warnings.map(({ code }) => code)).toEqual(['egressNarrowDoor'])
    expect(narrow.perOpening[0]?.flowPerS).toBeCloseTo(0.395, 3)
  })

  it('of a turnstile do not matter: 0.5 p/s', async () => {
    const result = await clear(door({ door: { operation: 'turnstile', leaves: 1 } }))
    expect(result.perOpening[0]?.flowPerS).toBe(0.5)
  })

  it('of a corridor count where it narrows: its throat governs, not the doors', async () => {
    const neck = buildPremises((b) => {
      b.zone('Hall', [0, 0, 12, 10], { use: 'hall', occupants: 100 })
      const walls = [
        [12, 2],
        [20, 2],
        [20, 4.4],
        [22, 4.4],
        [22, 2],
        [30, 2],
        [30, 8],
        [22, 8],
        [22, 5.4],
        [20, 5.4],
        [20, 8],
        [12, 8],
      ] as const
      b.zone('Way', walls, { use: 'corridor' })
      b.passage('Hall', 'Way', { width: 4 })
      b.exit('Way', { at: [30, 5], name: 'E', width: 2 })
    })
    const result = await clear(neck)
    // 1.0 m clear, less 0.20 m on either side.
    const capacity = (1.4 / (4 * 0.266)) * 0.6
    expect(result.bottleneck).toEqual({ kind: 'zone', id: zoneId('Way') })
    expect(result.perExit[0]?.maxFlowPerS).toBeCloseTo(capacity, 2)
    expect(Math.abs(result.movementTimeS - result.firstArrivalS - 100 / capacity)).toBeLessThan(0.03 * 127)
  })
})

describe('queues over time', () => {
  it('rise and fall with the persons inside, on the samples asked for', async () => {
    const room = buildPremises((b) => {
      b.zone('Room', [0, 0, 8, 8], { occupants: 40 })
      b.exit('Room', { at: [8, 4], name: 'E', width: 0.9 })
    })
    const result = await clear(room, { seriesStepS: 2 })
    const { series } = result
    expect(series?.openings).toEqual([openingId('E')])
    const queue = [...(series?.queues[0] ?? [])]
    expect(queue[0]).toBe(0)
    expect(Math.max(...queue)).toBeGreaterThan(25)
    expect(queue.at(-1)).toBeLessThan(1)
    const outside = [...(series?.outside ?? [])]
    expect(outside.toSorted((a, b) => a - b)).toEqual(outside)
    expect(Math.abs(outside.length - 1 - result.movementTimeS / 2)).toBeLessThanOrEqual(1)
    const at = (seconds: number) => outside[seconds / 2] ?? 0
    expect(at(40) - at(20)).toBeCloseTo(20 * 0.7895, 1)
    expect(result.perOpening[0]?.queueToS).toBeGreaterThan(result.movementTimeS - 4)
  })
})

describe('the job', () => {
  it('gives the same bytes for the same premises and input, whatever was asked before', async () => {
    const premises = storeys({ levels: 4, rooms: 6, persons: 7 })
    const kept = new Map<string, unknown>()
    await clear(premises, { shutOpenings: [openingId('Final A')] }, kept)
    await clear(premises, { doorBasis: 'clear133' }, kept)
    const [fresh, warm] = [await clear(premises), await clear(premises, {}, kept)]
    expect(JSON.stringify(warm)).toBe(JSON.stringify(fresh))
  })

  it('names what it was computed with: a rename outdates nothing, a width does', async () => {
    const hash = async (premises: Premises) => (await clear(premises)).provenance.inputHash
    const premises = storeys({ levels: 2, rooms: 3, persons: 4 })
    const id = openingId('Final A')
    const change = (fields: object) => ({
      ...premises,
      openings: { ...premises.openings, [id]: { ...premises.openings[id]!, ...fields } },
    })
    expect(await hash(change({ name: 'Cửa thang A' }))).toBe(await hash(premises))
    expect(await hash(change({ clearWidthM: 0.95 }))).not.toBe(await hash(premises))
  })

  it('stops within a breath of an abort', async () => {
    const premises = storeys({ levels: 3, rooms: 4, persons: 20 })
    let breaths = 0
    const breathe = async () => {
      breaths += 1
      if (breaths > 20) throw new JobAborted()
    }
    await expect(egressJob.run(openCase, { ...context(premises), breathe })).rejects.toThrow(JobAborted)
  })

  it.each([
    ['stairShare', { stairShare: 1.2 }],
    ['detectionS', { detectionS: -1 }],
    ['preMovementLastS', { preMovementFirstS: 60, preMovementLastS: 30 }],
    ['seriesStepS', { seriesStepS: 0 }],
  ])('refuses a %s that cannot be', async (field, input) => {
    const premises = storeys({ levels: 1, rooms: 2, persons: 1 })
    const refusal = clear(premises, input)
    await expect(refusal).rejects.toBeInstanceOf(PersonError)
    await expect(refusal).rejects.toMatchObject({ report: { code: 'egressInput', params: { field } } })
  })
})

function context(premises: Premises) {
  return {
    premises: () => premises,
    revision: () => 1,
    progress: () => {},
    breathe: async () => {},
    kept: new Map<string, unknown>(),
  }
}
