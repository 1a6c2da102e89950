import type { ImportResult } from '../import/result.ts'
import { emptyPremises } from '../premises/empty.ts'
import type { Actions, Review } from './app.ts'
import type { Context } from './context.ts'
import type { Editing } from './editing.ts'

/** The check after an import that has landed. The premises of the import are the open ones now, and not kept twice. */
export function reviewOf(result: ImportResult): Review {
  const { name } = result.premises.facility
  return { result: { ...result, premises: emptyPremises({ name }) }, revision: null, settled: [] }
}

/** Keeps the check with the project over a restart; a revision that has not landed is not kept. */
export function keepReview({ storage, session }: Context, review: Review | null): void {
  if (session === null || (review !== null && review.revision !== null)) return
  const kept = review === null ? null : { review, settledBy: session.settledBy }
  void storage.keepReview(session.id, kept).catch(() => undefined)
}

/** Settling what the check after import asks, and landing a revised file. */
export function reviewActions(
  context: Context,
  editing: Editing,
): Pick<Actions, 'settleFinding' | 'landRevision' | 'closeReview'> {
  const { store } = context

  const keep = (review: Review | null) => {
    store.setState({ review })
    keepReview(context, review)
  }

  /** What was edited since the revision was shown counts as set by a person: the changes are worked out anew. */
  async function land(id: string, { result }: Review, takeTheirs: ReadonlySet<string>): Promise<void> {
    const { revise } = await import('../import/revise.ts')
    const { session } = context
    if (session?.id !== id) return
    const { changes, conflicts } = revise(session.premises, result.premises)
    const theirs = conflicts
      .filter((conflict) => takeTheirs.has(conflictKey(conflict)))
      .map(({ record, field, theirs: after }) => ({ record, field, after }))
    editing.edit('landRevision', [...changes, ...theirs])
    session.settledBy = new Map()
    keep(reviewOf(result))
  }

  return {
    settleFinding: (index, choice) => {
      const { review } = store.getState()
      const { session } = context
      const chosen = review?.result.findings[index]?.choices?.find(({ code }) => code === choice)
      if (review === null || session === null || chosen === undefined) return
      const action = editing.edit('settleFinding', chosen.changes)
      if (action !== null) session.settledBy.set(action, index)
      const settled = [...new Set([...review.settled, index])].toSorted((a, b) => a - b)
      keep({ ...review, settled })
    },
    landRevision: (takeTheirs) => {
      const { review, project } = store.getState()
      if (review?.revision === null || review === null || project === null) return
      void land(project.id, review, new Set(takeTheirs))
    },
    closeReview: () => keep(null),
  }
}

/** What `landRevision` is told of a conflict: `zones/<id>/name`. */
export function conflictKey({
  record,
  field,
}: {
  readonly record: { readonly table: string; readonly id?: string }
  readonly field: string
}): string {
  return `${record.table}/${record.id ?? ''}/${field}`
}
