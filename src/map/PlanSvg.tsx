import { useId, useMemo } from 'react'
import { t } from '../i18n/index.ts'
import { useLanguage } from '../state/useT.ts'
import type { LevelId } from '../premises/ids.ts'
import type { Premises } from '../premises/model.ts'
import type { RecordRef } from '../premises/operation.ts'
import type { Colouring } from './colouring.ts'
import { marksOf, type Mark, type MarkInput } from './marks.ts'
import { planSheet, sheetAreas, type SheetArea } from './sheet/planSheet.ts'
import { HatchPatterns } from './sheet/patterns.tsx'
import { SheetDrawing } from './sheet/SheetDrawing.tsx'
import { SheetFrame } from './sheet/SheetFrame.tsx'
import { SheetLabels } from './sheet/SheetLabels.tsx'
import { SheetSigns } from './sheet/SheetSigns.tsx'
import { SheetTurns, SheetWays } from './sheet/SheetWays.tsx'
import type { PlanSvgProps, SheetPart } from './sheet/sheetPart.ts'
import { SheetZones } from './sheet/SheetZones.tsx'

export type { PlanSvgProps } from './sheet/sheetPart.ts'

/**
 * One level as a still plan at a true scale: print it at 100 % and a ruler reads it. The same shapes as on the map, with
 * title, north, scale bar and a key for the rooms whose names do not fit.
 */
export function PlanSvg(props: PlanSvgProps) {
  const language = useLanguage()
  const prefix = `plan${useId().replaceAll(/[^a-zA-Z0-9]/g, '')}`
  const { premises, levelId, area = sheetAreas.A4.landscape, colouring = null, scale } = props
  const { assumptions = null, problems = none, egress = null } = props
  const marks = useMemo(
    () => sheetMarks({ premises, levelId, assumptions, problems, egress }),
    [premises, levelId, assumptions, problems, egress],
  )
  const noWayText = t('map.noWayLabel')
  const plan = useMemo(
    () => planSheet(premises, levelId, area, { colouring, marks, noWayText, ...(scale ? { scale } : {}) }),
    [premises, levelId, area, colouring, marks, noWayText, scale],
  )
  if (!plan) return <p className="map-note">{t('map.bareLevel')}</p>
  const shared: SheetPart = { ...props, plan, marks, prefix, theme: props.theme ?? 'light', language }
  return (
    <svg
      className="plan-svg"
      viewBox={`0 0 ${plan.widthMm} ${plan.heightMm}`}
      style={{ width: `${plan.widthMm}mm`, maxWidth: '100%', maxHeight: '100%' }}
      role="img"
      aria-label={t('map.planOf', { level: premises.levels[levelId]?.name ?? '' })}
    >
      <defs>
        <HatchPatterns prefix={prefix} />
      </defs>
      <SheetZones {...shared} />
      <SheetDrawing {...shared} />
      <SheetWays {...shared} />
      <SheetLabels {...shared} />
      <SheetTurns {...shared} />
      <SheetSigns {...shared} />
      <SheetFrame {...shared} />
      {props.children}
    </svg>
  )
}

/** The scale (1 : n) that `PlanSvg` takes for a level, for the title block; null where nothing is drawn. */
export function scaleOnSheet(
  premises: Premises,
  levelId: LevelId,
  area: SheetArea,
  colouring: Colouring | null,
  {
    assumptions = null,
    problems = none,
    egress = null,
  }: Pick<PlanSvgProps, 'assumptions' | 'problems' | 'egress'> = {},
): number | null {
  const marks = sheetMarks({ premises, levelId, assumptions, problems, egress })
  return (
    planSheet(premises, levelId, area, { colouring, marks, noWayText: t('map.noWayLabel') })?.scale ?? null
  )
}

const none: readonly RecordRef[] = []

/** Assembly points lie beyond the sheet of one building. */
function sheetMarks(input: MarkInput): readonly Mark[] {
  return marksOf(input).filter((mark) => mark.sign !== 'assembly')
}
