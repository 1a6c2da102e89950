import { t } from '../../../i18n/index.ts'
import { actions } from '../../app.ts'
import type { Command } from './command.ts'

/** On paper, and on the wall. */
export function printCommands(open: boolean): Command[] {
  return [
    {
      id: 'printLevel',
      group: 'print',
      label: t('shell.command.printLevel'),
      keys: 'Ctrl P',
      enabled: open,
      run: () => actions.set({ printing: 'level' }),
    },
    {
      id: 'printSummary',
      group: 'print',
      label: t('shell.command.printSummary'),
      enabled: open,
      run: () => actions.set({ printing: 'summary' }),
    },
    {
      id: 'printSurvey',
      group: 'print',
      label: t('shell.command.printSurvey'),
      enabled: open,
      run: () => actions.set({ printing: 'survey' }),
    },
    {
      id: 'present',
      group: 'print',
      label: t('shell.command.present'),
      keys: 'F5',
      enabled: open,
      run: () => actions.set({ dialog: 'present' }),
    },
  ]
}

export function helpCommands(): Command[] {
  return [
    {
      id: 'help',
      group: 'help',
      label: t('shell.command.help'),
      keys: 'F1',
      enabled: true,
      run: () => actions.set({ dialog: 'help' }),
    },
  ]
}
