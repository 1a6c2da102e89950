import { useState } from 'react'
import { formatNumber } from '../../../../i18n/format.ts'
import type { EnteredMark } from '../../../../premises/evidence.ts'
import { copyZones } from '../../../../premises/floor/index.ts'
import { area } from '../../../../premises/geometry/measure.ts'
import type { Premises, Zone } from '../../../../premises/model.ts'
import type { Change, RecordRef } from '../../../../premises/operation.ts'
import { totalOf } from '../../../../premises/occupants.ts'
import { zoneUses } from '../../../../premises/uses.ts'
import { actions } from '../../../../ui/app.ts'
import { NumberField, SelectField, TextField } from '../../../../ui/controls/fields.tsx'
import { MarkWord } from '../../../../ui/controls/MarkWord.tsx'
import { useLanguage, useT } from '../../../../ui/useT.ts'
import { sortedLevels } from '../../names.ts'
import { stamped } from '../editing.ts'
import { common, commonMark } from './common.ts'
import { inReadingOrder, numbersFrom } from './numbering.ts'
import { sharedOut, whoShare } from './sharing.ts'

const marks: readonly EnteredMark[] = ['assumed', 'drawing', 'measured', 'rule']

/** What is set for all picked rooms and areas at once; each entry is one step of undo. */
export function PickedZones({
  premises,
  zones,
}: {
  readonly premises: Premises
  readonly zones: readonly Zone[]
}) {
  const t = useT()
  const language = useLanguage()
  const [mark, setMark] = useState<EnteredMark>('assumed')
  const [shared, setShared] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  /** A field of each of the zones, with the mark that was chosen; null takes it away. */
  const set = (field: string, of: readonly Zone[], values: readonly unknown[]) =>
    actions.edit(
      'editPicked',
      of.flatMap(({ id }, index): Change[] => {
        const after = values[index] ?? null
        const record = { table: 'zones', id } as const
        const evidence = after === null ? null : stamped({ mark })
        return [
          { record, field, after },
          { record, field: `evidence.${field}`, after: evidence },
        ]
      }),
    )
  const setAll = (field: string, value: unknown) =>
    set(
      field,
      zones,
      zones.map(() => value),
    )
  const use = common(zones.map((zone) => zone.use))
  const counts = zones.map((zone) => zone.occupants)
  const sharing = whoShare(zones)
  const entered = sharing.every(({ occupants }) => occupants !== undefined)
  const total = entered ? totalOf(sharing).persons : null
  const perRoom = common(counts)
  const several = t('drawing.picked.several')
  const numberOf = (values: readonly (number | undefined)[]) => {
    const all = common(values)
    return all.agree && all.value !== undefined ? all.value : null
  }
  const placeholderOf = (values: readonly (number | undefined)[]) => (common(values).agree ? '–' : several)
  const markOf = (field: string) => {
    const found = commonMark(zones, field)
    return found === null ? undefined : <MarkWord mark={found} />
  }
  const renumber = (first: string) => {
    const numbers = first === '' ? zones.map(() => null) : numbersFrom(first, zones.length)
    setFault(numbers === null ? t('drawing.picked.numberFault') : null)
    if (numbers === null) return
    const changes = inReadingOrder(zones).map(({ id }, index): Change => ({
      record: { table: 'zones', id },
      field: 'number',
      after: numbers[index] ?? null,
    }))
    actions.edit('numberZones', changes)
  }
  const metres = (
    field: 'ceilingHeightM' | 'floorSpaceM2PerPerson',
    unit: string,
    min: number,
    max: number,
  ) => {
    const values = zones.map((zone) => zone[field])
    return (
      <NumberField
        label={t(`planning.field.${field}`)}
        unit={unit}
        min={min}
        max={max}
        value={numberOf(values)}
        placeholder={placeholderOf(values)}
        mark={markOf(field)}
        onCommit={(value) => setAll(field, value)}
        testId={`picked-${field}`}
      />
    )
  }
  return (
    <section className="stack" aria-label={t('drawing.picked.forAll', { count: zones.length })}>
      <h3>{t('drawing.picked.forAll', { count: zones.length })}</h3>
      <div className="fields">
        <SelectField
          wide
          label={t('planning.field.use')}
          value={use.agree ? use.value : ''}
          {...(use.agree ? {} : { none: several })}
          options={zoneUses.map((each) => ({
            value: each.key,
            label: each[language],
            group: t(`planning.zoneKind.${each.kind}`),
          }))}
          mark={markOf('use')}
          onCommit={(key) => key !== '' && setAll('use', key)}
          testId="picked-use"
        />
        <NumberField
          label={t(shared ? 'drawing.picked.personsTotal' : 'drawing.picked.personsEach')}
          unit={t('planning.persons')}
          whole
          max={shared ? 10_000_000 : 100_000}
          value={shared ? total : numberOf(counts)}
          placeholder={
            shared
              ? formatNumber(totalOf(sharing).persons, language, 0)
              : perRoom.agree
                ? t('drawing.picked.byArea')
                : several
          }
          mark={markOf('occupants')}
          onCommit={(value) =>
            value !== null && shared
              ? set(
                  'occupants',
                  sharing,
                  sharedOut(
                    value,
                    sharing.map(({ polygon }) => area(polygon)),
                  ),
                )
              : setAll('occupants', value)
          }
          note={
            shared && sharing.length < zones.length
              ? t('drawing.picked.sharedNote', { count: sharing.length })
              : undefined
          }
          testId="picked-occupants"
        />
        <SelectField
          label={t('drawing.picked.personsHow')}
          value={shared ? 'shared' : 'each'}
          options={['each', 'shared'].map((value) => ({ value, label: t(`drawing.picked.how.${value}`) }))}
          onCommit={(value) => setShared(value === 'shared')}
          testId="picked-how"
        />
        {metres('floorSpaceM2PerPerson', 'm²', 0.1, 1000)}
        {metres('ceilingHeightM', 'm', 0.5, 200)}
        <SelectField
          wide
          label={t('drawing.picked.mark')}
          value={mark}
          options={marks.map((value) => ({ value, label: t(`shell.mark.${value}`) }))}
          note={t(`planning.source.meaning.${mark}`)}
          onCommit={(value) => setMark(marks.find((each) => each === value) ?? 'assumed')}
          testId="picked-mark"
        />
        <TextField
          wide
          label={t('drawing.picked.firstNumber')}
          value={inReadingOrder(zones)[0]?.number ?? ''}
          note={fault ?? t('drawing.picked.numberNote', { count: formatNumber(zones.length, language, 0) })}
          onCommit={renumber}
          testId="picked-number"
        />
        <CopyToLevel premises={premises} zones={zones} />
      </div>
    </section>
  )
}

/** Copies onto another level, at the same place. */
function CopyToLevel({ premises, zones }: { readonly premises: Premises; readonly zones: readonly Zone[] }) {
  const t = useT()
  const own = premises.levels[zones[0]?.levelId ?? '']
  const levels = sortedLevels(premises).filter(
    (level) => level.buildingId === own?.buildingId && level.id !== own.id,
  )
  if (levels.length === 0) return null
  return (
    <SelectField
      wide
      label={t('drawing.picked.copyTo')}
      value=""
      none={t('drawing.picked.chooseLevel')}
      options={levels.map(({ id, name }) => ({ value: id, label: name }))}
      onCommit={(id) => {
        const to = levels.find((level) => level.id === id)
        if (!to) return
        const ids = zones.map((zone) => zone.id)
        let picked: readonly RecordRef[] = []
        const done = actions.draw('copyZones', (now) => {
          const edit = copyZones(now, ids, [0, 0], to.id)
          picked = edit.made
          return edit
        })
        if (!done) return
        actions.setView({ levelId: to.id })
        actions.setDrawing({ picked, wall: null })
      }}
      testId="picked-copy-to"
    />
  )
}
