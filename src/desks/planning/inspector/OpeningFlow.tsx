import type { Opening } from '../../../premises/model.ts'
import { formatNumber } from '../../../i18n/format.ts'
import { useApp } from '../../../ui/app.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { CountChange, TimeChange, useStaleClass } from '../figures.tsx'
import { headlineOf } from '../study.ts'

/** What passes the opening in the headline case and with all exits open: persons, queue, last person. */
export function OpeningFlow({ opening }: { readonly opening: Opening }) {
  const t = useT()
  const language = useLanguage()
  const clearing = useApp((state) => state.figures.clearing)
  const whatIf = useApp((state) => (state.whatIf ? state.figures.whatIfClearing.value : null))
  const staleClass = useStaleClass(clearing)
  const study = clearing.value
  if (!study) return null
  const cases = [
    { key: 'open', title: t('planning.details.allOpen'), before: study.allOpen, after: whatIf?.allOpen },
    ...(study.worst
      ? [
          {
            key: 'worst',
            title: t('planning.details.worstCase'),
            before: study.worst.result,
            after: whatIf ? headlineOf(whatIf) : undefined,
          },
        ]
      : []),
  ]
  const of = (result: typeof study.allOpen | undefined) =>
    result?.perOpening.find((each) => each.id === opening.id)
  if (cases.every((each) => !of(each.before))) return null
  return (
    <section
      className={`ways ${staleClass}`}
      aria-label={t('planning.flow.title')}
      data-testid="opening-flow"
    >
      <h3>{t('planning.flow.title')}</h3>
      {cases.map((each) => {
        const before = of(each.before)
        const after = each.after ? (of(each.after) ?? { persons: 0, queueMax: 0, lastS: 0 }) : undefined
        if (!before) return null
        return (
          <div key={each.key}>
            <p>
              <strong>{each.title}</strong>
            </p>
            <dl className="facts">
              <dt>{t('planning.flow.persons')}</dt>
              <dd>
                <CountChange before={before.persons} after={after?.persons} />
              </dd>
              <dt>{t('planning.flow.queueMax')}</dt>
              <dd>
                <CountChange
                  before={Math.round(before.queueMax)}
                  after={after && Math.round(after.queueMax)}
                />
              </dd>
              <dt>{t('planning.flow.last')}</dt>
              <dd>
                <TimeChange before={before.lastS} after={after?.lastS} />
              </dd>
              <dt>{t('planning.flow.capacity')}</dt>
              <dd>{t('planning.flow.perMinute', { n: formatNumber(before.flowPerS * 60, language, 0) })}</dd>
            </dl>
          </div>
        )
      })}
    </section>
  )
}
