import type { Point } from './geometry/plane.ts'
import { PersonError } from './message.ts'
import type { Underlay } from './model.ts'

/** Upper left, upper right, lower right, lower left, in pixels of the photo. */
export type Corners = NonNullable<Underlay['photo']>['corners']

/** The rectangle that four corners of a photo become, and the way back from its pixels to the photo's. */
export interface Straightening {
  readonly widthPx: number
  readonly heightPx: number
  /**
   * Row by row, 3 × 3: photo pixel (x / w, y / w) with (x, y, w) = matrix · (u, v, 1), where (u, v) is a pixel of the
   * rectangle.
   */
  readonly matrix: readonly number[]
  /** Width over height, and whether perspective gave it or the mean of opposite sides did. */
  readonly aspect: number
  readonly by: 'perspective' | 'sides'
}

/** The aspect is taken from perspective only where it differs from the sides' by no more than this factor. */
const plausible = 3

/**
 * How a rectangle seen in perspective becomes upright: a homography. Its aspect ratio follows from the four corners where
 * the principal point is the photo's middle and its pixels are square (Zhang and He, "Whiteboard scanning and image
 * enhancement", Digital Signal Processing 17 (2007), eqs. 11–21); where they say nothing (parallel sides, a rotation
 * about one axis alone, a cropped photo), the mean lengths of opposite sides give it. No side of the result is longer
 * than `mostPx`. Throws a `PersonError` `underlayCornersCross` where the corners make no convex quadrangle in their order.
 */
export function straightening(
  corners: Corners,
  photo: { readonly widthPx: number; readonly heightPx: number },
  mostPx: number,
): Straightening {
  if (!isConvex(corners)) throw new PersonError('underlayCornersCross')
  const [upperLeft, upperRight, lowerRight, lowerLeft] = corners
  const width = (distance(upperLeft, upperRight) + distance(lowerLeft, lowerRight)) / 2
  const height = (distance(upperLeft, lowerLeft) + distance(upperRight, lowerRight)) / 2
  const sides = width / height
  const seen = aspectSeen(corners, [photo.widthPx / 2, photo.heightPx / 2])
  const isSeen = seen !== null && seen < sides * plausible && seen > sides / plausible
  const aspect = isSeen ? seen : sides
  // As many pixels as the photo has for the longer sides: nothing that was seen is lost.
  const wide = Math.max(distance(upperLeft, upperRight), distance(lowerLeft, lowerRight))
  const high = Math.max(distance(upperLeft, lowerLeft), distance(upperRight, lowerRight))
  const full = Math.max(wide, high * aspect)
  const scale = Math.min(1, mostPx / Math.max(full, full / aspect))
  const widthPx = Math.max(1, Math.round(full * scale))
  const heightPx = Math.max(1, Math.round((full * scale) / aspect))
  return {
    widthPx,
    heightPx,
    matrix: fromRectangle(corners, widthPx, heightPx),
    aspect,
    by: isSeen ? 'perspective' : 'sides',
  }
}

/** The pixel of the rectangle that shows a pixel of the photo: the matrix the other way round. */
export function straightPixel({ matrix }: Pick<Straightening, 'matrix'>, [x, y]: Point): Point {
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0, i = 1] = matrix
  const u = (e * i - f * h) * x + (c * h - b * i) * y + (b * f - c * e)
  const v = (f * g - d * i) * x + (a * i - c * g) * y + (c * d - a * f)
  const w = (d * h - e * g) * x + (b * g - a * h) * y + (a * e - b * d)
  return [u / w, v / w]
}

/** The homography from the rectangle 0 … width, 0 … height onto the corners, row by row, last entry 1 (Heckbert 1989). */
function fromRectangle([a, b, c, d]: Corners, width: number, height: number): readonly number[] {
  const [sx, sy] = [a[0] - b[0] + c[0] - d[0], a[1] - b[1] + c[1] - d[1]]
  const [dx1, dy1] = [b[0] - c[0], b[1] - c[1]]
  const [dx2, dy2] = [d[0] - c[0], d[1] - c[1]]
  const divisor = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / divisor
  const h = (dx1 * sy - sx * dy1) / divisor
  return [
    (b[0] - a[0] + g * b[0]) / width,
    (d[0] - a[0] + h * d[0]) / height,
    a[0],
    (b[1] - a[1] + g * b[1]) / width,
    (d[1] - a[1] + h * d[1]) / height,
    a[1],
    g / width,
    h / height,
    1,
  ]
}

/** Width over height of the rectangle behind the corners; null where perspective does not tell. */
function aspectSeen(corners: Corners, middle: Point): number | null {
  const [m1, m2, m4, m3] = corners.map(([u, v]): Vector => [u - middle[0], v - middle[1], 1]) as unknown as [
    Vector,
    Vector,
    Vector,
    Vector,
  ]
  // m1 upper left, m2 upper right, m3 lower left, m4 lower right; n2 and n3 are the directions of the two sides.
  const k2 = dot(cross(m1, m4), m3) / dot(cross(m2, m4), m3)
  const k3 = dot(cross(m1, m4), m2) / dot(cross(m3, m4), m2)
  const n2: Vector = [k2 * m2[0] - m1[0], k2 * m2[1] - m1[1], k2 - 1]
  const n3: Vector = [k3 * m3[0] - m1[0], k3 * m3[1] - m1[1], k3 - 1]
  // Without two vanishing points there is no focal length to be had.
  if (Math.abs(n2[2]) < flat || Math.abs(n3[2]) < flat) return null
  const focalSquared = -(n2[0] * n3[0] + n2[1] * n3[1]) / (n2[2] * n3[2])
  if (!(focalSquared > 0) || !Number.isFinite(focalSquared)) return null
  // A lens between a telescope and a fisheye, against half the diagonal of the photo.
  const half = middle[0] * middle[0] + middle[1] * middle[1]
  if (focalSquared < half / 16 || focalSquared > half * 400) return null
  const long = (n: Vector) => (n[0] * n[0] + n[1] * n[1]) / focalSquared + n[2] * n[2]
  const squared = long(n2) / long(n3)
  return squared > 0 && Number.isFinite(squared) ? Math.sqrt(squared) : null
}

type Vector = readonly [number, number, number]

/** A side foreshortened by less than a hundredth is parallel for all that a finger on a screen can tell. */
const flat = 0.01

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

function distance(a: Point, b: Point): number {
  return Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2)
}

/** Whether the corners go round clockwise on the screen, each with an angle that can be told from a straight line. */
function isConvex(corners: Corners): boolean {
  return corners.every((corner, index) => {
    const before = corners[(index + 3) % 4] ?? corner
    const after = corners[(index + 1) % 4] ?? corner
    const turn =
      (corner[0] - before[0]) * (after[1] - corner[1]) - (corner[1] - before[1]) * (after[0] - corner[0])
    return turn > 0.01 * distance(before, corner) * distance(corner, after) && turn > 4
  })
}
