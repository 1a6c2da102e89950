import { formatNumber } from '../../../i18n/format.ts'
import type { Building, Placement } from '../../../premises/model.ts'
import { actions } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { editorOf } from './editing.ts'
import { grades, options } from './options.ts'
import { RecordForm } from './RecordForm.tsx'

export function BuildingForm({ building }: { readonly building: Building }) {
  const t = useT()
  const editor = editorOf({ table: 'buildings', id: building.id }, building.evidence)
  return (
    <>
      <RecordForm
        editor={editor}
        fields={[
          { kind: 'text', field: 'name', value: building.name, required: true },
          {
            kind: 'choice',
            field: 'fireResistanceGrade',
            value: building.fireResistanceGrade,
            options: options(grades),
            none: t('planning.notEntered'),
          },
          { kind: 'text', field: 'functionalGroup', value: building.functionalGroup, wide: false, most: 20 },
          { kind: 'number', field: 'fireHeightM', value: building.fireHeightM, unit: 'm', max: 1000 },
        ]}
      />
      <PlacementLines placement={building.placement} />
    </>
  )
}

function PlacementLines({ placement }: { readonly placement: Placement }) {
  const t = useT()
  const language = useLanguage()
  return (
    <div className="stack">
      <h3>{t('planning.placement.title')}</h3>
      <p>
        {placement.placed
          ? t('planning.placement.at', {
              latitude: formatNumber(placement.latitude, language, 6),
              longitude: formatNumber(placement.longitude, language, 6),
              bearing: formatNumber(placement.bearingDeg, language, 1),
            })
          : t('planning.placement.notPlaced')}
      </p>
      <div>
        <Button size="small" onClick={() => actions.set({ dialog: 'place' })} data-testid="place-building">
          {t(placement.placed ? 'planning.placement.again' : 'planning.placement.now')}
        </Button>
      </div>
    </div>
  )
}
