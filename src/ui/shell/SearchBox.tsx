/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a combobox whose list is its own has no element of its own */
import { Search } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react'
import type { Premises } from '../../premises/model.ts'
import { actions, useApp } from '../app.ts'
import type { Found } from '../search.ts'
import { useLanguage, useT } from '../useT.ts'

/** Search over everything with a name: a combobox whose list is walked with the arrow keys. */
export function SearchBox({
  premises,
  onDone,
}: {
  readonly premises: Premises
  readonly onDone?: () => void
}) {
  const t = useT()
  const id = useId()
  const [query, setQuery] = useState('')
  const [focused, setFocused] = useState(false)
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const find = useFinder(premises, focused)
  const found = useMemo(() => (find && query.trim() ? find(query) : []), [find, query])
  // Enter may come before the index is there: it then takes the first as soon as it is.
  const entered = useRef(false)
  const open = focused && query.trim() !== ''
  const panel = useApp((state) => state.panel)

  useEffect(() => {
    if (panel === 'search') input.current?.focus()
  }, [panel])

  const take = (each: Found | undefined) => {
    if (!each) return
    setQuery('')
    input.current?.blur()
    showRecord(premises, each)
    onDone?.()
  }
  const takeFirst = useEffectEvent(() => take(found[0]))
  useEffect(() => {
    if (!find || !entered.current) return
    entered.current = false
    takeFirst()
  }, [find])
  return (
    <search className="search">
      <Search size={16} aria-hidden className="search-icon" />
      <input
        ref={input}
        className="input"
        type="search"
        role="combobox"
        data-search
        data-testid="search-box"
        aria-label={t('shell.search.label')}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && found[at] ? `${id}-${at}` : undefined}
        placeholder={t('shell.search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
          entered.current = false
        }}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false)
          if (panel === 'search') actions.set({ panel: 'levels' })
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
          else if (event.key === 'Enter') {
            entered.current = find === null
            take(found[at])
          } else if (event.key === 'Escape') {
            if (query) setQuery('')
            else {
              input.current?.blur()
              onDone?.()
            }
          } else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {open && (
        <div
          className="search-list"
          id={`${id}-list`}
          role="listbox"
          aria-label={t('shell.search.results')}
          data-testid="search-results"
        >
          {find && found.length === 0 && (
            <p className="search-none">{t('shell.search.none', { query: query.trim() })}</p>
          )}
          {found.map((each, index) => (
            <div
              key={each.key}
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
                take(each)
              }}
            >
              <span className="grow clip">{each.name}</span>
              <span className="quiet small">
                {t(`shell.kind.${each.table}`)}
                {each.levelId && each.table !== 'levels'
                  ? ` · ${premises.levels[each.levelId]?.shortName ?? ''}`
                  : ''}
              </span>
            </div>
          ))}
        </div>
      )}
    </search>
  )
}

type Find = (query: string) => Found[]

/** The index is fetched and made when the box is first used, and made again when names have changed. */
function useFinder(premises: Premises, wanted: boolean): Find | null {
  const language = useLanguage()
  const { zones, openings, stairs, levels, buildings, assemblyPoints } = premises
  const [find, setFind] = useState<Find | null>(null)
  useEffect(() => {
    if (!wanted) return
    let gone = false
    void import('../search.ts').then(({ buildSearch }) => {
      if (gone) return
      const built = buildSearch(
        { ...premises, zones, openings, stairs, levels, buildings, assemblyPoints },
        language,
      )
      setFind(() => built)
    })
    return () => {
      gone = true
    }
    // oxlint-disable-next-line react/exhaustive-deps -- names alone matter, and they are in these tables
  }, [zones, openings, stairs, levels, buildings, assemblyPoints, language, wanted])
  return wanted ? find : null
}

/** Goes to a record's level, selects it, and lets the map fly to it. */
export function showRecord(
  premises: Premises,
  record: { readonly table: Found['table']; readonly id: string; readonly levelId: string | null },
): void {
  const level = record.levelId === null ? undefined : premises.levels[record.levelId]
  if (level) actions.setView({ levelId: level.id })
  actions.select({ table: record.table, id: record.id }, { fly: true })
}
