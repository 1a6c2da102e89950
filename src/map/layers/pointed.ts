import type { LayerSpecification } from 'maplibre-gl'
import type { MapTheme } from '../theme.ts'
import { pen, role } from './expressions.ts'

/** What the pointer is on, and what is selected. */
export function pointed(theme: MapTheme): LayerSpecification[] {
  const line = (
    id: string,
    name: string,
    width: [number, number],
    colour: string,
    opacity: number,
  ): LayerSpecification => ({
    id,
    type: 'line',
    source: 'pointer',
    filter: role(name),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-width': pen(...width), 'line-opacity': opacity },
  })
  return [
    line('hover', 'hover', [1.6, 3], theme.accent, 0.55),
    {
      id: 'selected-fill',
      type: 'fill',
      source: 'pointer',
      filter: ['all', role('selected'), ['==', ['geometry-type'], 'Polygon']],
      paint: { 'fill-color': theme.accent, 'fill-opacity': 0.1 },
    },
    line('selected-casing', 'selected', [6, 10], theme.accentCasing, 0.95),
    line('selected', 'selected', [3, 5], theme.accent, 1),
  ]
}
