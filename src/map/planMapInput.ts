import type { EgressResult } from '../../workers/egress/job.ts'
import type { RoutesResult } from '../../workers/routes/job.ts'
import type { Language } from '../i18n/format.ts'
import type { LevelId, UnderlayId } from '../premises/ids.ts'
import type { Premises } from '../premises/model.ts'
import type { RecordRef } from '../premises/operation.ts'
import type { FloorEdit } from '../premises/floor/floor.ts'
import type { Surroundings } from '../premises/sample/index.ts'
import type { Drawing } from '../state/app.ts'
import type { Camera, Padding } from './camera.ts'
import type { Colouring } from './colouring.ts'
import type { MapLayer } from './layers.ts'
import type { Assumptions } from './marks.ts'
import type { Theme } from './theme.ts'

/** Everything that the map shows. It keeps no state of its own that a person would miss. */
export interface PlanMapInput {
  readonly premises: Premises
  readonly levelId: LevelId | null
  readonly selection: RecordRef | null
  /** From `colourZones`; null: zones without a figure. */
  readonly colouring: Colouring | null
  readonly layers: Readonly<Record<MapLayer, boolean>>
  readonly routes: RoutesResult | null
  /** The routes before the what-if, drawn grey beneath the selected zone's new way. */
  readonly routesBefore?: RoutesResult | null
  /** Draw the net of all first ways, not only those of the selected zone. */
  readonly showAllRoutes?: boolean
  readonly egress: EgressResult | null
  readonly assumptions: Assumptions | null
  readonly problems?: readonly RecordRef[]
  /** Roads, water, lawns, buildings and trees round the premises, with the credit line that they ask for. */
  readonly surroundings?: Surroundings | null
  readonly theme: Theme
  readonly language: Language
  readonly camera: Camera | null
  /** Each rise flies to the selection, or to the whole level where nothing is selected. */
  readonly flyTo: number
  /** What panels cover of the map. */
  readonly padding?: Padding
  /** While placing: points picked so far, and taps go to `onPlace` instead of selecting. */
  readonly placing?: { readonly picked: readonly (readonly [number, number])[] } | null
  /** The tools in hand and what is picked; null while the desk only looks. */
  readonly drawing?: Drawing | null
  /** Pictures beneath the level: the address of an attachment, and the ends of the lines of one (pixels, pairs of u, v). */
  readonly pictureUrl?: (name: string) => Promise<string | null>
  readonly underlayEnds?: (id: UnderlayId) => Promise<Float32Array>
}

export interface PlanMapHandlers {
  readonly onSelect?: (record: RecordRef | null) => void
  readonly onCamera?: (camera: Camera) => void
  readonly onHover?: (record: RecordRef | null) => void
  readonly onPlace?: (lonLat: readonly [number, number]) => void
  /** An edit of the drawing, as one step of undo; true if it was made. */
  readonly onDraw?: (label: string, edit: (premises: Premises) => FloorEdit) => boolean
  /** While drawing: one thing is picked, or added to (taken from) what is picked. */
  readonly onPick?: (record: RecordRef | null, options: { readonly add: boolean }) => void
  /** The tools change by what happens on the map; null: the drawing is left. */
  readonly onDrawing?: (change: Partial<Drawing> | null) => void
  /** Nothing is under way any more: the picture is complete. Also called where a still plan is shown instead. */
  readonly onDrawn?: () => void
}
