import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  apply,
  fold,
  makeOperations,
  mend,
  mergeInto,
  mergeLogs,
} from '../../../src/premises/operations/index.ts'
import type { Change, Operation } from '../../../src/premises/operation.ts'
import type { Premises } from '../../../src/premises/model.ts'
import { arbitraryActions, arbitraryPremises, logOf } from '../arbitrary.ts'

/** What a unit adds to a log that it took home. */
function worked(
  log: readonly Operation[],
  actions: readonly (readonly Change[])[],
  actor: string,
): Operation[] {
  const own = [...log]
  let state = fold(own)
  for (const changes of actions) {
    const operations = makeOperations(
      state,
      changes,
      actor,
      Math.max(0, ...own.map(({ counter }) => counter)),
    )
    state = apply(state, operations)
    own.push(...operations)
  }
  return own
}

const threeUnits = fc
  .tuple(arbitraryPremises, arbitraryActions, arbitraryActions, arbitraryActions)
  .map(([start, a, b, c]) => {
    const common = logOf(start)
    return [worked(common, a, 'a.1'), worked(common, b, 'b.1'), worked(common, c, 'c.1')] as const
  })

describe('merging the logs of several units', () => {
  it('gives the same log whatever is merged first, or twice', () => {
    fc.assert(
      fc.property(threeUnits, ([a, b, c]) => {
        const all = mergeLogs(mergeLogs(a, b), c)
        expect(mergeLogs(b, a)).toEqual(mergeLogs(a, b))
        expect(mergeLogs(a, mergeLogs(b, c))).toEqual(all)
        expect(mergeLogs(all, b)).toEqual(all)
        expect(mergeLogs(a, a)).toEqual(a)
      }),
      { numRuns: 30 },
    )
  })

  it('into an open project gives the same state as folding everything', () => {
    fc.assert(
      fc.property(threeUnits, ([a, b, c]) => {
        let open = { log: a as readonly Operation[], premises: fold(a) }
        for (const other of [b, c]) open = mergeInto(open.log, open.premises, other)
        expect(open.log).toEqual(mergeLogs(mergeLogs(a, b), c))
        const all = fold(open.log)
        expect(open.premises).toEqual(all)
        for (const table of ['zones', 'openings', 'stairs'] as const)
          expect(Object.keys(open.premises[table])).toEqual(Object.keys(all[table]))
      }),
      { numRuns: 30 },
    )
  })

  it('keeps the field of the later edit, field by field', () => {
    fc.assert(
      fc.property(arbitraryPremises, fc.nat(500), fc.nat(500), (start, mine, theirs) => {
        const [id] = Object.keys(start.zones)
        if (id === undefined) return
        const record = { table: 'zones', id } as const
        const common = logOf(start)
        const a = worked(common, [[{ record, field: 'occupants', after: mine }]], 'a.1')
        const b = worked(
          common,
          [[{ record, field: 'occupants', after: theirs }], [{ record, field: 'use', after: 'archive' }]],
          'b.1',
        )
        const merged = fold(mergeLogs(a, b)).zones[id]
        expect(merged?.use).toBe('archive')
        // Both counted on from the same log; of two with one counter the higher actor is later.
        const before = start.zones[id]?.occupants
        expect(merged?.occupants).toBe(theirs === before ? mine : theirs)
      }),
      { numRuns: 30 },
    )
  })

  it('takes the fuller of two versions of one operation, so that a copy without names loses none', () => {
    fc.assert(
      fc.property(arbitraryPremises, (start) => {
        const log = logOf(start)
        const scrubbed = log.map((operation) => ({
          ...operation,
          after: { ...(operation.after as object), evidence: {} },
        }))
        expect(mergeLogs(scrubbed, log)).toEqual(mergeLogs(log, scrubbed))
        expect(fold(mergeLogs(scrubbed, log))).toEqual(start)
      }),
      { numRuns: 30 },
    )
  })

  it('may leave references to what another has deleted, which mending clears, the same in every unit', () => {
    const dangling = (premises: Premises) => {
      const zones = premises.zones
      const missing = (id: string | null) => id !== null && zones[id] === undefined
      return (
        Object.values(premises.openings).some(
          ({ sides, levelId }) => sides.some(missing) || premises.levels[levelId] === undefined,
        ) ||
        Object.values(premises.stairs).some(
          ({ zoneIds, runs }) => zoneIds.some(missing) || runs.length !== zoneIds.length - 1,
        ) ||
        Object.values(premises.studies).some(({ closedZoneIds = [] }) => closedZoneIds.some(missing)) ||
        Object.values(zones).some(
          ({ compartmentId }) =>
            compartmentId !== undefined && premises.compartments[compartmentId] === undefined,
        )
      )
    }
    fc.assert(
      fc.property(threeUnits, ([a, b]) => {
        const log = mergeLogs(a, b)
        const merged = fold(log)
        const repair = (actor: string) => makeOperations(merged, mend(merged), actor, log.length + 1)
        const [here, there] = [repair('a.1'), repair('b.1')]
        const mended = apply(merged, here)
        expect(dangling(mended)).toBe(false)
        expect(mend(mended)).toEqual([])
        expect(fold(mergeLogs([...log, ...here], [...log, ...there]))).toEqual(mended)
      }),
      { numRuns: 100 },
    )
  })
})
