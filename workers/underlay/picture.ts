import type { JobContext } from '../job.ts'
import { newCanvas, packed, whiteCanvas } from './canvas.ts'
import { type Header, headerOf } from './header.ts'
import type { MadePicture, PictureFile, UnderlayProgress } from './job.ts'
import { underlayLimits } from './limits.ts'
import { refuseByHeader, refuseSize, undecodable } from './refuse.ts'

type Size = NonNullable<Header['size']>

/**
 * A picture upright by its EXIF orientation, reduced where it has too many pixels, and written anew: PNG stays PNG, all
 * else becomes JPEG. Throws `PersonError`s for what is no picture, too large, or not read by this browser.
 */
export async function remade(
  file: PictureFile,
  { progress, breathe }: JobContext<UnderlayProgress>,
): Promise<MadePicture> {
  const header = headerOf(file.bytes)
  refuseByHeader(file, header)
  const bitmap = await decoded(file, header)
  progress({ step: 'draw' })
  await breathe()
  const from = { widthPx: bitmap.width, heightPx: bitmap.height }
  const to = keptSize(from)
  const mediaType = header.kind === 'png' ? 'image/png' : 'image/jpeg'
  const { canvas, pen } = (mediaType === 'image/png' ? newCanvas : whiteCanvas)(to.widthPx, to.heightPx)
  pen.imageSmoothingEnabled = true
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(bitmap, 0, 0, to.widthPx, to.heightPx)
  bitmap.close()
  progress({ step: 'pack' })
  await breathe()
  const made = await packed(canvas, mediaType)
  return to.widthPx === from.widthPx ? made : { ...made, reducedFrom: from }
}

/** The picture as the browser decodes it, upright. */
export async function decoded(file: PictureFile, header: Header): Promise<ImageBitmap> {
  let bitmap: ImageBitmap
  try {
    const blob = new Blob([new Uint8Array(file.bytes)], { type: `image/${header.kind}` })
    bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' })
  } catch (cause) {
    throw undecodable(file.name, header, cause)
  }
  refuseSize(file.name, { widthPx: bitmap.width, heightPx: bitmap.height })
  return bitmap
}

/** The size within the limits of pixels and of sides, of the same shape. */
export function keptSize({ widthPx, heightPx }: Size): Size {
  const { keptPx, keptSidePx } = underlayLimits
  const scale = Math.min(
    1,
    Math.sqrt(keptPx / (widthPx * heightPx)),
    keptSidePx / Math.max(widthPx, heightPx),
  )
  if (scale === 1) return { widthPx, heightPx }
  return {
    widthPx: Math.max(1, Math.floor(widthPx * scale)),
    heightPx: Math.max(1, Math.floor(heightPx * scale)),
  }
}
