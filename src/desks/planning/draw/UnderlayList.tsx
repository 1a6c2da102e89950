import { ArrowDown, ArrowUp, Eye, EyeOff, Lock, LockOpen, Trash2 } from 'lucide-react'
import type { UnderlayId } from '../../../premises/ids.ts'
import type { Underlay } from '../../../premises/model.ts'
import type { Change } from '../../../premises/operation.ts'
import { actions } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useT } from '../../../ui/useT.ts'
import { freshWork, isScaleSet, stackChanges } from './underlayEdits.ts'
import { useSizeText } from './UnderlayScale.tsx'

/** The pictures of the level, the uppermost first, as a pile of paper lies. */
export function UnderlayList(props: { readonly pile: readonly Underlay[]; readonly current: UnderlayId }) {
  const { pile, current } = props
  return (
    <ul className="underlay-list">
      {pile.toReversed().map((underlay) => (
        <Row key={underlay.id} underlay={underlay} pile={pile} isCurrent={underlay.id === current} />
      ))}
    </ul>
  )
}

function Row(props: {
  readonly underlay: Underlay
  readonly pile: readonly Underlay[]
  readonly isCurrent: boolean
}) {
  const t = useT()
  const { underlay, pile, isCurrent } = props
  const size = useSizeText(underlay)
  const at = pile.findIndex((each) => each.id === underlay.id)
  const toggle = (field: 'hidden' | 'locked') => {
    const record = { table: 'underlays', id: underlay.id } as const
    const change: Change = { record, field, after: underlay[field] ? null : true }
    actions.edit(underlay[field] ? `${field}UnderlayOff` : `${field}UnderlayOn`, [change])
  }
  const move = (by: 1 | -1) => actions.edit('orderUnderlays', stackChanges(pile, underlay.id, by))
  const named = (key: string) => t(`underlayPanel.${key}`, { name: underlay.name })
  return (
    <li className="underlay-row" aria-current={isCurrent || undefined}>
      <button
        type="button"
        className="underlay-name"
        aria-pressed={isCurrent}
        data-testid="underlay-row"
        onClick={() => actions.setDrawing({ underlay: freshWork(underlay.id) })}
      >
        <span className="clip">{underlay.name}</span>
        {/* Of the chosen one the scale is said below, with where it is known from. */}
        {!isCurrent && (
          <span className={isScaleSet(underlay) ? 'quiet small' : 'small strong'}>
            {isScaleSet(underlay) ? size : t('underlayPanel.scale.unset')}
          </span>
        )}
      </button>
      {pile.length > 1 && (
        <>
          <Button
            look="plain"
            size="small"
            icon={<ArrowUp size={16} aria-hidden />}
            label={named('up')}
            disabled={at === pile.length - 1}
            onClick={() => move(1)}
          />
          <Button
            look="plain"
            size="small"
            icon={<ArrowDown size={16} aria-hidden />}
            label={named('down')}
            disabled={at === 0}
            onClick={() => move(-1)}
          />
        </>
      )}
      <Button
        look="plain"
        size="small"
        icon={underlay.hidden ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
        label={named(underlay.hidden ? 'show' : 'hide')}
        data-testid="underlay-hide"
        onClick={() => toggle('hidden')}
      />
      <Button
        look="plain"
        size="small"
        icon={underlay.locked ? <Lock size={16} aria-hidden /> : <LockOpen size={16} aria-hidden />}
        label={named(underlay.locked ? 'unlock' : 'lock')}
        data-testid="underlay-lock"
        onClick={() => toggle('locked')}
      />
      <Button
        look="plain"
        size="small"
        icon={<Trash2 size={16} aria-hidden />}
        label={named('delete')}
        data-testid="underlay-delete"
        onClick={() =>
          actions.edit('deleteUnderlays', [
            { record: { table: 'underlays', id: underlay.id }, field: null, after: null },
          ])
        }
      />
    </li>
  )
}
