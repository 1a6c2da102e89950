import { t } from '../../../i18n/index.ts'
import type { AppState, DrawingTool } from '../../../state/app.ts'
import { actions, appState } from '../../app.ts'
import { doToPicked } from '../../drawing/doToPicked.ts'
import { isOffered, pickedEdits, type PickedEdit } from '../../drawing/picked.ts'
import type { Command } from './command.ts'

/** The tools with their keys: letters by themselves, which count only while drawing and outside fields. */
export const toolKeys: Readonly<Record<DrawingTool, string>> = {
  select: 'V',
  rectangle: 'R',
  room: 'P',
  wall: 'T',
  door: 'D',
  passage: 'O',
  window: 'C',
  stair: 'S',
  lift: 'L',
  assembly: 'A',
  underlay: 'N',
}

export const drawingTools = Object.keys(toolKeys) as readonly DrawingTool[]

/** Keys of what can be done to what is picked, as written on the sheet. */
export const editKeys: Readonly<Partial<Record<PickedEdit, string>>> = {
  duplicate: 'Ctrl D',
  mirrorSideways: 'M',
  mirrorUpright: 'Shift M',
  turn: 'Q',
  merge: 'G',
  removePicked: 'Delete',
}

export const snappingKey = 'H'

/** Drawing a level: its tools, and what is done to what is picked. */
export function drawCommands(state: AppState, open: boolean): Command[] {
  const group = 'draw'
  const { drawing } = state
  const can = open && state.view.levelId !== null
  return [
    {
      id: 'draw',
      group,
      label: t(drawing === null ? 'drawing.start' : 'drawing.endLong'),
      keys: 'F2',
      enabled: can,
      run: () => (appState().drawing === null ? actions.startDrawing() : actions.endDrawing()),
    },
    ...drawingTools.map((tool): Command => ({
      id: `tool-${tool}`,
      group,
      label: t('drawing.command.tool', { tool: t(`drawing.tool.${tool}`) }),
      keys: toolKeys[tool],
      enabled: can,
      checked: drawing?.tool === tool,
      run: () => actions.startDrawing(tool),
    })),
    {
      id: 'snapping',
      group,
      label: t('drawing.command.snapping'),
      keys: snappingKey,
      enabled: drawing !== null,
      checked: drawing?.snapping ?? false,
      run: () => actions.setDrawing({ snapping: !(appState().drawing?.snapping ?? true) }),
    },
    {
      id: 'pickAll',
      group,
      label: t('drawing.command.pickAll'),
      keys: 'Ctrl A',
      enabled: drawing !== null,
      run: pickAll,
    },
    {
      id: 'splitZone',
      group,
      label: t('drawing.command.splitZone'),
      enabled: drawing !== null,
      run: () => actions.setDrawing({ tool: 'wall' }),
    },
    ...pickedEdits.map((edit): Command => {
      const keys = editKeys[edit]
      return {
        id: edit,
        group,
        label: t(`drawing.edit.${edit}`),
        ...(keys === undefined ? {} : { keys }),
        enabled: isOffered(state, edit),
        run: () => void doToPicked(edit),
      }
    }),
  ]
}

/** All rooms and areas of the level that is looked at. */
function pickAll(): void {
  const { project, view } = appState()
  if (project === null) return
  const picked = Object.values(project.premises.zones)
    .filter((zone) => zone.levelId === view.levelId)
    .map((zone) => ({ table: 'zones', id: zone.id }) as const)
  actions.setDrawing({ tool: 'select', picked, wall: null })
}
