import {
  ChevronRight,
  CircleHelp,
  LogOut,
  Menu as MenuIcon,
  Monitor,
  Moon,
  Presentation,
  Printer,
  Redo2,
  Search,
  Sun,
  Undo2,
} from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import type { OpenProject } from '../../state/app.ts'
import { actions, useApp } from '../app.ts'
import { Button } from '../controls/Button.tsx'
import { MenuButton, type MenuItem } from '../controls/Menu.tsx'
import type { Frame } from '../media.ts'
import { useT } from '../useT.ts'
import { actionName, commandsOf, type Command, type CommandGroup } from './commands.ts'
import { SaveState } from './SaveState.tsx'
import { SearchBox } from './SearchBox.tsx'

export interface Crumb {
  readonly key: string
  readonly label: string
  readonly current: boolean
  readonly open: () => void
}

/** The bar on top: what is open and where in it one is, search, undo, where it is saved, print, present, language, theme, help. */
export function TopBar(props: {
  readonly frame: Frame
  readonly project: OpenProject
  readonly crumbs: readonly Crumb[]
  /** Stands in the bar of the narrow frame in place of the crumbs. */
  readonly narrowTitle: ReactNode
}) {
  const t = useT()
  const { frame, project } = props
  const wide = frame === 'wide'
  const sheet = frame === 'sheet'
  const searching = useApp((state) => state.panel === 'search')
  return (
    <header className={`topbar frame-${frame}`}>
      <MainMenu />
      {sheet ? (
        searching ? (
          <SearchBox premises={project.premises} onDone={() => actions.set({ panel: 'levels' })} />
        ) : (
          <>
            <div className="grow clip">{props.narrowTitle}</div>
            <Button
              look="plain"
              icon={<Search size={18} aria-hidden />}
              label={t('shell.search.label')}
              data-testid="search-open"
              onClick={() => actions.set({ panel: 'search' })}
            />
          </>
        )
      ) : (
        <nav className="crumbs grow" aria-label={t('shell.where')}>
          {props.crumbs.map((crumb, index) => (
            <Fragment key={crumb.key}>
              {index > 0 && <ChevronRight size={14} aria-hidden className="quiet crumb-mark" />}
              <button
                type="button"
                className={`crumb clip ${crumb.key}`}
                data-testid={`crumb-${crumb.key}`}
                aria-current={crumb.current ? 'location' : undefined}
                onClick={crumb.open}
              >
                {crumb.label}
              </button>
            </Fragment>
          ))}
        </nav>
      )}
      {!sheet && <SearchBox premises={project.premises} />}
      {!(sheet && searching) && <UndoRedo project={project} words={wide} />}
      {!sheet && <SaveState project={project} short={!wide} />}
      {!sheet && (
        <>
          <PrintMenu words />
          <Button
            look="plain"
            icon={<Presentation size={18} aria-hidden />}
            data-testid="present"
            onClick={() => actions.set({ dialog: 'present' })}
            {...wordsOr(t('shell.present'), wide)}
          />
          <LanguageSwitch />
          <ThemeMenu />
          <Button
            look="plain"
            icon={<CircleHelp size={18} aria-hidden />}
            label={t('shell.command.help')}
            data-testid="help"
            onClick={() => actions.set({ dialog: 'help' })}
          />
        </>
      )}
      {sheet && !searching && <PrintMenu words={false} />}
    </header>
  )
}

function wordsOr(
  text: string,
  words: boolean,
): { readonly children: ReactNode } | { readonly label: string } {
  return words ? { children: <span>{text}</span> } : { label: text }
}

