import type { Evidence, EvidenceMap } from '../../../premises/evidence.ts'
import type { Change, RecordRef } from '../../../premises/operation.ts'
import { actions } from '../../../ui/app.ts'
import { usePerson } from '../../../ui/person.ts'

/** A record being edited: what its form reads and how a field of it is set. */
export interface Editor {
  readonly record: RecordRef
  readonly evidence: EvidenceMap
  /** Sets a field (null: takes it away); where it is known from is entered beside it until the person says better. */
  readonly set: (field: string, value: unknown) => void
  /** Several changes as one step of undo. */
  readonly change: (changes: readonly Change[]) => void
  readonly setEvidence: (field: string, evidence: Evidence) => void
}

/** Fields of which nobody asks where they are known from. */
const unsourced: ReadonlySet<string> = new Set([
  'name',
  'number',
  'shortName',
  'headName',
  'address',
  'groundFloorName',
  'confidentiality',
  'limitSource',
  'assistedBy',
])

export function isSourced(field: string): boolean {
  return !unsourced.has(field)
}

export function editorOf(record: RecordRef, evidence: EvidenceMap): Editor {
  const label = actionCode('edit', record.table)
  return {
    record,
    evidence,
    set: (field, value) => actions.edit(label, setChanges(record, field, value)),
    change: (changes) => actions.edit(label, changes),
    setEvidence: (field, next) =>
      actions.edit('setSource', [{ record, field: `evidence.${field}`, after: next }]),
  }
}

/** The value, and with it `giả định`, who and when: a typed number is an assumption until its source is named. */
export function setChanges(record: RecordRef, field: string, value: unknown): Change[] {
  const changes: Change[] = [{ record, field, after: value }]
  if (isSourced(field))
    changes.push({
      record,
      field: `evidence.${field}`,
      after: value === null ? null : stamped({ mark: 'assumed' }),
    })
  return changes
}

/** A width that somebody has measured: value, `đo`, who and when, in one step. */
export function measuredChanges(record: RecordRef, field: string, value: number): Change[] {
  return [
    { record, field, after: value },
    { record, field: `evidence.${field}`, after: stamped({ mark: 'measured' }) },
  ]
}

/** Evidence with who works on this device and the time. */
export function stamped(evidence: Evidence): Evidence {
  const who = usePerson.getState().name.trim()
  return { ...evidence, ...(who === '' ? {} : { who }), when: new Date().toISOString() }
}

/** Where a field is known from; a door's properties may share the mark of the whole door. */
export function evidenceOf(evidence: EvidenceMap, field: string): Evidence | undefined {
  return evidence[field] ?? (field.startsWith('door.') ? evidence['door'] : undefined)
}

/** Code of what is done to a record, for the sentence `action.<code>`: editZones, deleteOpenings. */
export function actionCode(verb: 'edit' | 'delete', table: RecordRef['table']): string {
  return verb + table.charAt(0).toUpperCase() + table.slice(1)
}
