import { describe, expect, it } from 'vitest'
import { createAnalyst } from '../../src/analysis/analyst.ts'
import { studyClearing } from '../../src/analysis/clearing.ts'
import type { RunEgress } from '../../src/analysis/clearing.ts'
import type { ClearingInput } from '../../src/analysis/questions.ts'
import type { Premises } from '../../src/premises/model.ts'
import { JobAborted } from '../../workers/job.ts'
import { createLocalPool } from '../../workers/pool.local.ts'
import { buildPremises, openingId, stairId, zoneId } from '../builder.ts'
import { clear, openCase } from '../workers/egress/clear.ts'

const conditions: ClearingInput = { ...openCase, preMovementFirstS: 60, preMovementLastS: 180 }

const study = (premises: Premises, input: Partial<ClearingInput> = {}) => {
  const kept = new Map<string, unknown>()
  return studyClearing((each) => clear(premises, each, kept), premises, { ...conditions, ...input })
}

describe('the clearing study', () => {
  const premises = slab()

  it('loses each exit and each stair in turn, and names the worst', async () => {
    const { allOpen, cases, worst, worstZoneId, worstOpeningId } = await study(premises)
    expect(cases.map(({ lost }) => lost.id)).toEqual(
      [
        openingId('Back'),
        openingId('Front'),
        openingId('Foot A'),
        openingId('Foot B'),
        stairId('A'),
        stairId('B'),
      ].sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1)),
    )
    const times = cases.map(({ result }) => result.evacuationTimeS)
    expect(worst?.result.evacuationTimeS).toBe(Math.max(...times))
    expect(Math.max(...times)).toBeGreaterThan(allOpen.evacuationTimeS)
    // The wide stair A carries most: without it everybody above queues on B, 0.9 m wide.
    expect(worst?.lost).toEqual({ kind: 'stair', id: stairId('A') })
    expect(worstZoneId).toBe(zoneId('Office 2'))
    expect(worstOpeningId).not.toBeNull()
  })

  it('gives the headline by the share of the stair where storeys merge: 0.3, 0.5 and 0.7', async () => {
    const { merging, worst } = await study(premises)
    expect(merging?.map(({ stairShare }) => stairShare)).toEqual([0.3, 0.5, 0.7])
    expect(merging?.[1]?.perLevel).toEqual(worst?.result.perLevel)
    const lost = { ...conditions, lostStairs: [stairId('A')], stairShare: 0.7 }
    expect(merging?.[2]?.movementTimeS).toBe((await clear(premises, lost)).movementTimeS)
  })

  it('a lost exit is the same as a shut one, a lost stair as its runs and stair zones shut', async () => {
    const { cases } = await study(premises)
    const front = cases.find(({ lost }) => lost.id === openingId('Front'))
    const shut = await clear(premises, { ...conditions, shutOpenings: [openingId('Front')] })
    expect(front?.result).toEqual(shut)
    const stair = cases.find(({ lost }) => lost.id === stairId('A'))
    const closed = await clear(premises, { ...conditions, closedZones: [zoneId('A T1'), zoneId('A T2')] })
    expect(stair?.result.movementTimeS).toBe(closed.movementTimeS)
    expect(stair?.result.perZone).toEqual(closed.perZone)
  })

  it('the loss of an exit that nobody takes has the result of all open, and is never the headline', async () => {
    const { allOpen, cases, worst } = await study(premises)
    const unused = cases.filter(({ lost }) =>
      allOpen.perExit.some(({ id, persons }) => id === lost.id && persons === 0),
    )
    expect(unused.map(({ lost }) => lost.id)).toEqual([openingId('Back')])
    for (const { lost, result } of unused) {
      expect(result).toBe(allOpen)
      expect(worst?.lost.id).not.toBe(lost.id)
      const computed = await clear(premises, { ...conditions, shutOpenings: [openingId('Back')] })
      expect({ ...computed, provenance: null, perExit: null }).toEqual({
        ...allOpen,
        provenance: null,
        perExit: null,
      })
    }
  })

  it('lists apart the losses that leave somebody without a way, most persons first', async () => {
    const single = buildPremises((b) => {
      b.level('T1')
      b.zone('Shop', [0, 0, 20, 10], { occupants: 30 })
      b.exit('Shop', { at: [0, 5], name: 'West', width: 1.2 })
      b.zone('Store', [20, 0, 25, 10], { occupants: 2 })
      b.exit('Store', { at: [25, 5], name: 'East' })
    })
    const { stranding, worst, allOpen } = await study(single)
    expect(stranding.map(({ lost, stranded }) => [lost.id, stranded])).toEqual([
      [openingId('West'), 30],
      [openingId('East'), 2],
    ])
    // With East lost, those of the shop need as long as before: that is the longest time there is.
    expect(worst?.lost.id).toBe(openingId('East'))
    expect(worst?.result.evacuationTimeS).toBe(allOpen.evacuationTimeS)
    expect(worst?.result.notMoved.noWay).toBe(2)
  })

  it('has no headline but all open where the only exit cannot be lost without stranding everybody', async () => {
    const room = buildPremises((b) => {
      b.zone('Room', [0, 0, 6, 5], { occupants: 8 })
      b.exit('Room', { at: [6, 2], name: 'Only' })
    })
    const { worst, stranding, worstZoneId } = await study(room)
    expect(worst).toBeNull()
    expect(stranding.map(({ stranded }) => stranded)).toEqual([8])
    expect(worstZoneId).toBe(zoneId('Room'))
  })

  it('keeps what the case shuts already, and does not lose it again', async () => {
    const { cases } = await study(premises, {
      shutOpenings: [openingId('Front')],
      lostStairs: [stairId('B')],
    })
    const lost = cases.map((each) => each.lost.id)
    expect(lost).not.toContain(openingId('Front'))
    expect(lost).not.toContain(stairId('B'))
    expect(lost).toContain(stairId('A'))
  })

  it('gives the course of the queues for all open and for the worst only', async () => {
    const { allOpen, cases, worst } = await study(premises, { seriesStepS: 2 })
    expect(allOpen.series?.stepS).toBe(2)
    expect(worst?.result.series?.openings.length).toBeGreaterThan(0)
    const others = cases.filter(({ lost, result }) => lost !== worst?.lost && result !== allOpen)
    expect(others.every(({ result }) => result.series === null)).toBe(true)
  })
})

