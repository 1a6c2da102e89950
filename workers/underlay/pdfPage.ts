import type { PageViewport, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { attachment } from '../../src/premises/file/attachments.ts'
import type { JobContext } from '../job.ts'
import { encoded, packed, whiteCanvas } from './canvas.ts'
import { type DrawnPath, drawnPaths, segmentsOf } from './drawnPaths.ts'
import type { LineEnds, MadePicture, PictureFile, UnderlayProgress } from './job.ts'
import { metresPerPoint, underlayLimits } from './limits.ts'
import { lineEnds } from './lineEnds.ts'
import { pageOf, type PdfLibrary, withDocument } from './pdf.ts'
import { refusal } from './refuse.ts'

type Context = Pick<JobContext<UnderlayProgress>, 'progress' | 'breathe'>

/** How many pages there are to choose from. Throws `underlayNoPages` where there is none. */
export function pagesOf(file: PictureFile): Promise<number> {
  return withDocument(file, async ({ numPages }) => {
    if (!(numPages > 0)) throw refusal('underlayNoPages', file.name)
    return Math.min(numPages, underlayLimits.pages)
  })
}

/** A page of a PDF as a PNG, large sheets in more pixels than small ones. */
export function pageDrawn(
  file: PictureFile,
  page: number,
  { progress, breathe }: Context,
): Promise<MadePicture> {
  return withDocument(file, async (document) => {
    const proxy = await pageOf(document, page, file.name)
    progress({ step: 'draw' })
    await breathe()
    const canvas = await drawn(proxy, pageScale(proxy, file.name))
    progress({ step: 'pack' })
    await breathe()
    const made = await packed(canvas, 'image/png')
    return { ...made, paperWidthM: proxy.getViewport({ scale: 1 }).width * metresPerPoint }
  })
}

/** Ends of the lines of a page, in pixels of the picture that `pageDrawn` makes; null where it has no lines (a scan). */
export function pageEnds(file: PictureFile, page: number): Promise<LineEnds | null> {
  return withDocument(file, async (document, library) => {
    const proxy = await pageOf(document, page, file.name)
    const viewport = proxy.getViewport({ scale: pageScale(proxy, file.name) })
    const { widthPx, heightPx } = pageSize(viewport)
    const paths = await pathsOf(document, proxy, library)
    const ends = lineEnds(paths, viewport.transform, widthPx, heightPx, underlayLimits.ends)
    if (ends.length === 0) return null
    const bytes = new Uint8Array(ends.length * 4)
    const view = new DataView(bytes.buffer)
    for (const [index, value] of ends.entries()) view.setFloat32(4 * index, value, true)
    return { part: attachment(bytes), count: ends.length / 2 }
  })
}

/** The first pages, small, one by one: how many lines each has, and a picture of it where this thread can draw. */
export function pagesSketched(
  file: PictureFile,
  pages: number,
  { progress, breathe }: Context,
): Promise<null> {
  return withDocument(file, async (document, library) => {
    for (let page = 1; page <= pages; page += 1) {
      const proxy = await pageOf(document, page, file.name)
      let lines = 0
      for (const { path } of await pathsOf(document, proxy, library)) lines += segmentsOf(path)
      progress({ page, lines, thumbnail: await thumbnail(proxy, file.name) })
      proxy.cleanup()
      await breathe()
    }
    return null
  })
}

/** Pixels per point: so many on the longer side of a large sheet, no more than print has on a small one. */
function pageScale(page: PDFPageProxy, name: string): number {
  const { pagePxPerPoint, pageSidePx, leastPageSidePx } = underlayLimits
  const longest = longestSide(page, name)
  return Math.min(pageSidePx, Math.max(longest * pagePxPerPoint, leastPageSidePx)) / longest
}

function longestSide(page: PDFPageProxy, name: string): number {
  const { width, height } = page.getViewport({ scale: 1 })
  const longest = Math.max(width, height)
  if (!(Math.min(width, height) > 0) || !Number.isFinite(longest)) throw refusal('underlayPageEmpty', name)
  return longest
}

/** Pixels of a drawn page; the narrowest strip has one. */
function pageSize({ width, height }: PageViewport): { readonly widthPx: number; readonly heightPx: number } {
  return { widthPx: Math.max(1, Math.round(width)), heightPx: Math.max(1, Math.round(height)) }
}

/** What the page itself strokes and fills, in the layers that a screen shows; no notes that were laid over it. */
async function pathsOf(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  { AnnotationMode, OPS }: PdfLibrary,
): Promise<Iterable<DrawnPath>> {
  const layers = await document.getOptionalContentConfig()
  const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
  return drawnPaths(operators, OPS, (layer) => layers.isVisible(layer) !== false)
}

async function thumbnail(page: PDFPageProxy, name: string): Promise<Uint8Array | null> {
  if (typeof OffscreenCanvas === 'undefined') return null
  const scale = underlayLimits.thumbnailSidePx / longestSide(page, name)
  return encoded(await drawn(page, scale), 'image/png')
}

async function drawn(page: PDFPageProxy, scale: number): Promise<OffscreenCanvas> {
  const viewport = page.getViewport({ scale })
  const { widthPx, heightPx } = pageSize(viewport)
  const { canvas, pen } = whiteCanvas(widthPx, heightPx)
  await page.render({
    canvas: null,
    canvasContext: pen as unknown as CanvasRenderingContext2D,
    viewport,
    background: '#ffffff',
  }).promise
  return canvas
}
