import type { Lift, Premises } from '../../../premises/model.ts'
import { useT } from '../../../ui/useT.ts'
import { editorOf } from './editing.ts'
import { worded } from './options.ts'
import { RecordForm } from './RecordForm.tsx'
import { ZoneLinks } from './ZoneLinks.tsx'

export function LiftForm({ premises, lift }: { readonly premises: Premises; readonly lift: Lift }) {
  const t = useT()
  const editor = editorOf({ table: 'lifts', id: lift.id }, lift.evidence)
  return (
    <>
      <RecordForm
        editor={editor}
        fields={[
          { kind: 'text', field: 'name', value: lift.name },
          {
            kind: 'choice',
            field: 'use',
            value: lift.use,
            options: worded('liftUse', ['ordinary', 'fire', 'evacuation']),
          },
        ]}
      />
      <p className="quiet small">{t('planning.liftNote')}</p>
      <ZoneLinks premises={premises} ids={lift.zoneIds.toReversed()} />
    </>
  )
}
