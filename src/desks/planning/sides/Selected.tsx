import { lazy, Suspense } from 'react'
import type { Premises } from '../../../premises/model.ts'
import type { RecordRef } from '../../../premises/operation.ts'
import { useApp } from '../../../ui/app.ts'
import { Inspector } from '../inspector/Inspector.tsx'

const DrawingInspector = lazy(() =>
  import('../inspector/DrawingInspector.tsx').then((module) => ({ default: module.DrawingInspector })),
)

/** What is selected; while drawing, what is picked, which may be many things, a wall, or nothing. */
export function Selected({
  premises,
  record,
}: {
  readonly premises: Premises
  readonly record: RecordRef | null
}) {
  const drawing = useApp((state) => state.drawing)
  if (drawing)
    return (
      <Suspense fallback={null}>
        <DrawingInspector premises={premises} drawing={drawing} />
      </Suspense>
    )
  return record && <Inspector premises={premises} record={record} />
}
