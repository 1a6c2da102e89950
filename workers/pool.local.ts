import type { FromWorker, ToWorker, WorkerPort } from './protocol.ts'
import { createPool } from './scheduler.ts'
import type { Pool } from './scheduler.ts'
import { jobTable } from './table.ts'
import type { JobTable } from './table.ts'
import { letMessagesIn } from './turns.ts'
import { serve } from './worker.ts'

/**
 * Workers that live in the calling thread, for tests and small runs under Node: everything crosses by structured clone
 * and in its own turn, as between threads. What cannot yield cannot be stopped here; its answer is dropped.
 */
export function createLocalPool(size = 1, table: JobTable = jobTable): Pool {
  return createPool(() => localPort(table), size)
}

function localPort(table: JobTable): WorkerPort {
  let toMain: ((message: FromWorker) => void) | null = null
  let toThread: ((message: ToWorker) => void) | null = null
  let ended = false
  let lastRun = 0
  const later = (deliver: () => void): void =>
    void letMessagesIn().then(() => {
      if (!ended) deliver()
    })
  serve(
    {
      post: (message) => {
        const copy = structuredClone(message)
        later(() => toMain?.(copy))
      },
      onMessage: (handle) => {
        toThread = handle
      },
    },
    table,
  )
  return {
    post: (message) => {
      if (message.kind === 'run') lastRun = message.run
      const copy = structuredClone(message)
      later(() => toThread?.(copy))
    },
    onMessage: (handle) => {
      toMain = handle
    },
    onLost: () => {},
    terminate: () => {
      // A run that is still at work in this thread hears it when it breathes next.
      toThread?.({ kind: 'abort', run: lastRun })
      ended = true
    },
  }
}
