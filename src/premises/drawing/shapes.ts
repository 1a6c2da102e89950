import type { LevelId } from '../ids.ts'
import type { RecordRef } from '../operation.ts'
import type { Box } from '../geometry/measure.ts'
import type { Point, Polygon } from '../geometry/plane.ts'

/** What an area of a drawn plan is. `gap`: the floor in a doorway; `sweep`: what a leaf passes over; `window`: the reveal. */
export type AreaKind = 'wall' | 'fireWall' | 'column' | 'window' | 'furniture' | 'gap' | 'sweep' | 'landing'

/** What a stroke of a drawn plan is. `threshold`: the line where a floor ends or changes; `rail`: the edge of a flight. */
export type StrokeKind = 'leaf' | 'swing' | 'threshold' | 'windowLine' | 'tread' | 'rail' | 'arrow' | 'lift'

export interface PlanArea {
  readonly kind: AreaKind
  readonly polygon: Polygon
  readonly record: RecordRef | null
  /** Nobody said that it looks so: the usual way is drawn (side of a hinge, place of a flight). */
  readonly assumed?: true
}

export interface PlanStroke {
  readonly kind: StrokeKind
  readonly line: readonly Point[]
  readonly record: RecordRef | null
  readonly assumed?: true
}

export type PlanShape = PlanArea | PlanStroke

/** The drawing of one level in local metres of its building, ready for a map or a sheet; areas come before strokes. */
export interface PlanDrawing {
  readonly levelId: LevelId
  readonly shapes: readonly PlanShape[]
  readonly bounds: Box | null
  /** Unit vector to the north in plan; null until the building is placed on the map. */
  readonly north: Point | null
}
