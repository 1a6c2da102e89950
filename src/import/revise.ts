import { snapPoint, type Point } from '../premises/geometry/plane.ts'
import { frameOf, reframed } from '../premises/placement.ts'
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
const tables = [
  'buildings',
  'levels',
  'zones',
  'openings',
  'walls',
  'stairs',
  'ramps',
  'lifts',
  'assemblyPoints',
] as const satisfies readonly TableName[]

/** Fields of our own keeping, which no file overwrites. */
const kept = new Set(['id', 'evidence', 'sourceId', 'placement', 'unknown'])

/**
 * What a revised file changes on the premises that are open. Records are matched by their source id (stairs and lifts also
 * by the zones that they join); ids of the open premises stay. Records drawn by hand are left alone; those that the file no
 * longer has are removed. A value that a person measured or typed stays, and is listed as a conflict where the file differs.
 * Where nothing matches, the file is another building and is added beside what is there.
 */
export function revise(mine: Premises, file: Premises): Revision {
  const idOf = matchIds(mine, file)
  const theirs = inFrameOf(mine, file, idOf)
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
      if (matched.has(id) || !(record.sourceId !== undefined || ['walls', 'stairs', 'lifts'].includes(table)))
        continue
      if (Object.values(record.evidence).some(isPersonal)) continue
      changes.push({ record: { table, id }, field: null, after: null })
      removed++
    }
  }
  return { changes, added, removed, changed, conflicts }
}

/**
 * The file's premises in the local metres of the open building: another extent gives a georeferenced file another origin.
 * Where a person has placed the building since, the file's own metres are taken as they are.
 */
function inFrameOf(mine: Premises, file: Premises, idOf: ReadonlyMap<string, string>): Premises {
  for (const theirs of Object.values(file.buildings)) {
    const building = mine.buildings[idOf.get(theirs.id) ?? '']
    if (!building || building.evidence['placement'] || !building.placement.placed || !theirs.placement.placed)
      continue
    if (JSON.stringify(building.placement) === JSON.stringify(theirs.placement)) continue
    const [from, to] = [frameOf(theirs.placement), frameOf(building.placement)]
    return moved(file, (point) => snapPoint(reframed(point, from, to))) as Premises
  }
  return file
}

/** A copy with every point (a pair of numbers) moved. */
function moved(value: unknown, move: (point: Point) => Point): unknown {
  if (Array.isArray(value)) {
    const [x, y] = value as unknown[]
    if (value.length === 2 && typeof x === 'number' && typeof y === 'number') return move([x, y])
    return value.map((each) => moved(each, move))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moved(each, move)]))
}

function rowsOf(premises: Premises, table: TableName): Readonly<Record<string, AnyRecord>> {
  return premises[table] as unknown as Readonly<Record<string, AnyRecord>>
}

/** A person stands behind a value: measured on site, or entered with a name. */
function isPersonal(evidence: Evidence | undefined): boolean {
  return evidence !== undefined && (evidence.mark === 'measured' || evidence.who !== undefined)
}

/** Ids of the file's records → ids of the open premises, for those that are the same. */
export function matchIds(mine: Premises, theirs: Premises): ReadonlyMap<string, string> {
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
  if (table === 'buildings') return `name:${String(record['name'])}`
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
  // What the file says nothing of, a person may have entered.
  return Object.keys(next)
    .filter((field) => !kept.has(field) && !alike(before[field], next[field]))
    .toSorted()
}

/** Half a millimetre: points that only differ by the rounding of another frame are the same. */
const sameM = 0.0005

function alike(a: unknown, b: unknown, inPoint = false): boolean {
  if (typeof a === 'number' && typeof b === 'number') return inPoint ? Math.abs(a - b) <= sameM : a === b
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, i) => alike(each, b[i], a.length === 2))
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every((key) => alike(left[key], right[key]))
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
