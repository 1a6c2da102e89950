import { lazy, Suspense } from 'react'
import type { Premises } from '../../../premises/model.ts'
import type { RecordRef } from '../../../premises/operation.ts'
import { useApp } from '../../../ui/app.ts'
import { useT } from '../../../ui/useT.ts'
import { isBesideMap } from '../draw/besideMap.ts'
import { Selected } from './Selected.tsx'

const UnderlayPanel = lazy(() => import('../draw/UnderlayPanel.tsx'))
const ToolOptions = lazy(() =>
  import('../draw/ToolOptions.tsx').then((module) => ({ default: module.ToolOptions })),
)

/** Beside the map: what the tool in hand asks for, where that would hide the plan, and what is selected. */
export function Beside(props: { readonly premises: Premises; readonly record: RecordRef | null }) {
  const t = useT()
  const drawing = useApp((state) => state.drawing)
  if (!drawing || !isBesideMap(drawing.tool)) return <Selected {...props} />
  const isUnderlay = drawing.tool === 'underlay'
  return (
    <>
      <section className="tool-beside" aria-labelledby="tool-beside-title" data-testid="tool-beside">
        <h2 id="tool-beside-title">{t(`drawing.tool.${drawing.tool}`)}</h2>
        <Suspense fallback={null}>
          {isUnderlay ? <UnderlayPanel /> : <ToolOptions drawing={drawing} />}
        </Suspense>
      </section>
      {!isUnderlay && (drawing.picked.length > 0 || drawing.wall) && <Selected {...props} />}
    </>
  )
}
