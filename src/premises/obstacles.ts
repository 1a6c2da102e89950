import { isNeverEscape } from './doorOperations.ts'
import type { Opening } from './model.ts'

/** Why nobody passes an edge. `vehicles`: a ramp that is no way for persons. */
export type Obstacle =
  | 'notWalkable'
  | 'neverEscape'
  | 'locked'
  | 'blocked'
  | 'shut'
  | 'exitUndecided'
  | 'exitDenied'
  | 'lift'
  | 'vehicles'

/** Whether persons pass an opening on a way out: what stands in the way, apart from the question whether it is an exit. */
export function obstacleOf({ kind, door, surveyedState }: Opening): Obstacle | null {
  if (kind !== 'door' && kind !== 'passage') return 'notWalkable'
  if (door && isNeverEscape(door.operation)) return 'neverEscape'
  if (surveyedState === 'blocked') return 'blocked'
  if (surveyedState === 'locked' && door?.lockReleasesOnAlarm !== true) return 'locked'
  return null
}
