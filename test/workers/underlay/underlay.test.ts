import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from '../../../src/premises/geometry/plane.ts'
import { PersonError } from '../../../src/premises/message.ts'
import { straightening } from '../../../src/premises/straightening.ts'
import { createLocalPool } from '../../../workers/pool.local.ts'
import { headerOf } from '../../../workers/underlay/header.ts'
import type { LineEnds, UnderlayTask } from '../../../workers/underlay/job.ts'
import { lineEnds } from '../../../workers/underlay/lineEnds.ts'
import { keptSize } from '../../../workers/underlay/picture.ts'
import { resample } from '../../../workers/underlay/resample.ts'
import { plan, planPdf } from '../../browser/planPdf.ts'
import { onePage, type PageParts } from './pdfSource.ts'
import { bmp, gif, heic, jpeg, jpegOfSize, png, webp, webpOfSize, withExif } from './pictureSource.ts'

async function ask(task: UnderlayTask): Promise<unknown> {
  const pool = createLocalPool(1)
  try {
    return await pool.run('underlay', task)
  } finally {
    pool.close()
  }
}

const named = (bytes: Uint8Array, name = 'mat-bang.pdf') => ({ name, bytes })

/** Ends of a page that is 1190 × 842 points and drawn 4959 pixels wide, in points from the lower left. */
async function endsOf(parts: PageParts): Promise<readonly Point[]> {
  const answer = (await ask({ task: 'ends', file: named(onePage(parts)), page: 1 })) as LineEnds | null
  return answer === null
    ? []
    : pointsOf(answer).map(([u, v]) => [u / pxPerPoint, 842 - v / pxPerPoint] as const)
}

const pxPerPoint = 300 / 72

function pointsOf({ part: { bytes } }: LineEnds): Point[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.length / 8 }, (_, index) => [
    view.getFloat32(8 * index, true),
    view.getFloat32(8 * index + 4, true),
  ])
}

/** As sets, to a tenth of a point. */
const rounded = (points: readonly Point[]) =>
  points.map(([x, y]) => `${(x + 1e-9).toFixed(1)} ${(y + 1e-9).toFixed(1)}`).toSorted()

const stream = (content: string): PageParts => ({ content: { stream: content } })

