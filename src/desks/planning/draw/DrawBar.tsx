import { Check } from 'lucide-react'
import { lazy, Suspense, useLayoutEffect, useRef } from 'react'
import type { Drawing, OpenProject } from '../../../state/app.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useMedia, type Frame } from '../../../ui/media.ts'
import { useT } from '../../../ui/useT.ts'
import { isBesideMap } from './besideMap.ts'
import { PickedActions } from './PickedActions.tsx'
import { isAwaitingTaps, useNextTap } from './nextTap.ts'
import { StairSum } from './StairOptions.tsx'
import { ToolOptions } from './ToolOptions.tsx'
import { Toolbar } from './Toolbar.tsx'

const UnderlayPanel = lazy(() => import('./UnderlayPanel.tsx'))

/** Over the map while drawing: the tools, what the chosen one expects next, and what it makes. */
export default function DrawBar(props: { readonly project: OpenProject; readonly frame: Frame }) {
  const drawing = useApp((state) => state.drawing)
  return drawing && <Bar {...props} drawing={drawing} />
}

function Bar(props: { readonly project: OpenProject; readonly drawing: Drawing; readonly frame: Frame }) {
  const t = useT()
  const { project, drawing, frame } = props
  const { tool } = drawing
  const lying = frame === 'sheet'
  const head = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const element = head.current
    const over = element?.parentElement
    if (!element || !over) return
    // What else lies over the map begins below the hint, however long it is.
    const observer = new ResizeObserver(() =>
      over.style.setProperty('--draw-head', `${element.offsetHeight}px`),
    )
    observer.observe(element)
    return () => {
      observer.disconnect()
      over.style.removeProperty('--draw-head')
    }
  }, [])
  const tap = useNextTap(drawing)
  const touch = useMedia('(pointer: coarse)')
  const subject =
    tool !== 'select' ? tool : drawing.picked.length > 0 ? 'pickedThings' : drawing.wall ? 'wallThings' : tool
  return (
    <>
      <section
        ref={head}
        className={lying && isAwaitingTaps(drawing) ? 'draw-head awaiting' : 'draw-head'}
        aria-label={t('drawing.options')}
        data-testid="draw-head"
      >
        <div className="draw-next">
          <div className="grow">
            <p aria-live="polite" data-testid="draw-hint">
              <strong>{t(`drawing.tool.${tool}`)}</strong>{' '}
              {tap ??
                t(
                  touch ? [`drawing.touch.${subject}`, `drawing.hint.${subject}`] : `drawing.hint.${subject}`,
                )}
            </p>
            {tool === 'stair' && <StairSum premises={project.premises} spec={drawing.stair} />}
          </div>
          {lying && (
            <Button
              look="primary"
              icon={<Check size={18} aria-hidden />}
              data-testid="draw-end"
              onClick={() => actions.endDrawing()}
            >
              {t('drawing.end')}
            </Button>
          )}
        </div>
        {tool === 'select' && lying && <PickedActions />}
        {!lying && isBesideMap(tool) ? null : tool === 'underlay' ? (
          <Suspense fallback={null}>
            <UnderlayPanel />
          </Suspense>
        ) : (
          <ToolOptions drawing={drawing} />
        )}
      </section>
      <Toolbar project={project} drawing={drawing} lying={lying} />
    </>
  )
}
