import { Worker } from 'node:worker_threads'
import type { WorkerPort } from './protocol.ts'
import { createPool } from './scheduler.ts'
import type { Pool } from './scheduler.ts'

/**
 * A pool of Node threads that run the bundled `worker.node.ts` at `bundle` (a path or a file: URL). Its threads keep the
 * process alive until `close`.
 */
export function createNodePool(bundle: string | URL, size: number): Pool {
  return createPool(() => nodePort(new Worker(bundle)), size)
}

function nodePort(worker: Worker): WorkerPort {
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (handle) => void worker.on('message', handle),
    onLost: (handle) => {
      worker.on('error', (error) => handle(error.message))
      worker.on('messageerror', (error) => handle(error.message))
      worker.on('exit', (code) => handle(`the thread ended with code ${code}`))
    },
    terminate: () => void worker.terminate(),
  }
}
