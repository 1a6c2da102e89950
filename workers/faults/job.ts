import type { Fault } from '../../src/premises/faults/faults.ts'

/** What crosses the thread for the job `faults`: nothing is asked but the premises themselves. */
export type FaultsInput = Readonly<Record<string, never>>

/** All faults that follow from the premises (not `noWayOut`, which the routes tell), in the order in which they are best mended. */
export type FaultsResult = readonly Fault[]
