import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePosition } from '../../src/desks/planning/position.ts'

describe('a position as maps write it', () => {
  test.each<[string, readonly [number, number] | null]>([
    ['21.0285, 105.8542', [105.8542, 21.0285]],
    ['21,0285; 105,8542', [105.8542, 21.0285]],
    ['21.0285 105.8542', [105.8542, 21.0285]],
    ['-33.86, 151.21', [151.21, -33.86]],
    ['21.0285°, 105.8542°', [105.8542, 21.0285]],
    ['', null],
    ['Hà Nội', null],
    ['105.8542, 21.0285', null],
    ['21.0285', null],
    ['91, 10', null],
  ])('%j', (text, position) => expect(parsePosition(text)).toEqual(position))

  test('degrees, minutes and seconds with N and E', () => {
    const [longitude, latitude] = parsePosition(`21°01'42.6"N 105°51'15.1"E`) ?? [0, 0]
    expect(latitude).toBeCloseTo(21 + 1 / 60 + 42.6 / 3600, 9)
    expect(longitude).toBeCloseTo(105 + 51 / 60 + 15.1 / 3600, 9)
  })

  test('whatever is written with six decimals comes back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -89_999_999, max: 89_999_999 }),
        fc.integer({ min: -179_999_999, max: 179_999_999 }),
        (a, b) => {
          const [latitude, longitude] = [a / 1e6, b / 1e6]
          const read = parsePosition(`${latitude.toFixed(6)}, ${longitude.toFixed(6)}`)
          expect(read?.[0]).toBeCloseTo(longitude, 6)
          expect(read?.[1]).toBeCloseTo(latitude, 6)
        },
      ),
    )
  })
})
