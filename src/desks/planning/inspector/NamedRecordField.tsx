import { newId } from '../../../premises/ids.ts'
import type { Premises } from '../../../premises/model.ts'
import type { Change } from '../../../premises/operation.ts'
import { TextField } from '../../../ui/controls/fields.tsx'
import { useT } from '../../../ui/useT.ts'
import type { Editor } from './editing.ts'

/** Names another record (an organisation, a compartment): one of those there, or a new one by typing its name. */
export function NamedRecordField(props: {
  readonly premises: Premises
  readonly editor: Editor
  readonly table: 'organisations' | 'compartments'
  readonly field: string
  readonly id: string | undefined
}) {
  const t = useT()
  const { premises, editor, table, field } = props
  const rows = Object.values(premises[table])
  const commit = (name: string) => {
    if (name === '') return editor.set(field, null)
    const known = rows.find((row) => row.name === name)
    if (known) return editor.set(field, known.id)
    const id = newId()
    const changes: Change[] = [
      { record: { table, id }, field: null, after: { id, name, evidence: {} } },
      { record: editor.record, field, after: id },
    ]
    editor.change(changes)
  }
  return (
    <TextField
      wide
      label={t(`planning.field.${field}`)}
      value={props.id ? (premises[table][props.id]?.name ?? '') : ''}
      list={rows.map((row) => row.name)}
      onCommit={commit}
      testId={`field-${field}`}
    />
  )
}
