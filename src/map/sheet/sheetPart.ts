import type { ReactNode } from 'react'
import type { EgressResult } from '../../../workers/egress/job.ts'
import type { RoutesResult } from '../../../workers/routes/job.ts'
import type { Language } from '../../i18n/format.ts'
import type { LevelId } from '../../premises/ids.ts'
import type { Premises } from '../../premises/model.ts'
import type { RecordRef } from '../../premises/operation.ts'
import type { Colouring } from '../colouring.ts'
import type { Assumptions, Mark } from '../marks.ts'
import type { Theme } from '../theme.ts'
import type { SheetArea, SheetPlan } from './planSheet.ts'

export interface PlanSvgProps {
  readonly premises: Premises
  readonly levelId: LevelId
  /** Room on the paper; A4 landscape if absent. `sheetAreas` has the usual ones. */
  readonly area?: SheetArea
  /** 1 : scale; the largest that fits if absent. */
  readonly scale?: number
  readonly title?: string
  readonly colouring?: Colouring | null
  /** Kinds as hatching and figures as greys, for printers and copiers without colour. */
  readonly blackAndWhite?: boolean
  readonly routes?: RoutesResult | null
  readonly showAllRoutes?: boolean
  readonly selection?: RecordRef | null
  readonly assumptions?: Assumptions | null
  readonly problems?: readonly RecordRef[]
  readonly egress?: EgressResult | null
  /** Paper is light; only the stand-in for the map on a screen is dark. */
  readonly theme?: Theme
  readonly onSelect?: ((record: RecordRef | null) => void) | undefined
  /** Drawn above everything, in millimetres of the sheet. */
  readonly children?: ReactNode
}

/** What every part of a sheet is drawn from. */
export interface SheetPart extends PlanSvgProps {
  readonly plan: SheetPlan
  readonly marks: readonly Mark[]
  readonly prefix: string
  readonly theme: Theme
  readonly language: Language
}
