import { t } from '../../../i18n/index.ts'
import type { AppState } from '../../../state/app.ts'
import { actions } from '../../app.ts'
import type { Command } from './command.ts'

/** What is asked of the plan, and what is assumed for a moment. */
export function planCommands(state: AppState, open: boolean): Command[] {
  const { whatIf, view, project, drawing } = state
  const selected = view.selection
  const openingId = selected?.table === 'openings' ? project?.premises.openings[selected.id]?.id : undefined
  const zoneId = selected?.table === 'zones' ? project?.premises.zones[selected.id]?.id : undefined
  const shut = openingId !== undefined && (whatIf?.shutOpenings.includes(openingId) ?? false)
  const closed = zoneId !== undefined && (whatIf?.closedZones.includes(zoneId) ?? false)
  const panel = (name: AppState['panel']) => () => {
    // On a sheet what is selected stands where the list is to come.
    if (!window.matchMedia('(min-width: 1000px)').matches) actions.pick(null)
    actions.showPanel(name)
  }
  return [
    {
      id: 'details',
      group: 'plan',
      label: t('shell.command.details'),
      enabled: open,
      run: () => actions.set({ dialog: 'details' }),
    },
    {
      id: 'assumeShut',
      group: 'plan',
      label: t(shut ? 'shell.command.unassumeShut' : 'shell.command.assumeShut'),
      enabled: openingId !== undefined && drawing === null,
      run: () => openingId && actions.assumeShut(openingId, !shut),
    },
    {
      id: 'assumeClosed',
      group: 'plan',
      label: t(closed ? 'shell.command.unassumeClosed' : 'shell.command.assumeClosed'),
      enabled: zoneId !== undefined && drawing === null,
      run: () => zoneId && actions.assumeClosed(zoneId, !closed),
    },
    {
      id: 'applyWhatIf',
      group: 'plan',
      label: t('shell.command.applyWhatIf'),
      enabled: whatIf !== null,
      run: () => actions.applyWhatIf(),
    },
    {
      id: 'dropWhatIf',
      group: 'plan',
      label: t('shell.command.dropWhatIf'),
      enabled: whatIf !== null,
      run: () => actions.dropWhatIf(),
    },
    { id: 'zones', group: 'plan', label: t('shell.command.zones'), enabled: open, run: panel('levels') },
    { id: 'layers', group: 'plan', label: t('shell.command.layers'), enabled: open, run: panel('layers') },
    {
      id: 'review',
      group: 'plan',
      label: t('shell.command.review'),
      enabled: open && state.review !== null,
      run: panel('review'),
    },
    { id: 'survey', group: 'plan', label: t('shell.command.survey'), enabled: open, run: panel('survey') },
    {
      id: 'storeys',
      group: 'plan',
      label: t('storeys.command'),
      enabled: open,
      run: () => actions.set({ dialog: 'storeys' }),
    },
    {
      id: 'faults',
      group: 'plan',
      label: t('faults.command'),
      enabled: open,
      run: panel('faults'),
    },
    {
      id: 'pasteRooms',
      group: 'plan',
      label: t('paste.command'),
      enabled: open,
      run: () => actions.set({ dialog: 'paste' }),
    },
    {
      id: 'place',
      group: 'plan',
      label: t('shell.command.place'),
      enabled: open,
      run: () => actions.set({ dialog: 'place' }),
    },
  ]
}
