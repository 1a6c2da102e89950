/** A file that pdf.js asks for while it reads: metrics and shapes of standard fonts, character maps, picture decoders. */
export interface Wanted {
  readonly kind: string
  readonly filename: string
}

type Addresses = Readonly<Record<string, string>>

/**
 * Fetches what pdf.js asks for from our own files. Under Node there are none: texts stay unshaped, lines are read all the
 * same. The single file carries fonts and decoders, and no character maps for Chinese, Japanese and Korean (1.7 MB).
 */
export class PdfFiles {
  async fetch({ kind, filename }: Wanted): Promise<Uint8Array> {
    const address = import.meta.env.SSR ? undefined : (await addresses(kind))[filename]
    if (address === undefined) throw new Error(`no ${filename} here`)
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${filename}: ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  }
}

async function addresses(kind: string): Promise<Addresses> {
  if (kind === 'standardFontDataUrl') return (await import('./pdfFonts.ts')).pdfFonts
  if (kind === 'wasmUrl') return (await import('./pdfDecoders.ts')).pdfDecoders
  if (kind === 'cMapUrl' && !__PORTABLE__) return (await import('./pdfCharacterMaps.ts')).pdfCharacterMaps
  return {}
}
