import { fold } from '../src/i18n/format.ts'
import { emptyPremises } from '../src/premises/empty.ts'
import type { Id } from '../src/premises/ids.ts'
import type {
  AssemblyPointId,
  BuildingId,
  CompartmentId,
  LevelId,
  LiftId,
  OpeningId,
  RampId,
  StairId,
  StudyId,
  WallId,
  ZoneId,
} from '../src/premises/ids.ts'
import type {
  AssemblyPoint,
  Building,
  DoorProperties,
  Facility,
  Level,
  Lift,
  Opening,
  OpeningKind,
  Placement,
  Premises,
  Ramp,
  Stair,
  Study,
  Wall,
  Zone,
} from '../src/premises/model.ts'
import type { Point } from '../src/premises/geometry/plane.ts'
import { distance } from '../src/premises/geometry/segment.ts'
import { evenRun } from '../src/premises/stairs.ts'
import type { RunShape } from '../src/premises/stairs.ts'
import { polygonOf, wallSegment } from './builderShapes.ts'
import type { Shape } from './builderShapes.ts'

export type { Shape } from './builderShapes.ts'

/**
 * Premises for tests, in words of the domain. Ids follow from names, so a test names what it means:
 *
 *   const premises = buildPremises((b) => {
 *     b.building('A')                                   // placed at the neutral anchor; optional
 *     b.level('T1')                                     // ordinal 0, elevation 0; what follows stands on it
 *     b.zone('Office', [0, 0, 5, 4], { occupants: 4 })  // rectangle x0 y0 x1 y1, use office
 *     b.zone('Corridor', [0, 4, 20, 6], { use: 'corridor' })
 *     b.door('Office', 'Corridor', { at: [2, 4] })      // 0.9 m, in the shared wall nearest to the point
 *     b.exit('Corridor', { at: [20, 5], name: 'E1', width: 1.2 })
 *     b.level('T2')                                     // ordinal 1, 3.6 m up
 *     b.stair('S', [20, 0, 23, 6], ['T1', 'T2'])        // zones 'S T1' and 'S T2', one run between them
 *     b.door('Corridor', 'S T1')
 *   })
 *   premises.zones[zoneId('Office')], premises.openings[openingId('Office|Corridor')], openingId('E1')
 *
 * Names are unique per kind over the whole premises; the builder throws where a name repeats or is not known.
 */
export function buildPremises(draw: (b: PremisesBuilder) => void): Premises {
  const builder = premisesBuilder()
  draw(builder)
  return builder.premises()
}

export interface OpeningPlace {
  /** Nearest point of the wall; the middle of the longest shared wall if absent. */
  readonly at?: Point
  /** Clear width, metres: the length of the segment, and `clearWidthM`. */
  readonly width?: number
  /** Default: 'A|B', or 'A|outside'. */
  readonly name?: string
  /** Further fields of the record, or others than the builder's. */
  readonly fields?: Partial<Opening>
  /** Parts of the door other than a one-leaf swing door. */
  readonly door?: Partial<DoorProperties>
}

export interface StairOptions extends Partial<RunShape> {
  readonly fields?: Partial<Stair>
  /** Names of zones that exist already, bottom to top, instead of zones made on the levels. */
  readonly through?: readonly string[]
}

