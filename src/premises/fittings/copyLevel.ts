import type { Evidence, EvidenceMap } from '../evidence.ts'
import { type LevelId, newId, type OpeningId, type WallId, type ZoneId } from '../ids.ts'
import { PersonError } from '../message.ts'
import type { Level, Opening, Premises, Wall, Zone } from '../model.ts'
import type { Change, RecordRef } from '../operation.ts'
import type { FloorEdit } from '../floor/index.ts'
import { zoneUse } from '../uses.ts'
import { joinColumns } from './columns.ts'
import { usualMark } from './marks.ts'
import { leadsOutside } from './outdoors.ts'
import { type Renumber, renumbering } from './renumber.ts'

/**
 * The drawing of a level copied to others of its building, which must be bare (`levelNotBare`): zones, openings, walls, and not the
 * assembly points. A level that holds only the upper ends of stairs (and lifts) that stand on the copied one is bare: those zones
 * stay, with the outline of the copy. Stairs and lifts are joined from storey to storey with runs of the neighbouring run's
 * shape at the storey's own height. Room numbers that begin with the storey's number are renumbered (101 → 201). Exits of the
 * ground floor are not copied as exits, nor its yards. Persons are copied; what was measured is assumed of the copy.
 */
export function copyLevel(premises: Premises, from: LevelId, to: readonly LevelId[]): FloorEdit {
  const source = premises.levels[from]
  if (!source) throw new PersonError('levelGone')
  const drawn = drawnOn(premises, source)
  if (drawn.zones.length + drawn.walls.length === 0)
    throw new PersonError('levelEmpty', { level: source.name })
  const texts = drawn.zones.flatMap(({ name, number }) => [name, number ?? ''])
  const changes: Change[] = []
  const made: RecordRef[] = []
  const copies = new Map<LevelId, ReadonlyMap<ZoneId, ZoneId>>()
  for (const id of new Set(to)) {
    const target = premises.levels[id]
    if (!target || id === from || target.buildingId !== source.buildingId)
      throw new PersonError('levelElsewhere', { level: target?.name ?? '' })
    const kept = keptZones(premises, source, target)
    const ground = premises.facility.groundFloorName ?? 'tang1'
    const copied = copyOnto(premises, drawn, source, target, kept, {
      renumber: renumbering(source.ordinal, target.ordinal, ground, texts),
      isOutdoorsLeft: source.ordinal === 0,
    })
    changes.push(...copied.changes)
    made.push({ table: 'levels', id })
    copies.set(id, copied.zoneIds)
  }
  return { changes: [...changes, ...joinColumns(premises, source, copies)], made }
}

interface Drawn {
  readonly zones: readonly Zone[]
  readonly openings: readonly Opening[]
  readonly walls: readonly Wall[]
}

function drawnOn(premises: Premises, { id, ordinal }: Level): Drawn {
  const on = ({ levelId }: { readonly levelId: LevelId | null }) => levelId === id
  // The ground outside stays on the ground; balconies and roofs are part of the storey.
  const isGround = ({ use }: Zone) =>
    ordinal === 0 && zoneUse(use).kind === 'outdoor' && !['balcony', 'roof'].includes(use)
  return {
    zones: Object.values(premises.zones).filter((zone) => on(zone) && !isGround(zone)),
    openings: Object.values(premises.openings).filter(on),
    walls: Object.values(premises.walls).filter(on),
  }
}

/** The zones of the source whose stair or lift has a zone on the target already, with that zone. Throws `levelNotBare` for any other thing there. */
function keptZones(premises: Premises, source: Level, target: Level): ReadonlyMap<ZoneId, Zone> {
  const on = ({ levelId, spansLevelIds }: Zone) =>
    levelId === target.id || spansLevelIds?.includes(target.id) === true
  const there = Object.values(premises.zones).filter(on)
  const columns = [...Object.values(premises.stairs), ...Object.values(premises.lifts)]
  const kept = new Map<ZoneId, Zone>()
  const isFree = there.every((zone) => {
    const below = columns
      .filter(({ zoneIds }) => zoneIds.includes(zone.id))
      .flatMap(({ zoneIds }) => zoneIds.filter((id) => premises.zones[id]?.levelId === source.id))
    const [first] = below
    if (first === undefined || zone.levelId !== target.id || kept.has(first)) return false
    kept.set(first, zone)
    return true
  })
  const isOn = ({ levelId }: { readonly levelId: LevelId }) => levelId === target.id
  const other = Object.values(premises.openings).some(isOn) || Object.values(premises.walls).some(isOn)
  if (!isFree || other) throw new PersonError('levelNotBare', { level: target.name })
  return kept
}

