import type { Fault } from '../../../premises/faults/fault.ts'
import { mendOf } from '../../../premises/faults/mend.ts'
import { confirmExit } from '../../../premises/fittings/exits.ts'
import type { OpeningId } from '../../../premises/ids.ts'
import type { Premises, Zone } from '../../../premises/model.ts'
import type { RecordRef } from '../../../premises/operation.ts'
import { area } from '../../../premises/geometry/measure.ts'
import { isUnnamed } from '../../../premises/paste/index.ts'
import { actions } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useT } from '../../../ui/useT.ts'
import { setChanges } from '../inspector/editing.ts'
import { openingName, recordName, zoneName } from '../names.ts'
import { RecordLink } from '../RecordLink.tsx'
import { show } from '../show.ts'
import { UseOptions } from './UseOptions.tsx'

/** One fault: its name and place, the reason, the way there, and what one click does about it. */
export function FaultLine({ premises, fault }: { readonly premises: Premises; readonly fault: Fault }) {
  const t = useT()
  const name = faultName(t, premises, fault)
  const level = premises.levels[fault.levelId ?? '']
  return (
    <li className="fault-line" data-testid="fault">
      <p>
        <RecordLink record={fault.record}>{name}</RecordLink>{' '}
        {level && fault.record.table !== 'levels' && <span className="quiet small">{level.shortName}</span>}
      </p>
      <p className="fault-reason small">{reasonOf(t, premises, fault)}</p>
      <div className="row wrap">
        <Button
          size="small"
          aria-label={`${t('faults.go')}: ${name}`}
          data-testid="fault-go"
          onClick={() => show(fault.record)}
        >
          {t('faults.go')}
        </Button>
        <Mends premises={premises} fault={fault} name={name} />
      </div>
    </li>
  )
}

function Mends({
  premises,
  fault,
  name,
}: {
  readonly premises: Premises
  readonly fault: Fault
  readonly name: string
}) {
  const t = useT()
  if (fault.kind === 'exitUndecided' && fault.record.table === 'openings')
    return <ExitAnswers premises={premises} fault={fault} id={fault.record.id} name={name} />
  if (fault.kind === 'noUse') return <UseChoice fault={fault} name={name} />
  if (fault.kind === 'widthAssumed')
    return (
      <Button size="small" data-testid="fault-survey" onClick={() => actions.showPanel('survey')}>
        {t('faults.toSurvey')}
      </Button>
    )
  if (!fault.mendable || fault.mend === undefined) return null
  const words = t(`faults.mend.${fault.mend}`)
  return (
    <Button
      size="small"
      look={fault.mend === 'remove' ? 'normal' : 'primary'}
      aria-label={`${words}: ${name}`}
      data-testid="fault-mend"
      onClick={() => mend(fault)}
    >
      {words}
    </Button>
  )
}

/** Mends one fault as one step; what it was about stays selected where it is still there. */
function mend(fault: Fault): void {
  actions.draw(fault.mend === 'remove' ? 'removeFault' : 'mendFault', (now) => {
    const changes = mendOf(now, fault) ?? []
    const gone = new Set(
      changes.flatMap(({ record, field, after }) =>
        field === null && after === null && record.table !== 'facility' ? [record.id] : [],
      ),
    )
    const stays = [fault.record, ...fault.others].find(
      (record): record is Exclude<RecordRef, { table: 'facility' }> =>
        record.table !== 'facility' && !gone.has(record.id),
    )
    return { changes, made: stays ? [stays] : [] }
  })
}

function ExitAnswers(props: {
  readonly premises: Premises
  readonly fault: Fault
  readonly id: string
  readonly name: string
}) {
  const t = useT()
  const { premises, fault, name } = props
  const opening = premises.openings[props.id]
  const answers = fault.mend === 'denyExit' ? (['none', 'final'] as const) : (['final', 'none'] as const)
  const say = (id: OpeningId, answer: 'final' | 'none') =>
    actions.draw('confirmExit', (now) => confirmExit(now, id, answer))
  return (
    opening &&
    answers.map((answer, index) => (
      <Button
        key={answer}
        size="small"
        look={index === 0 ? 'primary' : 'normal'}
        aria-label={`${name}: ${t(`drawing.exit.${answer}`)}`}
        data-testid={`fault-exit-${answer}`}
        onClick={() => say(opening.id, answer)}
      >
        {t(`drawing.exit.${answer}`)}
      </Button>
    ))
  )
}

function UseChoice({ fault, name }: { readonly fault: Fault; readonly name: string }) {
  const t = useT()
  return (
    <select
      className="input fault-choice"
      value=""
      aria-label={t('faults.useOf', { name })}
      data-testid="fault-use"
      onChange={(event) => {
        if (event.target.value !== '')
          actions.edit('editZones', setChanges(fault.record, 'use', event.target.value))
      }}
    >
      <UseOptions />
    </select>
  )
}

/** What a fault is called: the record, and the other one where two are concerned. */
function faultName(t: ReturnType<typeof useT>, premises: Premises, { record, others, kind }: Fault): string {
  const nameOf = (each: RecordRef) =>
    each.table === 'zones'
      ? nameOfZone(t, premises.zones[each.id])
      : each.table === 'openings'
        ? openingName(premises, premises.openings[each.id])
        : recordName(premises, each)
  const [other] = others
  return other && (kind === 'overlap' || kind === 'wallGap')
    ? `${nameOf(record)} – ${nameOf(other)}`
    : nameOf(record)
}

/** Rooms without a name are told apart by their size. */
function nameOfZone(t: ReturnType<typeof useT>, zone: Zone | undefined): string {
  return zone && isUnnamed(zone) ? t('faults.unnamed', { area: area(zone.polygon) }) : zoneName(zone)
}

function reasonOf(
  t: ReturnType<typeof useT>,
  premises: Premises,
  { kind, why, params, others }: Fault,
): string {
  if (kind === 'noWayOut') {
    const door = others.find(({ table }) => table === 'openings')
    const reason = t(`planning.reason.${params['reason']}`)
    return door?.table === 'openings'
      ? `${reason}: ${openingName(premises, premises.openings[door.id])}`
      : reason
  }
  const widthCm = Number(params['widthM'] ?? 0) * 100
  return t(why === undefined ? `faults.item.${kind}` : `faults.item.${kind}.${why}`, { ...params, widthCm })
}
