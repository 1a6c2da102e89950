import table from '../../../data/new-facility.json'
import { formatNumber } from '../../i18n/format.ts'
import { useLanguage, useT } from '../useT.ts'
import { NewFacilityField } from './NewFacilityField.tsx'
import type { FormValues } from './newFacilityForm.ts'

/** Heights of the storeys, and what the ground floor is called. */
export function NewHeights(props: {
  readonly values: FormValues
  readonly faults: ReadonlyMap<string, string>
  readonly onChange: (change: Partial<FormValues>) => void
}) {
  const t = useT()
  const language = useLanguage()
  const { values, faults, onChange } = props
  return (
    <fieldset className="new-part">
      <legend>{t('storeys.new.heights')}</legend>
      <div className="fields two">
        {(['storeyHeight', 'groundHeight'] as const).map((key) => (
          <NewFacilityField
            key={key}
            id={key}
            label={t(`storeys.new.${key}`)}
            value={values[key]}
            unit="m"
            isNumber
            fault={faults.get(key)}
            onChange={(text) => onChange({ [key]: text })}
          />
        ))}
      </div>
      <p className="quiet small">
        {t('storeys.new.usual', { height: formatNumber(table.storeyHeight.value, language) })}
      </p>
      <fieldset className="new-ground">
        <legend>{t('planning.field.groundFloorName')}</legend>
        {(['tang1', 'tret'] as const).map((ground) => (
          <label key={ground} className="check">
            <input
              type="radio"
              name="new-ground"
              checked={values.groundFloorName === ground}
              data-testid={`new-ground-${ground}`}
              onChange={() => onChange({ groundFloorName: ground })}
            />
            <span>{t(`storeys.new.ground.${ground}`)}</span>
          </label>
        ))}
      </fieldset>
    </fieldset>
  )
}
