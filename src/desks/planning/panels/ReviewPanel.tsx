import { Check } from 'lucide-react'
import { useState } from 'react'
import type { Finding } from '../../../import/result.ts'
import type { Premises } from '../../../premises/model.ts'
import type { Review } from '../../../state/app.ts'
import { sentenceOf, t as sentence } from '../../../i18n/index.ts'
import { formatNumber } from '../../../i18n/format.ts'
import { actions } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { recordName } from '../names.ts'
import { RecordLink } from '../RecordLink.tsx'
import { RevisionReview } from './RevisionReview.tsx'

interface Numbered {
  readonly finding: Finding
  readonly index: number
}

const kinds = ['decide', 'assumed', 'dropped', 'found'] as const

/** "Kiểm tra sau khi nhập": what needs a decision first, then what was assumed, left out and found. */
export function ReviewPanel({ premises, review }: { readonly premises: Premises; readonly review: Review }) {
  const t = useT()
  const language = useLanguage()
  const numbered = review.result.findings.map((finding, index): Numbered => ({ finding, index }))
  const unplaced = Object.values(premises.buildings).some((building) => !building.placement.placed)
  if (review.revision) {
    return (
      <div className="review-panel stack" data-testid="review-panel">
        <RevisionReview premises={premises} revision={review.revision} />
      </div>
    )
  }
  return (
    <div className="review-panel stack" data-testid="review-panel">
      <h2>{t('planning.review.title')}</h2>
      <p className="quiet">
        {t(`planning.review.format.${review.result.format}`)}
        {': '}
        {Object.entries(review.result.counts)
          .filter(([, count]) => count > 0)
          .map(([key, count]) =>
            t([`planning.review.count.${key}`, 'planning.review.count.other'], {
              n: formatNumber(count, language, 0),
              key,
            }),
          )
          .join(' · ')}
      </p>
      {unplaced && (
        <div className="finding">
          <p>{t('planning.review.notPlaced')}</p>
          <div className="row wrap">
            <Button size="small" onClick={() => actions.set({ dialog: 'place' })}>
              {t('planning.placement.now')}
            </Button>
            <span className="quiet small">{t('planning.review.placeLater')}</span>
          </div>
        </div>
      )}
      {kinds.map((kind) => {
        const of = numbered.filter((each) => each.finding.kind === kind)
        if (of.length === 0) return null
        const open =
          kind === 'decide' ? of.filter((each) => !review.settled.includes(each.index)).length : of.length
        return (
          <details key={kind} className="fold" open={kind === 'decide'} data-testid={`review-${kind}`}>
            <summary>
              {t(`planning.review.kind.${kind}`)}{' '}
              {kind === 'decide' ? (
                <span className="badge">{open}</span>
              ) : (
                <span className="quiet">({of.length})</span>
              )}
            </summary>
            {groupsOf(of).map((group) => (
              <FindingGroup
                key={group[0]?.finding.code}
                premises={premises}
                group={group}
                settled={review.settled}
              />
            ))}
          </details>
        )
      })}
      <div>
        <Button data-testid="close-review" onClick={() => actions.closeReview()}>
          {t('planning.review.close')}
        </Button>
      </div>
    </div>
  )
}

/** Findings of one cause stand together. */
function groupsOf(findings: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const byCode = new Map<string, Numbered[]>()
  for (const each of findings) {
    const group = byCode.get(each.finding.code)
    if (group) group.push(each)
    else byCode.set(each.finding.code, [each])
  }
  return [...byCode.values()]
}

const shownAtOnce = 6

function FindingGroup(props: {
  readonly premises: Premises
  readonly group: readonly Numbered[]
  readonly settled: readonly number[]
}) {
  const t = useT()
  const [all, setAll] = useState(false)
  const { premises, group, settled } = props
  const waiting = group.filter((each) => !settled.includes(each.index))
  const shown = all ? group : group.slice(0, shownAtOnce)
  const common = commonChoices(waiting)
  return (
    <div className="finding-group">
      {group.length > 1 && <p className="strong">{t('planning.review.group', { n: group.length })}</p>}
      {waiting.length > 1 && common.length > 0 && (
        <div className="row wrap">
          <span className="quiet small">{t('planning.review.forAll', { count: waiting.length })}</span>
          {common.map((code) => (
            <Button
              key={code}
              size="small"
              onClick={() => waiting.forEach((each) => actions.settleFinding(each.index, code))}
            >
              {t([`finding.choice.${code}`, 'planning.review.choice'])}
            </Button>
          ))}
        </div>
      )}
      <ul>
        {shown.map((each) => (
          <FindingLine
            key={each.index}
            premises={premises}
            {...each}
            settled={settled.includes(each.index)}
          />
        ))}
      </ul>
      {group.length > shown.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('planning.review.more', { n: group.length - shown.length })}
        </button>
      )}
    </div>
  )
}

/** Choices that every waiting finding of a group offers. */
function commonChoices(waiting: readonly Numbered[]): readonly string[] {
  const [first, ...rest] = waiting
  if (!first) return []
  return (first.finding.choices ?? [])
    .map((choice) => choice.code)
    .filter((code) => rest.every((each) => each.finding.choices?.some((choice) => choice.code === code)))
}

function FindingLine(props: {
  readonly premises: Premises
  readonly finding: Finding
  readonly index: number
  readonly settled: boolean
}) {
  const t = useT()
  const { premises, finding, index, settled } = props
  const { text, mend } = sentenceOf(finding)
  const record = finding.where?.record
  return (
    <li className={settled ? 'finding settled' : 'finding'} data-testid="finding">
      <p>
        {settled && <Check size={16} aria-label={t('planning.review.settled')} />} {text}{' '}
        {mend && <span className="quiet">{mend}</span>}
      </p>
      {record && <RecordLink record={record}>{recordName(premises, record)}</RecordLink>}
      {finding.where?.place && (
        <span className="quiet small">{t('shell.at', { place: finding.where.place })}</span>
      )}
      {!settled && finding.choices && finding.choices.length > 0 && (
        <div className="row wrap">
          {finding.choices.map((choice) => (
            <Button
              key={choice.code}
              size="small"
              data-testid={`choice-${choice.code}`}
              onClick={() => actions.settleFinding(index, choice.code)}
            >
              {sentence([`finding.choice.${choice.code}`, 'planning.review.choice'])}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}
