import { labelPoint } from '../../premises/geometry/labelPoint.ts'
import type { Point, Ring, Segment } from '../../premises/geometry/plane.ts'
import {
  direction,
  distance,
  distanceToSegment,
  leftNormal,
  midpoint,
  turn,
} from '../../premises/geometry/segment.ts'
import type { OpeningId, ZoneId } from '../../premises/ids.ts'
import type { Opening, Zone } from '../../premises/model.ts'
import type { Knob } from './picture.ts'
import type { Board } from './sketch.ts'

/** Something to take hold of. */
export type Grip =
  | { readonly kind: 'corner'; readonly at: Point; readonly joint: boolean }
  | { readonly kind: 'wall'; readonly at: Point; readonly segment: Segment }
  | { readonly kind: 'jamb'; readonly at: Point; readonly id: OpeningId; readonly jamb: 'start' | 'end' }
  | { readonly kind: 'swing'; readonly at: Point; readonly id: OpeningId }
  | { readonly kind: 'move'; readonly at: Point; readonly ids: readonly ZoneId[] }

/** Shorter walls on the screen carry no bar of their own, pixels. */
const barPx = 44

let kept: { readonly of: readonly unknown[]; readonly grips: readonly Grip[] } | null = null

/**
 * The handles of what is picked: corners, walls and a middle of rooms; jambs and swing of doors; ends and middle of a wall.
 * The last answer is kept: the pointer asks with every move.
 */
export function gripsOf(board: Board): readonly Grip[] {
  const { premises, levelId, drawing, metresPerPx } = board
  const of = [premises, levelId, drawing.picked, drawing.wall, metresPerPx]
  if (!kept || of.some((value, index) => value !== kept?.of[index])) kept = { of, grips: madeGrips(board) }
  return kept.grips
}

function madeGrips(board: Board): readonly Grip[] {
  const { premises, levelId, drawing } = board
  const grips: Grip[] = []
  const zones = pickedZones(board)
  const shown = zones.slice(-6)
  for (const zone of shown) {
    for (const ring of [zone.polygon.outer, ...zone.polygon.holes]) grips.push(...ringGrips(ring, board))
  }
  if (zones.length > 0 && shown.length > 0) {
    const last = shown.at(-1)
    if (last)
      grips.push({ kind: 'move', at: labelPoint(last.polygon).point, ids: zones.map((zone) => zone.id) })
  }
  for (const record of drawing.picked) {
    if (record.table === 'openings') {
      const opening = premises.openings[record.id]
      if (opening && opening.levelId === levelId) grips.push(...openingGrips(opening))
    }
    if (record.table === 'walls') {
      const line = premises.walls[record.id]?.line
      if (line) grips.push(...lineGrips(line, board))
    }
  }
  if (drawing.wall) grips.push(...lineGrips(drawing.wall, board))
  return unique(grips)
}

/** Rooms that are picked, and the storeys of picked stairs and lifts, on the level that is shown. */
export function pickedZones({ premises, levelId, drawing }: Board): readonly Zone[] {
  const ids = drawing.picked.flatMap((record): readonly string[] => {
    if (record.table === 'zones') return [record.id]
    if (record.table === 'stairs') return premises.stairs[record.id]?.zoneIds ?? []
    return record.table === 'lifts' ? (premises.lifts[record.id]?.zoneIds ?? []) : []
  })
  return [...new Set(ids)].flatMap((id) => {
    const zone = premises.zones[id]
    return zone && zone.levelId === levelId ? [zone] : []
  })
}

function ringGrips(ring: Ring, board: Board): Grip[] {
  const corners = ring.map((at, index): Grip => {
    const [before, after] = [ring.at(index - 1) ?? at, ring[(index + 1) % ring.length] ?? at]
    const off = Math.abs(turn(before, at, after)) / Math.max(1e-9, distance(before, after))
    return { kind: 'corner', at, joint: off < 0.005 }
  })
  return [...corners, ...straightRuns(ring).flatMap((segment) => barOf(segment, board))]
}

