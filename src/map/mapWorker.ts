import { setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'

/** Tells the map where its worker lives. The portable build puts mapWorker.portable.ts in this file's place. */
export function startMapWorker(): void {
  setWorkerUrl(workerUrl)
}
