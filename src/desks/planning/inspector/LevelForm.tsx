import { Layers } from 'lucide-react'
import { setLevelHeight } from '../../../premises/fittings/index.ts'
import type { Level } from '../../../premises/model.ts'
import { actions } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useT } from '../../../ui/useT.ts'
import { setElevation } from '../draw/storeyEdits.ts'
import { editorOf, type Editor } from './editing.ts'
import { RecordForm } from './RecordForm.tsx'

export function LevelForm({ level }: { readonly level: Level }) {
  const t = useT()
  return (
    <>
      <RecordForm
        editor={storeyEditor(level)}
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
      <div>
        <Button
          icon={<Layers size={18} aria-hidden />}
          data-testid="open-storeys"
          onClick={() => actions.set({ dialog: 'storeys' })}
        >
          {t('storeys.command')}
        </Button>
      </div>
    </>
  )
}

/** Heights and elevations move the levels that stand on them, and the stairs between. */
function storeyEditor(level: Level): Editor {
  const editor = editorOf({ table: 'levels', id: level.id }, level.evidence)
  return {
    ...editor,
    set: (field, value) => {
      if (field === 'heightM' && typeof value === 'number')
        actions.draw('setLevelHeight', (premises) => setLevelHeight(premises, level.id, value))
      else if (field === 'elevationM' && typeof value === 'number')
        actions.draw('setLevelHeight', (premises) => setElevation(premises, level.id, value))
      else editor.set(field, value)
    },
  }
}
