import { parentPort } from 'node:worker_threads'
import type { ToWorker } from './protocol.ts'
import { jobTable } from './table.ts'
import { serve } from './worker.ts'

/** Entry of a Node thread. */
if (parentPort === null) throw new Error('worker.node runs as a thread')
const parent = parentPort

serve(
  {
    post: (message) => parent.postMessage(message),
    onMessage: (handle) => void parent.on('message', (message: ToWorker) => handle(message)),
  },
  jobTable,
)
