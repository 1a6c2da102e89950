import fc from 'fast-check'
import { emptyPremises } from '../../src/premises/empty.ts'
import type { Premises, TableName } from '../../src/premises/model.ts'
import { changesFrom, makeOperations, newAction, nothing } from '../../src/premises/operations/index.ts'
import type { Change, Operation, RecordRef } from '../../src/premises/operation.ts'

/** Generated premises: every table, every field now and then, references that mostly hold. Valid for the schema. */

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'Phòng họp số 3',
    'Hành lang',
    'Cầu thang bộ số 1',
    'Kho lưu trữ',
    '"nháy", phẩy\n và \\ xuống dòng',
  ),
)
/** A multiple of 0.1 mm within 3 km: as far as stored positions come back exactly with room to spare. */
const metre = fc.integer({ min: -30_000_000, max: 30_000_000 }).map((cells) => cells / 10_000 + 0)
const length = fc.integer({ min: 0, max: 500_000 }).map((cells) => cells / 10_000)
const seconds = fc.integer({ min: 0, max: 3600 })
const point = fc.tuple(metre, metre)
const ring = fc.array(point, { minLength: 3, maxLength: 6 })
const polygon = fc.record({ outer: ring, holes: fc.array(ring, { maxLength: 2 }) })
const line = fc.array(point, { minLength: 2, maxLength: 4 })
const mark = fc.constantFrom('measured', 'drawing', 'assumed', 'rule')
const evidence = fc.record(
  { mark, source: text, note: text, who: text, when: fc.constant('2026-03-01T08:00:00.000Z') },
  { requiredKeys: ['mark'] },
)
const evidenceMap = fc.dictionary(
  fc.constantFrom('name', 'clearWidthM', 'polygon', 'occupants', 'door.lock'),
  evidence,
  {
    noNullPrototype: true,
  },
)
const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
  anything: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer().map((n) => n / 8 + 0),
    fc.constantFrom(null, true, 1e21),
    fc.array(tie('anything'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', ''), tie('anything'), { noNullPrototype: true }),
  ),
}))
const unknown = fc.dictionary(
  fc.constantFrom('x-colour', 'priority', 'nested'),
  anything.filter((value) => value !== null),
  {
    noNullPrototype: true,
    minKeys: 1,
  },
)
const placement = fc.record({
  longitude: fc.integer({ min: 1_020_000, max: 1_095_000 }).map((n) => n / 10_000),
  latitude: fc.integer({ min: 85_000, max: 233_000 }).map((n) => n / 10_000),
  bearingDeg: fc.integer({ min: 0, max: 3599 }).map((n) => n / 10),
  placed: fc.boolean(),
})
const base = { evidence: evidenceMap, sourceId: text, unknown }
const door = fc.record(
  {
    operation: fc.constantFrom('swing', 'sliding', 'revolving', 'rollerShutter', 'unknown'),
    leaves: fc.constantFrom(1, 2),
    hinge: fc.constantFrom('start', 'end'),
    lock: fc.constantFrom('none', 'key', 'chain'),
    selfClosing: fc.boolean(),
    ratingMin: fc.integer({ min: 0, max: 120 }),
  },
  { requiredKeys: ['operation', 'leaves'] },
)
const run = fc.record({
  flights: fc.array(
    fc.record(
      {
        risers: fc.integer({ min: 1, max: 20 }),
        riserM: length,
        treadM: length,
        clearWidthM: length,
        handrails: fc.constantFrom(0, 1, 2),
        line,
      },
      { requiredKeys: ['risers', 'riserM', 'treadM', 'clearWidthM'] },
    ),
    { maxLength: 2 },
  ),
  landings: fc.array(
    fc.record({ lengthM: length, widthM: length, polygon }, { requiredKeys: ['lengthM', 'widthM'] }),
    {
      maxLength: 2,
    },
  ),
})

