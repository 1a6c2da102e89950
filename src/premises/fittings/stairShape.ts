import table from '../../../data/drawing.json'
import { type Point, type Polygon, snapPoint } from '../geometry/plane.ts'
import { sineCosine } from '../geometry/trigonometry.ts'
import { PersonError } from '../message.ts'
import type { StairFlight, StairKind, StairLanding, StairRun } from '../model.ts'

export interface StairSpec {
  readonly template: 'straight' | 'dogLeg' | 'spiral'
  readonly kind: StairKind
  /** Wished; the real riser divides the storey height evenly. */
  readonly riserM: number
  readonly treadM: number
  readonly clearWidthM: number
  /** Direction in which the first flight climbs, degrees counter-clockwise from the plan's x axis. */
  readonly climbsDeg: number
  /** The second flight lies to the left of the first (dog-leg), or the spiral turns left going up. */
  readonly turnsLeft: boolean
}

/** A stair from its spec: what it takes up on both levels, and its run. */
export interface StairShape {
  readonly outline: Polygon
  readonly run: StairRun
  readonly risers: number
  readonly riserM: number
}

/**
 * The stair of a storey of this height, its middle at a point. Its outline runs to the middle of the walls about it, so that the
 * flights have their clear width between the faces. Throws `stairTooSteep` where no number of risers fits, `stairSize`.
 */
export function stairShape(spec: StairSpec, riseM: number, middle: Point): StairShape {
  const { inner: _, ...shape } = laidStair(spec, riseM, middle)
  return shape
}

/** The same with what lies between the faces of its walls. */
export function laidStair(
  spec: StairSpec,
  riseM: number,
  middle: Point,
): StairShape & { readonly inner: Polygon } {
  const { leastTread, leastWidth } = table.drawnStair
  if (!(spec.treadM >= leastTread.value && spec.clearWidthM >= leastWidth.value))
    throw new PersonError('stairSize', { treadM: leastTread.value, widthM: leastWidth.value })
  const risers = risersOf(spec, riseM)
  const laid = layouts[spec.template](spec, risers, riseM / risers)
  const place = placing(spec, middle, laid)
  const line = (points: readonly Point[]) => points.map((point) => snapPoint(place(point)))
  const polygon = (points: readonly Point[]): Polygon => ({
    outer: turnedLeft(line(points), spec),
    holes: [],
  })
  const { lengthM, widthM } = laid
  const box = (wallM: number) =>
    polygon([
      [-wallM, -wallM],
      [lengthM + wallM, -wallM],
      [lengthM + wallM, widthM + wallM],
      [-wallM, widthM + wallM],
    ])
  return {
    outline: box(table.halfWall.value),
    inner: box(0),
    run: {
      flights: laid.flights.map(({ points, ...flight }): StairFlight => ({ ...flight, line: line(points) })),
      landings: laid.landings.map(({ points, ...landing }): StairLanding => ({
        ...landing,
        ...(points ? { polygon: polygon(points) } : {}),
      })),
    },
    risers,
    riserM: riseM / risers,
  }
}

/** How many risers come nearest to the wished one, of those that a stair can have. */
function risersOf({ template, riserM }: StairSpec, riseM: number): number {
  const { leastRiser, mostRiser } = table.drawnStair
  const least = Math.max(template === 'dogLeg' ? 4 : 2, Math.ceil(riseM / mostRiser.value - 1e-9))
  const most = Math.floor(riseM / leastRiser.value + 1e-9)
  const wished = Math.round(riseM / riserM)
  if (!(riseM > 0) || most < least || !Number.isFinite(wished))
    throw new PersonError('stairTooSteep', {
      riseM: Math.round(riseM * 100) / 100,
      leastM: leastRiser.value,
      mostM: mostRiser.value,
    })
  return Math.min(most, Math.max(least, wished))
}

/** A stair on a plan of its own: x the way the first flight climbs, y to the left, its box from the origin. */
interface Laid {
  readonly lengthM: number
  readonly widthM: number
  readonly flights: readonly (Omit<StairFlight, 'line'> & { readonly points: readonly Point[] })[]
  readonly landings: readonly (Omit<StairLanding, 'polygon'> & { readonly points?: readonly Point[] })[]
}

type Layout = (spec: StairSpec, risers: number, riserM: number) => Laid

const layouts: Readonly<Record<StairSpec['template'], Layout>> = { straight, dogLeg, spiral }

