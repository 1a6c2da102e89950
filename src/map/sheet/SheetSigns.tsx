import { formatNumber } from '../../i18n/format.ts'
import { queueMarks, type Mark } from '../marks.ts'
import { signs } from '../theme.ts'
import { Sign } from './Sign.tsx'
import type { SheetPart } from './sheetPart.ts'
import { signMm, signNameMm } from './signNames.ts'

const sizeMm: Partial<Record<Mark['sign'], number>> = { storeyExit: 2.8, assumed: 2.2, badge: 3.6 }

/** Exits with their names, blocked doors, faults, and queues with persons and seconds. */
export function SheetSigns({ premises, levelId, plan, marks, egress, language, onSelect }: SheetPart) {
  return (
    <g className="plan-text">
      {marks
        .filter((mark) => mark.rank === 3)
        .map(({ sign, position }, index) => {
          const [x, y] = plan.toSheet(position)
          return <Sign key={index} name={sign} x={x} y={y} size={sizeMm[sign] ?? signMm} />
        })}
      {egress &&
        queueMarks(premises, levelId, egress).map(({ openingId, position, persons, seconds, sizePx }) => {
          const [x, y] = plan.toSheet(position)
          const size = sizePx / 7
          return (
            <g key={openingId} textAnchor="middle" fill={signs.queueText}>
              <circle
                cx={x}
                cy={y}
                r={size / 2}
                fill={signs.queue}
                stroke={signs.queueLine}
                strokeWidth="0.25"
              />
              <text x={x} y={y + (size > 5.4 ? 0.1 : 0.8)} fontSize="2.2" fontWeight={600}>
                {formatNumber(persons, language, 0)}
              </text>
              {size > 5.4 && (
                <text x={x} y={y + 2.1} fontSize="1.7">
                  {formatNumber(seconds, language, 0)} s
                </text>
              )}
            </g>
          )
        })}
      {marks.map((mark, index) => {
        if (mark.rank === 3) return null
        const [x, y] = plan.toSheet(mark.position)
        const name = plan.signNames.get(mark)
        return (
          <g key={index} onClick={() => onSelect?.(mark.record)}>
            <Sign name={mark.sign} x={x} y={y} size={sizeMm[mark.sign] ?? signMm} />
            {name && (
              <g
                textAnchor={name.anchor}
                fontSize={signNameMm}
                fontWeight={name.key === null ? 400 : 600}
                fill="#00502a"
                stroke="#ffffff"
                strokeWidth="0.55"
                strokeLinejoin="round"
                paintOrder="stroke"
              >
                {name.lines.map((line, row) => (
                  <text key={row} x={name.x} y={name.y + row * signNameMm * 1.25}>
                    {line}
                  </text>
                ))}
              </g>
            )}
          </g>
        )
      })}
    </g>
  )
}
