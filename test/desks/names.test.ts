import { expect, it } from 'vitest'
import { openingName } from '../../src/desks/planning/names.ts'
import type { Premises, Zone } from '../../src/premises/model.ts'
import { buildPremises, openingId, zoneId } from '../builder.ts'

const id = openingId('D')
const start = buildPremises((b) => {
  b.level('T1')
  b.zone('Kho', [0, 0, 4, 4])
  b.zone('Sảnh', [4, 0, 8, 4])
  b.door('Kho', 'Sảnh', { at: [4, 2], name: 'D' })
})
const door = { ...start.openings[id], name: '' } as Premises['openings'][typeof id] & object
const premises: Premises = { ...start, openings: { ...start.openings, [id]: door } }
const withZone = (change: Partial<Zone>): Premises => {
  const zone = premises.zones[zoneId('Kho')]
  if (zone === undefined) throw new Error('no zone')
  return { ...premises, zones: { ...premises.zones, [zone.id]: { ...zone, ...change } } }
}

it('a door without a name is called by what it joins now, whatever it was called before', () => {
  const before = openingName(premises, door)
  expect(before).toContain('Kho')
  expect(before).toContain('Sảnh')
  const renamed = withZone({ name: 'Xưởng' })
  expect(openingName(renamed, door)).toContain('Xưởng')
  expect(openingName(withZone({ name: 'Xưởng', number: '12' }), door)).toContain('12 Xưởng')
  expect(openingName(premises, door)).toBe(before)
  const { [zoneId('Kho')]: gone, ...zones } = premises.zones
  expect(gone).toBeDefined()
  expect(openingName({ ...premises, zones }, door)).not.toContain('Kho')
})
