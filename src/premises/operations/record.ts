import type { Premises, TableName } from '../model.ts'
import type { RecordRef } from '../operation.ts'
import { isObject, isSafeKey } from './value.ts'

/** A record of any table, as the log sees it: fields by name. */
export type StoredRecord = Readonly<Record<string, unknown>>

/** All tables of the premises; a table added to the model must be added here (the type checks it). */
export const tableNames = Object.keys({
  organisations: 0,
  buildings: 0,
  levels: 0,
  zones: 0,
  openings: 0,
  walls: 0,
  stairs: 0,
  ramps: 0,
  lifts: 0,
  assemblyPoints: 0,
  compartments: 0,
  studies: 0,
  underlays: 0,
} satisfies Record<TableName, 0>) as readonly TableName[]

/** Fields in which null is a value of its own, and not "absent". */
const nullable: ReadonlySet<string> = new Set(['zones.levelId'])

/** Maps whose entries are fields of their own: an operation names `map.key`. */
const entryMaps: ReadonlySet<string> = new Set(['evidence', 'door', 'unknown'])

/** The record that a reference names; undefined where there is none. */
export function recordAt(premises: Premises, record: RecordRef): StoredRecord | undefined {
  if (record.table === 'facility') return stored(premises.facility)
  return rowAt(premises, record.table, record.id)
}

export function rowAt(premises: Premises, table: TableName, id: string): StoredRecord | undefined {
  const rows = rowsOf(premises, table)
  return Object.hasOwn(rows, id) ? rows[id] : undefined
}

export function rowsOf(premises: Premises, table: TableName): Readonly<Record<string, StoredRecord>> {
  return premises[table] as unknown as Readonly<Record<string, StoredRecord>>
}

/** `table/id`, for maps keyed by record. */
export function recordKey(record: RecordRef): string {
  return record.table === 'facility' ? 'facility' : `${record.table}/${record.id}`
}

/** The value of a field, or of one entry of a map (`evidence.clearWidthM`); null where it is absent. */
export function fieldOf(record: StoredRecord, field: string): unknown {
  const path = entryPath(field)
  if (path === null) return own(record, field) ?? null
  const map = own(record, path.map)
  return isObject(map) ? (own(map, path.key) ?? null) : null
}

/**
 * The record with one field, or one entry of a map, set; null takes it away. An entry of a map that is not there (the
 * door of an opening that has become a passage) changes nothing; the `unknown` map comes and goes with its entries.
 */
export function withField(
  table: RecordRef['table'],
  record: StoredRecord,
  field: string,
  value: unknown,
): StoredRecord {
  const path = entryPath(field)
  if (path === null) return withKey(record, field, value, nullable.has(`${table}.${field}`))
  const map = own(record, path.map) ?? (path.map === 'unknown' && value !== null ? {} : undefined)
  if (!isObject(map)) return record
  const next = withKey(map, path.key, value, false)
  const gone = path.map === 'unknown' && Object.keys(next).length === 0
  return withKey(record, path.map, gone ? null : next, false)
}

/** The map and key that a dotted field names; null for a plain field. */
export function entryPath(field: string): { readonly map: string; readonly key: string } | null {
  const dot = field.indexOf('.')
  const map = field.slice(0, dot)
  return dot > 0 && entryMaps.has(map) ? { map, key: field.slice(dot + 1) } : null
}

/** Whether the field is a map whose entries are fields of their own. */
export function isEntryMap(field: string): boolean {
  return entryMaps.has(field)
}

export function stored(record: object): StoredRecord {
  return record as StoredRecord
}

function own(record: StoredRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function withKey(record: StoredRecord, key: string, value: unknown, keepNull: boolean): StoredRecord {
  if (!isSafeKey(key)) return record
  if (value !== null || keepNull) return { ...record, [key]: value }
  if (!Object.hasOwn(record, key)) return record
  const { [key]: _gone, ...rest } = record
  return rest
}
