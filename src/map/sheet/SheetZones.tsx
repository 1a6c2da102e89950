import { zonesShown } from '../place.ts'
import { sameRecord } from '../pick.ts'
import { themes } from '../theme.ts'
import { grey } from './grey.ts'
import { patternFill } from './patterns.tsx'
import type { SheetPart } from './sheetPart.ts'
import { polygonPath } from './svgPath.ts'

/** Rooms with their colour, or with hatching and greys in black and white. */
export function SheetZones({
  premises,
  levelId,
  plan,
  prefix,
  theme,
  colouring,
  blackAndWhite,
  assumptions,
  selection,
  onSelect,
}: SheetPart) {
  const look = themes[theme]
  const zones = zonesShown(premises, levelId).filter((zone) => zone.levelId !== null)
  const closed = new Set(assumptions?.closedZones ?? [])
  const outline = premises.levels[levelId]?.outline
  return (
    <g>
      {outline && (
        <path
          d={polygonPath(outline, plan.toSheet)}
          fill={look.slab}
          fillRule="evenodd"
          onClick={() => onSelect?.(null)}
        />
      )}
      {zones.map((zone) => {
        const d = polygonPath(zone.polygon, plan.toSheet)
        const colour = colouring?.zones.get(zone.id)
        const pattern = closed.has(zone.id) ? 'closed' : colour?.state
        const fill = blackAndWhite
          ? colour?.pattern === undefined
            ? grey(colour?.shade ?? 0)
            : patternFill(prefix, colour.pattern)
          : (colour?.fill ?? look.floor)
        return (
          <g
            key={zone.id}
            onClick={() => onSelect?.({ table: 'zones', id: zone.id })}
            style={onSelect ? { cursor: 'pointer' } : undefined}
          >
            <path d={d} fill={fill} fillRule="evenodd" stroke={look.floorLine} strokeWidth="0.12" />
            {pattern && <path d={d} fill={patternFill(prefix, pattern)} fillRule="evenodd" />}
            {sameRecord(selection ?? null, { table: 'zones', id: zone.id }) && (
              <path d={d} fill="none" stroke={look.accent} strokeWidth="0.9" strokeLinejoin="round" />
            )}
          </g>
        )
      })}
    </g>
  )
}
