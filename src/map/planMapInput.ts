import type { EgressResult } from '../../workers/egress/job.ts'
import type { RoutesResult } from '../../workers/routes/job.ts'
import type { Language } from '../i18n/format.ts'
import type { LevelId } from '../premises/ids.ts'
import type { Premises } from '../premises/model.ts'
import type { RecordRef } from '../premises/operation.ts'
import type { Surroundings } from '../premises/sample/index.ts'
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
}

export interface PlanMapHandlers {
  readonly onSelect?: (record: RecordRef | null) => void
  readonly onCamera?: (camera: Camera) => void
  readonly onHover?: (record: RecordRef | null) => void
  readonly onPlace?: (lonLat: readonly [number, number]) => void
  /** Nothing is under way any more: the picture is complete. Also called where a still plan is shown instead. */
  readonly onDrawn?: () => void
}
