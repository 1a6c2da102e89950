import { DirectedGraph } from 'graphology'
import { bidirectional, singleSource } from 'graphology-shortest-path/dijkstra'
import { labelPoint } from '../../../src/premises/geometry/labelPoint.ts'
import type { Point } from '../../../src/premises/geometry/plane.ts'
import { midpoint } from '../../../src/premises/geometry/segment.ts'
import type { Zone } from '../../../src/premises/model.ts'
import { flightLengthM, landingLengthM, slopeLengthM } from '../../../src/premises/stairs.ts'
import { cellM, staysInside } from './cells.ts'
import type { Cell, CellBuilding } from './cells.ts'

const levelMPerS = 0.85 * 1.4
const penaltyS = 1e6

/**
 * The ways out of a building of cells by other means: a visibility graph over all cell corners, decided by cells, with
 * shortest paths by graphology. Weights are seconds. Node `o@z`: in opening o, on the side of zone z; `out:e` past exit e.
 */
export interface Oracle {
  /** Seconds of the quickest way from a point of a zone; Infinity if there is none. */
  readonly quickestS: (zone: Zone, point: Point) => number
  /** Of the ways to an exit other than the last of `first`, those that pass fewest of its openings, and the quickest of these. */
  readonly second: (
    zone: Zone,
    point: Point,
    first: readonly string[],
  ) => { shared: number; timeS: number } | null
}

export function oracleOf(
  { premises, cells }: CellBuilding,
  shut: ReadonlySet<string>,
  closed: ReadonlySet<string>,
): Oracle {
  const zones = Object.values(premises.zones).filter((zone) => !closed.has(zone.id))
  const doors = new Map<string, { node: string; point: Point }[]>(zones.map((zone) => [zone.id, []]))
  const graph = new DirectedGraph<object, { timeS: number; opening?: string }>()
  const node = (name: string): string => graph.mergeNode(name)[0]
  const arc = (from: string, to: string, timeS: number, opening?: string): void =>
    void graph.mergeEdge(node(from), node(to), { timeS, ...(opening ? { opening } : {}) })

  for (const { id, sides, segment, exit } of Object.values(premises.openings)) {
    if (shut.has(id)) continue
    const here = sides.filter((zone) => zone !== null && doors.has(zone))
    for (const zone of here)
      doors.get(zone as string)?.push({ node: node(`${id}@${zone}`), point: midpoint(segment) })
    if (exit === 'final') for (const zone of here) arc(`${id}@${zone}`, `out:${id}`, 0, id)
    else if (here.length === 2) {
      arc(`${id}@${here[0]}`, `${id}@${here[1]}`, 0, id)
      arc(`${id}@${here[1]}`, `${id}@${here[0]}`, 0, id)
    }
  }
  for (const { id, zoneIds, runs } of Object.values(premises.stairs)) {
    runs.forEach((run, at) => {
      const [lower, upper] = [zoneIds[at] ?? '', zoneIds[at + 1] ?? '']
      if (!doors.has(lower) || !doors.has(upper)) return
      for (const zone of [lower, upper]) {
        const { point } = labelPoint((premises.zones[zone] as Zone).polygon)
        doors.get(zone)?.push({ node: node(`${id}@${zone}`), point })
      }
      const climbs = (share: number): number =>
        run.flights.reduce(
          (sum, flight) =>
            sum + flightLengthM(flight) / (0.85 * 0.863 * Math.sqrt(flight.treadM / flight.riserM) * share),
          landingLengthM(run) / levelMPerS,
        )
      if (!(slopeLengthM(run) > 0)) throw new Error('a run without length')
      arc(`${id}@${upper}`, `${id}@${lower}`, climbs(1))
      arc(`${id}@${lower}`, `${id}@${upper}`, climbs(0.88))
    })
  }
  for (const zone of zones) {
    const own = cells.get(zone.name) ?? []
    const here = doors.get(zone.id) ?? []
    const lengths = lengthsInside(
      own,
      here.map(({ point }) => point),
    )
    here.forEach(({ node: from }, i) => {
      here.forEach(({ node: to }, j) => {
        if (i !== j) arc(from, to, (lengths[i]?.[j] ?? Infinity) / levelMPerS)
      })
    })
  }

  function withStart(zone: Zone, point: Point): DirectedGraph<object, { timeS: number; opening?: string }> {
    const copy = graph.copy()
    const here = doors.get(zone.id) ?? []
    const lengths = lengthsInside(cells.get(zone.name) ?? [], [point, ...here.map((door) => door.point)])
    copy.addNode('start')
    here.forEach(
      (door, j) =>
        void copy.mergeEdge('start', door.node, { timeS: (lengths[0]?.[j + 1] ?? Infinity) / levelMPerS }),
    )
    return copy
  }

  return {
    quickestS: (zone, point) => {
      const from = withStart(zone, point)
      let least = Infinity
      from.forEachNode((name) => {
        if (!name.startsWith('out:')) return
        const path = bidirectional(from, 'start', name, 'timeS')
        if (path) least = Math.min(least, weight(from, path))
      })
      return least
    },
    second: (zone, point, first) => {
      const from = withStart(zone, point)
      const passed = new Set(first)
      from.dropNode(`out:${first.at(-1)}`)
      from.updateEachEdgeAttributes((_, attributes) => ({
        ...attributes,
        timeS: attributes.timeS + (attributes.opening && passed.has(attributes.opening) ? penaltyS : 0),
      }))
      const paths = singleSource(from, 'start', 'timeS')
      const costs = Object.entries(paths).flatMap(([name, path]) =>
        name.startsWith('out:') ? [weight(from, path)] : [],
      )
      const least = Math.min(...costs)
      if (least === Infinity) return null
      const shared = Math.floor(least / penaltyS)
      return { shared, timeS: least - shared * penaltyS }
    },
  }
}

