import type { Where } from '../message.ts'
import type { RecordRef } from '../operation.ts'
import type { StoredRecord } from '../operations/record.ts'
import { isObject } from '../operations/value.ts'
import { problemOf } from './problem.ts'
import { doorShape, facilityShape, shapes } from './shapes.ts'
import { evidence, type Schema } from './values.ts'
import { z } from './zod.ts'

type TableRef = RecordRef['table']
type FieldSchemas = Readonly<Record<string, z.core.$ZodType>>

const fieldsOf: Readonly<Record<TableRef, FieldSchemas>> = { ...shapes, facility: facilityShape }

const schemas = Object.fromEntries(
  Object.entries(fieldsOf).map(([table, fields]) => [table, z.looseObject(fields)]),
) as unknown as Readonly<Record<TableRef, Schema<StoredRecord>>>

const anything = z.unknown()

/** Whether the name is that of a table, or `facility`. */
export function isTable(name: string): name is TableRef {
  return Object.hasOwn(fieldsOf, name)
}

/** Whether this version knows the field of the table. */
export function isKnownField(table: TableRef, field: string): boolean {
  return Object.hasOwn(fieldsOf[table], field)
}

/** Checks a whole record, with or without an `unknown` map; throws `recordInvalid` at the place. */
export function checkRecord(record: RecordRef, value: unknown, where: Where): void {
  const result = schemas[record.table].safeParse(value)
  if (!result.success) throw problemOf(result.error.issues, value, { ...where, record })
  if (record.table !== 'facility' && result.data['id'] !== record.id)
    throw problemOf([], result.data['id'], { ...where, record, field: 'id' }, 'id')
}

/** Checks the value of one field, or of one entry of a map (`evidence.name`, `door.lock`); null stands for "absent". */
export function checkField(record: RecordRef, field: string, value: unknown, where: Where): void {
  const schema = schemaOf(record.table, field)
  const absent = value === null && schema._zod.optin === 'optional'
  if (absent) return
  const result = z.safeParse(schema, value)
  if (!result.success) throw problemOf(result.error.issues, value, { ...where, record }, field)
}

/** A record of a file: properties that this version does not know stand in the `unknown` map. */
export function gathered(table: TableRef, record: StoredRecord): StoredRecord {
  const strange = Object.keys(record).filter((field) => !isKnownField(table, field))
  if (strange.length === 0) return record
  const known: Record<string, unknown> = {}
  const unknown: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(record))
    (isKnownField(table, field) ? known : unknown)[field] = value
  return { ...known, unknown }
}

/** The record as a file holds it: the other way round. */
export function scattered(record: StoredRecord): StoredRecord {
  const { unknown, ...known } = record
  return isObject(unknown) ? { ...unknown, ...known } : record
}

function schemaOf(table: TableRef, field: string): z.core.$ZodType {
  const [map, ...rest] = field.split('.')
  const key = rest.join('.')
  if (rest.length > 0 && map === 'evidence') return z.exactOptional(evidence)
  if (rest.length > 0 && map === 'unknown')
    return isKnownField(table, key) ? z.never() : z.exactOptional(anything)
  if (rest.length > 0 && map === 'door') return (doorShape as FieldSchemas)[key] ?? z.exactOptional(anything)
  const schema = isKnownField(table, field) ? fieldsOf[table][field] : undefined
  return schema ?? (field === 'unknown' ? z.exactOptional(z.record(z.string(), anything)) : z.never())
}
