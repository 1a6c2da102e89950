import { distance as turfDistance, bearing as turfBearing } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Placement } from '../../src/premises/model.ts'
import { snapPoint } from '../../src/premises/geometry/plane.ts'
import type { Point } from '../../src/premises/geometry/plane.ts'
import { angleDegrees, sineCosine } from '../../src/premises/geometry/trigonometry.ts'
import {
  bearingDeg,
  distanceM,
  frameOf,
  geoDecimals,
  metresPerDegree,
  placementFromPoint,
  placementFromTwoPoints,
  reframed,
  storedPoint,
  storedPosition,
  toWgs84,
  toLocal,
} from '../../src/premises/placement.ts'
import type { Position } from '../../src/premises/placement.ts'

const placements: fc.Arbitrary<Placement> = fc.record({
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  latitude: fc.double({ min: -70, max: 70, noNaN: true }),
  bearingDeg: fc.double({ min: 0, max: 360, noNaN: true }),
  placed: fc.constant(true),
})

const within = (radiusM: number): fc.Arbitrary<Point> =>
  fc
    .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }))
    .map(([x, y]) => snapPoint([x * radiusM * Math.SQRT1_2, y * radiusM * Math.SQRT1_2]))

/** Vincenty's inverse formula (Survey Review 1975), written from the paper: metres along the ellipsoid. */
function vincenty([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const a = 6378137
  const f = 1 / 298.257223563
  const b = a * (1 - f)
  const rad = Math.PI / 180
  const U1 = Math.atan((1 - f) * Math.tan(lat1 * rad))
  const U2 = Math.atan((1 - f) * Math.tan(lat2 * rad))
  const L = (lon2 - lon1) * rad
  let lambda = L
  for (let round = 0; round < 100; round += 1) {
    const sinSigma = Math.hypot(
      Math.cos(U2) * Math.sin(lambda),
      Math.cos(U1) * Math.sin(U2) - Math.sin(U1) * Math.cos(U2) * Math.cos(lambda),
    )
    if (sinSigma === 0) return 0
    const cosSigma = Math.sin(U1) * Math.sin(U2) + Math.cos(U1) * Math.cos(U2) * Math.cos(lambda)
    const sigma = Math.atan2(sinSigma, cosSigma)
    const sinAlpha = (Math.cos(U1) * Math.cos(U2) * Math.sin(lambda)) / sinSigma
    const cos2Alpha = 1 - sinAlpha ** 2
    const cos2m = cos2Alpha === 0 ? 0 : cosSigma - (2 * Math.sin(U1) * Math.sin(U2)) / cos2Alpha
    const C = (f / 16) * cos2Alpha * (4 + f * (4 - 3 * cos2Alpha))
    const before = lambda
    lambda =
      L + (1 - C) * f * sinAlpha * (sigma + C * sinSigma * (cos2m + C * cosSigma * (2 * cos2m ** 2 - 1)))
    if (Math.abs(lambda - before) > 1e-14) continue
    const u2 = (cos2Alpha * (a * a - b * b)) / (b * b)
    const A = 1 + (u2 / 16384) * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)))
    const B = (u2 / 1024) * (256 + u2 * (-128 + u2 * (74 - 47 * u2)))
    const dSigma =
      B *
      sinSigma *
      (cos2m +
        (B / 4) *
          (cosSigma * (2 * cos2m ** 2 - 1) -
            (B / 6) * cos2m * (4 * sinSigma ** 2 - 3) * (4 * cos2m ** 2 - 3)))
    return b * A * (sigma - dSigma)
  }
  throw new Error('no convergence')
}

describe('local metres and WGS 84', () => {
  it('come back exactly to the 0.1 mm grid through the decimals that the file stores, up to 5 km away', () => {
    fc.assert(
      fc.property(placements, within(5000), (placement, point) => {
        const frame = frameOf(placement)
        const stored = storedPosition(frame, point)
        for (const degrees of stored) expect(Number(degrees.toFixed(geoDecimals))).toBe(degrees)
        expect(storedPoint(frame, stored)).toEqual(point)
      }),
      { numRuns: 2000 },
    )
  })

  it('cannot come back through nine decimals: there are fewer such coordinates than grid points', () => {
    const [east, north] = metresPerDegree(21.03)
    const perSquareMetre = 1 / (east * 1e-9 * (north * 1e-9))
    expect(perSquareMetre).toBeLessThan(10_000 ** 2)
  })

  it('are inverse to a hundredth of the grid without rounding', () => {
    fc.assert(
      fc.property(placements, within(20_000), (placement, point) => {
        const frame = frameOf(placement)
        const [x, y] = toLocal(frame, toWgs84(frame, point))
        expect(Math.hypot(x - point[0], y - point[1])).toBeLessThan(1e-6)
      }),
    )
  })

  it('keep lengths to 5 parts in 10 million of the ellipsoid (Vincenty) within 5 km', () => {
    fc.assert(
      fc.property(placements, within(5000), within(5000), (placement, p, q) => {
        const frame = frameOf(placement)
        const planeM = Math.hypot(q[0] - p[0], q[1] - p[1])
        const ellipsoidM = vincenty(toWgs84(frame, p), toWgs84(frame, q))
        expect(Math.abs(planeM - ellipsoidM)).toBeLessThanOrEqual(5e-7 * ellipsoidM + 1e-6)
      }),
    )
  })

  it('agree with turf to 0.6 %, as far as its sphere lies from the ellipsoid', () => {
    fc.assert(
      fc.property(placements, within(5000), (placement, point) => {
        fc.pre(Math.hypot(...point) > 1)
        const frame = frameOf(placement)
        const anchor = [placement.longitude, placement.latitude]
        const turfM = turfDistance(anchor, [...toWgs84(frame, point)], { units: 'meters' })
        expect(Math.abs(turfM / Math.hypot(...point) - 1)).toBeLessThan(0.006)
      }),
    )
  })

  it('point the y axis along the bearing', () => {
    fc.assert(
      fc.property(placements, (placement) => {
        const anchor: Position = [placement.longitude, placement.latitude]
        const ahead = toWgs84(frameOf(placement), [0, 500])
        const off = (value: number) => Math.abs(((value - placement.bearingDeg + 540) % 360) - 180)
        expect(off(bearingDeg(anchor, ahead))).toBeLessThan(1e-6)
        expect(off(turfBearing([...anchor], [...ahead]))).toBeLessThan(0.25)
        expect(distanceM(anchor, ahead)).toBeCloseTo(500, 6)
      }),
    )
  })
})

