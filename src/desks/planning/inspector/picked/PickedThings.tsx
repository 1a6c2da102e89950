import { X } from 'lucide-react'
import { formatNumber } from '../../../../i18n/format.ts'
import { area } from '../../../../premises/geometry/measure.ts'
import type { Opening, Premises, Zone } from '../../../../premises/model.ts'
import type { RecordRef } from '../../../../premises/operation.ts'
import { totalOf } from '../../../../premises/occupants.ts'
import { actions } from '../../../../ui/app.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { MarkWord } from '../../../../ui/controls/MarkWord.tsx'
import { useLanguage, useT } from '../../../../ui/useT.ts'
import { PickedActions } from '../../draw/PickedActions.tsx'
import { PickedOpenings } from './PickedOpenings.tsx'
import { PickedZones } from './PickedZones.tsx'

/** Several things picked: how many, how large, how many persons, and what can be set or done to all of them at once. */
export function PickedThings(props: { readonly premises: Premises; readonly picked: readonly RecordRef[] }) {
  const t = useT()
  const language = useLanguage()
  const { premises, picked } = props
  const zones = picked.flatMap((record): Zone[] => {
    const zone = record.table === 'zones' ? premises.zones[record.id] : undefined
    return zone ? [zone] : []
  })
  const openings = picked.flatMap((record): Opening[] => {
    const opening = record.table === 'openings' ? premises.openings[record.id] : undefined
    return opening ? [opening] : []
  })
  const others = picked.length - zones.length - openings.length
  const counts = [
    ...(zones.length > 0 ? [t('drawing.picked.zones', { count: zones.length })] : []),
    ...(openings.length > 0 ? [t('drawing.picked.openings', { count: openings.length })] : []),
    ...(others > 0 ? [t('drawing.picked.others', { count: others })] : []),
  ]
  const persons = totalOf(zones)
  const areaM2 = zones.reduce((sum, zone) => sum + area(zone.polygon), 0)
  return (
    <section className="inspector" aria-label={t('planning.inspector')} data-testid="picked-things">
      <header className="row">
        <div className="grow">
          <p className="quiet small">{t('drawing.picked.title')}</p>
          <h2 data-testid="picked-count">{counts.join(' · ')}</h2>
        </div>
        <Button
          look="plain"
          icon={<X size={18} aria-hidden />}
          label={t('planning.deselect')}
          onClick={() => actions.select(null)}
        />
      </header>
      {/* Other things picked are another form: half-typed text does not move from one to the next. */}
      <div
        className="inspector-body"
        key={picked.map((each) => (each.table === 'facility' ? '' : each.id)).join()}
      >
        {zones.length > 0 && (
          <dl className="facts" data-testid="picked-sums">
            <dt>{t('drawing.picked.area')}</dt>
            <dd>{formatNumber(areaM2, language, 1, 1)} m²</dd>
            <dt>{t('drawing.picked.persons')}</dt>
            <dd>
              {formatNumber(persons.persons, language, 0)} {persons.mark && <MarkWord mark={persons.mark} />}
            </dd>
          </dl>
        )}
        <PickedActions />
        {zones.length > 0 && <PickedZones premises={premises} zones={zones} />}
        {openings.length > 0 && <PickedOpenings openings={openings} />}
      </div>
    </section>
  )
}