/** The sides of a ring, stretches in one straight line put together. */
export function straightRuns(ring: Ring): readonly Segment[] {
  const bends = ring.filter((at, index) => {
    const [before, after] = [ring.at(index - 1) ?? at, ring[(index + 1) % ring.length] ?? at]
    return Math.abs(turn(before, at, after)) / Math.max(1e-9, distance(before, after)) >= 0.005
  })
  return bends.map((at, index): Segment => [at, bends[(index + 1) % bends.length] ?? at])
}

function lineGrips(line: readonly Point[], board: Board): Grip[] {
  const stretches = line.slice(1).map((at, index): Segment => [line[index] ?? at, at])
  return [
    ...line.map((at): Grip => ({ kind: 'corner', at, joint: false })),
    ...stretches.flatMap((segment) => barOf(segment, board)),
  ]
}

function barOf(segment: Segment, { metresPerPx }: Board): Grip[] {
  const isLong = distance(segment[0], segment[1]) / metresPerPx >= barPx
  return isLong ? [{ kind: 'wall', at: midpoint(segment), segment }] : []
}

function openingGrips(opening: Opening): Grip[] {
  const { id, segment, door } = opening
  const grips: Grip[] = [
    { kind: 'jamb', at: segment[0], id, jamb: 'start' },
    { kind: 'jamb', at: segment[1], id, jamb: 'end' },
  ]
  if (opening.kind === 'door' && door?.operation !== 'sliding' && door?.operation !== 'revolving')
    grips.push({ kind: 'swing', at: swingTip(opening), id })
  return grips
}

/** Where the free edge of the open leaf stands: across the wall from its hinge. */
export function swingTip({ segment, door }: Opening): Point {
  const hinge = segment[door?.hinge === 'end' ? 1 : 0]
  const [nx, ny] = leftNormal(segment)
  const side = door?.opensTo === 'right' ? -1 : 1
  const width = distance(segment[0], segment[1]) / (door?.leaves === 2 ? 2 : 1)
  return [hinge[0] + nx * width * side, hinge[1] + ny * width * side]
}

function unique(grips: readonly Grip[]): readonly Grip[] {
  const seen = new Set<string>()
  return grips.filter(({ kind, at }) => {
    const key = `${kind} ${at[0].toFixed(4)} ${at[1].toFixed(4)}`
    return !seen.has(key) && seen.add(key)
  })
}

const order: Readonly<Record<Grip['kind'], number>> = { corner: 0, jamb: 0, swing: 1, wall: 2, move: 3 }

/** The handle under the pointer: the nearest, and of those that lie on each other the finer one. */
export function gripAt(grips: readonly Grip[], raw: Point, reachM: number): Grip | null {
  const near = grips
    .map((grip) => ({ grip, far: distance(grip.at, raw) }))
    .filter(({ far }) => far <= reachM)
    .toSorted((a, b) => order[a.grip.kind] - order[b.grip.kind] || a.far - b.far)
  return near[0]?.grip ?? null
}

/** The side of what is picked that the pointer is on, as a handle: a wall may be taken anywhere along it. */
export function sideAt(board: Board, raw: Point, reachM: number): Grip | null {
  const sides: Segment[] = pickedZones(board).flatMap((zone) =>
    [zone.polygon.outer, ...zone.polygon.holes].flatMap(straightRuns),
  )
  if (board.drawing.wall) sides.push(board.drawing.wall)
  let best: Grip | null = null
  let least = reachM
  for (const segment of sides) {
    const away = distanceToSegment(segment, raw)
    if (away <= least) [best, least] = [{ kind: 'wall', at: raw, segment }, away]
  }
  return best
}

export function knobOf(grip: Grip, lit: boolean): Knob {
  const base = { at: grip.at, ...(lit ? { lit } : {}) }
  switch (grip.kind) {
    case 'corner':
      return { ...base, kind: grip.joint ? 'joint' : 'corner' }
    case 'wall':
      return { ...base, kind: 'wall', along: direction(grip.segment) }
    case 'jamb':
    case 'swing':
    case 'move':
      return { ...base, kind: grip.kind }
  }
}
