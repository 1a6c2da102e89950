import { t } from '../../../i18n/index.ts'
import { actions } from '../../app.ts'
import { chooseFiles } from '../../files.ts'
import type { Command } from './command.ts'

/** New, open, save, close. */
export function fileCommands(open: boolean): Command[] {
  const group = 'file'
  return [
    {
      id: 'new',
      group,
      label: t('shell.command.new'),
      enabled: true,
      run: () => actions.set({ dialog: 'newFacility' }),
    },
    {
      id: 'open',
      group,
      label: t('shell.command.open'),
      keys: 'Ctrl O',
      enabled: true,
      run: () => chooseFiles(),
    },
    {
      id: 'openFolder',
      group,
      label: t('shell.command.openFolder'),
      enabled: true,
      run: () => chooseFiles(true),
    },
    {
      id: 'sample',
      group,
      label: t('shell.command.sample'),
      enabled: true,
      run: () => void actions.openSample(),
    },
    {
      id: 'save',
      group,
      label: t('shell.command.save'),
      keys: 'Ctrl S',
      enabled: open,
      run: () => void actions.saveToFile(false),
    },
    {
      id: 'saveAs',
      group,
      label: t('shell.command.saveAs'),
      keys: 'Ctrl Shift S',
      enabled: open,
      run: () => void actions.saveToFile(true),
    },
    {
      id: 'copyWithoutPersons',
      group,
      label: t('shell.command.copyWithoutPersons'),
      enabled: open,
      run: () => void actions.saveCopy({ dropPersons: true }),
    },
    { id: 'close', group, label: t('shell.command.close'), enabled: open, run: () => actions.closeProject() },
  ]
}
