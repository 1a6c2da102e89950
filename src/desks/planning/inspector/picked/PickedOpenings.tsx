import table from '../../../../../data/drawing.json'
import { setOpeningWidth } from '../../../../premises/fittings/index.ts'
import type { FloorEdit } from '../../../../premises/floor/index.ts'
import type { Opening, Premises } from '../../../../premises/model.ts'
import type { Change } from '../../../../premises/operation.ts'
import { apply, makeOperations } from '../../../../premises/operations/index.ts'
import { actions } from '../../../../ui/app.ts'
import { NumberField, SelectField } from '../../../../ui/controls/fields.tsx'
import { MarkWord } from '../../../../ui/controls/MarkWord.tsx'
import { useT } from '../../../../ui/useT.ts'
import { doorKindOf, doorKinds, doorOfKind, usualWidths } from '../../draw/doorKinds.ts'
import { WidthChips } from '../../draw/WidthChips.tsx'
import { common, commonMark } from './common.ts'

/** Width and kind of all picked doors and passages at once. */
export function PickedOpenings({ openings }: { readonly openings: readonly Opening[] }) {
  const t = useT()
  const several = t('drawing.picked.several')
  const widths = common(openings.map((each) => each.clearWidthM))
  const width = widths.agree ? widths.value : undefined
  const mark = commonMark(openings, 'clearWidthM')
  const doors = openings.filter((each) => each.door !== undefined)
  const kinds = common(doors.map(({ door }) => (door ? doorKindOf(door) : '')))
  const onlyWindows = openings.every(({ kind }) => kind === 'window')
  const setWidth = (widthM: number) =>
    actions.draw('resizeOpening', (premises) => widened(premises, openings, widthM))
  return (
    <section className="stack" aria-label={t('drawing.picked.forOpenings', { count: openings.length })}>
      <h3>{t('drawing.picked.forOpenings', { count: openings.length })}</h3>
      <WidthChips
        label={t('drawing.usualWidths')}
        values={usualWidths[onlyWindows ? 'window' : doors.length > 0 ? 'door' : 'passage']}
        value={width}
        onChoose={setWidth}
      />
      <div className="fields">
        <NumberField
          label={t(onlyWindows ? 'planning.field.widthM' : 'planning.field.clearWidthM')}
          unit="m"
          min={table.leastOpening.value}
          max={20}
          required
          value={width ?? null}
          placeholder={widths.agree ? '–' : several}
          mark={mark === null ? undefined : <MarkWord mark={mark} />}
          onCommit={(value) => value !== null && setWidth(value)}
          testId="picked-width"
        />
        {doors.length > 0 && (
          <SelectField
            label={t('drawing.doorKind')}
            value={kinds.agree ? kinds.value : ''}
            {...(kinds.agree && isListed(kinds.value)
              ? {}
              : { none: kinds.agree ? t('planning.notEntered') : several })}
            options={doorKinds.map((kind) => ({ value: kind, label: t(`drawing.door.${kind}`) }))}
            onCommit={(kind) =>
              kind !== '' &&
              actions.edit(
                'editPicked',
                doors.flatMap((each) => kindChanges(each, kind)),
              )
            }
            testId="picked-door-kind"
          />
        )}
      </div>
    </section>
  )
}

function isListed(kind: string): boolean {
  return doorKinds.some((each) => each === kind)
}

/** The kind of a door and how many leaves it has, chosen by a person. */
export function kindChanges({ id }: Opening, kind: string): readonly Change[] {
  const record = { table: 'openings', id } as const
  const { operation, leaves } = doorOfKind(kind, { widthM: 0, chosen: true, operation: 'swing', leaves: 1 })
  return (
    [
      ['door.operation', operation],
      ['door.leaves', leaves],
    ] as const
  ).flatMap(([field, after]): Change[] => [
    { record, field, after },
    { record, field: `evidence.${field}`, after: { mark: 'drawing' } },
  ])
}

/** All made so wide, one after the other, so that two in one wall see each other. */
function widened(premises: Premises, openings: readonly Opening[], widthM: number): FloorEdit {
  let now = premises
  const changes: Change[] = []
  for (const { id } of openings) {
    const next = setOpeningWidth(now, id, widthM).changes
    changes.push(...next)
    now = apply(now, makeOperations(now, next, '', 0, { time: '' }))
  }
  return { changes, made: openings.map(({ id }) => ({ table: 'openings', id })) }
}
