import type { Point, Segment } from '../geometry/plane.ts'
import { direction, leftNormal } from '../geometry/segment.ts'
import type { LevelId, ZoneId } from '../ids.ts'
import type { Opening, Premises } from '../model.ts'
import { floorOf, type FloorWall, type WallHit } from '../floor/index.ts'
import { solidDepthM } from './solidWalls.ts'

/** A straight wall as openings see it: the line in its middle, and the stretches of it that part one pair of zones each. */
export interface WallLine {
  readonly origin: Point
  /** Unit vector along the line, and the unit normal to its left. */
  readonly d: Point
  readonly n: Point
  /** From the line to the zones on both sides: 0 where the zones share their wall. */
  readonly halfM: number
  readonly spans: readonly Span[]
}

/** A stretch between two corners where other walls meet, metres along the line. */
export interface Span {
  readonly fromM: number
  readonly toM: number
  readonly sides: Opening['sides']
}

/** Farthest that the two faces of one wall lie apart. */
const thickestM = 0.5
/** Sine of the largest angle between two walls that still run along each other (2°). */
const parallelSine = 0.035
/** How far from the line a corner may lie and still be on it: shared walls are exact to the grid, faces of imported ones are not. */
const thinToleranceM = 0.002
const thickToleranceM = 0.02

/** The line of the wall that was hit. Where the wall has two faces, it runs midway between them; spans lie on the hit wall. */
export function wallLine(premises: Premises, levelId: LevelId, hit: WallHit): WallLine {
  const { straight, wall } = hit
  const d = direction(straight)
  const n = leftNormal(straight)
  const face: WallLine = { origin: straight[0], d, n, halfM: 0, spans: [] }
  const walls = floorOf(premises, levelId).walls
  const seen = walls.filter((each) => isNear(face, each)).map((each) => seenFrom(face, each))
  const shiftM = wall.wallId === null ? middleOf(premises, levelId, face, hit, seen) : 0
  const origin: Point = [straight[0][0] + n[0] * shiftM, straight[0][1] + n[1] * shiftM]
  const line: WallLine = { ...face, origin, halfM: Math.abs(shiftM) }
  const lengthM = metresAlong(line, straight[1])
  return { ...line, spans: spansOf(line, seen, shiftM, lengthM) }
}

/** How far along the line its point nearest to `point` lies. */
export function metresAlong({ origin, d }: WallLine, [x, y]: Point): number {
  return (x - origin[0]) * d[0] + (y - origin[1]) * d[1]
}

/** How far to the left of the line a point lies. */
export function metresLeft({ origin, n }: WallLine, [x, y]: Point): number {
  return (x - origin[0]) * n[0] + (y - origin[1]) * n[1]
}

/** The point so far along the line, and so far to its left. */
export function pointOn({ origin, d, n }: WallLine, alongM: number, leftM = 0): Point {
  return [origin[0] + d[0] * alongM + n[0] * leftM, origin[1] + d[1] * alongM + n[1] * leftM]
}

/** A wall in the coordinates of the face that was hit, its sides as seen in the face's direction. */
interface Seen {
  readonly from: Point
  readonly to: Point
  readonly isParallel: boolean
  readonly sides: FloorWall['sides']
}

/** Whether a wall comes near the line of a face: most of a level does not. */
function isNear(face: WallLine, { segment: [a, b] }: FloorWall): boolean {
  const [p, q] = [metresLeft(face, a), metresLeft(face, b)]
  return !(p > thickestM && q > thickestM) && !(p < -thickestM && q < -thickestM)
}

function seenFrom(face: WallLine, { segment: [a, b], sides }: FloorWall): Seen {
  const p: Point = [metresAlong(face, a), metresLeft(face, a)]
  const q: Point = [metresAlong(face, b), metresLeft(face, b)]
  const dx = q[0] - p[0]
  const dy = q[1] - p[1]
  const isParallel = Math.abs(dy) <= parallelSine * Math.abs(dx)
  return dx >= 0
    ? { from: p, to: q, isParallel, sides }
    : { from: q, to: p, isParallel, sides: [sides[1], sides[0]] }
}

