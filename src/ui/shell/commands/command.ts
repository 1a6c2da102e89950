import { t } from '../../../i18n/index.ts'

export type CommandGroup = 'file' | 'edit' | 'draw' | 'view' | 'plan' | 'print' | 'help'

/** One thing a person can do: in the menu, under Ctrl K, on the shortcut sheet, and by its keys. */
export interface Command {
  readonly id: string
  readonly group: CommandGroup
  readonly label: string
  /** As written on the sheet. */
  readonly keys?: string
  readonly enabled: boolean
  readonly checked?: boolean
  readonly run: () => void
}

/** The name of an action that undo or redo names; a bare code is never shown. */
export function actionName(code: string | null): string {
  return code === null ? '' : t([`action.${code}`, 'action.other'])
}
