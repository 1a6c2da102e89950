import { formatNumber } from '../../i18n/format.ts'
import { t } from '../../i18n/index.ts'
import { framesOf } from '../place.ts'
import { roundLength } from '../roundLength.ts'
import { themes } from '../theme.ts'
import { footMm, headMm, keyPlace } from './planSheet.ts'
import type { SheetPart } from './sheetPart.ts'

/** Title, north, scale bar and the key of rooms whose names do not fit. */
export function SheetFrame({ premises, levelId, plan, theme, title, language }: SheetPart) {
  const look = themes[theme]
  const buildingId = premises.levels[levelId]?.buildingId
  const placement =
    (buildingId ? premises.buildings[buildingId]?.placement : undefined) ?? premises.facility.placement
  const bearing = framesOf(premises).ofLevel(levelId).bearingDeg
  const lengthM = roundLength((45 * plan.scale) / 1000)
  const partMm = (lengthM * 1000) / plan.scale / 5
  const bottom = plan.keyTopMm - footMm + 7
  return (
    <g className="plan-text" fill={look.text}>
      {title && (
        <text x="0" y="5" fontSize="4.2" fontWeight={600}>
          {title}
        </text>
      )}
      <g transform={`translate(${plan.widthMm - 7} ${headMm / 2})`}>
        {placement.placed ? (
          <g transform={`rotate(${-bearing})`}>
            <path d="M0 -5.6L2 1.4L0 0.3Z" fill={look.text} />
            <path
              d="M0 -5.6L-2 1.4L0 0.3Z"
              fill="none"
              stroke={look.text}
              strokeWidth="0.25"
              strokeLinejoin="round"
            />
            <text y="5" fontSize="3" fontWeight={600} textAnchor="middle">
              {t('map.northLetter')}
            </text>
          </g>
        ) : (
          <text x="6" fontSize="2.4" textAnchor="end" fill={look.quietText}>
            {t('map.northUnknown')}
          </text>
        )}
      </g>
      <g transform={`translate(0.5 ${bottom})`} fontSize="2.4">
        {[0, 1, 2, 3, 4].map((part) => (
          <rect
            key={part}
            x={part * partMm}
            width={partMm}
            height="1.3"
            fill={part % 2 === 0 ? look.text : look.slab}
            stroke={look.text}
            strokeWidth="0.15"
          />
        ))}
        <text y="-0.9">0</text>
        <text x={partMm * 5} y="-0.9" textAnchor="end">
          {formatNumber(lengthM, language)} m
        </text>
        <text x={partMm * 5 + 3} y="1.4">
          {t('map.scale', { scale: formatNumber(plan.scale, language, 0) })}
        </text>
      </g>
      {plan.keys.map(({ number, text }, index) => {
        const [x, y] = keyPlace(plan, index)
        return (
          <text key={number} x={x} y={y} fontSize="2.3">
            <tspan fontWeight={600}>{number}</tspan>
            <tspan dx="1.2">{text}</tspan>
          </text>
        )
      })}
    </g>
  )
}
