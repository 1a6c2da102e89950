import type { Finding, ImportResult, SourceFile } from '../import/result.ts'
import type { Premises } from '../premises/model.ts'
import { changesFrom } from '../premises/operations/index.ts'
import type { Change, RecordRef } from '../premises/operation.ts'
import type { Context } from './context.ts'
import type { Editing } from './editing.ts'
import type { Projects } from './projects.ts'
import { keepReview, reviewOf } from './review.ts'

export interface Importer {
  /** Imports the files and opens what they make; rejects, with nothing changed, where they make nothing. */
  readonly bring: (files: readonly SourceFile[], signal: AbortSignal) => Promise<void>
}

/** Files of other programs: into a new project, into the levels of one where nothing is drawn yet, or as a revision. */
export function createImporter(context: Context, projects: Projects, editing: Editing): Importer {
  const { store, analyst } = context

  async function bring(files: readonly SourceFile[], signal: AbortSignal): Promise<void> {
    if (analyst === null) throw new Error('no analyst to import with')
    const onStage = (progress: {
      readonly stage: 'read' | 'geometry' | 'join' | 'check'
      readonly share: number
    }) => {
      if (!signal.aborted)
        store.setState(({ importing }) =>
          importing === null ? {} : { importing: { ...importing, progress } },
        )
    }
    const result = await analyst.importFiles(files, { signal, onStage })
    if (signal.aborted) return
    const { session } = context
    if (session === null || session.premises.facility.fictional === true)
      projects.begin(result.premises, { review: reviewOf(result) })
    else if (isBare(session.premises)) landOnBare(session.premises, result)
    else await proposeRevision(session.premises, result)
  }

  /** The import takes the place of the levels that the form made; what was typed about the facility stays. */
  function landOnBare(open: Premises, result: ImportResult): void {
    if (editing.edit('import', bareChanges(open, result.premises)) === null) return
    const review = reviewOf(result)
    store.setState({ review, panel: 'review' })
    keepReview(context, review)
  }

  /** A building that is drawn already: what the file changes is shown, and taken over when the person says so. */
  async function proposeRevision(open: Premises, result: ImportResult): Promise<void> {
    const { matchIds, revise } = await import('../import/revise.ts')
    const revision = revise(open, result.premises)
    const findings = findingsOnto(result.findings, matchIds(open, result.premises))
    store.setState({ review: { result: { ...result, findings }, revision, settled: [] }, panel: 'review' })
  }

  return { bring }
}

/** Findings of a revised file, speaking of the open records instead of the file's. */
function findingsOnto(findings: readonly Finding[], idOf: ReadonlyMap<string, string>): readonly Finding[] {
  const onto = (value: unknown): unknown => {
    if (typeof value === 'string') return idOf.get(value) ?? value
    if (Array.isArray(value)) return value.map(onto)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, onto(each)]))
  }
  return findings.map((finding) => onto(finding) as Finding)
}

/** Whether nothing has been drawn: a new facility, with its levels at most. */
export function isBare({ zones, openings, walls, stairs }: Premises): boolean {
  return [zones, openings, walls, stairs].every((table) => Object.keys(table).length === 0)
}

/** The changes that put imported premises in the place of bare ones. */
export function bareChanges(open: Premises, imported: Premises): Change[] {
  const deletions = (['levels', 'buildings'] as const).flatMap((table) =>
    Object.keys(open[table]).map((id): Change => ({ record: { table, id }, field: null, after: null })),
  )
  const { facility } = imported
  const typed = open.facility
  const additions = changesFrom(imported).filter(({ record }) => record.table !== 'facility')
  const record: RecordRef = { table: 'facility' }
  const kept: Change[] = []
  if (!typed.placement.placed) kept.push({ record, field: 'placement', after: facility.placement })
  if (typed.address === undefined && facility.address !== undefined)
    kept.push({ record, field: 'address', after: facility.address })
  return [...deletions, ...additions, ...kept]
}
