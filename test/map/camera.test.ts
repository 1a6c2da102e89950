import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from '../../src/premises/geometry/plane.ts'
import { fitCamera, normalBearing, revealingPan, sameCamera } from '../../src/map/camera.ts'
import { frameOf, metresPerPx, zoomFor } from '../../src/map/frame.ts'
import { roundLength } from '../../src/map/roundLength.ts'

const viewport = { width: 1000, height: 700 }

/** Spherical Mercator by its formulas, with 512-pixel tiles: where a map draws a position on the screen. */
function onScreen(
  [lon, lat]: readonly [number, number],
  camera: { longitude: number; latitude: number; zoom: number; bearing: number },
): Point {
  const world = 512 * 2 ** camera.zoom
  const x = (at: number) => (world * (at + 180)) / 360
  const y = (at: number) =>
    (world * (180 - (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (at * Math.PI) / 360)))) / 360
  const [dx, dy] = [x(lon) - x(camera.longitude), y(lat) - y(camera.latitude)]
  const turn = (-camera.bearing * Math.PI) / 180
  return [
    viewport.width / 2 + dx * Math.cos(turn) - dy * Math.sin(turn),
    viewport.height / 2 + dx * Math.sin(turn) + dy * Math.cos(turn),
  ]
}

const cases = fc.record({
  bearingDeg: fc.double({ min: -180, max: 180, noNaN: true }),
  turn: fc.double({ min: -180, max: 180, noNaN: true }),
  width: fc.double({ min: 5, max: 200, noNaN: true }),
  height: fc.double({ min: 5, max: 200, noNaN: true }),
  left: fc.integer({ min: 0, max: 360 }),
  bottom: fc.integer({ min: 0, max: 300 }),
})

describe('the camera', () => {
  it('frames a plan in the part of the screen that panels leave free, however plan and map are turned', () => {
    fc.assert(
      fc.property(cases, ({ bearingDeg, turn, width, height, left, bottom }) => {
        const frame = frameOf({ longitude: 105.85, latitude: 21.03, bearingDeg, placed: true })
        const points: Point[] = [[0, 0], [width, 0], [width, height], [0, height]] // prettier-ignore
        const padding = { top: 48, right: 20, bottom, left }
        const camera = fitCamera(points, frame, { bearing: turn, viewport, padding, border: 10 })
        if (!camera) throw new Error('no camera')
        const seen = points.map((point) => onScreen(frame.toLonLat(point), camera))
        const [xs, ys] = [seen.map((point) => point[0]), seen.map((point) => point[1])]
        // A hundredth of a pixel for rounding; the border itself is kept.
        expect(Math.min(...xs)).toBeGreaterThan(left + 10 - 0.01)
        expect(Math.max(...xs)).toBeLessThan(viewport.width - 20 - 10 + 0.01)
        expect(Math.min(...ys)).toBeGreaterThan(48 + 10 - 0.01)
        expect(Math.max(...ys)).toBeLessThan(viewport.height - bottom - 10 + 0.01)
        if (camera.zoom < 23) {
          const fills = Math.max(
            (Math.max(...xs) - Math.min(...xs)) / (viewport.width - left - 40),
            (Math.max(...ys) - Math.min(...ys)) / (viewport.height - bottom - 68),
          )
          expect(fills).toBeGreaterThan(0.999)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('moves a thing out from under a panel, no farther than needed', () => {
    const padding = { top: 0, right: 360, bottom: 0, left: 0 }
    expect(revealingPan({ left: 700, right: 760, top: 100, bottom: 150 }, viewport, padding)).toEqual([
      136, 0,
    ])
    expect(revealingPan({ left: 100, right: 160, top: 100, bottom: 150 }, viewport, padding)).toBeNull()
  })

  it('knows scales: 2.24 cm a pixel at zoom 21.7 in Hà Nội, and back', () => {
    expect(metresPerPx(0, 0)).toBeCloseTo((2 * Math.PI * 6378137) / 512, 3)
    for (const zoom of [15, 18.4, 22]) expect(zoomFor(metresPerPx(zoom, 21.03), 21.03)).toBeCloseTo(zoom, 9)
  })

  it('takes round lengths for scale bars', () => {
    expect([0.7, 1, 4.9, 5, 19, 20, 99, 1200].map(roundLength)).toEqual([0.5, 1, 2, 5, 10, 20, 50, 1000])
  })

  it('treats bearings a full turn apart as one', () => {
    expect(normalBearing(350)).toBe(-10)
    expect(normalBearing(-180)).toBe(180)
    const camera = { longitude: 105, latitude: 21, zoom: 19, bearing: 180 }
    expect(sameCamera(camera, { ...camera, bearing: -180 })).toBe(true)
    expect(sameCamera(camera, { ...camera, zoom: 19.1 })).toBe(false)
  })
})
