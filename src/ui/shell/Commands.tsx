/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a combobox whose list is its own has no element of its own */
import { useId, useMemo, useState } from 'react'
import { fold } from '../../i18n/format.ts'
import { actions, useApp } from '../app.ts'
import { Dialog } from '../controls/Dialog.tsx'
import { useT } from '../useT.ts'
import { commandsOf, type Command } from './commands.ts'

/** Ctrl K: every command, found by its words without accents, run with Enter. */
export function Commands() {
  const t = useT()
  const id = useId()
  const state = useApp((whole) => whole)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const close = () => actions.set({ dialog: null })
  const found = useMemo(() => {
    const words = fold(query).split(/\s+/).filter(Boolean)
    return commandsOf(state).filter((command) => {
      const text = fold(command.label)
      return command.enabled && command.id !== 'commands' && words.every((word) => text.includes(word))
    })
  }, [state, query])
  const run = (command: Command | undefined) => {
    if (!command) return
    close()
    command.run()
  }
  return (
    <Dialog title={t('shell.command.commands')} onClose={close} testId="commands-dialog">
      <div className="body commands">
        <input
          className="input"
          type="search"
          data-autofocus
          role="combobox"
          aria-label={t('shell.command.commands')}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
          placeholder={t('shell.commandsHint')}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
            else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
            else if (event.key === 'Enter') run(found[at])
            else return
            event.preventDefault()
          }}
        />
        <div
          className="command-list"
          role="listbox"
          id={`${id}-list`}
          aria-label={t('shell.command.commands')}
        >
          {found.map((command, index) => (
            <div
              key={command.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className="search-hit"
              ref={(element) => {
                if (index === at) element?.scrollIntoView({ block: 'nearest' })
              }}
              onPointerDown={(event) => {
                event.preventDefault()
                run(command)
              }}
            >
              <span className="grow">{command.label}</span>
              <span className="quiet small">{command.keys ?? t(`shell.group.${command.group}`)}</span>
            </div>
          ))}
          {found.length === 0 && <p className="search-none">{t('shell.search.none', { query })}</p>}
        </div>
      </div>
    </Dialog>
  )
}