export interface PremisesBuilder {
  facility(fields: Partial<Facility>): void
  building(
    name: string,
    fields?: Partial<Omit<Building, 'placement'>> & { placement?: Partial<Placement> },
  ): BuildingId
  /** A level of the last building; what follows stands on it. */
  level(name: string, fields?: Partial<Level>): LevelId
  /** Goes back to a level made before. */
  on(levelName: string): void
  zone(name: string, shape: Shape, fields?: Partial<Zone>): ZoneId
  /** A zone that belongs to no level: yard, gate, stand. */
  outdoor(name: string, shape: Shape, fields?: Partial<Zone>): ZoneId
  /** A door between two zones, or from a zone to the outside (`null`). */
  door(a: string, b: string | null, place?: OpeningPlace): OpeningId
  /** An opening without a door; as wide as the shared wall if no width is given. */
  passage(a: string, b: string | null, place?: OpeningPlace): OpeningId
  window(a: string, b: string | null, place?: OpeningPlace): OpeningId
  /** A door outside that counts as a final exit. */
  exit(a: string, place: OpeningPlace): OpeningId
  /** A stair through levels: makes one zone `<name> <level>` per level and even runs between them. */
  stair(name: string, shape: Shape, levelNames: readonly string[], options?: StairOptions): StairId
  ramp(name: string, lower: string, upper: string, fields?: Partial<Ramp>): RampId
  lift(name: string, zoneNames: readonly string[], fields?: Partial<Lift>): LiftId
  wall(name: string, shape: Shape, fields?: Partial<Wall>): WallId
  assemblyPoint(name: string, position: Point, fields?: Partial<AssemblyPoint>): AssemblyPointId
  study(name: string, fields?: Partial<Study>): StudyId
  premises(): Premises
}

const idOf =
  <T extends Id<string>>(kind: string) =>
  (name: string): T =>
    `${kind}-${slug(name)}` as T

export const buildingId = idOf<BuildingId>('building')
export const levelId = idOf<LevelId>('level')
export const zoneId = idOf<ZoneId>('zone')
export const openingId = idOf<OpeningId>('opening')
export const stairId = idOf<StairId>('stair')
export const rampId = idOf<RampId>('ramp')
export const liftId = idOf<LiftId>('lift')
export const wallId = idOf<WallId>('wall')
export const assemblyPointId = idOf<AssemblyPointId>('assemblyPoint')
export const compartmentId = idOf<CompartmentId>('compartment')
export const studyId = idOf<StudyId>('study')

const storeyHeightM = 3.6

