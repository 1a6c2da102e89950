import { strToU8, zlibSync } from 'fflate'
import { crc32 } from '../../../src/premises/file/crc32.ts'

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

/** 24 × 16 pixels, two dark lines on white. */
export const jpeg = fromBase64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+' +
    'gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAQABgDASIAAhEB' +
    'AxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMG/8QAIxAAAgICAQIHAAAAAAAAAAAAAgMAARESBBQxMkFRUpGhov/EABQBAQAAAAAAAAAAAAAAAAAAAAD/' +
    'xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwDTsZyT5ppQxKxBYHdmuyu7uyryKvbLoF47dQxZ+mi7HHyVwKdeUx+3jAQ1x2xZXn9fUrAR' +
    'EQP/2Q==',
)

/** The same picture. */
export const webp = fromBase64(
  'UklGRkQAAABXRUJQVlA4IDgAAAAQAwCdASoYABAAPu1iqU2ppaQiMAgBMB2JaQAAW4MQtwAA/vCL2/LGDHzbfOQP7wH7ziQuAAAAAA==',
)

export interface PngOptions {
  /** What the header says in the place of the true size. */
  readonly said?: readonly [number, number]
  readonly extra?: readonly Uint8Array[]
  /** In the place of the pixels, already packed. */
  readonly packed?: Uint8Array
}

/** A grey PNG. */
export function png(width = 24, height = 16, { said, extra = [], packed }: PngOptions = {}): Uint8Array {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, said?.[0] ?? width)
  view.setUint32(4, said?.[1] ?? height)
  header.set([8, 0, 0, 0, 0], 8)
  const pixels = packed ?? zlibSync(greyRows(width, height))
  return joined(
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...extra,
    pngChunk('IDAT', pixels),
    pngChunk('IEND', new Uint8Array()),
  )
}

function greyRows(width: number, height: number): Uint8Array {
  const rows = new Uint8Array((width + 1) * height)
  for (let at = 0; at < rows.length; at += 1) rows[at] = at % (width + 1) === 0 ? 0 : (at * 7) & 0xff
  return rows
}

export function pngChunk(kind: string, data: Uint8Array): Uint8Array {
  const body = joined(strToU8(kind, true), data)
  const [length, check] = [new Uint8Array(4), new Uint8Array(4)]
  new DataView(length.buffer).setUint32(0, data.length)
  new DataView(check.buffer).setUint32(0, crc32(body))
  return joined(length, body, check)
}

export interface ExifOptions {
  readonly orientation?: number
  readonly little?: boolean
  /** Where the directory is said to be, and how many entries it is said to have. */
  readonly directory?: number
  readonly entries?: number
}

/** The JPEG with an EXIF segment before all else. */
export function withExif(options: ExifOptions = {}, picture: Uint8Array = jpeg): Uint8Array {
  const { orientation = 6, little = false, directory = 8, entries = 1 } = options
  const exif = new Uint8Array(32)
  exif.set(strToU8('Exif\0\0', true))
  const view = new DataView(exif.buffer)
  view.setUint16(6, little ? 0x4949 : 0x4d4d)
  view.setUint16(8, 42, little)
  view.setUint32(10, directory, little)
  view.setUint16(14, entries, little)
  view.setUint16(16, 0x0112, little)
  view.setUint16(18, 3, little)
  view.setUint32(20, 1, little)
  view.setUint16(24, orientation, little)
  return withSegment(0xe1, exif, picture)
}

export function withSegment(marker: number, data: Uint8Array, picture: Uint8Array = jpeg): Uint8Array {
  const head = new Uint8Array([0xff, marker, ((data.length + 2) >> 8) & 0xff, (data.length + 2) & 0xff])
  return joined(picture.subarray(0, 2), head, data, picture.subarray(2))
}

/** The JPEG whose frame header says another size. */
export function jpegOfSize(width: number, height: number): Uint8Array {
  const bytes = jpeg.slice()
  const at = bytes.findIndex((byte, index) => byte === 0xff && bytes[index + 1] === 0xc0)
  new DataView(bytes.buffer).setUint16(at + 5, height)
  new DataView(bytes.buffer).setUint16(at + 7, width)
  return bytes
}

/** An extended WebP whose canvas is said to be so large, around the simple one. */
export function webpOfSize(width: number, height: number): Uint8Array {
  const three = (value: number) => [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff]
  const extended = joined(
    strToU8('VP8X', true),
    new Uint8Array([10, 0, 0, 0, 0, 0, 0, 0, ...three(width - 1), ...three(height - 1)]),
    webp.subarray(12),
  )
  const head = joined(strToU8('RIFF', true), new Uint8Array(4), strToU8('WEBP', true))
  new DataView(head.buffer).setUint32(4, extended.length + 4, true)
  return joined(head, extended)
}

/** A GIF of one colour, its screen said to be so large. */
export function gif(width = 24, height = 16): Uint8Array {
  const at = (value: number) => [value & 0xff, value >> 8]
  return joined(
    strToU8('GIF89a', true),
    new Uint8Array([...at(width), ...at(height), 0x80, 0, 0, 255, 255, 255, 0, 0, 0]),
    new Uint8Array([0x2c, 0, 0, 0, 0, ...at(width), ...at(height), 0, 2, 2, 0x44, 1, 0, 0x3b]),
  )
}

/** A BMP of 24 bits, all grey; with the size that its header says. */
export function bmp(width = 24, height = 16, said: readonly [number, number] = [width, height]): Uint8Array {
  const row = (width * 3 + 3) & ~3
  const bytes = new Uint8Array(54 + row * height).fill(0x99, 54)
  const view = new DataView(bytes.buffer)
  bytes.set(strToU8('BM', true))
  view.setUint32(2, bytes.length, true)
  view.setUint32(10, 54, true)
  view.setUint32(14, 40, true)
  view.setInt32(18, said[0], true)
  view.setInt32(22, said[1], true)
  view.setUint16(26, 1, true)
  view.setUint16(28, 24, true)
  return bytes
}

/** The boxes of a HEIF file that say how large it is; no picture follows. */
export function heic(width = 24, height = 16, brand = 'heic'): Uint8Array {
  const box = (kind: string, data: Uint8Array) => {
    const bytes = joined(new Uint8Array(4), strToU8(kind, true), data)
    new DataView(bytes.buffer).setUint32(0, bytes.length)
    return bytes
  }
  const size = new Uint8Array(12)
  new DataView(size.buffer).setUint32(4, width)
  new DataView(size.buffer).setUint32(8, height)
  const properties = box('iprp', box('ipco', box('ispe', size)))
  return joined(
    box('ftyp', strToU8(`${brand}\0\0\0\0mif1`, true)),
    box('meta', joined(new Uint8Array(4), properties)),
  )
}

export function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
