import type { Straightening } from '../../../premises/straightening.ts'
import { useT } from '../../../ui/useT.ts'
import type { Photo } from './photo.ts'

/** Room for the preview, CSS pixels: as much of it as its shape fills. */
const most = { width: 300, height: 240 } as const

/** How the photo will look: the browser draws it through the same homography. */
export function StraightPreview(props: { readonly photo: Photo; readonly straight: Straightening }) {
  const t = useT()
  const { photo, straight } = props
  const scale = Math.min(most.width / straight.widthPx, most.height / straight.heightPx)
  // Shrunk as a picture first, which keeps thin lines, and then only bent.
  const shrunk = Math.min(1, (2 * most.width) / photo.widthPx)
  return (
    <div
      className="straight-picture"
      style={{ width: straight.widthPx * scale, height: straight.heightPx * scale }}
    >
      <img
        src={photo.url}
        alt={t('underlayPanel.straighten.preview')}
        style={{
          width: photo.widthPx * shrunk,
          height: photo.heightPx * shrunk,
          transform: `scale(${scale}) ${matrix3d(inverse(straight.matrix))} scale(${1 / shrunk})`,
        }}
      />
    </div>
  )
}

/** The adjugate of a 3 × 3 matrix, row by row: its inverse but for a factor, which a homography does not have. */
function inverse(matrix: readonly number[]): readonly number[] {
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0, i = 1] = matrix
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ]
}

/** A homography of the plane as CSS has it, column by column, its last entry 1. */
function matrix3d(matrix: readonly number[]): string {
  const last = matrix[8] ?? 1
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0] = matrix.map((each) => each / last)
  return `matrix3d(${[a, d, 0, g, b, e, 0, h, 0, 0, 1, 0, c, f, 0, 1].join(',')})`
}
