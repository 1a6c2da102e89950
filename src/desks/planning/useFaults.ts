import { useMemo } from 'react'
import type { RoutesResult } from '../../../workers/routes/job.ts'
import type { Fault } from '../../premises/faults/fault.ts'
import type { Premises } from '../../premises/model.ts'
import { useApp } from '../../ui/app.ts'
import { allFaults } from './problems.ts'

/** All faults of the drawing as far as they are computed, with those that these routes tell (of the drawing itself if absent). */
export function useFaults(premises: Premises, routes?: RoutesResult | null): readonly Fault[] {
  const faults = useApp((state) => state.faults.value)
  const own = useApp((state) => state.figures.routes.value)
  const known = routes === undefined ? own : routes
  return useMemo(() => allFaults(premises, faults, known), [premises, faults, known])
}
