import { Check, RotateCcw } from 'lucide-react'
import { Button } from '../../../ui/controls/Button.tsx'
import { useT } from '../../../ui/useT.ts'

/** What is to be tapped, one after another: ticked what is done, marked what comes next. */
export function Taps(props: {
  readonly done: number
  readonly steps: readonly string[]
  readonly onAgain: () => void
}) {
  const t = useT()
  const { done, steps } = props
  return (
    <div className="taps">
      <ol aria-live="polite">
        {steps.map((step, index) => (
          <li
            key={step}
            aria-current={index === done ? 'step' : undefined}
            data-done={index < done || undefined}
          >
            <span className="tap-mark" aria-hidden>
              {index < done ? <Check size={14} /> : index + 1}
            </span>
            <span>
              {step}
              {index < done && <span className="hidden-visually"> – {t('underlayPanel.tapped')}</span>}
            </span>
          </li>
        ))}
      </ol>
      {done > 0 && (
        <Button
          size="small"
          icon={<RotateCcw size={16} aria-hidden />}
          label={t('underlayPanel.tapAgain')}
          data-testid="tap-again"
          onClick={props.onAgain}
        />
      )}
    </div>
  )
}
