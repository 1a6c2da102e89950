import { snapPoint, type Point, type Segment } from '../../premises/geometry/plane.ts'
import { direction, distance, distanceToSegment, nearestOnSegment } from '../../premises/geometry/segment.ts'
import type { SnapScene } from './snapScene.ts'

/** What caught the pointer, the strongest first. */
export type Caught = 'corner' | 'end' | 'crossing' | 'wall' | 'guide'

/** A straight line that the pointer can be caught by. */
export interface Guide {
  readonly origin: Point
  /** Unit vector. */
  readonly along: Point
}

/** Where the pointer counts as being. */
export interface Snap {
  readonly at: Point
  readonly caught: Caught | null
  /** Thin lines that show by what. */
  readonly lines: readonly Segment[]
  /** The wall that it lies on. */
  readonly wall: Segment | null
}

export interface SnapOptions {
  readonly scene: SnapScene
  /** Ends of the lines of a picture. */
  readonly ends?: SnapScene['cornersNear']
  readonly guides: readonly Guide[]
  readonly reachM: number
  /** Nothing is caught, only the grid. */
  readonly off?: boolean
  /** Places that are rounded to when nothing else catches, metres. */
  readonly stepM: number
  /** Corners and walls that do not count: what moves itself. */
  readonly isCorner?: (corner: Point) => boolean
  readonly isWall?: (wall: Segment) => boolean
}

/** Coordinates of drawing by hand: no coarser than the pointer is fine, and in round centimetres. */
export function roundStep(metresPerPx: number): number {
  const steps = [0.5, 0.1, 0.05, 0.01]
  return steps.find((step) => step <= metresPerPx * 1.5) ?? 0.01
}

/**
 * Catches a point: corners, then the ends of a picture's lines, then crossings of guides with walls and with each other,
 * then walls, then guides; of one kind the nearest. Guides reach half as far as things.
 */
export function snapAt(raw: Point, options: SnapOptions): Snap {
  const { scene, ends, guides, reachM, off = false, stepM, isCorner, isWall } = options
  if (off) return free(raw, stepM)
  const walls = scene.wallsNear(raw, reachM).filter((wall) => isWall?.(wall) ?? true)
  const corner = nearest(raw, reachM, scene.cornersNear(raw, reachM), isCorner)
  if (corner)
    return { at: corner, caught: 'corner', lines: through(corner, guides), wall: wallAtCorner(walls, corner) }
  const end = ends && nearest(raw, reachM, ends(raw, reachM))
  if (end) {
    const wall = walls.find((each) => distanceToSegment(each, end) < 1e-3) ?? null
    return { at: snapPoint(end), caught: 'end', lines: through(end, guides), wall }
  }
  const near = guides.filter((guide) => distance(foot(guide, raw), raw) <= reachM * 0.6)
  return (
    crossing(raw, reachM, near, walls) ??
    onWall(raw, reachM, walls, stepM) ??
    onGuide(raw, near, stepM) ??
    free(raw, stepM)
  )
}

function free(raw: Point, stepM: number): Snap {
  const at: Point = [roundTo(raw[0], stepM), roundTo(raw[1], stepM)]
  return { at: snapPoint(at), caught: null, lines: [], wall: null }
}

function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step
}

function nearest(
  raw: Point,
  reachM: number,
  points: readonly Point[],
  counts: (point: Point) => boolean = () => true,
): Point | null {
  let best: Point | null = null
  let least = reachM
  for (const point of points) {
    const away = distance(point, raw)
    if (away <= least && counts(point)) [best, least] = [point, away]
  }
  return best
}

function wallAtCorner(walls: readonly Segment[], corner: Point): Segment | null {
  return walls.find(([a, b]) => distance(a, corner) < 1e-3 || distance(b, corner) < 1e-3) ?? null
}

/** Guides that happen to run through a point, as they are shown. */
function through(point: Point, guides: readonly Guide[]): readonly Segment[] {
  return guides
    .filter((guide) => distance(foot(guide, point), point) < 0.002 && distance(guide.origin, point) > 0.002)
    .map((guide): Segment => [guide.origin, point])
}

function crossing(
  raw: Point,
  reachM: number,
  guides: readonly Guide[],
  walls: readonly Segment[],
): Snap | null {
  let best: Snap | null = null
  let least = reachM
  const offer = (at: Point | null, lines: readonly Guide[], wall: Segment | null) => {
    if (!at) return
    const away = distance(at, raw)
    if (away > least) return
    least = away
    best = {
      at: snapPoint(at),
      caught: 'crossing',
      lines: lines.map((guide): Segment => [guide.origin, at]),
      wall,
    }
  }
  guides.forEach((guide, index) => {
    for (const wall of walls) {
      const at = meeting(guide, { origin: wall[0], along: direction(wall) })
      if (at && distanceToSegment(wall, at) < 1e-4) offer(at, [guide], wall)
    }
    for (const other of guides.slice(index + 1)) {
      const at = meeting(guide, other)
      if (at) offer(at, [guide, other], walls.find((wall) => distanceToSegment(wall, at) < 1e-3) ?? null)
    }
  })
  return best
}

function onWall(raw: Point, reachM: number, walls: readonly Segment[], stepM: number): Snap | null {
  let best: Segment | null = null
  let least = reachM
  for (const wall of walls) {
    const away = distanceToSegment(wall, raw)
    if (away <= least) [best, least] = [wall, away]
  }
  if (!best) return null
  const on = nearestOnSegment(best, raw)
  // In round centimetres from the end of the wall.
  const length = distance(best[0], best[1])
  const far = Math.min(length, roundTo(distance(best[0], on), stepM))
  const at = length === 0 ? on : pointAlong({ origin: best[0], along: direction(best) }, far)
  return { at: snapPoint(at), caught: 'wall', lines: [], wall: best }
}

function onGuide(raw: Point, guides: readonly Guide[], stepM: number): Snap | null {
  const [guide] = guides.toSorted((a, b) => distance(foot(a, raw), raw) - distance(foot(b, raw), raw))
  if (!guide) return null
  const { origin, along } = guide
  const far = (raw[0] - origin[0]) * along[0] + (raw[1] - origin[1]) * along[1]
  const at = pointAlong(guide, roundTo(far, stepM))
  return { at: snapPoint(at), caught: 'guide', lines: [[origin, at]], wall: null }
}

export function pointAlong({ origin, along }: Guide, metres: number): Point {
  return [origin[0] + along[0] * metres, origin[1] + along[1] * metres]
}

/** The point of a guide nearest to another. */
export function foot({ origin, along }: Guide, point: Point): Point {
  const far = (point[0] - origin[0]) * along[0] + (point[1] - origin[1]) * along[1]
  return [origin[0] + along[0] * far, origin[1] + along[1] * far]
}

/** Where two lines cross; null where they run within 6° of each other. */
function meeting(a: Guide, b: Guide): Point | null {
  const cross = a.along[0] * b.along[1] - a.along[1] * b.along[0]
  if (Math.abs(cross) < 0.1) return null
  const [dx, dy] = [b.origin[0] - a.origin[0], b.origin[1] - a.origin[1]]
  return pointAlong(a, (dx * b.along[1] - dy * b.along[0]) / cross)
}
