import { contains, distanceToPolygon } from '../../premises/geometry/inside.ts'
import { minimumBox } from '../../premises/geometry/minimumBox.ts'
import type { Point } from '../../premises/geometry/plane.ts'
import { distance } from '../../premises/geometry/segment.ts'
import type { StairRun } from '../../premises/model.ts'
import { evenRun } from '../../premises/stairs.ts'
import { planPoints } from './filling.ts'
import { climb, landingOf, type Climb } from './flights.ts'
import type { Space } from './spaces.ts'
import type { StairElement } from './stairElements.ts'
import { median } from './storeys.ts'
import { walkingSurfaces, type Surface } from './surfaces.ts'

/** One run of a stair between two rooms; the same room twice where it runs through both storeys. */
export interface StairLink {
  readonly element: StairElement
  readonly lower: Space
  readonly upper: Space
  /** Heights of the floors that it joins. */
  readonly bottomZ: number
  readonly topZ: number
  readonly run: StairRun
  /** Where the run begins and ends in plan. */
  readonly foot: Point
  readonly head: Point
  /** Its steps by the shape of the treads, by the count that the file states, or assumed from the height alone. */
  readonly stepsFrom: 'shape' | 'count' | 'height'
  /** A riser that the shape or the file gives and that no stair has. */
  readonly rejectedRiserM: number | null
}

export interface UnlinkedStair {
  readonly element: StairElement
  /** The rooms that it touches, if any. */
  readonly touches: readonly Space[]
}

/** A floor belongs to a stair's end within this height. */
const floorM = 0.35
/** A landing at the height of a floor, within this. */
const landingM = 0.12
/** A stair's end may stop this far short of the room that it leads to. */
const shortM = 0.5
/** Looked this far past the end of a flight for the room that it leads to. */
const pastM = 0.3
/** Risers outside this range are errors of the file (feet taken for metres), or ladders. */
export const highestRiserM = 0.25
const lowestRiserM = 0.08

/** A door of a room that runs through several storeys, at a height: it makes that height a floor of the room. */
export type HasDoorAt = (space: Space, z: number) => boolean

/** Links each stair to the rooms at its ends and at the landings that are floors. */
export function linkStairs(
  elements: readonly StairElement[],
  spaces: readonly Space[],
  hasDoorAt: HasDoorAt,
): { readonly links: readonly StairLink[]; readonly unlinked: readonly UnlinkedStair[] } {
  const links: StairLink[] = []
  const unlinked: UnlinkedStair[] = []
  for (const element of elements) {
    const surfaces = element.shapes.flatMap(walkingSurfaces).toSorted((p, q) => p.z - q.z)
    const contacts = contactsOf(element, surfaces, spaces, hasDoorAt)
    if (contacts.length < 2) unlinked.push({ element, touches: contacts.map((contact) => contact.space) })
    for (const [index, upper] of contacts.slice(1).entries()) {
      links.push(linkOf(element, surfaces, contacts[index] as Contact, upper, contacts.length === 2))
    }
  }
  return { links, unlinked }
}

/** A floor that a stair meets. */
interface Contact {
  readonly z: number
  readonly space: Space
}

function contactsOf(
  element: StairElement,
  surfaces: readonly Surface[],
  spaces: readonly Space[],
  hasDoorAt: HasDoorAt,
): readonly Contact[] {
  const near = spaces.filter((space) => reaches(element, space))
  const step = stepOf(surfaces)
  // Treads that the shape does not show are looked for down to its lowest point.
  const shown = (surfaces[0]?.z ?? Infinity) - step
  const bottom = shown > element.z0 + floorM ? element.z0 : shown
  const top = (surfaces[surfaces.length - 1]?.z ?? element.z1 - step) + step
  const heights = near.flatMap((space) => [space.z0, ...floorsWithin(space, spaces, hasDoorAt)])
  const contacts: Contact[] = []
  for (const z of heights.toSorted((a, b) => a - b)) {
    if (contacts.some((contact) => Math.abs(contact.z - z) <= floorM)) continue
    const ends = endsAt(z, surfaces, { bottom, top }, element)
    const space = ends === null ? null : roomAt(ends, z, near, hasDoorAt)
    if (space !== null) contacts.push({ z: space.z0 > z - floorM ? space.z0 : z, space })
  }
  return contacts
}

/** Heights of floors that a tall room passes, where it has doors. */
function floorsWithin(space: Space, spaces: readonly Space[], hasDoorAt: HasDoorAt): readonly number[] {
  const floors = new Set(
    spaces.map((other) => other.z0).filter((z) => z > space.z0 + 1.8 && z < space.z1 - 1.8),
  )
  return [...floors].filter((z) => hasDoorAt(space, z))
}

/** Points in plan at which a stair meets the height, best first; null where it does not. */
function endsAt(
  z: number,
  surfaces: readonly Surface[],
  ends: { readonly bottom: number; readonly top: number },
  element: StairElement,
): readonly Point[] | null {
  const whole = climb(surfaces, ends.bottom, ends.top)
  const first = whole.flights[0]
  const last = whole.flights[whole.flights.length - 1]
  if (first === undefined || last === undefined) return pointsAt(element, z)
  const [firstTread, lastTread] = [first.treads[0], last.treads[last.treads.length - 1]]
  if (Math.abs(z - ends.bottom) <= floorM && firstTread) {
    return [firstTread.centre, first.foot, past(firstTread.centre, first.foot)]
  }
  const landings = [...whole.landings, ...surfaces.slice(-1)].filter(
    (surface) => Math.abs(surface.z - z) <= landingM,
  )
  if (landings.length > 0) return landings.map((landing) => landing.centre)
  if (Math.abs(z - ends.top) <= floorM && lastTread) {
    return [lastTread.centre, last.head, past(lastTread.centre, last.head)]
  }
  return missingStepAt(z, surfaces)
}

