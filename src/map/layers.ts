import type { LayerSpecification } from 'maplibre-gl'
import { drawing } from './layers/drawing.ts'
import { floor } from './layers/floor.ts'
import { aroundNames, ground, surroundings } from './layers/ground.ts'
import { labelled } from './layers/labels.ts'
import { pointed } from './layers/pointed.ts'
import { signed } from './layers/signs.ts'
import { ways } from './layers/ways.ts'
import type { MapTheme } from './theme.ts'

/** Layers that a person can switch off, and what each of them is made of. */
export type MapLayer = 'labels' | 'routes' | 'queues' | 'doors' | 'walls' | 'surroundings' | 'assembly'

/** Style layer ids by switch; a layer that is named nowhere is always drawn. */
export const layersOf: Readonly<Record<MapLayer, readonly string[]>> = {
  labels: ['label'],
  routes: [
    'route-before',
    'route-second-casing',
    'route-second',
    'route-casing',
    'route',
    'route-arrow',
    'net-casing',
    'net',
    'net-arrow',
    'turn',
  ],
  queues: ['queue'],
  doors: ['door-fill', 'swing', 'door', 'mark-assumed', 'mark-storey'],
  walls: ['wall', 'column', 'furniture', 'window', 'window-line', 'opening'],
  surroundings: [
    'around-fill',
    'around-line',
    'around-building',
    'around-wall',
    'around-tree',
    'around-street',
    'around-label',
  ],
  assembly: ['mark-assembly'],
}

/** All layers of the map, bottom to top: paper, surroundings, floor, drawing, ways out, labels, signs. */
export function mapLayers(theme: MapTheme): LayerSpecification[] {
  return [
    ...ground(theme),
    ...surroundings(theme),
    ...floor(theme),
    ...drawing(theme),
    ...pointed(theme),
    ...ways(),
    ...aroundNames(theme),
    ...labelled(theme),
    ...signed(theme),
  ]
}
