import { pairKey } from './cells.ts'
import type { Corners } from './cells.ts'
import type { Piece } from './noding.ts'

/** A space that walls enclose: its outer ring counter-clockwise and what stands free in it clockwise, as numbers of corners. */
export interface Face {
  readonly outer: readonly number[]
  readonly holes: readonly (readonly number[])[]
  /** Half-edges around it: 2 × piece + (0: as the piece runs, 1: against it). */
  readonly halves: readonly number[]
  readonly areaCells: number
}

/** Faces between noded pieces. `left[half]`: the face left of a half-edge, −1 for the outside. */
export interface Faces {
  readonly faces: readonly Face[]
  readonly left: Int32Array
  /** Pieces with one face on both sides: they enclose nothing. They are in no ring. */
  readonly loose: readonly boolean[]
}

/** The faces between pieces that meet in common corners only. */
export function facesOf(corners: Corners, pieces: readonly Piece[]): Faces {
  const all = cyclesOf(corners, pieces, () => true)
  const loose = bridges(pieces, all)
  const cycles = loose.includes(true) ? cyclesOf(corners, pieces, (piece) => !loose[piece]) : all
  const left = new Int32Array(pieces.length * 2).fill(-1)
  const faces: Face[] = []
  const outers: {
    readonly face: number
    readonly component: number
    readonly ring: readonly number[]
    readonly box: Box
  }[] = []
  const inner: { cycle: Cycle; rings: readonly (readonly number[])[] }[] = []
  const collected: {
    halves: number[]
    holes: (readonly number[])[]
    outer: readonly number[]
    areaCells: number
  }[] = []
  for (const cycle of cycles) {
    const rings = simpleRings(cycle.corners)
    const outer = rings.find((ring) => ringArea(corners, ring) > 0)
    if (outer === undefined) {
      inner.push({ cycle, rings })
      continue
    }
    const holes = rings.filter((ring) => ring !== outer)
    const areaCells = rings.reduce((sum, ring) => sum + ringArea(corners, ring), 0)
    outers.push({
      face: collected.length,
      component: cycle.component,
      ring: outer,
      box: boxOf(corners, outer),
    })
    collected.push({ halves: [...cycle.halves], holes: [...holes], outer, areaCells })
  }
  for (const { cycle, rings } of inner) {
    const probe = cycle.corners[0] as number
    const [x, y] = [corners.xs[probe] as number, corners.ys[probe] as number]
    let home = -1
    let least = Infinity
    for (const { face, component, ring, box } of outers) {
      if (component === cycle.component || !inBox(box, x, y) || !isInside(corners, ring, x, y)) continue
      const size = ringArea(corners, ring)
      if (size >= least) continue
      least = size
      home = face
    }
    const around = collected[home]
    if (around === undefined) continue
    around.halves.push(...cycle.halves)
    around.holes.push(...rings)
    for (const ring of rings) around.areaCells += ringArea(corners, ring)
  }
  collected.forEach((face, at) => {
    faces.push(face)
    for (const half of face.halves) left[half] = at
  })
  return { faces, left, loose }
}

interface Cycle {
  readonly corners: readonly number[]
  readonly halves: readonly number[]
  /** Connected part of the drawing that it belongs to. */
  readonly component: number
}

/** Pieces with the same cycle on both sides. */
function bridges(pieces: readonly Piece[], cycles: readonly Cycle[]): readonly boolean[] {
  const cycleOf = new Int32Array(pieces.length * 2).fill(-1)
  cycles.forEach(({ halves }, cycle) => {
    for (const half of halves) cycleOf[half] = cycle
  })
  return pieces.map((_, piece) => cycleOf[2 * piece] === cycleOf[2 * piece + 1])
}

/** The closed ways along the left sides of the pieces: at each corner on by the next piece clockwise. */
function cyclesOf(
  corners: Corners,
  pieces: readonly Piece[],
  isUsed: (piece: number) => boolean,
): readonly Cycle[] {
  const stars: number[][] = corners.xs.map(() => [])
  const origin = (half: number): number => {
    const { a, b } = pieces[half >> 1] as Piece
    return half % 2 === 0 ? a : b
  }
  pieces.forEach(({ a, b }, piece) => {
    if (!isUsed(piece)) return
    stars[a]?.push(2 * piece)
    stars[b]?.push(2 * piece + 1)
  })
  const next = new Int32Array(pieces.length * 2)
  for (const star of stars) {
    if (star.length > 1) star.sort((p, q) => byAngle(corners, origin(p), origin(p ^ 1), origin(q ^ 1)))
    // Arriving against star[i], the way with the face on the left goes on by the one before it, clockwise.
    star.forEach((half, at) => (next[half ^ 1] = star[(at + star.length - 1) % star.length] as number))
  }
  const components = componentsOf(corners.xs.length, pieces, isUsed)
  const seen = new Uint8Array(pieces.length * 2)
  const cycles: Cycle[] = []
  for (let start = 0; start < pieces.length * 2; start += 1) {
    if (!isUsed(start >> 1) || seen[start] === 1) continue
    const halves: number[] = []
    for (let half = start; seen[half] === 0; half = next[half] as number) {
      seen[half] = 1
      halves.push(half)
    }
    cycles.push({ halves, corners: halves.map(origin), component: components(origin(start)) })
  }
  return cycles
}

