import { useId, useState, type FormEvent } from 'react'
import usual from '../../../../data/drawing.json'
import { formatNumber, parseNumber } from '../../../i18n/format.ts'
import type { Point } from '../../../premises/geometry/plane.ts'
import { scaledByLength } from '../../../premises/underlay.ts'
import { actions } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { stamped } from '../inspector/editing.ts'
import type { StepProps } from './laying.ts'
import { Taps } from './Taps.tsx'
import { paperSource } from './paperSource.ts'
import { freshWork, layChanges, likelyScale, metresPerPxAt, paperScale } from './underlayEdits.ts'
import { useSizeText } from './UnderlayScale.tsx'
import { WidthChips } from './WidthChips.tsx'

/** The scale by one known length: two taps on the picture, then how far they are apart. */
export function LengthStep({ underlay, work, onDone }: StepProps) {
  const t = useT()
  const language = useLanguage()
  const id = useId()
  const [text, setText] = useState('')
  const ends = endsOf(work.taps, underlay.metresPerPx)
  const length = text.trim() === '' ? null : parseNumber(text, language)
  const isSound = length !== null && length >= 0.01 && length <= 10_000
  const place = ends && isSound ? scaledByLength(underlay, ends[0], ends[1], length) : null
  const size = useSizeText(underlay, place ?? underlay)
  const fault = text.trim() !== '' && !isSound ? t('underlayPanel.length.fault') : null

  const measured = place && paperScale(underlay, place)
  const printed = measured === null ? null : likelyScale(measured)
  const note = place
    ? t('underlayPanel.length.result', { size })
    : ends
      ? t('underlayPanel.length.now', { length: formatNumber(apartM(ends), language, 2, 2) })
      : t('underlayPanel.length.advice')

  const apply = (event: FormEvent) => {
    event.preventDefault()
    if (!place || length === null) return
    const source = t('underlayPanel.source.length', { name: underlay.name, length })
    actions.edit('scaleUnderlay', layChanges(underlay, place, stamped({ mark: 'drawing', source })))
    onDone()
  }
  const takePrinted = () => {
    const { paperWidthM } = underlay
    if (!place || !ends || printed === null || paperWidthM === undefined) return
    const metresPerPx = metresPerPxAt(underlay, paperWidthM, printed)
    const exact = scaledByLength(
      underlay,
      ends[0],
      ends[1],
      (apartM(ends) * metresPerPx) / underlay.metresPerPx,
    )
    const source = paperSource(t, underlay, paperWidthM, printed)
    actions.edit('scaleUnderlay', layChanges(underlay, exact, stamped({ mark: 'drawing', source })))
    onDone()
  }
  return (
    <form noValidate onSubmit={apply}>
      <Taps
        done={work.taps.length}
        steps={[t('underlayPanel.length.first'), t('underlayPanel.length.second')]}
        onAgain={() => actions.setDrawing({ underlay: freshWork(underlay.id, 'length') })}
      />
      <div className="length-row">
        <div className="field">
          <label htmlFor={id}>{t('underlayPanel.length.label')}</label>
          <span className="with-unit">
            <input
              id={id}
              className="input"
              type="text"
              inputMode="decimal"
              autoComplete="off"
              value={text}
              aria-invalid={fault !== null}
              aria-describedby={`${id}-note`}
              data-testid="scale-length"
              onChange={(event) => setText(event.target.value)}
            />
            <span className="unit">m</span>
          </span>
        </div>
        <WidthChips
          label={t('underlayPanel.length.doors')}
          values={[0.8, usual.doorWidth.value, 1.2]}
          value={length ?? undefined}
          onChoose={(value) => setText(formatNumber(value, language, 2, 1))}
        />
        <Button type="submit" look="primary" disabled={!place} data-testid="scale-apply">
          {t('underlayPanel.length.apply')}
        </Button>
      </div>
      <p
        id={`${id}-note`}
        className={fault === null ? 'quiet small' : 'error-text'}
        aria-live="polite"
        data-testid="scale-preview"
      >
        {fault ?? note}
      </p>
      {printed !== null && (
        <p className="row wrap small">
          {t('underlayPanel.length.near', { n: printed })}
          <Button size="small" data-testid="scale-printed" onClick={takePrinted}>
            {t('underlayPanel.length.takePrinted', { n: printed })}
          </Button>
        </p>
      )}
    </form>
  )
}

/** The last two taps, where they are more than a pixel apart. */
export function endsOf(taps: readonly Point[], metresPerPx: number): readonly [Point, Point] | null {
  const [a, b] = taps.slice(-2)
  return a && b && apartM([a, b]) > metresPerPx ? [a, b] : null
}

export function apartM([a, b]: readonly [Point, Point]): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1])
}
