/** How a value that a person entered, or a file brought, is known. */
export type EnteredMark = 'measured' | 'drawing' | 'assumed' | 'rule'

/** How a value of our own tables in data/ is known. */
export type TableMark = 'seen' | 'computed' | 'tableMeasured' | 'memory'

/** Where a value comes from. `source` is a file, a table or a document; `who` is personal data. */
export interface Evidence {
  readonly mark: EnteredMark
  readonly source?: string
  readonly note?: string
  readonly who?: string
  /** ISO 8601 instant. */
  readonly when?: string
}

/** Evidence per field of a record, beside its plain values. */
export type EvidenceMap = Readonly<Record<string, Evidence>>

/** Strongest first: a value measured on site outweighs one read from a drawing, and so on. */
export const markStrength: readonly EnteredMark[] = ['measured', 'rule', 'drawing', 'assumed']

/** The weakest of the marks that a computed figure rests on; `assumed` where nothing is known of one. */
export function weakestMark(marks: Iterable<EnteredMark | undefined>): EnteredMark {
  let weakest = 0
  for (const mark of marks) {
    const rank = mark === undefined ? markStrength.length - 1 : markStrength.indexOf(mark)
    if (rank > weakest) weakest = rank
  }
  return markStrength[weakest] ?? 'assumed'
}
