import { parentPort } from 'node:worker_threads'
import type { ToWorker } from '../../../workers/protocol.ts'
import { jobTable } from '../../../workers/table.ts'
import { serve } from '../../../workers/worker.ts'

/** A thread like worker.node.ts, bundled for the tests. */
serve(
  {
    post: (message) => parentPort?.postMessage(message),
    onMessage: (handle) => void parentPort?.on('message', (message: ToWorker) => handle(message)),
  },
  jobTable,
)
