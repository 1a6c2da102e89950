import { formatNumber } from '../../../i18n/format.ts'
import type { Premises } from '../../../premises/model.ts'
import type { Change } from '../../../premises/operation.ts'
import type { Given, MatchedRow, RoomsPaste } from '../../../premises/paste/index.ts'
import { zoneUse } from '../../../premises/uses.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { zonePlace } from '../names.ts'

/** Rows shown at most: enough to see that the columns are right. */
const most = 200

/** What will be written, row by row; what stays as it is is left empty. */
export function RoomsPreview(props: {
  readonly premises: Premises
  readonly paste: RoomsPaste
  readonly given: Given
  readonly onGive: (given: Given) => void
}) {
  const t = useT()
  const { premises, paste, given } = props
  const byZone = new Map<string, Change[]>()
  for (const change of paste.changes) {
    if (change.record.table !== 'zones') continue
    const changes = byZone.get(change.record.id)
    if (changes) changes.push(change)
    else byZone.set(change.record.id, [change])
  }
  const shown = paste.matched.toSorted((a, b) => a.row.line - b.row.line).slice(0, most)
  return (
    <section className="stack" aria-label={t('paste.preview')}>
      <div className="row wrap">
        <h3 className="grow">{t('paste.preview')}</h3>
        {given.size > 0 && (
          <Button size="small" look="plain" onClick={() => props.onGive(new Map())}>
            {t('paste.noGiven')}
          </Button>
        )}
      </div>
      <div className="table-scroll paste-preview">
        <table className="table" data-testid="paste-preview">
          <caption className="hidden-visually">{t('paste.preview')}</caption>
          <thead>
            <tr>
              {(
                ['into', 'column.number', 'column.name', 'column.use', 'column.persons', 'note'] as const
              ).map((key) => (
                <th key={key} scope="col" className={key === 'column.persons' ? 'number' : undefined}>
                  {t(`paste.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <PreviewRow
                key={each.row.line}
                premises={premises}
                each={each}
                changes={byZone.get(each.zoneId) ?? []}
              />
            ))}
          </tbody>
        </table>
      </div>
      {paste.matched.length > most && (
        <p className="quiet">{t('paste.previewMore', { n: paste.matched.length - most })}</p>
      )}
    </section>
  )
}

function PreviewRow(props: {
  readonly premises: Premises
  readonly each: MatchedRow
  readonly changes: readonly Change[]
}) {
  const t = useT()
  const language = useLanguage()
  const { premises, each, changes } = props
  const { row, zoneId } = each
  const set = (field: string): unknown => changes.find((change) => change.field === field)?.after
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const use = set('use')
  const persons = set('occupants')
  const notes = row.troubles.map((trouble) =>
    t(`paste.trouble.${trouble}`, { text: trouble === 'unknownUse' ? row.useText : row.personsText }),
  )
  return (
    <tr>
      <th scope="row">{zonePlace(premises, zoneId)}</th>
      <td>{text(set('number'))}</td>
      <td>{text(set('name'))}</td>
      <td>{typeof use === 'string' ? zoneUse(use)[language] : ''}</td>
      <td className="number">{typeof persons === 'number' ? formatNumber(persons, language, 0) : ''}</td>
      <td>
        {notes.length > 0 ? (
          <strong>{notes.join('; ')}</strong>
        ) : changes.length === 0 ? (
          <span className="quiet">{t('paste.unchanged')}</span>
        ) : (
          ''
        )}
      </td>
    </tr>
  )
}
