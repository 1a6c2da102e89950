import table from '../../../../data/pre-movement.json'
import type {
  AssemblyPoint,
  Building,
  Facility,
  Level,
  Lift,
  Placement,
  Premises,
  Ramp,
  Study,
} from '../../../premises/model.ts'
import type { RecordRef } from '../../../premises/operation.ts'
import { formatNumber } from '../../../i18n/format.ts'
import { actions } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { SelectField } from '../../../ui/controls/fields.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { openingPlace, zonePlace } from '../names.ts'
import { RecordLink } from '../RecordLink.tsx'
import { editorOf, setChanges } from './editing.ts'
import { NamedRecordField } from './NamedRecordField.tsx'
import { grades, options, worded } from './options.ts'
import { RecordForm } from './RecordForm.tsx'

export function LevelForm({ level }: { readonly level: Level }) {
  const editor = editorOf({ table: 'levels', id: level.id }, level.evidence)
  return (
    <RecordForm
      editor={editor}
      fields={[
        { kind: 'text', field: 'name', value: level.name, required: true },
        { kind: 'text', field: 'shortName', value: level.shortName, wide: false, required: true, most: 3 },
        {
          kind: 'number',
          field: 'ordinal',
          value: level.ordinal,
          min: -20,
          max: 200,
          decimals: 1,
          required: true,
        },
        {
          kind: 'number',
          field: 'elevationM',
          value: level.elevationM,
          unit: 'm',
          min: -200,
          max: 1000,
          required: true,
        },
        { kind: 'number', field: 'heightM', value: level.heightM, unit: 'm', min: 1, max: 100 },
      ]}
    />
  )
}

export function BuildingForm({ building }: { readonly building: Building }) {
  const t = useT()
  const editor = editorOf({ table: 'buildings', id: building.id }, building.evidence)
  return (
    <>
      <RecordForm
        editor={editor}
        fields={[
          { kind: 'text', field: 'name', value: building.name, required: true },
          {
            kind: 'choice',
            field: 'fireResistanceGrade',
            value: building.fireResistanceGrade,
            options: options(grades),
            none: t('planning.notEntered'),
          },
          { kind: 'text', field: 'functionalGroup', value: building.functionalGroup, wide: false, most: 20 },
          { kind: 'number', field: 'fireHeightM', value: building.fireHeightM, unit: 'm', max: 1000 },
        ]}
      />
      <PlacementLines placement={building.placement} />
    </>
  )
}

export function FacilityForm({
  premises,
  facility,
}: {
  readonly premises: Premises
  readonly facility: Facility
}) {
  const editor = editorOf({ table: 'facility' }, facility.evidence)
  return (
    <>
      <RecordForm
        editor={editor}
        fields={[
          { kind: 'text', field: 'name', value: facility.name, required: true },
          { kind: 'text', field: 'address', value: facility.address },
          { kind: 'text', field: 'headName', value: facility.headName },
          {
            kind: 'choice',
            field: 'groundFloorName',
            value: facility.groundFloorName ?? 'tang1',
            options: worded('groundFloorName', ['tang1', 'tret']),
          },
          {
            kind: 'choice',
            field: 'confidentiality',
            value: facility.confidentiality ?? 'none',
            options: worded('confidentiality', ['none', 'confidential', 'secret']),
          },
        ]}
      />
      <div className="fields">
        <NamedRecordField
          premises={premises}
          editor={editor}
          table="organisations"
          field="organisationId"
          id={facility.organisationId}
        />
      </div>
      <ul className="links">
        {Object.values(premises.buildings).map((building) => (
          <li key={building.id}>
            <RecordLink record={{ table: 'buildings', id: building.id }}>{building.name}</RecordLink>
          </li>
        ))}
      </ul>
    </>
  )
}

