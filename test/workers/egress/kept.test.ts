import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Premises } from '../../../src/premises/model.ts'
import type { EgressInput } from '../../../workers/egress/job.ts'
import { clear } from './clear.ts'
import { storeys } from './storeys.ts'

const base = storeys({ levels: 3, rooms: 3, persons: 6 })
const openings = Object.keys(base.openings) as (keyof typeof base.openings &
  EgressInput['shutOpenings'][number])[]
const zones = Object.keys(base.zones) as EgressInput['closedZones'][number][]
const stairs = Object.keys(base.stairs) as NonNullable<EgressInput['lostStairs']>[number][]

type Edit = (premises: Premises) => Premises

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({ id: fc.constantFrom(...openings), widthM: fc.double({ min: 0.31, max: 2, noNaN: true }) })
    .map(({ id, widthM }): Edit => (premises) => ({
      ...premises,
      openings: { ...premises.openings, [id]: { ...premises.openings[id]!, clearWidthM: widthM } },
    })),
  fc
    .record({ id: fc.constantFrom(...zones), persons: fc.nat(60), assisted: fc.nat(3) })
    .map(({ id, persons, assisted }): Edit => (premises) => ({
      ...premises,
      zones: { ...premises.zones, [id]: { ...premises.zones[id]!, occupants: persons, assisted } },
    })),
  fc
    .record({ id: fc.constantFrom(...openings), byM: fc.double({ min: -0.5, max: 0.5, noNaN: true }) })
    .map(({ id, byM }): Edit => (premises) => {
      const opening = premises.openings[id]!
      const [[ax, ay], [bx, by]] = opening.segment
      const along = Math.round(byM * 1e4) / 1e4
      const [dx, dy] = Math.abs(bx - ax) > Math.abs(by - ay) ? [along, 0] : [0, along]
      const segment = [
        [ax + dx, ay + dy],
        [bx + dx, by + dy],
      ] as const
      return { ...premises, openings: { ...premises.openings, [id]: { ...opening, segment } } }
    }),
)

const cases: fc.Arbitrary<Partial<EgressInput>> = fc.record({
  shutOpenings: fc.subarray(openings, { maxLength: 3 }),
  closedZones: fc.subarray(zones, { maxLength: 1 }),
  lostStairs: fc.subarray(stairs, { maxLength: 1 }),
  doorBasis: fc.constantFrom('effectiveWidth' as const, 'clear133' as const),
  stairShare: fc.constantFrom(0.3, 0.5, 0.7),
})

describe('kept state', () => {
  it('speeds the answer and never changes it: after any edits and any cases, the same bytes as from scratch', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.option(edits), cases), { minLength: 2, maxLength: 5 }),
        async (steps) => {
          const kept = new Map<string, unknown>()
          let premises = base
          for (const [edit, input] of steps) {
            premises = edit?.(premises) ?? premises
            const warm = await clear(premises, input, kept)
            const fresh = await clear(structuredClone(premises), input)
            expect(JSON.stringify(warm)).toBe(JSON.stringify(fresh))
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('conserves persons in every case: outside, without a way, or staying', async () => {
    const all = Object.values(base.zones).reduce((sum, { occupants = 0 }) => sum + occupants, 0)
    await fc.assert(
      fc.asyncProperty(cases, async (input) => {
        const { perExit, persons, notMoved } = await clear(base, input)
        const out = perExit.reduce((sum, exit) => sum + exit.persons, 0)
        expect(Math.abs(out - persons)).toBeLessThan(1e-9)
        expect(Math.abs(out + notMoved.noWay + notMoved.assisted - all)).toBeLessThan(1e-9)
      }),
      { numRuns: 40 },
    )
  })

  it('fewer ways out never clear a storey sooner than its last free walk, and one more shut exit strands nobody silently', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.constantFrom(...openings), async (input, id) => {
        const before = await clear(base, input)
        const after = await clear(base, { ...input, shutOpenings: [...(input.shutOpenings ?? []), id] })
        expect(after.movementTimeS).toBeGreaterThanOrEqual(after.longestFreeWalkS)
        expect(after.notMoved.noWay).toBeGreaterThanOrEqual(before.notMoved.noWay)
      }),
      { numRuns: 25 },
    )
  })
})
