import type { BoundInput, BoundResult } from '../../workers/bound/job.ts'
import type { EgressInput, EgressResult, LevelFlow } from '../../workers/egress/job.ts'
import type { FaultsResult } from '../../workers/faults/job.ts'
import type { RoutesInput, RoutesResult } from '../../workers/routes/job.ts'
import type { UnderlayAnswer, UnderlayProgress, UnderlayTask } from '../../workers/underlay/job.ts'
import type { ImportProgress, ImportResult, SourceFile } from '../import/result.ts'
import type { OpeningId, StairId, ZoneId } from '../premises/ids.ts'
import type { Message } from '../premises/message.ts'
import type { Premises } from '../premises/model.ts'
import type { Operation } from '../premises/operation.ts'

export interface AskOptions {
  readonly signal?: AbortSignal
  /** Share done, 0 … 1. */
  readonly onProgress?: (share: number) => void
}

/**
 * The questions a person asks of the open premises, each answered by the jobs it needs. One instance per open project;
 * the app holds it in src/state, the terminal in src/cli. Answers are cached by (revision, input).
 */
export interface Analyst {
  /** Replaces the replica in every worker. */
  readonly load: (premises: Premises) => void
  /** Brings the replicas up to date; `premises` is the state after the operations. */
  readonly patch: (operations: readonly Operation[], premises: Premises) => void
  readonly routes: (input: RoutesInput, options?: AskOptions) => Promise<RoutesResult>
  readonly egress: (input: EgressInput, options?: AskOptions) => Promise<EgressResult>
  readonly clearing: (input: ClearingInput, options?: AskOptions) => Promise<ClearingStudy>
  readonly bound: (input: BoundInput, options?: AskOptions) => Promise<BoundResult>
  /** What is wrong with the drawing, but for zones without a way out: those the routes name. */
  readonly faults: (options?: AskOptions) => Promise<FaultsResult>
  readonly importFiles: (
    files: readonly SourceFile[],
    options?: AskOptions & { onStage?: (progress: ImportProgress) => void },
  ) => Promise<ImportResult>
  /**
   * Makes a picture to lie beneath a level out of a file. Rejects with a `PersonError` for a file that cannot be used, with
   * `underlayTooSlow` where one step of it takes longer than data/underlay.json allows.
   */
  readonly underlay: <Task extends UnderlayTask>(
    task: Task,
    options?: {
      readonly signal?: AbortSignal
      readonly onStep?: (progress: UnderlayProgress) => void
    },
  ) => Promise<UnderlayAnswer<Task>>
  readonly close: () => void
}

/** The default study: all exits open, and each exit and each stair lost in turn. */
export interface ClearingInput extends Omit<EgressInput, 'seriesStepS'> {
  /** Queue series of the all-open case and of the worst. */
  readonly seriesStepS: number | null
}

export type Lost =
  { readonly kind: 'exit'; readonly id: OpeningId } | { readonly kind: 'stair'; readonly id: StairId }

export interface LostCase {
  readonly lost: Lost
  readonly result: EgressResult
  /** Persons whom this loss leaves without any way out; they are not in the times. */
  readonly stranded: number
}

export interface MergingTimes {
  readonly stairShare: number
  readonly movementTimeS: number
  readonly evacuationTimeS: number
  readonly perLevel: readonly LevelFlow[]
}

export interface ClearingStudy {
  readonly allOpen: EgressResult
  readonly cases: readonly LostCase[]
  /**
   * The headline: the longest evacuation time of those who have a way; null where there is nothing to lose, or where all
   * open takes longest.
   */
  readonly worst: LostCase | null
  /** Cases that strand persons, most persons first: no time describes them. */
  readonly stranding: readonly LostCase[]
  /** Zone cleared last in the headline case, and the opening that governs it (or has its longest queue). */
  readonly worstZoneId: ZoneId | null
  readonly worstOpeningId: OpeningId | null
  /**
   * The headline case by the share that stairs get where storeys merge into them (0.3, 0.5, 0.7): which storeys empty late
   * hangs on it, the whole hardly. Absent where nobody takes a stair.
   */
  readonly merging?: readonly MergingTimes[]
  readonly warnings: readonly Message[]
}
