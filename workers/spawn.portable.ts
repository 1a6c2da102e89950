import source from 'virtual:worker-source:workers/worker.browser.ts'

let address: string | null = null

/**
 * A worker from its source text, for the page that is one file: from file:// a classic script at a blob: address runs, a
 * module does not.
 */
export function spawnWorker(): Worker {
  address ??= URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  return new Worker(address, { name: 'compute' })
}
