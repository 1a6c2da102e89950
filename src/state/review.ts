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

/** Settling what the check after import asks, and landing a revised file. */
export function reviewActions(
  context: Context,
  editing: Editing,
): Pick<Actions, 'settleFinding' | 'landRevision' | 'closeReview'> {
  const { store, storage } = context

  const keep = (review: Review | null) => {
    store.setState({ review })
    const { session } = context
    if (session !== null && (review === null || review.revision === null))
      void storage.keepReview(session.id, review).catch(() => undefined)
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
      const { review } = store.getState()
      const revision = review?.revision
      if (review === null || revision === null || revision === undefined) return
      const taken = new Set(takeTheirs)
      const theirs = revision.conflicts
        .filter(({ record, field }) => taken.has(conflictKey({ record, field })))
        .map(({ record, field, theirs: after }) => ({ record, field, after }))
      editing.edit('landRevision', [...revision.changes, ...theirs])
      keep(reviewOf(review.result))
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
