import type { Premises } from '../model.ts'
import type { RecordRef } from '../operation.ts'
import { doorShapes } from './doors.ts'
import { besides } from './gaps.ts'
import type { Gap } from './gaps.ts'
import type { PlanShape, StrokeKind } from './shapes.ts'

/** The symbol of any opening: a door with its leaves, a bare passage, a window as double lines, a vent or a hole in the floor. */
export function openingShapes(premises: Premises, gap: Gap): readonly PlanShape[] {
  const { opening, leftM, rightM, polygon } = gap
  const { segment } = opening
  const record: RecordRef = { table: 'openings', id: opening.id }
  const stroke = (kind: StrokeKind, offM: number): PlanShape => ({
    kind,
    line: besides(segment, offM),
    record,
  })
  switch (opening.kind) {
    case 'door':
      return doorShapes(premises, gap)
    case 'passage':
      return [{ kind: 'gap', polygon, record }, stroke('threshold', leftM), stroke('threshold', -rightM)]
    case 'window': {
      const pane = Math.min(0.04, (leftM + rightM) / 4)
      const middle = (leftM - rightM) / 2
      const panes = [stroke('windowLine', middle + pane), stroke('windowLine', middle - pane)]
      return [{ kind: 'window', polygon, record }, ...panes]
    }
    case 'vent':
      return [stroke('windowLine', 0)]
    case 'floorOpening':
      return [stroke('threshold', 0)]
  }
}
