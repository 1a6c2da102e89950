import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from '../../../src/premises/geometry/plane.ts'
import type { OpeningId, ZoneId } from '../../../src/premises/ids.ts'
import type { Premises, Zone } from '../../../src/premises/model.ts'
import { reachability } from '../../../src/premises/reachability.ts'
import { JobAborted } from '../../../workers/job.ts'
import type { RoutesInput } from '../../../workers/routes/job.ts'
import { createAsker, routesOf } from './ask.ts'
import { cellBuildings, cellM } from './cells.ts'
import { oracleOf } from './oracle.ts'

const openingIds = ({ openings }: Premises): OpeningId[] => Object.values(openings).map(({ id }) => id)
const zoneIds = ({ zones }: Premises): ZoneId[] => Object.values(zones).map(({ id }) => id)

/** Those of a list that a mask names. */
const picked = <T>(list: readonly T[], mask: readonly number[]): T[] => [
  ...new Set(mask.flatMap((at) => (list.length > 0 ? [list[at % list.length] as T] : []))),
]

const few = fc.array(fc.nat(), { maxLength: 3 })

describe('the ways out of random buildings', () => {
  it('are the quickest, from the farthest point, by an independent visibility graph and graphology', async () => {
    await fc.assert(
      fc.asyncProperty(cellBuildings, few, few, async (building, shutMask, closedMask) => {
        const { premises, cells } = building
        const shutOpenings = picked(openingIds(premises), shutMask)
        const closedZones = picked(zoneIds(premises), closedMask).slice(0, 1)
        const { zones, unreachable } = await routesOf(premises, { shutOpenings, closedZones })
        const oracle = oracleOf(building, new Set(shutOpenings), new Set(closedZones))
        expect(zones.length + unreachable.length).toBe(zoneIds(premises).length)
        for (const { zoneId, first } of zones) {
          const zone = premises.zones[zoneId] as Zone
          const line = first.stretches[0]?.line ?? []
          const start: Point = [line[0] ?? NaN, line[1] ?? NaN]
          expect(oracle.quickestS(zone, start)).toBeCloseTo(first.timeS, 3)
          for (const [x, y] of (cells.get(zone.name) ?? []).slice(0, 4)) {
            const point: Point = [(x + 0.37) * cellM, (y + 0.81) * cellM]
            expect(oracle.quickestS(zone, point)).toBeLessThanOrEqual(first.timeS + 0.01)
          }
        }
        for (const { zoneId } of unreachable) {
          if (closedZones.includes(zoneId)) continue
          const zone = premises.zones[zoneId] as Zone
          const [x, y] = cells.get(zone.name)?.[0] ?? [0, 0]
          expect(oracle.quickestS(zone, [(x + 0.5) * cellM, (y + 0.5) * cellM])).toBe(Infinity)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('have as second the quickest to another exit of those that share the fewest openings', async () => {
    await fc.assert(
      fc.asyncProperty(cellBuildings, few, async (building, shutMask) => {
        const { premises } = building
        const shutOpenings = picked(openingIds(premises), shutMask)
        const { zones } = await routesOf(premises, { shutOpenings })
        const oracle = oracleOf(building, new Set(shutOpenings), new Set())
        for (const { zoneId, first, second, deadEndM } of zones) {
          const line = first.stretches[0]?.line ?? []
          const best = oracle.second(
            premises.zones[zoneId] as Zone,
            [line[0] ?? NaN, line[1] ?? NaN],
            first.openings,
          )
          expect(second === null).toBe(best === null)
          expect(deadEndM).toBeLessThanOrEqual(first.farthestM + 1e-9)
          if (second === null || best === null) {
            expect(deadEndM).toBe(first.farthestM)
            continue
          }
          expect(second.exitId).not.toBe(first.exitId)
          expect(second.openings.filter((id) => first.openings.includes(id)).length).toBe(best.shared)
          expect(second.timeS).toBeCloseTo(best.timeS, 3)
          expect(second.timeS).toBeGreaterThanOrEqual(first.timeS)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are drawn as long as they are, from door to door, inside the zones they name', async () => {
    await fc.assert(
      fc.asyncProperty(cellBuildings, async ({ premises }) => {
        const { zones } = await routesOf(premises)
        for (const { first, second } of zones) {
          for (const way of second ? [first, second] : [first]) {
            const drawn = way.stretches.reduce((sum, { line }) => sum + lengthOf(line), 0)
            const hasStairs = way.stretches.length > way.openings.length
            if (!hasStairs) expect(drawn).toBeCloseTo(way.farthestM, 3)
            expect(way.openings.at(-1)).toBe(way.exitId)
            expect(way.farthestM).toBeGreaterThanOrEqual(way.doorM)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('leave the same zones without a way as the building graph does', async () => {
    await fc.assert(
      fc.asyncProperty(cellBuildings, few, few, async ({ premises }, shutMask, closedMask) => {
        const shutOpenings = picked(openingIds(premises), shutMask)
        const closedZones = picked(zoneIds(premises), closedMask)
        const { unreachable } = await routesOf(premises, { shutOpenings, closedZones })
        const expected = reachability(premises, { shutOpenings, closedZones }).unreachable
        const reasons = (list: readonly { zoneId: string; reason: string }[]) =>
          list.map(({ zoneId, reason }) => `${zoneId} ${reason}`).toSorted()
        expect(reasons(unreachable)).toEqual(reasons(expected))
      }),
      { numRuns: 100 },
    )
  })
})

describe('an abort', () => {
  it('at any moment leaves nothing behind that changes a later answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        cellBuildings,
        fc.array(fc.tuple(few, fc.nat({ max: 20 })), { minLength: 1, maxLength: 4 }),
        few,
        async ({ premises }, aborted, mask) => {
          const worker = createAsker()
          for (const [shutMask, breaths] of aborted) {
            const shutOpenings = picked(openingIds(premises), shutMask)
            await worker.ask(premises, { shutOpenings }, breaths).catch((error: unknown) => {
              expect(error).toBeInstanceOf(JobAborted)
            })
          }
          const input = { shutOpenings: picked(openingIds(premises), mask) }
          expect(await worker.ask(premises, input)).toEqual(await routesOf(premises, input))
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('kept state', () => {
  type Step =
    | {
        readonly kind: 'ask'
        readonly shut: readonly number[]
        readonly closed: readonly number[]
        readonly targets: RoutesInput['targets']
        readonly along: RoutesInput['along']
      }
    | { readonly kind: 'move'; readonly opening: number; readonly by: number }
    | { readonly kind: 'delete'; readonly opening: number }
    | { readonly kind: 'rename'; readonly zone: number }

  const steps: fc.Arbitrary<Step[]> = fc.array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          kind: fc.constant('ask' as const),
          shut: fc.array(fc.nat(), { maxLength: 4 }),
          closed: fc.array(fc.nat(), { maxLength: 2 }),
          targets: fc.constantFrom('final' as const, 'final' as const, 'storey' as const),
          along: fc.constantFrom('shortest' as const, 'shortest' as const, 'centreLine' as const),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('move' as const),
          opening: fc.nat(),
          by: fc.constantFrom(-0.3, 0.1, 0.4),
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), opening: fc.nat() }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), zone: fc.nat() }) },
    ),
    { minLength: 2, maxLength: 10 },
  )

  it('answers what an answer from scratch says, to the last bit, whatever was asked and edited before', async () => {
    await fc.assert(
      fc.asyncProperty(cellBuildings, steps, async (building, sequence) => {
        const worker = createAsker()
        let { premises } = building
        for (const step of sequence) {
          if (step.kind !== 'ask') {
            premises = edited(premises, step)
            continue
          }
          const input = {
            targets: step.targets,
            along: step.along,
            shutOpenings: picked(openingIds(premises), step.shut),
            closedZones: picked(zoneIds(premises), step.closed),
          }
          const kept = await worker.ask(premises, input)
          expect(JSON.stringify(kept)).toBe(JSON.stringify(await routesOf(premises, input)))
        }
      }),
      { numRuns: 100 },
    )
  })

  function edited(premises: Premises, step: Exclude<Step, { kind: 'ask' }>): Premises {
    if (step.kind === 'rename') {
      const id = zoneIds(premises)[step.zone % zoneIds(premises).length] as ZoneId
      return {
        ...premises,
        zones: { ...premises.zones, [id]: { ...(premises.zones[id] as Zone), name: 'Renamed' } },
      }
    }
    const ids = openingIds(premises)
    const id = ids[step.opening % Math.max(1, ids.length)]
    const opening = id && premises.openings[id]
    if (!id || !opening) return premises
    const { [id]: _, ...others } = premises.openings
    if (step.kind === 'delete') return { ...premises, openings: others }
    const [a, b] = opening.segment
    const along = Math.hypot(b[0] - a[0], b[1] - a[1])
    const shift = ([x, y]: Point): Point => [
      x + ((b[0] - a[0]) / along) * step.by,
      y + ((b[1] - a[1]) / along) * step.by,
    ]
    return { ...premises, openings: { ...others, [id]: { ...opening, segment: [shift(a), shift(b)] } } }
  }
})

function lengthOf(line: readonly number[]): number {
  let sum = 0
  for (let at = 2; at < line.length; at += 2)
    sum += Math.hypot((line[at] ?? 0) - (line[at - 2] ?? 0), (line[at + 1] ?? 0) - (line[at - 1] ?? 0))
  return sum
}
