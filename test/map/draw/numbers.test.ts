import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  angleAt,
  cornerByNumbers,
  oppositeCorner,
  parseDegrees,
  parseMetres,
  parseTwo,
  rectangleOf,
} from '../../../src/map/draw/numbers.ts'
import { ringArea } from '../../../src/map/draw/picture.ts'
import { distance } from '../../../src/premises/geometry/segment.ts'

describe('lengths as they are typed', () => {
  test.each<[string, number | null]>([
    ['3,6', 3.6],
    ['3.6', 3.6],
    ['3.456', 3.456],
    [' 12 ', 12],
    [',9', 0.9],
    ['4,', 4],
    ['3600mm', 3.6],
    ['360 cm', 3.6],
    ['3,6 m', 3.6],
    ['１２', 12],
    ['0', null],
    ['-2', null],
    ['1.234,5', null],
    ['1001', null],
    ['3,6 x 4', null],
    ['rộng', null],
    ['', null],
  ])('%j', (text, metres) => {
    const read = parseMetres(text)
    if (metres === null) expect(read).toBeNull()
    else expect(read).toBeCloseTo(metres, 9)
  })

  test('two in one field', () => {
    expect(parseTwo('3,6 x 4.2')).toEqual([3.6, 4.2])
    expect(parseTwo('3,6×4')).toEqual([3.6, 4])
    expect(parseTwo('3,6')).toBeNull()
    expect(parseTwo('3,6 x ')).toBeNull()
  })

  test('an angle may carry its sign', () => {
    expect(parseDegrees('90°')).toBe(90)
    expect(parseDegrees('22,5')).toBe(22.5)
    expect(parseDegrees('400')).toBeNull()
  })
})

describe('corners from numbers', () => {
  test('a length alone goes the way of the pointer', () => {
    const at = cornerByNumbers([[1, 1]], [1, 0], [1, 9], 2.5, null)
    expect(at?.[0]).toBeCloseTo(1, 9)
    expect(at?.[1]).toBeCloseTo(3.5, 9)
  })

  test('an angle counts from the stretch before, to the side of the pointer', () => {
    const corners = [[0, 0], [4, 0]] as const // prettier-ignore
    const up = cornerByNumbers(corners, [1, 0], [5, 3], 2, 90)
    expect(up?.[0]).toBeCloseTo(4, 9)
    expect(up?.[1]).toBeCloseTo(2, 9)
    const down = cornerByNumbers(corners, [1, 0], [5, -3], 2, 90)
    expect(down?.[1]).toBeCloseTo(-2, 9)
  })

  test('what is typed is what is measured', () => {
    const coordinate = fc.double({ min: -20, max: 20, noNaN: true })
    fc.assert(
      fc.property(
        fc.tuple(coordinate, coordinate),
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        fc.double({ min: 1, max: 179, noNaN: true }),
        (pointer, length, degrees) => {
          const corners = [[-3, 2], [4, 1]] as const // prettier-ignore
          const at = cornerByNumbers(corners, [1, 0], pointer, length, degrees)
          if (!at) throw new Error('no corner')
          expect(distance([4, 1], at)).toBeCloseTo(length, 6)
          expect(angleAt(corners, [1, 0], at)).toBeCloseTo(degrees, 4)
        },
      ),
    )
  })

  test('a rectangle has the typed sides whichever way the pointer lies and the axes are turned', () => {
    const coordinate = fc.double({ min: -20, max: 20, noNaN: true })
    fc.assert(
      fc.property(
        fc.tuple(coordinate, coordinate),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        (pointer, angle) => {
          const axis = [Math.cos(angle), Math.sin(angle)] as const
          const { ring, widthM, heightM } = rectangleOf(
            [1, 1],
            oppositeCorner([1, 1], pointer, axis, 3.6, 4.2),
            axis,
          )
          expect([widthM, heightM]).toEqual([expect.closeTo(3.6, 9), expect.closeTo(4.2, 9)])
          expect(ringArea(ring)).toBeCloseTo(3.6 * 4.2, 6)
        },
      ),
    )
  })
})