describe('placing a plan on the map', () => {
  it('by a click and a bearing puts the clicked corner where it was clicked', () => {
    fc.assert(
      fc.property(placements, within(1000), (target, corner) => {
        const clicked: Position = [target.longitude, target.latitude]
        const at = toLocal(frameOf(placementFromPoint(corner, clicked, target.bearingDeg)), clicked)
        expect(Math.hypot(at[0] - corner[0], at[1] - corner[1])).toBeLessThan(1e-5)
      }),
    )
  })

  it('by two points finds the placement that the points came from', () => {
    fc.assert(
      fc.property(placements, within(800), within(800), (truth, a, b) => {
        fc.pre(Math.hypot(b[0] - a[0], b[1] - a[1]) > 5)
        const frame = frameOf(truth)
        const placed = placementFromTwoPoints([a, b], [toWgs84(frame, a), toWgs84(frame, b)])
        expect(placed?.missM).toBeLessThan(1e-3)
        if (!placed) return
        const again = frameOf(placed.placement)
        for (const corner of [a, b]) {
          const [x, y] = toLocal(again, toWgs84(frame, corner))
          expect(Math.hypot(x - corner[0], y - corner[1])).toBeLessThan(0.002)
        }
      }),
    )
  })

  it('by two points shares a wrong length between both ends and says how much is missing', () => {
    const frame = frameOf({ longitude: 105.85, latitude: 21.03, bearingDeg: 30, placed: true })
    const placed = placementFromTwoPoints(
      [
        [0, 0],
        [0, 100],
      ],
      [toWgs84(frame, [0, 0]), toWgs84(frame, [0, 102])],
    )
    expect(placed?.mapM).toBeCloseTo(102, 4)
    expect(placed?.missM).toBeCloseTo(1, 4)
    expect(placed?.placement.bearingDeg).toBeCloseTo(30, 5)
    expect(
      placementFromTwoPoints(
        [
          [0, 0],
          [0, 0.05],
        ],
        [
          [105, 21],
          [105.1, 21],
        ],
      ),
    ).toBeNull()
  })

  it('carries a point from the building to the site and back', () => {
    const site = frameOf({ longitude: 105.85, latitude: 21.03, bearingDeg: 0, placed: true })
    const house = frameOf(placementFromPoint([0, 0], toWgs84(site, [40, 25]), 90))
    const corner = reframed([10, 0], house, site)
    expect(corner[0]).toBeCloseTo(40, 3)
    expect(corner[1]).toBeCloseTo(15, 3)
  })
})

describe('portable trigonometry', () => {
  it('agrees with the engine to the last bits', () => {
    fc.assert(
      fc.property(fc.double({ min: -720, max: 720, noNaN: true }), (degrees) => {
        const [s, c] = sineCosine(degrees)
        expect(Math.abs(s - Math.sin((degrees * Math.PI) / 180))).toBeLessThan(4e-15)
        expect(Math.abs(c - Math.cos((degrees * Math.PI) / 180))).toBeLessThan(4e-15)
        // Each is good to 2 × 10⁻¹⁶, so the sum of squares to 2 (|s| + |c|) times that, and its own rounding.
        expect(Math.abs(s * s + c * c - 1)).toBeLessThan(8e-16)
      }),
    )
    fc.assert(
      fc.property(
        fc.double({ min: -1e7, max: 1e7, noNaN: true }),
        fc.double({ min: -1e7, max: 1e7, noNaN: true }),
        (y, x) => {
          fc.pre(x !== 0 || y !== 0)
          // −0 counts as 0: the direction of the negative axis is 180°, never −180°.
          expect(Math.abs(angleDegrees(y, x) - (Math.atan2(y + 0, x) * 180) / Math.PI)).toBeLessThan(1e-13)
        },
      ),
    )
    expect(angleDegrees(0, 0)).toBe(0)
    expect(sineCosine(90)).toEqual([1, 0])
    expect(sineCosine(-90)).toEqual([-1, 0])
  })
})
