import type { Case } from './case.ts'
import type { RoutesInput, ZoneRoute } from './job.ts'
import type { Along } from './piece.ts'
import type { Rules, Ways } from './search.ts'
import type { Seeker } from './second.ts'

/** A zone's answer, with the crossings that it rests on. */
export interface SolvedZone extends Seeker {
  readonly zone: number
  readonly second: readonly number[] | null
  readonly route: ZoneRoute
}

/** A case with its quickest ways, and the answer of every zone. */
export interface SolvedCase {
  readonly along: Along
  readonly targets: RoutesInput['targets']
  readonly given: Case
  readonly rules: Rules
  readonly ways: Ways
  readonly zones: readonly (SolvedZone | null)[]
}

/** The ways of a case, and what changed against the solved case that it was made from (`base`), if it was. */
export interface CaseWays {
  readonly given: Case
  readonly rules: Rules
  readonly ways: Ways
  readonly base: SolvedCase | null
  readonly changed: Uint8Array | null
}
