import { FlipVertical2, FlipHorizontal2 } from 'lucide-react'
import table from '../../../../data/drawing.json'
import { confirmExit, exitCandidates, setOpeningWidth } from '../../../premises/fittings/index.ts'
import type { Opening, Premises } from '../../../premises/model.ts'
import { actions } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { SelectField } from '../../../ui/controls/fields.tsx'
import { useT } from '../../../ui/useT.ts'
import { doorKindOf, doorKinds, usualWidths } from '../draw/doorKinds.ts'
import { WidthChips } from '../draw/WidthChips.tsx'
import { editorOf } from './editing.ts'
import { kindChanges } from './picked/PickedOpenings.tsx'
import { RecordForm } from './RecordForm.tsx'

/** What one draws of an opening: its width, which moves the jambs; how its door opens; and whether it is an exit. */
export function OpeningDrawing({
  premises,
  opening,
}: {
  readonly premises: Premises
  readonly opening: Opening
}) {
  const t = useT()
  const { id, kind, door, clearWidthM } = opening
  const isWindow = kind === 'window'
  const editor = editorOf({ table: 'openings', id }, opening.evidence)
  const setWidth = (widthM: number) =>
    actions.draw('resizeOpening', (now) => setOpeningWidth(now, id, widthM))
  const flip = (field: 'hinge' | 'opensTo') => {
    const after =
      field === 'hinge'
        ? door?.hinge === 'start'
          ? 'end'
          : 'start'
        : door?.opensTo === 'left'
          ? 'right'
          : 'left'
    const record = { table: 'openings', id } as const
    actions.edit('swingDoor', [
      { record, field: `door.${field}`, after },
      { record, field: `evidence.door.${field}`, after: { mark: 'drawing' } },
    ])
  }
  const isSwing = door?.operation === 'swing' || door?.operation === 'unknown'
  const doorKind = door ? doorKindOf(door) : ''
  return (
    <section className="stack" aria-label={t('drawing.opening.title')} data-testid="opening-drawing">
      <WidthChips
        label={t('drawing.usualWidths')}
        values={usualWidths[isWindow ? 'window' : kind === 'door' ? 'door' : 'passage']}
        value={clearWidthM}
        onChoose={setWidth}
      />
      <RecordForm
        editor={{ ...editor, set: (_field, value) => typeof value === 'number' && setWidth(value) }}
        fields={[
          {
            kind: 'number',
            field: 'clearWidthM',
            value: clearWidthM,
            unit: 'm',
            min: table.leastOpening.value,
            max: 20,
            required: true,
            wide: true,
          },
        ]}
      />
      <div className="fields">
        {door && (
          <SelectField
            wide
            label={t('drawing.doorKind')}
            value={doorKind}
            options={[
              ...doorKinds.map((each) => ({ value: each as string, label: t(`drawing.door.${each}`) })),
              ...(doorKinds.some((each) => each === doorKind)
                ? []
                : [{ value: doorKind, label: t(`planning.option.doorOperation.${door.operation}`) }]),
            ]}
            onCommit={(next) => actions.edit('editOpenings', kindChanges(opening, next))}
            testId="opening-door-kind"
          />
        )}
      </div>
      {isSwing && (
        <div className="picked-actions">
          <Button
            size="small"
            icon={<FlipHorizontal2 size={16} aria-hidden />}
            data-testid="flip-opens"
            onClick={() => flip('opensTo')}
          >
            {t('drawing.opening.flipSide')}
          </Button>
          {door.leaves === 1 && (
            <Button
              size="small"
              icon={<FlipVertical2 size={16} aria-hidden />}
              data-testid="flip-hinge"
              onClick={() => flip('hinge')}
            >
              {t('drawing.opening.flipHinge')}
            </Button>
          )}
        </div>
      )}
      <ExitDecision premises={premises} opening={opening} />
    </section>
  )
}

/** Whether it is an exit: asked of what leads outside, and kept as a person's word. */
function ExitDecision({ premises, opening }: { readonly premises: Premises; readonly opening: Opening }) {
  const t = useT()
  const { id, exit } = opening
  if (exit === undefined || exit === 'storey') return null
  const proposal = exitCandidates(premises).find((each) => each.openingId === id)?.proposal
  const decide = (answer: 'final' | 'none') =>
    actions.draw('confirmExit', (now) => confirmExit(now, id, answer))
  return (
    <div className={exit === 'undecided' ? 'exit-ask open' : 'exit-ask'} data-testid="exit-decision">
      <p className="grow">
        <strong>{t('drawing.exit.ask')}</strong>{' '}
        {proposal && <span className="quiet small">{t(`drawing.exit.proposal.${proposal}`)}</span>}
      </p>
      <fieldset className="segmented" aria-label={t('drawing.exit.ask')}>
        {(['final', 'none'] as const).map((answer) => (
          <button
            key={answer}
            type="button"
            aria-pressed={exit === answer}
            data-testid={`exit-${answer}`}
            onClick={() => decide(answer)}
          >
            {t(`drawing.exit.${answer}`)}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
