import { t } from '../../../i18n/index.ts'
import type { AppState } from '../../../state/app.ts'
import { actions } from '../../app.ts'
import { actionName, type Command } from './command.ts'

/** Back and forth through what was done. */
export function editCommands({ project }: AppState): Command[] {
  const group = 'edit'
  const named = (key: string, code: string | null) =>
    code === null ? t(`shell.${key}`) : t(`shell.${key}Named`, { what: actionName(code) })
  return [
    {
      id: 'undo',
      group,
      label: named('undo', project?.undoLabel ?? null),
      keys: 'Ctrl Z',
      enabled: project?.canUndo ?? false,
      run: () => actions.undo(),
    },
    {
      id: 'redo',
      group,
      label: named('redo', project?.redoLabel ?? null),
      keys: 'Ctrl Y',
      enabled: project?.canRedo ?? false,
      run: () => actions.redo(),
    },
  ]
}
