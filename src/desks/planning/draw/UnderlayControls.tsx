import { RotateCcw, RotateCw } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { formatNumber } from '../../../i18n/format.ts'
import type { Underlay } from '../../../premises/model.ts'
import { actions } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { NumberField, TextField } from '../../../ui/controls/fields.tsx'
import { useFollowing } from '../../../ui/useFollowing.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import type { LayMethod } from './laying.ts'
import { freshWork, isScaleSet, layChanges, turnedTo } from './underlayEdits.ts'
import { UnderlayScale } from './UnderlayScale.tsx'

/** How the chosen picture lies and looks: its scale, turn, opacity and name. Each change is one step of undo. */
export function UnderlayControls(props: {
  readonly underlay: Underlay
  readonly onMethod: (method: LayMethod) => void
}) {
  const t = useT()
  const { underlay, onMethod } = props
  const record = { table: 'underlays', id: underlay.id } as const
  const turn = (degrees: number) =>
    actions.edit('turnUnderlay', layChanges(underlay, turnedTo(underlay, degrees)))
  return (
    <div className="underlay-controls">
      <UnderlayScale underlay={underlay} />
      <fieldset className="underlay-methods">
        <legend>{t('underlayPanel.scale.ways')}</legend>
        {(['length', 'points', 'paper'] as const).map((method, index) => (
          <Button
            key={method}
            size="small"
            look={index === 0 && !isScaleSet(underlay) ? 'primary' : 'normal'}
            data-testid={`scale-by-${method}`}
            onClick={() => onMethod(method)}
          >
            {t(`underlayPanel.method.${method}.short`)}
          </Button>
        ))}
      </fieldset>
      <div className="underlay-turn">
        <NumberField
          label={t('underlayPanel.turn.label')}
          unit="°"
          min={-360}
          max={360}
          decimals={2}
          required
          value={underlay.turnDeg}
          testId="underlay-turn"
          onCommit={(value) => value !== null && turn(value)}
        />
        <Button
          size="small"
          icon={<RotateCcw size={16} aria-hidden />}
          label={t('underlayPanel.turn.left')}
          onClick={() => turn(underlay.turnDeg - 90)}
        />
        <Button
          size="small"
          icon={<RotateCw size={16} aria-hidden />}
          label={t('underlayPanel.turn.right')}
          onClick={() => turn(underlay.turnDeg + 90)}
        />
        <Button size="small" data-testid="turn-by-wall" onClick={() => onMethod('wall')}>
          {t('underlayPanel.turn.wall')}
        </Button>
        <Button
          size="small"
          data-testid="underlay-straighten"
          onClick={() => actions.set({ dialog: 'straighten' })}
        >
          {t('underlayPanel.straighten.open')}
        </Button>
      </div>
      <div className="underlay-look">
        <Opacity underlay={underlay} />
        <TextField
          label={t('planning.field.name')}
          value={underlay.name}
          testId="underlay-name"
          onCommit={(name) =>
            name !== '' &&
            actions.edit('editUnderlays', [{ record, field: 'name', after: name.slice(0, 200) }])
          }
        />
      </div>
    </div>
  )
}

/** Opacity by a slider: seen at once, stored when it is let go, as one step of undo. */
function Opacity({ underlay }: { readonly underlay: Underlay }) {
  const t = useT()
  const language = useLanguage()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [percent, setPercent] = useFollowing(underlay.opacity, (opacity) => Math.round(opacity * 100))
  useEffect(() => {
    const element = input.current
    // React's own onChange follows every step of the way; the browser's comes once, at its end.
    const settle = () => {
      const opacity = Number(element?.value ?? 100) / 100
      actions.edit('editUnderlays', [
        { record: { table: 'underlays', id: underlay.id }, field: 'opacity', after: opacity },
      ])
      actions.setDrawing({ underlay: freshWork(underlay.id) })
    }
    element?.addEventListener('change', settle)
    return () => element?.removeEventListener('change', settle)
  }, [underlay.id])
  return (
    <div className="field wide underlay-opacity">
      <label htmlFor={id}>
        {t('underlayPanel.opacity', { percent: formatNumber(percent, language, 0) })}
      </label>
      <input
        ref={input}
        id={id}
        type="range"
        min={5}
        max={100}
        step={5}
        value={percent}
        data-testid="underlay-opacity"
        onChange={(event) => {
          const next = Number(event.target.value)
          setPercent(next)
          actions.setDrawing({ underlay: { ...freshWork(underlay.id), opacity: next / 100 } })
        }}
      />
    </div>
  )
}
