import {
  alignZones,
  copyZones,
  mergeZones,
  mirrorZones,
  removeWall,
  turnZones,
  type FloorEdit,
} from '../../premises/floor/index.ts'
import { stairFromZone } from '../../premises/fittings/index.ts'
import type { ZoneId } from '../../premises/ids.ts'
import type { Premises } from '../../premises/model.ts'
import type { Change, RecordRef } from '../../premises/operation.ts'
import { actions, appState } from '../app.ts'
import { placeBeside } from './beside.ts'
import { isRemovable, pickedZones, type PickedEdit } from './picked.ts'
import { planSide, quartersOnScreen, type Side } from './screenSides.ts'

/** Does it to what is picked now; says why where it cannot be done. */
export function carryOut(edit: PickedEdit): void {
  const state = appState()
  const { drawing, view } = state
  if (drawing === null) return
  const ids = pickedZones(state)
  const quarters = quartersOnScreen(state)
  const first = ids[0]
  const align = (side: Side) =>
    actions.draw('alignZones', (premises) => alignZones(premises, ids, planSide(side, quarters)))
  const mirror = (sideways: boolean) =>
    actions.draw('mirrorZones', (premises) =>
      mirrorZones(premises, ids, sideways === (quarters % 2 === 0) ? 'x' : 'y'),
    )
  switch (edit) {
    case 'duplicate':
      return void actions.draw('copyZones', (premises) =>
        copyZones(premises, ids, placeBeside(premises, ids)),
      )
    case 'mirrorSideways':
      return void mirror(true)
    case 'mirrorUpright':
      return void mirror(false)
    case 'turn':
      return void actions.draw('turnZones', (premises) => turnZones(premises, ids, 3))
    case 'alignLeft':
      return void align('left')
    case 'alignRight':
      return void align('right')
    case 'alignTop':
      return void align('top')
    case 'alignBottom':
      return void align('bottom')
    case 'merge':
      return void actions.draw('mergeZones', (premises) => mergeZones(premises, ids))
    case 'stairFromZone':
      return void (
        first && actions.draw('stairFromZone', (premises) => stairFromZone(premises, first, drawing.stair))
      )
    case 'removePicked': {
      const { wall, picked } = drawing
      const { levelId } = view
      if (wall !== null && levelId !== null)
        return void actions.draw('removeWall', (premises) => removeWall(premises, levelId, wall))
      return void actions.draw('removePicked', (premises) => removal(premises, picked))
    }
  }
}

/** The records taken away, and with rooms the doors and windows that would be left without any room on either side. */
export function removal(premises: Premises, picked: readonly RecordRef[]): FloorEdit {
  const records = picked.filter(({ table }) => isRemovable(table))
  const zones = new Set<string>(records.flatMap((record) => (record.table === 'zones' ? [record.id] : [])))
  const named = new Set<string>(records.flatMap((record) => (record.table === 'openings' ? [record.id] : [])))
  const leaves = (side: ZoneId | null) => side === null || zones.has(side)
  const orphans = Object.values(premises.openings).filter(
    ({ id, sides }) => !named.has(id) && sides.every(leaves) && sides.some((side) => side !== null),
  )
  const gone: readonly RecordRef[] = [
    ...records,
    ...orphans.map(({ id }): RecordRef => ({ table: 'openings', id })),
  ]
  return { changes: gone.map((record): Change => ({ record, field: null, after: null })), made: [] }
}