/** Treads below and above a height where one step is missing: the floor of the building stands in for it. */
function missingStepAt(z: number, surfaces: readonly Surface[]): readonly Point[] | null {
  const step = stepOf(surfaces)
  const above = surfaces.findIndex((surface) => surface.z > z)
  const [low, high] = [surfaces[above - 1], surfaces[above]]
  if (low === undefined || high === undefined) return null
  const isMissing = high.z - low.z > 1.5 * step && high.z - z < 1.3 * step && z - low.z < 1.3 * step
  return isMissing ? [low.centre, high.centre] : null
}

/** Corners of a shape without treads near a height. */
function pointsAt(element: StairElement, z: number): readonly Point[] | null {
  const near = element.shapes.flatMap((shape) =>
    planPoints(shape).filter((_, index) => Math.abs(shape[index * 3 + 2]! - z) <= floorM),
  )
  return near.length > 0 ? near : null
}

/** Beyond the end of a flight, in its direction. */
function past(centre: Point, end: Point): Point {
  const length = distance(centre, end)
  if (length === 0) return end
  return [end[0] + ((end[0] - centre[0]) / length) * pastM, end[1] + ((end[1] - centre[1]) / length) * pastM]
}

/** The room at a stair's end: one that stands at this height and holds the end; a tall room with a door here; the nearest. */
function roomAt(
  ends: readonly Point[],
  z: number,
  spaces: readonly Space[],
  hasDoorAt: HasDoorAt,
): Space | null {
  const standing = spaces.filter((space) => Math.abs(space.z0 - z) <= landingM)
  for (const end of ends) {
    const holding = standing.filter((space) => contains(space.polygon, end))
    if (holding[0]) return holding[0]
  }
  const through = spaces.find(
    (space) =>
      space.z0 < z - 1 &&
      space.z1 > z + 1 &&
      hasDoorAt(space, z) &&
      ends.some((end) => contains(space.polygon, end)),
  )
  if (through) return through
  const away = (space: Space): number => Math.min(...ends.map((end) => distanceToPolygon(space.polygon, end)))
  const nearest = standing.toSorted((p, q) => away(p) - away(q))[0]
  return nearest && away(nearest) <= shortM ? nearest : null
}

function reaches(element: StairElement, { box: [x0, y0, x1, y1], z0, z1 }: Space): boolean {
  if (z0 > element.z1 + 2 * floorM || z1 < element.z0 - floorM) return false
  return element.shapes.some((shape) => {
    for (let at = 0; at < shape.length; at += 3) {
      const x = shape[at]!
      const y = shape[at + 1]!
      if (x > x0 - 1 && x < x1 + 1 && y > y0 - 1 && y < y1 + 1) return true
    }
    return false
  })
}

function stepOf(surfaces: readonly Surface[]): number {
  return median(surfaces.slice(1).map((surface, index) => surface.z - (surfaces[index] as Surface).z)) ?? 0.17
}

function linkOf(
  element: StairElement,
  surfaces: readonly Surface[],
  lower: Contact,
  upper: Contact,
  whole: boolean,
): StairLink {
  const made = climb(surfaces, lower.z, upper.z)
  const { run, stepsFrom, rejectedRiserM } = runOf(element, made, upper.z - lower.z, whole)
  const first = made.flights[0]
  const last = made.flights[made.flights.length - 1]
  const middle = minimumBox(element.shapes.flatMap(planPoints))?.centre ?? [0, 0]
  return {
    element,
    lower: lower.space,
    upper: upper.space,
    bottomZ: lower.z,
    topZ: upper.z,
    run,
    foot: first?.foot ?? middle,
    head: last?.head ?? middle,
    stepsFrom,
    rejectedRiserM,
  }
}

/**
 * The steps of a run. Treads of the shape are believed where they give a riser that a stair can have; else the number of
 * risers that the file states (a count has no unit to be wrong); else two even flights over the height.
 */
function runOf(
  element: StairElement,
  made: Climb,
  riseM: number,
  whole: boolean,
): Pick<StairLink, 'run' | 'stepsFrom' | 'rejectedRiserM'> {
  const believable = (riserM: number): boolean => riserM >= lowestRiserM && riserM <= highestRiserM
  const flights = made.flights.map((flight) => flight.flight)
  if (
    flights.length > 0 &&
    flights.every((flight) => believable(flight.riserM) && flight.treadM > 0.1 && flight.clearWidthM > 0.3)
  ) {
    return {
      run: { flights, landings: made.landings.map(landingOf) },
      stepsFrom: 'shape',
      rejectedRiserM: null,
    }
  }
  const rejected = flights.find((flight) => !believable(flight.riserM))?.riserM ?? null
  const stated =
    element.statedRiserM !== null && !believable(element.statedRiserM) ? element.statedRiserM : null
  const clearWidthM = Math.min(
    2.4,
    Math.max(0.6, flights[0]?.clearWidthM ?? minimumBox(element.shapes.flatMap(planPoints))?.widthM ?? 0.9),
  )
  const count = whole ? element.statedRisers : null
  const counted = count !== null && count > 0 && believable(riseM / count)
  const run = counted
    ? evenRun(riseM, { clearWidthM, riserM: riseM / count, flights: 1 })
    : evenRun(riseM, { clearWidthM })
  return { run, stepsFrom: counted ? 'count' : 'height', rejectedRiserM: rejected ?? stated }
}
