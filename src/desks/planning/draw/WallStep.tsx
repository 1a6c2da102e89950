import { formatNumber } from '../../../i18n/format.ts'
import { actions } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import type { StepProps } from './laying.ts'
import { endsOf } from './LengthStep.tsx'
import { Taps } from './Taps.tsx'
import { freshWork, layChanges, offSquareDeg, turnedAbout } from './underlayEdits.ts'

/** The picture turned so that a wall that was tapped from end to end lies along the plan's axes. */
export function WallStep({ underlay, work, onDone }: StepProps) {
  const t = useT()
  const language = useLanguage()
  const ends = endsOf(work.taps, underlay.metresPerPx)
  const by = ends === null ? null : offSquareDeg(ends[0], ends[1])
  const apply = () => {
    if (!ends || by === null) return
    const middle = [(ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2] as const
    actions.edit('turnUnderlay', layChanges(underlay, turnedAbout(underlay, middle, by)))
    onDone()
  }
  return (
    <>
      <Taps
        done={work.taps.length}
        steps={[t('underlayPanel.wall.first'), t('underlayPanel.wall.second')]}
        onAgain={() => actions.setDrawing({ underlay: freshWork(underlay.id, 'length') })}
      />
      <div className="row wrap">
        <Button look="primary" disabled={by === null} data-testid="turn-apply" onClick={apply}>
          {t('underlayPanel.wall.apply')}
        </Button>
        <span className="quiet small" aria-live="polite">
          {by === null
            ? t('underlayPanel.wall.advice')
            : t('underlayPanel.wall.by', { degrees: formatNumber(Math.abs(by), language, 2) })}
        </span>
      </div>
    </>
  )
}
