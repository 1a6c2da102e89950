import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Point } from '../../src/premises/geometry/plane.ts'
import { asId, type LevelId } from '../../src/premises/ids.ts'
import { type Corners, straightening, straightPixel } from '../../src/premises/straightening.ts'
import {
  firstPlace,
  fitted,
  pixelAt,
  planPoint,
  scaledByLength,
  type UnderlayPlace,
} from '../../src/premises/underlay.ts'
import { buildPremises } from '../builder.ts'

const finite = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
const anyPlace: fc.Arbitrary<UnderlayPlace> = fc.record({
  origin: fc.tuple(finite(500), finite(500)),
  metresPerPx: fc.double({ min: 1e-3, max: 1, noNaN: true }),
  turnDeg: finite(180),
})
const anyPixel = fc.tuple(fc.integer({ min: 0, max: 8000 }), fc.integer({ min: 0, max: 8000 }))
const apart = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])

describe('a picture on the plan', () => {
  test('upright, its pixels run right and down from the upper left corner', () => {
    const place: UnderlayPlace = { origin: [10, 20], metresPerPx: 0.5, turnDeg: 0 }
    expect(planPoint(place, [4, 0])).toEqual([12, 20])
    expect(planPoint(place, [0, 4])).toEqual([10, 18])
  })

  test('turned by 90° its upper edge runs down: clockwise on the plan', () => {
    const [x, y] = planPoint({ origin: [0, 0], metresPerPx: 1, turnDeg: 90 }, [3, 0])
    expect([x, y]).toEqual([expect.closeTo(0, 12), expect.closeTo(-3, 12)])
  })

  test('a pixel found again from its plan point', () => {
    fc.assert(
      fc.property(anyPlace, anyPixel, (place, pixel) => {
        expect(apart(pixelAt(place, planPoint(place, pixel)), pixel)).toBeLessThan(1e-6)
      }),
    )
  })
})

describe('the scale from one known length', () => {
  test('the two points are so far apart afterwards, and the first has not moved', () => {
    fc.assert(
      fc.property(
        anyPlace,
        anyPixel,
        anyPixel,
        fc.double({ min: 0.1, max: 500, noNaN: true }),
        (place, p, q, length) => {
          fc.pre(apart(p, q) >= 1)
          const [a, b] = [planPoint(place, p), planPoint(place, q)]
          const scaled = scaledByLength(place, a, b, length)
          expect(apart(planPoint(scaled, p), a)).toBeLessThan(1e-6)
          expect(apart(planPoint(scaled, p), planPoint(scaled, q))).toBeCloseTo(length, 6)
          expect(scaled.turnDeg).toBe(place.turnDeg)
        },
      ),
    )
  })

  test.each([
    ['one point, tapped twice', [1, 1], [1, 1], 5, 'underlayPointsCoincide'],
    ['no length', [0, 0], [1, 1], 0, 'underlayLengthNeeded'],
    ['a length that is no number', [0, 0], [1, 1], Number.NaN, 'underlayLengthNeeded'],
  ] as const)('%s is refused', (_name, a, b, length, code) => {
    const place: UnderlayPlace = { origin: [0, 0], metresPerPx: 0.01, turnDeg: 0 }
    expect(() => scaledByLength(place, a, b, length)).toThrow(code)
  })
})

