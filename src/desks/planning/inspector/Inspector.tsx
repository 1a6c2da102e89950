import { Trash2, X } from 'lucide-react'
import { lazy, Suspense, useLayoutEffect, useRef, type ReactNode } from 'react'
import { area } from '../../../premises/geometry/measure.ts'
import type { Premises, Zone } from '../../../premises/model.ts'
import type { RecordRef } from '../../../premises/operation.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { MarkWord } from '../../../ui/controls/MarkWord.tsx'
import { useT } from '../../../ui/useT.ts'
import { PickedActions } from '../draw/PickedActions.tsx'
import { openingName, recordName, zoneName } from '../names.ts'
import { actionCode } from './editing.ts'
import { OpeningFlow } from './OpeningFlow.tsx'
import { OpeningForm } from './OpeningForm.tsx'
import { AssemblyPointForm } from './AssemblyPointForm.tsx'
import { BuildingForm } from './BuildingForm.tsx'
import { FacilityForm } from './FacilityForm.tsx'
import { LiftForm } from './LiftForm.tsx'
import { RampForm } from './RampForm.tsx'
import { StairForm } from './StairForm.tsx'
import { StudyForm } from './StudyForm.tsx'
import { UnderlayForm } from './UnderlayForm.tsx'
import { WaysOut } from './WaysOut.tsx'
import { ZoneForm } from './ZoneForm.tsx'

/** What puts openings into walls is fetched when somebody draws. */
const OpeningDrawing = lazy(() =>
  import('./OpeningDrawing.tsx').then((module) => ({ default: module.OpeningDrawing })),
)

/** So is what moves the storeys above a level. */
const LevelForm = lazy(() => import('./LevelForm.tsx').then((module) => ({ default: module.LevelForm })))

/** What can be deleted from the inspector; undo brings it back with everything that hung on it. */
const deletable: ReadonlySet<RecordRef['table']> = new Set([
  'zones',
  'openings',
  'stairs',
  'levels',
  'walls',
  'ramps',
  'lifts',
  'assemblyPoints',
  'underlays',
])

