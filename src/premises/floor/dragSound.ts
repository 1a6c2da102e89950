import { gridPerMetre } from '../geometry/plane.ts'
import type { CoverEdge } from './cover.ts'
import type { DragBody, DragEdge } from './dragBody.ts'
import { orderAround } from './dragOrder.ts'
import { edgeIndex } from './edgeIndex.ts'
import { ringArea } from './faces.ts'

/** Corners closer than this to a wall that is not theirs break the plan, cells. */
const apartCells = 1.5
/** Walls that come to leave a corner as a needle, the shorter no farther than this from the longer at its end, are folded: 2 mm. Cells. */
const foldedCells = 20

/**
 * A check whether the plan is sound where the body is now: its edges meet others in common corners only, no ring turns over,
 * none comes to lie in another. What is wrong already before anything moves does not count, but for new corners, which then still
 * lie on the old ones. Costs what moves and what is near it.
 */
export function soundness(body: DragBody): () => boolean {
  const { cover, edges, zones, xs, ys, isMoved, replaced } = body
  const index = edgeIndex(cover)
  const old = cover.corners.xs.length
  const bending = edges.filter(({ isRigid }) => !isRigid)
  const rigid = edges.filter(({ isRigid }) => isRigid)
  const staying = cover.edges
  const size = (ring: readonly number[]) => ringArea({ xs, ys }, ring)
  const turns = zones.map(({ rings }) => rings.map((ring) => Math.sign(size(ring))))
  const nests = nesting(body)
  const keepsOrder = orderAround(body)
  /** Pairs that meet badly from the start, and how: only what gets worse counts for them. */
  const wrong = new Map<string, number>()
  let isStart = true

  // A wall's corners that have come to lie on the next one along the wall they slide on are that one: two walls meet in line.
  const same = Int32Array.from(xs, (_, corner) => corner)
  const isBad = ({ a, b }: DragEdge, thisC: number, thisD: number): boolean => {
    const p = { a: same[a] as number, b: same[b] as number }
    const [c, d] = [same[thisC] as number, same[thisD] as number]
    if (p.a === p.b || c === d || (p.a === c && p.b === d) || (p.a === d && p.b === c)) return false
    if (!meetBadly(xs, ys, p.a, p.b, c, d)) return false
    const key = `${p.a} ${p.b} ${c} ${d}`
    const how = howTheyMeet(xs, ys, p.a, p.b, c, d)
    if (isStart && p.a < old && p.b < old && c < old && d < old) wrong.set(key, how)
    const before = wrong.get(key)
    return before === undefined || (before !== how && how !== 0)
  }
  const crosses = (edge: DragEdge): boolean => {
    const [ax, ay, bx, by] = [
      xs[edge.a] as number,
      ys[edge.a] as number,
      xs[edge.b] as number,
      ys[edge.b] as number,
    ]
    const found =
      index?.search(
        (Math.min(ax, bx) - 2) / gridPerMetre,
        (Math.min(ay, by) - 2) / gridPerMetre,
        (Math.max(ax, bx) + 2) / gridPerMetre,
        (Math.max(ay, by) + 2) / gridPerMetre,
      ) ?? []
    return found.some((each) => {
      const { a, b } = staying[each] as CoverEdge
      return isMoved[a] === 0 && isMoved[b] === 0 && !replaced.has(each) && isBad(edge, a, b)
    })
  }
  const check = (): boolean => {
    for (const corner of body.held.corners) same[corner] = corner
    let isJoined = false
    if (!isStart && body.held.across !== null)
      for (const { a, b } of bending) {
        if (xs[a] !== xs[b] || ys[a] !== ys[b]) continue
        isJoined = true
        if (isMoved[a] === 1) same[a] = same[b] as number
        else same[b] = same[a] as number
      }
    if (isJoined && zones.some(({ rings }) => rings.some((ring) => comesBack(ring, same)))) return false
    const isTurned = zones.some(({ rings }, zone) =>
      rings.some((ring, at) => Math.sign(size(ring)) !== turns[zone]?.[at]),
    )
    if (isTurned && !isStart) return false
    if (!isStart && !keepsOrder(same)) return false
    for (const edge of edges) if (crosses(edge) && !isStart) return false
    for (let at = 0; at < bending.length; at += 1) {
      const edge = bending[at] as DragEdge
      for (let other = at + 1; other < bending.length; other += 1) {
        const { a, b } = bending[other] as DragEdge
        if (isBad(edge, a, b) && !isStart) return false
      }
      for (const { a, b } of rigid) if (isBad(edge, a, b) && !isStart) return false
    }
    return nests(isStart)
  }
  check()
  isStart = false
  return check
}

/** Whether a ring passes a corner twice once corners that lie on each other are one. */
function comesBack(ring: readonly number[], same: Int32Array): boolean {
  const seen = new Set<number>()
  let before = same[ring[ring.length - 1] as number]
  for (const corner of ring) {
    const here = same[corner] as number
    if (here !== before && seen.has(here)) return true
    seen.add(here)
    before = here
  }
  return false
}

