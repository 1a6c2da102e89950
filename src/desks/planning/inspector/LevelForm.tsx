import type { Level } from '../../../premises/model.ts'
import { editorOf } from './editing.ts'
import { RecordForm } from './RecordForm.tsx'

export function LevelForm({ level }: { readonly level: Level }) {
  const editor = editorOf({ table: 'levels', id: level.id }, level.evidence)
  return (
    <RecordForm
      editor={editor}
      fields={[
        { kind: 'text', field: 'name', value: level.name, required: true },
        { kind: 'text', field: 'shortName', value: level.shortName, wide: false, required: true, most: 3 },
        {
          kind: 'number',
          field: 'ordinal',
          value: level.ordinal,
          min: -20,
          max: 200,
          decimals: 1,
          required: true,
        },
        {
          kind: 'number',
          field: 'elevationM',
          value: level.elevationM,
          unit: 'm',
          min: -200,
          max: 1000,
          required: true,
        },
        { kind: 'number', field: 'heightM', value: level.heightM, unit: 'm', min: 1, max: 100 },
      ]}
    />
  )
}
