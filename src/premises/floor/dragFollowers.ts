import { gridPerMetre, snapPoint } from '../geometry/plane.ts'
import type { Point, Polygon, Segment } from '../geometry/plane.ts'
import type { OpeningId } from '../ids.ts'
import type { Opening, Premises, Wall } from '../model.ts'
import type { DragBody, DragEdge } from './dragBody.ts'

/** An opening held by an edge that moves: how far along it from its nearer end, and how far to its left. Cells. */
interface HeldOpening {
  readonly opening: Opening
  readonly edge: DragEdge
  readonly fromM: readonly [number, number]
  readonly left: readonly [number, number]
  readonly lengthBefore: number
}

const thickCells = 0.5 * gridPerMetre
const roundingCells = 30

/** Where openings in walls that move come to lie; null where a wall has become too short for what is in it. */
export function openingFollowers(
  premises: Premises,
  body: DragBody,
): () => ReadonlyMap<OpeningId, Segment> | null {
  const { cover, xs, ys } = body
  const held: HeldOpening[] = []
  const boxOfAll = boxAround(body)
  for (const opening of Object.values(premises.openings)) {
    if (opening.levelId !== cover.levelId || opening.kind === 'floorOpening') continue
    if (!isNear(opening.segment, boxOfAll)) continue
    const at = heldBy(body, opening)
    if (at !== null) held.push(at)
  }
  const overlapsBefore = new Set(overlaps(held.map((each) => placed(each, xs, ys))))
  return () => {
    const places = held.map((each) => placed(each, xs, ys))
    if (places.some((each) => each === null)) return null
    if (overlaps(places).some((pair) => !overlapsBefore.has(pair))) return null
    return new Map(places.flatMap((each) => (each === null ? [] : [[each.id, each.segment]])))
  }
}

function boxAround({ edges, xs, ys }: DragBody): readonly [number, number, number, number] {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { a, b } of edges)
    for (const corner of [a, b]) {
      x0 = Math.min(x0, xs[corner] as number)
      x1 = Math.max(x1, xs[corner] as number)
      y0 = Math.min(y0, ys[corner] as number)
      y1 = Math.max(y1, ys[corner] as number)
    }
  return [x0 - thickCells, y0 - thickCells, x1 + thickCells, y1 + thickCells]
}

function isNear([p, q]: Segment, [x0, y0, x1, y1]: readonly [number, number, number, number]): boolean {
  const [px, py, qx, qy] = [p[0], p[1], q[0], q[1]].map((v) => v * gridPerMetre) as [
    number,
    number,
    number,
    number,
  ]
  return Math.max(px, qx) >= x0 && Math.min(px, qx) <= x1 && Math.max(py, qy) >= y0 && Math.min(py, qy) <= y1
}

/** The shortest of the nearest edges that an opening lies in altogether: of a thick wall, the face between two corners. */
function heldBy(body: DragBody, opening: Opening): HeldOpening | null {
  const [p, q] = opening.segment.map(([x, y]) => [x * gridPerMetre, y * gridPerMetre]) as unknown as Segment
  let best: HeldOpening | null = null
  let bestAway = Infinity
  let bestLength = Infinity
  const consider = (edge: DragEdge) => {
    const [ax, ay] = [body.xs0[edge.a] as number, body.ys0[edge.a] as number]
    const [dx, dy] = [(body.xs0[edge.b] as number) - ax, (body.ys0[edge.b] as number) - ay]
    const length = Math.sqrt(dx * dx + dy * dy)
    if (length === 0) return
    const along = ([x, y]: Point) => ((x - ax) * dx + (y - ay) * dy) / length
    const left = ([x, y]: Point) => ((y - ay) * dx - (x - ax) * dy) / length
    const [s, t] = [along(p), along(q)]
    if (Math.min(s, t) < -roundingCells || Math.max(s, t) > length + roundingCells) return
    const [u, v] = [left(p), left(q)]
    if (Math.abs(u) > thickCells || Math.abs(v) > thickCells || Math.abs(u - v) > roundingCells) return
    const away = Math.abs(u) <= roundingCells ? 0 : 1
    if (away > bestAway || (away === bestAway && length >= bestLength)) return
    bestAway = away
    bestLength = length
    best = { opening, edge, fromM: [s, t], left: [u, v], lengthBefore: length }
  }
  for (const edge of body.edges) consider(edge)
  return best
}

interface Placed {
  readonly id: OpeningId
  readonly segment: Segment
  readonly edge: DragEdge
  readonly from: number
  readonly to: number
}

