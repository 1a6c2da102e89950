import type { Point } from '../geometry/plane.ts'
import { direction, distance, leftNormal, midpoint } from '../geometry/segment.ts'
import type { LevelId } from '../ids.ts'
import type { Premises, Stair, StairRun } from '../model.ts'
import type { RecordRef } from '../operation.ts'
import { placesOfStair } from '../places.ts'
import type { Place } from '../places.ts'
import { evenRun } from '../stairs.ts'
import { shifted } from './gaps.ts'
import type { PlanShape, StrokeKind } from './shapes.ts'
import { stairPlan } from './stairLayout.ts'
import type { FlightPlan, StairPlan } from './stairLayout.ts'

/**
 * The stairs of a level: landings, the edges of the flights, a line for every riser across them, and one arrow up. Drawn is the
 * run that goes up from the level; on the topmost the one that comes from below.
 */
export function stairShapes(premises: Premises, levelId: LevelId): readonly PlanShape[] {
  return Object.values(premises.stairs).flatMap((stair) => {
    const places = placesOfStair(premises, stair.zoneIds)
    const index = places.findLastIndex((place) => place?.levelId === levelId)
    const place = places[index]
    const run = stair.runs[index] ?? stair.runs[index - 1]
    if (!place || run === undefined) return []
    const known = run.flights.length > 0 ? run : usualRun(premises, places, index)
    const plan = stairPlan(place.zone.polygon, known, entryOf(premises, place))
    return plan ? drawn(stair, plan) : []
  })
}

/** A run with nothing said of its flights: two, over the height between its levels. */
function usualRun(premises: Premises, places: readonly (Place | null)[], index: number): StairRun {
  const heightOf = (at: number) => premises.levels[places[at]?.levelId ?? '']?.elevationM
  const [low, high] = [heightOf(index), heightOf(index + 1) ?? heightOf(index - 1)]
  const height = low === undefined || high === undefined ? 0 : Math.abs(high - low)
  return evenRun(height > 0 ? height : 3.6, { clearWidthM: 1.2 })
}

/** The door through which people come onto the stair at a level. */
function entryOf(premises: Premises, { zone, levelId }: Place): Point | null {
  const door = Object.values(premises.openings).find(
    ({ kind, levelId: on, sides }) =>
      (kind === 'door' || kind === 'passage') && on === levelId && sides.includes(zone.id),
  )
  return door ? midpoint(door.segment) : null
}

function drawn(stair: Stair, { flights, landings, isAssumed }: StairPlan): PlanShape[] {
  const common = {
    record: { table: 'stairs', id: stair.id } as RecordRef,
    ...(isAssumed ? { assumed: true as const } : {}),
  }
  const stroke =
    (kind: StrokeKind) =>
    (line: readonly Point[]): PlanShape => ({ kind, line, ...common })
  return [
    ...landings.map((polygon): PlanShape => ({ kind: 'landing', polygon, ...common })),
    ...flights.flatMap((flight) => [
      ...edges(flight).map(stroke('rail')),
      ...nosings(flight).map(stroke('tread')),
    ]),
    ...arrow(wayUp(flights)).map(stroke('arrow')),
  ]
}

const mostRisers = 200

/** A line across the flight at every riser. */
function nosings({ line, widthM, risers }: FlightPlan): (readonly Point[])[] {
  const count = Math.min(mostRisers, Math.max(2, Math.round(risers)))
  const whole = lengthOf(line)
  return Array.from({ length: count }, (_, k) => {
    const { point, normal } = alongLine(line, (whole * k) / (count - 1))
    return [shifted(point, normal, widthM / 2), shifted(point, normal, -widthM / 2)]
  })
}

/** Both edges of the flight. */
function edges({ line, widthM }: FlightPlan): (readonly Point[])[] {
  const side = (metres: number) =>
    line.map((point, index) => {
      const before = line[index - 1] ?? point
      const after = line[index + 1] ?? point
      return shifted(point, leftNormal([before, after]), metres)
    })
  return [side(widthM / 2), side(-widthM / 2)]
}

/** The walking line over all flights, round the landings between them. */
function wayUp(flights: readonly FlightPlan[]): readonly Point[] {
  return flights.flatMap(({ line, widthM }, index) => {
    const first = line[0]
    const second = line[1]
    const last = line[line.length - 1]
    const before = line[line.length - 2]
    if (!first || !second || !last || !before) return []
    const onto = index > 0 ? [shifted(first, direction([first, second]), -widthM / 2)] : []
    const off = index < flights.length - 1 ? [shifted(last, direction([before, last]), widthM / 2)] : []
    return [...onto, ...line, ...off]
  })
}

/** A line with a head at its end. */
export function arrow(line: readonly Point[]): (readonly Point[])[] {
  const tip = line[line.length - 1]
  const before = line[line.length - 2]
  if (!tip || !before) return []
  const d = direction([before, tip])
  const n = leftNormal([before, tip])
  const size = Math.min(0.3, lengthOf(line) / 4)
  const barb = (sign: number) => shifted(shifted(tip, d, -size), n, sign * size * 0.5)
  return [line, [barb(1), tip, barb(-1)]]
}

function lengthOf(line: readonly Point[]): number {
  return line.slice(1).reduce((sum, point, index) => sum + distance(line[index] ?? point, point), 0)
}

/** The point so far along a line, and the normal to the left of the line there. */
function alongLine(line: readonly Point[], metres: number): { point: Point; normal: Point } {
  let left = metres
  let at: readonly [Point, Point] = [line[0] ?? [0, 0], line[1] ?? line[0] ?? [0, 0]]
  for (let index = 1; index < line.length; index += 1) {
    at = [line[index - 1] as Point, line[index] as Point]
    const length = distance(at[0], at[1])
    if (left <= length || index === line.length - 1) break
    left -= length
  }
  return { point: shifted(at[0], direction(at), left), normal: leftNormal(at) }
}
