import { minimumBox } from '../geometry/minimumBox.ts'
import type { TurnedBox } from '../geometry/minimumBox.ts'
import type { Point, Polygon } from '../geometry/plane.ts'
import { distance } from '../geometry/segment.ts'
import type { StairRun } from '../model.ts'

/** Where flights lie in plan: a walking line each, foot to head, with its width. */
export interface FlightPlan {
  readonly line: readonly Point[]
  readonly widthM: number
  readonly risers: number
}

export interface StairPlan {
  readonly flights: readonly FlightPlan[]
  readonly landings: readonly Polygon[]
  /** The drawing did not say where the flights lie: they are laid into the zone as usual. */
  readonly isAssumed: boolean
}

/**
 * The plan of a run: as drawn where every flight has its line, else laid into the zone's long direction, one flight straight,
 * several side by side with landings at the ends, starting at the end nearest to `entry` (the door of the stair).
 */
export function stairPlan(polygon: Polygon, run: StairRun, entry: Point | null): StairPlan | null {
  const drawn = run.flights.flatMap(({ line, clearWidthM, risers }): FlightPlan[] =>
    line && line.length >= 2 ? [{ line, widthM: clearWidthM, risers }] : [],
  )
  if (drawn.length > 0 && drawn.length === run.flights.length) {
    return {
      flights: drawn,
      landings: run.landings.flatMap((landing) => landing.polygon ?? []),
      isAssumed: false,
    }
  }
  const box = minimumBox(polygon.outer)
  return box && box.widthM > 0.3 && run.flights.length > 0 ? laidOut(box, run, entry) : null
}

function laidOut(box: TurnedBox, run: StairRun, entry: Point | null): StairPlan {
  const lanes = run.flights.length === 1 ? 1 : 2
  const laneM = box.widthM / lanes
  const widthM = Math.min(laneM, Math.max(...run.flights.map((flight) => flight.clearWidthM)))
  const goings = run.flights.map(({ risers, treadM }) => Math.max(1, risers - 1) * treadM)
  const longest = Math.max(...goings)
  // Landings take what the flights leave, at least a flight's width beyond the head where there is room.
  const landingM =
    lanes === 1 ? Math.max(0.1, (box.lengthM - longest) / 2) : Math.min(widthM, box.lengthM * 0.3)
  const roomM = Math.max(
    box.lengthM * 0.3,
    box.lengthM - landingM - (lanes === 1 ? landingM : Math.min(landingM, 0.3)),
  )
  const scale = Math.min(1, roomM / longest)
  const place = placing(box, entry)
  const headM = box.lengthM - landingM
  const flights = run.flights.map(({ risers }, index): FlightPlan => {
    const going = (goings[index] ?? longest) * scale
    const across = lanes === 1 ? 0 : (index % 2 === 0 ? -1 : 1) * (box.widthM / 4)
    const [near, far] = [place(headM - going, across), place(headM, across)]
    return { line: index % 2 === 0 ? [near, far] : [far, near], widthM, risers }
  })
  const half = box.widthM / 2
  const corners = [
    place(headM, -half),
    place(box.lengthM, -half),
    place(box.lengthM, half),
    place(headM, half),
  ]
  return { flights, landings: lanes === 1 ? [] : [{ outer: corners, holes: [] }], isAssumed: true }
}

/** Points of the box by their way from the end that people enter at, and to the left of it. */
function placing(
  { centre, axis, lengthM }: TurnedBox,
  entry: Point | null,
): (alongM: number, leftM: number) => Point {
  const end = (sign: number): Point => [
    centre[0] + (axis[0] * sign * lengthM) / 2,
    centre[1] + (axis[1] * sign * lengthM) / 2,
  ]
  const isFar = entry !== null && distance(entry, end(1)) < distance(entry, end(-1))
  const sign = isFar ? -1 : 1
  const [ux, uy] = [axis[0] * sign, axis[1] * sign]
  const [ox, oy] = end(-sign)
  return (alongM, leftM) => [ox + ux * alongM - uy * leftM, oy + uy * alongM + ux * leftM]
}