function placed(
  { opening, edge, fromM: [s, t], left, lengthBefore }: HeldOpening,
  xs: Float64Array,
  ys: Float64Array,
): Placed | null {
  const [ax, ay] = [xs[edge.a] as number, ys[edge.a] as number]
  const [dx, dy] = [(xs[edge.b] as number) - ax, (ys[edge.b] as number) - ay]
  const length = Math.sqrt(dx * dx + dy * dy)
  const [low, high] = s <= t ? [s, t] : [t, s]
  const width = high - low
  if (length < width - 1 && length < lengthBefore - 1) return null
  // As far as before from the nearer end; no farther than the other end.
  const start = low <= lengthBefore - high ? low : length - lengthBefore + low
  const least = Math.min(0, low)
  const most = length - width + Math.max(0, high - lengthBefore)
  const from = Math.max(least, Math.min(start, most))
  const point = (along: number, across: number): Point =>
    snapPoint([
      (ax + (dx * along - dy * across) / length) / gridPerMetre,
      (ay + (dy * along + dx * across) / length) / gridPerMetre,
    ])
  const first = from + (s <= t ? 0 : width)
  const last = from + (s <= t ? width : 0)
  return {
    id: opening.id,
    segment: [point(first, left[0]), point(last, left[1])],
    edge,
    from,
    to: from + width,
  }
}

/** Pairs of openings in one edge that overlap. */
function overlaps(places: readonly (Placed | null)[]): readonly string[] {
  const found: string[] = []
  places.forEach((p, at) => {
    for (const q of places.slice(at + 1))
      if (p && q && p.edge === q.edge && p.from < q.to - 1 && q.from < p.to - 1) found.push(`${p.id} ${q.id}`)
  })
  return found
}

interface HeldPoint {
  readonly ring: number
  readonly at: number
  readonly edge: DragEdge
  readonly share: number
}

const flushCells = 100

/** How the bodies of walls that a file brought go along: their points on edges that move, and their outer faces behind them. */
export function bodyFollowers(
  premises: Premises,
  body: DragBody,
): () => readonly { readonly wall: Wall; readonly polygon: Polygon }[] {
  const box = boxAround(body)
  const bodies = Object.values(premises.walls).flatMap((wall) => {
    if (wall.levelId !== body.cover.levelId || wall.line !== undefined || wall.kind === 'furniture') return []
    const rings = [wall.polygon.outer, ...wall.polygon.holes]
    const points: HeldPoint[] = []
    rings.forEach((ring, at) =>
      ring.forEach((point, index) => {
        if (!isNear([point, point], box)) return
        const held = pointHeldBy(body, point)
        if (held !== null) points.push({ ring: at, at: index, ...held })
      }),
    )
    return points.length > 0 ? [{ wall, rings, points }] : []
  })
  return () =>
    bodies.map(({ wall, rings, points }) => {
      const next = rings.map((ring) => [...ring])
      for (const { ring, at, edge, share } of points) {
        const by = (from: Float64Array, to: Float64Array) =>
          ((to[edge.a] as number) - (from[edge.a] as number)) * (1 - share) +
          ((to[edge.b] as number) - (from[edge.b] as number)) * share
        const [x, y] = (rings[ring] as readonly Point[])[at] as Point
        const moved = snapPoint([
          x + by(body.xs0, body.xs) / gridPerMetre,
          y + by(body.ys0, body.ys) / gridPerMetre,
        ])
        ;(next[ring] as Point[])[at] = moved
      }
      const [outer = [], ...holes] = next
      return { wall, polygon: { outer, holes } }
    })
}

/** The edge that a point of a wall's body moves with, and its place along it. */
function pointHeldBy(
  { edges, xs0, ys0, held }: DragBody,
  point: Point,
): { edge: DragEdge; share: number } | null {
  const [x, y] = [point[0] * gridPerMetre, point[1] * gridPerMetre]
  let best: { edge: DragEdge; share: number } | null = null
  let least = Infinity
  for (const edge of edges) {
    const [ax, ay] = [xs0[edge.a] as number, ys0[edge.a] as number]
    const [dx, dy] = [(xs0[edge.b] as number) - ax, (ys0[edge.b] as number) - ay]
    const square = dx * dx + dy * dy
    if (square === 0) continue
    const raw = ((x - ax) * dx + (y - ay) * dy) / square
    const share = Math.min(1, Math.max(0, raw))
    const away = Math.hypot(ax + dx * share - x, ay + dy * share - y)
    // Flush points go along with any edge; the outer face behind a wall that is moved whole, with the wall.
    const beyond = Math.abs(raw - share) * Math.sqrt(square) <= thickCells
    const isBehind =
      held.across !== null &&
      edge.isWall &&
      beyond &&
      Math.abs((y - ay) * dx - (x - ax) * dy) <= thickCells * Math.sqrt(square)
    const isHeld = away <= flushCells || (isBehind && edge.isRigid)
    const rank = away <= flushCells ? away : away + 1e9
    if (!isHeld || rank >= least) continue
    least = rank
    best = { edge, share: away <= flushCells ? share : 0.5 }
  }
  return best
}
