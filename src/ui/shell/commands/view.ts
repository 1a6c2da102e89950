import { t, type Language } from '../../../i18n/index.ts'
import type { AppState, LayerName } from '../../../state/app.ts'
import { actions } from '../../app.ts'
import type { Command } from './command.ts'

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

/** Where to look, and how it looks. */
export function viewCommands(state: AppState, open: boolean): Command[] {
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

/** Opens the search box and puts the cursor in it, wherever the frame shows it. */
function focusSearch(): void {
  actions.set({ panel: 'search' })
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-search]')?.focus())
}
