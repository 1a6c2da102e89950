import type { AssemblyPoint } from '../../../premises/model.ts'
import { useT } from '../../../ui/useT.ts'
import { editorOf } from './editing.ts'
import { RecordForm } from './RecordForm.tsx'

export function AssemblyPointForm({ point }: { readonly point: AssemblyPoint }) {
  const t = useT()
  const editor = editorOf({ table: 'assemblyPoints', id: point.id }, point.evidence)
  return (
    <RecordForm
      editor={editor}
      fields={[
        { kind: 'text', field: 'name', value: point.name },
        {
          kind: 'number',
          field: 'capacity',
          value: point.capacity,
          unit: t('planning.persons'),
          whole: true,
          max: 1_000_000,
        },
      ]}
    />
  )
}
