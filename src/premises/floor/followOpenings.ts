import type { Evidence } from '../evidence.ts'
import { boxesMeet } from '../geometry/measure.ts'
import type { Polygon, Segment } from '../geometry/plane.ts'
import { distance, segmentLength } from '../geometry/segment.ts'
import type { LevelId, OpeningId, ZoneId } from '../ids.ts'
import type { Opening, Premises } from '../model.ts'
import type { Change } from '../operation.ts'
import { isOutdoor } from '../places.ts'
import { evenSides, exactReachM, isSameSides, shapeOf, thickReachM, thinReachM } from './besides.ts'
import type { Shape, Sides } from './besides.ts'
import { isOn } from './cover.ts'
import { extent, type Found, joinsNothing, nearestPlace, seated, type Taken } from './seating.ts'

/** How a level changes: zones with their new polygons (null: gone), and openings whose place is known already. */
export interface Rearranged {
  readonly zones: ReadonlyMap<ZoneId, Polygon | null>
  readonly segments: ReadonlyMap<OpeningId, Segment>
  /** Openings that are to be made, where they are to be, on walls with zones no farther away than `reachM`. */
  readonly copies?: readonly { readonly opening: Opening; readonly reachM: number }[]
}

/**
 * What becomes of the openings of a level when its zones change. An opening stays where it is, or where `segments` puts it,
 * and joins the zones that lie left and right of it then. One that would lie in front of a corner between different zones is
 * moved along its wall, and made narrower (its width then only assumed) if the wall has no room for it. One whose wall has
 * gone goes. Openings near nothing that changes stay untouched.
 */
export function openingChanges(
  premises: Premises,
  levelId: LevelId,
  { zones, segments, copies = [] }: Rearranged,
): readonly Change[] {
  const before: Shape[] = []
  const after: Shape[] = []
  const touched: Shape[] = []
  for (const zone of Object.values(premises.zones)) {
    if (!isOn(zone, levelId)) continue
    const shape = shapeOf(zone.id, zone.polygon)
    before.push(shape)
    const next = zones.get(zone.id)
    if (next === undefined) after.push(shape)
    else {
      touched.push(shape)
      if (next !== null) after.push(shapeOf(zone.id, next))
    }
  }
  for (const [id, polygon] of zones)
    if (polygon !== null && !(id in premises.zones)) after.push(shapeOf(id, polygon))
  for (const shape of after) if (zones.has(shape.id)) touched.push(shape)

  const changes: Change[] = []
  const taken: Taken = new Map()
  const onLevel = Object.values(premises.openings).filter(
    (opening) => opening.levelId === levelId && opening.kind !== 'floorOpening',
  )
  for (const opening of onLevel) taken.set(opening.id, segments.get(opening.id) ?? opening.segment)
  for (const opening of onLevel) {
    const place = segments.get(opening.id)
    if (place === undefined && !isNear(opening, touched)) continue
    changes.push(...settled(premises, opening, place, before, after, taken))
  }
  for (const { opening, reachM } of copies) changes.push(...copied(premises, opening, reachM, after, taken))
  return changes
}

/** The opening made where it lies in a wall, if there is one. */
function copied(
  premises: Premises,
  opening: Opening,
  reachM: number,
  after: readonly Shape[],
  taken: Taken,
): readonly Change[] {
  const found =
    seated(after, opening.segment, reachM) ?? nearestPlace(after, opening, opening.segment, reachM, taken)
  if (found === null) return []
  const others = [...taken.values()].flatMap((place) => extent(found.segment, place) ?? [])
  const lengthM = segmentLength(found.segment)
  for (let at = 0; at < others.length; at += 2)
    if ((others[at] as number) < lengthM - 0.001 && (others[at + 1] as number) > 0.001) return []
  taken.set(opening.id, found.segment)
  const { exit: _exit, ...rest } = opening
  const isDoor = opening.kind === 'door' || opening.kind === 'passage'
  const leads = leadsOut(premises, found.sides) && isDoor
  const widthM = Math.floor(lengthM * 1000) / 1000
  const narrowed =
    found.isNarrower && (opening.clearWidthM ?? 0) > widthM
      ? { clearWidthM: widthM, evidence: { ...opening.evidence, clearWidthM: squeezed } }
      : {}
  const made: Opening = {
    ...rest,
    ...narrowed,
    segment: found.segment,
    sides: found.sides,
    ...(leads ? { exit: 'undecided' as const } : {}),
  }
  return [{ record: { table: 'openings', id: opening.id }, field: null, after: made }]
}

/** How far the zones of an opening lie from it; null where it does not join what lies beside it. */
export function reachOf(premises: Premises, opening: Opening): number | null {
  const shapes = Object.values(premises.zones)
    .filter((zone) => isOn(zone, opening.levelId))
    .map(({ id, polygon }) => shapeOf(id, polygon))
  return seenAs(premises, opening, shapes)?.reachM ?? null
}

