import type { Underlay } from '../../../premises/model.ts'
import type { UnderlayWork } from '../../../state/app.ts'

/** Ways to lay a picture: by one known length, by points, by the scale printed on the paper; and to turn it by a wall. */
export type LayMethod = 'length' | 'points' | 'paper' | 'wall'

/** What a way works on, and where it leads back to. */
export interface StepProps {
  readonly underlay: Underlay
  readonly work: UnderlayWork
  readonly onDone: () => void
}
