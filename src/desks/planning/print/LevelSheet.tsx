import { useMemo } from 'react'
import { MapLegend, type LegendSign } from '../../../map/MapLegend.tsx'
import { PlanSvg, scaleOnSheet } from '../../../map/PlanSvg.tsx'
import type { Level } from '../../../premises/model.ts'
import type { OpenProject } from '../../../state/app.ts'
import { useApp } from '../../../ui/app.ts'
import { useT } from '../../../ui/useT.ts'
import { assumptionCount, assumptionsOf } from '../assumptions.ts'
import { useColouring, useShownFigures } from '../colouring.ts'
import { whatIfTitle } from '../WhatIfBar.tsx'
import { AssumptionList } from './AssumptionList.tsx'
import { titleBlockMm, type PrintOptions } from './paper.ts'
import { Sheet, TitleBlock } from './TitleBlock.tsx'

const legendMm = 18

/** One level at a true scale with its ways out, the legend and title block; on a second page what is assumed on it. */
export function LevelSheet({
  project,
  level,
  options,
}: {
  readonly project: OpenProject
  readonly level: Level
  readonly options: PrintOptions
}) {
  const t = useT()
  const { premises } = project
  const { layers, selection } = useApp((state) => state.view)
  const whatIf = useApp((state) => state.whatIf)
  const colouring = useColouring(premises, 'light')
  const figures = useShownFigures()
  const area = useMemo(
    () => ({
      widthMm: options.paper.widthMm,
      heightMm: options.paper.heightMm - titleBlockMm - legendMm - 2,
    }),
    [options.paper],
  )
  const groups = assumptionsOf(premises, level.id)
  const count = assumptionCount(groups)
  const pages = count > 0 ? 2 : 1
  const building = premises.buildings[level.buildingId]
  const zoneSelected = selection?.table === 'zones'
  const signs: LegendSign[] = [
    ...(layers.routes && figures.routes ? [zoneSelected ? ('first' as const) : ('net' as const)] : []),
    'exit',
    'storeyExit',
    ...(whatIf ? (['blocked'] as const) : []),
    'assumed',
  ]
  const common = {
    premises,
    building: building?.name,
    level: level.name,
    title: whatIf ? whatIfTitle(premises, whatIf, t) : t('planning.print.levelTitle', { level: level.name }),
    assumptions: count,
    pages,
    options,
    north: true,
  }
  return (
    <>
      <Sheet options={options}>
        <div className="paper-plan" style={{ height: `${area.heightMm}mm` }}>
          <PlanSvg
            premises={premises}
            levelId={level.id}
            area={area}
            colouring={colouring}
            blackAndWhite={options.blackAndWhite}
            routes={layers.routes ? figures.routes : null}
            showAllRoutes={!zoneSelected}
            selection={zoneSelected ? selection : null}
            assumptions={whatIf}
            egress={layers.queues ? figures.egress : null}
            theme="light"
          />
        </div>
        <div className="paper-legend" style={{ height: `${legendMm}mm` }}>
          <MapLegend colouring={colouring} signs={signs} inRow blackAndWhite={options.blackAndWhite} />
        </div>
        <TitleBlock {...common} page={1} scale={scaleOnSheet(premises, level.id, area, colouring)} />
      </Sheet>
      {pages === 2 && (
        <Sheet options={options}>
          <div className="paper-text">
            <h3>{t('planning.print.assumptionsOf', { level: level.name })}</h3>
            <AssumptionList groups={groups} />
          </div>
          <TitleBlock {...common} page={2} />
        </Sheet>
      )}
    </>
  )
}
