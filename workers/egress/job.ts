import type { OpeningId, StairId, ZoneId, LevelId } from '../../src/premises/ids.ts'
import type { EnteredMark } from '../../src/premises/evidence.ts'
import type { Message } from '../../src/premises/message.ts'
import type { Provenance } from '../job.ts'

/** What crosses the thread for the job `egress` (the SFPE hydraulic network). */
export interface EgressInput {
  readonly shutOpenings: readonly OpeningId[]
  readonly closedZones: readonly ZoneId[]
  /** Stairs that are lost whole (smoke in the shaft): none of their runs and stair zones can be passed. */
  readonly lostStairs?: readonly StairId[]
  /** Share that the stair gets where a storey merges into it, both saturated: 0.5 unless asked otherwise. */
  readonly stairShare: number
  readonly doorBasis: 'effectiveWidth' | 'clear133'
  readonly detectionS: number
  readonly alarmS: number
  readonly preMovementFirstS: number
  readonly preMovementLastS: number
  /** Seconds between two samples of the queues; null = no series. */
  readonly seriesStepS: number | null
}

export interface EgressResult {
  /** Everyone starts at t = 0; queues included; assisted persons not included. Good to about a step of the cells, 1.25 s. */
  readonly movementTimeS: number
  /** Detection + alarm + max(first pre-movement + movement, last pre-movement + longest free walk). */
  readonly evacuationTimeS: number
  readonly ledBy: 'queue' | 'lastStart'
  readonly longestFreeWalkS: number
  readonly firstArrivalS: number
  /** Persons whom the times count: they have a way, and can walk it. */
  readonly persons: number
  /** Persons who have no way out, and those who cannot use stairs where the way has stairs: left out of the times. */
  readonly notMoved: { readonly noWay: number; readonly assisted: number }
  /** The component that governs: the last to end its queue on the way of the last person; null: nobody queues there. */
  readonly bottleneck: ComponentRef | null
  /** Every exit that is open, those that nobody takes included (0 persons). */
  readonly perExit: readonly ExitFlow[]
  readonly perLevel: readonly LevelFlow[]
  readonly perOpening: readonly OpeningFlow[]
  readonly perZone: readonly ZoneClearing[]
  readonly perStair: readonly StairFlow[]
  readonly series: QueueSeries | null
  /** Widths, counts and others that the movement time rests on, weakest mark first. */
  readonly governingMark: EnteredMark
  readonly warnings: readonly Message[]
  readonly provenance: Provenance
}

export type ComponentRef =
  | { readonly kind: 'opening'; readonly id: OpeningId }
  | { readonly kind: 'stair'; readonly id: StairId; readonly run: number }
  | { readonly kind: 'zone'; readonly id: ZoneId }

export interface ExitFlow {
  readonly id: OpeningId
  readonly persons: number
  readonly firstS: number
  readonly lastS: number
  readonly maxFlowPerS: number
  readonly queueMax: number
}

export interface LevelFlow {
  readonly id: LevelId
  readonly persons: number
  /** When the last person of this level has left the level. */
  readonly clearedS: number
}

export interface OpeningFlow {
  readonly id: OpeningId
  /** Capacity: specific flow × effective width. */
  readonly flowPerS: number
  readonly persons: number
  readonly queueMax: number
  /** From the first moment somebody waits to the last; 0 if nobody waits. */
  readonly queueFromS: number
  readonly queueToS: number
  readonly lastS: number
  readonly widthMark: EnteredMark
}

export interface ZoneClearing {
  readonly id: ZoneId
  /** All persons of the zone; of these, those who stay behind because their way has stairs. */
  readonly persons: number
  readonly assisted: number
  /** Exit of the zone's farthest person; null: no way out. */
  readonly exitId: OpeningId | null
  /** When the last person who starts in the zone is outside; 0 where nobody moves. */
  readonly clearedS: number
  /** Persons per square metre at the start. */
  readonly densityPerM2: number
}

export interface StairFlow {
  readonly id: StairId
  readonly persons: number
  readonly maxFlowPerS: number
  readonly queueMax: number
  readonly lastS: number
}

/** queues[opening][sample], persons waiting. */
export interface QueueSeries {
  readonly stepS: number
  readonly openings: readonly OpeningId[]
  readonly queues: readonly Float32Array[]
  readonly outside: Float32Array
}
