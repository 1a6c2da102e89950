import { useState } from 'react'
import type { Revision } from '../../../import/result.ts'
import type { Premises } from '../../../premises/model.ts'
import { formatNumber, type Language } from '../../../i18n/format.ts'
import { hasSentence } from '../../../i18n/index.ts'
import { conflictKey } from '../../../state/index.ts'
import { actions } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { recordName } from '../names.ts'
import { RecordLink } from '../RecordLink.tsx'

/** A revised file before it lands: what it changes, and the fields that a person has set since. */
export function RevisionReview({
  premises,
  revision,
}: {
  readonly premises: Premises
  readonly revision: Revision
}) {
  const t = useT()
  const language = useLanguage()
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  const choose = (key: string, take: boolean) => {
    const next = new Set(theirs)
    if (take) next.add(key)
    else next.delete(key)
    setTheirs(next)
  }
  return (
    <>
      <h2>{t('planning.revision.title')}</h2>
      <p>
        {t('planning.revision.text', {
          added: formatNumber(revision.added, language),
          changed: formatNumber(revision.changed, language),
          removed: formatNumber(revision.removed, language),
        })}
      </p>
      {revision.conflicts.length > 0 && (
        <>
          <h3>{t('planning.revision.conflicts', { count: revision.conflicts.length })}</h3>
          <ul>
            {revision.conflicts.map((conflict) => {
              const key = conflictKey(conflict)
              const field = `planning.field.${conflict.field}`
              return (
                <li key={key} className="finding">
                  <p>
                    <RecordLink record={conflict.record}>{recordName(premises, conflict.record)}</RecordLink>
                    {' · '}
                    {hasSentence(field) ? t(field) : conflict.field}
                  </p>
                  {(['mine', 'theirs'] as const).map((side) => (
                    <label key={side} className="check">
                      <input
                        type="radio"
                        name={key}
                        checked={theirs.has(key) === (side === 'theirs')}
                        onChange={() => choose(key, side === 'theirs')}
                      />
                      <span>
                        {t(`planning.revision.${side}`)}{' '}
                        <strong>{valueText(conflict[side], language, t)}</strong>
                      </span>
                    </label>
                  ))}
                </li>
              )
            })}
          </ul>
        </>
      )}
      <div className="row wrap">
        <Button look="primary" data-testid="land-revision" onClick={() => actions.landRevision([...theirs])}>
          {t('planning.revision.land')}
        </Button>
        <Button data-testid="drop-revision" onClick={() => actions.closeReview()}>
          {t('planning.revision.drop')}
        </Button>
      </div>
      <p className="quiet small">{t('planning.revision.undo')}</p>
    </>
  )
}

function valueText(value: unknown, language: Language, t: ReturnType<typeof useT>): string {
  if (value === null || value === undefined) return t('planning.revision.nothing')
  if (typeof value === 'number') return formatNumber(value, language, 3)
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return t(value ? 'planning.yes' : 'planning.no')
  return t('planning.revision.shape')
}
