import { ChevronRight } from 'lucide-react'
import type { ClearingStudy } from '../../../analysis/questions.ts'
import type { Premises } from '../../../premises/model.ts'
import { formatDuration, formatNumber } from '../../../i18n/format.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { CountChange, Running, TimeChange, useSlow, useStaleClass } from '../figures.tsx'
import { lostName } from '../names.ts'
import { headlineOf, marksOf, worstStranding } from '../study.ts'
import { openStudy } from '../studyActions.ts'
import { Failed } from './Failed.tsx'
import { LimitLine } from './LimitLine.tsx'
import { NoAnswerYet } from './NoAnswerYet.tsx'
import { WorstDoor, WorstZone } from './sentences.tsx'

/**
 * The answer first: how long until everyone is out if the worst exit or stair is lost, what stands beside it, and what
 * holds people up. No verdict: a time, the unit's own limit, and that smoke is not computed.
 */
export function Answer({ premises }: { readonly premises: Premises }) {
  const clearing = useApp((state) => state.figures.clearing)
  const slow = useSlow(clearing.status === 'running' && clearing.value === null)
  const staleClass = useStaleClass(clearing)
  const study = clearing.value
  if (clearing.status === 'failed' && clearing.error) {
    return (
      <section className="answer" data-testid="answer">
        <Failed error={clearing.error} />
      </section>
    )
  }
  if (study === null || headlineOf(study).persons === 0) {
    return (
      <section className="answer" data-testid="answer">
        {slow ? (
          <Running share={clearing.share} />
        ) : study !== null || clearing.status === 'none' ? (
          <NoAnswerYet premises={premises} study={study} />
        ) : null}
      </section>
    )
  }
  return <Times premises={premises} study={study} staleClass={staleClass} />
}

function Times(props: {
  readonly premises: Premises
  readonly study: ClearingStudy
  readonly staleClass: string
}) {
  const t = useT()
  const language = useLanguage()
  const { premises, study, staleClass } = props
  const routes = useApp((state) => state.figures.routes)
  const after = useApp((state) => (state.whatIf ? state.figures.whatIfClearing.value : null))
  const afterHeadline = after && headlineOf(after)
  const headline = headlineOf(study)
  const shown = after ?? study
  const { governing } = marksOf(shown)
  const left = (afterHeadline ?? headline).notMoved
  return (
    <section
      className={`answer ${staleClass}`}
      aria-labelledby="answer-title"
      data-testid="answer"
      aria-busy={staleClass !== ''}
    >
      {routes.status === 'failed' && routes.error && <Failed error={routes.error} />}
      <Stranding premises={premises} study={shown} />
      <h2 id="answer-title">{t('planning.answer.title')}</h2>
      <p className={after ? 'answer-time small-time' : 'answer-time'} data-testid="answer-time">
        {after ? (
          <TimeChange before={headline.evacuationTimeS} after={afterHeadline?.evacuationTimeS} />
        ) : (
          formatDuration(headline.evacuationTimeS, language)
        )}
      </p>
      <p className="answer-case">
        {shown.worst
          ? t('planning.answer.whenLost', { lost: lostName(premises, shown.worst.lost) })
          : t('planning.answer.nothingToLose')}
        {' · '}
        <strong>{t('planning.noSmoke')}</strong>
      </p>
      {governing === 'assumed' && (
        <p className="answer-assumed">
          <span className="badge" aria-hidden>
            !
          </span>{' '}
          {t('planning.answer.assumed')}
        </p>
      )}
      <dl className={after ? 'answer-rows changed' : 'answer-rows'}>
        <dt>{t('planning.answer.movement')}</dt>
        <dd data-testid="answer-movement">
          <TimeChange before={headline.movementTimeS} after={afterHeadline?.movementTimeS} />
        </dd>
        <dt>{t('planning.answer.allOpen')}</dt>
        <dd>
          <TimeChange before={study.allOpen.evacuationTimeS} after={after?.allOpen.evacuationTimeS} />
        </dd>
        <LimitLine premises={premises} timeS={(afterHeadline ?? headline).evacuationTimeS} />
        {(left.noWay > 0 || headline.notMoved.noWay > 0) && (
          <>
            <dt>{t('planning.answer.noWay')}</dt>
            <dd>
              <strong>
                <CountChange
                  before={headline.notMoved.noWay}
                  after={afterHeadline?.notMoved.noWay}
                  unit={t('planning.persons')}
                />
              </strong>
            </dd>
          </>
        )}
      </dl>
      {left.assisted > 0 && (
        <p>{t('planning.answer.assistedNotIn', { n: formatNumber(left.assisted, language) })}</p>
      )}
      <WorstZone premises={premises} study={shown} />
      <WorstDoor premises={premises} study={shown} />
      <div className="row wrap">
        <Button
          size="small"
          data-testid="answer-details"
          icon={<ChevronRight size={16} aria-hidden />}
          onClick={() => actions.set({ dialog: 'details' })}
        >
          {t('planning.answer.details')}
        </Button>
        <Button size="small" data-testid="open-study" onClick={() => openStudy(premises)}>
          {t('planning.answer.conditions')}
        </Button>
      </div>
    </section>
  )
}

/** Losses that leave people without any way out: no time describes them, so they stand above it. */
function Stranding({ premises, study }: { readonly premises: Premises; readonly study: ClearingStudy }) {
  const t = useT()
  const worst = worstStranding(study)
  if (!worst) return null
  return (
    <p className="stranding" data-testid="answer-stranding">
      <span className="badge" aria-hidden>
        !
      </span>
      <span>
        {t('planning.answer.stranding', { lost: lostName(premises, worst.lost), n: worst.stranded })}{' '}
        {study.stranding.length > 1 && (
          <button type="button" className="link" onClick={() => actions.set({ dialog: 'details' })}>
            {t('planning.answer.strandingMore', { count: study.stranding.length - 1 })}
          </button>
        )}
      </span>
    </p>
  )
}

/** The answer in one line, where the column belongs to something else. */
export function AnswerLine({ premises }: { readonly premises: Premises }) {
  const t = useT()
  const language = useLanguage()
  const clearing = useApp((state) => state.figures.clearing)
  const after = useApp((state) => (state.whatIf ? state.figures.whatIfClearing.value : null))
  const staleClass = useStaleClass(clearing)
  const slow = useSlow(clearing.status === 'running' && clearing.value === null)
  const study = after ?? clearing.value
  if (slow)
    return (
      <span className="quiet">{t('planning.runningShare', { share: Math.round(clearing.share * 100) })}</span>
    )
  if (!study || headlineOf(study).persons === 0)
    return <span className="quiet">{t('planning.answer.none')}</span>
  return (
    <span className={`answer-line ${staleClass}`}>
      {study.stranding.length > 0 && (
        <span className="badge" aria-label={t('planning.answer.strandingShort')}>
          !
        </span>
      )}{' '}
      <strong>{formatDuration(headlineOf(study).evacuationTimeS, language)}</strong>{' '}
      <span className="small">
        {study.worst
          ? t('planning.answer.whenLostShort', { lost: lostName(premises, study.worst.lost) })
          : t('planning.answer.allOpen')}
        {' · '}
        {t('planning.noSmoke')}
      </span>
    </span>
  )
}
