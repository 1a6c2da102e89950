import {
  AlignEndHorizontal,
  AlignEndVertical,
  AlignStartHorizontal,
  AlignStartVertical,
  Combine,
  Copy,
  FlipHorizontal2,
  FlipVertical2,
  RotateCw,
  SquareSplitHorizontal,
  Trash2,
  type LucideIcon,
} from 'lucide-react'
import { actions, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { doToPicked } from '../../../ui/drawing/doToPicked.ts'
import { isOffered, pickedEdits, type PickedEdit } from '../../../ui/drawing/picked.ts'
import { useT } from '../../../ui/useT.ts'
import { toolIcons } from './icons.tsx'

const icons: Readonly<Record<Exclude<PickedEdit, 'stairFromZone'>, LucideIcon>> = {
  duplicate: Copy,
  mirrorSideways: FlipVertical2,
  mirrorUpright: FlipHorizontal2,
  turn: RotateCw,
  alignLeft: AlignStartVertical,
  alignRight: AlignEndVertical,
  alignTop: AlignStartHorizontal,
  alignBottom: AlignEndHorizontal,
  merge: Combine,
  removePicked: Trash2,
}

/** What can be done to what is picked, as buttons with their words; nothing where nothing is picked. */
export function PickedActions() {
  const t = useT()
  const state = useApp((whole) => whole)
  const offered = pickedEdits.filter((edit) => isOffered(state, edit))
  if (offered.length === 0) return null
  return (
    <fieldset className="picked-actions" aria-label={t('drawing.pickedActions')}>
      {offered.includes('stairFromZone') && (
        <Button
          size="small"
          icon={<SquareSplitHorizontal size={16} aria-hidden />}
          data-testid="edit-split"
          onClick={() => actions.setDrawing({ tool: 'wall' })}
        >
          {t('drawing.editShort.split')}
        </Button>
      )}
      {offered.map((edit) => {
        const Icon = edit === 'stairFromZone' ? toolIcons.stair : icons[edit]
        return (
          <Button
            key={edit}
            size="small"
            icon={<Icon size={16} aria-hidden />}
            data-testid={`edit-${edit}`}
            onClick={() => void doToPicked(edit)}
          >
            {t(`drawing.editShort.${edit}`)}
          </Button>
        )
      })}
    </fieldset>
  )
}
