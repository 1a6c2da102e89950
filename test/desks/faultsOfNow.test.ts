import { expect, test } from 'vitest'
import { allFaults, faultsOfNow, problemRecords } from '../../src/desks/planning/problems.ts'
import { faultsOf } from '../../src/premises/faults/faults.ts'
import type { RoutesResult } from '../../workers/routes/job.ts'
import { buildPremises, zoneId } from '../builder.ts'

const routes: RoutesResult = {
  zones: [],
  unreachable: [
    { zoneId: zoneId('Phòng 1'), reason: 'onlyShutOpenings' },
    { zoneId: zoneId('Phòng 2'), reason: 'onlyShutOpenings' },
  ],
  provenance: { engine: 'test', seed: 0, inputHash: '' },
}

const drawn = (hasExit: boolean) =>
  buildPremises((b) => {
    b.facility({ name: 'Trạm' })
    b.level('T1')
    b.zone('Phòng 1', [0, 0, 4, 5])
    b.zone('Phòng 2', [4, 0, 8, 5])
    // Half of it lies over the second room.
    b.zone('Phòng 3', [6, 0, 10, 5])
    if (hasExit) b.exit('Phòng 3', { name: 'Cửa chính', at: [10, 2] })
  })

const kinds = (hasExit: boolean, isDrawing: boolean) => {
  const premises = drawn(hasExit)
  const now = faultsOfNow(premises, allFaults(premises, faultsOf(premises), routes), isDrawing)
  return new Set(now.map(({ kind }) => kind))
}

test('while drawing only what is wrong with the walls and doors in hand is marked', () => {
  expect(kinds(true, true)).toContain('overlap')
  expect(kinds(true, true)).not.toContain('noWayOut')
  expect(kinds(true, true)).not.toContain('noUse')
})

test('after drawing a room without a way out is marked, once there is an exit that others reach', () => {
  expect(kinds(true, false)).toContain('noWayOut')
  expect(kinds(false, false)).not.toContain('noWayOut')
  expect(kinds(false, false)).toContain('overlap')
})

test('a room cut off from the exit has its badge on the map', () => {
  const premises = drawn(true)
  const faults = faultsOfNow(premises, allFaults(premises, faultsOf(premises), routes), false)
  expect(problemRecords(faults)).toContainEqual({ table: 'zones', id: zoneId('Phòng 1') })
})
