import type { Evidence } from '../evidence.ts'
import { snapPoint } from '../geometry/plane.ts'
import { polygonEdges } from '../geometry/ring.ts'
import type { Point, Segment } from '../geometry/plane.ts'
import type { OpeningId, ZoneId } from '../ids.ts'
import type { DoorProperties, Level, Opening, Zone } from '../model.ts'
import { assumed, drawing, measured, sampleId } from './key.ts'
import type { AxisPoint, DoorLayout, LevelLayout, SurveyLayout, WindowRow } from './layout.ts'

/** Usual clear height of a door of the sample, metres. */
const doorHeightM = 2.1

/** How far the face of a wall may lie from its axis, metres. */
const faceReachM = 0.11

/** The doors, passages and windows of one level. */
export function levelOpenings(
  layout: LevelLayout,
  level: Level,
  zones: readonly Zone[],
  survey: SurveyLayout,
): readonly Opening[] {
  const byKey = new Map(layout.rooms.map((room, index) => [room.key, zones[index] as Zone]))
  const named = doorNames(layout)
  const doors = layout.doors.map((door, index) =>
    placedDoor(door, index, layout, level, byKey, named, survey),
  )
  const windows = layout.windows.flatMap((row) => rowOfWindows(row, level, zones, layout))
  return [...doors, ...numbered(windows)]
}

function placedDoor(
  door: DoorLayout,
  index: number,
  layout: LevelLayout,
  level: Level,
  byKey: ReadonlyMap<string, Zone>,
  names: readonly string[],
  survey: SurveyLayout,
): Opening {
  const own = byKey.get(door.of)
  const other = door.to === null ? null : byKey.get(door.to)
  if (!own || other === undefined) throw new Error(`level ${layout.level}: no room ${door.of} or ${door.to}`)
  const id = doorId(layout, index)
  const segment = segmentIn(own, door.at, door.width)
  const ownLeft = isLeft(own, segment)
  const intoOwn = (door.into ?? door.of) === door.of
  const width = survey.measured[id] ?? door.width
  const state = survey.states[id]
  const known = id in survey.measured ? measured : survey.assumed.includes(id) ? assumed : drawing
  return {
    id,
    levelId: level.id,
    name: names[index] ?? '',
    kind: door.operation === 'none' ? 'passage' : 'door',
    segment,
    sides: ownLeft ? [own.id, other?.id ?? null] : [other?.id ?? null, own.id],
    clearWidthM: width,
    clearHeightM: door.heightM ?? doorHeightM,
    ...(door.operation === 'none'
      ? {}
      : { door: doorProperties(door, intoOwn === ownLeft ? 'left' : 'right') }),
    ...(door.exit ? { exit: door.exit } : {}),
    ...(state ? { surveyedState: state } : {}),
    evidence: evidenceOf(known, state !== undefined),
  }
}

function evidenceOf(width: Evidence, surveyed: boolean): Opening['evidence'] {
  return { clearWidthM: width, clearHeightM: drawing, ...(surveyed ? { surveyedState: measured } : {}) }
}

function doorProperties(door: DoorLayout, opensTo: 'left' | 'right'): DoorProperties {
  const operation = door.operation === undefined || door.operation === 'none' ? 'swing' : door.operation
  const swings = operation === 'swing' || operation === 'doubleSwing'
  const rated = door.ratingMin !== undefined
  return {
    operation,
    leaves: door.leaves ?? 1,
    ...(swings
      ? { hinge: door.hinge === 'high' ? 'end' : 'start', opensTo: operation === 'swing' ? opensTo : 'both' }
      : {}),
    ...(door.lock ? { lock: door.lock } : {}),
    ...(door.lockReleasesOnAlarm === undefined ? {} : { lockReleasesOnAlarm: door.lockReleasesOnAlarm }),
    ...(rated ? { ratingMin: door.ratingMin as number, selfClosing: true, smokeTight: true } : {}),
  }
}

/** The n-th door of a room has the n-th letter: `o-3-07-a`. */
function doorId(layout: LevelLayout, index: number): OpeningId {
  const { of } = layout.doors[index] as DoorLayout
  const before = layout.doors.slice(0, index).filter((door) => door.of === of).length
  return sampleId('opening', layout.level, of, String.fromCharCode(97 + before))
}

