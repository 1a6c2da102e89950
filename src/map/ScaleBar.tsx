import { formatNumber, type Language } from '../i18n/format.ts'
import { metresPerPx } from './frame.ts'
import { roundLength } from './roundLength.ts'

const widestPx = 120

/** A scale bar of a round length (1, 2 or 5 times a power of ten metres). */
export function ScaleBar({
  zoom,
  latitude,
  language,
}: {
  readonly zoom: number
  readonly latitude: number
  readonly language: Language
}) {
  const scale = metresPerPx(zoom, latitude)
  const lengthM = roundLength(widestPx * scale)
  const widthPx = lengthM / scale
  const text =
    lengthM >= 1000 ? `${formatNumber(lengthM / 1000, language)} km` : `${formatNumber(lengthM, language)} m`
  return (
    <span className="map-scale" style={{ width: widthPx }}>
      {text}
    </span>
  )
}