function componentsOf(
  count: number,
  pieces: readonly Piece[],
  isUsed: (piece: number) => boolean,
): (corner: number) => number {
  const parent = Int32Array.from({ length: count }, (_, corner) => corner)
  const root = (corner: number): number => {
    let at = corner
    for (;;) {
      const up = parent[at] as number
      if (up === at) break
      parent[at] = parent[up] as number
      at = up
    }
    return at
  }
  pieces.forEach(({ a, b }, piece) => {
    if (isUsed(piece)) parent[root(a)] = root(b)
  })
  return root
}

/** Where corners are, cells. */
export interface Places {
  readonly xs: ArrayLike<number>
  readonly ys: ArrayLike<number>
}

/** Order of two ways from a corner, counter-clockwise from the direction of x; exact. */
export function byAngle({ xs, ys }: Places, from: number, p: number, q: number): number {
  const [x, y] = [xs[from] as number, ys[from] as number]
  const [px, py] = [(xs[p] as number) - x, (ys[p] as number) - y]
  const [qx, qy] = [(xs[q] as number) - x, (ys[q] as number) - y]
  const upperP = py > 0 || (py === 0 && px > 0)
  const upperQ = qy > 0 || (qy === 0 && qx > 0)
  if (upperP !== upperQ) return upperP ? -1 : 1
  return -(px * qy - py * qx)
}

/** A closed way taken apart where it comes back to a corner: rings that touch in corners only. */
export function simpleRings(way: readonly number[]): readonly (readonly number[])[] {
  const rings: (readonly number[])[] = []
  const open: number[] = []
  const at = new Map<number, number>()
  for (const corner of way) {
    const before = at.get(corner)
    if (before !== undefined) {
      const ring = open.splice(before)
      for (const each of ring) at.delete(each)
      if (ring.length >= 3) rings.push(ring)
    }
    at.set(corner, open.length)
    open.push(corner)
  }
  if (open.length >= 3) rings.push(open)
  return rings
}

/** Signed area in square cells. */
export function ringArea(
  { xs, ys }: { readonly xs: ArrayLike<number>; readonly ys: ArrayLike<number> },
  ring: readonly number[],
): number {
  const first = ring[0] as number
  const [ox, oy] = [xs[first] as number, ys[first] as number]
  let twice = 0
  let [px, py] = [0, 0]
  for (const corner of ring) {
    const [qx, qy] = [(xs[corner] as number) - ox, (ys[corner] as number) - oy]
    twice += px * qy - qx * py
    px = qx
    py = qy
  }
  return twice / 2
}

type Box = readonly [number, number, number, number]

export function boxOf({ xs, ys }: Corners, ring: readonly number[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const corner of ring) {
    const [x, y] = [xs[corner] as number, ys[corner] as number]
    if (x < x0) x0 = x
    if (x > x1) x1 = x
    if (y < y0) y0 = y
    if (y > y1) y1 = y
  }
  return [x0, y0, x1, y1]
}

export function inBox(box: Box, x: number, y: number): boolean {
  return box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3]
}

/** Whether a cell lies inside a ring (even-odd); exact off the boundary. */
export function isInside({ xs, ys }: Corners, ring: readonly number[], x: number, y: number): boolean {
  let inside = false
  let before = ring[ring.length - 1] as number
  for (const corner of ring) {
    const [ax, ay] = [xs[before] as number, ys[before] as number]
    const [bx, by] = [xs[corner] as number, ys[corner] as number]
    if (ay > y !== by > y) {
      const side = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
      if (side > 0 === by > ay) inside = !inside
    }
    before = corner
  }
  return inside
}

/** Corners of pieces by pair, for looking a half-edge up. */
export function halvesByPair(pieces: readonly Piece[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  pieces.forEach(({ a, b }, piece) => {
    found.set(pairKey(a, b), 2 * piece)
    found.set(pairKey(b, a), 2 * piece + 1)
  })
  return found
}
