import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { nothing } from './features.ts'
import { feeds, type FeedInput } from './feeds.ts'
import { sourceFeed } from './sourceFeed.ts'

/** The sources of one map: what each was sent last, and whether that still holds. */
export interface MapSources {
  /** Data for the style that the map starts with. */
  readonly first: (input: FeedInput) => (source: string) => FeatureCollection
  /** Sends every source whose data have changed, but for those that may wait; true if any was sent. */
  readonly send: (input: FeedInput, waiting?: ReadonlySet<string>) => boolean
  /** The map lost its sources: everything is to be sent again. */
  readonly forget: () => void
}

export function mapSources(map: () => MapLibre): MapSources {
  const sent = new Map<string, readonly unknown[]>()
  const senders = new Map<string, ReturnType<typeof sourceFeed>>()
  const makeSenders = () => {
    for (const { source } of feeds)
      senders.set(
        source,
        sourceFeed(() => map().getSource<GeoJSONSource>(source)),
      )
  }
  makeSenders()
  return {
    first: (input) => {
      for (const { source, dependsOn } of feeds) sent.set(source, dependsOn(input))
      return (source) => feeds.find((feed) => feed.source === source)?.features(input) ?? nothing
    },
    send: (input, waiting) => {
      let any = false
      for (const { source, dependsOn, features } of feeds) {
        const now = dependsOn(input)
        const before = sent.get(source)
        if (before && now.every((value, index) => Object.is(value, before[index]))) continue
        if (waiting?.has(source)) continue
        sent.set(source, now)
        senders.get(source)?.(features(input))
        any = true
      }
      return any
    },
    forget: () => {
      sent.clear()
      // A promise of a source that is gone may never be kept.
      makeSenders()
    },
  }
}
