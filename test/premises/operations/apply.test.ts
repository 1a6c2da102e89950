import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PersonError } from '../../../src/premises/message.ts'
import {
  apply,
  compareOperations,
  fold,
  makeOperations,
  nothing,
} from '../../../src/premises/operations/index.ts'
import type { Change, Operation } from '../../../src/premises/operation.ts'
import { buildPremises, openingId, zoneId } from '../../builder.ts'
import { arbitraryActions, arbitraryPremises, logOf } from '../arbitrary.ts'

const office = buildPremises((b) => {
  b.level('T1')
  b.zone('Office', [0, 0, 5, 4], { occupants: 4 })
  b.zone('Corridor', [0, 4, 20, 6], { use: 'corridor' })
  b.door('Office', 'Corridor')
  b.exit('Corridor', { at: [20, 5], name: 'E1' })
})
const zone = (name: string) => ({ table: 'zones', id: zoneId(name) }) as const
const door = { table: 'openings', id: openingId('Office|Corridor') } as const

function edited(premises: typeof office, changes: readonly Change[], actor = 'a.1', counter = 0) {
  const operations = makeOperations(premises, changes, actor, counter)
  return { operations, premises: apply(premises, operations) }
}

describe('an edit', () => {
  it('replaces the record it concerns and shares all others', () => {
    const { premises } = edited(office, [{ record: zone('Office'), field: 'occupants', after: 6 }])
    expect(premises.zones[zoneId('Office')]?.occupants).toBe(6)
    expect(office.zones[zoneId('Office')]?.occupants).toBe(4)
    expect(premises.zones[zoneId('Corridor')]).toBe(office.zones[zoneId('Corridor')])
    expect(premises.openings).toBe(office.openings)
  })

  it('that changes nothing is no operation', () => {
    const changes: Change[] = [
      { record: zone('Office'), field: 'occupants', after: 4 },
      { record: zone('Office'), field: 'number', after: null },
      { record: { table: 'zones', id: 'not there' }, field: 'name', after: 'x' },
    ]
    expect(edited(office, changes).operations).toEqual([])
  })

  it('clears a field by null, but keeps "on no level" as a value of its own', () => {
    const changes: Change[] = [
      { record: zone('Office'), field: 'occupants', after: null },
      { record: zone('Office'), field: 'levelId', after: null },
    ]
    const after = edited(office, changes).premises.zones[zoneId('Office')]
    expect(after).toHaveProperty('levelId', null)
    expect(after).not.toHaveProperty('occupants')
  })

  it('puts plan coordinates on the 0.1 mm grid, and no other length', () => {
    const changes: Change[] = [
      {
        record: door,
        field: 'segment',
        after: [
          [0.12344, -0.00001],
          [1.00006, 4],
        ],
      },
      { record: door, field: 'clearWidthM', after: 0.812345 },
    ]
    const after = edited(office, changes).premises.openings[door.id]
    expect(after?.segment).toEqual([
      [0.1234, 0],
      [1.0001, 4],
    ])
    expect(Object.is(after?.segment[0][1], 0)).toBe(true)
    expect(after?.clearWidthM).toBe(0.812345)
  })

  it('sets one entry of the evidence, and leaves what others measured', () => {
    const both = edited(office, [
      {
        record: door,
        field: 'evidence',
        after: { clearWidthM: { mark: 'measured' }, name: { mark: 'drawing' } },
      },
    ])
    expect(both.operations.map(({ field }) => field)).toEqual(['evidence.clearWidthM', 'evidence.name'])
    const one = edited(both.premises, [{ record: door, field: 'evidence.name', after: null }])
    expect(one.premises.openings[door.id]?.evidence).toEqual({ clearWidthM: { mark: 'measured' } })
  })

  it('refuses what a file could not hold, and says where', () => {
    for (const after of [NaN, Infinity, new Date(), () => 1]) {
      const attempt = () => edited(office, [{ record: door, field: 'clearWidthM', after }])
      expect(attempt).toThrow(PersonError)
      try {
        attempt()
      } catch (error) {
        expect((error as PersonError).report).toMatchObject({
          code: 'valueNotStorable',
          where: { record: door, field: 'clearWidthM' },
        })
      }
    }
  })

  it('cannot reach into the prototype of all objects', () => {
    const evil = JSON.parse('{"__proto__": {"polluted": true}}') as unknown
    const changes: Change[] = [
      { record: door, field: 'unknown.x', after: evil },
      { record: door, field: '__proto__', after: { polluted: true } },
      { record: { table: 'zones', id: '__proto__' }, field: null, after: { polluted: true } },
      { record: { table: 'zones', id: 'constructor' }, field: null, after: { polluted: true } },
    ]
    for (const change of changes) expect(() => edited(office, [change])).toThrow(PersonError)
    const operation: Operation = {
      ...(edited(office, [{ record: door, field: 'name', after: 'x' }]).operations[0] as Operation),
    }
    const forged: Operation[] = [
      { ...operation, record: { table: 'zones', id: '__proto__' }, field: null, after: { polluted: true } },
      { ...operation, field: '__proto__', after: { polluted: true } },
      { ...operation, field: 'evidence.__proto__', after: { polluted: true } },
    ]
    const after = apply(office, forged)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.getPrototypeOf(after.zones)).toBe(Object.prototype)
  })
})

describe('the state is the fold of the log', () => {
  it('which makes the premises that the log was made from', () => {
    fc.assert(
      fc.property(arbitraryPremises, (premises) => {
        expect(fold(logOf(premises))).toEqual(premises)
      }),
      { numRuns: 50 },
    )
  })

  it('applied edit by edit or all at once, in whatever order the log is given', () => {
    fc.assert(
      fc.property(
        arbitraryPremises,
        arbitraryActions,
        fc.infiniteStream(fc.nat()),
        (start, actions, order) => {
          let log = logOf(start)
          let state = apply(nothing, log)
          for (const changes of actions) {
            const operations = makeOperations(state, changes, 'a.1', log.length)
            state = apply(state, operations)
            log = [...log, ...operations]
          }
          const shuffled = log
            .map((operation) => [order.next().value, operation] as const)
            .toSorted((a, b) => a[0] - b[0])
          const folded = fold(shuffled.map(([, operation]) => operation))
          expect(folded).toEqual(state)
          // The order of rows decides ties in answers: it must follow from the content alone.
          for (const table of ['zones', 'openings', 'stairs'] as const)
            expect(Object.keys(folded[table])).toEqual(Object.keys(state[table]))
          expect(log.toSorted(compareOperations)).toEqual(log)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('numbers operations on from what the actor has seen', () => {
    const { operations } = edited(
      office,
      [
        { record: zone('Office'), field: 'name', after: 'A' },
        { record: zone('Corridor'), field: 'name', after: 'B' },
      ],
      'a.1',
      41,
    )
    expect(operations.map(({ counter }) => counter)).toEqual([42, 43])
    expect(new Set(operations.map(({ action }) => action)).size).toBe(1)
  })
})
