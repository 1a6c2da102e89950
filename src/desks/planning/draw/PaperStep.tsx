import { useState } from 'react'
import { formatNumber } from '../../../i18n/format.ts'
import type { Change } from '../../../premises/operation.ts'
import { actions } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { NumberField, SelectField } from '../../../ui/controls/fields.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { stamped } from '../inspector/editing.ts'
import type { StepProps } from './laying.ts'
import { paperSource } from './paperSource.ts'
import {
  isScaleSet,
  isSheetShaped,
  layChanges,
  metresPerPxAt,
  paperScale,
  rescaled,
  sheets,
  sheetWidthM,
} from './underlayEdits.ts'
import { useSizeText } from './UnderlayScale.tsx'

const usualScales = [50, 100, 200, 500] as const

/** The scale printed on the drawing: a PDF knows the size of its paper, of a scan the sheet is asked for. */
export function PaperStep({ underlay, onDone }: StepProps) {
  const t = useT()
  const language = useLanguage()
  const [sheetName, setSheetName] = useState('')
  const now = paperScale(underlay)
  const [scale, setScale] = useState<number | null>(now !== null && isScaleSet(underlay) ? now : 100)
  const sheet = sheets.find(({ name }) => name === sheetName)
  const paperWidthM = underlay.paperWidthM ?? (sheet ? sheetWidthM(underlay, sheet) : undefined)
  const place =
    paperWidthM === undefined || scale === null
      ? null
      : rescaled(underlay, metresPerPxAt(underlay, paperWidthM, scale))
  const size = useSizeText(underlay, place ?? underlay)

  if (underlay.paperWidthM === undefined && !isSheetShaped(underlay))
    return <p>{t('underlayPanel.paper.noSheet')}</p>
  const apply = () => {
    if (!place || paperWidthM === undefined || scale === null) return
    const source = paperSource(t, underlay, paperWidthM, scale)
    const paper: Change[] =
      underlay.paperWidthM === undefined
        ? [{ record: { table: 'underlays', id: underlay.id }, field: 'paperWidthM', after: paperWidthM }]
        : []
    const laid = layChanges(underlay, place, stamped({ mark: 'drawing', source }))
    actions.edit('scaleUnderlay', [...paper, ...laid])
    onDone()
  }
  return (
    <>
      {underlay.paperWidthM === undefined && (
        <SelectField
          label={t('underlayPanel.paper.sheet')}
          value={sheetName}
          none={t('underlayPanel.paper.choose')}
          options={sheets.map(({ name, shortM, longM }) => ({
            value: name,
            label: `${name} (${Math.round(shortM * 1000)} × ${Math.round(longM * 1000)} mm)`,
          }))}
          testId="paper-sheet"
          onCommit={setSheetName}
        />
      )}
      <div className="row wrap paper-scales">
        <fieldset className="segmented" aria-label={t('underlayPanel.paper.scale')}>
          {usualScales.map((n) => (
            <button
              key={n}
              type="button"
              aria-pressed={scale === n}
              data-testid={`paper-${n}`}
              onClick={() => setScale(n)}
            >
              1 : {formatNumber(n, language, 0)}
            </button>
          ))}
        </fieldset>
        <NumberField
          label={t('underlayPanel.paper.other')}
          min={1}
          max={10_000}
          decimals={1}
          required
          value={scale}
          testId="paper-other"
          onCommit={setScale}
        />
      </div>
      <div className="row wrap">
        <Button look="primary" disabled={!place} data-testid="scale-apply" onClick={apply}>
          {t('underlayPanel.length.apply')}
        </Button>
        <span className="quiet small" aria-live="polite">
          {place ? t('underlayPanel.length.result', { size }) : t('underlayPanel.paper.sheetFirst')}
        </span>
      </div>
      <p className="quiet small">{t('underlayPanel.paper.warning')}</p>
    </>
  )
}