/** From the face that was hit to the middle of its wall, metres to the left (right: negative). */
function middleOf(
  premises: Premises,
  levelId: LevelId,
  face: WallLine,
  hit: WallHit,
  seen: readonly Seen[],
): number {
  const own = seenFrom(face, hit.wall).sides
  if ((own[0] === null) === (own[1] === null)) return 0
  const sign = own[0] === null ? 1 : -1
  const atM = metresAlong(face, hit.at)
  // Two edges in one place that do not pass through the same corners are one wall all the same.
  const isShared = seen.some(
    ({ from, to, isParallel, sides }) =>
      isParallel &&
      Math.max(Math.abs(from[1]), Math.abs(to[1])) <= thinToleranceM &&
      from[0] <= atM &&
      atM <= to[0] &&
      sides[sign > 0 ? 0 : 1] !== null,
  )
  if (isShared) return 0
  const opposite = seen.flatMap(({ from, to, isParallel, sides }): Facing[] => {
    const offM = (sign * (from[1] + to[1])) / 2
    const isFacing = isParallel && offM > thinToleranceM && offM <= thickestM
    const beyond = sign > 0 ? sides[0] : sides[1]
    const between = sign > 0 ? sides[1] : sides[0]
    const asideM = Math.max(0, from[0] - atM, atM - to[0])
    return isFacing && beyond !== null && between === null && asideM <= thickestM ? [{ offM, asideM }] : []
  })
  // Before the end of a wall that meets this one nothing lies opposite; the face beside it tells the thickness there.
  const [nearest] = opposite.toSorted((a, b) => a.asideM - b.asideM || a.offM - b.offM)
  if (nearest) return (sign * nearest.offM) / 2
  const outwards: Point = [face.n[0] * sign, face.n[1] * sign]
  return (sign * solidDepthM(premises, levelId, pointOn(face, atM), outwards)) / 2
}

/** A face opposite: how far off, and how far aside of the place that was hit. */
interface Facing {
  readonly offM: number
  readonly asideM: number
}

/** The stretches of the hit wall between corners and between changes of the zones beside it. */
function spansOf(line: WallLine, seen: readonly Seen[], shiftM: number, lengthM: number): readonly Span[] {
  const toleranceM = line.halfM > 0 ? thickToleranceM : thinToleranceM
  const reachM = line.halfM + toleranceM
  const off = (point: Point) => point[1] - shiftM
  const isOn = (point: Point) => Math.abs(off(point)) <= reachM
  const pieces = seen.filter(({ from, to, isParallel }) => isParallel && isOn(from) && isOn(to))
  const corners: number[] = []
  for (const each of seen) {
    if (each.isParallel) continue
    if (isOn(each.from)) corners.push(each.from[0])
    if (isOn(each.to)) corners.push(each.to[0])
    const [u, v] = [off(each.from), off(each.to)]
    if (!isOn(each.from) && !isOn(each.to) && u > 0 !== v > 0)
      corners.push(each.from[0] + ((each.to[0] - each.from[0]) * u) / (u - v))
  }
  const isInside = (m: number) => m > toleranceM && m < lengthM - toleranceM
  const breaks = [
    0,
    lengthM,
    ...[...corners, ...pieces.flatMap(({ from, to }) => [from[0], to[0]])].filter(isInside),
  ]
  breaks.sort((a, b) => a - b)
  const spans: Span[] = []
  let isOpen = false
  breaks.slice(1).forEach((toM, index) => {
    const fromM = breaks[index] ?? 0
    if (toM - fromM <= toleranceM) return
    const here = pieces.filter(({ from, to }) => from[0] <= (fromM + toM) / 2 && (fromM + toM) / 2 <= to[0])
    const before = spans.at(-1)
    if (here.length === 0) {
      isOpen = false
      return
    }
    const sides = besideOf(line, here, shiftM)
    const isCorner = corners.some((m) => Math.abs(m - fromM) <= toleranceM)
    const isSame = before?.sides[0] === sides[0] && before.sides[1] === sides[1]
    if (isOpen && before && isSame && !isCorner) spans[spans.length - 1] = { ...before, toM }
    else spans.push({ fromM, toM, sides })
    isOpen = true
  })
  return spans
}

/** The zones left and right of a stretch: those of its outermost faces. */
function besideOf(
  { halfM }: WallLine,
  here: readonly Seen[],
  shiftM: number,
): readonly [ZoneId | null, ZoneId | null] {
  const offOf = ({ from, to }: Seen) => (from[1] + to[1]) / 2 - shiftM
  const left = here.find((each) => each.sides[0] !== null && offOf(each) >= halfM - thickToleranceM)
  const right = here.find((each) => each.sides[1] !== null && offOf(each) <= thickToleranceM - halfM)
  return [left?.sides[0] ?? null, right?.sides[1] ?? null]
}

/** The ends of a segment along the line, where it lies in this wall; null where it lies elsewhere. */
export function extentOn(line: WallLine, [a, b]: Segment): readonly [number, number] | null {
  const reachM = line.halfM + 0.06
  if (Math.abs(metresLeft(line, a)) > reachM || Math.abs(metresLeft(line, b)) > reachM) return null
  const [p, q] = [metresAlong(line, a), metresAlong(line, b)]
  return p <= q ? [p, q] : [q, p]
}
