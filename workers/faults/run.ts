import { faultSteps, inOrder, type Fault } from '../../src/premises/faults/faults.ts'
import type { Job } from '../job.ts'
import type { FaultsInput, FaultsResult } from './job.ts'

/** The job `faults`: the checks of a drawing, level by level. */
export const faultsJob: Job<FaultsInput, number, FaultsResult> = {
  name: 'faults',
  run: async (_input, { premises, breathe }) => {
    const found: Fault[] = []
    for (const part of faultSteps(premises())) {
      found.push(...part)
      await breathe()
    }
    return inOrder(found)
  },
}
