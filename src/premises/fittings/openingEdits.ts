import table from '../../../data/drawing.json'
import { type Point, type Segment, snap } from '../geometry/plane.ts'
import { direction, distance, midpoint, segmentLength } from '../geometry/segment.ts'
import type { OpeningId } from '../ids.ts'
import { PersonError } from '../message.ts'
import type { DoorProperties, Opening, Premises } from '../model.ts'
import type { Change } from '../operation.ts'
import { type FloorEdit, wallAt, type WallHit } from '../floor/index.ts'
import { chosenMark, drawnMark } from './marks.ts'
import { noRoom, type OpeningPlace, placeOf, soughtOn, soughtPlace } from './openings.ts'
import { leadsOutside } from './outdoors.ts'
import { fit, freeIn, spanAt, type Stretch } from './room.ts'
import { metresAlong, metresLeft, pointOn, type WallLine, wallLine } from './wallLine.ts'

/** An opening is pulled into another wall that is no farther from the pointer than this. */
const pullM = 0.4
/** The wall of an opening is no farther from it than this: half of the thickest. */
const ownWallM = 0.3

/** The opening slid along its wall to the place nearest to the point, or into the wall there. Throws `noWallHere`, `openingTooWide`. */
export function slideOpening(premises: Premises, id: OpeningId, to: Point): FloorEdit {
  const opening = openingOf(premises, id)
  const { levelId } = opening
  const widthM = segmentLength(opening.segment)
  const own = ownLine(premises, opening)
  const near = wallAt(premises, levelId, to, pullM)
  const isOwn = own !== null && (near === null || isOn(own, near))
  const found =
    isOwn && own
      ? soughtOn(premises, levelId, own, to, widthM, id)
      : soughtPlace(premises, levelId, to, widthM, pullM, id)
  if (!found) throw new PersonError('noWallHere')
  const free = found.fitted.toM - found.fitted.fromM
  if (found.fitted.narrow) throw noRoom(found.span, widthM, free)
  return moved(premises, opening, found.place, {})
}

/** One jamb moved to the place on the wall nearest to the point; the other stays. Throws `noWallHere`. */
export function moveJamb(premises: Premises, id: OpeningId, jamb: 'start' | 'end', to: Point): FloorEdit {
  const opening = openingOf(premises, id)
  const { line, span, free } = ownRoom(premises, opening)
  const ends = opening.segment.map((point) => metresAlong(line, point)) as [number, number]
  const [stays, moves] = jamb === 'start' ? [ends[1], ends[0]] : [ends[0], ends[1]]
  const leastM = table.leastOpening.value
  const isAhead = moves > stays
  const wished = metresAlong(line, to)
  const atM = isAhead
    ? Math.min(Math.max(wished, stays + leastM), Math.max(free.toM, stays + leastM))
    : Math.max(Math.min(wished, stays - leastM), Math.min(free.fromM, stays - leastM))
  const fitted = { fromM: Math.min(stays, atM), toM: Math.max(stays, atM), narrow: false }
  const place = placeOf(premises, opening.levelId, line, span, fitted, to)
  return moved(premises, opening, place, { widthM: snap(Math.abs(atM - stays)) })
}

/** The opening made so wide about its middle, moved along the wall where a corner is in the way. Throws `openingTooWide`. */
export function setOpeningWidth(premises: Premises, id: OpeningId, widthM: number): FloorEdit {
  const opening = openingOf(premises, id)
  const line = ownLine(premises, opening)
  const middle = midpoint(opening.segment)
  const span = line && spanAt(line.spans, metresAlong(line, middle))
  if (!line || !span) throw new PersonError('noWallHere')
  const fitted = fit(freeIn(premises, opening.levelId, line, span, id), metresAlong(line, middle), widthM)
  if (widthM < table.leastOpening.value || !fitted || fitted.narrow)
    throw noRoom(span, widthM, fitted ? fitted.toM - fitted.fromM : 0)
  const place = placeOf(premises, opening.levelId, line, span, fitted, middle)
  return moved(premises, opening, place, { widthM: snap(widthM) })
}

/** The door opened towards a point: the side it opens to, and the jamb that carries its hinge (the farther one). */
export function swingTowards(premises: Premises, id: OpeningId, point: Point): FloorEdit {
  const { door, segment } = openingOf(premises, id)
  const record = { table: 'openings', id } as const
  if (!door) return { changes: [], made: [record] }
  const [dx, dy] = direction(segment)
  const left = (point[1] - segment[0][1]) * dx - (point[0] - segment[0][0]) * dy
  const hinge = distance(point, segment[0]) >= distance(point, segment[1]) ? 'start' : 'end'
  const change = (field: string, after: unknown): Change => ({ record, field: `door.${field}`, after })
  return {
    changes: [
      ...(door.operation === 'doubleSwing' ? [] : [change('opensTo', left >= 0 ? 'left' : 'right')]),
      ...(door.leaves === 1 ? [change('hinge', hinge)] : []),
    ],
    made: [record],
  }
}