/** Flights in one line, a landing before, between and behind them. */
function straight({ treadM, clearWidthM: width }: StairSpec, risers: number, riserM: number): Laid {
  const count = Math.ceil(risers / table.stair.mostRisersInFlight.value)
  const between = Math.max(width, table.stair.middleLanding.value)
  const middle = width / 2
  const flights: Laid['flights'][number][] = []
  const landings: Laid['landings'][number][] = [landingOf(0, width, 0, width)]
  let at = width
  for (let left = risers, flight = count; flight > 0; flight -= 1) {
    const own = Math.ceil(left / flight)
    const head = at + (own - 1) * treadM
    flights.push({
      risers: own,
      riserM,
      treadM,
      clearWidthM: width,
      points: [
        [at, middle],
        [head, middle],
      ],
    })
    const deep = flight > 1 ? between : width
    landings.push(landingOf(head, head + deep, 0, width))
    at = head + deep
    left -= own
  }
  return { lengthM: at, widthM: width, flights, landings }
}

/** Up to a half landing and back beside it; the odd riser is in the first flight. */
function dogLeg({ treadM, clearWidthM: width }: StairSpec, risers: number, riserM: number): Laid {
  const first = Math.ceil(risers / 2)
  const second = risers - first
  const whole = 2 * width + table.stair.well.value
  const head = width + (first - 1) * treadM
  const arrival = head - (second - 1) * treadM
  const [up, back] = [width / 2, whole - width / 2]
  const flight = (own: number, from: Point, to: Point) => ({
    risers: own,
    riserM,
    treadM,
    clearWidthM: width,
    points: [from, to],
  })
  const split = whole / 2
  return {
    lengthM: head + width,
    widthM: whole,
    flights: [flight(first, [width, up], [head, up]), flight(second, [head, back], [arrival, back])],
    landings: [
      landingOf(head, head + width, 0, whole),
      {
        lengthM: width,
        widthM: whole,
        points:
          second < first
            ? [
                [0, 0],
                [width, 0],
                [width, split],
                [arrival, split],
                [arrival, whole],
                [0, whole],
              ]
            : [
                [0, 0],
                [width, 0],
                [width, whole],
                [0, whole],
              ],
      },
    ],
  }
}

/** Points of a spiral's line from one riser to the next, so that the line runs round. */
const perTread = 6

/**
 * Round a newel in a square well; treads are measured on the line in the middle of the flight. A turn has so many treads that
 * the newel is not too thin nor the headroom beneath the next turn too low, and a whole number: turns lie upon each other in plan.
 */
function spiral({ treadM, clearWidthM: width }: StairSpec, risers: number, riserM: number): Laid {
  const { newel, spiralHeadroom } = table.stair
  const round = (2 * Math.PI * (newel.value + width / 2)) / treadM
  const perTurn = Math.ceil(Math.max(round, spiralHeadroom.value / riserM) - 1e-9)
  const radius = (perTurn * treadM) / (2 * Math.PI)
  const outer = radius + width / 2
  const points = Array.from({ length: (risers - 1) * perTread + 1 }, (_, k): Point => {
    const [s, c] = sineCosine((360 * k) / (perTurn * perTread))
    return [outer + radius * s, outer - radius * c]
  })
  return {
    lengthM: 2 * outer,
    widthM: 2 * outer,
    flights: [{ risers, riserM, treadM, clearWidthM: width, points }],
    landings: [{ lengthM: width, widthM: width }],
  }
}

function landingOf(from: number, to: number, right: number, left: number): Laid['landings'][number] {
  return {
    lengthM: Math.round((to - from) * 1e4) / 1e4,
    widthM: Math.round((left - right) * 1e4) / 1e4,
    points: [
      [from, right],
      [to, right],
      [to, left],
      [from, left],
    ],
  }
}

/** From a stair's own plan to the plan of the level: mirrored where it turns right, turned, and its middle at a point. */
function placing(
  { climbsDeg, turnsLeft }: StairSpec,
  [x, y]: Point,
  { lengthM, widthM }: Laid,
): (point: Point) => Point {
  const [s, c] = sineCosine(climbsDeg)
  return ([u, v]) => {
    const ahead = u - lengthM / 2
    const left = (v - widthM / 2) * (turnsLeft ? 1 : -1)
    return [x + ahead * c - left * s, y + ahead * s + left * c]
  }
}

/** A ring that was drawn counter-clockwise, so again after a mirroring. */
function turnedLeft(ring: readonly Point[], { turnsLeft }: StairSpec): readonly Point[] {
  return turnsLeft ? ring : ring.toReversed()
}
