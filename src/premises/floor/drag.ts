import type { Point, Polygon, Segment } from '../geometry/plane.ts'
import type { LevelId, OpeningId, WallId, ZoneId } from '../ids.ts'
import type { Premises } from '../model.ts'
import type { Change } from '../operation.ts'

/** What is taken hold of. */
export type Handle =
  | { readonly kind: 'corner'; readonly at: Point }
  /** A wall with all that lies in one straight line with it; `alone`: only this stretch, with new corners at its ends. */
  | { readonly kind: 'wall'; readonly segment: Segment; readonly alone?: boolean }
  | { readonly kind: 'zones'; readonly ids: readonly ZoneId[] }

/** How a drag looks at one moment: only what differs from the premises. */
export interface DragPicture {
  readonly zones: readonly { readonly id: ZoneId; readonly polygon: Polygon }[]
  readonly openings: readonly { readonly id: OpeningId; readonly segment: Segment }[]
  readonly walls: readonly {
    readonly id: WallId
    readonly line: readonly Point[]
    readonly polygon: Polygon
  }[]
  /** Walls whose lengths are worth showing while dragging. */
  readonly measured: readonly Segment[]
  /** The pointer went where the plan would break (rooms overlap, turn over, a wall through a door): this is the last sound place. */
  readonly blocked: boolean
}

/** A drag under way. Moves cost the same whatever the size of the level outside what moves. */
export interface Drag {
  readonly move: (to: Point) => DragPicture
  /** The changes of where it stands now, all to be one undo step; none where nothing moved. */
  readonly changes: () => readonly Change[]
}

/** Takes hold at a point. A wall moves across itself only, and its neighbours' walls stretch; null where the handle is not there. */
export function startDrag(
  _premises: Premises,
  _levelId: LevelId,
  _handle: Handle,
  _from: Point,
): Drag | null {
  throw new Error('not built')
}
