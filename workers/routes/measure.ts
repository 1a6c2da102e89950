import hydraulic from '../../data/hydraulic.json'
import walking from '../../data/walking.json'
import { gridPerMetre } from '../../src/premises/geometry/plane.ts'
import type { StairFlight, StairRun } from '../../src/premises/model.ts'
import { evenRun, flightLengthM, landingLengthM } from '../../src/premises/stairs.ts'

/**
 * Lengths and times are whole numbers while ways are compared: sums are exact in any order, so ties are ties whatever
 * led to them, and a kept answer equals the answer from scratch. Lengths in 0.01 mm, times in microseconds.
 */
export const lengthPerMetre = 100_000
export const timePerSecond = 1_000_000

const lengthPerCell = lengthPerMetre / gridPerMetre

/** From cells of the 0.1 mm grid; one at least, so that every stretch counts and no way goes in a circle. */
export function wholeLength(cells: number): number {
  return Math.max(1, Math.round(cells * lengthPerCell))
}

/**
 * Speed of an unhindered walker on the level, on ramps and in doorways, m/s: 0.85 k, k = 1.40 (SFPE Handbook 5th ed.,
 * ch. 59): 1.19.
 */
export const levelSpeedMPerS = hydraulic.speed.freeShare.value * hydraulic.speed.levelK.value

/** A flight as a planner lays it out, for one that does not say its tread and riser. */
const [usualFlight] = evenRun(walking.assumedStoreyHeight.value, { clearWidthM: 1 }).flights

/** Speed along the slope of a flight, m/s: 0.85 × 0.863 sqrt(G/R) down, less up. */
export function stairSpeedMPerS({ riserM, treadM }: StairFlight, up: boolean): number {
  const { treadM: tread, riserM: riser } =
    treadM > 0 && riserM > 0 ? { treadM, riserM } : (usualFlight as StairFlight)
  const k = hydraulic.speed.stairK.value * Math.sqrt(tread / riser)
  return hydraulic.speed.freeShare.value * k * (up ? hydraulic.speed.upShare.value : 1)
}

/** Walking time on the level, microseconds, for a length in 0.01 mm. */
export function levelTime(length: number): number {
  return Math.max(1, Math.round(length * (timePerSecond / lengthPerMetre / levelSpeedMPerS)))
}

/** Length and times of a stair run; lengths along the slope, landings walked as on the level. */
export function runMeasure(run: StairRun): { length: number; timeUp: number; timeDown: number } {
  const landingsM = landingLengthM(run)
  let lengthM = landingsM
  let upS = landingsM / levelSpeedMPerS
  let downS = upS
  for (const flight of run.flights) {
    const along = flightLengthM(flight)
    lengthM += along
    if (!(along > 0)) continue
    upS += along / stairSpeedMPerS(flight, true)
    downS += along / stairSpeedMPerS(flight, false)
  }
  return {
    length: wholeNumber(lengthM * lengthPerMetre),
    timeUp: wholeNumber(upS * timePerSecond),
    timeDown: wholeNumber(downS * timePerSecond),
  }
}

function wholeNumber(value: number): number {
  return Number.isFinite(value) && value > 1 ? Math.round(value) : 1
}