/** "Cửa Phòng họp 301", with a number where a room has several doors without a name of their own. */
function doorNames(layout: LevelLayout): readonly string[] {
  const nameOf = new Map(layout.rooms.map((room) => [room.key, room.name]))
  return layout.doors.map((door, index) => {
    if (door.name) return door.name
    const same = layout.doors.filter((other) => other.of === door.of && !other.name)
    const place =
      layout.doors.slice(0, index).filter((other) => other.of === door.of && !other.name).length + 1
    const name = `Cửa ${nameOf.get(door.of) ?? door.of}`
    return same.length > 1 ? `${name} (${place})` : name
  })
}

function rowOfWindows(row: WindowRow, level: Level, zones: readonly Zone[], layout: LevelLayout): Opening[] {
  return Array.from({ length: row.count }, (_, index) => {
    const at: AxisPoint = [row.from[0] + index * row.step[0], row.from[1] + index * row.step[1]]
    const zone = zones.find((candidate) => wallAt(candidate, at, row.width) !== null)
    if (!zone) throw new Error(`level ${layout.level}: no room behind the window at ${at.join(', ')}`)
    const segment = segmentIn(zone, at, row.width)
    const key = (layout.rooms[zones.indexOf(zone)] as { key: string }).key
    return {
      id: sampleId('opening', layout.level, key, 'w'),
      levelId: level.id,
      name: `Cửa sổ ${zone.name}`,
      kind: 'window' as const,
      segment,
      sides: isLeft(zone, segment) ? ([zone.id, null] as const) : ([null, zone.id] as const),
      clearWidthM: row.width,
      sillM: row.sillM,
      headM: row.headM,
      evidence: { clearWidthM: drawing },
    }
  })
}

/** Windows of one room, numbered in the order in which they stand along the façade. */
function numbered(windows: readonly Opening[]): readonly Opening[] {
  const seen = new Map<ZoneId | null, number>()
  return windows.map((window) => {
    const zone = window.sides[0] ?? window.sides[1]
    const place = (seen.get(zone) ?? 0) + 1
    seen.set(zone, place)
    return { ...window, id: `${window.id}${place}` as OpeningId, name: `${window.name} (${place})` }
  })
}

/** The opening of this width in the wall of the zone whose axis passes `at`, from the lower to the higher coordinate. */
function segmentIn(zone: Zone, at: AxisPoint, width: number): Segment {
  const wall = wallAt(zone, at, width)
  if (!wall) throw new Error(`${zone.name}: no wall for an opening of ${width} m at ${at.join(', ')}`)
  const half = width / 2
  const alongX = wall[0][1] === wall[1][1]
  const jambs: Segment = alongX
    ? [
        [at[0] - half, at[1]],
        [at[0] + half, at[1]],
      ]
    : [
        [at[0], at[1] - half],
        [at[0], at[1] + half],
      ]
  return [snapPoint(jambs[0]), snapPoint(jambs[1])]
}

/** The edge of the zone that runs along this wall and is long enough for the opening. */
function wallAt(zone: Zone, [x, y]: AxisPoint, width: number): Segment | null {
  const half = width / 2 - 1e-6
  for (const edge of polygonEdges(zone.polygon)) {
    const [[x0, y0], [x1, y1]] = edge
    const beside = y0 === y1 ? Math.abs(y - y0) : Math.abs(x - x0)
    const [place, a, b] = y0 === y1 ? [x, x0, x1] : [y, y0, y1]
    if (beside <= faceReachM && Math.min(a, b) <= place - half && place + half <= Math.max(a, b)) return edge
  }
  return null
}

/** Whether the zone's wall face at the segment lies left of the segment's direction. */
function isLeft(zone: Zone, [a, b]: Segment): boolean {
  const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const wall = wallAt(zone, middle, Math.abs(b[0] - a[0]) + Math.abs(b[1] - a[1])) as Segment
  return a[1] === b[1] ? wall[0][1] > a[1] : wall[0][0] < a[0]
}
