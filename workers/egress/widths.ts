import data from '../../data/hydraulic.json'
import type { StairFlight, StairLanding } from '../../src/premises/model.ts'
import { levelK, maxSpecificFlow } from './relations.ts'
import type { EgressInput } from './job.ts'

/**
 * Effective widths: clear width less a boundary layer on each side that people keep free (SFPE Handbook 5th ed., ch. 59,
 * table 59.1; values in data/hydraulic.json). All in metres.
 */
const { door, stairWall, handrail, corridorWall } = data.boundaryLayers
const { centreFromWall, edgeFromCentre } = data.handrailForm

/** Doors, gates and archways: 0.15 m on each side. */
export function doorEffectiveWidthM(clearM: number): number {
  return clearM - 2 * door.value
}

/** Corridors, aisles, ramps and other ways between walls: 0.20 m on each side. */
export function corridorEffectiveWidthM(clearM: number): number {
  return clearM - 2 * corridorWall.value
}

/** Landings of a stair: 0.15 m on each side. */
export function landingEffectiveWidthM({ widthM }: StairLanding): number {
  return widthM - 2 * stairWall.value
}

/**
 * A flight of stairs. Each side carries a layer of 0.15 m from the wall, and where a rail stands before it 0.09 m from the
 * rail's centre line; both are measured and the one that leaves less width is kept. The clear width may have been taken
 * between walls (the default), between the rails' inner edges, or between their centre lines. A width taken at the rails
 * without their number means rails on both sides.
 */
export function flightEffectiveWidthM({
  clearWidthM,
  handrails,
  widthBetween = 'walls',
}: StairFlight): number {
  const rails = handrails ?? (widthBetween === 'walls' ? 0 : 2)
  return clearWidthM - rails * railedSideM(widthBetween) - (2 - rails) * stairWall.value
}

/** Layer of one side with a rail, from where the clear width ends; the larger of the rail's and the wall's. */
function railedSideM(widthBetween: 'walls' | 'handrailEdges' | 'handrailCentres'): number {
  switch (widthBetween) {
    case 'walls':
      return Math.max(centreFromWall.value + handrail.value, stairWall.value)
    case 'handrailCentres':
      return Math.max(handrail.value, stairWall.value - centreFromWall.value)
    case 'handrailEdges':
      return Math.max(
        handrail.value - edgeFromCentre.value,
        stairWall.value - centreFromWall.value - edgeFromCentre.value,
      )
  }
}

/**
 * Capacity of a door, persons per second: Fsm × (clear − 0.30), or, by name, 1.33 × clear (the British and IMO figure). A
 * width of 0.30 m or less lets nobody through on the first basis, and is taken so on both.
 */
export function doorCapacityPerS(clearM: number, basis: EgressInput['doorBasis']): number {
  const effective = doorEffectiveWidthM(clearM)
  if (!(effective > 0)) return 0
  return basis === 'clear133' ? data.doorBasis.clear133.value * clearM : maxSpecificFlow(levelK) * effective
}
