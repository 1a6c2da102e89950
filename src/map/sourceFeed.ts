import type { FeatureCollection } from 'geojson'

/** The part of a map's GeoJSON source that a feed needs. */
export interface DataSink {
  readonly setData: (data: FeatureCollection) => Promise<void>
}

/**
 * Feeds a source one set of data after the other. Each is awaited before the next is sent, and of those that arrive
 * meanwhile only the newest: otherwise newer data cancel older, and a source that changes often shows nothing.
 */
export function sourceFeed(sink: () => DataSink | undefined): (data: FeatureCollection) => void {
  let busy = false
  let waiting: FeatureCollection | null = null
  const send = async (data: FeatureCollection) => {
    busy = true
    try {
      await sink()?.setData(data)
    } catch {
      // The map went away, or its worker restarted: whoever restores it sends everything again.
    }
    busy = false
    const next = waiting
    waiting = null
    if (next) void send(next)
  }
  return (data) => {
    if (busy) waiting = data
    else void send(data)
  }
}
