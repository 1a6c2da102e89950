import type { WorkerPort } from './protocol.ts'
import { createPool } from './scheduler.ts'
import type { Pool } from './scheduler.ts'
import { spawnWorker } from './spawn.browser.ts'

/** A pool of Web Workers: two at least (one may be long at work), and no more than leave a core to the screen. */
export function createBrowserPool(): Pool {
  const size = Math.max(2, Math.min(4, (navigator.hardwareConcurrency || 2) - 1))
  return createPool(() => browserPort(spawnWorker()), size)
}

function browserPort(worker: Worker): WorkerPort {
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (handle) => {
      worker.onmessage = ({ data }: MessageEvent) => handle(data)
    },
    onLost: (handle) => {
      worker.onerror = (event) => handle(event.message || 'the worker could not be loaded')
      worker.onmessageerror = () => handle('a message could not be read')
    },
    terminate: () => worker.terminate(),
  }
}
