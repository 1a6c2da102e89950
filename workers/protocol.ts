import type { Message } from '../src/premises/message.ts'
import type { PackedParts } from './parts.ts'
import type { ReplicaPatch } from './replica.ts'
import type { JobName } from './table.ts'

/** From the scheduler to a worker. A patch and a run are sent only while the worker has nothing to do. */
export type ToWorker =
  | { readonly kind: 'patch'; readonly patch: ReplicaPatch }
  | { readonly kind: 'run'; readonly run: number; readonly job: JobName; readonly input: unknown }
  | { readonly kind: 'abort'; readonly run: number }

/** From a worker to the scheduler. Every run ends with exactly one `done` or `failed`. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly run: number; readonly progress: unknown }
  | { readonly kind: 'done'; readonly run: number; readonly result: unknown; readonly parts?: PackedParts }
  | { readonly kind: 'failed'; readonly run: number; readonly failure: Failure }

/** What a run threw, as plain data: an Error loses its class on the way through a thread's door. */
export type Failure =
  | { readonly kind: 'aborted' }
  | { readonly kind: 'person'; readonly report: Message }
  | { readonly kind: 'fault'; readonly detail: string }

/** The scheduler's end of a worker: a browser's Worker, a Node thread, or the same thread (tests, small runs). */
export interface WorkerPort {
  readonly post: (message: ToWorker) => void
  readonly onMessage: (handle: (message: FromWorker) => void) => void
  /** The worker is lost: it could not be loaded, ran out of memory, or ended by itself. */
  readonly onLost: (handle: (detail: string) => void) => void
  readonly terminate: () => void
}

/** A worker's end of the same door. */
export interface ThreadPort {
  readonly post: (message: FromWorker) => void
  readonly onMessage: (handle: (message: ToWorker) => void) => void
}
