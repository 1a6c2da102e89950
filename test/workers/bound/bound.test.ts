import { describe, expect, it } from 'vitest'
import { boundJob } from '../../../workers/bound/run.ts'
import type { BoundInput } from '../../../workers/bound/job.ts'
import { egressJob } from '../../../workers/egress/run.ts'
import type { JobContext } from '../../../workers/job.ts'
import type { Premises } from '../../../src/premises/model.ts'
import { loadSample } from '../../../src/premises/sample/index.ts'
import { buildPremises, openingId, zoneId } from '../../builder.ts'

function contextOf(premises: Premises): JobContext<number> {
  return {
    premises: () => premises,
    revision: () => 1,
    progress: () => undefined,
    breathe: () => Promise.resolve(),
    kept: new Map(),
  }
}

const nothingLost: BoundInput = { shutOpenings: [], closedZones: [], doorBasis: 'effectiveWidth', stepS: 1 }
const atOnce = {
  stairShare: 0.5,
  detectionS: 0,
  alarmS: 0,
  preMovementFirstS: 0,
  preMovementLastS: 0,
  seriesStepS: null,
}

const boundOf = (premises: Premises, input: Partial<BoundInput> = {}) =>
  boundJob.run({ ...nothingLost, ...input }, contextOf(premises))
const movementOf = (premises: Premises) => egressJob.run({ ...atOnce, ...nothingLost }, contextOf(premises))

/** A room of 150 persons with one door of 0.90 m to the outside: 0.7895 persons/s, 190.0 s. */
const oneDoor = buildPremises((b) => {
  b.level('T1')
  b.zone('Hall', [0, 0, 15, 12], { use: 'hall', occupants: 150 })
  b.exit('Hall', { at: [15, 6], name: 'E1', width: 0.9 })
})

describe('the minimum horizon of premises', () => {
  it('of one room with one door is its persons over the capacity of the door', async () => {
    const bound = await boundOf(oneDoor)
    const exactS = 150 / (1.3158 * 0.6)
    expect(bound.lowerBoundS).toBeLessThanOrEqual(exactS)
    expect(bound.lowerBoundS).toBeGreaterThan(exactS - 2)
    expect(bound.planS).toBeGreaterThanOrEqual(exactS)
    expect(bound.planS).toBeLessThan(exactS * 1.02 + 1)
    expect(bound.certificate.components).toEqual([{ kind: 'opening', id: openingId('E1') }])
    expect(bound.plan).toEqual([{ zoneId: zoneId('Hall'), exitId: openingId('E1'), persons: 150 }])
  })

  it('spreads a hall over two unequal doors, as the quickest way does not', async () => {
    const premises = buildPremises((b) => {
      b.level('T1')
      b.zone('Hall', [0, 0, 40, 5], { use: 'hall', occupants: 180 })
      b.exit('Hall', { at: [0, 2.5], name: 'narrow', width: 0.8 })
      b.exit('Hall', { at: [40, 2.5], name: 'wide', width: 1.4 })
    })
    const bound = await boundOf(premises)
    const capacity = 1.3158 * (0.5 + 1.1)
    expect(Math.abs(bound.lowerBoundS - 180 / capacity)).toBeLessThan(2)
    expect((await movementOf(premises)).movementTimeS).toBeGreaterThan(bound.lowerBoundS * 1.2)
    const through = (name: string) =>
      bound.plan
        .filter(({ exitId }) => exitId === openingId(name))
        .reduce((sum, { persons }) => sum + persons, 0)
    expect(through('narrow') + through('wide')).toBe(180)
    expect(through('wide') / 180).toBeCloseTo(1.1 / 1.6, 1)
  })

  it('a lost exit lengthens it; a step of 5 s gives no larger bound than 1 s', async () => {
    const premises = buildPremises((b) => {
      b.level('T1')
      b.zone('Office', [0, 0, 10, 5], { occupants: 60 })
      b.zone('Corridor', [0, 5, 10, 7], { use: 'corridor' })
      b.door('Office', 'Corridor', { at: [5, 5], width: 1.2 })
      b.exit('Corridor', { at: [0, 6], name: 'west', width: 0.8 })
      b.exit('Corridor', { at: [10, 6], name: 'east', width: 0.8 })
    })
    const both = await boundOf(premises)
    const one = await boundOf(premises, { shutOpenings: [openingId('east')] })
    expect(one.lowerBoundS).toBeGreaterThan(both.lowerBoundS)
    expect(one.plan.every(({ exitId }) => exitId === openingId('west'))).toBe(true)
    expect((await boundOf(premises, { stepS: 5 })).lowerBoundS).toBeLessThanOrEqual(both.lowerBoundS + 5)
  })

  it('names who it was made for: the same premises give the same answer and hash', async () => {
    const [a, b] = [await boundOf(oneDoor), await boundOf(oneDoor)]
    expect(a).toEqual(b)
    expect((await boundOf(oneDoor, { doorBasis: 'clear133' })).provenance.inputHash).not.toBe(
      a.provenance.inputHash,
    )
  })
})

describe('on the sample', () => {
  it('no hydraulic movement is quicker than the bound; the plan keeps within 5 % of it or one step', async () => {
    const premises = await loadSample()
    const bound = await boundOf(premises, { stepS: null })
    const { movementTimeS, persons } = await movementOf(premises)
    expect(bound.lowerBoundS).toBeLessThanOrEqual(movementTimeS)
    expect(bound.planS).toBeGreaterThanOrEqual(bound.lowerBoundS)
    expect(bound.plan.reduce((sum, each) => sum + each.persons, 0)).toBe(persons)
    expect(bound.gap).toBeLessThanOrEqual(Math.max(0.05, bound.stepS / bound.lowerBoundS))
  })
})