describe('the place from points that are known on both', () => {
  const anyPairs = fc.array(fc.record({ pixel: anyPixel, plan: fc.tuple(finite(200), finite(200)) }), {
    minLength: 2,
    maxLength: 4,
  })
  const spread = (points: readonly Point[]) =>
    Math.max(...points.map((each) => apart(each, points[0] ?? each)))

  test('points that a place made give that place back, without a miss', () => {
    fc.assert(
      fc.property(anyPlace, fc.array(anyPixel, { minLength: 2, maxLength: 4 }), (place, pixels) => {
        fc.pre(spread(pixels) > 10)
        const fit = fitted(pixels.map((pixel) => ({ pixel, plan: planPoint(place, pixel) })))
        if (fit === null) throw new Error('no fit')
        expect(fit.worstM).toBeLessThan(1e-6)
        expect(fit.place.metresPerPx / place.metresPerPx).toBeCloseTo(1, 6)
        for (const pixel of pixels)
          expect(apart(planPoint(fit.place, pixel), planPoint(place, pixel))).toBeLessThan(1e-6)
      }),
    )
  })

  test('points that do not agree: the same as the normal equations, solved without any centring', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        fc.pre(spread(pairs.map(({ pixel }) => pixel)) > 10)
        const expected = byNormalEquations(pairs)
        fc.pre(Math.hypot(expected.a, expected.b) > 1e-6)
        const fit = fitted(pairs)
        if (fit === null) throw new Error('no fit')
        const squares = pairs.map(({ pixel, plan }) => apart(expected.at(pixel), plan) ** 2)
        const sum = squares.reduce((total, each) => total + each, 0)
        expect(fit.rmsM).toBeCloseTo(Math.sqrt(sum / pairs.length), 4)
        expect(fit.worstM).toBeCloseTo(Math.sqrt(Math.max(...squares)), 4)
        for (const { pixel } of pairs)
          expect(apart(planPoint(fit.place, pixel), expected.at(pixel))).toBeLessThan(1e-4)
      }),
    )
  })

  test('no other place near by misses less', () => {
    const pairs = [
      { pixel: [100, 100], plan: [0, 30] },
      { pixel: [2100, 90], plan: [20.1, 30.05] },
      { pixel: [2110, 1500], plan: [20, 16.1] },
      { pixel: [95, 1490], plan: [-0.1, 16] },
    ] as const
    const fit = fitted(pairs)
    if (fit === null) throw new Error('no fit')
    const miss = (place: UnderlayPlace) =>
      pairs.reduce((sum, { pixel, plan }) => sum + apart(planPoint(place, pixel), plan) ** 2, 0)
    const { origin, metresPerPx, turnDeg } = fit.place
    for (const step of [-1, 1])
      for (const other of [
        { ...fit.place, origin: [origin[0] + step * 0.01, origin[1]] as const },
        { ...fit.place, origin: [origin[0], origin[1] + step * 0.01] as const },
        { ...fit.place, metresPerPx: metresPerPx * (1 + step * 1e-4) },
        { ...fit.place, turnDeg: turnDeg + step * 0.01 },
      ])
        expect(miss(other)).toBeGreaterThan(miss(fit.place))
  })

  test('pixels that coincide, or plan points that do, give none', () => {
    const one = { pixel: [5, 5], plan: [1, 1] } as const
    expect(fitted([one])).toBeNull()
    expect(fitted([one, { pixel: [5, 5], plan: [2, 2] }])).toBeNull()
    expect(fitted([one, { pixel: [50, 5], plan: [1, 1] }])).toBeNull()
  })
})

/** Least squares for x = a·u + b·v + s, y = b·u − a·v + t by Gaussian elimination of the four normal equations. */
function byNormalEquations(pairs: readonly { readonly pixel: Point; readonly plan: Point }[]) {
  const matrix = Array.from({ length: 4 }, () => [0, 0, 0, 0, 0])
  for (const { pixel, plan } of pairs) {
    const [u, v] = [pixel[0] / 1000, pixel[1] / 1000]
    for (const [row, value] of [
      [[u, v, 1, 0], plan[0]],
      [[-v, u, 0, 1], plan[1]],
    ] as const)
      for (let i = 0; i < 4; i += 1) {
        for (let j = 0; j < 4; j += 1) matrix[i]![j]! += row[i]! * row[j]!
        matrix[i]![4]! += row[i]! * value
      }
  }
  for (let i = 0; i < 4; i += 1) {
    const pivot = matrix
      .slice(i)
      .reduce((best, row, at) => (Math.abs(row[i]!) > Math.abs(matrix[best]![i]!) ? at + i : best), i)
    ;[matrix[i], matrix[pivot]] = [matrix[pivot]!, matrix[i]!]
    for (let k = 0; k < 4; k += 1) {
      if (k === i) continue
      const factor = matrix[k]![i]! / matrix[i]![i]!
      for (let j = i; j < 5; j += 1) matrix[k]![j]! -= factor * matrix[i]![j]!
    }
  }
  const [a, b, s, t] = matrix.map((row, i) => row[4]! / row[i]!) as [number, number, number, number]
  return {
    a: a / 1000,
    b: b / 1000,
    at: ([u, v]: Point): Point => [(a * u + b * v) / 1000 + s, (b * u - a * v) / 1000 + t],
  }
}

describe('where a new picture first lies', () => {
  const premises = buildPremises((b) => {
    b.level('T1', { ordinal: 0 })
    b.zone('Phòng', [10, 20, 30, 40])
    b.level('T2', { ordinal: 1 })
  })
  const [first, second] = Object.keys(premises.levels).map((id) => asId<LevelId>(id))
  const middle = (place: UnderlayPlace) => planPoint(place, [500, 250])

  test('its middle on the middle of what is drawn there, or else below it in the building', () => {
    const size = { widthPx: 1000, heightPx: 500 }
    for (const levelId of [first, second])
      expect(middle(firstPlace(premises, levelId ?? asId<LevelId>(''), size, 0.04))).toEqual([
        expect.closeTo(20, 6),
        expect.closeTo(30, 6),
      ])
  })
})

