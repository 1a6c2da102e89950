import { distance, nearestOnSegment } from '../geometry/segment.ts'
import { insideEvenOdd } from '../geometry/inside.ts'
import type { Point } from '../geometry/plane.ts'
import type { Zone } from '../model.ts'
import type { Fault } from './fault.ts'
import { facing, isFlat, type Edges, type LevelDrawing } from './levelDrawing.ts'

/** Walls as close as this are one, as the floor takes them: rounding to the grid moves a corner on a slanting wall by less, metres. */
export const touchM = 0.0005
/** The same of rooms that a file brought, whose degrees or float lengths have been rounded before. */
const foreignTouchM = 0.005
/** Rooms closer than this, and apart, were meant to touch, metres. */
export const gapM = 0.05
/** Much less than the grid: lengths that are equal but for their last bits are equal. */
const evenM = 1e-6

/** A gap that widens along the wall is one as long as its wide end is no wall's thickness, metres. */
const widestM = 0.1
/** Shorter stretches are the corner of something else, metres. */
const shortestM = 0.05

interface Gap {
  readonly a: number
  readonly b: number
  readonly at: Point
  readonly widthM: number
}

/**
 * Pairs of neighbouring rooms that do not quite meet: walls that run beside each other less than 5 cm apart, and corners of
 * two rooms that lie next to each other. One fault a pair, at its widest place. None on a level whose walls have a thickness.
 */
export function wallGaps({ levelId, zones, edges, isThick }: LevelDrawing): readonly Fault[] {
  if (isThick) return []
  const worst = new Map<string, Gap>()
  for (const gap of [...alongWalls(edges), ...atCorners(zones, edges)]) {
    const [a, b] = [Math.min(gap.a, gap.b), Math.max(gap.a, gap.b)]
    const known = worst.get(`${a} ${b}`)
    if (known === undefined || known.widthM < gap.widthM) worst.set(`${a} ${b}`, { ...gap, a, b })
  }
  return [...worst.values()].flatMap(({ a, b, at, widthM }): Fault[] => {
    const [first, second] = [zones[a], zones[b]]
    if (!first || !second || !isFlat(first) || !isFlat(second)) return []
    if (first.sourceId !== undefined && second.sourceId !== undefined && widthM <= foreignTouchM) return []
    return [
      {
        kind: 'wallGap',
        record: { table: 'zones', id: first.id },
        others: [{ table: 'zones', id: second.id }],
        levelId,
        at,
        params: { widthM: Math.round(widthM * 10_000) / 10_000 },
        mendable: false,
      },
    ]
  })
}

function* alongWalls(edges: Edges): Generator<Gap> {
  const { x0, y0, x1, y1, zone } = edges
  for (let a = 0; a < edges.count; a += 1) {
    for (const b of around(edges, a, widestM)) {
      if (b <= a || zone[a] === zone[b]) continue
      const found = facing(edges, a, b, widestM)
      if (found === null) continue
      const { from, to, gapFrom, gapTo } = found
      const [dx, dy] = [x1[a]! - x0[a]!, y1[a]! - y0[a]!]
      const length = Math.sqrt(dx * dx + dy * dy)
      const narrow = Math.min(gapFrom, gapTo)
      const wide = Math.max(gapFrom, gapTo)
      // What lies over each other is an overlap.
      if (wide <= touchM || narrow >= gapM - evenM || narrow < -touchM || (to - from) * length < shortestM)
        continue
      const share = gapFrom > gapTo ? from : to
      const at: Point = [
        x0[a]! + dx * share + ((dy / length) * wide) / 2,
        y0[a]! + dy * share - ((dx / length) * wide) / 2,
      ]
      yield { a: zone[a]!, b: zone[b]!, at, widthM: wide }
    }
  }
}

/** Corners of two rooms close together, neither on a wall of the other room, with something between them that is nobody's. */
function* atCorners(zones: readonly Zone[], edges: Edges): Generator<Gap> {
  const { x0, y0, zone } = edges
  for (let a = 0; a < edges.count; a += 1) {
    const p: Point = [x0[a]!, y0[a]!]
    const near = edges.within(p[0] - gapM, p[1] - gapM, p[0] + gapM, p[1] + gapM)
    for (const b of near) {
      if (zone[b] === zone[a]) continue
      const q: Point = [x0[b]!, y0[b]!]
      const apart = distance(p, q)
      if (b <= a || apart <= touchM || apart >= gapM - evenM) continue
      if (isOn(edges, zone[b]!, p, near) || isOn(edges, zone[a]!, q, near)) continue
      if (!isOpen(zones, p, q)) continue
      yield { a: zone[a]!, b: zone[b]!, at: [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2], widthM: apart }
    }
  }
}

/** Whether any of the places round the middle between two corners lies in no zone. */
function isOpen(zones: readonly Zone[], p: Point, q: Point): boolean {
  const [mx, my] = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2]
  const [dx, dy] = [(q[0] - p[0]) / 4, (q[1] - p[1]) / 4]
  const places: readonly Point[] = [
    [mx - dy, my + dx],
    [mx + dy, my - dx],
    [mx + dx - dy / 2, my + dy + dx / 2],
    [mx - dx + dy / 2, my - dy - dx / 2],
  ]
  return places.some((place) => !zones.some(({ polygon }) => insideEvenOdd(polygon, place)))
}

function isOn(edges: Edges, zone: number, point: Point, candidates: readonly number[]): boolean {
  return candidates.some((i) => {
    if (edges.zone[i] !== zone) return false
    const near = nearestOnSegment(
      [
        [edges.x0[i]!, edges.y0[i]!],
        [edges.x1[i]!, edges.y1[i]!],
      ],
      point,
    )
    return distance(near, point) <= touchM
  })
}

function around({ x0, y0, x1, y1, within }: Edges, i: number, marginM: number): number[] {
  return within(
    Math.min(x0[i]!, x1[i]!) - marginM,
    Math.min(y0[i]!, y1[i]!) - marginM,
    Math.max(x0[i]!, x1[i]!) + marginM,
    Math.max(y0[i]!, y1[i]!) + marginM,
  )
}