function isNear({ segment: [a, b], sides }: Opening, touched: readonly Shape[]): boolean {
  const box = [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
  ] as const
  return touched.some((shape) => sides.includes(shape.id) || boxesMeet(box, shape.box, thickReachM + 0.1))
}

function settled(
  premises: Premises,
  opening: Opening,
  place: Segment | undefined,
  before: readonly Shape[],
  after: readonly Shape[],
  taken: Taken,
): readonly Change[] {
  const record = { table: 'openings', id: opening.id } as const
  const gone: readonly Change[] = [{ record, field: null, after: null }]
  const indoor = indoorSides(premises, opening)
  const seen = seenAs(premises, opening, before)
  const alive = new Set(after.map(({ id }) => id))
  if (seen === undefined) {
    // It did not lie in a wall before: it moves along, and is let go only by zones that are no more.
    if (indoor.some((id) => id !== null) && indoor.every((id) => id === null || !alive.has(id))) return gone
    return place === undefined ? [] : [{ record, field: 'segment', after: place }]
  }
  const { reachM, isTurned } = seen
  const at = (found: Found): readonly Change[] => {
    taken.set(opening.id, found.segment)
    const turned: Sides = isTurned ? [found.sides[1], found.sides[0]] : found.sides
    return settledAt(premises, opening, found.segment, turned, found.isNarrower)
  }
  const segment = place ?? opening.segment
  const sides = evenSides(after, segment, reachM)
  const put = place === undefined ? null : seated(after, place, reachM)
  if (put !== null) return at(put)
  if (sides !== null && joinsNothing(sides)) return gone
  if (sides !== null && place === undefined) return at({ segment, sides, isNarrower: false })
  const found = nearestPlace(after, opening, segment, reachM, taken)
  return found === null ? gone : at(found)
}

/** How an opening lies between its zones: the reach within which they are, and whether its sides were given the other way round. */
function seenAs(
  premises: Premises,
  opening: Opening,
  before: readonly Shape[],
): { readonly reachM: number; readonly isTurned: boolean } | undefined {
  const indoor = indoorSides(premises, opening)
  return [exactReachM, thinReachM, thickReachM].flatMap((reachM) => {
    const sides = evenSides(before, opening.segment, reachM)
    if (sides === null) return []
    if (isSameSides(sides, indoor)) return [{ reachM, isTurned: false }]
    return isSameSides([sides[1], sides[0]], indoor) ? [{ reachM, isTurned: true }] : []
  })[0]
}

/** The zones of levels among the sides. */
function indoorSides(premises: Premises, { sides: [left, right] }: Opening): Sides {
  const indoor = (id: ZoneId | null) => (id !== null && isOnNoLevel(premises, id) ? null : id)
  return [indoor(left), indoor(right)]
}

function isOnNoLevel(premises: Premises, id: ZoneId): boolean {
  return premises.zones[id]?.levelId === null
}

const squeezed: Evidence = { mark: 'assumed', note: 'squeezedIn' }

function settledAt(
  premises: Premises,
  opening: Opening,
  segment: Segment,
  found: Sides,
  isNarrower: boolean,
): readonly Change[] {
  const record = { table: 'openings', id: opening.id } as const
  const changes: Change[] = []
  const set = (field: string, after: unknown) => changes.push({ record, field, after })
  // What lies outside all levels stays beside it as long as no zone of the level takes its place.
  const sides = found.map((id, side) => {
    const was = opening.sides[side] ?? null
    return id === null && was !== null && isOnNoLevel(premises, was) ? was : id
  }) as unknown as Sides
  if (!isSameSegment(segment, opening.segment)) set('segment', segment)
  if (!isSameSides(sides, opening.sides)) {
    set('sides', sides)
    const led = leadsOut(premises, opening.sides)
    const leads = leadsOut(premises, sides)
    if (led && !leads && opening.exit !== undefined) set('exit', null)
    if (!led && leads && (opening.kind === 'door' || opening.kind === 'passage') && opening.exit !== 'final')
      set('exit', 'undecided')
  }
  const widthM = distance(segment[0], segment[1])
  if (isNarrower && (opening.clearWidthM ?? Infinity) > widthM) {
    set('clearWidthM', Math.floor(widthM * 1000) / 1000)
    set('evidence.clearWidthM', squeezed)
  }
  return changes
}

function isSameSegment(p: Segment, q: Segment): boolean {
  return p[0][0] === q[0][0] && p[0][1] === q[0][1] && p[1][0] === q[1][0] && p[1][1] === q[1][1]
}

/** Whether it leads from a room to the open: to an outdoor zone, or to where nothing is drawn. */
function leadsOut(premises: Premises, sides: Sides): boolean {
  const isOut = (id: ZoneId | null) => {
    const zone = id === null ? undefined : premises.zones[id]
    return id === null || (zone !== undefined && isOutdoor(zone))
  }
  return isOut(sides[0]) !== isOut(sides[1])
}
