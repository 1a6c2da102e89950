import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/premises/operations/index.ts'
import { idbStorage } from '../../src/state/idbStorage.ts'
import { openingId, zoneId } from '../builder.ts'
import { device, sample, tab, until } from './desk.ts'

const office = { table: 'zones', id: zoneId('Phòng họp') } as const
const corridor = { table: 'zones', id: zoneId('Hành lang') } as const
const door = { table: 'openings', id: openingId('Phòng họp|Hành lang') } as const

/** One project open in two tabs. */
async function twoTabs() {
  const on = device()
  const first = tab(on)
  await first.actions.openSample()
  await first.settled()
  const second = tab(on)
  await second.actions.resume()
  await second.settled()
  return { on, first, second }
}

describe('one project in two tabs', () => {
  it('each shows what the other does', async () => {
    const { first, second } = await twoTabs()
    first.actions.edit('countPersons', [{ record: office, field: 'occupants', after: 20 }])
    await until(
      () => second.premises().zones[office.id]?.occupants === 20,
      'the first tab’s edit in the second',
    )
    second.actions.edit('rename', [{ record: corridor, field: 'name', after: 'Hành lang chính' }])
    await until(
      () => first.premises().zones[corridor.id]?.name === 'Hành lang chính',
      'the second’s in the first',
    )
    expect(first.premises()).toEqual(second.premises())
  })

  it('neither overwrites the other where both edit before hearing of each other', async () => {
    const { on, first, second } = await twoTabs()
    first.deafen()
    second.deafen()
    first.actions.edit('measure', [
      { record: door, field: 'clearWidthM', after: 0.82 },
      { record: door, field: 'evidence.clearWidthM', after: { mark: 'measured', who: 'A' } },
    ])
    second.actions.edit('measure', [
      { record: door, field: 'clearHeightM', after: 2.1 },
      { record: door, field: 'evidence.clearHeightM', after: { mark: 'measured', who: 'B' } },
    ])
    await first.settled()
    await second.settled()
    first.page.comeBack()
    second.page.comeBack()
    await until(() => first.premises().openings[door.id]?.clearHeightM === 2.1, 'what the second stored')
    await until(() => second.premises().openings[door.id]?.clearWidthM === 0.82, 'what the first stored')
    const merged = first.premises().openings[door.id]
    expect(merged).toMatchObject({ clearWidthM: 0.82, clearHeightM: 2.1 })
    expect(Object.keys(merged?.evidence ?? {}).toSorted()).toEqual(['clearHeightM', 'clearWidthM'])
    const reopened = tab(on)
    await reopened.actions.resume()
    expect(reopened.premises()).toEqual(first.premises())
  })

  it('undo takes back one’s own edits and leaves the other’s', async () => {
    const { first, second } = await twoTabs()
    first.actions.edit('countPersons', [{ record: office, field: 'occupants', after: 20 }])
    await until(() => second.premises().zones[office.id]?.occupants === 20)
    second.actions.edit('countPersons', [{ record: office, field: 'occupants', after: 30 }])
    await until(() => first.premises().zones[office.id]?.occupants === 30)
    first.actions.undo()
    expect(first.premises().zones[office.id]?.occupants).toBe(30)
    second.actions.undo()
    expect(second.premises().zones[office.id]?.occupants).toBe(20)
  })

  it('a door joined to a zone that the other deletes loses that side, in both', async () => {
    const { first, second } = await twoTabs()
    first.deafen()
    second.deafen()
    first.actions.edit('deleteZone', [{ record: office, field: null, after: null }])
    second.actions.edit('newDoor', [
      {
        record: { table: 'openings', id: 'new-door' },
        field: null,
        after: { ...sample.openings[door.id], id: 'new-door', sides: [office.id, null] },
      },
    ])
    await first.settled()
    await second.settled()
    first.page.comeBack()
    second.page.comeBack()
    const sides = (each: typeof first) => each.premises().openings['new-door']?.sides
    await until(() => JSON.stringify(sides(first)) === '[null,null]', 'the first mended')
    await until(() => JSON.stringify(sides(second)) === '[null,null]', 'the second mended')
    await first.settled()
    await second.settled()
    first.page.comeBack()
    await until(() => JSON.stringify(first.premises()) === JSON.stringify(second.premises()), 'both the same')
    // Nobody did the mending, so nobody undoes it: undo brings the zone back.
    first.actions.undo()
    expect(first.premises().zones[office.id]).toBeDefined()
  })

  it('in any order of edits, hearing and sleeping: both end with the same, and storage holds it', async () => {
    const step = fc.tuple(fc.boolean(), fc.constantFrom('edit', 'undo', 'redo', 'look'), fc.nat(99))
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), fc.boolean(), async (steps, deaf) => {
        const { on, first, second } = await twoTabs()
        if (deaf) {
          first.deafen()
          second.deafen()
        }
        for (const [isFirst, what, value] of steps) {
          const desk = isFirst ? first : second
          if (what === 'edit')
            desk.actions.edit('countPersons', [{ record: office, field: 'occupants', after: value }])
          else if (what === 'undo') desk.actions.undo()
          else if (what === 'redo') desk.actions.redo()
          else desk.page.comeBack()
        }
        for (const desk of [first, second]) await desk.settled()
        const same = () => {
          first.page.comeBack()
          second.page.comeBack()
          return JSON.stringify(first.premises()) === JSON.stringify(second.premises())
        }
        await until(same, 'both the same')
        const stored = await idbStorage(on.database).batches(first.state().project?.id ?? '', new Set())
        expect(fold(stored.flatMap(({ operations }) => operations))).toEqual(first.premises())
      }),
      { numRuns: 40 },
    )
  })
})
