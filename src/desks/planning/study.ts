import type { ClearingStudy } from '../../analysis/questions.ts'
import type { EgressResult } from '../../../workers/egress/job.ts'
import type { Premises, Study } from '../../premises/model.ts'
import type { EnteredMark } from '../../premises/evidence.ts'
import { weakestMark } from '../../premises/evidence.ts'

/** The study of the premises: the first by id, which is the oldest. */
export function studyOf(premises: Premises): Study | null {
  const first = Object.keys(premises.studies).toSorted()[0]
  return first === undefined ? null : (premises.studies[first] ?? null)
}

/** The result of which the headline speaks: the worst loss, or all open where there is nothing to lose. */
export function headlineOf(study: ClearingStudy): EgressResult {
  return study.worst?.result ?? study.allOpen
}

/** Whether a stranded person makes every time incomplete. */
export function worstStranding(study: ClearingStudy): ClearingStudy['stranding'][number] | null {
  return study.stranding[0] ?? null
}

/** The mark in words of the opening that governs, and the weakest of everything that the figure rests on. */
export function marksOf(study: ClearingStudy): {
  readonly governing: EnteredMark
  readonly width: EnteredMark | null
} {
  const result = headlineOf(study)
  const opening = result.perOpening.find((each) => each.id === study.worstOpeningId)
  return { governing: weakestMark([result.governingMark]), width: opening?.widthMark ?? null }
}
