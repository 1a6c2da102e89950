import { memo, useMemo, useState } from 'react'
import type { Opening, Premises } from '../../../premises/model.ts'
import type { RecordRef } from '../../../premises/operation.ts'
import { collator, fold, formatNumber } from '../../../i18n/format.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { openingName, recordName, stairName } from '../names.ts'
import { openingTable } from '../paste/openingTable.ts'
import { show } from '../show.ts'

/** Doors, passages and other openings of the level, exits first; then stairs, ramps, lifts and assembly points. */
export function OpeningList({ premises }: { readonly premises: Premises }) {
  const t = useT()
  const language = useLanguage()
  const levelId = useApp((state) => state.view.levelId)
  const selectedId = useApp(({ view: { selection } }) =>
    selection && selection.table !== 'facility' ? selection.id : null,
  )
  const [query, setQuery] = useState('')
  const openings = useMemo(() => {
    const words = fold(query).split(/\s+/).filter(Boolean)
    const { compare } = collator(language)
    const weight = ({ exit }: Opening) =>
      exit === 'undecided' ? 0 : exit === 'final' ? 1 : exit === 'storey' ? 2 : 3
    return Object.values(premises.openings)
      .filter((opening) => (query ? true : opening.levelId === levelId))
      .map((opening) => ({ opening, name: openingName(premises, opening) }))
      .filter(({ name }) => words.every((word) => fold(name).includes(word)))
      .toSorted((a, b) => weight(a.opening) - weight(b.opening) || compare(a.name, b.name))
  }, [premises, query, levelId, language])
  return (
    <div className="zone-panel">
      <div className="zone-filter">
        <input
          className="input"
          type="search"
          placeholder={t('planning.list.filterOpenings')}
          aria-label={t('planning.list.filterOpenings')}
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <div
        className="zone-list"
        data-testid="opening-list"
        onCopy={(event) => {
          if (window.getSelection()?.isCollapsed === false) return
          const listed = openings.map(({ opening }) => opening)
          event.clipboardData.setData('text/plain', openingTable(premises, listed, language))
          event.preventDefault()
        }}
        onPaste={(event) => {
          event.preventDefault()
          actions.tell({ code: 'pasteElsewhere', severity: 'info' })
        }}
      >
        <section aria-label={t('planning.list.openings')}>
          <h3 className="row">
            <span className="grow">
              {query
                ? t('planning.list.openings')
                : t('planning.list.openingsOf', { level: premises.levels[levelId ?? '']?.name ?? '' })}
            </span>
            <span className="quiet small">{openings.length}</span>
          </h3>
          {openings.length === 0 && <p className="quiet zone-none">{t('planning.list.noneFound')}</p>}
          <ul>
            {openings.map(({ opening, name }) => (
              <OpeningRow
                key={opening.id}
                opening={opening}
                name={name}
                selected={opening.id === selectedId}
              />
            ))}
          </ul>
        </section>
        {(['stairs', 'ramps', 'lifts', 'assemblyPoints'] as const).map((table) => (
          <Others key={table} premises={premises} table={table} selectedId={selectedId} />
        ))}
      </div>
    </div>
  )
}

/** One opening; rendered again only when it, its name or the selection changes. */
const OpeningRow = memo(function OpeningRow(props: {
  readonly opening: Opening
  readonly name: string
  readonly selected: boolean
}) {
  const t = useT()
  const language = useLanguage()
  const { opening, name } = props
  return (
    <li>
      <button
        type="button"
        className="zone-row"
        aria-current={props.selected || undefined}
        onClick={() => show({ table: 'openings', id: opening.id })}
      >
        <span className="zone-row-name">
          {opening.exit === 'undecided' && (
            <span className="badge" aria-hidden>
              !
            </span>
          )}
          <span className="clip">{name}</span>
        </span>
        <span className="zone-row-persons">
          {opening.clearWidthM === undefined ? '–' : `${formatNumber(opening.clearWidthM, language, 3)} m`}
        </span>
        <span className="zone-row-way clip">
          {t(`planning.option.openingKind.${opening.kind}`)}
          {opening.exit && opening.exit !== 'none' ? ` · ${t(`planning.option.exit.${opening.exit}`)}` : ''}
        </span>
        <span className="zone-row-time">
          {opening.clearWidthM === undefined
            ? ''
            : t(`shell.mark.${opening.evidence['clearWidthM']?.mark ?? 'assumed'}`)}
        </span>
      </button>
    </li>
  )
})

function Others(props: {
  readonly premises: Premises
  readonly table: 'stairs' | 'ramps' | 'lifts' | 'assemblyPoints'
  readonly selectedId: string | null
}) {
  const t = useT()
  const language = useLanguage()
  const { premises, table } = props
  const records = Object.keys(premises[table])
    .map((id): { readonly record: RecordRef & { readonly id: string }; readonly name: string } => {
      const record = { table, id }
      return {
        record,
        name: table === 'stairs' ? stairName(premises.stairs[id]) : recordName(premises, record),
      }
    })
    .toSorted((a, b) => collator(language).compare(a.name, b.name))
  if (records.length === 0) return null
  return (
    <section aria-label={t(`planning.list.${table}`)}>
      <h3 className="row">
        <span className="grow">{t(`planning.list.${table}`)}</span>
        <span className="quiet small">{records.length}</span>
      </h3>
      <ul>
        {records.map(({ record, name }) => (
          <li key={record.id}>
            <button
              type="button"
              className="zone-row one-line"
              aria-current={record.id === props.selectedId || undefined}
              onClick={() => show(record)}
            >
              <span className="zone-row-name clip">{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
