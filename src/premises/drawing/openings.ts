import type { Opening, Premises, Zone } from '../model.ts'
import type { RecordRef } from '../operation.ts'
import { doorShapes } from './doors.ts'
import { besides, gapOf } from './gaps.ts'
import type { Gap } from './gaps.ts'
import type { PlanShape, StrokeKind } from './shapes.ts'

/** An opening as it is drawn: the piece of wall that it takes out, and its symbol. */
export interface DrawnOpening {
  readonly gap: Gap
  readonly shapes: readonly PlanShape[]
}

interface Kept {
  readonly sides: readonly (Zone | undefined)[]
  readonly isDrawn: boolean
  readonly drawn: DrawnOpening
}
const kept = new WeakMap<Opening, Kept>()

/** The drawing of an opening, the same object as long as the opening, the shapes and uses of the zones on both sides, and `isDrawn` stay. */
export function drawnOpening(premises: Premises, opening: Opening, isDrawn: boolean): DrawnOpening {
  const sides = opening.sides.map((id) => (id === null ? undefined : premises.zones[id]))
  const before = kept.get(opening)
  if (before?.isDrawn === isDrawn && before.sides.every((zone, at) => isAlike(zone, sides[at])))
    return before.drawn
  const gap = gapOf(premises, opening, isDrawn)
  const drawn = { gap, shapes: openingShapes(premises, gap) }
  kept.set(opening, { sides, isDrawn, drawn })
  return drawn
}

/** All that the drawing of an opening looks at in a zone beside it. */
function isAlike(a: Zone | undefined, b: Zone | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.polygon === b.polygon && a.use === b.use)
}

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
