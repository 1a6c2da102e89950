import { isDrawnThing } from '../../premises/fittings/remove.ts'
import type { ZoneId } from '../../premises/ids.ts'
import type { AppState } from '../../state/app.ts'

/** What can be done to what is picked; each is one step of undo. */
export type PickedEdit =
  | 'duplicate'
  | 'mirrorSideways'
  | 'mirrorUpright'
  | 'turn'
  | 'alignLeft'
  | 'alignRight'
  | 'alignTop'
  | 'alignBottom'
  | 'merge'
  | 'stairFromZone'
  | 'removePicked'

export const pickedEdits: readonly PickedEdit[] = [
  'duplicate',
  'mirrorSideways',
  'mirrorUpright',
  'turn',
  'alignLeft',
  'alignRight',
  'alignTop',
  'alignBottom',
  'merge',
  'stairFromZone',
  'removePicked',
]

/** The picked rooms and areas, in the order in which they were picked. */
export function pickedZones({ drawing, project }: AppState): readonly ZoneId[] {
  if (drawing === null || project === null) return []
  const { zones } = project.premises
  return drawing.picked.flatMap((record) => {
    const zone = record.table === 'zones' ? zones[record.id] : undefined
    return zone ? [zone.id] : []
  })
}

/** Whether there is something picked to do it to. That it can be done is said by the edit itself. */
export function isOffered(state: AppState, edit: PickedEdit): boolean {
  const { drawing } = state
  if (drawing === null) return false
  if (edit === 'removePicked') return drawing.wall !== null || drawing.picked.some(isDrawnThing)
  const count = pickedZones(state).length
  if (edit === 'stairFromZone') return count === 1
  return edit === 'merge' || edit.startsWith('align') ? count >= 2 : count >= 1
}
