import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { signs } from '../theme.ts'
import { pen, role } from './expressions.ts'

/** Ways out: safety green on white, with arrows; the second way dashed, the way before an assumption grey. */
export function ways(): LayerSpecification[] {
  const base = { type: 'line' as const, source: 'routes' }
  const round = { 'line-cap': 'round' as const, 'line-join': 'round' as const }
  const netWidth = (extra: number): ExpressionSpecification => {
    const width = (least: number): ExpressionSpecification => [
      '+',
      least + extra,
      ['min', 3.2, ['*', 0.55, ['sqrt', ['get', 'count']]]],
    ]
    return ['interpolate', ['linear'], ['zoom'], 17, width(0.2), 20, width(1.1)]
  }
  return [
    {
      ...base,
      id: 'route-before',
      filter: role('before'),
      layout: { ...round, 'line-cap': 'butt' },
      paint: { 'line-color': signs.before, 'line-width': pen(2, 4), 'line-dasharray': [1, 1.4] },
    },
    {
      ...base,
      id: 'net-casing',
      filter: role('all'),
      layout: round,
      paint: { 'line-color': signs.wayOutCasing, 'line-width': netWidth(2.4), 'line-opacity': 0.9 },
    },
    {
      ...base,
      id: 'net',
      filter: role('all'),
      layout: { ...round, 'line-sort-key': ['get', 'count'] },
      paint: { 'line-color': signs.wayOut, 'line-width': netWidth(0) },
    },
    arrows('net-arrow', 'all', 'arrow-green', 46, 19),
    {
      ...base,
      id: 'route-second-casing',
      filter: role('second'),
      layout: round,
      paint: { 'line-color': signs.wayOutCasing, 'line-width': pen(6, 9), 'line-opacity': 0.95 },
    },
    {
      ...base,
      id: 'route-second',
      filter: role('second'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': signs.wayOut, 'line-width': pen(3, 4.6), 'line-dasharray': [1.8, 1.1] },
    },
    {
      ...base,
      id: 'route-casing',
      filter: role('first'),
      layout: round,
      paint: { 'line-color': signs.wayOutCasing, 'line-width': pen(8, 12.5) },
    },
    {
      ...base,
      id: 'route',
      filter: role('first'),
      layout: round,
      paint: { 'line-color': signs.wayOut, 'line-width': pen(5, 8.5) },
    },
    arrows('route-arrow', 'first', 'arrow-white', 34, 17),
  ]
}

function arrows(
  id: string,
  name: string,
  image: string,
  spacing: number,
  minzoom: number,
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'routes',
    minzoom,
    filter: role(name),
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': spacing,
      'icon-image': image,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 18, 0.62, 22, 1],
      'icon-overlap': 'always',
      'icon-ignore-placement': true,
    },
  }
}