interface Copying {
  readonly renumber: Renumber
  /** The source is the ground floor: its doors outside lead into the air above. */
  readonly isOutdoorsLeft: boolean
}

function copyOnto(
  premises: Premises,
  drawn: Drawn,
  source: Level,
  target: Level,
  kept: ReadonlyMap<ZoneId, Zone>,
  copying: Copying,
): { readonly changes: readonly Change[]; readonly zoneIds: ReadonlyMap<ZoneId, ZoneId> } {
  const zoneIds = new Map(drawn.zones.map(({ id }) => [id, kept.get(id)?.id ?? newId<'zone'>()]))
  const changes: Change[] = []
  const put = (table: 'zones' | 'openings' | 'walls', record: Zone | Opening | Wall) =>
    changes.push({ record: { table, id: record.id }, field: null, after: record })
  for (const zone of drawn.zones) {
    const there = kept.get(zone.id)
    if (there)
      changes.push({ record: { table: 'zones', id: there.id }, field: 'polygon', after: zone.polygon })
    else put('zones', zoneCopy(zone, zoneIds.get(zone.id) as ZoneId, target.id, copying))
  }
  for (const opening of drawn.openings)
    put('openings', openingCopy(premises, opening, zoneIds, target, copying))
  for (const wall of drawn.walls) {
    const { sourceId: _, ...rest } = wall
    put('walls', {
      ...rest,
      id: newId<'wall'>() satisfies WallId,
      levelId: target.id,
      evidence: copied(wall.evidence),
    })
  }
  if (source.outline && !target.outline)
    changes.push({ record: { table: 'levels', id: target.id }, field: 'outline', after: source.outline })
  return { changes, zoneIds }
}

function zoneCopy(zone: Zone, id: ZoneId, levelId: LevelId, { renumber }: Copying): Zone {
  // A compartment and the levels that a zone runs through are of its own storey.
  const { sourceId: _, spansLevelIds: __, compartmentId: ___, ...rest } = zone
  return {
    ...rest,
    id,
    levelId,
    name: renumber(zone.name),
    ...(zone.number === undefined ? {} : { number: renumber(zone.number) }),
    evidence: copied(zone.evidence),
  }
}

function openingCopy(
  premises: Premises,
  opening: Opening,
  zoneIds: ReadonlyMap<ZoneId, ZoneId>,
  target: Level,
  { renumber, isOutdoorsLeft }: Copying,
): Opening {
  // The survey found the state of this door, not of its copy.
  const { sourceId: _, surveyedState: __, exit, ...rest } = opening
  const side = (id: ZoneId | null) => (id === null ? null : (zoneIds.get(id) ?? null))
  const { exit: ___, surveyedState: ____, ...evidence } = copied(opening.evidence)
  const exitThere = exitOf(premises, opening, target, isOutdoorsLeft)
  return {
    ...rest,
    id: newId<'opening'>() satisfies OpeningId,
    levelId: target.id,
    name: renumber(opening.name),
    sides: [side(opening.sides[0]), side(opening.sides[1])],
    ...(exitThere === undefined ? {} : { exit: exitThere }),
    evidence:
      exitThere === undefined || exitThere === exit
        ? evidence
        : { ...evidence, exit: usualMark('copiedLevel') },
  }
}

/** Whether the copy of an opening is an exit: the ground floor's are none further up; others are to be looked at again. */
function exitOf(
  premises: Premises,
  { exit, sides, kind }: Opening,
  target: Level,
  isOutdoorsLeft: boolean,
): Opening['exit'] {
  const leadsOut = leadsOutside(premises, sides)
  if (exit === undefined && !(leadsOut && isOutdoorsLeft)) return undefined
  if (kind !== 'door' && kind !== 'passage') return exit
  if (exit === 'storey') return exit
  if (isOutdoorsLeft) return 'none'
  return exit === 'final' || (target.ordinal === 0 && leadsOut) ? 'undecided' : exit
}

/** What was measured on one storey is assumed of another; what stands in a drawing is taken to stand there for both. */
function copied(evidence: EvidenceMap): EvidenceMap {
  return Object.fromEntries(Object.entries(evidence).map(([field, each]) => [field, copiedMark(each)]))
}

function copiedMark(evidence: Evidence): Evidence {
  if (evidence.mark === 'measured') return usualMark('copiedLevel')
  return evidence
}
