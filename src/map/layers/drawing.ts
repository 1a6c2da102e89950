import type { LayerSpecification } from 'maplibre-gl'
import type { MapTheme } from '../theme.ts'
import { fadeIn, pen, kind } from './expressions.ts'

/** The drawing of the plan; it fades away as the map is zoomed out, so that clean shapes stay. */
export function drawing(theme: MapTheme): LayerSpecification[] {
  const source = 'plan'
  return [
    {
      id: 'furniture',
      type: 'fill',
      source,
      minzoom: 19,
      filter: kind('furniture'),
      paint: { 'fill-color': theme.furniture, 'fill-opacity': fadeIn(19, 20, 0.45) },
    },
    {
      id: 'stair-void',
      type: 'fill',
      source,
      minzoom: 18,
      filter: kind('landing'),
      paint: { 'fill-color': theme.fine, 'fill-opacity': fadeIn(18, 19, 0.06) },
    },
    {
      id: 'tread',
      type: 'line',
      source,
      minzoom: 18.2,
      filter: kind('tread', 'lift', 'rail'),
      paint: {
        'line-color': theme.fine,
        'line-width': pen(0.5, 1.3),
        'line-opacity': fadeIn(18.2, 19, 0.85),
      },
    },
    {
      id: 'stair-arrow',
      type: 'line',
      source,
      minzoom: 18.6,
      filter: kind('arrow'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': theme.wall, 'line-width': pen(0.8, 2), 'line-opacity': fadeIn(18.6, 19.3) },
    },
    {
      id: 'wall',
      type: 'fill',
      source,
      minzoom: 17.2,
      filter: kind('wall', 'fireWall'),
      paint: { 'fill-color': theme.wall, 'fill-opacity': fadeIn(17.2, 18.4) },
    },
    {
      id: 'column',
      type: 'fill',
      source,
      minzoom: 18,
      filter: kind('column'),
      paint: { 'fill-color': theme.column, 'fill-opacity': fadeIn(18, 19) },
    },
    {
      id: 'window',
      type: 'fill',
      source,
      minzoom: 18.2,
      filter: kind('window'),
      paint: { 'fill-color': theme.slab, 'fill-opacity': fadeIn(18.2, 19) },
    },
    {
      id: 'window-line',
      type: 'line',
      source,
      minzoom: 18.2,
      filter: kind('window', 'windowLine'),
      paint: { 'line-color': theme.glass, 'line-width': pen(0.6, 1.4), 'line-opacity': fadeIn(18.2, 19) },
    },
    {
      id: 'opening',
      type: 'fill',
      source,
      minzoom: 17.8,
      filter: kind('gap'),
      paint: {
        'fill-color': theme.floor,
        'fill-opacity': fadeIn(17.8, 18.6),
      },
    },
    {
      id: 'door-fill',
      type: 'fill',
      source,
      minzoom: 19,
      filter: kind('sweep'),
      paint: { 'fill-color': theme.fine, 'fill-opacity': fadeIn(19, 19.6, 0.07) },
    },
    {
      id: 'swing',
      type: 'line',
      source,
      minzoom: 18.4,
      filter: kind('swing', 'threshold'),
      layout: { 'line-cap': 'round' },
      paint: {
        'line-color': theme.fine,
        'line-width': pen(0.5, 1.2),
        'line-opacity': fadeIn(18.4, 19.2, 0.9),
        // Dashed where nobody said how the door opens, and the usual way is drawn.
        'line-dasharray': ['case', ['has', 'assumed'], ['literal', [2.5, 2.5]], ['literal', [1, 0]]],
      },
    },
    {
      id: 'door',
      type: 'line',
      source,
      minzoom: 18,
      filter: kind('leaf'),
      layout: { 'line-cap': 'butt', 'line-join': 'miter' },
      paint: { 'line-color': theme.wall, 'line-width': pen(0.8, 3), 'line-opacity': fadeIn(18, 19) },
    },
  ]
}
