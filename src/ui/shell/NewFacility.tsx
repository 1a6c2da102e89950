import { useState, type FormEvent } from 'react'
import type { NewFacility as Fields } from '../../state/app.ts'
import { actions } from '../app.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { useT } from '../useT.ts'

const texts = ['name', 'address', 'headName', 'buildingName'] as const
const limits = { storeysAbove: { min: 1, max: 150 }, storeysBelow: { min: 0, max: 20 } } as const

/** Six fields, and a facility file exists; its place on the map may come later. */
export default function NewFacility() {
  const t = useT()
  const [tried, setTried] = useState(false)
  const [values, setValues] = useState({
    name: '',
    address: '',
    headName: '',
    buildingName: '',
    storeysAbove: '1',
    storeysBelow: '0',
  })
  const close = () => actions.set({ dialog: null })
  const faults = faultsOf(values)

  const create = async (placeNow: boolean) => {
    setTried(true)
    const first = Object.keys(faults)[0]
    if (first) {
      document.getElementById(`new-${first}`)?.focus()
      return
    }
    const fields: Fields = {
      name: values.name.trim(),
      address: values.address.trim(),
      headName: values.headName.trim(),
      buildingName: values.buildingName.trim() || t('shell.new.defaultBuilding'),
      storeysAbove: Number(values.storeysAbove),
      storeysBelow: Number(values.storeysBelow),
    }
    await actions.createFacility(fields)
    actions.set({ dialog: placeNow ? 'place' : null })
  }
  const field = (key: keyof typeof values, whole: boolean) => (
    <div className={key === 'name' || key === 'address' ? 'field wide' : 'field'} key={key}>
      <label htmlFor={`new-${key}`}>{t(`shell.new.${key}`)}</label>
      <input
        id={`new-${key}`}
        className="input"
        type="text"
        {...(key === 'name' ? { 'data-autofocus': true } : {})}
        inputMode={whole ? 'numeric' : 'text'}
        autoComplete="off"
        data-testid={`new-${key}`}
        value={values[key]}
        aria-invalid={tried && key in faults}
        aria-describedby={tried && key in faults ? `new-${key}-error` : undefined}
        onChange={(event) => setValues({ ...values, [key]: event.target.value })}
      />
      {tried && faults[key] && (
        <span className="error" id={`new-${key}-error`} role="alert">
          {faults[key]}
        </span>
      )}
    </div>
  )

  function faultsOf(given: typeof values): Partial<Record<keyof typeof values, string>> {
    const found: Partial<Record<keyof typeof values, string>> = {}
    if (given.name.trim() === '') found.name = t('shell.field.required')
    for (const key of ['storeysAbove', 'storeysBelow'] as const) {
      const { min, max } = limits[key]
      const value = Number(given[key].trim() || Number.NaN)
      if (!Number.isInteger(value) || value < min || value > max)
        found[key] = t('shell.field.wholeBetween', { min, max })
    }
    return found
  }

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
            {texts.map((key) => field(key, false))}
            {field('storeysAbove', true)}
            {field('storeysBelow', true)}
          </div>
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
