import { X } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { formatNumber } from '../../../i18n/format.ts'
import type { Point } from '../../../premises/geometry/plane.ts'
import { fitted, pixelAt, planPoint, type Fit } from '../../../premises/underlay.ts'
import { actions } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { NumberField } from '../../../ui/controls/fields.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { stamped } from '../inspector/editing.ts'
import type { StepProps } from './laying.ts'
import { Taps } from './Taps.tsx'
import { freshWork, layChanges } from './underlayEdits.ts'
import { useSizeText } from './UnderlayScale.tsx'

const mostPairs = 4

/** Scale, turn and place by two to four points: where each is on the picture, and where it lies on the plan (tapped or typed). */
export function PointsStep({ underlay, work, onDone }: StepProps) {
  const t = useT()
  const language = useLanguage()
  const { pairs, taps } = work
  const fit = fitted(pairs)
  const size = useSizeText(underlay, fit?.place ?? underlay)
  const put = (next: typeof pairs) =>
    actions.setDrawing({ underlay: { ...freshWork(underlay.id, 'match'), pairs: next } })
  const apply = () => {
    if (!fit) return
    const source = t('underlayPanel.source.points', {
      name: underlay.name,
      count: pairs.length,
      miss: fit.rmsM * 100,
    })
    actions.edit('scaleUnderlay', layChanges(underlay, fit.place, stamped({ mark: 'drawing', source })))
    onDone()
  }
  const pending = taps.at(-1)
  return (
    <>
      {pairs.length < mostPairs && (
        <Taps
          done={Math.min(taps.length, 1)}
          steps={[
            t('underlayPanel.points.picture', { n: pairs.length + 1 }),
            t('underlayPanel.points.plan', { n: pairs.length + 1 }),
          ]}
          onAgain={() => put(pairs)}
        />
      )}
      {pending && pairs.length < mostPairs && (
        <TypedPoint
          key={pairs.length}
          onPoint={(plan) => put([...pairs, { pixel: pixelAt(underlay, pending), plan }])}
        />
      )}
      {pairs.length > 0 && (
        <ol className="pair-list">
          {pairs.map(({ pixel, plan }, index) => (
            <li key={`${pixel[0]} ${pixel[1]}`} className="row">
              <span className="grow">
                {t('underlayPanel.points.pair', {
                  n: index + 1,
                  x: formatNumber(plan[0], language, 2, 2),
                  y: formatNumber(plan[1], language, 2, 2),
                })}
                {fit && pairs.length > 2 && (
                  <span className="quiet">
                    {' '}
                    {t('underlayPanel.points.off', {
                      cm: formatNumber(missM(fit, pixel, plan) * 100, language, 1),
                    })}
                  </span>
                )}
              </span>
              <Button
                look="plain"
                size="small"
                icon={<X size={16} aria-hidden />}
                label={t('underlayPanel.points.remove', { n: index + 1 })}
                onClick={() => put(pairs.toSpliced(index, 1))}
              />
            </li>
          ))}
        </ol>
      )}
      <p aria-live="polite" data-testid="fit-quality">
        {fit ? (
          <>
            {t(`underlayPanel.points.quality.${qualityOf(fit, pairs.length)}`, {
              cm: formatNumber(fit.rmsM * 100, language, 1),
              worst: formatNumber(fit.worstM * 100, language, 1),
            })}{' '}
            <span className="quiet">{t('underlayPanel.length.result', { size })}</span>
          </>
        ) : (
          <span className="quiet small">{t('underlayPanel.points.advice')}</span>
        )}
      </p>
      <div className="row wrap">
        <Button look="primary" disabled={!fit} data-testid="scale-apply" onClick={apply}>
          {t('underlayPanel.points.apply')}
        </Button>
      </div>
    </>
  )
}

/** How well the points agree: two cannot contradict each other; walls are some ten centimetres wide. */
function qualityOf(fit: Fit, count: number): 'unchecked' | 'good' | 'fair' | 'poor' {
  if (count < 3) return 'unchecked'
  return fit.rmsM <= 0.05 ? 'good' : fit.rmsM <= 0.2 ? 'fair' : 'poor'
}

function missM(fit: Fit, pixel: Point, plan: Point): number {
  const [x, y] = planPoint(fit.place, pixel)
  return Math.hypot(x - plan[0], y - plan[1])
}

/** Plan coordinates typed instead of tapped, metres. */
function TypedPoint({ onPoint }: { readonly onPoint: (plan: Point) => void }) {
  const t = useT()
  const [x, setX] = useState<number | null>(null)
  const [y, setY] = useState<number | null>(null)
  const isWhole = x !== null && y !== null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isWhole) onPoint([x, y])
  }
  const field = (label: string, value: number | null, set: (value: number | null) => void) => (
    <NumberField
      label={label}
      unit="m"
      min={-5000}
      max={5000}
      value={value}
      testId={`pair-${label}`}
      onCommit={set}
    />
  )
  return (
    <form className="typed-point" noValidate aria-label={t('underlayPanel.points.typed')} onSubmit={submit}>
      {field('x', x, setX)}
      {field('y', y, setY)}
      <Button type="submit" disabled={!isWhole}>
        {t('underlayPanel.points.add')}
      </Button>
    </form>
  )
}
