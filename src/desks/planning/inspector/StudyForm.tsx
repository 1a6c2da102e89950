import table from '../../../../data/pre-movement.json'
import { formatNumber } from '../../../i18n/format.ts'
import type { Premises, Study } from '../../../premises/model.ts'
import type { RecordRef } from '../../../premises/operation.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { SelectField } from '../../../ui/controls/fields.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { openingPlace, zonePlace } from '../names.ts'
import { RecordLink } from '../RecordLink.tsx'
import { editorOf, setChanges } from './editing.ts'
import { RecordForm } from './RecordForm.tsx'

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
