import { gridPerMetre } from '../geometry/plane.ts'
import type { Point, Segment } from '../geometry/plane.ts'
import type { ZoneId } from '../ids.ts'
import { cellOf } from './cells.ts'
import type { Cover, CoverEdge } from './cover.ts'
import { isInside } from './faces.ts'
import { facingEdges } from './facing.ts'
import { edgesAt, otherEnd, straightRun } from './straight.ts'

/** How corners of a cover follow the pointer. */
export interface Held {
  /** Corners that move. */
  readonly corners: readonly number[]
  /** Per moved corner where it goes for a way of the pointer in cells: its own way is along · (way · across), or the way itself. */
  readonly ways: readonly Way[]
  /** Unit normal of a wall that moves across itself; null where things move as the pointer does. */
  readonly across: Point | null
  /** Edges of the wall itself. */
  readonly wall: readonly number[]
}

/** What a corner moves by for one cell that the wall moves across itself; null: as the pointer moves. */
export type Way = Point | null

/** How near a handle must be to what it takes hold of, cells (2 cm). */
const holdCells = 200

/** The corner at a place. */
export function cornerAt(
  { corners: { xs, ys } }: Cover,
  [x, y]: Point,
  reachCells = holdCells,
): number | null {
  const [cx, cy] = [cellOf(x), cellOf(y)]
  let best: number | null = null
  let least = reachCells * reachCells
  for (let corner = 0; corner < xs.length; corner += 1) {
    const [dx, dy] = [(xs[corner] as number) - cx, (ys[corner] as number) - cy]
    const away = dx * dx + dy * dy
    if (away > least || (best !== null && away === least)) continue
    least = away
    best = corner
  }
  return best
}

/** The edge between two corners, or the one that runs along a segment. */
export function edgeAlong(cover: Cover, [p, q]: Segment): number | null {
  const a = cornerAt(cover, p)
  const b = cornerAt(cover, q)
  const star = edgesAt(cover)
  if (a !== null && b !== null) {
    const direct = (star[a] ?? []).find((edge) => otherEnd(cover.edges[edge] as CoverEdge, a) === b)
    if (direct !== undefined) return direct
  }
  const [mx, my] = [((p[0] + q[0]) / 2) * gridPerMetre, ((p[1] + q[1]) / 2) * gridPerMetre]
  const { xs, ys } = cover.corners
  let best: number | null = null
  let least = holdCells * holdCells
  cover.edges.forEach((edge, at) => {
    const [ax, ay] = [xs[edge.a] as number, ys[edge.a] as number]
    const [dx, dy] = [(xs[edge.b] as number) - ax, (ys[edge.b] as number) - ay]
    const share = ((mx - ax) * dx + (my - ay) * dy) / (dx * dx + dy * dy)
    if (!(share >= 0 && share <= 1)) return
    const [ox, oy] = [ax + dx * share - mx, ay + dy * share - my]
    const away = ox * ox + oy * oy
    if (away >= least) return
    least = away
    best = at
  })
  return best
}

/** A corner, with those across the thickness of the walls that meet there. */
export function heldCorner(cover: Cover, at: Point): Held | null {
  const corner = cornerAt(cover, at)
  if (corner === null) return null
  const corners = [corner, ...acrossWall(cover, corner)]
  return { corners, ways: corners.map(() => null), across: null, wall: [] }
}

const thickCells = 0.5 * gridPerMetre

/** Corners of other zones that only the thickness of a wall parts from this one. */
function acrossWall(cover: Cover, corner: number): readonly number[] {
  const {
    corners: { xs, ys },
    zones,
  } = cover
  const [x, y] = [xs[corner] as number, ys[corner] as number]
  const own = zonesAt(cover, corner)
  const found: number[] = []
  for (let other = 0; other < xs.length; other += 1) {
    const [dx, dy] = [(xs[other] as number) - x, (ys[other] as number) - y]
    if (other === corner || dx * dx + dy * dy > thickCells * thickCells) continue
    const theirs = zonesAt(cover, other)
    if (theirs.size === 0 || [...theirs].some((zone) => own.has(zone))) continue
    const isGap = [0.2, 0.5, 0.8].every(
      (share) => !zones.some(({ rings }) => isInZone(cover, rings, x + dx * share, y + dy * share)),
    )
    if (isGap) found.push(other)
  }
  return found
}