function premisesBuilder(): PremisesBuilder {
  const start = emptyPremises({ name: 'Test' })
  let facility = start.facility
  const buildings: Record<string, Building> = {}
  const levels: Record<string, Level> = {}
  const zones: Record<string, Zone> = {}
  const openings: Record<string, Opening> = {}
  const walls: Record<string, Wall> = {}
  const stairs: Record<string, Stair> = {}
  const ramps: Record<string, Ramp> = {}
  const lifts: Record<string, Lift> = {}
  const assemblyPoints: Record<string, AssemblyPoint> = {}
  const studies: Record<string, Study> = {}
  let building: BuildingId | null = null
  let level: LevelId | null = null

  const levelNow = (): Level => found(levels, level ?? b.level('T1'), 'level')

  function opening(kind: OpeningKind, a: string, other: string | null, place: OpeningPlace): OpeningId {
    const zoneA = found(zones, zoneId(a), a)
    const zoneB = other === null ? null : found(zones, zoneId(other), other)
    const name = place.name ?? `${a}|${other ?? 'outside'}`
    const id = openingId(name)
    const on = zoneA.levelId ?? zoneB?.levelId ?? levelNow().id
    const segment = place.fields?.segment ?? wallSegment(zoneA, zoneB, kind, place)
    return add(openings, id, {
      id,
      levelId: on,
      name,
      kind,
      segment,
      sides: [zoneA.id, zoneB?.id ?? null],
      clearWidthM: distance(segment[0], segment[1]),
      ...(kind === 'door' ? { door: { operation: 'swing', leaves: 1, ...place.door } } : {}),
      evidence: {},
      ...place.fields,
    })
  }

  const b: PremisesBuilder = {
    facility: (fields) => {
      facility = { ...facility, ...fields }
    },
    building: (name, { placement, ...fields } = {}) => {
      building = buildingId(name)
      level = null
      return add(buildings, building, {
        id: building,
        name,
        placement: { ...facility.placement, ...placement },
        evidence: {},
        ...fields,
      })
    },
    level: (name, fields = {}) => {
      const on = building ?? b.building('A')
      const ordinal =
        fields.ordinal ?? Object.values(levels).filter((known) => known.buildingId === on).length
      level = levelId(name)
      return add(levels, level, {
        id: level,
        buildingId: on,
        name,
        shortName: name.slice(0, 3),
        ordinal,
        elevationM: ordinal * storeyHeightM,
        heightM: storeyHeightM,
        evidence: {},
        ...fields,
      })
    },
    on: (levelName) => {
      const known = found(levels, levelId(levelName), levelName)
      level = known.id
      building = known.buildingId
    },
    zone: (name, shape, fields = {}) => {
      const id = zoneId(name)
      const polygon = polygonOf(shape)
      return add(zones, id, {
        id,
        levelId: levelNow().id,
        name,
        use: 'office',
        polygon,
        evidence: {},
        ...fields,
      })
    },
    outdoor: (name, shape, fields = {}) => b.zone(name, shape, { levelId: null, use: 'outdoor', ...fields }),
    door: (a, other, place = {}) => opening('door', a, other, place),
    passage: (a, other, place = {}) => opening('passage', a, other, place),
    window: (a, other, place = {}) => opening('window', a, other, place),
    exit: (a, place) => opening('door', a, null, { ...place, fields: { exit: 'final', ...place.fields } }),
    stair: (name, shape, levelNames, { fields, through, ...run } = {}) => {
      const id = stairId(name)
      const zoneIds = through
        ? through.map((zone) => found(zones, zoneId(zone), zone).id)
        : levelNames.map((on) => b.zone(`${name} ${on}`, shape, { levelId: levelId(on), use: 'stair' }))
      const heights = zoneIds.map((zone) => {
        const on = found(zones, zone, zone).levelId
        return on === null ? 0 : found(levels, on, on).elevationM
      })
      const runs = heights
        .slice(1)
        .map((top, index) => evenRun(top - (heights[index] ?? 0), { clearWidthM: 1.2, ...run }))
      return add(stairs, id, { id, name, kind: 'enclosed', zoneIds, runs, evidence: {}, ...fields })
    },
    ramp: (name, lower, upper, fields = {}) => {
      const id = rampId(name)
      return add(ramps, id, {
        id,
        name,
        lowerZoneId: found(zones, zoneId(lower), lower).id,
        upperZoneId: found(zones, zoneId(upper), upper).id,
        lengthM: 10,
        riseM: 0.8,
        clearWidthM: 1.5,
        use: 'persons',
        evidence: {},
        ...fields,
      })
    },
    lift: (name, zoneNames, fields = {}) => {
      const id = liftId(name)
      const zoneIds = zoneNames.map((zone) => found(zones, zoneId(zone), zone).id)
      return add(lifts, id, { id, name, zoneIds, use: 'ordinary', evidence: {}, ...fields })
    },
    wall: (name, shape, fields = {}) => {
      const id = wallId(name)
      return add(walls, id, {
        id,
        levelId: levelNow().id,
        kind: 'wall',
        polygon: polygonOf(shape),
        evidence: {},
        ...fields,
      })
    },
    assemblyPoint: (name, position, fields = {}) => {
      const id = assemblyPointId(name)
      return add(assemblyPoints, id, { id, name, position, evidence: {}, ...fields })
    },
    study: (name, fields = {}) => {
      const id = studyId(name)
      return add(studies, id, { id, name, evidence: {}, ...fields })
    },
    premises: () => ({
      ...start,
      facility,
      buildings: { ...buildings },
      levels: { ...levels },
      zones: { ...zones },
      openings: { ...openings },
      walls: { ...walls },
      stairs: { ...stairs },
      ramps: { ...ramps },
      lifts: { ...lifts },
      assemblyPoints: { ...assemblyPoints },
      studies: { ...studies },
    }),
  }
  return b
}

function add<T extends string>(table: Record<string, unknown>, id: T, record: unknown): T {
  if (id in table) throw new Error(`the test premises have two records ${id}`)
  table[id] = record
  return id
}

function found<T>(table: Readonly<Record<string, T>>, id: string, name: string): T {
  const record = table[id]
  if (record === undefined) throw new Error(`the test premises have no ${name} (${id})`)
  return record
}

function slug(name: string): string {
  return fold(name).replace(/[^a-z0-9|.+-]+/g, '-')
}
