import { bounds } from '../geometry/measure.ts'
import { gridPerMetre, snapPoint } from '../geometry/plane.ts'
import type { Point, Polygon, Segment } from '../geometry/plane.ts'
import type { DoorProperties, Opening, Premises, StairRun, Zone } from '../model.ts'
import type { Change } from '../operation.ts'
import type { ZoneId } from '../ids.ts'
import { oriented } from '../geometry/ring.ts'

/** A way to lay a block elsewhere: where a point goes, and whether left becomes right. */
export interface Laid {
  readonly point: (point: Point) => Point
  readonly isMirrored: boolean
}

export function shifted([dx, dy]: Point): Laid {
  return { point: ([x, y]) => snapPoint([x + dx, y + dy]), isMirrored: false }
}

/** Mirrored about the upright (`x`) or the level (`y`) axis through the middle of all zones. */
export function mirrored(zones: readonly Zone[], axis: 'x' | 'y'): Laid {
  const [sx, sy] = twiceMiddle(zones)
  return {
    point: ([x, y]) => snapPoint(axis === 'x' ? [sx - x, y] : [x, sy - y]),
    isMirrored: true,
  }
}

/** Turned by quarter turns counter-clockwise about the middle of all zones. */
export function turned(zones: readonly Zone[], quarters: 1 | 2 | 3): Laid {
  const [sx, sy] = twiceMiddle(zones)
  // About a point of the grid: all corners are rounded alike.
  const [mx, my] = [halved(sx), halved(sy)]
  return {
    point: ([x, y]) => {
      const [px, py] = [x - mx, y - my]
      if (quarters === 1) return snapPoint([mx - py, my + px])
      if (quarters === 2) return snapPoint([mx - px, my - py])
      return snapPoint([mx + py, my - px])
    },
    isMirrored: false,
  }
}

function halved(twice: number): number {
  return Math.floor((twice * gridPerMetre) / 2) / gridPerMetre
}

function twiceMiddle(zones: readonly Zone[]): Point {
  const box = bounds(zones.flatMap(({ polygon }) => polygon.outer))
  return box === null ? [0, 0] : [box[0] + box[2], box[1] + box[3]]
}

export function laidPolygon({ point }: Laid, polygon: Polygon): Polygon {
  return {
    outer: oriented(polygon.outer.map(point), true),
    holes: polygon.holes.map((hole) => oriented(hole.map(point), false)),
  }
}

export function laidSegment({ point }: Laid, [a, b]: Segment): Segment {
  return [point(a), point(b)]
}

/** The door of an opening whose left and right are exchanged where the block is mirrored. */
export function laidDoor({ isMirrored }: Laid, { door }: Opening): DoorProperties | undefined {
  if (!isMirrored || door?.opensTo === undefined || door.opensTo === 'both') return door
  return { ...door, opensTo: door.opensTo === 'left' ? 'right' : 'left' }
}

/** The runs of stairs that begin in the zones of a block, laid as the block is. */
export function stairsAlong({ stairs }: Premises, ids: ReadonlySet<ZoneId>, laid: Laid): readonly Change[] {
  return Object.values(stairs).flatMap(({ id, zoneIds, runs }): readonly Change[] => {
    const next = runs.map((run, at) => {
      const from = zoneIds[at]
      return from !== undefined && ids.has(from) ? laidRun(laid, run) : run
    })
    if (next.every((run, at) => run === runs[at])) return []
    return [{ record: { table: 'stairs', id }, field: 'runs', after: next }]
  })
}

function laidRun(laid: Laid, run: StairRun): StairRun {
  const isDrawn = run.flights.some(({ line }) => line) || run.landings.some(({ polygon }) => polygon)
  if (!isDrawn) return run
  return {
    ...run,
    flights: run.flights.map((flight) =>
      flight.line ? { ...flight, line: flight.line.map(laid.point) } : flight,
    ),
    landings: run.landings.map((landing) =>
      landing.polygon ? { ...landing, polygon: laidPolygon(laid, landing.polygon) } : landing,
    ),
  }
}
