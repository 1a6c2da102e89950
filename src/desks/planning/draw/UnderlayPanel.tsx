import { ImagePlus } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import type { LevelId } from '../../../premises/ids.ts'
import type { Premises } from '../../../premises/model.ts'
import { underlaysOf } from '../../../premises/underlay.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { choosePictures } from '../../../ui/files.ts'
import { useFollowing } from '../../../ui/useFollowing.ts'
import { useT } from '../../../ui/useT.ts'
import type { LayMethod } from './laying.ts'
import { LayStep } from './LayStep.tsx'
import { UnderlayControls } from './UnderlayControls.tsx'
import { freshWork } from './underlayEdits.ts'
import { UnderlayList } from './UnderlayList.tsx'
import './underlay.css'

/** The pictures beneath the level, and how the chosen one lies. While points are tapped only the step is shown, so that the picture stays in sight. */
export default function UnderlayPanel() {
  const premises = useApp((state) => state.project?.premises ?? null)
  const levelId = useApp((state) => state.view.levelId)
  return premises && levelId ? <LevelPictures premises={premises} levelId={levelId} /> : null
}

function LevelPictures({ premises, levelId }: { readonly premises: Premises; readonly levelId: LevelId }) {
  const t = useT()
  const work = useApp((state) => state.drawing?.underlay ?? null)
  const pile = useMemo(() => underlaysOf(premises, levelId), [premises, levelId])
  const current = pile.find((each) => each.id === work?.id) ?? pile.at(-1) ?? null
  const currentId = current?.id ?? null
  const [method, setMethod] = useFollowing<string | null, LayMethod | null>(currentId, () => null)

  useEffect(() => {
    // The map drags, and taps for, the picture that the tool holds: on another level, another one.
    if (currentId !== (work?.id ?? null))
      actions.setDrawing({ underlay: currentId === null ? null : freshWork(currentId) })
  }, [currentId, work?.id])

  const add = () => choosePictures((files) => void actions.addUnderlays(files, levelId))
  const begin = (next: LayMethod | null) => {
    setMethod(next)
    if (currentId === null) return
    const step = next === 'points' ? 'match' : next === 'length' || next === 'wall' ? 'length' : 'move'
    actions.setDrawing({ underlay: freshWork(currentId, step) })
  }
  if (current && method && work?.id === current.id)
    return (
      <div className="underlay-panel" data-testid="underlay-panel">
        <LayStep key={method} underlay={current} work={work} method={method} onDone={() => begin(null)} />
      </div>
    )
  return (
    <div className="underlay-panel" data-testid="underlay-panel">
      {current === null ? (
        <>
          <p>{t('underlayPanel.none')}</p>
          <div className="row wrap">
            <Button
              look="primary"
              icon={<ImagePlus size={18} aria-hidden />}
              data-testid="underlay-add"
              onClick={add}
            >
              {t('underlayPanel.add')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <div className="underlay-head">
            <UnderlayList pile={pile} current={current.id} />
            <Button
              size="small"
              icon={<ImagePlus size={16} aria-hidden />}
              data-testid="underlay-add"
              onClick={add}
            >
              {t('underlayPanel.add')}
            </Button>
          </div>
          <UnderlayControls underlay={current} onMethod={begin} />
        </>
      )}
    </div>
  )
}
