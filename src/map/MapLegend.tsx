import { useId } from 'react'
import { useT } from '../state/useT.ts'
import type { Colouring, LegendEntry } from './colouring.ts'
import type { SignName } from './icons.ts'
import { grey } from './sheet/grey.ts'
import { HatchPatterns, patternFill } from './sheet/patterns.tsx'
import { Sign } from './sheet/Sign.tsx'
import { signs } from './theme.ts'

/** Signs and lines that a legend can explain, beside the colours. */
export type LegendSign =
  | 'first' | 'second' | 'net' | 'before' | 'queue' | 'closed'
  | Extract<SignName, 'exit' | 'exitUndecided' | 'storeyExit' | 'assembly' | 'blocked' | 'badge' | 'assumed'> // prettier-ignore

export interface MapLegendProps {
  readonly colouring: Colouring | null
  /** What is on the map at the moment, in the order to show. */
  readonly signs?: readonly LegendSign[]
  /** Hatchings and greys as `PlanSvg` draws them in black and white. */
  readonly blackAndWhite?: boolean
  /** One row, for paper and narrow screens. */
  readonly inRow?: boolean
}

/** What the colours, lines and signs of the map mean. */
export function MapLegend({
  colouring,
  signs: shown = [],
  blackAndWhite = false,
  inRow = false,
}: MapLegendProps) {
  const t = useT()
  const prefix = `legend${useId().replaceAll(/[^a-zA-Z0-9]/g, '')}`
  return (
    <section className="map-legend" data-row={inRow ? true : undefined} aria-label={t('map.legend.title')}>
      <svg width="0" height="0" aria-hidden style={{ position: 'absolute' }}>
        <defs>
          <HatchPatterns prefix={prefix} />
        </defs>
      </svg>
      {colouring && colouring.legend.length > 0 && (
        <>
          <h3>{t(colouring.titleKey)}</h3>
          <ul>
            {colouring.legend.map((entry, index) => (
              <li key={index}>
                <Patch entry={entry} prefix={prefix} blackAndWhite={blackAndWhite} />
                {typeof entry.label === 'string' ? entry.label : t(entry.label.key, entry.label.params)}
              </li>
            ))}
          </ul>
        </>
      )}
      {shown.length > 0 && (
        <ul className="map-legend-signs">
          {shown.map((sign) => (
            <li key={sign}>
              <LegendMark sign={sign} prefix={prefix} />
              {t(`map.sign.${sign}`)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Patch({
  entry,
  prefix,
  blackAndWhite,
}: {
  entry: LegendEntry
  prefix: string
  blackAndWhite: boolean
}) {
  const fill = !blackAndWhite
    ? entry.fill
    : entry.pattern === undefined
      ? grey(entry.shade ?? 0)
      : patternFill(prefix, entry.pattern)
  return (
    <svg className="map-legend-mark" viewBox="0 0 8 5" aria-hidden>
      <rect x="0.2" y="0.2" width="7.6" height="4.6" rx="0.7" fill={fill} />
      {entry.hatch && (
        <rect x="0.2" y="0.2" width="7.6" height="4.6" fill={patternFill(prefix, entry.hatch)} />
      )}
      <rect
        x="0.2"
        y="0.2"
        width="7.6"
        height="4.6"
        rx="0.7"
        fill="none"
        stroke="#85857f"
        strokeWidth="0.25"
      />
    </svg>
  )
}

function LegendMark({ sign, prefix }: { readonly sign: LegendSign; readonly prefix: string }) {
  const line = (width: number, colour: string, dash?: string) => (
    <svg className="map-legend-mark" viewBox="0 0 24 15" aria-hidden>
      <path d="M1 7.5H23" stroke={signs.wayOutCasing} strokeWidth={width + 3.4} />
      <path d="M1 7.5H23" stroke={colour} strokeWidth={width} {...(dash ? { strokeDasharray: dash } : {})} />
      {sign === 'first' && (
        <path d="M10 4.6L13.6 7.5L10 10.4" fill="none" stroke="#ffffff" strokeWidth="1.6" />
      )}
    </svg>
  )
  switch (sign) {
    case 'first':
      return line(6, signs.wayOut)
    case 'second':
      return line(3.4, signs.wayOut, '5.4 3')
    case 'net':
      return line(2, signs.wayOut)
    case 'before':
      return line(2.6, signs.before, '2.6 3.4')
    case 'closed':
      return (
        <svg className="map-legend-mark" viewBox="0 0 8 5" aria-hidden>
          <rect width="8" height="5" rx="0.7" fill="#ffffff" />
          <rect width="8" height="5" rx="0.7" fill={patternFill(prefix, 'closed')} />
        </svg>
      )
    default:
      return (
        <svg className="map-legend-mark" viewBox="0 0 24 24" aria-hidden>
          <Sign name={sign} x={12} y={12} size={sign === 'assumed' || sign === 'storeyExit' ? 19 : 24} />
        </svg>
      )
  }
}
