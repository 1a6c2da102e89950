import type { FeatureCollection } from 'geojson'
import type { StyleSpecification } from 'maplibre-gl'
import { feeds } from './feeds.ts'
import { fontFaces } from './fonts.ts'
import { layersOf, mapLayers, type MapLayer } from './layers.ts'
import type { MapTheme } from './theme.ts'

/**
 * The offline style: no glyph server, no sprite, no tiles; only our own sources. A tile of zoom 20 is
 * 36 m wide here, so that coordinates in it are good to 5 mm.
 */
export function planStyle(
  theme: MapTheme,
  shown: Readonly<Record<MapLayer, boolean>>,
  data: (source: string) => FeatureCollection,
): StyleSpecification {
  const hidden = new Set(
    Object.entries(layersOf).flatMap(([name, ids]) => (shown[name as MapLayer] ? [] : ids)),
  )
  return {
    version: 8,
    'font-faces': fontFaces(),
    sources: Object.fromEntries(
      feeds.map(({ source }) => [
        source,
        {
          type: 'geojson',
          data: data(source),
          maxzoom: 20,
          tolerance: 0.1,
          buffer: 64,
          ...(source === 'plan' ? { promoteId: 'id' } : {}),
        },
      ]),
    ),
    layers: mapLayers(theme).map((layer) =>
      hidden.has(layer.id) ? { ...layer, layout: { ...layer.layout, visibility: 'none' } } : layer,
    ),
  }
}
