/** What the first bytes of a file say it is, and how large the picture is, before anything is decoded. */
export interface Header {
  readonly kind: 'pdf' | 'png' | 'jpeg' | 'webp' | 'gif' | 'bmp' | 'tiff' | 'heic' | 'avif' | 'svg' | 'other'
  /** As stored, before it is turned upright; null where the header does not say. */
  readonly size: { readonly widthPx: number; readonly heightPx: number } | null
}

export function headerOf(bytes: Uint8Array): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const starts = (text: string, at = 0) =>
    bytes.length >= at + text.length &&
    Array.from(text).every((letter, index) => bytes[at + index] === letter.charCodeAt(0))
  if (starts('\u0089PNG\r\n\u001a\n'))
    return { kind: 'png', size: starts('IHDR', 12) ? sizeAt(view, 16, 'u32') : null }
  if (starts('\u00ff\u00d8\u00ff')) return { kind: 'jpeg', size: jpeg(view) }
  if (starts('RIFF') && starts('WEBP', 8)) return { kind: 'webp', size: webp(view, starts) }
  if (starts('GIF8')) return { kind: 'gif', size: sizeAt(view, 6, 'u16le') }
  if (starts('BM')) return { kind: 'bmp', size: bmp(view) }
  if (starts('II*\0') || starts('MM\0*')) return { kind: 'tiff', size: null }
  if (starts('ftyp', 4))
    return { kind: starts('avif', 8) || starts('avis', 8) ? 'avif' : 'heic', size: largestExtent(view) }
  // Readers take a PDF whose mark stands anywhere in the first kilobyte.
  const beginning = String.fromCharCode(...bytes.subarray(0, 1024))
  if (beginning.includes('%PDF-')) return { kind: 'pdf', size: null }
  return { kind: /<svg[\s>]/i.test(beginning) ? 'svg' : 'other', size: null }
}

type Size = NonNullable<Header['size']>

function sizeAt(view: DataView, at: number, as: 'u32' | 'u16' | 'u16le'): Size | null {
  const [step, read] =
    as === 'u32'
      ? [4, (offset: number) => view.getUint32(offset)]
      : [2, (offset: number) => view.getUint16(offset, as === 'u16le')]
  if (at + 2 * step > view.byteLength) return null
  return { widthPx: read(at), heightPx: read(at + step) }
}

/** Segments up to the frame header (SOFn). */
function jpeg(view: DataView): Size | null {
  for (let at = 2; at + 4 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) {
      const lines = sizeAt(view, at + 5, 'u16')
      return lines && { widthPx: lines.heightPx, heightPx: lines.widthPx }
    }
    if (marker === 0xda || marker === 0xd9) return null
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** The canvas of an extended file, or the frame of a simple one (RFC 9649). */
function webp(view: DataView, starts: (text: string, at: number) => boolean): Size | null {
  if (view.byteLength < 30) return null
  const three = (at: number) =>
    1 + (view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16))
  if (starts('VP8X', 12)) return { widthPx: three(24), heightPx: three(27) }
  if (starts('VP8 ', 12))
    return { widthPx: view.getUint16(26, true) & 0x3fff, heightPx: view.getUint16(28, true) & 0x3fff }
  if (!starts('VP8L', 12)) return null
  const bits = view.getUint32(21, true)
  return { widthPx: 1 + (bits & 0x3fff), heightPx: 1 + ((bits >>> 14) & 0x3fff) }
}

function bmp(view: DataView): Size | null {
  if (view.byteLength < 26) return null
  if (view.getUint32(14, true) === 12) return sizeAt(view, 18, 'u16le')
  return { widthPx: Math.abs(view.getInt32(18, true)), heightPx: Math.abs(view.getInt32(22, true)) }
}

/** The largest `ispe` property of a HEIF file: the picture, or the grid that its tiles make. */
function largestExtent(view: DataView): Size | null {
  let largest: Size | null = null
  const end = Math.min(view.byteLength, 1 << 20) - 16
  for (let at = 0; at <= end; at += 1) {
    if (view.getUint32(at) !== 0x69737065) continue
    const size = sizeAt(view, at + 8, 'u32')
    if (size && (largest === null || size.widthPx * size.heightPx > largest.widthPx * largest.heightPx))
      largest = size
  }
  return largest
}
