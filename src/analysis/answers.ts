import { JobAborted } from '../../workers/job.ts'
import type { AskOptions } from './questions.ts'

/** One computing whose answer several callers wait for. */
interface Entry {
  readonly controller: AbortController
  readonly answer: Promise<unknown>
  readonly listeners: Set<(share: number) => void>
  waiting: number
  done: boolean
}

export type Compute<T> = (signal: AbortSignal, onProgress: (share: number) => void) => Promise<T>

export interface Answers {
  /** The answer kept under `key`, or computed now. Each caller may abort for itself; the last one stops the computing. */
  readonly ask: <T>(key: string, options: AskOptions | undefined, compute: Compute<T>) => Promise<T>
  /** Forgets what is kept; what is under way goes on for those who wait for it. */
  readonly clear: () => void
}

/** Answers kept by key, at most `size` of them (the oldest unused goes first). A failure is not kept. */
export function createAnswers(size = 64): Answers {
  const entries = new Map<string, Entry>()

  function begin<T>(key: string, compute: Compute<T>): Entry {
    const controller = new AbortController()
    const listeners = new Set<(share: number) => void>()
    const answer = compute(controller.signal, (share) => {
      for (const listener of listeners) listener(share)
    })
    const entry: Entry = { controller, answer, listeners, waiting: 0, done: false }
    answer.then(
      () => {
        entry.done = true
      },
      () => {
        if (entries.get(key) === entry) entries.delete(key)
      },
    )
    return entry
  }

  return {
    ask: <T>(key: string, options: AskOptions | undefined, compute: Compute<T>) =>
      new Promise<T>((resolve, reject) => {
        const { signal, onProgress } = options ?? {}
        if (signal?.aborted) return reject(new JobAborted())
        const entry = entries.get(key) ?? begin(key, compute)
        entries.delete(key)
        entries.set(key, entry)
        for (const [oldest, { done }] of entries) {
          if (entries.size <= size) break
          if (done) entries.delete(oldest)
        }
        entry.waiting += 1
        if (onProgress) entry.listeners.add(onProgress)
        const leave = (): void => {
          signal?.removeEventListener('abort', onAbort)
          if (onProgress) entry.listeners.delete(onProgress)
          entry.waiting -= 1
        }
        const onAbort = (): void => {
          leave()
          reject(new JobAborted())
          if (entry.waiting > 0 || entry.done) return
          if (entries.get(key) === entry) entries.delete(key)
          entry.controller.abort()
        }
        signal?.addEventListener('abort', onAbort)
        entry.answer.then(
          (value) => {
            if (signal?.aborted) return
            leave()
            resolve(value as T)
          },
          (error: Error) => {
            if (signal?.aborted) return
            leave()
            reject(error)
          },
        )
      }),
    clear: () => entries.clear(),
  }
}
