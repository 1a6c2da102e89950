import { Ruler } from 'lucide-react'
import type { Underlay } from '../../../premises/model.ts'
import { actions } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useT } from '../../../ui/useT.ts'
import { freshWork } from '../draw/underlayEdits.ts'
import { UnderlayScale } from '../draw/UnderlayScale.tsx'
import { editorOf } from './editing.ts'
import { RecordForm } from './RecordForm.tsx'

/** A picture beneath a level: its name, how its scale is known, and the way to the tool that lays it. */
export function UnderlayForm({ underlay }: { readonly underlay: Underlay }) {
  const t = useT()
  const editor = editorOf({ table: 'underlays', id: underlay.id }, underlay.evidence)
  const lay = () => {
    actions.setView({ levelId: underlay.levelId })
    actions.startDrawing('underlay')
    actions.setDrawing({ underlay: freshWork(underlay.id) })
  }
  return (
    <>
      <UnderlayScale underlay={underlay} />
      <Button icon={<Ruler size={18} aria-hidden />} data-testid="underlay-lay" onClick={lay}>
        {t('underlayPanel.lay')}
      </Button>
      <RecordForm
        editor={editor}
        fields={[{ kind: 'text', field: 'name', value: underlay.name, required: true, most: 200 }]}
      />
      <p className="quiet small">{t('underlayPanel.noFigures')}</p>
    </>
  )
}
