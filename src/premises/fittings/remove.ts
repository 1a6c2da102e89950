import type { ZoneId } from '../ids.ts'
import type { Premises, TableName } from '../model.ts'
import type { Change, RecordRef } from '../operation.ts'
import type { FloorEdit } from '../floor/floor.ts'

/** What is part of a drawing; the rest (facility, buildings, levels, conditions) is not taken away with a tool. */
const drawn: ReadonlySet<RecordRef['table']> = new Set<TableName>([
  'zones',
  'openings',
  'walls',
  'stairs',
  'ramps',
  'lifts',
  'assemblyPoints',
])

export function isDrawnThing({ table }: RecordRef): boolean {
  return drawn.has(table)
}

/**
 * Things taken away, and what would be left of them and stand for nothing: the shafts and storeys of a stair or a lift, and the
 * doors and windows without a room on either side. Records that are no part of a drawing stay.
 */
export function removeThings(premises: Premises, records: readonly RecordRef[]): FloorEdit {
  const gone = new Map<string, RecordRef>()
  const take = (record: RecordRef) => {
    if (record.table !== 'facility') gone.set(`${record.table} ${record.id}`, record)
  }
  for (const record of records) {
    if (!isDrawnThing(record)) continue
    take(record)
    if (record.table === 'stairs' || record.table === 'lifts')
      for (const id of premises[record.table][record.id]?.zoneIds ?? []) take({ table: 'zones', id })
  }
  const leaves = (side: ZoneId | null) => side === null || gone.has(`zones ${side}`)
  for (const { id, sides } of Object.values(premises.openings))
    if (sides.some((side) => side !== null) && sides.every(leaves)) take({ table: 'openings', id })
  return {
    changes: [...gone.values()].map((record): Change => ({ record, field: null, after: null })),
    made: [],
  }
}
