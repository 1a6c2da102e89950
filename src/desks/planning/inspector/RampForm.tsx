import type { Premises, Ramp } from '../../../premises/model.ts'
import { editorOf } from './editing.ts'
import { worded } from './options.ts'
import { RecordForm } from './RecordForm.tsx'
import { ZoneLinks } from './ZoneLinks.tsx'

export function RampForm({ premises, ramp }: { readonly premises: Premises; readonly ramp: Ramp }) {
  const editor = editorOf({ table: 'ramps', id: ramp.id }, ramp.evidence)
  return (
    <>
      <RecordForm
        editor={editor}
        fields={[
          { kind: 'text', field: 'name', value: ramp.name },
          {
            kind: 'choice',
            field: 'use',
            value: ramp.use,
            options: worded('rampUse', ['persons', 'vehicles', 'both']),
          },
          {
            kind: 'number',
            field: 'clearWidthM',
            value: ramp.clearWidthM,
            unit: 'm',
            min: 0.2,
            max: 50,
            required: true,
          },
          {
            kind: 'number',
            field: 'lengthM',
            value: ramp.lengthM,
            unit: 'm',
            min: 0.1,
            max: 1000,
            required: true,
          },
          { kind: 'number', field: 'riseM', value: ramp.riseM, unit: 'm', min: 0, max: 100, required: true },
        ]}
      />
      <ZoneLinks premises={premises} ids={[ramp.upperZoneId, ramp.lowerZoneId]} />
    </>
  )
}
