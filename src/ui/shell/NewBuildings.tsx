import { Plus, X } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { useT } from '../useT.ts'
import { NewFacilityField } from './NewFacilityField.tsx'
import type { BuildingValues, FormValues } from './newFacilityForm.ts'

/** Buildings beside the first, each with its own storeys. */
export function NewBuildings(props: {
  readonly values: FormValues
  readonly faults: ReadonlyMap<string, string>
  readonly onChange: (change: Partial<FormValues>) => void
}) {
  const t = useT()
  const { values, faults, onChange } = props
  const { buildings } = values
  const set = (key: number, change: Partial<BuildingValues>) =>
    onChange({ buildings: buildings.map((each) => (each.key === key ? { ...each, ...change } : each)) })
  const add = () => {
    const key = (buildings.at(-1)?.key ?? 0) + 1
    onChange({ buildings: [...buildings, { key, name: '', storeysAbove: '1', storeysBelow: '0' }] })
    requestAnimationFrame(() => document.getElementById(`new-name-${key}`)?.focus())
  }
  return (
    <fieldset className="new-part">
      <legend>{t('storeys.new.buildings')}</legend>
      {buildings.map((building, index) => (
        <div key={building.key} className="new-building" data-testid="new-building">
          {(['name', 'storeysAbove', 'storeysBelow'] as const).map((part) => (
            <NewFacilityField
              key={part}
              id={`${part}-${building.key}`}
              label={part === 'name' ? t('storeys.new.buildingN', { n: index + 2 }) : t(`shell.new.${part}`)}
              value={building[part]}
              isNumber={part !== 'name'}
              fault={faults.get(`${part}-${building.key}`)}
              onChange={(text) => set(building.key, { [part]: text })}
            />
          ))}
          <Button
            look="plain"
            icon={<X size={18} aria-hidden />}
            label={t('storeys.new.removeBuilding', { n: index + 2 })}
            onClick={() => onChange({ buildings: buildings.filter(({ key }) => key !== building.key) })}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={<Plus size={16} aria-hidden />}
          data-testid="new-add-building"
          onClick={add}
        >
          {t('storeys.addBuilding')}
        </Button>
      </div>
    </fieldset>
  )
}
