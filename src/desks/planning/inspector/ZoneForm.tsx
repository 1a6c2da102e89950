import type { Level, Premises, Zone } from '../../../premises/model.ts'
import { zoneUse, zoneUses } from '../../../premises/uses.ts'
import { formatNumber } from '../../../i18n/format.ts'
import { CheckField } from '../../../ui/controls/fields.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { sortedLevels } from '../names.ts'
import { area } from '../../../premises/geometry/measure.ts'
import { personsOf } from '../../../premises/persons.ts'
import { editorOf, type Editor } from './editing.ts'
import { NamedRecordField } from './NamedRecordField.tsx'
import { RecordForm } from './RecordForm.tsx'
import { grades, hazardCategories, options } from './options.ts'

/** Everything that a planner can know of a room or area. */
export function ZoneForm({ premises, zone }: { readonly premises: Premises; readonly zone: Zone }) {
  const t = useT()
  const language = useLanguage()
  const editor = editorOf({ table: 'zones', id: zone.id }, zone.evidence)
  const use = zoneUse(zone.use)
  const byArea = personsOf({ ...zone, occupants: undefined } as unknown as Zone)
  const factor = use.floorSpace
  return (
    <>
      <RecordForm
        editor={editor}
        fields={[
          { kind: 'text', field: 'name', value: zone.name },
          { kind: 'text', field: 'number', value: zone.number, wide: false, most: 40 },
          {
            kind: 'choice',
            field: 'use',
            value: use.key,
            options: zoneUses.map((each) => ({
              value: each.key,
              label: each[language],
              group: t(`planning.zoneKind.${each.kind}`),
            })),
          },
          {
            kind: 'number',
            field: 'occupants',
            value: zone.occupants,
            unit: t('planning.persons'),
            whole: true,
            max: 100_000,
            placeholder: formatNumber(byArea.count, language, 0),
            note:
              zone.occupants === undefined
                ? byArea.source === 'area'
                  ? t('planning.zone.byArea', { area: area(zone.polygon), factor: byArea.m2PerPerson ?? 0 })
                  : t('planning.zone.notCounted')
                : undefined,
          },
          {
            kind: 'number',
            field: 'assisted',
            value: zone.assisted,
            unit: t('planning.persons'),
            whole: true,
            max: Math.max(0, personsOf(zone).count),
            placeholder: '0',
          },
          {
            kind: 'number',
            field: 'floorSpaceM2PerPerson',
            value: zone.floorSpaceM2PerPerson,
            unit: 'm²',
            min: 0.1,
            max: 1000,
            placeholder: factor ? formatNumber(factor.m2PerPerson, language) : '–',
            note:
              factor && zone.floorSpaceM2PerPerson === undefined
                ? t('planning.zone.factorSource', {
                    source: factor.source,
                    mark: t(`planning.tableMark.${factor.mark}`),
                  })
                : undefined,
          },
          {
            kind: 'number',
            field: 'ceilingHeightM',
            value: zone.ceilingHeightM,
            unit: 'm',
            min: 0.5,
            max: 200,
            ...(use.ceilingHeightM === null
              ? {}
              : { placeholder: formatNumber(use.ceilingHeightM, language) }),
          },
        ]}
      />
      <details className="fold">
        <summary>{t('planning.zone.more')}</summary>
        <RecordForm
          editor={editor}
          fields={[
            {
              kind: 'choice',
              field: 'fireResistanceGrade',
              value: zone.fireResistanceGrade,
              options: options(grades),
              none: t('planning.notEntered'),
            },
            { kind: 'text', field: 'functionalGroup', value: zone.functionalGroup, wide: false, most: 20 },
            {
              kind: 'choice',
              field: 'hazardCategory',
              value: zone.hazardCategory,
              options: options(hazardCategories),
              none: t('planning.notEntered'),
            },
            {
              kind: 'number',
              field: 'fireLoadMJPerM2',
              value: zone.fireLoadMJPerM2,
              unit: 'MJ/m²',
              max: 100_000,
            },
          ]}
        />
        <div className="fields">
          <NamedRecordField
            premises={premises}
            editor={editor}
            table="compartments"
            field="compartmentId"
            id={zone.compartmentId}
          />
          <NamedRecordField
            premises={premises}
            editor={editor}
            table="organisations"
            field="usedById"
            id={zone.usedById}
          />
          <NamedRecordField
            premises={premises}
            editor={editor}
            table="organisations"
            field="managedById"
            id={zone.managedById}
          />
        </div>
        <Spans premises={premises} zone={zone} editor={editor} />
      </details>
    </>
  )
}

/** The further levels that a shaft, an atrium or a half-level runs through. */
function Spans({
  premises,
  zone,
  editor,
}: {
  readonly premises: Premises
  readonly zone: Zone
  readonly editor: Editor
}) {
  const t = useT()
  const own = zone.levelId === null ? undefined : premises.levels[zone.levelId]
  const others = sortedLevels(premises).filter(
    (level) => level.buildingId === own?.buildingId && level.id !== own.id,
  )
  if (others.length === 0) return null
  const spans: readonly string[] = zone.spansLevelIds ?? []
  const toggle = (level: Level, on: boolean) => {
    const next = on ? [...spans, level.id] : spans.filter((id) => id !== level.id)
    editor.set('spansLevelIds', next.length > 0 ? next : null)
  }
  return (
    <fieldset className="spans">
      <legend className="quiet small">{t('planning.field.spansLevelIds')}</legend>
      {others.map((level) => (
        <CheckField
          key={level.id}
          label={level.name}
          checked={spans.includes(level.id)}
          onCommit={(on) => toggle(level, on)}
        />
      ))}
    </fieldset>
  )
}
