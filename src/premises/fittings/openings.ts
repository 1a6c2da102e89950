import table from '../../../data/drawing.json'
import { type Point, type Segment, snapPoint } from '../geometry/plane.ts'
import type { LevelId, OpeningId } from '../ids.ts'
import { newId } from '../ids.ts'
import { PersonError } from '../message.ts'
import type { DoorProperties, Opening, Premises } from '../model.ts'
import { type FloorEdit, wallAt } from '../floor/index.ts'
import { chosenMark, drawnMark, usualMark } from './marks.ts'
import { leadsOutside, withOutdoors } from './outdoors.ts'
import { bareSpan, fit, type Fitted, freeIn, spanAt } from './room.ts'
import { metresAlong, metresLeft, pointOn, type Span, type WallLine, wallLine } from './wallLine.ts'

/** The kinds that are put into a wall by hand. */
export interface OpeningSpec {
  readonly kind: 'door' | 'passage' | 'window'
  readonly widthM: number
  readonly door?: DoorProperties
}

/** Where an opening would come to lie, for the picture under the pointer. */
export interface OpeningPlace {
  readonly segment: Segment
  readonly sides: Opening['sides']
  /** The wall has no room for this width; the segment is as wide as it can be. */
  readonly narrow: boolean
  readonly opensTo: 'left' | 'right'
  /** The jamb nearer to a corner: the leaf opens against the wall there. */
  readonly hinge: 'start' | 'end'
}

/**
 * The place on the nearest wall within reach; a door opens to the side that the point lies on. Null where no wall is near, or
 * where the wall is so full that nothing of 30 cm goes in.
 */
export function openingPlace(
  premises: Premises,
  levelId: LevelId,
  at: Point,
  spec: OpeningSpec,
  reachM: number,
): OpeningPlace | null {
  return soughtPlace(premises, levelId, at, spec.widthM, reachM, null)?.place ?? null
}

/**
 * Puts an opening there, its width marked as assumed if it is the usual one (`assumed`). A door or passage that leads outside
 * is a candidate for an exit (`undecided`). Throws `noWallHere`, `openingTooWide`, `openingsOverlap`.
 */
export function placeOpening(
  premises: Premises,
  levelId: LevelId,
  at: Point,
  spec: OpeningSpec,
  reachM: number,
  assumed: boolean,
): FloorEdit {
  const { place } = soundPlace(premises, levelId, at, spec.widthM, reachM, null)
  const { kind, widthM } = spec
  const usualHeight = usualMark('usualHeight')
  const isExit = kind !== 'window' && leadsOutside(premises, place.sides)
  const opening: Opening = {
    id: newId<'opening'>(),
    levelId,
    name: '',
    kind,
    segment: place.segment,
    sides: place.sides,
    ...(kind === 'window'
      ? { sillM: table.windowSill.value, headM: table.windowHead.value }
      : { clearHeightM: table.openingHeight.value }),
    clearWidthM: widthM,
    ...(kind === 'door' ? { door: doorOf(spec.door, place) } : {}),
    ...(isExit ? { exit: 'undecided' as const } : {}),
    evidence: {
      segment: drawnMark(premises, levelId),
      clearWidthM: assumed ? usualMark('usualWidth') : chosenMark(premises, levelId),
      ...(kind === 'window' ? { sillM: usualHeight, headM: usualHeight } : { clearHeightM: usualHeight }),
    },
  }
  const record = { table: 'openings', id: opening.id } as const
  return { changes: [{ record, field: null, after: opening }], made: [record] }
}

/** The door of a spec as it hangs in its place: what the spec says of its swing counts. */
function doorOf(
  door: DoorProperties = { operation: 'swing', leaves: 1 },
  place: OpeningPlace,
): DoorProperties {
  const swings = ['swing', 'folding', 'unknown', 'sliding'].includes(door.operation)
  if (door.operation === 'doubleSwing') return { ...door, opensTo: 'both', ...hingeOf(door, place) }
  return swings ? { opensTo: place.opensTo, ...hingeOf(door, place), ...door } : door
}

function hingeOf(door: DoorProperties, { hinge }: OpeningPlace): Pick<DoorProperties, 'hinge'> {
  return door.leaves === 1 ? { hinge: door.hinge ?? hinge } : {}
}

/** A place with what was found on the way to it. */
export interface Sought {
  readonly line: WallLine
  readonly span: Span
  readonly fitted: Fitted
  readonly place: OpeningPlace
}

/** Looks for the place of an opening; `but` is the opening itself where it is there already. */
export function soughtPlace(
  premises: Premises,
  levelId: LevelId,
  at: Point,
  widthM: number,
  reachM: number,
  but: OpeningId | null,
): Sought | null {
  const hit = wallAt(premises, levelId, at, reachM)
  if (hit === null) return null
  const line = wallLine(premises, levelId, hit)
  return soughtOn(premises, levelId, line, at, widthM, but)
}

/** The same on a line that is known. */
export function soughtOn(
  premises: Premises,
  levelId: LevelId,
  line: WallLine,
  at: Point,
  widthM: number,
  but: OpeningId | null,
): Sought | null {
  const atM = metresAlong(line, at)
  const span = spanAt(line.spans, atM)
  if (span === null) return null
  const fitted = fit(freeIn(premises, levelId, line, span, but), atM, widthM)
  if (fitted === null || fitted.toM - fitted.fromM < table.leastOpening.value) return null
  return { line, span, fitted, place: placeOf(premises, levelId, line, span, fitted, at) }
}

/** The same where it must be: throws what `placeOpening` throws. */
export function soundPlace(
  premises: Premises,
  levelId: LevelId,
  at: Point,
  widthM: number,
  reachM: number,
  but: OpeningId | null,
): Sought {
  const hit = wallAt(premises, levelId, at, reachM)
  const line = hit && wallLine(premises, levelId, hit)
  const span = line && spanAt(line.spans, metresAlong(line, at))
  if (!line || !span) throw new PersonError('noWallHere')
  const sought = soughtOn(premises, levelId, line, at, widthM, but)
  if (sought && !sought.fitted.narrow) return sought
  throw noRoom(span, widthM, sought ? sought.fitted.toM - sought.fitted.fromM : 0)
}

/** Why a span does not hold a width: other openings are in the way, or the wall is too short. */
export function noRoom(span: Span, widthM: number, freeM: number): PersonError {
  const bare = bareSpan(span)
  const mostM = Math.max(0, Math.floor((bare.toM - bare.fromM) * 100 + 1e-6) / 100)
  return mostM >= widthM
    ? new PersonError('openingsOverlap', { widthM, freeM: Math.floor(freeM * 100 + 1e-6) / 100 })
    : new PersonError('openingTooWide', { widthM, mostM })
}

export function placeOf(
  premises: Premises,
  levelId: LevelId,
  line: WallLine,
  span: Span,
  { fromM, toM, narrow }: Fitted,
  towards: Point,
): OpeningPlace {
  const segment: Segment = [snapPoint(pointOn(line, fromM)), snapPoint(pointOn(line, toM))]
  return {
    segment,
    sides: withOutdoors(premises, levelId, segment, span.sides),
    narrow,
    opensTo: metresLeft(line, towards) >= 0 ? 'left' : 'right',
    hinge: fromM - span.fromM <= span.toM - toM ? 'start' : 'end',
  }
}