function zonesAt(cover: Cover, corner: number): ReadonlySet<number> {
  const found = new Set<number>()
  for (const edge of edgesAt(cover)[corner] ?? []) {
    const { left, right } = cover.edges[edge] as CoverEdge
    if (left >= 0) found.add(left)
    if (right >= 0) found.add(right)
  }
  return found
}

export function isInZone(
  { corners }: Cover,
  rings: readonly (readonly number[])[],
  x: number,
  y: number,
): boolean {
  let inside = false
  for (const ring of rings) if (isInside(corners, ring, x, y)) inside = !inside
  return inside
}

/** Zones as a block, with what stands in their holes and the walls in them. */
export function heldZones(cover: Cover, ids: readonly ZoneId[]): Held | null {
  const places = new Set<number>()
  cover.zones.forEach(({ zone }, place) => {
    if (ids.includes(zone.id)) places.add(place)
  })
  if (places.size === 0) return null
  const { xs, ys } = cover.corners
  // Zones found in holes are looked into as well: the set grows while it is walked through.
  for (const place of places) {
    for (const hole of cover.zones[place]?.rings.slice(1) ?? []) {
      cover.zones.forEach(({ rings: [outer = []] }, other) => {
        if (places.has(other)) return
        const isIn = outer.every(
          (corner) =>
            hole.includes(corner) ||
            isInside(cover.corners, hole, xs[corner] as number, ys[corner] as number),
        )
        if (isIn) places.add(other)
      })
    }
  }
  const corners = new Set<number>()
  for (const place of places)
    for (const ring of cover.zones[place]?.rings ?? []) for (const c of ring) corners.add(c)
  for (const { line } of cover.loose)
    for (const corner of line)
      if (
        [...places].some((place) =>
          isInZone(cover, cover.zones[place]?.rings ?? [], xs[corner] as number, ys[corner] as number),
        )
      )
        corners.add(corner)
  const held = [...corners]
  return { corners: held, ways: held.map(() => null), across: null, wall: [] }
}

/** A whole straight wall, both faces of a thick one; its ends slide along the walls that they end on. */
export function heldWall(cover: Cover, segment: Segment): Held | null {
  const edge = edgeAlong(cover, segment)
  if (edge === null) return null
  const across = normalOf(cover, edge)
  const wall = facingEdges(cover, straightRun(cover, edge).edges)
  const inWall = new Set(wall)
  const corners = new Set<number>()
  for (const each of wall) {
    const { a, b } = cover.edges[each] as CoverEdge
    corners.add(a)
    corners.add(b)
  }
  const held = [...corners]
  return { corners: held, ways: held.map((corner) => slide(cover, corner, inWall, across)), across, wall }
}

/** Unit normal to the left of an edge. */
export function normalOf({ corners: { xs, ys }, edges }: Cover, edge: number): Point {
  const { a, b } = edges[edge] as CoverEdge
  const [dx, dy] = [(xs[b] as number) - (xs[a] as number), (ys[b] as number) - (ys[a] as number)]
  const length = Math.sqrt(dx * dx + dy * dy)
  return [-dy / length, dx / length]
}

/** Sine of the least angle at which a corner slides along a wall (10°): flatter, and it would run away. */
const flattest = 0.17
/** Sine of the largest angle between two walls that are one line to slide along. */
const sameLine = 0.01

/** The way of a corner for one cell across the wall: along the one other wall that meets there, else straight across. */
export function slide(cover: Cover, corner: number, wall: ReadonlySet<number>, [nx, ny]: Point): Point {
  const { xs, ys } = cover.corners
  let along: Point | null = null
  for (const edge of edgesAt(cover)[corner] ?? []) {
    if (wall.has(edge)) continue
    const far = otherEnd(cover.edges[edge] as CoverEdge, corner)
    const [dx, dy] = [
      (xs[far] as number) - (xs[corner] as number),
      (ys[far] as number) - (ys[corner] as number),
    ]
    const length = Math.sqrt(dx * dx + dy * dy)
    const d: Point = [dx / length, dy / length]
    if (along !== null && Math.abs(along[0] * d[1] - along[1] * d[0]) > sameLine) return [nx, ny]
    // The longer of two that are in one line bends less by rounding; the first is good enough.
    along ??= d
  }
  if (along === null) return [nx, ny]
  const climb = along[0] * nx + along[1] * ny
  return Math.abs(climb) < flattest ? [nx, ny] : [along[0] / climb, along[1] / climb]
}
