import { zoneUses } from '../../../premises/uses.ts'
import type { Drawing } from '../../../state/app.ts'
import { actions } from '../../../ui/app.ts'
import { NumberField, SelectField } from '../../../ui/controls/fields.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { OpeningOptions } from './OpeningOptions.tsx'
import { StairOptions } from './StairOptions.tsx'

/** What the tool in hand makes next; nothing for those that leave nothing to choose. */
export function ToolOptions({ drawing }: { readonly drawing: Drawing }) {
  switch (drawing.tool) {
    case 'rectangle':
    case 'room':
    case 'wall':
      return <UseOptions drawing={drawing} />
    case 'door':
    case 'passage':
    case 'window':
      return <OpeningOptions tool={drawing.tool} drawing={drawing} />
    case 'stair':
      return <StairOptions drawing={drawing} />
    case 'lift':
      return <LiftOptions drawing={drawing} />
    case 'select':
    case 'assembly':
    case 'underlay':
      return null
  }
}

/** The use that rooms to come are given. */
function UseOptions({ drawing }: { readonly drawing: Drawing }) {
  const t = useT()
  const language = useLanguage()
  return (
    <div className="draw-options">
      <SelectField
        label={t('drawing.useToCome')}
        value={drawing.use}
        options={zoneUses.map((use) => ({
          value: use.key,
          label: use[language],
          group: t(`planning.zoneKind.${use.kind}`),
        }))}
        onCommit={(use) => actions.setDrawing({ use })}
        testId="draw-use"
      />
    </div>
  )
}

function LiftOptions({ drawing }: { readonly drawing: Drawing }) {
  const t = useT()
  const { lift } = drawing
  const set = (change: Partial<Drawing['lift']>) => actions.setDrawing({ lift: { ...lift, ...change } })
  return (
    <div className="draw-options">
      {(['widthM', 'depthM'] as const).map((field) => (
        <NumberField
          key={field}
          label={t(`drawing.lift.${field}`)}
          unit="m"
          min={0.8}
          max={10}
          required
          value={lift[field]}
          onCommit={(value) => value !== null && set({ [field]: value })}
          testId={`draw-lift-${field}`}
        />
      ))}
      <NumberField
        label={t('drawing.lift.turnDeg')}
        unit="°"
        min={-360}
        max={360}
        decimals={1}
        required
        value={lift.turnDeg}
        onCommit={(value) => value !== null && set({ turnDeg: value })}
        testId="draw-lift-turn"
      />
    </div>
  )
}
