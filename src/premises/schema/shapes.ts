import type {
  AssemblyPointId,
  BuildingId,
  CompartmentId,
  LevelId,
  LiftId,
  OpeningId,
  OrganisationId,
  RampId,
  StairId,
  StudyId,
  UnderlayId,
  WallId,
  ZoneId,
} from '../ids.ts'
import type {
  DoorProperties,
  Facility,
  Premises,
  StairFlight,
  StairLanding,
  StairRun,
  TableName,
  Underlay,
} from '../model.ts'
import {
  between,
  choice,
  elevationM,
  evidenceMap,
  id,
  lengthM,
  line,
  list,
  open,
  optional,
  persons,
  placement,
  point,
  polygon,
  type Schema,
  seconds,
  segment,
  text,
  whole,
} from './values.ts'
import { z } from './zod.ts'

const base = { evidence: evidenceMap, sourceId: optional(text) }
const grade = choice(['I', 'II', 'III', 'IV', 'V'])
const fireLoad = between(0, 1_000_000)
const minutes = between(0, 10_000)

export const doorShape = {
  operation: choice([
    'swing',
    'doubleSwing',
    'sliding',
    'folding',
    'revolving',
    'rollerShutter',
    'turnstile',
    'gate',
    'unknown',
  ]),
  leaves: z.union([z.literal(1), z.literal(2)]),
  hinge: optional(choice(['start', 'end'])),
  opensTo: optional(choice(['left', 'right', 'both'])),
  lock: optional(choice(['none', 'key', 'card', 'panicBar', 'electromagnetic', 'chain'])),
  lockReleasesOnAlarm: optional(z.boolean()),
  selfClosing: optional(z.boolean()),
  ratingMin: optional(minutes),
  smokeTight: optional(z.boolean()),
} satisfies Shape<DoorProperties>

const flight = open({
  risers: whole(0, 10_000),
  riserM: lengthM,
  treadM: lengthM,
  clearWidthM: lengthM,
  handrails: optional(z.union([z.literal(0), z.literal(1), z.literal(2)])),
  widthBetween: optional(choice(['walls', 'handrailEdges', 'handrailCentres'])),
  line: optional(line),
} satisfies Shape<StairFlight>) as unknown as Schema<StairFlight>

const landing = open({
  lengthM,
  widthM: lengthM,
  polygon: optional(polygon),
} satisfies Shape<StairLanding>) as unknown as Schema<StairLanding>

const run = open({
  flights: list(flight),
  landings: list(landing),
} satisfies Shape<StairRun>) as unknown as Schema<StairRun>

/** `attachments/<sha256>`: nothing else is ever looked up in the file. */
const attachmentName = text.check(z.regex(/^attachments\/[0-9a-f]{64}$/))

const photo = open({
  picture: attachmentName,
  corners: z.tuple([point, point, point, point]),
}) as unknown as Schema<NonNullable<Underlay['photo']>>

export const facilityShape = {
  ...base,
  name: text,
  address: optional(text),
  headName: optional(text),
  organisationId: optional(id<OrganisationId>()),
  placement,
  groundFloorName: optional(choice(['tang1', 'tret'])),
  fictional: optional(z.boolean()),
  confidentiality: optional(choice(['none', 'confidential', 'secret'])),
} satisfies Shape<Facility>

