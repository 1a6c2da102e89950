import { convexHull, minimumBox } from '../../premises/geometry/minimumBox.ts'
import { snapPoint, type Point } from '../../premises/geometry/plane.ts'
import { direction, distance, distanceToSegment } from '../../premises/geometry/segment.ts'
import type { StairFlight, StairLanding } from '../../premises/model.ts'
import type { Surface } from './surfaces.ts'
import { median } from './storeys.ts'

/** A flight as its treads show it, with the heights that it joins. */
export interface Flight {
  readonly bottomZ: number
  readonly topZ: number
  readonly treads: readonly Surface[]
  readonly foot: Point
  readonly head: Point
  readonly flight: StairFlight
}

/** A surface so many times as large as the usual tread, and this deep, is a landing. */
const landingShare = 1.8
const landingDepthM = 0.55
/** A last step lower than this share of the riser is the floor itself, drawn a little higher. */
const flushShare = 0.5
/** Treads this close to one line make a straight flight. */
const straightM = 0.02

export interface Climb {
  readonly flights: readonly Flight[]
  readonly landings: readonly Surface[]
}

/**
 * The flights between two heights, from the treads that lie between them: risers by count, riser by the height climbed,
 * tread by the distance between the middles of treads, width across the walking direction.
 */
export function climb(surfaces: readonly Surface[], bottomZ: number, topZ: number): Climb {
  const usual = median(surfaces.map((surface) => surface.area)) ?? 0
  const isLanding = (surface: Surface): boolean =>
    surface.area > landingShare * usual && (minimumBox(surface.points)?.widthM ?? 0) >= landingDepthM
  const between = surfaces.filter((surface) => surface.z > bottomZ + 0.02 && surface.z < topZ - 0.02)
  const landings = between.filter(isLanding)
  const flights: Flight[] = []
  let from = bottomZ
  for (const to of [...landings.map((landing) => landing.z), topZ]) {
    const treads = between.filter(
      (surface) => !landings.includes(surface) && surface.z > from && surface.z < to,
    )
    const made = flightOf(treads, from, to)
    if (made !== null) flights.push(made)
    from = to
  }
  return { flights, landings }
}

function flightOf(all: readonly Surface[], bottomZ: number, topZ: number): Flight | null {
  const steps = all.slice(1).map((tread, index) => tread.z - (all[index] as Surface).z)
  const usual = median(steps) ?? topZ - bottomZ
  const last = all[all.length - 1]
  const flush = last !== undefined && all.length > 1 && topZ - last.z < flushShare * usual
  const treads = flush ? all.slice(0, -1) : all
  const risers = treads.length + 1
  const [first, end] = [treads[0], treads[treads.length - 1]]
  if (first === undefined || end === undefined) return null
  const centres = treads.map((tread) => tread.centre)
  const goings = centres.slice(1).map((centre, index) => distance(centres[index] as Point, centre))
  const going = median(goings) ?? narrowSide(first)
  const widths = treads.map((tread, index) => widthAcross(tread, walking(centres, index)))
  const foot = beyond(first.centre, walking(centres, 0), -going / 2)
  const head = beyond(end.centre, walking(centres, centres.length - 1), going / 2)
  const straight = centres.every((centre) => distanceToSegment([foot, head], centre) <= straightM)
  return {
    bottomZ,
    topZ,
    treads,
    foot,
    head,
    flight: {
      risers,
      riserM: Math.round(((topZ - bottomZ) / risers) * 10_000) / 10_000,
      treadM: rounded(going),
      clearWidthM: rounded(median(widths) ?? 0),
      line: (straight ? [foot, head] : [foot, ...centres, head]).map(snapPoint),
    },
  }
}

/** Walking direction at a tread: from the one before to the one after. */
function walking(centres: readonly Point[], index: number): Point {
  const before = centres[Math.max(0, index - 1)] as Point
  const after = centres[Math.min(centres.length - 1, index + 1)] as Point
  return direction([before, after])
}

function widthAcross(tread: Surface, [dx, dy]: Point): number {
  let [from, to] = [Infinity, -Infinity]
  for (const [x, y] of tread.points) {
    const s = y * dx - x * dy
    from = Math.min(from, s)
    to = Math.max(to, s)
  }
  return to - from
}

function narrowSide(tread: Surface): number {
  return minimumBox(tread.points)?.widthM ?? 0
}

function beyond([x, y]: Point, [dx, dy]: Point, metres: number): Point {
  return [x + dx * metres, y + dy * metres]
}

/** To the millimetre: meshes carry noise below it. */
function rounded(metres: number): number {
  return Math.round(metres * 1000) / 1000
}

/** A landing as stored: its length along the way, its width across, and its outline. */
export function landingOf(surface: Surface): StairLanding {
  const box = minimumBox(surface.points)
  const outer = convexHull(surface.points).map(snapPoint)
  return {
    lengthM: rounded(box?.widthM ?? 0),
    widthM: rounded(box?.lengthM ?? 0),
    ...(outer.length >= 3 ? { polygon: { outer, holes: [] } } : {}),
  }
}
