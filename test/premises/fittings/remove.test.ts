import { describe, expect, it } from 'vitest'
import { placeLift, removeThings } from '../../../src/premises/fittings/index.ts'
import { applyChanges } from '../../applyChanges.ts'
import { buildPremises, levelId, openingId, stairId, zoneId } from '../../builder.ts'

const premises = buildPremises((b) => {
  b.level('T1')
  b.zone('P1', [0, 0, 5, 4])
  b.zone('P2', [5, 0, 9, 4])
  b.zone('Hành lang', [0, 4, 9, 6], { use: 'corridor' })
  b.door('P1', 'Hành lang')
  b.exit('P1', { at: [0, 2], name: 'Cửa phụ' })
  b.exit('Hành lang', { at: [9, 5], name: 'Cửa chính' })
  b.level('T2')
  b.zone('Hành lang 2', [0, 4, 9, 6], { use: 'corridor' })
  b.stair('S', [0, 6, 3, 12], ['T1', 'T2'])
  b.door('Hành lang', 'S T1')
  b.door('Hành lang 2', 'S T2')
})
const zone = (name: string) => ({ table: 'zones', id: zoneId(name) }) as const

describe('taking rooms away', () => {
  it('takes the doors with them that would join nothing, and leaves those of others', () => {
    const after = applyChanges(premises, removeThings(premises, [zone('P1')]).changes)
    expect(after.zones[zoneId('P1')]).toBeUndefined()
    expect(after.openings[openingId('Cửa phụ')]).toBeUndefined()
    expect(after.openings[openingId('P1|Hành lang')]).toBeDefined()
    expect(after.openings[openingId('Cửa chính')]).toEqual(premises.openings[openingId('Cửa chính')])
  })

  it('takes the door between two rooms that go together', () => {
    const both = removeThings(premises, [zone('P1'), zone('Hành lang')])
    const left = Object.keys(applyChanges(premises, both.changes).openings)
    expect(left).not.toContain(openingId('P1|Hành lang'))
    expect(left).not.toContain(openingId('Cửa chính'))
  })

  it('names each record once, and never what is no part of a drawing', () => {
    const { changes } = removeThings(premises, [
      zone('P1'),
      { table: 'openings', id: openingId('Cửa phụ') },
      { table: 'levels', id: levelId('T1') },
      { table: 'facility' },
    ])
    expect(changes.map(({ record }) => record)).toEqual([
      zone('P1'),
      { table: 'openings', id: openingId('Cửa phụ') },
    ])
  })

  it('takes a stair with its storeys, and leaves the doors to it to those who still have a room there', () => {
    const after = applyChanges(
      premises,
      removeThings(premises, [{ table: 'stairs', id: stairId('S') }]).changes,
    )
    expect(after.stairs).toEqual({})
    expect([after.zones[zoneId('S T1')], after.zones[zoneId('S T2')]]).toEqual([undefined, undefined])
    expect(after.openings[openingId('Hành lang|S T1')]?.sides).toContain(zoneId('Hành lang'))
  })

  it('takes a lift with its shaft', () => {
    const size = { widthM: 2, depthM: 2, turnDeg: 0 }
    const { changes } = placeLift(premises, [levelId('T1'), levelId('T2')], [20, 20], size)
    const before = applyChanges(premises, changes)
    const lift = Object.keys(before.lifts)[0] ?? ''
    expect(Object.keys(before.zones).length).toBeGreaterThan(Object.keys(premises.zones).length)
    const after = applyChanges(before, removeThings(before, [{ table: 'lifts', id: lift }]).changes)
    expect(Object.keys(after.zones).toSorted()).toEqual(Object.keys(premises.zones).toSorted())
  })
})
