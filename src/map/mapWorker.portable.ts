import { setWorkerUrl } from 'maplibre-gl'
import source from 'virtual:worker-source:node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs'

/** The map's worker as a data: address, for the page that is one file: a module at a blob: address fails from file://. */
export function startMapWorker(): void {
  const bytes = new TextEncoder().encode(source)
  const pieces: string[] = []
  for (let from = 0; from < bytes.length; from += 0x8000) {
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + 0x8000)))
  }
  setWorkerUrl(`data:text/javascript;base64,${btoa(pieces.join(''))}`)
}
