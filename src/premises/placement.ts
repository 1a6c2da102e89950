import type { Placement } from './model.ts'
import { snap } from './geometry/plane.ts'
import type { Point } from './geometry/plane.ts'
import { angleDegrees, radiansPerDegree, sineCosine } from './geometry/trigonometry.ts'

/** Longitude and latitude in degrees, WGS 84: the order of GeoJSON. */
export type Position = readonly [number, number]

/**
 * Decimals of degrees in stored coordinates. Ten (0.011 mm) is the least that brings every point of the 0.1 mm grid back:
 * nine leave fewer different coordinates per square metre than the grid has points.
 */
export const geoDecimals = 10

/**
 * A placement ready to convert. Local metres lie in the plane that touches the WGS 84 ellipsoid at the anchor; a point of
 * the plane stands for the point of the ellipsoid straight below it. The way back solves a quadratic, so both ways are
 * exact. Lengths in the plane are shorter than on the ellipsoid by 1 part in 6 (R/d)², i.e. 1 × 10⁻⁷ at 5 km.
 */
export interface Frame {
  readonly longitude: number
  readonly sinLatitude: number
  readonly cosLatitude: number
  /** Of the bearing: where the local axes point. */
  readonly sinBearing: number
  readonly cosBearing: number
  /** Distance of the anchor from the earth's axis, and from the equator's plane, metres. */
  readonly axisM: number
  readonly equatorM: number
}

const semiMajorM = 6_378_137
const flattening = 1 / 298.257223563
const eccentricity2 = flattening * (2 - flattening)
const polar2 = 1 - eccentricity2

export function frameOf(placement: Placement): Frame {
  const [sinLatitude, cosLatitude] = sineCosine(placement.latitude)
  const [sinBearing, cosBearing] = sineCosine(placement.bearingDeg)
  const normalM = semiMajorM / Math.sqrt(1 - eccentricity2 * sinLatitude * sinLatitude)
  return {
    longitude: placement.longitude,
    sinLatitude,
    cosLatitude,
    sinBearing,
    cosBearing,
    axisM: normalM * cosLatitude,
    equatorM: normalM * polar2 * sinLatitude,
  }
}

function ready(placement: Placement | Frame): Frame {
  return 'axisM' in placement ? placement : frameOf(placement)
}

/** Local metres → longitude and latitude, not rounded. For many points make the frame once and pass it. */
export function toWgs84(placement: Placement | Frame, [x, y]: Point): Position {
  const frame = ready(placement)
  const east = x * frame.cosBearing + y * frame.sinBearing
  const north = y * frame.cosBearing - x * frame.sinBearing
  const { sinLatitude: s, cosLatitude: c } = frame
  // The point of the plane, then down by u along the anchor's vertical until X² + Y² + Z²/(1 − e²) = a².
  const px = frame.axisM - north * s
  const pz = frame.equatorM + north * c
  const qa = c * c + (s * s) / polar2
  const qb = px * c + (pz * s) / polar2
  const qc = px * px + east * east + (pz * pz) / polar2 - semiMajorM * semiMajorM
  const root = Math.sqrt(Math.max(0, qb * qb - qa * qc))
  const u = -qc / (qb + root)
  const X = px + u * c
  const Z = pz + u * s
  const longitude = frame.longitude + angleDegrees(east, X)
  return [longitude, angleDegrees(Z / polar2, Math.sqrt(X * X + east * east))]
}

/** Longitude and latitude → local metres, not snapped to the grid. */
export function toLocal(placement: Placement | Frame, [longitude, latitude]: Position): Point {
  const frame = ready(placement)
  const [sinLat, cosLat] = sineCosine(latitude)
  const [sinLon, cosLon] = sineCosine(longitude - frame.longitude)
  const normalM = semiMajorM / Math.sqrt(1 - eccentricity2 * sinLat * sinLat)
  const axis = normalM * cosLat
  const east = axis * sinLon
  const north =
    (normalM * polar2 * sinLat - frame.equatorM) * frame.cosLatitude -
    (axis * cosLon - frame.axisM) * frame.sinLatitude
  return [
    east * frame.cosBearing - north * frame.sinBearing,
    east * frame.sinBearing + north * frame.cosBearing,
  ]
}

/** As stored in a file: rounded to `geoDecimals`. */
export function storedPosition(placement: Placement | Frame, point: Point): Position {
  const [longitude, latitude] = toWgs84(placement, point)
  return [rounded(longitude), rounded(latitude)]
}