/** Corners of a sheet `width` × 1 as a camera sees them: turned about its axes, at a distance, principal point in the middle. */
function photographed(width: number, focal: number, turns: Point, photo: Point, roll = 0): Corners {
  const [ax, ay] = turns
  const project = (x: number, y: number): Point => {
    const [x1, y1] = [x * Math.cos(roll) - y * Math.sin(roll), x * Math.sin(roll) + y * Math.cos(roll)]
    const [y2, z2] = [y1 * Math.cos(ax), y1 * Math.sin(ax)]
    const [x3, z3] = [x1 * Math.cos(ay) + z2 * Math.sin(ay), -x1 * Math.sin(ay) + z2 * Math.cos(ay)]
    const depth = z3 + 2.2
    return [photo[0] / 2 + (focal * (x3 + 0.05)) / depth, photo[1] / 2 + (focal * (y2 - 0.03)) / depth]
  }
  const [w, h] = [width / 2, 0.5]
  return [project(-w, -h), project(w, -h), project(w, h), project(-w, h)]
}

describe('a rectangle of a photo made upright', () => {
  const photo = { widthPx: 4000, heightPx: 3000 }

  test('its aspect ratio follows from perspective, whatever the lens and the angle', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.6, max: 1.8, noNaN: true }),
        fc.double({ min: 2500, max: 6000, noNaN: true }),
        fc.tuple(
          fc.double({ min: 0.25, max: 0.6, noNaN: true }),
          fc.double({ min: 0.25, max: 0.6, noNaN: true }),
        ),
        (width, focal, turns) => {
          const made = straightening(photographed(width, focal, turns, [4000, 3000]), photo, 8192)
          expect(made.by).toBe('perspective')
          expect(made.aspect / width).toBeCloseTo(1, 6)
          expect(made.widthPx / made.heightPx / width).toBeCloseTo(1, 2)
        },
      ),
    )
  })

  test('seen straight on, perspective says nothing: the sides do', () => {
    const made = straightening(photographed(1.41, 3000, [0, 0], [4000, 3000]), photo, 8192)
    expect(made.by).toBe('sides')
    expect(made.aspect).toBeCloseTo(1.41, 6)
  })

  test('the corners of the rectangle are the corners in the photo, and the way back is the same', () => {
    const corners = photographed(1.41, 3200, [0.4, -0.3], [4000, 3000])
    const made = straightening(corners, photo, 8192)
    const { widthPx: w, heightPx: h, matrix } = made
    const rectangle: readonly Point[] = [
      [0, 0],
      [w, 0],
      [w, h],
      [0, h],
    ]
    for (const [index, [u, v]] of rectangle.entries()) {
      const at = (row: number) => matrix[3 * row]! * u + matrix[3 * row + 1]! * v + matrix[3 * row + 2]!
      const seen: Point = [at(0) / at(2), at(1) / at(2)]
      expect(apart(seen, corners[index] ?? [0, 0])).toBeLessThan(1e-6)
      expect(apart(straightPixel(made, seen), [u, v])).toBeLessThan(1e-6)
    }
  })

  test('the middle of the sheet stays its middle, which a stretched trapezium would miss', () => {
    const corners = photographed(1.41, 3200, [0.5, 0.4], [4000, 3000])
    const [a, b, c, d] = corners
    const made = straightening(corners, photo, 8192)
    // The diagonals of a rectangle cross in its middle, in the photo as well.
    const [dx1, dy1, dx2, dy2] = [c[0] - a[0], c[1] - a[1], d[0] - b[0], d[1] - b[1]]
    const share = ((b[0] - a[0]) * dy2 - (b[1] - a[1]) * dx2) / (dx1 * dy2 - dy1 * dx2)
    const middle = straightPixel(made, [a[0] + share * dx1, a[1] + share * dy1])
    expect(apart(middle, [made.widthPx / 2, made.heightPx / 2])).toBeLessThan(1e-6)
  })

  test('no side is longer than asked', () => {
    const made = straightening(photographed(1.41, 6000, [0.3, 0.3], [4000, 3000]), photo, 500)
    expect(Math.max(made.widthPx, made.heightPx)).toBe(500)
  })

  test.each([
    [
      'crossed',
      [
        [0, 0],
        [100, 100],
        [100, 0],
        [0, 100],
      ],
    ],
    [
      'the other way round',
      [
        [0, 0],
        [0, 100],
        [100, 100],
        [100, 0],
      ],
    ],
    [
      'three on a line',
      [
        [0, 0],
        [50, 0],
        [100, 0],
        [0, 100],
      ],
    ],
    [
      'with a corner pushed in',
      [
        [0, 0],
        [100, 0],
        [20, 20],
        [0, 100],
      ],
    ],
    [
      'all one',
      [
        [5, 5],
        [5, 5],
        [5, 5],
        [5, 5],
      ],
    ],
  ] as const)('corners that are %s are refused', (_name, corners) => {
    expect(() => straightening(corners as unknown as Corners, photo, 8192)).toThrow('underlayCornersCross')
  })
})
