import FlatQueue from 'flatqueue'
import { foothold, holds } from '../../src/premises/geometry/geodesic/domain.ts'
import type { Domain, Foothold } from '../../src/premises/geometry/geodesic/domain.ts'
import { visible } from '../../src/premises/geometry/geodesic/visibility.ts'
import { gridPerMetre } from '../../src/premises/geometry/plane.ts'
import type { Point } from '../../src/premises/geometry/plane.ts'
import { medialGraphOf } from './medialGraph.ts'
import type { MedialGraph } from './medialGraph.ts'

/**
 * Ways along the middle of a zone: from a door straight to the nearest point of the zone's medial line (as far from the
 * walls on one side as on the other), along that line, and straight to the other door. Doors that are nearer to each other
 * than they are to the line together are joined by the shortest way.
 */
export interface CentreLine {
  /** Length from terminal j to terminal i, middle to middle, in cells; `free` is that of the shortest way. */
  readonly cells: (j: number, i: number, free: number) => number
  /** The same as a line x0, y0, x1, y1, … in metres; null where the shortest way is walked. */
  readonly line: (j: number, i: number, free: number) => number[] | null
}

/** Where a door meets the medial line. */
interface Joint {
  readonly place: Foothold
  readonly arc: number
  readonly x: number
  readonly y: number
  /** From the door's middle, and along the arc from its first node, cells. */
  readonly away: number
  readonly along: number
}

/** The centre line of a zone; null where it has none (no room for one, or no door sees it). */
export function centreLineOf(domain: Domain, terminals: readonly Point[]): CentreLine | null {
  const graph = medialGraphOf(domain)
  if (graph === null) return null
  const joints = terminals.map((terminal) => jointOf(domain, graph, foothold(domain, terminal)))
  const searches: (Search | undefined)[] = []

  function wayBetween(j: number, i: number, free: number): { cells: number; nodes: number[] } | null {
    const [from, to] = [joints[j], joints[i]]
    if (!from || !to || free <= from.away + to.away) return null
    const search = (searches[i] ??= searchFrom(graph as MedialGraph, to))
    const { along, nodes } = wayTo(graph as MedialGraph, search, to, from)
    return along < Infinity ? { cells: Math.max(free, from.away + along + to.away), nodes } : null
  }

  return {
    cells: (j, i, free) => wayBetween(j, i, free)?.cells ?? free,
    line: (j, i, free) => {
      const way = wayBetween(j, i, free)
      const [from, to] = [joints[j], joints[i]]
      const [start, end] = [terminals[j], terminals[i]]
      if (!way || !from || !to || !start || !end) return null
      const line: number[] = [...start]
      const add = (x: number, y: number): void => {
        const mx = (x + domain.originX) / gridPerMetre
        const my = (y + domain.originY) / gridPerMetre
        if (line[line.length - 2] !== mx || line[line.length - 1] !== my) line.push(mx, my)
      }
      add(from.place.x, from.place.y)
      add(from.x, from.y)
      for (const node of way.nodes) add(graph.x[node]!, graph.y[node]!)
      add(to.x, to.y)
      add(to.place.x, to.place.y)
      if (line[line.length - 2] !== end[0] || line[line.length - 1] !== end[1]) line.push(...end)
      return line
    },
  }
}

/** The nearest point of the medial line that a door sees; null if it sees none of it. */
function jointOf(domain: Domain, graph: MedialGraph, place: Foothold): Joint | null {
  const { x, y, from, to, length } = graph
  const nearest = Array.from(from, (_, arc) => {
    const [ax, ay] = [x[from[arc]!]!, y[from[arc]!]!]
    const [dx, dy] = [x[to[arc]!]! - ax, y[to[arc]!]! - ay]
    const squared = dx * dx + dy * dy
    const share =
      squared > 0 ? Math.min(1, Math.max(0, ((place.x - ax) * dx + (place.y - ay) * dy) / squared)) : 0
    const [px, py] = [ax + share * dx, ay + share * dy]
    const off = Math.sqrt((px - place.x) * (px - place.x) + (py - place.y) * (py - place.y))
    return { arc, x: px, y: py, off, along: share * length[arc]! }
  }).sort((a, b) => a.off - b.off || a.arc - b.arc)
  const seen = nearest.find(({ x: px, y: py }) => {
    const [qx, qy] = [Math.round(px), Math.round(py)]
    return holds(domain, qx, qy) && visible(domain, place.x, place.y, qx, qy)
  })
  return seen
    ? { place, arc: seen.arc, x: seen.x, y: seen.y, away: place.hop + seen.off, along: seen.along }
    : null
}

/** Lengths along the medial line from a joint to every node, and the node before each. */
interface Search {
  readonly length: Float64Array
  readonly before: Int32Array
}

function searchFrom(graph: MedialGraph, joint: Joint): Search {
  const length = new Float64Array(graph.x.length).fill(Infinity)
  const before = new Int32Array(graph.x.length).fill(-1)
  const queue = new FlatQueue<number>()
  const relax = (node: number, by: number, via: number): void => {
    if (by >= length[node]!) return
    length[node] = by
    before[node] = via
    queue.push(node, by)
  }
  relax(graph.from[joint.arc]!, joint.along, -1)
  relax(graph.to[joint.arc]!, graph.length[joint.arc]! - joint.along, -1)
  while (queue.length > 0) {
    const settled = queue.peekValue()!
    const node = queue.pop()!
    if (settled > length[node]!) continue
    for (let slot = graph.nodeFrom[node]!; slot < graph.nodeFrom[node + 1]!; slot++) {
      const arc = graph.nodeArc[slot]!
      const other = graph.from[arc] === node ? graph.to[arc]! : graph.from[arc]!
      relax(other, settled + graph.length[arc]!, node)
    }
  }
  return { length, before }
}

/** From `from` back to the joint `to` of the search: length along the line, and the nodes passed. */
function wayTo(graph: MedialGraph, { length, before }: Search, to: Joint, from: Joint) {
  if (from.arc === to.arc) return { along: Math.abs(from.along - to.along), nodes: [] }
  const [a, b] = [graph.from[from.arc]!, graph.to[from.arc]!]
  const viaA = length[a]! + from.along
  const viaB = length[b]! + graph.length[from.arc]! - from.along
  const nodes: number[] = []
  for (let node = viaA <= viaB ? a : b; node >= 0; node = before[node]!) nodes.push(node)
  return { along: Math.min(viaA, viaB), nodes }
}
