import { formatNumber } from '../../../i18n/format.ts'
import { useLanguage } from '../../../ui/useT.ts'

/** Usual widths, one tap each; none is pressed where another was typed. */
export function WidthChips(props: {
  readonly label: string
  readonly values: readonly number[]
  readonly value: number | undefined
  readonly onChoose: (value: number) => void
}) {
  const language = useLanguage()
  const { value } = props
  return (
    <fieldset className="chips" aria-label={props.label}>
      {props.values.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={value !== undefined && Math.abs(each - value) < 0.0005}
          data-testid={`width-${each}`}
          onClick={() => props.onChoose(each)}
        >
          {formatNumber(each, language, 3, 1)}
        </button>
      ))}
    </fieldset>
  )
}
