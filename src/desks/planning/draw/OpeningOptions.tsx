import table from '../../../../data/drawing.json'
import type { Drawing, OpeningChoice, OpeningTool } from '../../../state/app.ts'
import { actions } from '../../../ui/app.ts'
import { NumberField, SelectField } from '../../../ui/controls/fields.tsx'
import { MarkWord } from '../../../ui/controls/MarkWord.tsx'
import { useT } from '../../../ui/useT.ts'
import { doorKindOf, doorKinds, doorOfKind, usualWidths } from './doorKinds.ts'
import { WidthChips } from './WidthChips.tsx'

/** Width of the doors, passages or windows to come: one of the usual, or typed; and for doors how they open. */
export function OpeningOptions({ tool, drawing }: { readonly tool: OpeningTool; readonly drawing: Drawing }) {
  const t = useT()
  const { opening } = drawing
  const set = (change: Partial<OpeningChoice>) => actions.setDrawing({ opening: { ...opening, ...change } })
  const choose = (widthM: number) => set({ widthM, chosen: true })
  return (
    <div className="draw-options">
      <WidthChips
        label={t('drawing.usualWidths')}
        values={usualWidths[tool]}
        value={opening.widthM}
        onChoose={choose}
      />
      <NumberField
        label={t(tool === 'window' ? 'planning.field.widthM' : 'planning.field.clearWidthM')}
        unit="m"
        min={table.leastOpening.value}
        max={20}
        required
        value={opening.widthM}
        mark={<MarkWord mark={opening.chosen ? 'drawing' : 'assumed'} />}
        onCommit={(value) => value !== null && choose(value)}
        testId="draw-width"
      />
      {tool === 'door' && (
        <SelectField
          label={t('drawing.doorKind')}
          value={doorKindOf(opening)}
          options={doorKinds.map((kind) => ({ value: kind, label: t(`drawing.door.${kind}`) }))}
          onCommit={(kind) => set(doorOfKind(kind, opening))}
          testId="draw-door-kind"
        />
      )}
    </div>
  )
}