describe('ends of the lines of a PDF page', () => {
  it('are where lines begin, bend and end', async () => {
    const ends = await endsOf(stream('100 100 m 300 100 l 300 250 l S'))
    expect(rounded(ends)).toEqual(
      rounded([
        [100, 100],
        [300, 100],
        [300, 250],
      ]),
    )
  })

  it('of curves: their ends, not the points that pull them', async () => {
    expect(rounded(await endsOf(stream('100 100 m 100 200 200 300 300 300 c S')))).toEqual(
      rounded([
        [100, 100],
        [300, 300],
      ]),
    )
  })

  it('follow what turns, shrinks and moves the drawing, and come back with it', async () => {
    const ends = await endsOf(stream('q 0 2 -2 0 500 100 cm 0 0 m 50 0 l S Q 10 20 m 30 20 l S'))
    expect(rounded(ends)).toEqual(
      rounded([
        [500, 100],
        [500, 200],
        [10, 20],
        [30, 20],
      ]),
    )
  })

  it('are found in forms, through the form’s own matrix', async () => {
    const ends = await endsOf({
      content: { stream: 'q 1 0 0 1 100 0 cm /X1 Do Q 5 5 m 6 7 l S' },
      resources: '/XObject << /X1 5 0 R >>',
      more: [
        {
          stream: '0 0 m 40 80 l S',
          dict: '/Type /XObject /Subtype /Form /BBox [0 0 999 999] /Matrix [0.5 0 0 0.5 10 20]',
        },
      ],
    })
    expect(rounded(ends)).toEqual(
      rounded([
        [110, 20],
        [130, 60],
        [5, 5],
        [6, 7],
      ]),
    )
  })

  it('are not of what only clips, of hidden layers, or outside the page', async () => {
    const ends = await endsOf({
      content: {
        stream:
          '10 10 400 400 re W n 50 50 m 60 60 l S /OC /L1 BDC 70 70 m 80 80 l S EMC 90 90 m 5000 90 l S 20 30 m 40 30 l S',
      },
      resources: '/Properties << /L1 5 0 R >>',
      catalog: '/OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >>',
      more: ['<< /Type /OCG /Name (An) >>'],
    })
    expect(rounded(ends)).toEqual(
      rounded([
        [50, 50],
        [60, 60],
        [90, 90],
        [20, 30],
        [40, 30],
      ]),
    )
  })

  it('come once, however often a corner is drawn', async () => {
    expect(await endsOf(stream('100 100 m 200 100 l S '.repeat(500)))).toHaveLength(2)
  })

  it('of a page that lies on its side stand where the picture shows them', async () => {
    const file = named(onePage({ ...stream('100 50 m 300 50 l S'), page: '/Rotate 90' }))
    const answer = (await ask({ task: 'ends', file, page: 1 })) as LineEnds
    // Turned clockwise: what was x runs down, what was y runs to the right.
    expect(rounded(pointsOf(answer).map(([u, v]) => [u / pxPerPoint, v / pxPerPoint]))).toEqual(
      rounded([
        [50, 100],
        [50, 300],
      ]),
    )
  })

  it('of a plan at 1 : 100 are its corners, to a few millimetres of the building', async () => {
    const answer = (await ask({ task: 'ends', file: named(planPdf()), page: 1 })) as LineEnds
    const metresPerPx = (420 / 1000 / 4961) * 100
    const points = pointsOf(answer)
    // The house stands 60 mm from the left and 70 mm from the bottom of the A3 sheet.
    for (const [x, y] of [
      [0, 0],
      [plan.width, 0],
      [plan.width, plan.depth],
      [0, plan.depth],
      [12, plan.depth],
    ] as const) {
      const [u, v] = [(6 + x) / metresPerPx, 3508 - (7 + y) / metresPerPx]
      const nearest = Math.min(...points.map((point) => Math.hypot(point[0] - u, point[1] - v)))
      expect(nearest * metresPerPx).toBeLessThan(0.006)
    }
  })

  it('stay below their number: near ones are taken together, none moves by more than its cell', () => {
    const path = new Float32Array(3 * 40_000)
    for (let index = 0; index < 40_000; index += 1)
      path.set([index === 0 ? 0 : 1, (index % 200) * 5, Math.floor(index / 200) * 5], 3 * index)
    const ends = lineEnds([{ matrix: [1, 0, 0, 1, 0, 0], path }], [1, 0, 0, 1, 0, 0], 1000, 1000, 5000)
    expect(ends.length / 2).toBeLessThanOrEqual(5000)
    expect(ends.length / 2).toBeGreaterThan(1000)
    for (let at = 0; at < ends.length; at += 2) {
      const [u, v] = [ends[at]!, ends[at + 1]!]
      expect(Math.hypot(u - Math.ceil(u / 5) * 5, v - Math.ceil(v / 5) * 5)).toBeLessThan(16 * Math.SQRT2)
    }
  })
})

