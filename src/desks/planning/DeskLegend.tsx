import { MapLegend, type LegendSign } from '../../map/MapLegend.tsx'
import { isAssumedWidth } from '../../premises/faults/values.ts'
import type { OpenProject } from '../../state/app.ts'
import { useApp } from '../../ui/app.ts'
import { useTheme } from '../../ui/theme.ts'
import { useColouring, useShownFigures } from './colouring.ts'

/** The legend of what the map shows at the moment. */
export function DeskLegend({ project }: { readonly project: OpenProject }) {
  const { premises } = project
  const theme = useTheme()
  const colouring = useColouring(premises, theme)
  const figures = useShownFigures()
  const { layers, selection } = useApp((state) => state.view)
  const whatIf = useApp((state) => state.whatIf)
  const openings = Object.values(premises.openings)
  const zoneSelected = selection?.table === 'zones'
  const shown: LegendSign[] = [
    ...(layers.routes && figures.routes
      ? zoneSelected
        ? (['first', 'second'] as const)
        : selection === null
          ? (['net'] as const)
          : []
      : []),
    ...(layers.routes && zoneSelected && figures.routesBefore ? (['before'] as const) : []),
    ...(layers.queues && figures.egress ? (['queue'] as const) : []),
    ...(openings.some((opening) => opening.exit === 'final') ? (['exit'] as const) : []),
    ...(openings.some((opening) => opening.exit === 'undecided') ? (['exitUndecided'] as const) : []),
    ...(layers.doors && openings.some((opening) => opening.exit === 'storey')
      ? (['storeyExit'] as const)
      : []),
    ...(layers.assembly && Object.keys(premises.assemblyPoints).length > 0 ? (['assembly'] as const) : []),
    ...(whatIf && whatIf.shutOpenings.length > 0 ? (['blocked'] as const) : []),
    ...(whatIf && whatIf.closedZones.length > 0 ? (['closed'] as const) : []),
    ...(layers.doors && openings.some(isAssumedWidth) ? (['assumed'] as const) : []),
  ]
  return <MapLegend colouring={colouring} signs={shown} />
}
