import type { ZoneId } from '../../premises/ids.ts'
import { allWays, waysOfZone, type RouteDrawing, type RouteLine } from '../routeLines.ts'
import { signs } from '../theme.ts'
import { arrowPlaces } from './arrows.ts'
import { Sign } from './Sign.tsx'
import type { SheetPart } from './sheetPart.ts'
import { linePath } from './svgPath.ts'

/** Ways out: safety green on white, arrows along them, the second way dashed; legible as black lines too. */
export function SheetWays({ plan, ...part }: SheetPart) {
  const inside = waysDrawn(part).lines.filter((line) => part.premises.zones[line.zoneId]?.levelId !== null)
  return (
    <g style={{ pointerEvents: 'none' }} fill="none" strokeLinecap="round" strokeLinejoin="round">
      {inside.map((line, index) => (
        <path
          key={`c${index}`}
          d={linePath(line.points, plan.toSheet)}
          stroke={signs.wayOutCasing}
          strokeWidth={widthOf(line) + 0.8}
        />
      ))}
      {inside.map((line, index) => (
        <path
          key={`l${index}`}
          d={linePath(line.points, plan.toSheet)}
          stroke={line.role === 'before' ? signs.before : signs.wayOut}
          strokeWidth={widthOf(line)}
          {...(line.role === 'second' || line.role === 'before' ? { strokeDasharray: '2 1.5' } : {})}
        />
      ))}
      {inside.flatMap((line, index) =>
        line.role === 'second' || line.role === 'before'
          ? []
          : arrowPlaces(line.points.map(plan.toSheet), line.role === 'all' ? 14 : 9).map(
              ({ at, turnDeg }, place) => (
                <path
                  key={`a${index} ${place}`}
                  transform={`translate(${at[0]} ${at[1]}) rotate(${turnDeg})`}
                  d="M-1 -1.15L1.1 0L-1 1.15Z"
                  fill={signs.wayOut}
                  stroke={signs.wayOutCasing}
                  strokeWidth="0.3"
                />
              ),
            ),
      )}
    </g>
  )
}

/** Where a way goes on to another level: an arrow up or down, and that level's name. */
export function SheetTurns({ plan, ...part }: SheetPart) {
  const { turns } = waysDrawn(part)
  return (
    <g className="plan-text" style={{ pointerEvents: 'none' }}>
      {turns.map((turn, index) => {
        const [x, y] = plan.toSheet(turn.position)
        return (
          <g key={index}>
            <Sign name={(turn.goes === 'up') === turn.arriving ? 'goDown' : 'goUp'} x={x} y={y} size={3.8} />
            {!turn.arriving && (
              <text
                x={x + 2.4}
                y={y + 0.9}
                fontSize="2.4"
                fontWeight={600}
                fill={signs.wayOut}
                stroke="#ffffff"
                strokeWidth="0.7"
                strokeLinejoin="round"
                paintOrder="stroke"
              >
                {part.premises.levels[turn.toLevelId]?.shortName}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

function waysDrawn({
  premises,
  levelId,
  routes,
  showAllRoutes,
  selection,
}: Omit<SheetPart, 'plan'>): RouteDrawing {
  if (routes && selection?.table === 'zones') {
    return waysOfZone(premises, selection.id as ZoneId, levelId, routes)
  }
  return routes && showAllRoutes ? allWays(premises, levelId, routes) : { lines: [], turns: [] }
}

function widthOf({ role, count }: RouteLine): number {
  return role === 'all' ? 0.35 + Math.min(0.7, 0.12 * Math.sqrt(count)) : role === 'first' ? 0.9 : 0.7
}
