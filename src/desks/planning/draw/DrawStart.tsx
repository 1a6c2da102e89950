import { Copy, FileInput, Image, PenLine } from 'lucide-react'
import type { LevelId } from '../../../premises/ids.ts'
import type { Premises } from '../../../premises/model.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { chooseFiles, choosePictures } from '../../../ui/files.ts'
import { useT } from '../../../ui/useT.ts'
import { isBare, isDrawn } from './bare.ts'
import './draw.css'

/** Over the map while nobody draws: the way to begin; on a bare level all ways to bring its plan. */
export function DrawStart({ premises }: { readonly premises: Premises }) {
  const t = useT()
  const levelId = useApp((state) => state.view.levelId)
  const level = premises.levels[levelId ?? '']
  if (!level) return null
  if (isBare(premises, level.id)) return <BareLevel premises={premises} levelId={level.id} />
  return (
    <Button
      className="draw-start"
      look={isDrawn(premises, level.id) ? 'normal' : 'primary'}
      icon={<PenLine size={18} aria-hidden />}
      data-testid="draw-start"
      onClick={() => actions.startDrawing()}
    >
      {t('drawing.start')}
    </Button>
  )
}

function BareLevel({ premises, levelId }: { readonly premises: Premises; readonly levelId: LevelId }) {
  const t = useT()
  const level = premises.levels[levelId]
  const others = Object.values(premises.levels).some(
    (each) => each.id !== levelId && each.buildingId === level?.buildingId && isDrawn(premises, each.id),
  )
  const choose = () =>
    choosePictures((files) => {
      actions.startDrawing('underlay')
      void actions.addUnderlays(files, levelId)
    })
  return (
    <section className="bare-level" aria-labelledby="bare-level-title" data-testid="bare-level">
      <h2 id="bare-level-title">{t('drawing.bare.title', { level: level?.name ?? '' })}</h2>
      <p className="quiet">{t('drawing.bare.text')}</p>
      <div className="bare-level-ways">
        <Button
          look="primary"
          icon={<Image size={18} aria-hidden />}
          data-testid="bare-underlay"
          onClick={choose}
        >
          {t('drawing.bare.underlay')}
        </Button>
        <Button
          icon={<PenLine size={18} aria-hidden />}
          data-testid="draw-start"
          onClick={() => actions.startDrawing('rectangle')}
        >
          {t('drawing.bare.draw')}
        </Button>
        {others && (
          <Button
            icon={<Copy size={18} aria-hidden />}
            data-testid="bare-copy"
            onClick={() => actions.set({ dialog: 'storeys' })}
          >
            {t('drawing.bare.copy')}
          </Button>
        )}
        <Button
          icon={<FileInput size={18} aria-hidden />}
          data-testid="bare-import"
          onClick={() => chooseFiles()}
        >
          {t('drawing.bare.import')}
        </Button>
      </div>
    </section>
  )
}
