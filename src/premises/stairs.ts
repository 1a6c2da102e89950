import type { StairFlight, StairRun } from './model.ts'

/** Landing length taken for a run whose landings are not given, metres each, two of them (SFPE practice, mark memory). */
export const usualLandingM = 1.2

/** Height that a run climbs, metres: all risers of its flights. */
export function riseM(run: StairRun): number {
  return run.flights.reduce((sum, flight) => sum + flight.risers * flight.riserM, 0)
}

/**
 * Length walked on one flight, metres, along the slope: rise × sqrt(1 + (G/R)²), G the tread and R the riser
 * (SFPE Handbook 5th ed., ch. 59).
 */
export function flightLengthM({ risers, riserM, treadM }: StairFlight): number {
  return risers * Math.sqrt(riserM * riserM + treadM * treadM)
}

/** Length walked on the landings of a run, metres; two usual landings where none is given. */
export function landingLengthM(run: StairRun): number {
  if (run.landings.length === 0) return run.flights.length > 0 ? 2 * usualLandingM : 0
  return run.landings.reduce((sum, landing) => sum + landing.lengthM, 0)
}

/** Length walked between the two storeys of a run, metres: flights along the slope, and landings. */
export function slopeLengthM(run: StairRun): number {
  return run.flights.reduce((sum, flight) => sum + flightLengthM(flight), 0) + landingLengthM(run)
}

/** The narrowest clear width of a run, metres; null for a run without flights. */
export function clearWidthM(run: StairRun): number | null {
  return run.flights.length === 0 ? null : Math.min(...run.flights.map((flight) => flight.clearWidthM))
}

/** What a stair run is made of where only its height is known. */
export interface RunShape {
  readonly clearWidthM: number
  /** Wanted riser; the run takes the nearest that divides the height evenly. */
  readonly riserM?: number
  readonly treadM?: number
  readonly flights?: 1 | 2
}

/** A run of one or two equal flights over `heightM`, with a half landing between two, as a planner lays it out. */
export function evenRun(heightM: number, shape: RunShape): StairRun {
  const { clearWidthM: width, riserM = 0.165, treadM = 0.28, flights = 2 } = shape
  const risers = Math.max(flights, Math.ceil(heightM / riserM - 1e-9))
  const first = Math.ceil(risers / flights)
  const riser = heightM / risers
  const flight = (count: number): StairFlight => ({
    risers: count,
    riserM: riser,
    treadM,
    clearWidthM: width,
  })
  if (flights === 1) return { flights: [flight(risers)], landings: [] }
  return {
    flights: [flight(first), flight(risers - first)],
    landings: [
      { lengthM: width, widthM: 2 * width },
      { lengthM: width, widthM: 2 * width },
    ],
  }
}
