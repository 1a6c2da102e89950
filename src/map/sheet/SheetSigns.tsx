import { formatNumber } from '../../i18n/format.ts'
import { marksOf, queueMarks, type Mark } from '../marks.ts'
import { signs } from '../theme.ts'
import { Sign } from './Sign.tsx'
import type { SheetPart } from './sheetPart.ts'

const sizeMm: Partial<Record<Mark['sign'], number>> = { storeyExit: 2.8, assumed: 2.2, badge: 3.6 }

/** Exits with their names, blocked doors, faults, and queues with persons and seconds. */
export function SheetSigns({ premises, levelId, plan, assumptions, problems, egress, language, onSelect }: SheetPart) {
  const marks = marksOf({ premises, levelId, assumptions: assumptions ?? null, problems: problems ?? [] }).filter(
    (mark) => mark.sign !== 'assembly',
  )
  return (
    <g className="plan-text">
      {egress &&
        queueMarks(premises, levelId, egress).map(({ openingId, position, persons, seconds, sizePx }) => {
          const [x, y] = plan.toSheet(position)
          const size = sizePx / 7
          return (
            <g key={openingId} textAnchor="middle" fill={signs.queueText}>
              <circle cx={x} cy={y} r={size / 2} fill={signs.queue} stroke={signs.queueLine} strokeWidth="0.25" />
              <text x={x} y={y + 0.1} fontSize="2.3" fontWeight={600}>
                {formatNumber(persons, language, 0)}
              </text>
              <text x={x} y={y + 2} fontSize="1.8">
                {formatNumber(seconds, language, 0)} s
              </text>
            </g>
          )
        })}
      {marks.map((mark, index) => {
        const [x, y] = plan.toSheet(mark.position)
        const size = sizeMm[mark.sign] ?? 4.6
        return (
          <g key={index} onClick={() => onSelect?.(mark.record)}>
            <Sign name={mark.sign} x={x} y={y} size={size} />
            {mark.name && mark.rank === 0 && (
              <text
                x={x}
                y={y + size / 2 + 2.4}
                textAnchor="middle"
                fontSize="2.3"
                fontWeight={600}
                fill="#1b1f24"
                stroke="#ffffff"
                strokeWidth="0.6"
                paintOrder="stroke"
              >
                {mark.name}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}
