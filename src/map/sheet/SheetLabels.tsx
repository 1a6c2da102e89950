import { themes } from '../theme.ts'
import type { SheetPart } from './sheetPart.ts'

/** Names and figures in their rooms; on dark fills white, with a halo that keeps letters off lines and hatching. */
export function SheetLabels({ plan, theme, colouring, blackAndWhite }: SheetPart) {
  const look = themes[theme]
  return (
    <g className="plan-text" textAnchor="middle" style={{ pointerEvents: 'none' }}>
      {plan.labels.map(({ zone, x, y, sizeMm, upright, name, figure, key }) => {
        const ink = blackAndWhite
          ? 'dark'
          : (colouring?.zones.get(zone.id)?.ink ?? (theme === 'dark' ? 'light' : 'dark'))
        const lines = figure ? [...name, figure] : name
        const step = sizeMm * 1.28
        const top = -((lines.length - 1) * step) / 2 + sizeMm * 0.36
        return (
          <g
            key={zone.id}
            transform={`translate(${x} ${y})${upright ? ' rotate(-90)' : ''}`}
            fontSize={sizeMm}
            fill={ink === 'light' ? '#ffffff' : '#1b1f24'}
            stroke={
              ink === 'light'
                ? '#1b1f24'
                : blackAndWhite
                  ? '#ffffff'
                  : (colouring?.zones.get(zone.id)?.fill ?? look.floor)
            }
            strokeWidth={sizeMm * 0.28}
            strokeLinejoin="round"
            strokeOpacity={ink === 'light' ? 0.35 : 0.85}
            paintOrder="stroke"
          >
            {lines.map((line, index) => (
              <text
                key={index}
                y={top + index * step}
                fontWeight={index < name.length && key === null ? 600 : 400}
              >
                {line}
              </text>
            ))}
          </g>
        )
      })}
    </g>
  )
}
