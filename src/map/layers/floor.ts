import type { LayerSpecification } from 'maplibre-gl'
import type { MapTheme } from '../theme.ts'
import { pen, kind } from './expressions.ts'

/** The slab of a level and its zones, coloured by feature state. */
export function floor(theme: MapTheme): LayerSpecification[] {
  return [
    {
      id: 'slab',
      type: 'fill',
      source: 'plan',
      filter: kind('outline'),
      paint: { 'fill-color': theme.slab },
    },
    {
      id: 'zone',
      type: 'fill',
      source: 'plan',
      filter: kind('zone'),
      paint: {
        'fill-color': ['to-color', ['feature-state', 'fill'], theme.floor],
        'fill-antialias': true,
      },
    },
    {
      id: 'zone-hatch',
      type: 'fill',
      source: 'hatch',
      paint: { 'fill-pattern': ['get', 'pattern'] },
    },
    {
      id: 'zone-line',
      type: 'line',
      source: 'plan',
      filter: kind('zone'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': theme.floorLine,
        'line-width': pen(0.5, 1),
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 16.2, 0, 17.2, 1],
      },
    },
    {
      id: 'slab-line',
      type: 'line',
      source: 'plan',
      filter: kind('outline'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': theme.wall,
        'line-width': ['interpolate', ['linear'], ['zoom'], 15, 0.8, 18, 1.4],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 18, 0.8, 19, 0],
      },
    },
  ]
}
