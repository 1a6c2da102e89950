import type { Map as MapLibre } from 'maplibre-gl'
import type { Point } from '../../premises/geometry/plane.ts'
import type { Frame } from '../frame.ts'

/** Plan and screen at one moment. The map is never pitched, so each is an affine picture of the other. */
export interface View {
  readonly toScreen: (point: Point) => Point
  readonly toPlan: (px: Point) => Point
  readonly metresPerPx: number
  readonly width: number
  readonly height: number
  /** Screen-right as a unit vector of the plan. */
  readonly right: Point
}

/** How far from the middle of the view the picture is fitted, metres; it is good to a tenth of a millimetre 50 m from there. */
const stepM = 20

/** The view of a map on the plan of one frame. */
export function viewOf(map: MapLibre, frame: Frame): View {
  const { lng, lat } = map.getCenter()
  const [cx, cy] = frame.toLocal([lng, lat])
  const seen = (point: Point): Point => {
    const { x, y } = map.project(frame.toLonLat(point))
    return [x, y]
  }
  const { clientWidth, clientHeight } = map.getContainer()
  return affineView([cx, cy], seen([cx, cy]), seen([cx + stepM, cy]), seen([cx, cy + stepM]), stepM, {
    width: clientWidth,
    height: clientHeight,
  })
}

/** The view that shows a plan point at `at`, and the points so many metres along its axes at `atX` and `atY`. */
export function affineView(
  [cx, cy]: Point,
  at: Point,
  atX: Point,
  atY: Point,
  metres: number,
  size: { readonly width: number; readonly height: number },
): View {
  const [a, b] = [(atX[0] - at[0]) / metres, (atX[1] - at[1]) / metres]
  const [c, d] = [(atY[0] - at[0]) / metres, (atY[1] - at[1]) / metres]
  const det = a * d - b * c
  const toPlan = ([u, v]: Point): Point => {
    const [du, dv] = [u - at[0], v - at[1]]
    return [cx + (d * du - c * dv) / det, cy + (a * dv - b * du) / det]
  }
  const right: Point = [d / det, -b / det]
  const length = Math.hypot(right[0], right[1])
  return {
    toScreen: ([x, y]) => [at[0] + a * (x - cx) + c * (y - cy), at[1] + b * (x - cx) + d * (y - cy)],
    toPlan,
    metresPerPx: length,
    right: [right[0] / length, right[1] / length],
    ...size,
  }
}