/** The selected record: its name and kind, what can be assumed of it, its figures, and a form for its properties. */
export function Inspector({ premises, record }: { readonly premises: Premises; readonly record: RecordRef }) {
  const t = useT()
  const drawing = useApp((state) => state.drawing !== null)
  const body = bodyOf(premises, record, drawing)
  const key = record.table === 'facility' ? 'facility' : record.id
  const section = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    // Another record is read from its top, wherever the list or the record before had been scrolled to.
    for (let each = section.current?.parentElement; each; each = each.parentElement) each.scrollTop = 0
  }, [key])
  if (!body) return null
  return (
    <section ref={section} className="inspector" aria-label={t('planning.inspector')} data-testid="inspector">
      <header className="row">
        <div className="grow">
          <p className="quiet small">
            {t(`shell.kind.${record.table}`)}
            {whereText(premises, record)}
          </p>
          <h2 data-testid="inspector-title">{titleOf(premises, record)}</h2>
        </div>
        <Button
          look="plain"
          icon={<X size={18} aria-hidden />}
          label={t('planning.deselect')}
          onClick={() => actions.select(null)}
        />
      </header>
      {!drawing && <Assume premises={premises} record={record} />}
      {/* A new record is a new form: half-typed text does not move from one to the next. */}
      <div className="inspector-body" key={key}>
        {drawing && <PickedActions />}
        {body}
        {!drawing && deletable.has(record.table) && record.table !== 'facility' && (
          <div className="inspector-delete">
            <Button
              size="small"
              icon={<Trash2 size={16} aria-hidden />}
              data-testid="delete-record"
              onClick={() =>
                actions.edit(actionCode('delete', record.table), [{ record, field: null, after: null }])
              }
            >
              {t('planning.delete', { kind: t(`shell.kind.${record.table}`).toLocaleLowerCase() })}
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}

function titleOf(premises: Premises, record: RecordRef): string {
  if (record.table === 'zones') return zoneName(premises.zones[record.id])
  if (record.table === 'openings') return openingName(premises, premises.openings[record.id])
  return recordName(premises, record)
}

function whereText(premises: Premises, record: RecordRef): string {
  const levelId =
    record.table === 'zones'
      ? premises.zones[record.id]?.levelId
      : record.table === 'openings'
        ? premises.openings[record.id]?.levelId
        : null
  const level = levelId ? premises.levels[levelId] : undefined
  return level ? ` · ${level.name}` : ''
}

/** While drawing, what is drawn of a thing comes before what is computed of it. */
function bodyOf(premises: Premises, record: RecordRef, drawing: boolean): ReactNode {
  switch (record.table) {
    case 'facility':
      return <FacilityForm premises={premises} facility={premises.facility} />
    case 'zones': {
      const zone = premises.zones[record.id]
      if (!zone) return null
      const form = <ZoneForm premises={premises} zone={zone} />
      const ways = <WaysOut premises={premises} zone={zone} />
      return drawing ? (
        <>
          <ZoneSize zone={zone} />
          {form}
          {ways}
        </>
      ) : (
        <>
          {ways}
          {form}
        </>
      )
    }
    case 'openings': {
      const opening = premises.openings[record.id]
      if (!opening) return null
      return (
        <>
          {drawing && (
            <Suspense fallback={null}>
              <OpeningDrawing premises={premises} opening={opening} />
            </Suspense>
          )}
          <OpeningFlow opening={opening} />
          <OpeningForm premises={premises} opening={opening} drawing={drawing} />
        </>
      )
    }
    case 'stairs': {
      const stair = premises.stairs[record.id]
      return stair && <StairForm premises={premises} stair={stair} />
    }
    case 'levels': {
      const level = premises.levels[record.id]
      return (
        level && (
          <Suspense fallback={null}>
            <LevelForm level={level} />
          </Suspense>
        )
      )
    }
    case 'buildings': {
      const building = premises.buildings[record.id]
      return building && <BuildingForm building={building} />
    }
    case 'studies': {
      const study = premises.studies[record.id]
      return study && <StudyForm premises={premises} study={study} />
    }
    case 'ramps': {
      const ramp = premises.ramps[record.id]
      return ramp && <RampForm premises={premises} ramp={ramp} />
    }
    case 'lifts': {
      const lift = premises.lifts[record.id]
      return lift && <LiftForm premises={premises} lift={lift} />
    }
    case 'assemblyPoints': {
      const point = premises.assemblyPoints[record.id]
      return point && <AssemblyPointForm point={point} />
    }
    case 'walls':
      return premises.walls[record.id] && <WallLine />
    case 'underlays': {
      const underlay = premises.underlays[record.id]
      return underlay && <UnderlayForm underlay={underlay} />
    }
    case 'organisations':
    case 'compartments':
      return null
  }
}

function ZoneSize({ zone }: { readonly zone: Zone }) {
  const t = useT()
  const mark = zone.evidence['polygon']?.mark
  return (
    <dl className="facts" data-testid="zone-size">
      <dt>{t('drawing.picked.area')}</dt>
      <dd>
        {t('drawing.areaM2', { area: area(zone.polygon) })} {mark && <MarkWord mark={mark} />}
      </dd>
    </dl>
  )
}

function WallLine() {
  const t = useT()
  return <p className="quiet">{t('planning.wallNote')}</p>
}

/** The assumption of the moment about a door or an area. */
function Assume({ premises, record }: { readonly premises: Premises; readonly record: RecordRef }) {
  const t = useT()
  const whatIf = useApp((state) => state.whatIf)
  if (record.table === 'openings') {
    const opening = premises.openings[record.id]
    if (!opening || (opening.kind !== 'door' && opening.kind !== 'passage')) return null
    const shut = whatIf?.shutOpenings.includes(opening.id) ?? false
    return (
      <div className="inspector-assume">
        <Button
          look="assume"
          aria-pressed={shut}
          data-testid="assume-shut"
          onClick={() => actions.assumeShut(opening.id, !shut)}
        >
          {t(shut ? 'shell.command.unassumeShut' : 'shell.command.assumeShut')}
        </Button>
      </div>
    )
  }
  if (record.table === 'zones') {
    const zone = premises.zones[record.id]
    if (!zone) return null
    const closed = whatIf?.closedZones.includes(zone.id) ?? false
    return (
      <div className="inspector-assume">
        <Button
          look="assume"
          aria-pressed={closed}
          data-testid="assume-closed"
          onClick={() => actions.assumeClosed(zone.id, !closed)}
        >
          {t(closed ? 'shell.command.unassumeClosed' : 'shell.command.assumeClosed')}
        </Button>
      </div>
    )
  }
  return null
}
