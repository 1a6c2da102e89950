import { useId } from 'react'
import { formatNumber } from '../../i18n/format.ts'
import type { Position } from '../../premises/placement.ts'
import {
  accuracyM,
  parseGridPoint,
  type Grid,
  type GridConverter,
  type GridPoint,
} from '../../premises/vn2000.ts'
import { useFollowing } from '../../ui/useFollowing.ts'
import { useLanguage, useT } from '../../ui/useT.ts'
import { Concerns } from './Concerns.tsx'
import { parsePosition, sexagesimalText } from './position.ts'

/**
 * A position, tapped or typed: in degrees, or as a grid point where a plane of VN-2000 is given, with what it is in WGS 84
 * and what speaks against it.
 */
export function PositionField(props: {
  readonly label: string
  readonly value: Position | null
  /** The metres that the value was typed as. */
  readonly typed: GridPoint | null
  readonly grid: Grid | null
  /** Null while it is being fetched. */
  readonly converter: GridConverter | null
  readonly onChange: (at: Position, typed: GridPoint | null) => void
}) {
  const t = useT()
  const language = useLanguage()
  const id = useId()
  const { value, grid, converter } = props
  const shown = useShown(props)
  const [draft, setDraft] = useFollowing<string, string | null>(shown, () => null)
  const text = draft === null || draft.trim() === '' ? null : draft
  const point = text === null || grid === null ? null : parseGridPoint(text)
  const next = text === null ? null : grid === null ? parsePosition(text) : point && converter?.toWgs84(point)
  const fault = text !== null && (grid === null ? next === null : point === null)
  const at = next ?? value
  const commit = () => {
    if (!next) return
    props.onChange(next, point)
    setDraft(null)
  }

  return (
    <div className="field wide">
      <label className="label" htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        className="input"
        type="text"
        autoComplete="off"
        placeholder={grid === null ? '21.028500, 105.854200' : 'X 2325123,45; Y 586432,10'}
        value={draft ?? shown}
        aria-invalid={fault}
        aria-describedby={`${id}-note`}
        data-testid="place-position"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      <div id={`${id}-note`} aria-live="polite">
        {fault && (
          <p className="error">{t(grid === null ? 'planning.place.badPosition' : 'placing.badGridPoint')}</p>
        )}
        {at && (
          <p className="quiet small" data-testid="place-wgs84">
            {t('placing.wgs84', {
              degrees: `${formatDegrees(at[1])}, ${formatDegrees(at[0])}`,
              sexagesimal: sexagesimalText(at, language),
            })}{' '}
            {grid !== null && t('placing.accuracy', { accuracy: formatNumber(accuracyM, language, 0) })}
          </p>
        )}
        {next && <Concerns at={next} grid={grid} />}
      </div>
    </div>
  )
}

/** The value as it is typed in the system: degrees as maps write them, or northing and easting. */
function useShown(props: {
  readonly value: Position | null
  readonly typed: GridPoint | null
  readonly grid: Grid | null
  readonly converter: GridConverter | null
}): string {
  const language = useLanguage()
  const { value, grid } = props
  if (value === null) return ''
  if (grid === null) return `${formatDegrees(value[1])}, ${formatDegrees(value[0])}`
  const point = props.typed ?? props.converter?.fromWgs84(value)
  if (point === undefined) return ''
  return [point.northingM, point.eastingM].map((metres) => formatNumber(metres, language, 2, 2)).join('; ')
}

function formatDegrees(degrees: number): string {
  return degrees.toFixed(6)
}
