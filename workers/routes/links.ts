import walking from '../../data/walking.json'
import type { StairId } from '../../src/premises/ids.ts'
import { obstacleOf } from '../../src/premises/obstacles.ts'
import { labelPoint } from '../../src/premises/geometry/labelPoint.ts'
import { midpoint } from '../../src/premises/geometry/segment.ts'
import type { Point, Polygon } from '../../src/premises/geometry/plane.ts'
import type { Opening, Premises, Ramp, StairRun, Zone } from '../../src/premises/model.ts'
import { isOutdoor } from '../../src/premises/places.ts'
import { evenRun } from '../../src/premises/stairs.ts'
import { storeyKind } from './case.ts'
import { lengthPerMetre, levelTime, runMeasure } from './measure.ts'
import type { Link } from './network.ts'
import type { Places } from './places.ts'

/** A link as it is collected: end 0 and end 1, and what crossing it from either costs. */
export interface LinkDraft {
  readonly link: Link
  /** −1 = the outside, or nothing drawn. */
  readonly places: readonly [number, number]
  /** Where it starts in the place of either end. */
  readonly points: readonly [Point, Point]
  readonly length: number
  /** From end 0 to end 1, and back, microseconds. */
  readonly times: readonly [number, number]
  readonly isOpen: boolean
  /** Crossing from end e leads outside, or to the safety of a stair or compartment. */
  readonly final: readonly [boolean, boolean]
  readonly storey: readonly [StoreyKind, StoreyKind]
}

type StoreyKind = (typeof storeyKind)[keyof typeof storeyKind]

/** All links of the premises: doors and passages, then stair runs, then ramps, each in the order of their ids. */
export function linksOf(premises: Premises, places: Places): readonly LinkDraft[] {
  const safeStairZones = enclosedStairZones(premises)
  return [
    ...sorted(premises.openings)
      .filter((opening) => obstacleOf(opening) !== 'notWalkable')
      .map((opening) => openingLink(premises, places, safeStairZones, opening)),
    ...sorted(premises.stairs).flatMap(({ id, zoneIds, runs }) => {
      const passed = places.through(zoneIds)
      return runs.map((run, index) =>
        runLink(premises, places, id, index, run, [passed[index] ?? -1, passed[index + 1] ?? -1]),
      )
    }),
    ...sorted(premises.ramps).map((ramp) => rampLink(places, ramp)),
  ]
}

function sorted<T>(table: Readonly<Record<string, T>>): T[] {
  return Object.keys(table)
    .sort()
    .flatMap((id) => table[id] ?? [])
}

function openingLink(
  premises: Premises,
  places: Places,
  safeStairZones: ReadonlySet<string>,
  opening: Opening,
): LinkDraft {
  const zones = opening.sides.map((id) => (id === null ? null : (premises.zones[id] ?? null)))
  const [a, b] = [zones[0] ?? null, zones[1] ?? null]
  const ends = [places.at(a, opening.levelId), places.at(b, opening.levelId)] as const
  const isPassable = obstacleOf(opening) === null
  const bothIndoor = a !== null && b !== null && !isOutdoor(a) && !isOutdoor(b)
  const leadsOut = (to: Zone | null): boolean =>
    opening.exit === 'final' && (to === null || isOutdoor(to) || bothIndoor)
  const middle = midpoint(opening.segment)
  return {
    link: { kind: 'opening', id: opening.id },
    places: ends,
    points: [middle, middle],
    length: 0,
    times: [0, 0],
    isOpen: isPassable && ends[0] !== ends[1],
    final: [a !== null && leadsOut(b), b !== null && leadsOut(a)],
    storey: [storeyExit(opening, a, b, safeStairZones), storeyExit(opening, b, a, safeStairZones)],
  }
}

/** What an opening, crossed from one zone to the other, leads into: an enclosed stair, or an adjoining compartment. */
function storeyExit(
  { exit }: Opening,
  from: Zone | null,
  to: Zone | null,
  safeStairZones: ReadonlySet<string>,
): StoreyKind {
  const isRuledOut = exit !== undefined && exit !== 'storey'
  if (from === null || to === null || isOutdoor(to) || isRuledOut) return storeyKind.none
  if (safeStairZones.has(from.id)) return storeyKind.none
  if (safeStairZones.has(to.id)) return storeyKind.stair
  const [a, b] = [from.compartmentId, to.compartmentId]
  if (a !== undefined && b !== undefined && a !== b) return storeyKind.compartment
  return exit === 'storey' ? storeyKind.stair : storeyKind.none
}

function enclosedStairZones({ stairs }: Premises): ReadonlySet<string> {
  const safe = Object.values(stairs).filter(({ kind }) => kind !== 'openInside' && kind !== 'unknown')
  return new Set(safe.flatMap(({ zoneIds }) => zoneIds))
}

function runLink(
  premises: Premises,
  places: Places,
  id: StairId,
  index: number,
  drawn: StairRun,
  ends: readonly [number, number],
): LinkDraft {
  const run = drawn.flights.length > 0 ? drawn : evenRun(climbM(premises, places, ends), { clearWidthM: 1 })
  const { length, timeUp, timeDown } = runMeasure(run)
  const first = run.flights[0]?.line
  const last = run.flights[run.flights.length - 1]?.line
  return {
    link: { kind: 'run', id, run: index },
    places: ends,
    points: [first?.[0] ?? middleOf(places, ends[0]), last?.[last.length - 1] ?? middleOf(places, ends[1])],
    length,
    times: [timeUp, timeDown],
    isOpen: ends[0] !== ends[1] && ends[0] >= 0 && ends[1] >= 0,
    final: [false, false],
    storey: [storeyKind.none, storeyKind.none],
  }
}

/** Height between the levels of two places, metres; a usual storey where a level is not known. */
function climbM(premises: Premises, { placeLevel }: Places, ends: readonly [number, number]): number {
  const [low, high] = ends.map((place) => premises.levels[placeLevel[place] ?? '']?.elevationM)
  const climb = low === undefined || high === undefined ? usualStoreyM : Math.abs(high - low)
  return climb > 0 ? climb : usualStoreyM
}

const usualStoreyM = walking.assumedStoreyHeight.value

function rampLink(places: Places, ramp: Ramp): LinkDraft {
  const [lower, upper] = places.through([ramp.lowerZoneId, ramp.upperZoneId])
  const ends = [lower ?? -1, upper ?? -1] as const
  const length = Math.max(1, Math.round(ramp.lengthM * lengthPerMetre))
  const time = levelTime(length)
  return {
    link: { kind: 'ramp', id: ramp.id },
    places: ends,
    points: [ramp.line?.[0] ?? middleOf(places, ends[0]), ramp.line?.at(-1) ?? middleOf(places, ends[1])],
    length,
    times: [time, time],
    isOpen: ramp.use !== 'vehicles' && ends[0] !== ends[1] && ends[0] >= 0 && ends[1] >= 0,
    final: [false, false],
    storey: [storeyKind.none, storeyKind.none],
  }
}

const middles = new WeakMap<Polygon, Point>()

/** Where a flight or ramp without a drawn line starts: the middle of the largest circle in the zone. */
function middleOf({ zones, placeZone }: Places, place: number): Point {
  const polygon = place < 0 ? undefined : zones[placeZone[place]!]?.polygon
  if (polygon === undefined) return [0, 0]
  const known = middles.get(polygon)
  if (known) return known
  const { point } = labelPoint(polygon)
  middles.set(polygon, point)
  return point
}
