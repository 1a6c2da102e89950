import { attachment } from '../../src/premises/file/attachments.ts'
import { PersonError } from '../../src/premises/message.ts'
import type { MadePicture } from './job.ts'
import { underlayLimits } from './limits.ts'

export interface Canvas {
  readonly canvas: OffscreenCanvas
  readonly pen: OffscreenCanvasRenderingContext2D
}

/** A canvas of this thread. Throws a `PersonError` `underlayNoCanvas` where the browser has none, or no memory for it. */
export function newCanvas(widthPx: number, heightPx: number): Canvas {
  if (typeof OffscreenCanvas === 'undefined') throw new PersonError('underlayNoCanvas')
  const canvas = new OffscreenCanvas(widthPx, heightPx)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new PersonError('underlayNoCanvas')
  return { canvas, pen }
}

/** A canvas with nothing transparent in it, to be written as a JPEG. */
export function whiteCanvas(widthPx: number, heightPx: number): Canvas {
  const made = newCanvas(widthPx, heightPx)
  made.pen.fillStyle = '#ffffff'
  made.pen.fillRect(0, 0, widthPx, heightPx)
  return made
}

/** What was drawn as an attachment: pixels alone, and nothing else that the file had in it. */
export async function packed(
  canvas: OffscreenCanvas,
  mediaType: MadePicture['mediaType'],
): Promise<Pick<MadePicture, 'part' | 'mediaType' | 'widthPx' | 'heightPx'>> {
  const part = attachment(await encoded(canvas, mediaType))
  return { part, mediaType, widthPx: canvas.width, heightPx: canvas.height }
}

export async function encoded(canvas: OffscreenCanvas, mediaType: string): Promise<Uint8Array> {
  const blob = await canvas.convertToBlob({ type: mediaType, quality: underlayLimits.jpegQuality })
  if (blob.type !== mediaType) throw new PersonError('underlayNoCanvas')
  return new Uint8Array(await blob.arrayBuffer())
}
