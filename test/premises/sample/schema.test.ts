import { describe, expect, it } from 'vitest'
import { checkRecord } from '../../../src/premises/schema/records.ts'
import { fieldOnGrid } from '../../../src/premises/operations/grid.ts'
import type { RecordRef } from '../../../src/premises/operation.ts'
import type { TableName } from '../../../src/premises/model.ts'
import { sample } from './sample.ts'

const tables = Object.keys(sample).filter((name): name is TableName => name !== 'facility')

describe('the sample is premises like any other', () => {
  it.each(tables)('every record of %s passes the strict schema', (table) => {
    for (const [id, record] of Object.entries(sample[table])) {
      const ref: RecordRef = { table, id }
      expect(() => checkRecord(ref, record, { record: ref }), id).not.toThrow()
    }
    expect(() => checkRecord({ table: 'facility' }, sample.facility, {})).not.toThrow()
  })

  it.each(tables)('every point of %s lies on the grid of 0.1 mm', (table) => {
    for (const record of Object.values(sample[table]))
      for (const [field, value] of Object.entries(record)) expect(fieldOnGrid(field, value)).toBe(value)
  })

  it('every reference leads to a record', () => {
    const known = new Set(tables.flatMap((table) => Object.keys(sample[table])))
    const references = (value: unknown): string[] => {
      if (Array.isArray(value)) return value.flatMap(references)
      if (typeof value !== 'object' || value === null) return []
      return Object.entries(value).flatMap(([field, part]) =>
        /Ids?$/.test(field) || field === 'sides'
          ? [part].flat().filter((id) => id !== null)
          : references(part),
      )
    }
    const found = references(sample)
    expect(found.length).toBeGreaterThan(1000)
    expect(found.filter((id) => !known.has(id))).toEqual([])
  })
})
