import { strToU8, zlibSync } from 'fflate'

/** An object of a PDF: a text, or a stream with the entries of its dictionary. */
export type PdfObject =
  string | { readonly dict?: string; readonly stream: string | Uint8Array; readonly flate?: boolean }

export interface PdfOptions {
  /** Further entries of the trailer. */
  readonly trailer?: string
  /** In the place of the cross-reference table and trailer that fit. */
  readonly tail?: string
}

/** A PDF of these objects, numbered from 1; the first is the catalog. Well-formed but for what the objects say. */
export function pdfOf(objects: readonly PdfObject[], options: PdfOptions = {}): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  const put = (piece: string | Uint8Array) => {
    const bytes = typeof piece === 'string' ? strToU8(piece, true) : piece
    pieces.push(bytes)
    length += bytes.length
  }
  put('%PDF-1.7\n')
  const offsets = objects.map((object, index) => {
    const offset = length
    put(`${index + 1} 0 obj\n`)
    if (typeof object === 'string') put(object)
    else {
      const raw = typeof object.stream === 'string' ? strToU8(object.stream, true) : object.stream
      const data = object.flate === true ? zlibSync(raw) : raw
      const filter = object.flate === true ? '/Filter /FlateDecode' : ''
      put(`<< ${object.dict ?? ''} ${filter} /Length ${data.length} >>\nstream\n`)
      put(data)
      put('\nendstream')
    }
    put('\nendobj\n')
    return offset
  })
  const start = length
  put(options.tail ?? tableOf(offsets, options.trailer ?? ''))
  if (options.tail === undefined) put(`startxref\n${start}\n%%EOF\n`)
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function tableOf(offsets: readonly number[], trailer: string): string {
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = offsets.length + 1
  return `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\n`
}

export interface PageParts {
  readonly content?: PdfObject
  readonly box?: string
  readonly page?: string
  readonly resources?: string
  readonly catalog?: string
  /** Objects from number 5 on. */
  readonly more?: readonly PdfObject[]
}

/** A PDF of one page: 1 the catalog, 2 the pages, 3 the page, 4 its content, and what else is given. */
export function onePage(parts: PageParts = {}, options: PdfOptions = {}): Uint8Array {
  const {
    content = { stream: lines },
    box = '0 0 1190 842',
    page = '',
    resources = '',
    catalog = '',
    more = [],
  } = parts
  return pdfOf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R /Resources << ${resources} >> ${page} >>`,
      content,
      ...more,
    ],
    options,
  )
}

/** Four walls and a door, as a CAD program writes them. */
export const lines =
  '1 w 100 100 m 500 100 l 500 400 l 100 400 l h S 200 100 m 200 190 l S q 2 0 0 2 10 10 cm 5 5 20 20 re S Q'