const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`)
const pool = {
  organisations: ids('o', 2),
  buildings: ids('b', 2),
  levels: ids('l', 3),
  zones: ids('z', 6),
  openings: ids('d', 5),
  walls: ids('w', 2),
  stairs: ids('s', 2),
  ramps: ids('r', 1),
  lifts: ids('f', 1),
  assemblyPoints: ids('a', 1),
  compartments: ids('c', 2),
  studies: ids('t', 2),
  underlays: ids('u', 2),
} satisfies Record<TableName, readonly string[]>

const of = (table: TableName) => fc.constantFrom(...pool[table])
const some = (table: TableName) => fc.uniqueArray(of(table), { maxLength: 3 })

const rows: Readonly<Record<TableName, fc.Arbitrary<object>>> = {
  organisations: optionally({ ...base, name: text, parentId: of('organisations') }, ['parentId']),
  buildings: optionally(
    {
      ...base,
      name: text,
      placement,
      footprint: polygon,
      fireResistanceGrade: fc.constantFrom('I', 'III', 'V'),
      fireHeightM: length,
    },
    ['footprint', 'fireResistanceGrade', 'fireHeightM'],
  ),
  levels: optionally(
    {
      ...base,
      buildingId: of('buildings'),
      name: text,
      shortName: text,
      ordinal: fc.integer({ min: -4, max: 20 }).map((halves) => halves / 2),
      elevationM: metre.map((m) => m / 3),
      heightM: length,
      outline: polygon,
    },
    ['heightM', 'outline'],
  ),
  zones: optionally(
    {
      ...base,
      levelId: fc.option(of('levels')),
      spansLevelIds: some('levels'),
      buildingId: of('buildings'),
      name: text,
      number: text,
      use: fc.constantFrom('office', 'corridor', 'stair', 'yard', 'of another version'),
      polygon,
      occupants: fc.integer({ min: 0, max: 500 }),
      assisted: fc.integer({ min: 0, max: 5 }),
      ceilingHeightM: length,
      compartmentId: of('compartments'),
      usedById: of('organisations'),
      fireLoadMJPerM2: length,
    },
    [
      'spansLevelIds',
      'buildingId',
      'number',
      'occupants',
      'assisted',
      'ceilingHeightM',
      'compartmentId',
      'usedById',
      'fireLoadMJPerM2',
    ],
  ),
  openings: optionally(
    {
      ...base,
      levelId: of('levels'),
      name: text,
      kind: fc.constantFrom('door', 'passage', 'window'),
      segment: fc.tuple(point, point),
      sides: fc.tuple(fc.option(of('zones')), fc.option(of('zones'))),
      clearWidthM: length,
      sillM: length,
      door,
      exit: fc.constantFrom('final', 'storey', 'undecided', 'none'),
      surveyedState: fc.constantFrom('open', 'locked'),
    },
    ['clearWidthM', 'sillM', 'door', 'exit', 'surveyedState'],
  ),
  walls: optionally(
    { ...base, levelId: of('levels'), kind: fc.constantFrom('wall', 'column', 'furniture'), polygon },
    [],
  ),
  stairs: fc.array(of('zones'), { minLength: 2, maxLength: 4 }).chain((zoneIds) =>
    optionally(
      {
        ...base,
        name: text,
        kind: fc.constantFrom('enclosed', 'openInside', 'unknown'),
        zoneIds: fc.constant(zoneIds),
        runs: fc.array(run, { minLength: zoneIds.length - 1, maxLength: zoneIds.length - 1 }),
      },
      [],
    ),
  ),
  ramps: optionally(
    {
      ...base,
      name: text,
      lowerZoneId: of('zones'),
      upperZoneId: of('zones'),
      lengthM: length,
      riseM: length,
      clearWidthM: length,
      use: fc.constantFrom('persons', 'vehicles'),
      line,
    },
    ['line'],
  ),
  lifts: optionally(
    {
      ...base,
      name: text,
      zoneIds: fc.uniqueArray(of('zones'), { minLength: 1, maxLength: 3 }),
      use: fc.constantFrom('ordinary', 'fire'),
    },
    [],
  ),
  assemblyPoints: optionally(
    { ...base, name: text, buildingId: of('buildings'), position: point, capacity: fc.nat(500) },
    ['buildingId', 'capacity'],
  ),
  compartments: optionally({ ...base, name: text, ratingMin: fc.nat(180) }, ['ratingMin']),
  studies: optionally(
    {
      ...base,
      name: text,
      detectionS: seconds,
      preMovementLastS: seconds,
      limitS: seconds,
      assistedBy: text,
      shutOpeningIds: some('openings'),
      closedZoneIds: some('zones'),
    },
    ['detectionS', 'preMovementLastS', 'limitS', 'assistedBy', 'shutOpeningIds', 'closedZoneIds'],
  ),
  underlays: optionally(
    {
      ...base,
      levelId: of('levels'),
      name: text,
      picture: fc.constant(`attachments/${'0a'.repeat(32)}`),
      mediaType: fc.constantFrom('image/png', 'image/jpeg'),
      widthPx: fc.integer({ min: 1, max: 8000 }),
      heightPx: fc.integer({ min: 1, max: 8000 }),
      origin: fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })),
      metresPerPx: fc.constantFrom(0.01, 0.025),
      turnDeg: fc.integer({ min: -180, max: 180 }),
      opacity: fc.constantFrom(0.5, 1),
      locked: fc.boolean(),
    },
    ['locked'],
  ),
}

export const arbitraryFacility = optionally(
  {
    ...base,
    name: text,
    address: text,
    headName: text,
    organisationId: of('organisations'),
    placement,
    fictional: fc.boolean(),
    confidentiality: fc.constantFrom('none', 'secret'),
  },
  ['address', 'headName', 'organisationId', 'fictional', 'confidentiality'],
)

/** Premises with up to all ids of the pool in each table. */
export const arbitraryPremises: fc.Arbitrary<Premises> = fc
  .record({
    facility: arbitraryFacility,
    ...(Object.fromEntries(tables().map((table) => [table, tableOf(table)])) as Record<
      TableName,
      fc.Arbitrary<object>
    >),
  })
  .map((generated) => ({ ...emptyPremises({ name: '' }), ...generated }) as unknown as Premises)

/** A change that a person might make: a field set or cleared, a record made or deleted. */
export const arbitraryChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...tables()).chain(wholeRecord) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...tables()).chain((table) => of(table).map((id) => deletion(table, id))),
  },
  { weight: 6, arbitrary: fieldChange('zones', 'name', text) },
  { weight: 6, arbitrary: fieldChange('zones', 'occupants', fc.option(fc.nat(99))) },
  { weight: 3, arbitrary: fieldChange('zones', 'levelId', fc.option(of('levels'))) },
  { weight: 3, arbitrary: fieldChange('zones', 'polygon', polygon) },
  { weight: 6, arbitrary: fieldChange('openings', 'clearWidthM', fc.option(length)) },
  { weight: 3, arbitrary: fieldChange('openings', 'door', fc.option(door)) },
  { weight: 3, arbitrary: fieldChange('openings', 'door.lock', fc.constantFrom('none', 'key', null)) },
  { weight: 3, arbitrary: fieldChange('openings', 'evidence', evidenceMap) },
  { weight: 3, arbitrary: fieldChange('openings', 'evidence.clearWidthM', fc.option(evidence)) },
  { weight: 2, arbitrary: fieldChange('openings', 'unknown.priority', fc.option(fc.nat(9))) },
  {
    weight: 2,
    arbitrary: arbitraryFacility.map((after): Change => ({
      record: { table: 'facility' },
      field: null,
      after,
    })),
  },
  {
    weight: 3,
    arbitrary: text.map((after): Change => ({ record: { table: 'facility' }, field: 'name', after })),
  },
)

/** What a whole log is made of: actions of a few changes each. */
export const arbitraryActions = fc.array(fc.array(arbitraryChange, { minLength: 1, maxLength: 4 }), {
  maxLength: 8,
})

const time = '2026-03-01T08:00:00.000Z'

/** The log that makes the premises from nothing. */
export function logOf(premises: Premises, actor = 'start.1'): Operation[] {
  return makeOperations(nothing, changesFrom(premises), actor, 0, { action: newAction('start'), time })
}

function tables(): TableName[] {
  return Object.keys(pool) as TableName[]
}

function tableOf(table: TableName): fc.Arbitrary<object> {
  return fc
    .tuple(
      ...pool[table].map((id) =>
        fc.option(
          rows[table].map((row) => [id, { id, ...row }] as const),
          { freq: 3 },
        ),
      ),
    )
    .map((entries) => Object.fromEntries(entries.filter((entry) => entry !== null)))
}

function wholeRecord(table: TableName): fc.Arbitrary<Change> {
  return fc
    .tuple(of(table), rows[table])
    .map(([id, row]) => ({ record: ref(table, id), field: null, after: { id, ...row } }))
}

function deletion(table: TableName, id: string): Change {
  return { record: ref(table, id), field: null, after: null }
}

function fieldChange(table: TableName, field: string, after: fc.Arbitrary<unknown>): fc.Arbitrary<Change> {
  return fc.tuple(of(table), after).map(([id, value]) => ({ record: ref(table, id), field, after: value }))
}

function ref(table: TableName, id: string): RecordRef {
  return { table, id }
}

/** A record of these fields, those named optional present now and then. */
function optionally(
  fields: Record<string, fc.Arbitrary<unknown>>,
  optional: readonly string[],
): fc.Arbitrary<object> {
  const may = new Set([...optional, 'sourceId', 'unknown'])
  const requiredKeys = Object.keys(fields).filter((field) => !may.has(field))
  return fc.record(fields, { requiredKeys, noNullPrototype: true })
}
