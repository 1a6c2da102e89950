import data from '../../data/hydraulic.json'
import { weakestMark } from '../../src/premises/evidence.ts'
import type { EnteredMark } from '../../src/premises/evidence.ts'
import { segmentLength } from '../../src/premises/geometry/segment.ts'
import type { Opening, Premises, Ramp, StairRun } from '../../src/premises/model.ts'
import { flightLengthM, usualLandingM } from '../../src/premises/stairs.ts'
import { lengthPerMetre, timePerSecond } from '../routes/measure.ts'
import type { Link, Network } from '../routes/network.ts'
import type { ComponentRef, EgressInput } from './job.ts'
import { freeShare, levelK, maxSpecificFlow, stairK } from './relations.ts'
import {
  corridorEffectiveWidthM,
  doorCapacityPerS,
  doorEffectiveWidthM,
  flightEffectiveWidthM,
  landingEffectiveWidthM,
} from './widths.ts'

/** What one link of the building graph lets through: a door, a passage, a stair run with its flights, a ramp. */
export interface Component {
  readonly ref: ComponentRef
  /** For messages; nothing is computed with it. */
  readonly name: string
  /** Persons per second from end 0 to end 1, and back; 0: nobody gets through. */
  readonly capacityPerS: readonly [number, number]
  /** What is walked between the ends, from end 0 to end 1; none for an opening. */
  readonly stretches: readonly Stretch[]
  readonly clearWidthM: number
  readonly mark: EnteredMark
  /** The width is a default of data/hydraulic.json: the drawing gives none. */
  readonly isDefault: boolean
}

/** A part of a component with one width: a flight, a landing, a ramp. */
export interface Stretch {
  readonly lengthM: number
  readonly effectiveWidthM: number
  /** Speed coefficient towards end 1, and towards end 0. */
  readonly k: readonly [number, number]
}

/** The component of a link of the network; widths by the boundary rules, defaults where nothing is known. */
export function componentOf(
  premises: Premises,
  { links, length, time }: Network,
  link: number,
  basis: EgressInput['doorBasis'],
): Component {
  const { kind, id, ...rest } = links[link] as Link & { run?: number }
  if (kind === 'opening') return openingComponent(premises.openings[id] as Opening, basis)
  if (kind === 'ramp') return rampComponent(premises.ramps[id] as Ramp)
  const run = rest.run ?? 0
  const stair = premises.stairs[id]
  const drawn = stair?.runs[run]
  const mark = stair?.evidence['runs']?.mark ?? 'assumed'
  const ref = { kind: 'stair', id, run } as const
  const name = stair?.name ?? ''
  if (drawn && drawn.flights.length > 0)
    return withStretches(
      ref,
      name,
      runStretches(drawn),
      Math.min(...drawn.flights.map((f) => f.clearWidthM)),
      mark,
      false,
    )
  // A run of which only the height is known: as long as the network takes it, as wide as the default.
  const clearM = data.assumed.stair.clearWidthM
  const lengthM = length[2 * link]! / lengthPerMetre
  const k = (crossing: number) => lengthM / (time[crossing]! / timePerSecond) / freeShare
  const stretch = {
    lengthM,
    effectiveWidthM: flightEffectiveWidthM({ risers: 1, riserM: 1, treadM: 1, clearWidthM: clearM }),
    k: [k(2 * link), k(2 * link + 1)] as const,
  }
  return withStretches(ref, name, [stretch], clearM, 'assumed', true)
}

/** Clear width of an opening: as entered, else as drawn (its segment), else the default of its kind. */
export function clearWidthOf({ kind, clearWidthM, segment, evidence }: Opening): {
  readonly clearM: number
  readonly mark: EnteredMark
  readonly isDefault: boolean
} {
  if (clearWidthM !== undefined)
    return { clearM: clearWidthM, mark: evidence['clearWidthM']?.mark ?? 'assumed', isDefault: false }
  const drawnM = segmentLength(segment)
  if (drawnM > data.narrowestDrawn.value)
    return { clearM: drawnM, mark: evidence['segment']?.mark ?? 'assumed', isDefault: false }
  const { doorWidthM, passageWidthM } = data.assumed
  return { clearM: (kind === 'passage' ? passageWidthM : doorWidthM).value, mark: 'assumed', isDefault: true }
}

function openingComponent(opening: Opening, basis: EgressInput['doorBasis']): Component {
  const { clearM, mark, isDefault } = clearWidthOf(opening)
  const byWidth = doorCapacityPerS(clearM, basis)
  const capacity = opening.door?.operation === 'turnstile' ? Math.min(byWidth, data.turnstile.value) : byWidth
  return {
    ref: { kind: 'opening', id: opening.id },
    name: opening.name,
    capacityPerS: [capacity, capacity],
    stretches: [],
    clearWidthM: clearM,
    mark,
    isDefault,
  }
}

function rampComponent({ name, lengthM, clearWidthM, lowerZoneId, evidence }: Ramp): Component {
  const stretch = {
    lengthM,
    effectiveWidthM: corridorEffectiveWidthM(clearWidthM),
    k: [levelK, levelK] as const,
  }
  const mark = weakestMark([evidence['clearWidthM']?.mark])
  return withStretches({ kind: 'zone', id: lowerZoneId }, name, [stretch], clearWidthM, mark, false)
}

function withStretches(
  ref: ComponentRef,
  name: string,
  stretches: readonly Stretch[],
  clearWidthM: number,
  mark: EnteredMark,
  isDefault: boolean,
): Component {
  const least = (way: 0 | 1) =>
    Math.max(
      0,
      Math.min(...stretches.map(({ effectiveWidthM, k }) => maxSpecificFlow(k[way]) * effectiveWidthM)),
    )
  return { ref, name, capacityPerS: [least(0), least(1)], stretches, clearWidthM, mark, isDefault }
}

/** Flights and landings in turn from below; two usual landings, as wide as the flight's walls, where none is given. */
function runStretches({ flights, landings }: StairRun): Stretch[] {
  const given = landings.map((landing) => ({
    lengthM: landing.lengthM,
    effectiveWidthM: landingEffectiveWidthM(landing),
    k: [levelK, levelK] as const,
  }))
  const usual = flights.slice(0, 1).flatMap(({ clearWidthM }) => {
    const effectiveWidthM = doorEffectiveWidthM(clearWidthM)
    return Array.from({ length: 2 }, () => ({
      lengthM: usualLandingM,
      effectiveWidthM,
      k: [levelK, levelK] as const,
    }))
  })
  const flat = landings.length > 0 ? given : usual
  return [
    ...flights.flatMap((flight, index) => [
      {
        lengthM: flightLengthM(flight),
        effectiveWidthM: flightEffectiveWidthM(flight),
        k: [stairK(flight.treadM, flight.riserM, true), stairK(flight.treadM, flight.riserM)] as const,
      },
      ...flat.slice(index, index + 1),
    ]),
    ...flat.slice(flights.length),
  ]
}
