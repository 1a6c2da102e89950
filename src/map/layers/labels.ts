import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { regular, semiBold } from '../fonts.ts'
import type { MapTheme } from '../theme.ts'

/** Names and figures in their rooms. */
export function labelled(theme: MapTheme): LayerSpecification[] {
  const ink = (onDark: string, onLight: string, onPaper: string): ExpressionSpecification => [
    'match',
    ['get', 'ink'],
    'light',
    onDark,
    'dark',
    onLight,
    onPaper,
  ]
  return [
    {
      id: 'label',
      type: 'symbol',
      source: 'labels',
      filter: ['all', ['<=', ['get', 'from'], 19], ['>', ['get', 'to'], 19]],
      layout: {
        'text-field': [
          'format',
          ['get', 'name'],
          { 'text-font': ['literal', [semiBold]] },
          ['case', ['all', ['!=', ['get', 'figure'], ''], ['!=', ['get', 'name'], '']], '\n', ''],
          {},
          ['get', 'figure'],
          { 'text-font': ['literal', [regular]] },
        ],
        'text-font': [regular],
        'text-size': ['interpolate', ['linear'], ['zoom'], 19, 11.5, 21, 12.5, 23, 15],
        'text-line-height': 1.28,
        'text-max-width': 60,
        'text-rotate': ['case', ['get', 'upright'], -90, 0],
        'text-padding': 1,
        'symbol-sort-key': ['get', 'sort'],
      },
      paint: {
        'text-color': ink('#ffffff', '#1b1f24', theme.text),
        // The room's own colour: letters stay legible where a way out or a row of chairs runs beneath them.
        'text-halo-color': ['to-color', ['get', 'fill'], theme.floor],
        'text-halo-width': 1.6,
        'text-halo-blur': 0.2,
      },
    },
  ]
}
