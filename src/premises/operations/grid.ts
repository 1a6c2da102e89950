import { snap } from '../geometry/plane.ts'
import type { StoredRecord } from './record.ts'
import { isObject } from './value.ts'

/** Fields that hold plan coordinates, in any record. */
const geometryFields: ReadonlySet<string> = new Set([
  'polygon',
  'outline',
  'footprint',
  'segment',
  'position',
  'line',
])

/** The value of a field with its plan coordinates on the 0.1 mm grid; the same object where they are on it already. */
export function fieldOnGrid(field: string, value: unknown): unknown {
  if (geometryFields.has(field)) return snapped(value)
  if (field === 'runs' && Array.isArray(value)) return mapped(value, runOnGrid)
  return value
}

/** The record with all its plan coordinates on the 0.1 mm grid. */
export function recordOnGrid(record: StoredRecord): StoredRecord {
  return mappedFields(record, fieldOnGrid)
}

function runOnGrid(run: unknown): unknown {
  if (!isObject(run)) return run
  const parts = (value: unknown) =>
    Array.isArray(value) ? mapped(value, (part) => (isObject(part) ? recordOnGrid(part) : part)) : value
  return mappedFields(run, (_name, value) => parts(value))
}

function snapped(value: unknown): unknown {
  if (typeof value === 'number') return snap(value)
  if (Array.isArray(value)) return mapped(value, snapped)
  return isObject(value) ? mappedFields(value, (_name, part) => snapped(part)) : value
}

function mapped(values: readonly unknown[], change: (value: unknown) => unknown): readonly unknown[] {
  const next = values.map(change)
  return next.every((value, index) => Object.is(value, values[index])) ? values : next
}

function mappedFields(record: StoredRecord, change: (name: string, value: unknown) => unknown): StoredRecord {
  let next: Record<string, unknown> | null = null
  for (const name of Object.keys(record)) {
    const value = change(name, record[name])
    if (Object.is(value, record[name])) continue
    next ??= { ...record }
    next[name] = value
  }
  return next ?? record
}
