import type { Point } from '../premises/geometry/plane.ts'
import { metresPerPx, zoomFor, type Frame } from './frame.ts'
import { turnedBy } from './freeRectangles.ts'

/** Where the map looks: degrees, zoom as the map counts it, bearing clockwise at the top of the screen. */
export interface Camera {
  readonly longitude: number
  readonly latitude: number
  readonly zoom: number
  readonly bearing: number
}

/** What panels cover at each side of the map, CSS pixels. */
export interface Padding {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export const noPadding: Padding = { top: 0, right: 0, bottom: 0, left: 0 }

export interface Viewport {
  readonly width: number
  readonly height: number
}

export const closestZoom = 23

/**
 * The camera that shows all points, as large as they fit beside the panels, and centred in what stays free. The screen's
 * axes are turned by the difference of the plan's bearing and the camera's.
 */
export function fitCamera(
  points: readonly Point[],
  frame: Frame,
  options: {
    readonly bearing: number
    readonly viewport: Viewport
    readonly padding: Padding
    /** Free border round the points, CSS pixels. */
    readonly border?: number
    readonly maxZoom?: number
  },
): Camera | null {
  const { bearing, viewport, padding, border = 44, maxZoom = closestZoom } = options
  if (points.length === 0) return null
  // In the map's own projection: its sphere stretches north by 0.6 % beside the ellipsoid of the plan at this latitude.
  const plane = mercatorAt(frame)
  const angle = (bearing * Math.PI) / 180
  const seen = points.map((point) => turnedBy(plane.from(frame.toLonLat(point)), angle))
  const xs = seen.map((point) => point[0])
  const ys = seen.map((point) => point[1])
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const room = freeSize(viewport, padding, border)
  const needed = Math.max((right - left) / room.width, (top - bottom) / room.height, 1e-6)
  const zoom = Math.min(maxZoom, zoomFor(needed, frame.latitude))
  const scale = metresPerPx(zoom, frame.latitude)
  const shifted: Point = [
    (left + right) / 2 + ((padding.right - padding.left) / 2) * scale,
    (bottom + top) / 2 + ((padding.top - padding.bottom) / 2) * scale,
  ]
  const [longitude, latitude] = plane.to(turnedBy(shifted, -angle))
  return { longitude, latitude, zoom, bearing: normalBearing(bearing) }
}

const sphereM = 6_378_137

/** Spherical Mercator in metres that are true at the frame's latitude, as `metresPerPx` counts them; both ways. */
function mercatorAt({ toLonLat, latitude }: Frame) {
  const degree = (sphereM * Math.cos((latitude * Math.PI) / 180) * Math.PI) / 180
  const north = (degrees: number) =>
    (Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) * 180) / Math.PI
  // Near the frame's origin, so that millimetres survive.
  const [lon0, lat0] = toLonLat([0, 0])
  const north0 = north(lat0)
  return {
    from: ([lon, lat]: readonly [number, number]): Point => [
      (lon - lon0) * degree,
      (north(lat) - north0) * degree,
    ],
    to: ([x, y]: Point): readonly [number, number] => [
      lon0 + x / degree,
      (Math.atan(Math.sinh(((north0 + y / degree) * Math.PI) / 180)) * 180) / Math.PI,
    ],
  }
}

function freeSize(viewport: Viewport, padding: Padding, border: number): Viewport {
  return {
    width: Math.max(40, viewport.width - padding.left - padding.right - 2 * border),
    height: Math.max(40, viewport.height - padding.top - padding.bottom - 2 * border),
  }
}

/**
 * How far the map has to be moved, in pixels, so that a box on the screen comes out from under the panels; null where it
 * is free already. A box larger than the free part is centred in it.
 */
export function revealingPan(
  box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
  viewport: Viewport,
  padding: Padding,
  border = 16,
): readonly [number, number] | null {
  const shift = (from: number, to: number, low: number, high: number) => {
    if (to - from > high - low) return (from + to - low - high) / 2
    if (from < low) return from - low
    return to > high ? to - high : 0
  }
  const dx = shift(box.left, box.right, padding.left + border, viewport.width - padding.right - border)
  const dy = shift(box.top, box.bottom, padding.top + border, viewport.height - padding.bottom - border)
  return Math.abs(dx) < 1 && Math.abs(dy) < 1 ? null : [dx, dy]
}

/** −180 < bearing ≤ 180. */
export function normalBearing(degrees: number): number {
  const rest = ((degrees % 360) + 360) % 360
  return rest > 180 ? rest - 360 : rest + 0
}

export function sameCamera(a: Camera, b: Camera): boolean {
  return (
    Math.abs(a.longitude - b.longitude) < 1e-7 &&
    Math.abs(a.latitude - b.latitude) < 1e-7 &&
    Math.abs(a.zoom - b.zoom) < 1e-3 &&
    Math.abs(normalBearing(a.bearing - b.bearing)) < 0.01
  )
}
