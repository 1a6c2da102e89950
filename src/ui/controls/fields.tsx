import { useId, type ReactNode } from 'react'
import { formatNumber, parseNumber } from '../../i18n/format.ts'
import { useFollowing } from '../useFollowing.ts'
import { useLanguage, useT } from '../useT.ts'

interface FieldProps {
  readonly label: string
  readonly wide?: boolean
  /** Stands beside the label: the mark of evidence. */
  readonly mark?: ReactNode
  /** Stands below: a hint, or where the value comes from. */
  readonly note?: ReactNode
  readonly testId?: string
}

/**
 * A line of text. It commits on Enter and when the focus leaves, so that one edit is one step of undo and an input
 * method may rewrite the letters as often as it likes; Esc takes the typing back.
 */
export function TextField(
  props: FieldProps & {
    readonly value: string
    readonly onCommit: (value: string) => void
    readonly rows?: number
    readonly list?: readonly string[]
  },
) {
  const id = useId()
  const [draft, setDraft] = useDraft(props.value)
  const commit = () => {
    if (draft.trim() !== props.value) props.onCommit(draft.trim())
  }
  const common = {
    id,
    className: 'input',
    value: draft,
    'data-testid': props.testId,
    'data-dirty': draft !== props.value,
    onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
    onBlur: commit,
  }
  return (
    <FieldFrame {...props} id={id}>
      {props.rows ? (
        <textarea {...common} aria-label={props.label} rows={props.rows} />
      ) : (
        <input
          {...common}
          type="text"
          autoComplete="off"
          list={props.list ? `${id}-list` : undefined}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') commit()
            if (event.key === 'Escape' && draft !== props.value) {
              event.stopPropagation()
              setDraft(props.value)
            }
          }}
        />
      )}
      {props.list && (
        <datalist id={`${id}-list`}>
          {props.list.map((each) => (
            <option key={each} value={each} aria-label={each} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  )
}

/** A number with its unit. What cannot be read, or lies outside, is said below the field and not stored. */
export function NumberField(
  props: FieldProps & {
    readonly value: number | null
    readonly unit?: string
    readonly min?: number
    readonly max?: number
    readonly whole?: boolean
    readonly decimals?: number
    /** What counts while the field is empty, shown in its place. */
    readonly placeholder?: string
    /** Emptied: null. */
    readonly onCommit: (value: number | null) => void
    readonly required?: boolean
  },
) {
  const t = useT()
  const language = useLanguage()
  const id = useId()
  const decimals = props.whole ? 0 : (props.decimals ?? 3)
  const shown = props.value === null ? '' : formatNumber(props.value, language, decimals)
  const [draft, setDraft] = useDraft(shown)
  const problem = draft === shown ? null : fault(draft)

  function fault(text: string): string | null {
    if (text.trim() === '') return props.required ? t('shell.field.required') : null
    const value = parseNumber(text, language)
    if (value === null) return t('shell.field.notANumber')
    if (props.whole && !Number.isInteger(value)) return t('shell.field.notWhole')
    const low = props.min ?? 0
    if (value < low || (props.max !== undefined && value > props.max)) {
      return props.max === undefined
        ? t('shell.field.atLeast', { min: low })
        : t('shell.field.between', { min: low, max: props.max })
    }
    return null
  }

  const commit = () => {
    if (draft === shown || fault(draft) !== null) return
    const value = draft.trim() === '' ? null : parseNumber(draft, language)
    if (value !== props.value) props.onCommit(value)
    else setDraft(shown)
  }
  return (
    <FieldFrame {...props} id={id} error={problem}>
      <span className="with-unit">
        <input
          id={id}
          className="input"
          type="text"
          inputMode={props.whole ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={draft}
          placeholder={props.placeholder}
          data-testid={props.testId}
          data-dirty={draft !== shown}
          aria-invalid={problem !== null}
          aria-describedby={problem ? `${id}-error` : undefined}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') commit()
            if (event.key === 'Escape' && draft !== shown) {
              event.stopPropagation()
              setDraft(shown)
            }
          }}
        />
        {props.unit && <span className="unit">{props.unit}</span>}
      </span>
    </FieldFrame>
  )
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly group?: string
}

/** A choice. An empty value is shown as `none`. */
export function SelectField(
  props: FieldProps & {
    readonly value: string
    readonly options: readonly Option[]
    readonly none?: string
    readonly onCommit: (value: string) => void
  },
) {
  const id = useId()
  const groups = [...new Set(props.options.map((option) => option.group))]
  return (
    <FieldFrame {...props} id={id}>
      <select
        id={id}
        className="input"
        value={props.value}
        data-testid={props.testId}
        onChange={(event) => props.onCommit(event.target.value)}
      >
        {props.none !== undefined && <option value="">{props.none}</option>}
        {groups.map((group) => {
          const options = props.options
            .filter((option) => option.group === group)
            .map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))
          return group === undefined ? (
            options
          ) : (
            <optgroup key={group} label={group}>
              {options}
            </optgroup>
          )
        })}
      </select>
    </FieldFrame>
  )
}

export function CheckField(props: {
  readonly label: string
  readonly checked: boolean
  readonly onCommit: (checked: boolean) => void
  readonly note?: ReactNode
  readonly testId?: string
}) {
  return (
    <label className="check wide">
      <input
        type="checkbox"
        checked={props.checked}
        data-testid={props.testId}
        onChange={(event) => props.onCommit(event.target.checked)}
      />
      <span>
        {props.label}
        {props.note && <span className="quiet small"> {props.note}</span>}
      </span>
    </label>
  )
}

function FieldFrame(
  props: FieldProps & { readonly id: string; readonly error?: string | null; readonly children: ReactNode },
) {
  return (
    <div className={props.wide ? 'field wide' : 'field'}>
      <span className="label row">
        <label htmlFor={props.id} className="grow">
          {props.label}
        </label>
        {props.mark}
      </span>
      {props.children}
      {props.error && (
        <span className="error" id={`${props.id}-error`} role="alert">
          {props.error}
        </span>
      )}
      {props.note && <span className="quiet small">{props.note}</span>}
    </div>
  )
}

/** What is being typed; a new value from outside replaces it. */
function useDraft(value: string): [string, (draft: string) => void] {
  return useFollowing(value, (next) => next)
}
