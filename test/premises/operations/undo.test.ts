import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, cascade, fold, invert, makeOperations } from '../../../src/premises/operations/index.ts'
import type { Change, Operation } from '../../../src/premises/operation.ts'
import type { Premises } from '../../../src/premises/model.ts'
import { buildPremises, zoneId } from '../../builder.ts'
import { arbitraryActions, arbitraryPremises, logOf } from '../arbitrary.ts'

/** A person at work: does things, takes them back, does them again. */
function worker(start: Premises, actor = 'a.1') {
  const log = logOf(start)
  let state = fold(log)
  const perform = (changes: readonly Change[]): Operation[] => {
    const operations = makeOperations(state, changes, actor, log.length)
    state = apply(state, operations)
    log.push(...operations)
    return operations
  }
  return {
    perform: (changes: readonly Change[]) => perform(cascade(state, changes)),
    back: (operations: readonly Operation[]) => perform(invert(state, operations)),
    state: () => state,
    log,
  }
}

describe('undo', () => {
  it('of everything gives the start back exactly, and redo of everything the end', () => {
    fc.assert(
      fc.property(arbitraryPremises, arbitraryActions, (start, actions) => {
        const person = worker(start)
        const begin = person.state()
        const done = actions.map(person.perform)
        const end = person.state()
        const undone = done.toReversed().map(person.back)
        expect(person.state()).toEqual(begin)
        undone.toReversed().map(person.back)
        expect(person.state()).toEqual(end)
        expect(fold(person.log)).toEqual(end)
      }),
      { numRuns: 150 },
    )
  })

  it('leaves a field as someone else has set it since', () => {
    const premises = buildPremises((b) => {
      b.zone('Office', [0, 0, 5, 4], { occupants: 4 })
    })
    const record = { table: 'zones', id: zoneId('Office') } as const
    const mine = makeOperations(
      premises,
      [
        { record, field: 'occupants', after: 6 },
        { record, field: 'name', after: 'P1' },
      ],
      'a.1',
      0,
    )
    const now = apply(premises, mine)
    const theirs = makeOperations(now, [{ record, field: 'occupants', after: 9 }], 'b.1', 2)
    const changes = invert(apply(now, theirs), mine)
    expect(changes).toEqual([{ record, field: 'name', after: 'Office' }])
  })
})
