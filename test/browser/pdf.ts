import { inflateSync } from 'node:zlib'

export interface PdfPage {
  readonly widthMm: number
  readonly heightMm: number
  /** Runs of text, and strokes or fills, that the page draws. */
  readonly texts: number
  readonly shapes: number
}

/** The pages of a PDF as the browser prints it (classic cross-references, streams by Flate): enough to see what is on them. */
export function pdfPages(bytes: Buffer): readonly PdfPage[] {
  const text = bytes.toString('latin1')
  const objects = new Map<number, string>()
  for (const [, id = '', body = ''] of text.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g))
    objects.set(Number(id), body)
  return [...objects.values()]
    .filter((body) => /\/Type\s*\/Page\b/.test(body))
    .map((body) => {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = (/\/MediaBox\s*\[([^\]]*)\]/.exec(body)?.[1] ?? '')
        .trim()
        .split(/\s+/)
        .map(Number)
      const contents = [...(/\/Contents\s*(\[[^\]]*\]|\d+ 0 R)/.exec(body)?.[1] ?? '').matchAll(/(\d+) 0 R/g)]
      const drawn = contents.map(([, id]) => drawing(objects, Number(id))).join('\n')
      const count = (operator: RegExp) => drawn.match(operator)?.length ?? 0
      return {
        widthMm: ((x1 - x0) * 25.4) / 72,
        heightMm: ((y1 - y0) * 25.4) / 72,
        texts: count(/\bT[jJ]\b/g),
        shapes: count(/(?:^|\s)(?:S|f|f\*|B|B\*)(?=\s|$)/g),
      }
    })
}

/** Operators of a stream. */
function drawing(objects: ReadonlyMap<number, string>, id: number): string {
  const body = objects.get(id)
  if (body === undefined) return ''
  const at = body.indexOf('stream')
  if (at < 0) return ''
  const start = at + (body.startsWith('stream\r\n', at) ? 8 : 7)
  const raw = Buffer.from(body.slice(start, body.lastIndexOf('\nendstream')), 'latin1')
  return body.slice(0, at).includes('/FlateDecode')
    ? inflateSync(raw).toString('latin1')
    : raw.toString('latin1')
}
