import { parentPort } from 'node:worker_threads'
import type { ToWorker } from '../../../workers/protocol.ts'
import { serve } from '../../../workers/worker.ts'
import { testTable } from './jobs.ts'

/** A thread like worker.node.ts, with the jobs of the tests. */
serve(
  {
    post: (message) => parentPort?.postMessage(message),
    onMessage: (handle) => void parentPort?.on('message', (message: ToWorker) => handle(message)),
  },
  testTable,
)
