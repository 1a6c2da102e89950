import type { LostCase } from '../../../analysis/questions.ts'

/** Names a case of the study: what it loses. */
export function caseKey({ lost }: Pick<LostCase, 'lost'>): string {
  return `${lost.kind}/${lost.id}`
}