/** A stored coordinate back on the 0.1 mm grid: exactly the point it was written from, for points up to 5 km away. */
export function storedPoint(placement: Placement | Frame, position: Position): Point {
  const [x, y] = toLocal(placement, position)
  return [snap(x), snap(y)]
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e10) / 1e10 + 0
}

/** A point of one frame in the metres of another: a building's corner on the site plan. */
export function reframed(point: Point, from: Placement | Frame, to: Placement | Frame): Point {
  return toLocal(to, toWgs84(from, point))
}

/** Bearing from one position to another, degrees clockwise from north (0 … 360), in the plane of the first. */
export function bearingDeg(from: Position, to: Position): number {
  const [longitude, latitude] = from
  const [east, north] = toLocal(frameOf({ longitude, latitude, bearingDeg: 0, placed: true }), to)
  return turned(angleDegrees(east, north))
}

/** Distance between two positions along the ellipsoid's chord in the plane of the first, metres. */
export function distanceM(from: Position, to: Position): number {
  const [longitude, latitude] = from
  const [east, north] = toLocal(frameOf({ longitude, latitude, bearingDeg: 0, placed: true }), to)
  return Math.sqrt(east * east + north * north)
}

/** The placement that puts a local point onto a position, with the local y axis at this bearing. */
export function placementFromPoint(local: Point, position: Position, bearing: number): Placement {
  let placement: Placement = {
    longitude: position[0],
    latitude: position[1],
    bearingDeg: turned(bearing),
    placed: true,
  }
  // The anchor lies where the local point's opposite falls; the plane tilts a little with it, so twice is enough.
  for (let round = 0; round < 3; round += 1) {
    const at = toWgs84(frameOf(placement), local)
    placement = {
      ...placement,
      longitude: placement.longitude + position[0] - at[0],
      latitude: placement.latitude + position[1] - at[1],
    }
  }
  return placement
}

/** What two points fix, and how well: the plan's own length beside the length on the map. */
export interface TwoPointPlacement {
  readonly placement: Placement
  readonly localM: number
  readonly mapM: number
  /** How far each of the two points falls beside its position, metres: half the difference of the two lengths. */
  readonly missM: number
}

/**
 * The placement that lays two local points onto two positions: the direction is theirs, and the difference in length is
 * shared between both ends, as the plan is never stretched. Null where the two points, or the two positions, are closer
 * than 10 cm and give no direction.
 */
export function placementFromTwoPoints(
  local: readonly [Point, Point],
  positions: readonly [Position, Position],
): TwoPointPlacement | null {
  const [a, b] = local
  const [from, to] = positions
  const localM = Math.sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2)
  const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  const north = frameOf({ longitude: middle[0], latitude: middle[1], bearingDeg: 0, placed: true })
  const p = toLocal(north, from)
  const q = toLocal(north, to)
  const mapM = Math.sqrt((q[0] - p[0]) ** 2 + (q[1] - p[1]) ** 2)
  if (localM < 0.1 || mapM < 0.1) return null
  const onMap = angleDegrees(q[0] - p[0], q[1] - p[1])
  const onPlan = angleDegrees(b[0] - a[0], b[1] - a[1])
  const centre: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const at = toWgs84(north, [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2])
  const placement = placementFromPoint(centre, at, convergence(centre, at, onMap - onPlan))
  return { placement, localM, mapM, missM: Math.abs(localM - mapM) / 2 }
}

/** The bearing at the anchor that gives this bearing at a position: meridians converge on the way there. */
function convergence(centre: Point, position: Position, bearing: number): number {
  const anchor = placementFromPoint(centre, position, bearing)
  const [sinMiddle] = sineCosine((anchor.latitude + position[1]) / 2)
  return bearing - (position[0] - anchor.longitude) * sinMiddle
}

/** 0 ≤ degrees < 360. */
function turned(degrees: number): number {
  const rest = degrees - 360 * Math.floor(degrees / 360)
  return rest === 360 ? 0 : rest
}

/** Metres per degree of longitude and of latitude. */
export function metresPerDegree(latitude: number): readonly [number, number] {
  const [s, c] = sineCosine(latitude)
  const w = 1 - eccentricity2 * s * s
  const normalM = semiMajorM / Math.sqrt(w)
  return [normalM * c * radiansPerDegree, ((normalM * polar2) / w) * radiansPerDegree]
}