function openingOf(premises: Premises, id: OpeningId): Opening {
  const opening = premises.openings[id]
  if (!opening) throw new PersonError('openingGone')
  return opening
}

/** The line that an opening lies on: its wall's, moved to where the opening was drawn in the thickness of it. */
function ownLine(premises: Premises, { levelId, segment }: Opening): WallLine | null {
  const middle = midpoint(segment)
  const hit = wallAt(premises, levelId, middle, ownWallM)
  if (hit === null) return null
  const line = wallLine(premises, levelId, hit)
  const [dx, dy] = direction(segment)
  if (Math.abs(dx * line.d[1] - dy * line.d[0]) > 0.035) return null
  return { ...line, origin: pointOn(line, 0, metresLeft(line, middle)) }
}

function isOn(line: WallLine, { at, straight: [a, b] }: WallHit): boolean {
  const reachM = line.halfM + 0.05
  const [p, q] = [metresAlong(line, a), metresAlong(line, b)]
  const last = line.spans.at(-1)?.toM ?? 0
  const meets = Math.min(p, q) < last && Math.max(p, q) > (line.spans[0]?.fromM ?? 0)
  return meets && [a, b, at].every((point) => Math.abs(metresLeft(line, point)) <= 2 * reachM)
}

/** The stretch in which the jambs of an opening may move. */
function ownRoom(
  premises: Premises,
  opening: Opening,
): { readonly line: WallLine; readonly span: WallLine['spans'][number]; readonly free: Stretch } {
  const line = ownLine(premises, opening)
  const atM = line ? metresAlong(line, midpoint(opening.segment)) : 0
  const span = line && spanAt(line.spans, atM)
  if (!line || !span) throw new PersonError('noWallHere')
  const stretches = freeIn(premises, opening.levelId, line, span, opening.id)
  const free = stretches.find(({ fromM, toM }) => fromM <= atM && atM <= toM)
  if (!free) throw new PersonError('openingsOverlap', { widthM: segmentLength(opening.segment), freeM: 0 })
  return { line, span, free }
}

/** The changes that bring an opening to a place: its direction is kept, and what it opens to where that is still beside it. */
function moved(
  premises: Premises,
  opening: Opening,
  place: OpeningPlace,
  { widthM }: { readonly widthM?: number },
): FloorEdit {
  const record = { table: 'openings', id: opening.id } as const
  const set = (field: string, after: unknown): Change => ({ record, field, after })
  const { segment, sides } = alongside(opening.segment, place)
  const changes = [set('segment', segment), set('evidence.segment', drawnMark(premises, opening.levelId))]
  const isSame = sides[0] === opening.sides[0] && sides[1] === opening.sides[1]
  if (!isSame) changes.push(set('sides', sides), ...exitOf(premises, opening, sides, set))
  const opensTo = isSame || !opening.door ? null : swung(opening, opening.door, sides)
  if (opensTo !== null) changes.push(set('door.opensTo', opensTo))
  if (widthM !== undefined)
    changes.push(
      set('clearWidthM', widthM),
      set('evidence.clearWidthM', chosenMark(premises, opening.levelId)),
    )
  return { changes, made: [record] }
}

/** The place as seen in the direction that the opening had. */
function alongside(was: Segment, { segment, sides }: OpeningPlace): Pick<Opening, 'segment' | 'sides'> {
  const [a, b] = [direction(was), direction(segment)]
  if (a[0] * b[0] + a[1] * b[1] >= 0) return { segment, sides }
  return { segment: [segment[1], segment[0]], sides: [sides[1], sides[0]] }
}

/** Where a door opens to the other side of its segment, because the zone that it opened into lies there now. */
function swung(
  { sides: was }: Opening,
  { opensTo }: DoorProperties,
  sides: Opening['sides'],
): 'left' | 'right' | null {
  if (opensTo !== 'left' && opensTo !== 'right') return null
  const into = was[opensTo === 'left' ? 0 : 1]
  const other = opensTo === 'left' ? 'right' : 'left'
  return into !== null &&
    sides[opensTo === 'left' ? 0 : 1] !== into &&
    sides[other === 'left' ? 0 : 1] === into
    ? other
    : null
}

/** An opening that leads outside now is a candidate; one that does no longer is none. */
function exitOf(
  premises: Premises,
  { kind, exit, sides: was }: Opening,
  sides: Opening['sides'],
  set: (field: string, after: unknown) => Change,
): Change[] {
  if (kind !== 'door' && kind !== 'passage') return []
  const [before, now] = [leadsOutside(premises, was), leadsOutside(premises, sides)]
  if (now && !before) return [set('exit', 'undecided'), set('evidence.exit', null)]
  return before && !now && exit !== undefined ? [set('exit', null), set('evidence.exit', null)] : []
}
