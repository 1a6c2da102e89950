import { describe, expect, test } from 'vitest'
import { distanceM, type Position } from '../../src/premises/placement.ts'
import {
  concernsOf,
  gridConverter,
  meridians,
  meridianText,
  parseGridPoint,
  provinces,
  type Grid,
} from '../../src/premises/vn2000.ts'

const three = (meridianDeg: number): Grid => ({ meridianDeg, zoneDeg: 3 })
const six = (meridianDeg: number): Grid => ({ meridianDeg, zoneDeg: 6 })

describe('VN-2000 becomes WGS 84', () => {
  // Easting, northing → longitude, latitude by PROJ 9.5.1 with EPSG:9217, 9218, 9205, 3406 (transformation EPSG 6960), and by
  // its pipeline with `convention=coordinate_frame` for the others.
  test.each([
    [three(108.25), 568262.924, 1255172.51, 108.877201144, 11.349358047],
    [three(105.75), 600997, 1189964, 106.675242471, 10.759093142],
    [six(105), 587000, 2325000, 105.839104106, 21.022726497],
    [six(111), 300000, 1330000, 109.16466726, 12.024090623],
    [three(105.5), 550000, 2300000, 105.982170164, 20.791983574],
    [three(108.5), 480000, 1400000, 108.317664651, 12.659297992],
    [three(107.75), 520000, 1780000, 107.938785586, 16.094097201],
    [three(103), 510000, 2400000, 103.098542378, 21.69593197],
  ])('as PROJ has it: %o, %d E, %d N', async (grid, eastingM, northingM, longitude, latitude) => {
    const { toWgs84 } = await gridConverter(grid)
    expect(distanceM(toWgs84({ eastingM, northingM }), [longitude, latitude])).toBeLessThan(0.001)
  })

  test('a point of Ninh Thuận as a surveyors’ worksheet has it, within a centimetre', async () => {
    const { toWgs84 } = await gridConverter(three(108.25))
    const at = toWgs84({ eastingM: 568262.924, northingM: 1255172.51 })
    expect(distanceM(at, [108.87720114429756, 11.349358065695681])).toBeLessThan(0.01)
  })

  test('the rotations copied without turning their sign would miss by half a metre', async () => {
    const { toWgs84 } = await gridConverter(three(108.25))
    const copied: Position = [108.877196366, 11.349356707]
    const miss = distanceM(toWgs84({ eastingM: 568262.924, northingM: 1255172.51 }), copied)
    expect(miss).toBeGreaterThan(0.4)
    expect(miss).toBeLessThan(1)
  })

  // What the ellipsoids' heights differ by (tens of metres) is left out on both ways: a millimetre.
  test.each(meridians)('and back within 2 mm about %d°', async (meridianDeg) => {
    for (const zoneDeg of [3, 6] as const) {
      const { toWgs84, fromWgs84 } = await gridConverter({ meridianDeg, zoneDeg })
      for (const [eastingM, northingM] of [
        [500_000, 2_300_000],
        [350_000, 950_000],
        [700_000, 1_700_000],
      ] as const) {
        const back = fromWgs84(toWgs84({ eastingM, northingM }))
        expect(Math.abs(back.eastingM - eastingM)).toBeLessThan(0.002)
        expect(Math.abs(back.northingM - northingM)).toBeLessThan(0.002)
      }
    }
  })

  test('near the central meridian the plane is 1 part in 10 000 short, in six-degree zones 4', async () => {
    for (const [grid, scale] of [
      [three(105), 0.9999],
      [six(105), 0.9996],
    ] as const) {
      const { toWgs84 } = await gridConverter(grid)
      const from = toWgs84({ eastingM: 499_500, northingM: 2_326_000 })
      const to = toWgs84({ eastingM: 500_500, northingM: 2_326_000 })
      expect(distanceM(from, to) * scale).toBeCloseTo(1000, 2)
    }
  })
})

describe('A grid point is read as drawings write it', () => {
  const expected = { northingM: 2325123.45, eastingM: 586432.1 }
  test.each([
    'X = 2325123,45; Y = 586432,10',
    'X = 2.325.123,45; Y = 586.432,10',
    '2325123.45, 586432.10',
    '2325123.45,586432.10',
    '2325123,45,586432,10',
    '2325123,45 586432,1',
    '586432.10 2325123.45',
    'E: 586,432.10; N: 2,325,123.45',
    '2 325 123,45; 586 432,10 m',
    'X(m): 2325123.45\tY(m): 586432.10',
    'X: 2325123,450\nY: 586432,100',
  ])('%j', (text) => {
    expect(parseGridPoint(text)).toEqual(expected)
  })

  test('with whole numbers, grouped or not', () => {
    expect(parseGridPoint('2.325.123 586.432')).toEqual({ northingM: 2325123, eastingM: 586432 })
    expect(parseGridPoint('1190000;603000')).toEqual({ northingM: 1190000, eastingM: 603000 })
  })

  test.each([
    '',
    '2325123.45',
    '21.0285, 105.8542',
    'abc; def',
    '1;2;3',
    '2325123.45; 2325123.45',
    '1.2.3,4; 5',
  ])('not %j', (text) => {
    expect(parseGridPoint(text)).toBeNull()
  })
})

describe('What speaks against a point', () => {
  test('Vietnam has its mainland, its islands, Hoàng Sa and Trường Sa', () => {
    const places: readonly Position[] = [
      [105.8542, 21.0285],
      [104.8, 8.6],
      [106.6, 8.69],
      [103.97, 10.22],
      [112.34, 16.53],
      [111.92, 8.64],
      [114.33, 10.38],
    ]
    for (const place of places) expect(concernsOf(place, null)).toEqual([])
  })

  test('elsewhere is outside', () => {
    for (const place of [
      [100.5, 13.75],
      [105.8542, 25],
      [121, 14.6],
      [0, 0],
    ] satisfies Position[])
      expect(concernsOf(place, null)).toEqual(['outsideVietnam'])
  })

  test('a meridian more than three degrees away is likely another’s', () => {
    expect(concernsOf([105.85, 21.03], three(108.5))).toEqual([])
    expect(concernsOf([105.4, 21.03], three(108.5))).toEqual(['farFromMeridian'])
  })
})

describe('The table of provinces', () => {
  test('has 34, made of the former 63, each once', () => {
    expect(provinces).toHaveLength(34)
    const former = provinces.flatMap((province) => province.former.map(({ name }) => name))
    expect(new Set(former).size).toBe(63)
    expect(former).toHaveLength(63)
  })

  test('a meridian is a quarter of a degree that Vietnam reaches', () => {
    for (const degrees of meridians) {
      expect((degrees * 4) % 1).toBe(0)
      expect(degrees).toBeGreaterThanOrEqual(102)
      expect(degrees).toBeLessThanOrEqual(109)
    }
    expect(meridianText(105.75)).toBe('105°45′')
    expect(meridianText(105)).toBe('105°00′')
  })

  test('gives meridians that are at most a zone away from those of the parts', () => {
    for (const province of provinces)
      for (const former of province.former)
        expect(Math.abs(former.meridianDeg - province.meridianDeg)).toBeLessThanOrEqual(2)
  })
})
