import { type Corners, straightening } from '../../src/premises/straightening.ts'
import type { JobContext } from '../job.ts'
import { packed, whiteCanvas } from './canvas.ts'
import { headerOf } from './header.ts'
import type { PictureFile, StraightenedPicture, UnderlayProgress } from './job.ts'
import { underlayLimits } from './limits.ts'
import { decoded } from './picture.ts'
import { refuseByHeader } from './refuse.ts'
import { resample } from './resample.ts'

/** Rows between two breaths: some milliseconds each. */
const rowsAtOnce = 64

/** The rectangle of a photo between four corners, upright. Throws `underlayCornersCross` where they make none. */
export async function straightened(
  file: PictureFile,
  corners: Corners,
  { progress, breathe }: JobContext<UnderlayProgress>,
): Promise<StraightenedPicture> {
  const header = headerOf(file.bytes)
  refuseByHeader(file, header)
  const bitmap = await decoded(file, header)
  const { width, height } = bitmap
  const upright = straightening(
    corners,
    { widthPx: width, heightPx: height },
    Math.min(underlayLimits.keptSidePx, Math.sqrt(underlayLimits.keptPx)),
  )
  progress({ step: 'draw' })
  const photo = whiteCanvas(width, height)
  photo.pen.drawImage(bitmap, 0, 0)
  bitmap.close()
  const { data } = photo.pen.getImageData(0, 0, width, height)
  const { canvas, pen } = whiteCanvas(upright.widthPx, upright.heightPx)
  const image = new ImageData(upright.widthPx, upright.heightPx)
  const matrix = Float64Array.from(upright.matrix)
  for (let row = 0; row < upright.heightPx; row += rowsAtOnce) {
    const to = Math.min(upright.heightPx, row + rowsAtOnce)
    resample(data, width, height, matrix, image.data, upright.widthPx, row, to)
    await breathe()
  }
  pen.putImageData(image, 0, 0)
  progress({ step: 'pack' })
  await breathe()
  const made = await packed(canvas, header.kind === 'png' ? 'image/png' : 'image/jpeg')
  return { ...made, photo: { widthPx: width, heightPx: height } }
}
