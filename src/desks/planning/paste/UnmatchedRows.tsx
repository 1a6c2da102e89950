import { useMemo } from 'react'
import type { ZoneId } from '../../../premises/ids.ts'
import type { Premises, Zone } from '../../../premises/model.ts'
import { type Given, givenInTurn, type RoomsPaste, type UnmatchedRow } from '../../../premises/paste/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { sortedLevels, sortedZones, zoneName } from '../names.ts'

/** Rows are offered a room one by one up to so many; more are given in turn, or the table is mended. */
const most = 60

/** What found no room, with the reason, and a room to give it to; or all in turn to rooms that have no name yet. */
export function UnmatchedRows(props: {
  readonly premises: Premises
  readonly paste: RoomsPaste
  readonly given: Given
  readonly onGive: (given: Given) => void
}) {
  const t = useT()
  const language = useLanguage()
  const { premises, paste, given, onGive } = props
  const inTurn = useMemo(() => givenInTurn(premises, paste), [premises, paste])
  const more = [...inTurn.keys()].filter((line) => !given.has(line)).length
  const taken = useMemo(() => new Set(paste.matched.map(({ zoneId }) => zoneId)), [paste])
  const groups = useMemo(
    () =>
      sortedLevels(premises).map((level) => ({
        level,
        zones: sortedZones(
          Object.values(premises.zones).filter(({ id, levelId }) => levelId === level.id && !taken.has(id)),
          language,
        ),
      })),
    [premises, taken, language],
  )
  return (
    <section
      className="paste-unmatched stack"
      aria-label={t('paste.unmatched', { count: paste.unmatched.length })}
    >
      <h3>{t('paste.unmatched', { count: paste.unmatched.length })}</h3>
      {more > 0 && (
        <div>
          <Button size="small" look="primary" data-testid="paste-in-turn" onClick={() => onGive(inTurn)}>
            {t('paste.inTurn', { count: more })}
          </Button>
          <p className="quiet small">{t('paste.inTurnNote')}</p>
        </div>
      )}
      <ul data-testid="paste-unmatched">
        {paste.unmatched.slice(0, most).map((each) => (
          <li key={each.row.line}>
            <div>
              <strong>{t('paste.line', { n: each.row.line })}</strong>{' '}
              {each.row.cells.filter(Boolean).join(' · ')}
              <p className="small">{t(`paste.reason.${each.reason}`, { level: each.row.levelText })}</p>
            </div>
            <RoomChoice
              premises={premises}
              row={each}
              groups={groups}
              onChoose={(id) => onGive(new Map([...given, [each.row.line, id]]))}
            />
          </li>
        ))}
      </ul>
      {paste.unmatched.length > most && (
        <p className="quiet">{t('paste.previewMore', { n: paste.unmatched.length - most })}</p>
      )}
    </section>
  )
}

function RoomChoice(props: {
  readonly premises: Premises
  readonly row: UnmatchedRow
  readonly groups: readonly {
    readonly level: { readonly id: string; readonly name: string }
    readonly zones: readonly Zone[]
  }[]
  readonly onChoose: (id: ZoneId) => void
}) {
  const t = useT()
  const { premises, row, groups } = props
  const option = (zone: Zone) => (
    <option key={zone.id} value={zone.id}>
      {zoneName(zone)}
    </option>
  )
  const likely = row.reason === 'twice' ? [] : row.candidates.flatMap((id) => premises.zones[id] ?? [])
  return (
    <select
      className="input"
      aria-label={t('paste.giveTo', { n: row.row.line })}
      data-testid="paste-give"
      value=""
      onChange={(event) => {
        const zone = premises.zones[event.target.value]
        if (zone) props.onChoose(zone.id)
      }}
    >
      <option value="">{t('paste.leaveOut')}</option>
      {likely.length > 0 && (
        <optgroup label={t('paste.likely')}>
          {likely.map((zone) => (
            <option key={zone.id} value={zone.id}>
              {zoneName(zone)} – {premises.levels[zone.levelId ?? '']?.name ?? ''}
            </option>
          ))}
        </optgroup>
      )}
      {groups.map(({ level, zones }) =>
        zones.length === 0 ? null : (
          <optgroup key={level.id} label={level.name}>
            {zones.map(option)}
          </optgroup>
        ),
      )}
    </select>
  )
}
