import type { ImportContext } from '../pace.ts'
import type { ImportProgress } from '../result.ts'

/** Tells how far a stage is, and lets the thread breathe in time. */
export interface Pace {
  /** Share (0 … 1) of the present stretch that is done; yields to the thread where it is time. */
  readonly at: (share: number) => Promise<void>
  /** The same pace for a stretch of the stage: its shares run from one bound to the other. */
  readonly within: (from: number, to: number) => Pace
}

/** Longest stretch of computing without a breath, milliseconds. */
const longestMs = 20

export function paceOf(context: ImportContext, stage: ImportProgress['stage']): Pace {
  let last = performance.now()
  const within = (from: number, to: number): Pace => ({
    at: async (share) => {
      if (performance.now() - last < longestMs) return
      context.progress({ stage, share: from + (to - from) * Math.min(1, share) })
      await context.breathe()
      last = performance.now()
    },
    within: (inner, outer) => within(from + (to - from) * inner, from + (to - from) * outer),
  })
  context.progress({ stage, share: 0 })
  return within(0, 1)
}
