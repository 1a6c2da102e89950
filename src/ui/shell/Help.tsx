import { actions, useApp } from '../app.ts'
import { Dialog } from '../controls/Dialog.tsx'
import { useT } from '../useT.ts'
import { commandsOf, type Command } from './commands.ts'

/** F1: what the keys do, and what the figures are and are not. */
export default function Help() {
  const t = useT()
  const commands = commandsOf(useApp((state) => state)).filter((command) => command.keys)
  const more = ['esc', 'enter', 'tab', 'copy', 'blank'] as const
  const keyLine = (command: Command) => (
    <div key={command.id}>
      <dt>
        <kbd>{command.keys}</kbd>
      </dt>
      <dd>{command.id === 'undo' || command.id === 'redo' ? t(`shell.${command.id}`) : command.label}</dd>
    </div>
  )
  return (
    <Dialog
      title={t('shell.helpTitle')}
      onClose={() => actions.set({ dialog: null })}
      wide
      testId="help-dialog"
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys scroll it */}
      <section className="body help" aria-label={t('shell.help')} tabIndex={0}>
        <section>
          <h3>{t('shell.keys.title')}</h3>
          <dl className="keys">
            {commands.filter((command) => !isOfDrawing(command)).map(keyLine)}
            {more.map((key) => (
              <div key={key}>
                <dt>
                  <kbd>{t(`shell.keys.${key}Key`)}</kbd>
                </dt>
                <dd>{t(`shell.keys.${key}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3>{t('drawing.keysTitle')}</h3>
          <dl className="keys">{commands.filter(isOfDrawing).map(keyLine)}</dl>
        </section>
        <section className="stack">
          <h3>{t('shell.about.title')}</h3>
          {(['evacuation', 'movement', 'worst', 'smoke', 'assisted', 'marks', 'local'] as const).map(
            (key) => (
              <p key={key}>{t(`shell.about.${key}`)}</p>
            ),
          )}
        </section>
      </section>
    </Dialog>
  )
}

/** Letters by themselves, which count only while drawing. */
function isOfDrawing({ id, group }: Command): boolean {
  return group === 'draw' && id !== 'draw'
}
