import type { Evidence, EvidenceMap } from '../premises/evidence.ts'
import type { Premises, TableName } from '../premises/model.ts'
import type { Change, RecordRef } from '../premises/operation.ts'
import type { Revision } from './result.ts'

interface AnyRecord {
  readonly id: string
  readonly sourceId?: string
  readonly evidence: EvidenceMap
  readonly [field: string]: unknown
}

/** Tables that an importer fills, in the order in which their records refer to one another. */
const tables = ['buildings', 'levels', 'zones', 'openings', 'walls', 'stairs', 'ramps', 'lifts', 'assemblyPoints'] as const satisfies readonly TableName[]

/** Fields of our own keeping, which no file overwrites. */
const kept = new Set(['id', 'evidence', 'sourceId', 'placement', 'unknown'])

/**
 * What a revised file changes on the premises that are open. Records are matched by their source id (stairs and lifts also
 * by the zones that they join); ids of the open premises stay. Records drawn by hand are left alone; those that the file no
 * longer has are removed. A value that a person measured or typed stays, and is listed as a conflict where the file differs.
 * Where nothing matches, the file is another building and is added beside what is there.
 */
export function revise(mine: Premises, theirs: Premises): Revision {
  const idOf = matchIds(mine, theirs)
  const isRevision = idOf.size > 0
  const changes: Change[] = []
  const conflicts: Revision['conflicts'][number][] = []
  let [added, removed, changed] = [0, 0, 0]
  for (const table of tables) {
    const old = rowsOf(mine, table)
    const matched = new Set<string>()
    for (const raw of Object.values(rowsOf(theirs, table))) {
      const id = idOf.get(raw.id) ?? raw.id
      const record: RecordRef = { table, id }
      const next = renamed(raw, idOf) as AnyRecord
      const before = old[id]
      if (!before) {
        changes.push({ record, field: null, after: { ...next, id } })
        added++
        continue
      }
      matched.add(id)
      const fields = differences(before, next)
      const open = fields.filter((field) => !isPersonal(before.evidence[field]))
      for (const field of fields) {
        if (isPersonal(before.evidence[field])) {
          conflicts.push({ record, field, mine: before[field] ?? null, theirs: next[field] ?? null })
        } else {
          changes.push({ record, field, after: next[field] ?? null })
        }
      }
      if (open.length > 0) {
        changed++
        changes.push({ record, field: 'evidence', after: evidenceAfter(before, next, open) })
      }
    }
    if (!isRevision) continue
    for (const [id, record] of Object.entries(old)) {
      if (matched.has(id) || !(record.sourceId !== undefined || ['walls', 'stairs', 'lifts'].includes(table))) continue
      if (Object.values(record.evidence).some(isPersonal)) continue
      changes.push({ record: { table, id }, field: null, after: null })
      removed++
    }
  }
  return { changes, added, removed, changed, conflicts }
}

function rowsOf(premises: Premises, table: TableName): Readonly<Record<string, AnyRecord>> {
  return premises[table] as unknown as Readonly<Record<string, AnyRecord>>
}

/** A person stands behind a value: measured on site, or entered with a name. */
function isPersonal(evidence: Evidence | undefined): boolean {
  return evidence !== undefined && (evidence.mark === 'measured' || evidence.who !== undefined)
}

/** Ids of the file's records → ids of the open premises, for those that are the same. */
function matchIds(mine: Premises, theirs: Premises): ReadonlyMap<string, string> {
  const idOf = new Map<string, string>()
  for (const table of tables) {
    const taken = new Set<string>()
    const keyed = new Map<string, string>()
    for (const record of Object.values(rowsOf(mine, table))) {
      const key = keyOf(record, table, null)
      if (key !== null && !keyed.has(key)) keyed.set(key, record.id)
    }
    for (const record of Object.values(rowsOf(theirs, table))) {
      const key = keyOf(record, table, idOf)
      const id = key === null ? undefined : keyed.get(key)
      if (id === undefined || taken.has(id)) continue
      taken.add(id)
      idOf.set(record.id, id)
    }
  }
  return idOf
}

function keyOf(record: AnyRecord, table: TableName, idOf: ReadonlyMap<string, string> | null): string | null {
  if (record.sourceId !== undefined) return `source:${record.sourceId}`
  const mapped = (id: unknown) => (typeof id === 'string' ? (idOf?.get(id) ?? id) : '')
  const zoneIds = record['zoneIds']
  if (Array.isArray(zoneIds)) return `zones:${zoneIds.map(mapped).join()}`
  if (table === 'walls') return `shape:${mapped(record['levelId'])}:${JSON.stringify(record['polygon'])}`
  return null
}

/** A copy with every id of the file's records replaced by the matching one. */
function renamed(value: unknown, idOf: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return idOf.get(value) ?? value
  if (Array.isArray(value)) return value.map((each) => renamed(each, idOf))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renamed(each, idOf)]))
}

function differences(before: AnyRecord, next: AnyRecord): readonly string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(next)])
  return [...fields].filter((field) => !kept.has(field) && JSON.stringify(before[field]) !== JSON.stringify(next[field])).toSorted()
}

function evidenceAfter(before: AnyRecord, next: AnyRecord, fields: readonly string[]): EvidenceMap {
  const evidence: Record<string, Evidence> = { ...before.evidence }
  for (const field of fields) {
    const given = next.evidence[field]
    if (given) evidence[field] = given
    else delete evidence[field]
  }
  return evidence
}
