import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePosition, sexagesimalText } from '../../src/desks/planning/position.ts'

describe('a position as maps write it', () => {
  test.each<[string, readonly [number, number] | null]>([
    ['21.0285, 105.8542', [105.8542, 21.0285]],
    ['21,0285; 105,8542', [105.8542, 21.0285]],
    ['21.0285 105.8542', [105.8542, 21.0285]],
    ['-33.86, 151.21', [151.21, -33.86]],
    ['21.0285°, 105.8542°', [105.8542, 21.0285]],
    ['', null],
    ['Hà Nội', null],
    // Longitude first, as GeoJSON has it: no latitude is above 90°.
    ['105.8542, 21.0285', [105.8542, 21.0285]],
    ['105.8542, 105.8542', null],
    ['21.0285', null],
    ['91, 91', null],
  ])('%j', (text, position) => expect(parsePosition(text)).toEqual(position))

  test('degrees, minutes and seconds with N and E', () => {
    const [longitude, latitude] = parsePosition(`21°01'42.6"N 105°51'15.1"E`) ?? [0, 0]
    expect(latitude).toBeCloseTo(21 + 1 / 60 + 42.6 / 3600, 9)
    expect(longitude).toBeCloseTo(105 + 51 / 60 + 15.1 / 3600, 9)
  })

  test.each([
    `21°01'42.6" 105°51'15.1"`,
    `21° 01′ 42,6″ B, 105° 51′ 15,1″ Đ`,
    `21 01 42.6 N; 105 51 15.1 E`,
    `N 21°01'42.6" E 105°51'15.1"`,
    `105°51'15.1"E 21°01'42.6"N`,
    `21d01m42.6s 105d51m15.1s`,
  ])('%s, with the letters of either language or none', (text) => {
    const [longitude, latitude] = parsePosition(text) ?? [0, 0]
    expect(latitude).toBeCloseTo(21 + 1 / 60 + 42.6 / 3600, 9)
    expect(longitude).toBeCloseTo(105 + 51 / 60 + 15.1 / 3600, 9)
  })

  test('degrees and minutes alone', () => {
    expect(parsePosition(`21°30' 105°45'`)).toEqual([105.75, 21.5])
    expect(parsePosition(`33°30'S 70°45'W`)).toEqual([-70.75, -33.5])
  })

  test.each([`21°61' 105°45'`, `21°30' 105°45'60"`, `21°30'`, `21°30'N 22°30'N`])('not %s', (text) =>
    expect(parsePosition(text)).toBeNull(),
  )

  test('is written so that it is read again', () => {
    expect(sexagesimalText([105.8542, 21.0285], 'en')).toBe(`21°01′42.60″N 105°51′15.12″E`)
    expect(sexagesimalText([105.8542, 21.0285], 'vi')).toBe(`21°01′42.60″B 105°51′15.12″Đ`)
    expect(parsePosition(sexagesimalText([105.8542, 21.0285], 'vi'))?.[0]).toBeCloseTo(105.8542, 6)
    expect(sexagesimalText([105.9999999999, 20.99999999], 'en')).toBe(`21°00′00.00″N 106°00′00.00″E`)
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
