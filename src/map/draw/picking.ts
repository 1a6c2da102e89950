import { wallAt } from '../../premises/floor/index.ts'
import { insideEvenOdd } from '../../premises/geometry/inside.ts'
import type { Point } from '../../premises/geometry/plane.ts'
import { distance, distanceToSegment } from '../../premises/geometry/segment.ts'
import type { RecordRef } from '../../premises/operation.ts'
import { sameRecord } from '../pick.ts'
import { framesOf, openingsShown, zonesShown } from '../place.ts'
import type { SelectSketch } from './selectSketch.ts'
import type { Aim, Board, Effect, Step } from './sketch.ts'

/** A wall counts as tapped no farther than this from its middle, metres, so that small rooms can be picked. */
export const widestWallReachM = 0.4
/** The shortest stretch between two corners that a new one may make. */
const shortestM = 0.05

/** Rooms, openings and loose walls that lie in the band with their whole outline. */
export function banded(a: Point, b: Point, board: Board): readonly Effect[] {
  const { premises, levelId } = board
  const [x0, x1, y0, y1] = [
    Math.min(a[0], b[0]),
    Math.max(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[1], b[1]),
  ]
  const isIn = (points: readonly Point[]) =>
    points.every(([x, y]) => x >= x0 && x <= x1 && y >= y0 && y <= y1)
  const zones = zonesShown(premises, levelId)
    .filter((zone) => zone.levelId === levelId && isIn(zone.polygon.outer))
    .map((zone): RecordRef => ({ table: 'zones', id: zone.id }))
  // Rooms first: whoever draws a band over a wing wants its rooms, and its doors come with them.
  const found =
    zones.length > 0
      ? zones
      : openingsShown(premises, levelId)
          .filter((opening) => isIn(opening.segment))
          .map((opening): RecordRef => ({ table: 'openings', id: opening.id }))
  return found
    .filter((record) => !board.drawing.picked.some((each) => sameRecord(each, record)))
    .map((record): Effect => ({ do: 'pick', record, add: true }))
}

const twiceMs = 400
const samePlacePx = 8

/** A tap: openings first, then walls, then what lies beneath; a double tap on a wall makes a corner there. */
export function tapped(sketch: SelectSketch, aim: Aim, board: Board): Step<SelectSketch> {
  const { premises, levelId, drawing } = board
  const now = aim.time
  const again =
    sketch.lastTap !== null && distance(sketch.lastTap.px, aim.px) <= (aim.touch ? 24 : samePlacePx)
  const hit = wallAt(premises, levelId, aim.raw, Math.min(aim.reachM, widestWallReachM))
  const things = thingsAt(aim, board)
  const tap = (record: RecordRef | null) => ({ px: aim.px, at: now, record })
  const opening = things.find((record) => record.table === 'openings')
  if (again && hit && !opening && now - (sketch.lastTap?.at ?? 0) <= twiceMs) {
    const isEnd = hit.wall.segment.some((end) => distance(end, hit.at) < shortestM)
    if (!isEnd)
      return [
        { ...sketch, lastTap: null, corner: hit.at },
        [{ do: 'command', command: { kind: 'addCorner', at: hit.at, picked: drawing.picked } }],
      ]
  }
  if (opening)
    return [
      { ...sketch, lastTap: tap(opening), corner: null },
      [{ do: 'pick', record: opening, add: aim.add }],
    ]
  const isPickedWall = hit && drawing.wall && distanceToSegment(drawing.wall, hit.at) < 0.01
  if (hit?.wall.wallId && !isPickedWall) {
    const record: RecordRef = { table: 'walls', id: hit.wall.wallId }
    return [{ ...sketch, lastTap: tap(record), corner: null }, [{ do: 'pick', record, add: aim.add }]]
  }
  // A wall between or round rooms is picked by itself; tapped again, the room beneath.
  if (hit && !aim.add && !(again && isPickedWall)) {
    const effects: Effect[] = [
      { do: 'pick', record: null, add: false },
      { do: 'drawing', change: { wall: hit.straight } },
    ]
    return [{ ...sketch, lastTap: tap(null), corner: null }, effects]
  }
  // A second tap on the same spot takes what lies beneath.
  const before = again ? things.findIndex((record) => sameRecord(record, sketch.lastTap?.record ?? null)) : -1
  const record = things[(before + 1) % Math.max(1, things.length)] ?? null
  if (!record && aim.add) return [sketch, []]
  return [{ ...sketch, lastTap: tap(record), corner: null }, [{ do: 'pick', record, add: aim.add }]]
}

/** What can be picked here, the smallest first: openings, stairs and lifts, rooms. */
export function thingsAt(aim: Aim, { premises, levelId }: Board): readonly RecordRef[] {
  const reach = Math.min(aim.reachM, 1.2)
  const found: RecordRef[] = openingsShown(premises, levelId)
    .map((opening) => ({ opening, far: distanceToSegment(opening.segment, aim.raw) }))
    .filter(({ far }) => far <= reach)
    .toSorted((a, b) => a.far - b.far)
    .map(({ opening }) => ({ table: 'openings', id: opening.id }))
  const frames = framesOf(premises)
  for (const zone of zonesShown(premises, levelId).toReversed()) {
    const at =
      zone.levelId === null ? frames.ofZone(zone).toLocal(frames.ofLevel(levelId).toLonLat(aim.raw)) : aim.raw
    if (!insideEvenOdd(zone.polygon, at)) continue
    for (const table of ['stairs', 'lifts'] as const) {
      const record = Object.values(premises[table]).find((each) => each.zoneIds.includes(zone.id))
      if (record) found.push({ table, id: record.id })
    }
    found.push({ table: 'zones', id: zone.id })
  }
  return found
}
