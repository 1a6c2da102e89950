import type { Premises } from '../../../premises/model.ts'
import { formatDuration, formatNumber } from '../../../i18n/format.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { MessageText } from '../../../ui/shell/Notices.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { Running, useSlow, useStaleClass } from '../figures.tsx'
import { componentName } from '../names.ts'

/** For specialists, on demand: the least horizon in which the network can clear, all exits open. Never a prediction. */
export function TheoreticalMinimum({ premises }: { readonly premises: Premises }) {
  const t = useT()
  const language = useLanguage()
  const bound = useApp((state) => state.figures.bound)
  const slow = useSlow(bound.status === 'running')
  const staleClass = useStaleClass(bound)
  const value = bound.value
  const percent = (share: number) => formatNumber(share * 100, language, 1)
  return (
    <details className="fold" data-testid="theoretical-minimum">
      <summary>{t('planning.bound.title')}</summary>
      <div className={`stack ${staleClass}`}>
        <p className="quiet">{t('planning.bound.text')}</p>
        {bound.status === 'failed' && bound.error && <MessageText message={bound.error} />}
        {slow && <Running share={bound.share} />}
        {value && (
          <>
            <p>
              {t('planning.bound.value', {
                time: formatDuration(value.lowerBoundS, language),
                step: value.stepS,
              })}{' '}
              {t('planning.bound.plan', { time: formatDuration(value.planS, language) })}
            </p>
            <p>
              {t('planning.bound.gap', {
                gap: percent(value.gap),
                rounding: percent(value.gapFromRounding),
                planning: percent(value.gapFromPlanning),
              })}
            </p>
            <p>
              {t(`planning.bound.certificate.${value.certificate.kind}`, {
                persons: formatNumber(value.certificate.personsInside, language, 0),
                capacity: formatNumber(value.certificate.capacityPerStep, language),
                step: value.stepS,
              })}{' '}
              {value.certificate.components
                .slice(0, 12)
                .map((each) => componentName(premises, each))
                .join('; ')}
              {value.certificate.components.length > 12 ? ' …' : ''}
            </p>
          </>
        )}
        <div>
          <Button
            size="small"
            disabled={bound.status === 'running'}
            onClick={() => actions.computeBound()}
            data-testid="compute-bound"
          >
            {t(value ? 'planning.bound.again' : 'planning.bound.compute')}
          </Button>
        </div>
      </div>
    </details>
  )
}
