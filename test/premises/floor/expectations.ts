import type { Point, Polygon, Ring, Segment } from '../../../src/premises/geometry/plane.ts'
import { difference, offset, union } from '../../../src/premises/geometry/polygonOps.ts'
import { oriented, ringEdges, ringLength, rings } from '../../../src/premises/geometry/ring.ts'
import {
  direction,
  distance,
  distanceToSegment,
  leftNormal,
  nearestShare,
} from '../../../src/premises/geometry/segment.ts'
import type { LevelId } from '../../../src/premises/ids.ts'
import type { Premises } from '../../../src/premises/model.ts'
import { apart, floorPlan, total, zonesOn } from './checks.ts'

/**
 * What must have become of the floor, reckoned by clipper2 from what was drawn and from the floor before, never from what the
 * edit answered. What is wrong with it, in words; null if nothing.
 */
export type Expectation = (before: Premises, after: Premises, levelId: LevelId) => string | null

/** Rounding to the grid along all walls that an edit touches. */
const roundingM2 = 0.02
/** Lines are caught by walls and corners within a centimetre. */
const caughtM = 0.012
/** Pieces smaller than the smallest room are left. */
const sliversM2 = 0.3

export const stays: Expectation = (before, after, levelId) =>
  judged(apart(floorPlan(before, levelId), floorPlan(after, levelId)), roundingM2)

/** Nothing of the floor is lost, and what is new lay between two walls no farther apart than half a metre: the inside of a wall. */
export const wallsTakenIn: Expectation = (before, after, levelId) => {
  const [old, now] = [floorPlan(before, levelId), floorPlan(after, levelId)]
  return judged(total(difference(old, now)) + total(offset(difference(now, old), -0.26)), roundingM2)
}

function judged(differsM2: number, mostM2: number): string | null {
  return differsM2 <= mostM2 ? null : `the floor differs by ${differsM2} m², more than ${mostM2}`
}

/** The floor without some outlines, and then with others. */
export function joined(more: readonly Polygon[], less: readonly Polygon[] = []): Expectation {
  const lengthM = [...more, ...less].flatMap(rings).reduce((sum, ring) => sum + ringLength(ring), 0)
  return (before, after, levelId) => {
    const turned = more.map(({ outer, holes }) => ({
      outer: oriented(outer, true),
      holes: holes.map((hole) => oriented(hole, false)),
    }))
    const left = less.length > 0 ? difference(floorPlan(before, levelId), less) : floorPlan(before, levelId)
    return judged(
      apart(union([...left, ...turned]), floorPlan(after, levelId)),
      roundingM2 + caughtM * lengthM + sliversM2,
    )
  }
}

/** All of the floor stays, and what is new is closed in by the floor and these walls. */
export function closed(walls: readonly Segment[]): Expectation {
  return (before, after, levelId) => {
    const old = floorPlan(before, levelId)
    const now = floorPlan(after, levelId)
    const lost = total(difference(old, now))
    if (lost > roundingM2) return `${lost} m² of floor are lost`
    const strips = walls.map((wall) => band(wall, -caughtM, caughtM, caughtM))
    // A little wider: floors that touch in a corner only close a space in, too.
    const within = offset([...old, ...strips], 0.002).map(({ outer }) => ({ outer, holes: [] }))
    const free = total(difference(now, within))
    return judged(free, roundingM2)
  }
}

/** Nothing changes outside these outlines. */
export function changedWithin(outlines: readonly Polygon[]): Expectation {
  const turned = outlines.map(({ outer }) => ({ outer: oriented(outer, true), holes: [] }))
  return (before, after, levelId) => {
    const [old, now] = [floorPlan(before, levelId), floorPlan(after, levelId)]
    const changed = [...difference(old, now), ...difference(now, old)]
    return judged(total(difference(changed, turned)), roundingM2)
  }
}

/**
 * What a wall sweeps that moves so far to its left, with its ends sliding along walls as flat as ten degrees; `thickM` on both
 * sides of it, where its other face may be.
 */
export function swept(wall: Segment, leftM: number, thickM: number): Polygon {
  const moreM = thickM + 0.01
  return band(wall, Math.min(0, leftM) - moreM, Math.max(0, leftM) + moreM, 6 * Math.abs(leftM) + moreM)
}

function band([a, b]: Segment, fromM: number, toM: number, beyondM: number): Polygon {
  const [dx, dy] = direction([a, b])
  const [nx, ny] = leftNormal([a, b])
  const at = ([x, y]: Point, along: number, left: number): Point => [
    x + dx * along + nx * left,
    y + dy * along + ny * left,
  ]
  return {
    outer: [at(a, -beyondM, fromM), at(b, beyondM, fromM), at(b, beyondM, toM), at(a, -beyondM, toM)],
    holes: [],
  }
}

/** The outline of the floor has moved as its corners have, and no gap has opened between zones. */
export const movedAsCorners: Expectation = (before, after, levelId) => {
  const moved = new Map<string, Point>()
  for (const { id, polygon } of zonesOn(before, levelId)) {
    const now = after.zones[id]?.polygon
    const [was, is] = [rings(polygon), now === undefined ? [] : rings(now)]
    for (const [at, ring] of was.entries()) {
      const next = is[at]
      // A wall came into line with another: corners became one, and which is which cannot be told from outside.
      if (next !== undefined && next.length < ring.length) return null
      if (next?.length !== ring.length) return `${id} has other corners than before`
      for (const [index, point] of ring.entries()) {
        const known = moved.get(point.join(' '))
        const to = next[index] as Point
        if (known !== undefined && (known[0] !== to[0] || known[1] !== to[1]))
          return `the corner ${point.join(' ')} came apart`
        moved.set(point.join(' '), to)
      }
    }
  }
  const corners = zonesOn(before, levelId).flatMap(({ polygon }) => rings(polygon).flat())
  const outline = (ring: Ring): Ring =>
    withCorners(ring, corners).map((point) => moved.get(point.join(' ')) ?? point)
  const expected = floorPlan(before, levelId).map(({ outer, holes }) => ({
    outer: outline(outer),
    holes: holes.map(outline),
  }))
  const turned = expected.map(({ outer, holes }) => ({
    outer: oriented(outer, true),
    holes: holes.map((hole) => oriented(hole, false)),
  }))
  return judged(apart(union(turned), floorPlan(after, levelId)), roundingM2)
}

/** The ring with all the corners that lie on it: clipper2 leaves out those in a straight wall. */
function withCorners(ring: Ring, all: readonly Point[]): Ring {
  // Those that it has are in their place, however close they are to the next wall.
  const own = new Set(ring.map(String))
  const corners = all.filter((point) => !own.has(String(point)))
  return [...ringEdges(ring)].flatMap(([a, b]): readonly Point[] => {
    const [x0, x1] = [Math.min(a[0], b[0]) - 0.0003, Math.max(a[0], b[0]) + 0.0003]
    const [y0, y1] = [Math.min(a[1], b[1]) - 0.0003, Math.max(a[1], b[1]) + 0.0003]
    const on = corners
      .filter(
        (point) =>
          point[0] >= x0 &&
          point[0] <= x1 &&
          point[1] >= y0 &&
          point[1] <= y1 &&
          distanceToSegment([a, b], point) < 0.0003 &&
          distance(point, a) > 0 &&
          distance(point, b) > 0,
      )
      .toSorted((p, q) => nearestShare([a, b], p) - nearestShare([a, b], q))
    return [...on.filter((point, at) => at === 0 || distance(point, on[at - 1] as Point) > 0), b]
  })
}