/** Whether two edges cross, touch or lie on each other elsewhere than in a corner that they share. */
function meetBadly(xs: Float64Array, ys: Float64Array, a: number, b: number, c: number, d: number): boolean {
  const [ax, ay, bx, by] = [xs[a] as number, ys[a] as number, xs[b] as number, ys[b] as number]
  const [cx, cy, dx, dy] = [xs[c] as number, ys[c] as number, xs[d] as number, ys[d] as number]
  if (a === c || a === d || b === c || b === d) {
    // Folded onto each other, or one of them has become a point.
    const [hx, hy] = a === c || a === d ? [ax, ay] : [bx, by]
    const [px, py] = a === c || a === d ? [bx - ax, by - ay] : [ax - bx, ay - by]
    const [qx, qy] = a === c || b === c ? [dx - hx, dy - hy] : [cx - hx, cy - hy]
    const [pp, qq] = [px * px + py * py, qx * qx + qy * qy]
    if (pp < 4 || qq < 4) return true
    const cross = px * qy - py * qx
    return px * qx + py * qy > 0 && cross * cross <= foldedCells * foldedCells * Math.max(pp, qq)
  }
  if (Math.max(ax, bx) + 2 < Math.min(cx, dx) || Math.max(cx, dx) + 2 < Math.min(ax, bx)) return false
  if (Math.max(ay, by) + 2 < Math.min(cy, dy) || Math.max(cy, dy) + 2 < Math.min(ay, by)) return false
  const abc = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
  const abd = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
  const cda = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
  const cdb = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
  if (abc > 0 !== abd > 0 && cda > 0 !== cdb > 0) return true
  return (
    isNear(ax, ay, bx, by, cx, cy, abc) ||
    isNear(ax, ay, bx, by, dx, dy, abd) ||
    isNear(cx, cy, dx, dy, ax, ay, cda) ||
    isNear(cx, cy, dx, dy, bx, by, cdb)
  )
}

/**
 * How two edges meet that are too close: to which side of the one the other turns from their common corner; or, where they
 * have none, 1 if they cross and 0 if they only touch.
 */
function howTheyMeet(xs: Float64Array, ys: Float64Array, a: number, b: number, c: number, d: number): number {
  const turn = (p: number, q: number, r: number) =>
    Math.sign(
      ((xs[q] as number) - (xs[p] as number)) * ((ys[r] as number) - (ys[p] as number)) -
        ((ys[q] as number) - (ys[p] as number)) * ((xs[r] as number) - (xs[p] as number)),
    )
  if (a === c) return turn(a, b, d)
  if (a === d) return turn(a, b, c)
  if (b === c) return turn(b, a, d)
  if (b === d) return turn(b, a, c)
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0 ? 1 : 0
}

/** Whether a point, with its turn from a segment, is next to the segment. */
function isNear(ax: number, ay: number, bx: number, by: number, x: number, y: number, turn: number): boolean {
  const [dx, dy] = [bx - ax, by - ay]
  const square = dx * dx + dy * dy
  if (turn * turn > apartCells * apartCells * square) return false
  const along = (x - ax) * dx + (y - ay) * dy
  const more = apartCells * Math.sqrt(square)
  return along >= -more && along <= square + more
}

/** A check whether a zone that moves lies in another that it shares no corner with, or a hole has left its zone. */
function nesting({ cover, zones, xs, ys }: DragBody): (isStart: boolean) => boolean {
  const touched = new Set(zones.map(({ place: at }) => at))
  const still = cover.zones.flatMap(({ rings }, at) =>
    touched.has(at) || rings[0] === undefined ? [] : [{ rings, box: boxOf(rings[0], xs, ys) }],
  )
  const own = zones.map(({ rings }) => new Set(rings.flat()))
  const known = new Set<string>()
  return (isStart) => {
    const boxes = zones.map(({ rings: [outer = []] }) => boxOf(outer, xs, ys))
    for (let at = 0; at < zones.length; at += 1) {
      const { rings } = zones[at] as (typeof zones)[number]
      const [outer = [], ...holes] = rings
      const corners = own[at] as ReadonlySet<number>
      const box = boxes[at] as Box
      const nested = (key: string, others: readonly (readonly number[])[], otherBox: Box): boolean => {
        if (!boxesMeet(box, otherBox)) return false
        const [otherOuter = []] = others
        if (otherOuter.some((corner) => corners.has(corner))) return false
        const is = isIn(rings, otherOuter[0] as number, xs, ys) || isIn(others, outer[0] as number, xs, ys)
        if (is && isStart) known.add(key)
        return is && !known.has(key)
      }
      for (const [other, { rings: others, box: otherBox }] of still.entries())
        if (nested(`${at} ${other}`, others, otherBox)) return false
      for (let other = at + 1; other < zones.length; other += 1)
        if (nested(`${at}+${other}`, zones[other]?.rings ?? [], boxes[other] as Box)) return false
      const hasLeft = holes.some((hole) => {
        const free = hole.find((corner) => !outer.includes(corner))
        return free !== undefined && !isIn([outer], free, xs, ys)
      })
      if (hasLeft && !isStart) return false
    }
    return true
  }
}

type Box = readonly [number, number, number, number]

function boxOf(ring: readonly number[], xs: Float64Array, ys: Float64Array): Box {
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

function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

function isIn(
  rings: readonly (readonly number[])[],
  corner: number,
  xs: Float64Array,
  ys: Float64Array,
): boolean {
  const [x, y] = [xs[corner] as number, ys[corner] as number]
  let inside = false
  for (const ring of rings) {
    let before = ring[ring.length - 1] as number
    for (const here of ring) {
      const [ax, ay] = [xs[before] as number, ys[before] as number]
      const [bx, by] = [xs[here] as number, ys[here] as number]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
      before = here
    }
  }
  return inside
}
