import type { Rules, Ways } from '../routes/search.ts'
import { queueIndex } from './assemble.ts'
import type { Assembly } from './assemble.ts'
import type { Departure, Parting } from './departures.ts'
import type { FlowRun } from './flowRun.ts'
import type { EgressNetwork } from './network.ts'

/** A case that has run to its end: all that a result is read from. */
export interface Ended {
  readonly net: EgressNetwork
  readonly rules: Rules
  readonly ways: Ways
  readonly parting: Parting
  readonly assembly: Assembly
  readonly flow: FlowRun
  /** Per departure, the crossings of its way. */
  readonly paths: ReadonlyMap<Departure, readonly number[]>
  /** Crossings that somebody takes, in their order. */
  readonly taken: readonly number[]
}

/** Number of the queue before a crossing, in the kernel's arrays; −1 where nobody can wait. */
export function queueNumber({ net, assembly }: Ended, crossing: number): number {
  return assembly.built.queueAt[queueIndex(net, crossing)]!
}
