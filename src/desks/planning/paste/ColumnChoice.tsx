import type { ColumnField, Columns, RoomsPaste } from '../../../premises/paste/index.ts'
import { CheckField, SelectField } from '../../../ui/controls/fields.tsx'
import { useT } from '../../../ui/useT.ts'

const choices: readonly ColumnField[] = [
  'ignore',
  'room',
  'number',
  'name',
  'use',
  'persons',
  'level',
  'building',
  'index',
]

/** What each column of the table is taken for; the person's word over what was found. */
export function ColumnChoice({
  paste,
  onChange,
}: {
  readonly paste: RoomsPaste
  readonly onChange: (columns: Columns) => void
}) {
  const t = useT()
  const { cells, columns } = paste
  const head = cells[0] ?? []
  const set = (at: number, field: ColumnField) =>
    onChange({
      ...columns,
      // A field is held by one column: the one it is given to.
      fields: columns.fields.map((each, index) =>
        index === at ? field : each === field && field !== 'ignore' ? 'ignore' : each,
      ),
    })
  return (
    <details className="fold" data-testid="paste-columns">
      <summary>
        {t('paste.columns')}{' '}
        <span className="quiet small">
          {columns.fields
            .filter((field) => field !== 'ignore' && field !== 'index')
            .map((field) => t(`paste.field.${field}`))
            .join(' · ')}
        </span>
      </summary>
      <CheckField
        label={t('paste.headerRow')}
        checked={columns.header}
        onCommit={(header) => onChange({ ...columns, header })}
      />
      <div className="paste-columns">
        {columns.fields.map((field, at) => {
          const sample = cells.slice(columns.header ? 1 : 0).find((row) => (row[at] ?? '') !== '')?.[at]
          return (
            <SelectField
              // oxlint-disable-next-line react/no-array-index-key -- a column is its place
              key={at}
              label={(columns.header && head[at]) || t('paste.columnNo', { n: at + 1 })}
              value={field}
              options={choices.map((value) => ({ value, label: t(`paste.field.${value}`) }))}
              note={sample === undefined ? undefined : t('paste.columnSample', { text: sample })}
              onCommit={(value) => {
                const chosen = choices.find((each) => each === value)
                if (chosen) set(at, chosen)
              }}
            />
          )
        })}
      </div>
    </details>
  )
}