/** The fields of every table. A field added to the model must be added here: the type checks it. */
export const shapes = {
  organisations: {
    ...base,
    id: id<OrganisationId>(),
    name: text,
    parentId: optional(id<OrganisationId>()),
  },
  buildings: {
    ...base,
    id: id<BuildingId>(),
    name: text,
    placement,
    footprint: optional(polygon),
    fireResistanceGrade: optional(grade),
    functionalGroup: optional(text),
    fireHeightM: optional(elevationM),
  },
  levels: {
    ...base,
    id: id<LevelId>(),
    buildingId: id<BuildingId>(),
    name: text,
    shortName: text,
    ordinal: between(-1000, 1000),
    elevationM,
    heightM: optional(lengthM),
    outline: optional(polygon),
  },
  zones: {
    ...base,
    id: id<ZoneId>(),
    levelId: z.nullable(id<LevelId>()),
    spansLevelIds: optional(list(id<LevelId>())),
    buildingId: optional(id<BuildingId>()),
    name: text,
    number: optional(text),
    use: text,
    polygon,
    occupants: optional(persons),
    assisted: optional(persons),
    floorSpaceM2PerPerson: optional(between(0, 1_000_000)),
    ceilingHeightM: optional(lengthM),
    fireResistanceGrade: optional(grade),
    functionalGroup: optional(text),
    hazardCategory: optional(text),
    compartmentId: optional(id<CompartmentId>()),
    usedById: optional(id<OrganisationId>()),
    managedById: optional(id<OrganisationId>()),
    fireLoadMJPerM2: optional(fireLoad),
  },
  openings: {
    ...base,
    id: id<OpeningId>(),
    levelId: id<LevelId>(),
    name: text,
    kind: choice(['door', 'passage', 'window', 'floorOpening', 'vent']),
    segment,
    sides: z.tuple([z.nullable(id<ZoneId>()), z.nullable(id<ZoneId>())]),
    clearWidthM: optional(lengthM),
    clearHeightM: optional(lengthM),
    sillM: optional(elevationM),
    headM: optional(elevationM),
    leakageM2: optional(between(0, 1_000_000)),
    door: optional(open(doorShape)),
    exit: optional(choice(['final', 'storey', 'undecided', 'none'])),
    surveyedState: optional(choice(['open', 'closed', 'locked', 'blocked'])),
  },
  walls: {
    ...base,
    id: id<WallId>(),
    levelId: id<LevelId>(),
    kind: choice(['wall', 'column', 'fireWall', 'window', 'furniture']),
    polygon,
    line: optional(line),
  },
  stairs: {
    ...base,
    id: id<StairId>(),
    name: text,
    kind: choice([
      'enclosed',
      'smokeFreeN1',
      'smokeFreeN2',
      'smokeFreeN3',
      'openInside',
      'outdoor',
      'unknown',
    ]),
    zoneIds: list(id<ZoneId>()),
    runs: list(run),
  },
  ramps: {
    ...base,
    id: id<RampId>(),
    name: text,
    lowerZoneId: id<ZoneId>(),
    upperZoneId: id<ZoneId>(),
    lengthM,
    riseM: elevationM,
    clearWidthM: lengthM,
    use: choice(['persons', 'vehicles', 'both']),
    line: optional(line),
  },
  lifts: {
    ...base,
    id: id<LiftId>(),
    name: text,
    zoneIds: list(id<ZoneId>()),
    use: choice(['ordinary', 'fire', 'evacuation']),
  },
  assemblyPoints: {
    ...base,
    id: id<AssemblyPointId>(),
    name: text,
    buildingId: optional(id<BuildingId>()),
    position: point,
    capacity: optional(persons),
  },
  compartments: {
    ...base,
    id: id<CompartmentId>(),
    name: text,
    ratingMin: optional(minutes),
  },
  studies: {
    ...base,
    id: id<StudyId>(),
    name: text,
    detectionS: optional(seconds),
    alarmS: optional(seconds),
    preMovementFirstS: optional(seconds),
    preMovementLastS: optional(seconds),
    limitS: optional(seconds),
    limitSource: optional(text),
    assistedBy: optional(text),
    shutOpeningIds: optional(list(id<OpeningId>())),
    closedZoneIds: optional(list(id<ZoneId>())),
  },
  underlays: {
    ...base,
    id: id<UnderlayId>(),
    levelId: id<LevelId>(),
    name: text,
    picture: attachmentName,
    mediaType: choice(['image/png', 'image/jpeg', 'image/webp']),
    widthPx: whole(1, 100_000),
    heightPx: whole(1, 100_000),
    origin: point,
    metresPerPx: between(1e-6, 1_000),
    turnDeg: between(-360, 360),
    paperWidthM: optional(between(0.001, 100)),
    order: optional(between(-1e6, 1e6)),
    opacity: between(0, 1),
    locked: optional(z.boolean()),
    hidden: optional(z.boolean()),
    ends: optional(attachmentName),
    photo: optional(photo),
  },
} satisfies { readonly [T in TableName]: Shape<Premises[T][string]> }

/** One schema per property of the record, with the property's own type; optional where the property is. */
type Shape<Row> = {
  readonly [Field in keyof Omit<Row, 'unknown'>]-?: undefined extends Omit<Row, 'unknown'>[Field]
    ? z.ZodMiniExactOptional<z.core.$ZodType<Exclude<Omit<Row, 'unknown'>[Field], undefined>>>
    : z.core.$ZodType<Omit<Row, 'unknown'>[Field]>
}