describe('a file is looked at', () => {
  it('a PDF: how many pages', async () => {
    expect(await ask({ task: 'look', file: named(planPdf()) })).toEqual({ kind: 'pdf', pages: 1 })
  })

  it('a picture, by what is in it and not by its name', async () => {
    expect(await ask({ task: 'look', file: named(png(), 'anh.pdf') })).toEqual({ kind: 'picture' })
  })

  it.each([
    ['PNG', png(1200, 7), 'png', 1200, 7],
    ['JPEG', jpeg, 'jpeg', 24, 16],
    ['JPEG with EXIF, as stored', withExif(), 'jpeg', 24, 16],
    ['JPEG of another size', jpegOfSize(4000, 3000), 'jpeg', 4000, 3000],
    ['WebP', webp, 'webp', 24, 16],
    ['WebP, extended', webpOfSize(9000, 70), 'webp', 9000, 70],
    ['GIF', gif(640, 480), 'gif', 640, 480],
    ['BMP, upside down', bmp(24, 16, [24, -16]), 'bmp', 24, 16],
    ['HEIC', heic(4032, 3024), 'heic', 4032, 3024],
    ['AVIF', heic(800, 600, 'avif'), 'avif', 800, 600],
  ] as const)('%s says how large it is before it is decoded', (_name, bytes, kind, widthPx, heightPx) => {
    expect(headerOf(bytes)).toEqual({ kind, size: { widthPx, heightPx } })
  })

  it('whatever the bytes', () => {
    const marks = [
      '',
      '\u0089PNG\r\n\u001a\n',
      '\u00ff\u00d8\u00ff',
      'RIFFxxxxWEBPVP8 ',
      'GIF89a',
      'BM',
      '\0\0\0\u0018ftypheic',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 200 }), (mark, rest) => {
        const bytes = Uint8Array.from([...Array.from(mark, (letter) => letter.charCodeAt(0)), ...rest])
        expect(headerOf(bytes).kind).toBeTypeOf('string')
      }),
    )
  })

  it.each([
    ['more pixels than memory', jpegOfSize(30_000, 30_000), 'underlayTooManyPixels'],
    ['no pixels', png(1, 1, { said: [0, 5] }), 'underlayDamaged'],
    ['a text', new TextEncoder().encode('hello'), 'underlayNoPicture'],
    ['nothing', new Uint8Array(), 'underlayEmpty'],
  ] as const)('%s is refused before anything is decoded', async (_name, bytes, code) => {
    const error: unknown = await ask({ task: 'look', file: named(bytes, 'x.jpg') }).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(PersonError)
    expect((error as PersonError).report).toMatchObject({ code, where: { file: 'x.jpg' } })
  })

  it('larger pictures are kept with fewer pixels, in the same shape', () => {
    expect(keptSize({ widthPx: 8064, heightPx: 6048 })).toEqual({ widthPx: 8064, heightPx: 6048 })
    for (const size of [
      { widthPx: 12_240, heightPx: 16_320 },
      { widthPx: 30_000, heightPx: 300 },
    ]) {
      const kept = keptSize(size)
      expect(kept.widthPx * kept.heightPx).toBeLessThanOrEqual(50e6)
      expect(Math.max(kept.widthPx, kept.heightPx)).toBeLessThanOrEqual(8192)
      expect(kept.widthPx / kept.heightPx / (size.widthPx / size.heightPx)).toBeCloseTo(1, 1)
    }
  })
})

describe('a photo straightened', () => {
  const picture = (width: number, height: number, colour: (x: number, y: number) => number) => {
    const pixels = new Uint8ClampedArray(width * height * 4)
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) {
        const at = (y * width + x) * 4
        pixels[at] = pixels[at + 1] = pixels[at + 2] = colour(x + 0.5, y + 0.5)
        pixels[at + 3] = 255
      }
    return pixels
  }

  it('by corners that are its own is the same to the bit', () => {
    const photo = picture(40, 30, (x, y) => (x * 37 + y * 91) % 256)
    const { matrix, widthPx, heightPx } = straightening(
      [
        [0, 0],
        [40, 0],
        [40, 30],
        [0, 30],
      ],
      { widthPx: 40, heightPx: 30 },
      1000,
    )
    expect([widthPx, heightPx]).toEqual([40, 30])
    const made = new Uint8ClampedArray(photo.length)
    resample(photo, 40, 30, Float64Array.from(matrix), made, 40, 0, 30)
    expect(made).toEqual(photo)
  })

  it('shows at every pixel the shade of the place in the photo: exact for an even slope of grey', () => {
    const shade = (x: number, y: number) => 20 + x * 0.5 + y * 0.25
    const photo = picture(200, 150, shade)
    const corners = [
      [30, 20],
      [170, 35],
      [160, 130],
      [45, 120],
    ] as const
    const made = straightening(corners, { widthPx: 200, heightPx: 150 }, 1000)
    const { widthPx, heightPx, matrix: m } = made
    const pixels = new Uint8ClampedArray(widthPx * heightPx * 4)
    resample(photo, 200, 150, Float64Array.from(m), pixels, widthPx, 0, heightPx)
    for (let row = 0; row < heightPx; row += 7)
      for (let column = 0; column < widthPx; column += 7) {
        const [u, v] = [column + 0.5, row + 0.5]
        const at = (k: number) => m[3 * k]! * u + m[3 * k + 1]! * v + m[3 * k + 2]!
        const expected = shade(at(0) / at(2), at(1) / at(2))
        // A byte of the photo, and one of the result, are rounded by half at most.
        expect(Math.abs(pixels[(row * widthPx + column) * 4]! - expected)).toBeLessThanOrEqual(1)
      }
  })

  it('is white where the corners lie outside the photo', () => {
    const pixels = new Uint8ClampedArray(4 * 4)
    resample(
      picture(4, 4, () => 0),
      4,
      4,
      Float64Array.from([1, 0, -50, 0, 1, 0, 0, 0, 1]),
      pixels,
      4,
      0,
      1,
    )
    expect([...pixels]).toEqual(Array.from({ length: 16 }, () => 255))
  })
})