function PlacementLines({ placement }: { readonly placement: Placement }) {
  const t = useT()
  const language = useLanguage()
  return (
    <div className="stack">
      <h3>{t('planning.placement.title')}</h3>
      <p>
        {placement.placed
          ? t('planning.placement.at', {
              latitude: formatNumber(placement.latitude, language, 6),
              longitude: formatNumber(placement.longitude, language, 6),
              bearing: formatNumber(placement.bearingDeg, language, 1),
            })
          : t('planning.placement.notPlaced')}
      </p>
      <div>
        <Button size="small" onClick={() => actions.set({ dialog: 'place' })} data-testid="place-building">
          {t(placement.placed ? 'planning.placement.again' : 'planning.placement.now')}
        </Button>
      </div>
    </div>
  )
}

/** The conditions of the clearing time and the unit's own limit. No number is offered for the limit. */
export function StudyForm({ premises, study }: { readonly premises: Premises; readonly study: Study }) {
  const t = useT()
  const language = useLanguage()
  const record: RecordRef = { table: 'studies', id: study.id }
  const editor = editorOf(record, study.evidence)
  const preset = table.presets[table.defaultPreset as keyof typeof table.presets]
  const seconds = (value: number) => formatNumber(value, language, 0)
  const takePreset = (key: string) => {
    const chosen = table.presets[key as keyof typeof table.presets]
    const source = `${table.source} (${t(`planning.preset.${key}`)})`
    editor.change(
      (
        [
          ['preMovementFirstS', chosen.firstS],
          ['preMovementLastS', chosen.lastS],
        ] as const
      ).flatMap(([field, value]) => [
        ...setChanges(record, field, value).slice(0, 1),
        { record, field: `evidence.${field}`, after: { mark: 'assumed', source } },
      ]),
    )
  }
  const remove = (field: 'shutOpeningIds' | 'closedZoneIds', id: string) => {
    const rest = ((study[field] ?? []) as readonly string[]).filter((each) => each !== id)
    editor.change([{ record, field, after: rest.length > 0 ? rest : null }])
  }
  return (
    <>
      <h3>{t('planning.study.limit')}</h3>
      <RecordForm
        editor={editor}
        fields={[
          {
            kind: 'number',
            field: 'limitS',
            value: study.limitS,
            unit: t('planning.minutes'),
            scale: 60,
            min: 0.1,
            max: 600,
            decimals: 2,
          },
          { kind: 'text', field: 'limitSource', value: study.limitSource, rows: 2 },
        ]}
      />
      <h3>{t('planning.study.preMovement')}</h3>
      <p className="quiet small">{t('planning.study.preMovementText')}</p>
      <div className="fields">
        <SelectField
          wide
          label={t('planning.study.preset')}
          value={
            Object.entries(table.presets).find(
              ([, each]) => each.firstS === study.preMovementFirstS && each.lastS === study.preMovementLastS,
            )?.[0] ?? ''
          }
          none={t('planning.study.ownTimes')}
          options={Object.keys(table.presets).map((key) => ({
            value: key,
            label: t(`planning.preset.${key}`),
          }))}
          onCommit={(key) => key !== '' && takePreset(key)}
          testId="study-preset"
        />
      </div>
      <RecordForm
        editor={editor}
        fields={[
          {
            kind: 'number',
            field: 'preMovementFirstS',
            value: study.preMovementFirstS,
            unit: t('planning.seconds'),
            max: 36_000,
            placeholder: seconds(preset.firstS),
          },
          {
            kind: 'number',
            field: 'preMovementLastS',
            value: study.preMovementLastS,
            unit: t('planning.seconds'),
            max: 36_000,
            placeholder: seconds(preset.lastS),
          },
          {
            kind: 'number',
            field: 'detectionS',
            value: study.detectionS,
            unit: t('planning.seconds'),
            max: 36_000,
            placeholder: '0',
          },
          {
            kind: 'number',
            field: 'alarmS',
            value: study.alarmS,
            unit: t('planning.seconds'),
            max: 36_000,
            placeholder: seconds(table.alarm.singleStage.toS),
          },
        ]}
      />
      <h3>{t('planning.study.assisted')}</h3>
      <RecordForm
        editor={editor}
        fields={[{ kind: 'text', field: 'assistedBy', value: study.assistedBy, rows: 2 }]}
      />
      <h3>{t('planning.study.blocked')}</h3>
      {(study.shutOpeningIds?.length ?? 0) + (study.closedZoneIds?.length ?? 0) === 0 && (
        <p className="quiet">{t('planning.conditions.noneBlocked')}</p>
      )}
      <ul className="links">
        {study.shutOpeningIds?.map((id) => (
          <BlockedLine
            key={id}
            name={openingPlace(premises, id)}
            record={{ table: 'openings', id }}
            onRemove={() => remove('shutOpeningIds', id)}
          />
        ))}
        {study.closedZoneIds?.map((id) => (
          <BlockedLine
            key={id}
            name={zonePlace(premises, id)}
            record={{ table: 'zones', id }}
            onRemove={() => remove('closedZoneIds', id)}
          />
        ))}
      </ul>
    </>
  )
}

