import { useId, useState, type ReactNode } from 'react'
import { NumberField, SelectField, TextField, type Option } from '../../../ui/controls/fields.tsx'
import { useT } from '../../../ui/useT.ts'
import { evidenceOf, isSourced, type Editor } from './editing.ts'
import { SourceEditor } from './SourceEditor.tsx'

interface Base {
  readonly field: string
  readonly wide?: boolean
  readonly note?: ReactNode
}

export interface TextSpec extends Base {
  readonly kind: 'text'
  readonly value: string | undefined
  readonly rows?: number
  /** A field that must not be emptied. */
  readonly required?: boolean
  readonly most?: number
}

export interface NumberSpec extends Base {
  readonly kind: 'number'
  readonly value: number | undefined
  readonly unit?: string
  readonly min?: number
  readonly max?: number
  readonly whole?: boolean
  readonly decimals?: number
  readonly placeholder?: string
  readonly required?: boolean
  /** Stored value of one shown unit: 60 for minutes. */
  readonly scale?: number
}

export interface ChoiceSpec extends Base {
  readonly kind: 'choice'
  readonly value: string | undefined
  readonly options: readonly Option[]
  /** Shown for "not entered"; without it a choice must be made. */
  readonly none?: string
  readonly toValue?: (text: string) => unknown
}

export interface FlagSpec extends Base {
  readonly kind: 'flag'
  readonly value: boolean | undefined
}

export type FieldSpec = TextSpec | NumberSpec | ChoiceSpec | FlagSpec

/** The fields of a record, each with its unit, and the mark of where its value is known from. */
export function RecordForm({
  editor,
  fields,
}: {
  readonly editor: Editor
  readonly fields: readonly FieldSpec[]
}) {
  return (
    <div className="fields">
      {fields.map((spec) => (
        <Field key={spec.field} editor={editor} spec={spec} />
      ))}
    </div>
  )
}

function Field({ editor, spec }: { readonly editor: Editor; readonly spec: FieldSpec }) {
  const t = useT()
  const id = useId()
  const [open, setOpen] = useState(false)
  const sourced = isSourced(spec.field) && spec.value !== undefined
  const evidence = evidenceOf(editor.evidence, spec.field)
  const mark = sourced ? (
    <button
      type="button"
      className={`mark ${evidence?.mark ?? 'unknown'}`}
      aria-expanded={open}
      aria-controls={open ? id : undefined}
      data-testid={`mark-of-${spec.field}`}
      onClick={() => setOpen(!open)}
    >
      {evidence ? t(`shell.mark.${evidence.mark}`) : t('planning.source.unknown')}
    </button>
  ) : undefined
  const set = (value: unknown) => {
    editor.set(spec.field, value)
    // The question "where from?" stands open beside a new value, and asks for nothing.
    if (isSourced(spec.field) && spec.kind === 'number' && value !== null) setOpen(true)
  }
  return (
    <>
      {control(spec, t(`planning.field.${spec.field}`), mark, set, t)}
      {sourced && open && <SourceEditor id={id} editor={editor} field={spec.field} evidence={evidence} />}
    </>
  )
}

function control(
  spec: FieldSpec,
  label: string,
  mark: ReactNode,
  set: (value: unknown) => void,
  t: ReturnType<typeof useT>,
): ReactNode {
  const common = { label, mark, testId: `field-${spec.field}`, wide: spec.wide ?? false, note: spec.note }
  switch (spec.kind) {
    case 'text':
      return (
        <TextField
          {...common}
          wide={spec.wide ?? true}
          value={spec.value ?? ''}
          {...(spec.rows ? { rows: spec.rows } : {})}
          onCommit={(text) => {
            if (text === '' && spec.required) return
            set(text === '' ? null : text.slice(0, spec.most ?? 400))
          }}
        />
      )
    case 'number': {
      const scale = spec.scale ?? 1
      return (
        <NumberField
          {...common}
          value={spec.value === undefined ? null : spec.value / scale}
          onCommit={(value) => set(value === null ? null : value * scale)}
          {...(spec.unit === undefined ? {} : { unit: spec.unit })}
          {...(spec.min === undefined ? {} : { min: spec.min })}
          {...(spec.max === undefined ? {} : { max: spec.max })}
          {...(spec.whole === undefined ? {} : { whole: spec.whole })}
          {...(spec.decimals === undefined ? {} : { decimals: spec.decimals })}
          {...(spec.placeholder === undefined ? {} : { placeholder: spec.placeholder })}
          {...(spec.required === undefined ? {} : { required: spec.required })}
        />
      )
    }
    case 'choice':
      return (
        <SelectField
          {...common}
          value={spec.value ?? ''}
          options={spec.options}
          {...(spec.none === undefined ? {} : { none: spec.none })}
          onCommit={(value) => set(value === '' ? null : (spec.toValue?.(value) ?? value))}
        />
      )
    case 'flag':
      // Yes, no, or not known: a tick box would turn "not known" into "no".
      return (
        <SelectField
          {...common}
          value={spec.value === undefined ? '' : spec.value ? 'yes' : 'no'}
          none={t('planning.notEntered')}
          options={[
            { value: 'yes', label: t('planning.yes') },
            { value: 'no', label: t('planning.no') },
          ]}
          onCommit={(value) => set(value === '' ? null : value === 'yes')}
        />
      )
  }
}