describe('the study on workers', () => {
  const premises = slab()
  const onPool = (size: number) => {
    const pool = createLocalPool(size)
    pool.setPremises(premises)
    const run: RunEgress = (input, options) =>
      pool.run('egress', input, options.signal ? { signal: options.signal } : {})
    return { pool, run }
  }

  it('answers the same on one worker, on three, and without any', async () => {
    const one = onPool(1)
    const three = onPool(3)
    const answers = await Promise.all([
      studyClearing(one.run, premises, conditions),
      studyClearing(three.run, premises, conditions),
      study(premises),
    ])
    one.pool.close()
    three.pool.close()
    expect(JSON.stringify(answers[1])).toBe(JSON.stringify(answers[0]))
    expect(JSON.stringify(answers[2])).toBe(JSON.stringify(answers[0]))
  })

  it('tells its progress up to 1, and never back', async () => {
    const { pool, run } = onPool(2)
    const shares: number[] = []
    await studyClearing(run, premises, conditions, { onProgress: (share) => shares.push(share) })
    pool.close()
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares)
    expect(shares.at(-1)).toBe(1)
  })

  it('never mixes two states of the premises: an edit in between calls it off', async () => {
    const pool = createLocalPool(2)
    const analyst = createAnalyst(pool)
    analyst.load(premises)
    const asked = analyst.clearing(conditions)
    analyst.load({ ...premises, zones: { ...premises.zones } })
    await expect(asked).rejects.toThrow(JobAborted)
    analyst.close()
  })

  it('stops all its runs on an abort', async () => {
    const { pool, run } = onPool(2)
    const controller = new AbortController()
    let asked = 0
    const counting: RunEgress = (input, options) => {
      asked += 1
      if (asked === 3) controller.abort()
      return run(input, options)
    }
    await expect(
      studyClearing(counting, premises, conditions, { signal: controller.signal }),
    ).rejects.toThrow(JobAborted)
    pool.close()
  })
})

function order(id: string): number {
  return id.startsWith('opening') ? 0 : 1
}

/** Two storeys, a wide stair A and a narrow stair B with final doors at their feet, a front door, a back door of no use. */
function slab(): Premises {
  return buildPremises((b) => {
    b.level('T1')
    b.level('T2')
    b.stair('A', [-4, 0, 0, 6], ['T1', 'T2'], { clearWidthM: 1.6 })
    b.stair('B', [40, 0, 43, 6], ['T1', 'T2'], { clearWidthM: 0.9 })
    b.zone('Office 2', [0, 0, 40, 12], { occupants: 160 })
    b.door('Office 2', 'A T2', { at: [0, 3], width: 1.4 })
    b.door('Office 2', 'B T2', { at: [40, 3] })
    b.on('T1')
    b.zone('Hall', [0, 0, 40, 12], { occupants: 40 })
    b.zone('Back room', [10, 12, 14, 60], { use: 'technical' })
    b.door('Hall', 'Back room')
    b.door('Hall', 'A T1', { at: [0, 3], width: 1.2 })
    b.exit('Back room', { at: [12, 60], name: 'Back' })
    b.exit('Hall', { at: [20, 0], name: 'Front', width: 1.6 })
    b.exit('A T1', { at: [-4, 3], name: 'Foot A', width: 1.4 })
    b.exit('B T1', { at: [43, 3], name: 'Foot B' })
  })
}
