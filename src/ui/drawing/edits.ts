import {
  alignZones,
  copyZones,
  mergeZones,
  mirrorZones,
  removeWall,
  turnZones,
} from '../../premises/floor/index.ts'
import { removeThings, stairFromZone } from '../../premises/fittings/index.ts'
import { actions, appState } from '../app.ts'
import { placeBeside } from './beside.ts'
import { pickedZones, type PickedEdit } from './picked.ts'
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
      return void actions.draw('removePicked', (premises) => removeThings(premises, picked))
    }
  }
}