function UndoRedo({ project, words }: { readonly project: OpenProject; readonly words: boolean }) {
  const t = useT()
  const name = (key: 'undo' | 'redo', code: string | null) =>
    code === null ? t(`shell.${key}`) : t(`shell.${key}Named`, { what: actionName(code) })
  return (
    <span className="row undo">
      <Button
        look="plain"
        icon={<Undo2 size={18} aria-hidden />}
        label={name('undo', project.undoLabel)}
        data-testid="undo"
        disabled={!project.canUndo}
        onClick={() => actions.undo()}
      >
        {words && project.undoLabel !== null ? (
          <span className="clip undo-name">{actionName(project.undoLabel)}</span>
        ) : null}
      </Button>
      <Button
        look="plain"
        icon={<Redo2 size={18} aria-hidden />}
        label={name('redo', project.redoLabel)}
        data-testid="redo"
        disabled={!project.canRedo}
        onClick={() => actions.redo()}
      />
    </span>
  )
}

/** VI | EN; also on the start page. */
export function LanguageSwitch() {
  const t = useT()
  const language = useApp((state) => state.language)
  return (
    <fieldset className="segmented" aria-label={t('shell.language.label')} data-testid="lang-switch">
      {(['vi', 'en'] as const).map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={language === each}
          aria-label={`${each.toUpperCase()} – ${t(`shell.language.${each}`)}`}
          data-testid={`lang-${each}`}
          onClick={() => actions.setLanguage(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </fieldset>
  )
}

export function ThemeMenu() {
  const t = useT()
  const theme = useApp((state) => state.theme)
  const Icon = theme === 'light' ? Sun : theme === 'dark' ? Moon : Monitor
  return (
    <MenuButton
      button={{
        look: 'plain',
        icon: <Icon size={18} aria-hidden />,
        label: t('shell.theme.label'),
        'data-testid': 'theme-menu',
      }}
      items={(['light', 'dark', 'system'] as const).map((each) => ({
        id: `theme-${each}`,
        label: t(`shell.theme.${each}`),
        checked: theme === each,
        run: () => actions.setTheme(each),
      }))}
    />
  )
}

function PrintMenu({ words }: { readonly words: boolean }) {
  const t = useT()
  const commands = commandsOf(useApp((state) => state))
  return (
    <MenuButton
      button={{
        look: 'plain',
        icon: <Printer size={18} aria-hidden />,
        'data-testid': 'print-menu',
        ...wordsOr(t('shell.print'), words),
      }}
      items={commands
        .filter((command) => command.group === 'print' && command.id !== 'present')
        .map((command) => item(command))}
    />
  )
}

const menuGroups: readonly CommandGroup[] = ['file', 'edit', 'draw', 'plan', 'print', 'view', 'help']

/** Every command in words, by group. */
function MainMenu() {
  const t = useT()
  const state = useApp((whole) => whole)
  const commands = commandsOf(state)
  const drawing = state.drawing !== null
  const items = menuGroups.flatMap((group) =>
    commands
      .filter((command) => command.group === group && !inPanel(command) && (drawing || !forDrawing(command)))
      .map((command, index) => item(command, index === 0 && group !== 'file')),
  )
  return (
    <MenuButton
      button={{
        look: 'plain',
        icon: <MenuIcon size={18} aria-hidden />,
        label: t('shell.menu'),
        'data-testid': 'main-menu',
      }}
      items={items}
    />
  )
}

/** Layers and colours stand in words in their panel, and would make the menu longer than the screen. */
function inPanel({ id }: Command): boolean {
  return id.startsWith('layer-') || id.startsWith('colour-')
}

/** The tools fill the menu while there is something to use them on; before, one entry takes them out. */
function forDrawing({ id, group }: Command): boolean {
  return group === 'draw' && id !== 'draw'
}

function item(command: Command, apart = false): MenuItem {
  return {
    id: command.id,
    label: command.label,
    disabled: !command.enabled,
    apart,
    run: command.run,
    ...(command.keys ? { hint: command.keys } : {}),
    ...(command.checked === undefined ? {} : { checked: command.checked }),
    ...(command.id === 'close' ? { icon: <LogOut size={16} aria-hidden /> } : {}),
  }
}