function weight(graph: DirectedGraph<object, { timeS: number }>, path: readonly string[]): number {
  return path.slice(1).reduce((sum, to, at) => sum + graph.getEdgeAttribute(path[at], to, 'timeS'), 0)
}

/** Shortest lengths between points of a zone of cells, metres: over all corners of its cells that see each other. */
export function lengthsInside(own: readonly Cell[], points: readonly Point[]): number[][] {
  const { corners, between } = cornersOf(own)
  const seen = points.map((point) => corners.map((corner) => straight(own, point, corner)))
  const toCorner = seen.map((row) =>
    corners.map((_, j) =>
      row.reduce((least, length, i) => Math.min(least, length + (between[i]?.[j] ?? Infinity)), Infinity),
    ),
  )
  return points.map((a, i) =>
    points.map((b, j) => {
      const round = (toCorner[i] ?? []).map((length, k) => length + (seen[j]?.[k] ?? Infinity))
      return Math.min(straight(own, a, b), ...round)
    }),
  )
}

const known = new WeakMap<readonly Cell[], { corners: Point[]; between: number[][] }>()

/** The corners of a zone's cells, and the shortest lengths between them. */
function cornersOf(own: readonly Cell[]): { corners: Point[]; between: number[][] } {
  const before = known.get(own)
  if (before) return before
  const byKey = new Map<string, Point>()
  for (const [x, y] of own) {
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const)
      byKey.set(`${x + dx} ${y + dy}`, [(x + dx) * cellM, (y + dy) * cellM])
  }
  const corners = [...byKey.values()]
  const between = corners.map((a) => corners.map((b) => straight(own, a, b)))
  // Floyd and Warshall: nothing of the way in which the program does it.
  for (let k = 0; k < corners.length; k++)
    for (const row of between)
      for (let j = 0; j < corners.length; j++) {
        const through = (row[k] ?? Infinity) + (between[k]?.[j] ?? Infinity)
        if (through < (row[j] ?? Infinity)) row[j] = through
      }
  known.set(own, { corners, between })
  return { corners, between }
}

function straight(own: readonly Cell[], a: Point, b: Point): number {
  return staysInside(own, a, b) ? Math.hypot(b[0] - a[0], b[1] - a[1]) : Infinity
}