function BlockedLine(props: {
  readonly name: string
  readonly record: RecordRef
  readonly onRemove: () => void
}) {
  const t = useT()
  return (
    <li className="row">
      <span className="grow">
        <RecordLink record={props.record}>{props.name}</RecordLink>
      </span>
      <Button size="small" onClick={props.onRemove}>
        {t('planning.study.reopen')}
      </Button>
    </li>
  )
}

export function RampForm({ premises, ramp }: { readonly premises: Premises; readonly ramp: Ramp }) {
  const editor = editorOf({ table: 'ramps', id: ramp.id }, ramp.evidence)
  return (
    <>
      <RecordForm
        editor={editor}
        fields={[
          { kind: 'text', field: 'name', value: ramp.name },
          {
            kind: 'choice',
            field: 'use',
            value: ramp.use,
            options: worded('rampUse', ['persons', 'vehicles', 'both']),
          },
          {
            kind: 'number',
            field: 'clearWidthM',
            value: ramp.clearWidthM,
            unit: 'm',
            min: 0.2,
            max: 50,
            required: true,
          },
          {
            kind: 'number',
            field: 'lengthM',
            value: ramp.lengthM,
            unit: 'm',
            min: 0.1,
            max: 1000,
            required: true,
          },
          { kind: 'number', field: 'riseM', value: ramp.riseM, unit: 'm', min: 0, max: 100, required: true },
        ]}
      />
      <ZoneLinks premises={premises} ids={[ramp.upperZoneId, ramp.lowerZoneId]} />
    </>
  )
}

export function LiftForm({ premises, lift }: { readonly premises: Premises; readonly lift: Lift }) {
  const t = useT()
  const editor = editorOf({ table: 'lifts', id: lift.id }, lift.evidence)
  return (
    <>
      <RecordForm
        editor={editor}
        fields={[
          { kind: 'text', field: 'name', value: lift.name },
          {
            kind: 'choice',
            field: 'use',
            value: lift.use,
            options: worded('liftUse', ['ordinary', 'fire', 'evacuation']),
          },
        ]}
      />
      <p className="quiet small">{t('planning.liftNote')}</p>
      <ZoneLinks premises={premises} ids={lift.zoneIds.toReversed()} />
    </>
  )
}

function ZoneLinks({ premises, ids }: { readonly premises: Premises; readonly ids: readonly string[] }) {
  return (
    <ul className="links">
      {ids.map((id, index) => (
        <li key={`${id} ${index}`}>
          <RecordLink record={{ table: 'zones', id }}>{zonePlace(premises, id)}</RecordLink>
        </li>
      ))}
    </ul>
  )
}

export function AssemblyPointForm({ point }: { readonly point: AssemblyPoint }) {
  const t = useT()
  const editor = editorOf({ table: 'assemblyPoints', id: point.id }, point.evidence)
  return (
    <RecordForm
      editor={editor}
      fields={[
        { kind: 'text', field: 'name', value: point.name },
        {
          kind: 'number',
          field: 'capacity',
          value: point.capacity,
          unit: t('planning.persons'),
          whole: true,
          max: 1_000_000,
        },
      ]}
    />
  )
}
