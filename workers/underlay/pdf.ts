import type * as Library from 'pdfjs-dist'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { letMessagesIn } from '../turns.ts'
import { newCanvas } from './canvas.ts'
import type { PictureFile } from './job.ts'
import { underlayLimits } from './limits.ts'
import { PdfFiles } from './pdfFiles.ts'
import { refusal } from './refuse.ts'

export type PdfLibrary = typeof Library

/** pdf.js whole in this thread: reading and drawing. Loaded when the first PDF comes. */
export async function pdfLibrary(): Promise<PdfLibrary> {
  const scope = globalThis as { pdfjsWorker?: unknown; window?: unknown; DOMMatrix?: unknown }
  if (scope.pdfjsWorker !== undefined) return import('pdfjs-dist/legacy/build/pdf.mjs')
  if (import.meta.env.SSR) {
    // Under Node nothing is drawn; its drawing half asks for a matrix all the same, before anything else.
    scope.DOMMatrix ??= class {}
  } else {
    // Without a window its reading half takes a Web Worker for its own and listens to our messages.
    scope.window ??= frames
    // Damaged files make it drop promises that nobody waits for; the answer does not hang on them.
    addEventListener('unhandledrejection', (event) => event.preventDefault())
  }
  scope.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

/** What drawing asks of a window: to go on after others had their turn. */
const frames = {
  requestAnimationFrame: (next: () => void): number => {
    void afterOthers(next)
    return 0
  },
  cancelAnimationFrame: (): void => {},
}

async function afterOthers(next: () => void): Promise<void> {
  await letMessagesIn()
  next()
}

/** Runs the work on the document of a file; whatever goes wrong in it is a `PersonError` that names the file. */
export async function withDocument<T>(
  { name, bytes }: PictureFile,
  work: (document: PDFDocumentProxy, library: PdfLibrary) => Promise<T>,
): Promise<T> {
  const library = await pdfLibrary()
  const task = library.getDocument({
    // It takes what it is given away from the caller.
    data: bytes.slice(),
    verbosity: library.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: underlayLimits.readPx,
    isOffscreenCanvasSupported: !import.meta.env.SSR,
    CanvasFactory: Canvases,
    FilterFactory: Filters,
    BinaryDataFactory: PdfFiles,
  })
  try {
    return await work(await task.promise, library)
  } catch (cause) {
    throw pdfError(name, cause)
  } finally {
    await task.destroy().catch(() => undefined)
  }
}

/** A page, counted from 1. Throws `underlayPageMissing` where the document has it not, or it cannot be read. */
export async function pageOf(document: PDFDocumentProxy, page: number, name: string): Promise<PDFPageProxy> {
  try {
    return await document.getPage(page)
  } catch (cause) {
    throw refusal('underlayPageMissing', name, { page }, cause)
  }
}

function pdfError(name: string, cause: unknown): Error {
  if (!(cause instanceof Error)) return refusal('underlayDamaged', name, {}, cause)
  if (cause.name === 'PersonError' || cause.name === 'AbortError') return cause
  if (cause.name === 'PasswordException') return refusal('underlayPassword', name, {}, cause)
  return refusal('underlayDamaged', name, {}, cause)
}

/** Canvases of this thread, as pdf.js asks for them. */
class Canvases {
  create(
    width: number,
    height: number,
  ): { canvas: OffscreenCanvas; context: OffscreenCanvasRenderingContext2D } {
    const { canvas, pen } = newCanvas(width, height)
    return { canvas, context: pen }
  }
  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number): void {
    canvas.width = width
    canvas.height = height
  }
  destroy(made: { canvas: OffscreenCanvas | null; context: unknown }): void {
    if (made.canvas !== null) made.canvas.width = made.canvas.height = 0
    made.canvas = null
    made.context = null
  }
}

/** Filters are elements of a page, which a worker has not: colours of printing presses are drawn as they are. */
class Filters {
  addFilter = none
  addHCMFilter = none
  addAlphaFilter = none
  addLuminosityFilter = none
  addHighlightHCMFilter = none
  destroy(): void {}
}

function none(): string {
  return 'none'
}
