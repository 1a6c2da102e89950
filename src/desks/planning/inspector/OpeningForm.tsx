import { ArrowLeftRight } from 'lucide-react'
import { canBeExit } from '../../../premises/doorOperations.ts'
import type { DoorProperties, Opening, Premises } from '../../../premises/model.ts'
import { useT } from '../../../ui/useT.ts'
import { zonePlace } from '../names.ts'
import { RecordLink } from '../RecordLink.tsx'
import { editorOf, setChanges, type Editor } from './editing.ts'
import {
  doorOperations,
  exitKinds,
  hinges,
  locks,
  openingKinds,
  opensTo,
  surveyedStates,
  worded,
} from './options.ts'
import { RecordForm, type FieldSpec } from './RecordForm.tsx'

const drawnFields: ReadonlySet<string> = new Set(['clearWidthM', 'exit', 'door.operation', 'door.leaves'])

/** Everything that a planner can know of a door or another opening, and the zones on both sides. */
export function OpeningForm({
  premises,
  opening,
  drawing = false,
}: {
  readonly premises: Premises
  readonly opening: Opening
  /** What is drawn of it (width, kind of door, exit) stands in a form of its own. */
  readonly drawing?: boolean
}) {
  const t = useT()
  const plain = editorOf({ table: 'openings', id: opening.id }, opening.evidence)
  const editor: Editor = {
    ...plain,
    // A door has properties that no other opening has: they come and go with the kind.
    set: (field, value) => {
      if (field !== 'kind') return plain.set(field, value)
      const door: DoorProperties | null =
        value === 'door' ? (opening.door ?? { operation: 'unknown', leaves: 1 }) : null
      plain.change([
        ...setChanges(plain.record, 'kind', value),
        { record: plain.record, field: 'door', after: door },
      ])
    },
  }
  const none = t('planning.notEntered')
  const { door } = opening
  return (
    <>
      <Sides premises={premises} opening={opening} />
      <EscapeNote premises={premises} opening={opening} />
      <RecordForm
        editor={editor}
        fields={fieldsOf([
          { kind: 'number', field: 'clearWidthM', value: opening.clearWidthM, unit: 'm', min: 0.2, max: 50 },
          {
            kind: 'choice',
            field: 'exit',
            value: opening.exit,
            options: worded('exit', exitKinds),
            none: t('planning.option.exit.notLooked'),
          },
          { kind: 'text', field: 'name', value: opening.name },
          {
            kind: 'choice',
            field: 'kind',
            value: opening.kind,
            options: worded('openingKind', openingKinds),
          },
          {
            kind: 'choice',
            field: 'surveyedState',
            value: opening.surveyedState,
            options: worded('surveyedState', surveyedStates),
            none: t('planning.option.surveyedState.notSurveyed'),
          },
          {
            kind: 'number',
            field: 'clearHeightM',
            value: opening.clearHeightM,
            unit: 'm',
            min: 0.2,
            max: 50,
          },
          ...(door
            ? ([
                {
                  kind: 'choice',
                  field: 'door.operation',
                  value: door.operation,
                  options: worded('doorOperation', doorOperations),
                },
                {
                  kind: 'choice',
                  field: 'door.leaves',
                  value: String(door.leaves),
                  options: worded('leaves', ['1', '2']),
                  toValue: Number,
                },
                {
                  kind: 'choice',
                  field: 'door.lock',
                  value: door.lock,
                  options: worded('lock', locks),
                  none,
                },
                { kind: 'flag', field: 'door.lockReleasesOnAlarm', value: door.lockReleasesOnAlarm },
              ] as const)
            : []),
        ])}
      />
      <details className="fold">
        <summary>{t('planning.opening.more')}</summary>
        <RecordForm
          editor={editor}
          fields={[
            ...(door
              ? ([
                  {
                    kind: 'choice',
                    field: 'door.hinge',
                    value: door.hinge,
                    options: worded('hinge', hinges),
                    none,
                  },
                  {
                    kind: 'choice',
                    field: 'door.opensTo',
                    value: door.opensTo,
                    options: opensToOptions(),
                    none,
                  },
                  { kind: 'flag', field: 'door.selfClosing', value: door.selfClosing },
                  {
                    kind: 'number',
                    field: 'door.ratingMin',
                    value: door.ratingMin,
                    unit: t('planning.minutes'),
                    whole: true,
                    max: 600,
                  },
                  { kind: 'flag', field: 'door.smokeTight', value: door.smokeTight },
                ] as const)
              : []),
            { kind: 'number', field: 'sillM', value: opening.sillM, unit: 'm', min: 0, max: 100 },
            { kind: 'number', field: 'headM', value: opening.headM, unit: 'm', min: 0, max: 100 },
            {
              kind: 'number',
              field: 'leakageM2',
              value: opening.leakageM2,
              unit: 'm²',
              max: 100,
              decimals: 4,
            },
          ]}
        />
      </details>
    </>
  )

  function fieldsOf(all: readonly FieldSpec[]): readonly FieldSpec[] {
    return drawing ? all.filter(({ field }) => !drawnFields.has(field)) : all
  }

  /** Left and right of a line mean nothing to a person: the zones there do. */
  function opensToOptions() {
    return opensTo.map((value) => {
      const side = value === 'left' ? opening.sides[0] : value === 'right' ? opening.sides[1] : undefined
      const name = side === undefined ? '' : side === null ? t('planning.outside') : zonePlace(premises, side)
      return {
        value,
        label:
          value === 'both' ? t('planning.option.opensTo.both') : t('planning.option.opensTo.into', { name }),
      }
    })
  }
}

/** What the rules say of this kind of door as an exit, where it is one or might be. */
function EscapeNote({ premises, opening }: { readonly premises: Premises; readonly opening: Opening }) {
  const t = useT()
  if (opening.exit !== 'final' && opening.exit !== 'undecided') return null
  const building = premises.buildings[premises.levels[opening.levelId]?.buildingId ?? '']
  const { answer, reason, clause, mark } = canBeExit(opening, building?.functionalGroup)
  if (answer === 'yes' || reason === null) return null
  return (
    <p className="answer-assumed" data-testid="escape-note">
      <span className="badge" aria-hidden>
        !
      </span>
      <span>
        {t(`premises.escape.${reason}`)}{' '}
        <span className="quiet small">
          {mark === 'seen' && clause ? `QCVN 06, ${clause}` : t('planning.tableMark.memory')}
        </span>
      </span>
    </p>
  )
}

function Sides({ premises, opening }: { readonly premises: Premises; readonly opening: Opening }) {
  const t = useT()
  return (
    <p className="sides" data-testid="opening-sides">
      {opening.sides.map((id, index) => (
        <span key={index === 0 ? 'left' : 'right'}>
          {index === 1 && <ArrowLeftRight size={14} aria-hidden className="arrow" />}
          {id === null ? (
            <span>{t('planning.outside')}</span>
          ) : (
            <RecordLink record={{ table: 'zones', id }}>{zonePlace(premises, id)}</RecordLink>
          )}
        </span>
      ))}
    </p>
  )
}
