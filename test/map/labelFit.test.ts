import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insideEvenOdd } from '../../src/premises/geometry/inside.ts'
import type { Point, Polygon } from '../../src/premises/geometry/plane.ts'
import { rectangle } from '../../src/premises/geometry/ring.ts'
import { freeRectangles, turnedBy } from '../../src/map/freeRectangles.ts'
import { fitLabel, labelFits, nameSizePx } from '../../src/map/labelFit.ts'
import { textWidth, wrapped } from '../../src/map/textWidth.ts'

/** An L-shaped room, turned and moved: arms of two widths. */
const rooms = fc
  .record({
    width: fc.double({ min: 2, max: 30, noNaN: true }),
    height: fc.double({ min: 2, max: 30, noNaN: true }),
    armX: fc.double({ min: 0.2, max: 0.9, noNaN: true }),
    armY: fc.double({ min: 0.2, max: 0.9, noNaN: true }),
    angle: fc.double({ min: -3, max: 3, noNaN: true }),
    x: fc.double({ min: -50, max: 50, noNaN: true }),
  })
  .map(({ width, height, armX, armY, angle, x }): Polygon => {
    const ring: Point[] = [
      [0, 0],
      [width, 0],
      [width, height * armY],
      [width * armX, height * armY],
      [width * armX, height],
      [0, height],
    ]
    return { outer: ring.map((point) => turnedBy([point[0] + x, point[1]], angle)), holes: [] }
  })

const names = fc.constantFrom(
  'Kho',
  'Phòng họp 301',
  'Bộ phận Tiếp nhận và Trả kết quả',
  'Khu vệ sinh nữ',
  'Sảnh',
)

describe('labels of rooms', () => {
  it('find the whole of a rectangular room free', () => {
    const [free] = freeRectangles(rectangle(2, 3, 12, 9))
    expect(free?.x).toBeCloseTo(2)
    expect(free?.width).toBeCloseTo(10)
    const tallest = Math.max(...freeRectangles(rectangle(2, 3, 12, 9)).map((one) => one.height))
    expect(tallest).toBeCloseTo(6)
  })

  it('keep clear of columns and cores: a free rectangle holds no point outside the room', () => {
    const hall: Polygon = {
      outer: rectangle(0, 0, 40, 20).outer,
      holes: [rectangle(10, 5, 20, 12).outer.toReversed(), rectangle(30, 9, 31, 10).outer.toReversed()],
    }
    for (const { x, y, width, height } of freeRectangles(hall)) {
      for (let i = 1; i < 8; i += 1) {
        for (let j = 1; j < 8; j += 1) {
          const point: Point = [x + (width * i) / 8, y + (height * j) / 8]
          // Narrower than a cell of the raster, the column of one metre may be overlooked.
          const nearColumn = Math.abs(point[0] - 30.5) < 1.2 && Math.abs(point[1] - 9.5) < 1.2
          expect(nearColumn || insideEvenOdd(hall, point)).toBe(true)
        }
      }
    }
  })

  it('stand inside the room at the scale from which they are shown', () => {
    fc.assert(
      fc.property(
        rooms,
        names,
        fc.boolean(),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (room, name, figured, angle) => {
          for (const fit of labelFits(room, figured ? { name, figure: '1:20' } : { name }, angle)) {
            const widest = Math.max(...fit.lines.map((line) => textWidth(line, 'semiBold')))
            const [along, across] = [widest * nameSizePx, fit.lines.length * nameSizePx]
            const [w, h] = fit.upright ? [across, along] : [along, across]
            for (const [sx, sy] of [
              [-1, -1],
              [1, -1],
              [1, 1],
              [-1, 1],
              [0, 1],
              [0, -1],
            ] as const) {
              const corner = turnedBy([(sx * w * fit.metresPerPx) / 2, (sy * h * fit.metresPerPx) / 2], angle)
              expect(insideEvenOdd(room, [fit.anchor[0] + corner[0], fit.anchor[1] + corner[1]])).toBe(true)
            }
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('come in an order of smaller and smaller scales, on few lines first', () => {
    const fits = labelFits(rectangle(0, 0, 8, 6), { name: 'Phòng Truyền thống', figure: '4' })
    expect(fits[0]?.lines).toEqual(['Phòng Truyền thống', '4'])
    expect(fits[1]?.lines).toEqual(['Phòng', 'Truyền thống', '4'])
    const scales = fits.map((fit) => fit.metresPerPx)
    expect(scales).toEqual(scales.toSorted((a, b) => a - b))
  })

  it('run along a narrow corridor that goes up the page', () => {
    expect(fitLabel(rectangle(0, 0, 2, 20), { name: 'Hành lang nhà ăn' })?.upright).toBe(true)
    expect(fitLabel(rectangle(0, 0, 20, 2), { name: 'Hành lang nhà ăn' })?.upright).toBe(false)
  })

  it('break names only between words, the longest line as short as can be', () => {
    expect(wrapped('Bộ phận Tiếp nhận và Trả kết quả', 2, 'semiBold')).toEqual([
      'Bộ phận Tiếp nhận',
      'và Trả kết quả',
    ])
    expect(wrapped('Kho', 3, 'regular')).toEqual(['Kho'])
  })

  it('count a letter with its marks as wide as the letter that it is built on', () => {
    expect(textWidth('Ẫ', 'regular')).toBe(textWidth('A', 'regular'))
    expect(textWidth('ữ'.normalize('NFD'), 'semiBold')).toBe(textWidth('ữ', 'semiBold'))
  })
})
