import type { Review } from '../../state/app.ts'

/** How many findings wait for a decision. */
export function openDecisions(review: Review | null): number {
  if (!review || review.revision) return 0
  return review.result.findings.filter(
    (finding, index) => finding.kind === 'decide' && !review.settled.includes(index),
  ).length
}
