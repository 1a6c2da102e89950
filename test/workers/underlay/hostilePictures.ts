import { strToU8, zlibSync } from 'fflate'
import { damagedCopies, type Dice, type HostileFile } from './damage.ts'
import {
  bmp,
  gif,
  heic,
  joined,
  jpeg,
  jpegOfSize,
  png,
  pngChunk,
  webp,
  webpOfSize,
  withExif,
  withSegment,
} from './pictureSource.ts'
import { onePage } from './pdfSource.ts'

const sound: Readonly<Record<string, Uint8Array>> = {
  'grey.png': png(),
  'wide.png': png(300, 4),
  'photo.jpg': jpeg,
  'turned.jpg': withExif(),
  'lossy.webp': webp,
  'large.webp': webpOfSize(24, 16),
  'one.gif': gif(),
  'grey.bmp': bmp(),
}

export function hostilePictures(dice: Dice): readonly HostileFile[] {
  const damaged = Object.entries(sound).flatMap(([name, bytes]) => damagedCopies(name, bytes, 18, dice))
  return [...damaged, ...Object.entries(made()).map(([name, bytes]) => ({ name, bytes }))]
}

function made(): Readonly<Record<string, Uint8Array>> {
  const text = (words: string) => strToU8(words)
  const zeros = zlibSync(new Uint8Array(60_000_000))
  const files: Record<string, Uint8Array> = {
    'empty.png': new Uint8Array(),
    'one-byte.jpg': new Uint8Array([0xff]),
    'mark-only.png': png().slice(0, 8),
    'mark-only.jpg': jpeg.slice(0, 3),
    'mark-only.webp': webp.slice(0, 12),
    'web-page.jpg': text('<!doctype html><img src=x onerror=alert(1)>'),
    'drawing.svg': text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'drawing.png': text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9e9"/>'),
    'entities.svg': text('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>'),
    'archive.png': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]),
    'program.jpg': strToU8('MZ\u0090\0\u0003\0\0\0', true),
    'no-header.png': joined(png().subarray(0, 8), pngChunk('IDAT', zeros.subarray(0, 1000))),
    'header-twice.png': png(24, 16, { extra: [png().subarray(8, 33)] }),
    'wrong-check.png': png().map((byte, at) => (at === 30 ? byte ^ 0xff : byte)),
    'pixels-missing.png': png(24, 16, { packed: new Uint8Array() }),
    'pixels-too-few.png': png(24, 16, { said: [4000, 4000] }),
    'pixels-too-many.png': png(24, 16, { packed: zeros }),
    'words-without-end.png': png(24, 16, { extra: [pngChunk('zTXt', joined(text('x\0\0'), zeros))] }),
    'colours-without-end.png': png(24, 16, { extra: [pngChunk('iCCP', joined(text('x\0\0'), zeros))] }),
    'film.png': png(24, 16, { extra: [pngChunk('acTL', new Uint8Array([255, 255, 255, 255, 0, 0, 0, 0]))] }),
    'pieces-many.png': png(24, 16, {
      extra: Array.from({ length: 20_000 }, () => pngChunk('tEXt', text('a\0b'))),
    }),
    'segments-many.jpg': withMany(5000),
    'scan-missing.jpg': jpeg.slice(0, jpeg.length - 120),
    'frame-missing.jpg': joined(jpeg.subarray(0, 20), jpeg.subarray(jpeg.length - 2)),
    'segment-of-no-length.jpg': withLengths(0),
    'segment-too-long.jpg': withLengths(0xffff),
    'also-a-pdf.jpg': withSegment(0xfe, onePage().slice(0, 60_000)),
    'also-a-picture.pdf': joined(jpeg, onePage()),
    'riff-long.webp': withRiff(0xffffffff),
    'riff-short.webp': withRiff(1),
    'sound.webp': strToU8('RIFF\u0010\0\0\0WAVEfmt \0\0\0\0', true),
    'tiff-of-itself.tif': strToU8(
      'II*\0\b\0\0\0\u0001\0\0\u0001\u0004\0\u0001\0\0\0\u00ff\u00ff\u00ff\u00ff\b\0\0\0',
      true,
    ),
    'tiff-nowhere.tif': strToU8('MM\0*\u00ff\u00ff\u00ff\u00ff', true),
    'nothing-in-it.heic': heic(),
    'nothing-in-it.avif': heic(24, 16, 'avif'),
  }
  const sizes: readonly (readonly [number, number])[] = [
    [0, 0],
    [0, 16],
    [24, 0],
    [1, 65_535],
    [65_535, 1],
    [30_000, 30_000],
    [65_535, 65_535],
  ]
  for (const [width, height] of sizes) {
    const said = `${width}x${height}`
    files[`said-${said}.png`] = png(24, 16, { said: [width, height] })
    files[`said-${said}.jpg`] = jpegOfSize(width, height)
    files[`said-${said}.gif`] = gif(width, height)
    files[`said-${said}.bmp`] = bmp(24, 16, [width, height])
    if (width > 0 && height > 0) files[`said-${said}.webp`] = webpOfSize(width, height)
    files[`said-${said}.heic`] = heic(width, height)
    files[`said-${said}.avif`] = heic(width, height, 'avif')
  }
  files['said-all.png'] = png(24, 16, { said: [0xffffffff, 0xffffffff] })
  files['said-all.webp'] = webpOfSize(0x1000000, 0x1000000)
  files['said-least.bmp'] = bmp(24, 16, [-0x80000000, -0x80000000])
  files['said-all.heic'] = heic(0xffffffff, 0xffffffff)
  for (const orientation of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 255, 65_535])
    for (const little of [true, false])
      files[`orientation-${orientation}-${little ? 'ii' : 'mm'}.jpg`] = withExif({ orientation, little })
  for (const directory of [0, 1, 6, 30, 65_535, 0xffffffff])
    files[`directory-at-${directory}.jpg`] = withExif({ directory })
  for (const entries of [0, 2, 65_535]) files[`entries-${entries}.jpg`] = withExif({ entries })
  files['exif-twice.jpg'] = withExif({ orientation: 3 }, withExif({ orientation: 6 }))
  return files
}

function withMany(count: number): Uint8Array {
  const one = new Uint8Array([0xff, 0xfe, 0, 4, 65, 65])
  return joined(jpeg.subarray(0, 2), ...Array.from({ length: count }, () => one), jpeg.subarray(2))
}

/** The first segment's length said otherwise. */
function withLengths(length: number): Uint8Array {
  const bytes = jpeg.slice()
  new DataView(bytes.buffer).setUint16(4, length)
  return bytes
}

function withRiff(length: number): Uint8Array {
  const bytes = webp.slice()
  new DataView(bytes.buffer).setUint32(4, length, true)
  return bytes
}
