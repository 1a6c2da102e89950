import { X } from 'lucide-react'
import { useState } from 'react'
import type { Building, Premises } from '../../premises/model.ts'
import type { Change } from '../../premises/operation.ts'
import type { Point } from '../../premises/geometry/plane.ts'
import {
  placementFromPoint,
  placementFromTwoPoints,
  toLocal,
  type Position,
} from '../../premises/placement.ts'
import type { Placement } from '../../premises/model.ts'
import { formatNumber } from '../../i18n/format.ts'
import { actions } from '../../ui/app.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { NumberField, SelectField } from '../../ui/controls/fields.tsx'
import { useLanguage, useT } from '../../ui/useT.ts'
import { parsePosition } from './position.ts'

type Pick = { readonly plan: Position | null; readonly map: Position | null }

export interface Placing {
  readonly buildingId: string
  readonly method: 'point' | 'twoPoints'
  readonly bearingDeg: number
  readonly points: readonly [Pick, Pick]
  /** Which of the picks the next tap on the map sets. */
  readonly next: { readonly index: 0 | 1; readonly side: 'plan' | 'map' }
}

const nothing: Pick = { plan: null, map: null }

export function firstPlacing(premises: Premises, levelId: string | null): Placing | null {
  const level = levelId === null ? undefined : premises.levels[levelId]
  const building = premises.buildings[level?.buildingId ?? ''] ?? Object.values(premises.buildings)[0]
  if (!building) return null
  return {
    buildingId: building.id,
    method: 'point',
    bearingDeg: building.placement.bearingDeg,
    points: [nothing, nothing],
    next: { index: 0, side: 'map' },
  }
}

/** A tap on the map while placing. */
export function withTap(placing: Placing, at: Position): Placing {
  const { index, side } = placing.next
  const points = placing.points.map((pick, i) =>
    i === index ? { ...pick, [side]: at } : pick,
  ) as unknown as Placing['points']
  return { ...placing, points, next: placing.method === 'point' ? placing.next : following(points) }
}

function following(points: Placing['points']): Placing['next'] {
  for (const index of [0, 1] as const) {
    for (const side of ['plan', 'map'] as const) if (points[index][side] === null) return { index, side }
  }
  return { index: 1, side: 'map' }
}

/** Taps and typed positions so far, for the map to mark. */
export function pickedOf({ points }: Placing): readonly Position[] {
  return points.flatMap(({ plan, map }) => [plan, map].filter((each) => each !== null))
}

/**
 * Puts a building on the map: by one point and a bearing, or by two points of the plan and where they lie. A point is
 * tapped on the map or typed as latitude, longitude; nothing moves before "Đặt vào đây", and undo takes it back.
 */
export function PlacePanel(props: {
  readonly premises: Premises
  readonly placing: Placing
  readonly onChange: (placing: Placing) => void
}) {
  const t = useT()
  const language = useLanguage()
  const { premises, placing, onChange } = props
  const building = premises.buildings[placing.buildingId]
  const close = () => actions.set({ dialog: null })
  if (!building) return null
  const outcome = outcomeOf(premises, building, placing)
  const finish = () => {
    if (outcome?.placement) actions.edit('place', placeChanges(premises, building, outcome.placement))
    close()
  }
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
      {placing.method === 'point' ? (
        <>
          <p>{t('planning.place.pointText')}</p>
          <PositionField
            label={t('planning.place.position')}
            value={placing.points[0].map}
            onChange={(at) => onChange(withTap({ ...placing, next: { index: 0, side: 'map' } }, at))}
          />
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
              <Button
                size="small"
                aria-pressed={placing.next.index === index && placing.next.side === 'plan'}
                onClick={() => onChange({ ...placing, next: { index, side: 'plan' } })}
              >
                {t(placing.points[index].plan ? 'planning.place.planPicked' : 'planning.place.pickPlan', {
                  n: index + 1,
                })}
              </Button>
              <PositionField
                label={t('planning.place.positionOf', { n: index + 1 })}
                value={placing.points[index].map}
                onChange={(at) => onChange(withTap({ ...placing, next: { index, side: 'map' } }, at))}
              />
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
      <div className="row wrap">
        <Button look="primary" disabled={!outcome?.placement} data-testid="place-here" onClick={finish}>
          {t('planning.place.here')}
        </Button>
        <Button onClick={close} data-testid="place-later">
          {t('planning.place.later')}
        </Button>
      </div>
    </section>
  )
}

function PositionField(props: {
  readonly label: string
  readonly value: Position | null
  readonly onChange: (at: Position) => void
}) {
  const t = useT()
  const shown = props.value ? `${props.value[1].toFixed(6)}, ${props.value[0].toFixed(6)}` : ''
  const [draft, setDraft] = useState<string | null>(null)
  const fault = draft !== null && draft.trim() !== '' && parsePosition(draft) === null
  const commit = () => {
    const at = draft === null ? null : parsePosition(draft)
    if (at) {
      props.onChange(at)
      setDraft(null)
    }
  }
  return (
    <label className="field wide">
      <span className="label">{props.label}</span>
      <input
        className="input"
        type="text"
        autoComplete="off"
        placeholder="21.028500, 105.854200"
        value={draft ?? shown}
        aria-invalid={fault}
        data-testid="place-position"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      {fault && (
        <span className="error" role="alert">
          {t('planning.place.badPosition')}
        </span>
      )}
    </label>
  )
}

interface Outcome {
  readonly placement: Placement | null
  readonly planM?: number
  readonly mapM?: number
  readonly missM?: number
}

function outcomeOf(premises: Premises, building: Building, placing: Placing): Outcome | null {
  const [first, second] = placing.points
  if (placing.method === 'point') {
    if (!first.map) return null
    return { placement: placementFromPoint(middleOf(premises, building), first.map, placing.bearingDeg) }
  }
  if (!first.plan || !first.map || !second.plan || !second.map) return null
  const local = (at: Position): Point => toLocal(building.placement, at)
  const found = placementFromTwoPoints([local(first.plan), local(second.plan)], [first.map, second.map])
  return found
    ? { placement: found.placement, planM: found.localM, mapM: found.mapM, missM: found.missM }
    : { placement: null }
}

/** The middle of what is drawn of the building, in its local metres. */
function middleOf(premises: Premises, building: Building): Point {
  const levels = new Set(
    Object.values(premises.levels)
      .filter((level) => level.buildingId === building.id)
      .map((level) => level.id as string),
  )
  const points = [
    ...(building.footprint?.outer ?? []),
    ...Object.values(premises.zones).flatMap((zone) =>
      zone.levelId && levels.has(zone.levelId) ? zone.polygon.outer : [],
    ),
  ]
  if (points.length === 0) return [0, 0]
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return [(least(xs) + most(xs)) / 2, (least(ys) + most(ys)) / 2]
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
}

/** The building's placement; and the site's, where that has no place of its own yet. */
function placeChanges(premises: Premises, building: Building, placement: Placement): Change[] {
  const changes: Change[] = [
    { record: { table: 'buildings', id: building.id }, field: 'placement', after: placement },
  ]
  if (!premises.facility.placement.placed)
    changes.push({ record: { table: 'facility' }, field: 'placement', after: placement })
  return changes
}
