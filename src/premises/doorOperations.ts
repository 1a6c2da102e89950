import table from '../../data/door-operations.json'
import type { TableMark } from './evidence.ts'
import type { DoorOperation, Opening } from './model.ts'

/** Why a door cannot be an escape exit, or what a person has to look at first; the sentence is `escape.<reason>`. */
export type EscapeReason =
  | 'noDoor'
  | 'neverExit'
  | 'fireRated'
  | 'selfClosing'
  | 'groupF13'
  | 'kindergarten'
  | 'primarySchool'
  | 'openingSign'
  | 'releaseOnAlarm'
  | 'hingedLeaf'
  | 'operation'

/** Whether an opening can be an escape exit, with what the answer rests on. */
export interface EscapeVerdict {
  /** `ask`: it can, if what `reason` names is as it should be. */
  readonly answer: 'yes' | 'no' | 'ask'
  readonly reason: EscapeReason | null
  readonly clause: string | null
  readonly source: string
  /** Anything but `seen` is an assumption, not a rule. */
  readonly mark: TableMark
}

interface Row {
  readonly escape: 'always' | 'never' | 'unlessExcepted' | 'ask'
  readonly clause: string | null
  readonly mark: TableMark
  readonly notFor?: readonly string[]
  readonly needs?: EscapeReason
}

interface Group {
  /** Exceptions that hold in the whole group, or in some of its buildings. */
  readonly is?: readonly EscapeReason[]
  readonly may?: readonly EscapeReason[]
}

const rows = table.operations as Readonly<Record<DoorOperation, Row>>
const groups = table.groups as Readonly<Record<string, Group>>

/** Kinds of door through which no way out leads: revolving and roller doors (QCVN 06 3.2.3, 3.3.3). */
export function isNeverEscape(operation: DoorOperation): boolean {
  return rows[operation].escape === 'never'
}

/**
 * Whether an opening can be an escape exit by its kind, in a zone of this functional group (`F4.3`; from the zone, else its
 * building). Widths, the direction of swing and locks are other rules.
 */
export function canBeExit({ kind, door }: Opening, functionalGroup?: string): EscapeVerdict {
  const { source } = table
  if (kind === 'passage') return { answer: 'yes', reason: null, clause: null, source, mark: 'seen' }
  if (kind !== 'door') return { answer: 'no', reason: 'noDoor', clause: '3.1.5', source, mark: 'seen' }
  const { escape, clause, mark, notFor = [], needs } = rows[door?.operation ?? 'unknown']
  const verdict = (answer: EscapeVerdict['answer'], reason: EscapeReason | null): EscapeVerdict => ({
    answer,
    reason,
    clause,
    source,
    mark,
  })
  if (escape === 'always') return verdict('yes', null)
  if (escape === 'never') return verdict('no', 'neverExit')
  if (escape === 'ask') {
    const settled = needs === 'releaseOnAlarm' && door?.lockReleasesOnAlarm === true
    return settled ? verdict('yes', null) : verdict('ask', needs ?? null)
  }
  const group = groups[functionalGroup ?? '']
  const excepted = (reason: EscapeReason) => notFor.includes(reason)
  if ((door?.ratingMin ?? 0) > 0 && excepted('fireRated')) return verdict('no', 'fireRated')
  if (door?.selfClosing === true && excepted('selfClosing')) return verdict('no', 'selfClosing')
  const surely = group?.is?.find(excepted)
  if (surely) return verdict('no', surely)
  return verdict('ask', group?.may?.find(excepted) ?? needs ?? null)
}
