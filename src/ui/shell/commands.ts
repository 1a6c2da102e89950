import { t, type Language } from '../../i18n/index.ts'
import type { AppState, LayerName } from '../../state/app.ts'
import { actions } from '../app.ts'
import { chooseFiles } from '../files.ts'

export type CommandGroup = 'file' | 'edit' | 'view' | 'plan' | 'print' | 'help'

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

const layers: readonly LayerName[] = [
  'labels',
  'routes',
  'queues',
  'doors',
  'walls',
  'surroundings',
  'assembly',
]
const colours = ['use', 'occupants', 'exit', 'time'] as const
const themes = ['light', 'dark', 'system'] as const

/** All commands, as the state allows them. The one list from which menu, palette, shortcut sheet and keys are made. */
export function commandsOf(state: AppState): Command[] {
  const open = state.project !== null
  return [
    ...fileCommands(state, open),
    ...editCommands(state, open),
    ...viewCommands(state, open),
    ...planCommands(state, open),
  ]
}

/** The name of an action that undo or redo names; a bare code is never shown. */
export function actionName(code: string | null): string {
  return code === null ? '' : t([`action.${code}`, 'action.other'])
}

function fileCommands(_state: AppState, open: boolean): Command[] {
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

function editCommands({ project }: AppState, _open: boolean): Command[] {
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

function viewCommands(state: AppState, open: boolean): Command[] {
  const group = 'view'
  const { view } = state
  return [
    { id: 'search', group, label: t('shell.command.search'), keys: '/', enabled: open, run: focusSearch },
    {
      id: 'commands',
      group,
      label: t('shell.command.commands'),
      keys: 'Ctrl K',
      enabled: true,
      run: () => actions.set({ dialog: 'commands' }),
    },
    {
      id: 'levelUp',
      group,
      label: t('shell.command.levelUp'),
      keys: 'PageUp',
      enabled: open,
      run: () => actions.stepLevel(1),
    },
    {
      id: 'levelDown',
      group,
      label: t('shell.command.levelDown'),
      keys: 'PageDown',
      enabled: open,
      run: () => actions.stepLevel(-1),
    },
    ...colours.map((colour): Command => ({
      id: `colour-${colour}`,
      group,
      label: t('shell.command.colourBy', { what: t(`planning.colour.${colour}`) }),
      enabled: open,
      checked: view.colourBy === colour,
      run: () => actions.setView({ colourBy: colour }),
    })),
    ...layers.map((layer): Command => ({
      id: `layer-${layer}`,
      group,
      label: t(view.layers[layer] ? 'shell.command.hideLayer' : 'shell.command.showLayer', {
        what: t(`planning.layer.${layer}`),
      }),
      enabled: open,
      run: () => actions.setView({ layers: { ...view.layers, [layer]: !view.layers[layer] } }),
    })),
    ...themes.map((theme): Command => ({
      id: `theme-${theme}`,
      group,
      label: t(`shell.theme.${theme}`),
      enabled: true,
      checked: state.theme === theme,
      run: () => actions.setTheme(theme),
    })),
    ...(['vi', 'en'] satisfies Language[]).map((language): Command => ({
      id: `language-${language}`,
      group,
      label: t(`shell.language.${language}`),
      enabled: true,
      checked: state.language === language,
      run: () => actions.setLanguage(language),
    })),
  ]
}

function planCommands(state: AppState, open: boolean): Command[] {
  const { whatIf, view, project } = state
  const selected = view.selection
  const openingId = selected?.table === 'openings' ? project?.premises.openings[selected.id]?.id : undefined
  const zoneId = selected?.table === 'zones' ? project?.premises.zones[selected.id]?.id : undefined
  const shut = openingId !== undefined && (whatIf?.shutOpenings.includes(openingId) ?? false)
  const closed = zoneId !== undefined && (whatIf?.closedZones.includes(zoneId) ?? false)
  const panel = (name: AppState['panel']) => () => actions.set({ panel: name })
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
      enabled: openingId !== undefined,
      run: () => openingId && actions.assumeShut(openingId, !shut),
    },
    {
      id: 'assumeClosed',
      group: 'plan',
      label: t(closed ? 'shell.command.unassumeClosed' : 'shell.command.assumeClosed'),
      enabled: zoneId !== undefined,
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
      id: 'place',
      group: 'plan',
      label: t('shell.command.place'),
      enabled: open,
      run: () => actions.set({ dialog: 'place' }),
    },
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

/** Opens the search box and puts the cursor in it, wherever the frame shows it. */
export function focusSearch(): void {
  actions.set({ panel: 'search' })
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-search]')?.focus())
}
