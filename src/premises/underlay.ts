import { angleDegrees, sineCosine } from './geometry/trigonometry.ts'
import { type Point, snapPoint } from './geometry/plane.ts'
import type { LevelId } from './ids.ts'
import { PersonError } from './message.ts'
import type { Premises, Underlay } from './model.ts'

/** Where a picture lies on the plan. */
export type UnderlayPlace = Pick<Underlay, 'origin' | 'metresPerPx' | 'turnDeg'>

/** The pictures beneath a level, the lowest first. */
export function underlaysOf({ underlays }: Premises, levelId: string | null): readonly Underlay[] {
  return Object.values(underlays)
    .filter((each) => each.levelId === levelId)
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : 1))
}

/**
 * Where a new picture first lies: upright, its middle on the middle of what is drawn on the level, else of what is drawn on
 * the other levels of its building, else on the building's origin.
 */
export function firstPlace(
  premises: Premises,
  levelId: LevelId,
  { widthPx, heightPx }: Pick<Underlay, 'widthPx' | 'heightPx'>,
  metresPerPx: number,
): UnderlayPlace {
  const buildingId = premises.levels[levelId]?.buildingId
  const zones = Object.values(premises.zones)
  const isNear = (id: LevelId | null) => id !== null && premises.levels[id]?.buildingId === buildingId
  const here = zones.filter((zone) => zone.levelId === levelId)
  const near = here.length > 0 ? here : zones.filter((zone) => isNear(zone.levelId))
  const [x, y] = middleOf(near.flatMap(({ polygon }) => polygon.outer))
  return {
    origin: snapPoint([x - (metresPerPx * widthPx) / 2, y + (metresPerPx * heightPx) / 2]),
    metresPerPx,
    turnDeg: 0,
  }
}

/** Middle of the box around the points; the origin where there are none. */
function middleOf(points: readonly Point[]): Point {
  if (points.length === 0) return [0, 0]
  let [left, low, right, high] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  return [(left + right) / 2, (low + high) / 2]
}

/** The plan point of a pixel. */
export function planPoint({ origin, metresPerPx, turnDeg }: UnderlayPlace, [u, v]: Point): Point {
  const [s, c] = sineCosine(turnDeg)
  return [origin[0] + metresPerPx * (u * c - v * s), origin[1] + metresPerPx * (-u * s - v * c)]
}

/** The pixel at a plan point. */
export function pixelAt({ origin, metresPerPx, turnDeg }: UnderlayPlace, [x, y]: Point): Point {
  const [s, c] = sineCosine(turnDeg)
  const dx = (x - origin[0]) / metresPerPx
  const dy = (y - origin[1]) / metresPerPx
  return [dx * c - dy * s, -dx * s - dy * c]
}

/**
 * The place with two of its plan points so many metres apart; the first stays where it is. Throws a `PersonError`
 * `underlayPointsCoincide` where the points are one, `underlayLengthNeeded` where the length is no positive number.
 */
export function scaledByLength(place: UnderlayPlace, a: Point, b: Point, lengthM: number): UnderlayPlace {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const apart = Math.sqrt(dx * dx + dy * dy)
  // Less than a twentieth of a pixel: one tap, twice.
  if (!(apart > place.metresPerPx / 20)) throw new PersonError('underlayPointsCoincide')
  if (!(lengthM > 0) || !Number.isFinite(lengthM)) throw new PersonError('underlayLengthNeeded')
  const factor = lengthM / apart
  const { origin, metresPerPx, turnDeg } = place
  return {
    origin: [a[0] + factor * (origin[0] - a[0]), a[1] + factor * (origin[1] - a[1])],
    metresPerPx: metresPerPx * factor,
    turnDeg,
  }
}

/** A fitted place with what it misses: the root mean square and the worst distance, metres (0 for two points). */
export interface Fit {
  readonly place: UnderlayPlace
  readonly rmsM: number
  readonly worstM: number
}

/**
 * The similarity (shift, turn, one scale) that brings 2–4 pixels nearest to plan points, by least squares: the Helmert
 * transformation, solved in closed form about the two centres. Null where the pixels, or the plan points, coincide.
 */
export function fitted(pairs: readonly { readonly pixel: Point; readonly plan: Point }[]): Fit | null {
  if (pairs.length < 2) return null
  const [um, vm] = mean(pairs.map(({ pixel }) => pixel))
  const [xm, ym] = mean(pairs.map(({ plan }) => plan))
  let square = 0
  let along = 0
  let across = 0
  for (const { pixel, plan } of pairs) {
    // Pixels count downwards, the plan upwards.
    const [p, q] = [pixel[0] - um, vm - pixel[1]]
    const [x, y] = [plan[0] - xm, plan[1] - ym]
    square += p * p + q * q
    along += p * x + q * y
    across += p * y - q * x
  }
  if (!(square > 1e-3)) return null
  const [a, b] = [along / square, across / square]
  const metresPerPx = Math.sqrt(a * a + b * b)
  if (!(metresPerPx > 1e-9)) return null
  const place: UnderlayPlace = {
    origin: [xm - a * um - b * vm, ym - b * um + a * vm],
    metresPerPx,
    turnDeg: angleDegrees(-b, a) + 0,
  }
  const misses = pairs.map(({ pixel, plan }) => {
    const [x, y] = planPoint(place, pixel)
    return (x - plan[0]) ** 2 + (y - plan[1]) ** 2
  })
  const sum = misses.reduce((total, miss) => total + miss, 0)
  return { place, rmsM: Math.sqrt(sum / pairs.length), worstM: Math.sqrt(Math.max(...misses)) }
}

function mean(points: readonly Point[]): Point {
  let [x, y] = [0, 0]
  for (const point of points) {
    x += point[0]
    y += point[1]
  }
  return [x / points.length, y / points.length]
}
