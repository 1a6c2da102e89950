import { Plus } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { actions } from '../app.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { useLanguage, useT } from '../useT.ts'
import { NewBuildings } from './NewBuildings.tsx'
import { NewFacilityField } from './NewFacilityField.tsx'
import { NewHeights } from './NewHeights.tsx'
import { emptyForm, faultsOf, fieldsOf, type FormValues } from './newFacilityForm.ts'
import './newFacility.css'

/** Six fields, and a facility file exists; its place on the map may come later. More of its buildings and storeys can be said at once. */
export default function NewFacility() {
  const t = useT()
  const language = useLanguage()
  const [tried, setTried] = useState(false)
  const [more, setMore] = useState(false)
  const [values, setValues] = useState<FormValues>(emptyForm)
  const close = () => actions.set({ dialog: null })
  const faults = faultsOf(values, language)
  const set = (change: Partial<FormValues>) => setValues({ ...values, ...change })

  const create = async (placeNow: boolean) => {
    setTried(true)
    const [first] = faults.keys()
    if (first !== undefined) {
      document.getElementById(`new-${first}`)?.focus()
      return
    }
    await actions.createFacility(fieldsOf(values, language, t('shell.new.defaultBuilding')))
    actions.set({ dialog: placeNow ? 'place' : null })
  }
  const field = (key: 'name' | 'address' | 'headName' | 'buildingName' | 'storeysAbove' | 'storeysBelow') => (
    <NewFacilityField
      key={key}
      id={key}
      label={t(`shell.new.${key}`)}
      value={values[key]}
      wide={key === 'name' || key === 'address'}
      isFirst={key === 'name'}
      isNumber={key === 'storeysAbove' || key === 'storeysBelow'}
      fault={tried ? faults.get(key) : undefined}
      onChange={(text) => set({ [key]: text })}
    />
  )
  return (
    <Dialog title={t('shell.new.title')} onClose={close} testId="new-facility">
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void create(false)
        }}
      >
        <div className="body">
          <div className="fields two">
            {field('name')}
            {field('address')}
            {field('headName')}
            {field('buildingName')}
            {field('storeysAbove')}
            {field('storeysBelow')}
          </div>
          {more ? (
            <div className="new-more" data-testid="new-more">
              <NewHeights values={values} faults={tried ? faults : new Map()} onChange={set} />
              <NewBuildings values={values} faults={tried ? faults : new Map()} onChange={set} />
            </div>
          ) : (
            <Button
              className="new-unfold"
              look="plain"
              icon={<Plus size={16} aria-hidden />}
              aria-expanded={false}
              data-testid="new-unfold"
              onClick={() => setMore(true)}
            >
              {t('storeys.new.unfold')}
            </Button>
          )}
        </div>
        <footer>
          <Button onClick={close}>{t('shell.cancel')}</Button>
          <Button data-testid="new-place-now" onClick={() => void create(true)}>
            {t('shell.new.placeNow')}
          </Button>
          <Button type="submit" look="primary" data-testid="new-place-later">
            {t('shell.new.placeLater')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
