/** The one place that makes a worker in a browser. The portable build puts spawn.portable.ts in its place. */
export function spawnWorker(): Worker {
  return new Worker(new URL('./worker.browser.ts', import.meta.url), { type: 'module', name: 'compute' })
}
