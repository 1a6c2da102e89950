import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { Unreachable, ZoneRoute } from '../../../../workers/routes/job.ts'
import type { Level, Premises, Zone } from '../../../premises/model.ts'
import type { AppState } from '../../../state/app.ts'
import { zoneUse } from '../../../premises/uses.ts'
import { fold, formatClock, formatNumber } from '../../../i18n/format.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { isOutdated, useSlow } from '../figures.tsx'
import { openingName, sortedLevels, sortedZones, zoneName } from '../names.ts'
import { personsOf } from '../../../premises/persons.ts'
import { offerRooms } from '../paste/pending.ts'
import { zoneTable } from '../paste/zoneTable.ts'
import { isProblem, problemsByLevel } from '../problems.ts'
import { show } from '../show.ts'
import { useFaults } from '../useFaults.ts'
import { RecordLink } from '../RecordLink.tsx'

/** The zones of the level (or of all), each with persons, time and exit; those without a way out first, with the reason. */
export function ZoneList({ premises }: { readonly premises: Premises }) {
  const t = useT()
  const language = useLanguage()
  const levelId = useApp((state) => state.view.levelId)
  const flyTo = useApp((state) => state.view.flyTo)
  const selectedId = useApp(({ view }) => (view.selection?.table === 'zones' ? view.selection.id : null))
  const routes = useApp((state) => shownRoutes(state).value)
  const stale = useSlow(useApp((state) => isOutdated(shownRoutes(state))))
  const [query, setQuery] = useState('')
  const [all, setAll] = useState(false)
  const everywhere = all || query.trim() !== ''
  const faults = useFaults(premises, routes)
  const problems = useMemo(() => problemsByLevel(faults), [faults])
  const groups = useMemo(
    () => grouped(premises, everywhere ? null : levelId, query, language),
    [premises, everywhere, levelId, query, language],
  )
  const ways = useMemo(() => new Map(routes?.zones.map((each) => [each.zoneId, each])), [routes])
  const lost = useMemo(() => new Map(routes?.unreachable.map((each) => [each.zoneId, each])), [routes])
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (selectedId)
      list.current
        ?.querySelector(`[data-zone="${CSS.escape(selectedId)}"]`)
        ?.scrollIntoView({ block: 'nearest' })
  }, [selectedId, flyTo])

  const exits = new Map<string, string>()
  const exitOf = (way: ZoneRoute | undefined): string | null => {
    if (way === undefined) return null
    const { exitId } = way.first
    const known = exits.get(exitId) ?? openingName(premises, premises.openings[exitId])
    exits.set(exitId, known)
    return known
  }
  const shown = groups.reduce((sum, group) => sum + group.zones.length, 0)
  return (
    <div className="zone-panel">
      <div className="zone-filter row">
        <input
          className="input grow"
          type="search"
          placeholder={t('planning.list.filter')}
          aria-label={`${t('planning.list.filter')}: ${t('planning.list.zones')}`}
          data-testid="zone-filter"
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <fieldset className="segmented" aria-label={t('planning.list.scope')}>
          <button type="button" aria-pressed={!all} onClick={() => setAll(false)}>
            {t('planning.list.thisLevel')}
          </button>
          <button type="button" aria-pressed={all} onClick={() => setAll(true)}>
            {t('planning.list.allLevels')}
          </button>
        </fieldset>
      </div>
      <p className="quiet small zone-hint">{t('paste.copyHint')}</p>
      {shown === 0 && (
        <p className="quiet zone-none">{t(query ? 'planning.list.noneFound' : 'planning.list.none')}</p>
      )}
      <div
        ref={list}
        className={`zone-list ${stale ? 'stale' : ''}`}
        data-testid="zone-list"
        onCopy={(event) => {
          if (window.getSelection()?.isCollapsed === false) return
          const zones = groups.flatMap((group) => group.zones)
          event.clipboardData.setData('text/plain', zoneTable(premises, zones, language))
          event.preventDefault()
        }}
        onPaste={(event) => {
          event.preventDefault()
          offerRooms(event.clipboardData.getData('text/plain'))
        }}
      >
        {groups.map(({ level, zones }) => (
          <section key={level?.id ?? 'outdoors'} aria-label={level?.name ?? t('planning.list.outdoors')}>
            <h3 className="row">
              {level ? (
                <span className="grow">
                  <RecordLink record={{ table: 'levels', id: level.id }}>{level.name}</RecordLink>
                </span>
              ) : (
                <span className="grow">{t('planning.list.outdoors')}</span>
              )}
              <span className="quiet small">{t('planning.list.count', { count: zones.length })}</span>
              {level && problems.get(level.id) ? (
                <span
                  className="badge"
                  aria-label={t('planning.list.problems', { count: problems.get(level.id) ?? 0 })}
                >
                  {problems.get(level.id)}
                </span>
              ) : null}
            </h3>
            <ul>
              {withoutWayFirst(zones, lost).map((zone) => (
                <ZoneRow
                  key={zone.id}
                  zone={zone}
                  exit={exitOf(ways.get(zone.id))}
                  timeS={ways.get(zone.id)?.first.timeS ?? null}
                  lost={lost.get(zone.id)?.reason ?? null}
                  problem={isLost(zone, lost)}
                  selected={zone.id === selectedId}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}

/** The routes that the list tells of: under a what-if those of the assumption, as soon as they are there. */
function shownRoutes({ whatIf, figures }: AppState) {
  return whatIf && figures.whatIfRoutes.value ? figures.whatIfRoutes : figures.routes
}

/** One zone. All that it shows comes by value: new routes with the same way and time do not render it again. */
const ZoneRow = memo(function ZoneRow(props: {
  readonly zone: Zone
  /** Name of the exit of its first way. */
  readonly exit: string | null
  readonly timeS: number | null
  /** Why it has no way out. */
  readonly lost: Unreachable['reason'] | null
  readonly problem: boolean
  readonly selected: boolean
}) {
  const t = useT()
  const language = useLanguage()
  const { zone, exit, timeS, lost, problem } = props
  const persons = personsOf(zone).count
  return (
    <li>
      <button
        type="button"
        className={problem ? 'zone-row problem' : 'zone-row'}
        aria-current={props.selected || undefined}
        data-zone={zone.id}
        onClick={() => {
          if (zone.levelId) actions.setView({ levelId: zone.levelId })
          show({ table: 'zones', id: zone.id })
        }}
      >
        <span className="zone-row-name">
          {problem && (
            <span className="badge" aria-hidden>
              !
            </span>
          )}
          <span className="clip">{zoneName(zone)}</span>
        </span>
        <span className="zone-row-persons">
          {persons > 0 ? t('planning.list.persons', { n: formatNumber(persons, language, 0) }) : ''}
        </span>
        <span className="zone-row-way clip">
          {lost !== null
            ? t(`planning.reason.${lost}`)
            : exit !== null
              ? t('planning.list.way', { exit })
              : zoneUse(zone.use)[language]}
        </span>
        <span className="zone-row-time">{timeS === null ? '' : formatClock(timeS)}</span>
      </button>
    </li>
  )
})

interface Group {
  readonly level: Level | null
  readonly zones: readonly Zone[]
}

function grouped(premises: Premises, only: string | null, query: string, language: 'vi' | 'en'): Group[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  const matches = (zone: Zone) => {
    const text = fold(`${zone.number ?? ''} ${zone.name} ${zoneUse(zone.use)[language]}`)
    return words.every((word) => text.includes(word))
  }
  const byLevel = new Map<string | null, Zone[]>()
  for (const zone of Object.values(premises.zones)) {
    if (
      (only !== null && zone.levelId !== only && !zone.spansLevelIds?.some((id) => id === only)) ||
      !matches(zone)
    )
      continue
    const key = only ?? zone.levelId
    const group = byLevel.get(key)
    if (group) group.push(zone)
    else byLevel.set(key, [zone])
  }
  const levels: (Level | null)[] = [...sortedLevels(premises), null]
  return levels.flatMap((level) => {
    const zones = byLevel.get(level?.id ?? null)
    return zones ? [{ level, zones: sortedZones(zones, language) }] : []
  })
}

function withoutWayFirst(zones: readonly Zone[], lost: ReadonlyMap<string, Unreachable>): readonly Zone[] {
  return [...zones.filter((zone) => isLost(zone, lost)), ...zones.filter((zone) => !isLost(zone, lost))]
}

function isLost(zone: Zone, lost: ReadonlyMap<string, Unreachable>): boolean {
  const each = lost.get(zone.id)
  return each !== undefined && isProblem(each)
}
