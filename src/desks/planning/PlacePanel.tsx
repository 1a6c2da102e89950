import { X } from 'lucide-react'
import type { Premises } from '../../premises/model.ts'
import { gridConverter, type Grid } from '../../premises/vn2000.ts'
import { formatNumber } from '../../i18n/format.ts'
import { actions } from '../../ui/app.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { NumberField, SelectField } from '../../ui/controls/fields.tsx'
import { useLanguage, useT } from '../../ui/useT.ts'
import { Concerns } from './Concerns.tsx'
import { GridChooser } from './GridChooser.tsx'
import { nothing, outcomeOf, placeChanges, withGrid, withTap, type Placing } from './placing.ts'
import { PositionField } from './PositionField.tsx'
import { useGridConverter } from './useGridConverter.ts'
import './placing.css'

/**
 * Puts a building on the map: by one point and a bearing, or by two points of the plan and where they lie. A point is
 * tapped on the map or typed, in degrees of WGS 84 or in metres of VN-2000; nothing moves before "Đặt vào đây", and undo
 * takes it back.
 */
export function PlacePanel(props: {
  readonly premises: Premises
  readonly placing: Placing
  readonly onChange: (placing: Placing) => void
}) {
  const t = useT()
  const language = useLanguage()
  const { premises, placing, onChange } = props
  const converter = useGridConverter(placing.system === 'vn2000' ? placing.grid : null)
  const building = premises.buildings[placing.buildingId]
  const close = () => actions.set({ dialog: null })
  if (!building) return null
  const inDegrees = placing.system === 'wgs84'
  const texts = placing.points[0].plan
    ? { text: 'placing.pointText', position: 'placing.positionOfPoint' }
    : inDegrees
      ? { text: 'planning.place.pointText', position: 'planning.place.position' }
      : { text: 'placing.centreText', position: 'placing.positionOfCentre' }
  const outcome = outcomeOf(premises, building, placing)
  const finish = () => {
    if (outcome?.placement) actions.edit('place', placeChanges(premises, building, outcome.placement))
    close()
  }
  const chooseGrid = async (grid: Grid, province: string) =>
    onChange(withGrid(placing, grid, province, await gridConverter(grid)))
  const position = (index: 0 | 1, label: string) => (
    <PositionField
      label={label}
      value={placing.points[index].map}
      typed={placing.points[index].typed}
      grid={placing.system === 'vn2000' ? placing.grid : null}
      converter={converter}
      onChange={(at, typed) => onChange(withTap({ ...placing, next: { index, side: 'map' } }, at, typed))}
    />
  )
  const pickOnPlan = (index: 0 | 1, label: string) => (
    <Button
      size="small"
      aria-pressed={placing.next.index === index && placing.next.side === 'plan'}
      data-testid={`pick-plan-${index}`}
      onClick={() => onChange({ ...placing, next: { index, side: 'plan' } })}
    >
      {label}
    </Button>
  )
  return (
    <section className="place-panel stack" aria-label={t('planning.place.title')} data-testid="place-panel">
      <header className="row">
        <h2 className="grow">{t('planning.place.titleOf', { name: building.name })}</h2>
        <Button
          look="plain"
          icon={<X size={18} aria-hidden />}
          label={t('planning.place.later')}
          onClick={close}
        />
      </header>
      {Object.keys(premises.buildings).length > 1 && (
        <SelectField
          label={t('shell.kind.buildings')}
          value={building.id}
          options={Object.values(premises.buildings).map((each) => ({ value: each.id, label: each.name }))}
          onCommit={(buildingId) => onChange({ ...placing, buildingId, points: [nothing, nothing] })}
        />
      )}
      <fieldset className="segmented" aria-label={t('planning.place.method')}>
        {(['point', 'twoPoints'] as const).map((method) => (
          <button
            key={method}
            type="button"
            aria-pressed={placing.method === method}
            onClick={() =>
              onChange({
                ...placing,
                method,
                points: [nothing, nothing],
                next: { index: 0, side: method === 'point' ? 'map' : 'plan' },
              })
            }
          >
            {t(`planning.place.${method}`)}
          </button>
        ))}
      </fieldset>
      <fieldset className="segmented" aria-label={t('placing.system')}>
        {(['wgs84', 'vn2000'] as const).map((system) => (
          <button
            key={system}
            type="button"
            aria-pressed={placing.system === system}
            data-testid={`system-${system}`}
            onClick={() => onChange({ ...placing, system })}
          >
            {t(`placing.systems.${system}`)}
          </button>
        ))}
      </fieldset>
      {placing.system === 'vn2000' && (
        <GridChooser placing={placing} onChange={(grid, province) => void chooseGrid(grid, province)} />
      )}
      {placing.method === 'point' ? (
        <>
          <p>{t(texts.text)}</p>
          {position(0, t(texts.position))}
          <div className="row wrap">
            {pickOnPlan(0, t(placing.points[0].plan ? 'placing.planPicked' : 'placing.pickPlan'))}
          </div>
          <NumberField
            label={t('planning.field.bearingDeg')}
            unit="°"
            min={-360}
            max={360}
            decimals={2}
            value={placing.bearingDeg}
            required
            testId="place-bearing"
            onCommit={(value) => value !== null && onChange({ ...placing, bearingDeg: value })}
          />
        </>
      ) : (
        <>
          <p>{t('planning.place.twoPointsText')}</p>
          {([0, 1] as const).map((index) => (
            <div key={index} className="two-point">
              {pickOnPlan(
                index,
                t(placing.points[index].plan ? 'planning.place.planPicked' : 'planning.place.pickPlan', {
                  n: index + 1,
                }),
              )}
              {position(
                index,
                t(inDegrees ? 'planning.place.positionOf' : 'placing.positionOf', { n: index + 1 }),
              )}
            </div>
          ))}
          <p aria-live="polite">
            {t(`planning.place.tap.${placing.next.side}`, { n: placing.next.index + 1 })}
          </p>
        </>
      )}
      {outcome?.missM !== undefined && outcome.missM > 0.05 && (
        <p className={outcome.missM > 1 ? 'error-text' : 'quiet'}>
          {t('planning.place.miss', {
            plan: formatNumber(outcome.planM ?? 0, language, 2),
            map: formatNumber(outcome.mapM ?? 0, language, 2),
            miss: formatNumber(outcome.missM, language, 2),
          })}
        </p>
      )}
      <div className="place-finish">
        {placing.points.map(
          ({ map }, index) =>
            // What is being typed says so at its field; what is taken says so where it is acted upon.
            map && (
              <Concerns
                key={index === 0 ? 'first' : 'second'}
                at={map}
                grid={inDegrees ? null : placing.grid}
              />
            ),
        )}
        <div className="row wrap">
          <Button look="primary" disabled={!outcome?.placement} data-testid="place-here" onClick={finish}>
            {t('planning.place.here')}
          </Button>
          <Button onClick={close} data-testid="place-later">
            {t('planning.place.later')}
          </Button>
        </div>
      </div>
    </section>
  )
}
