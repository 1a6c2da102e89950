import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { regular, semiBold } from '../fonts.ts'
import { signs, type MapTheme } from '../theme.ts'
import { role } from './expressions.ts'

/** Exits, blocked doors, faults, assembly points, queues; what stands higher has its place first. */
export function signed(theme: MapTheme): LayerSpecification[] {
  const sign = (
    id: string,
    names: string[],
    minzoom: number,
    overlap: 'always' | 'never',
  ): LayerSpecification => ({
    id,
    type: 'symbol',
    source: 'marks',
    minzoom,
    filter: ['in', ['get', 'sign'], ['literal', names]],
    layout: {
      'icon-image': ['get', 'sign'],
      'icon-overlap': overlap,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 16, 0.4, 18, 0.6, 19.2, 0.85, 20.5, 1],
      'icon-padding': 2,
      'symbol-sort-key': ['get', 'rank'],
      'text-field': [
        'step',
        ['zoom'],
        '',
        18.8,
        [
          'format',
          ['get', 'name'],
          {},
          ['case', ['!=', ['coalesce', ['get', 'figure'], ''], ''], ['concat', '\n', ['get', 'figure']], ''],
          { 'text-font': ['literal', [semiBold]] },
        ],
      ],
      'text-font': [regular],
      'text-size': 11,
      'text-anchor': ['match', ['get', 'side'], 'top', 'bottom', 'bottom', 'top', 'left', 'right', 'left'],
      'text-offset': [
        'match',
        ['get', 'side'],
        'top',
        ['literal', [0, -1.3]],
        'bottom',
        ['literal', [0, 1.3]],
        'left',
        ['literal', [-1.45, 0]],
        ['literal', [1.45, 0]],
      ],
      'text-justify': 'auto',
      'text-max-width': 9,
      'text-line-height': 1.2,
      'text-optional': true,
    },
    paint: { 'text-color': theme.wayOutText, 'text-halo-color': theme.halo, 'text-halo-width': 1.5 },
  })
  return [
    sign('mark-assumed', ['assumed'], 19.6, 'never'),
    sign('mark-storey', ['storeyExit'], 18.6, 'never'),
    sign('mark-assembly', ['assembly'], 14, 'always'),
    sign('mark-exit', ['exit', 'exitUndecided'], 15, 'always'),
    {
      id: 'turn',
      type: 'symbol',
      source: 'routes',
      filter: role('turn'),
      layout: {
        'icon-image': ['get', 'sign'],
        'icon-overlap': 'always',
        'text-field': ['get', 'to'],
        'text-font': [semiBold],
        'text-size': 12,
        'text-anchor': 'left',
        'text-offset': [1.1, 0],
        'text-overlap': 'always',
      },
      paint: { 'text-color': signs.wayOut, 'text-halo-color': '#ffffff', 'text-halo-width': 2 },
    },
    sign('mark-badge', ['badge', 'dot'], 17, 'always'),
    sign('mark-blocked', ['blocked'], 15, 'always'),
    {
      id: 'queue',
      type: 'symbol',
      source: 'queues',
      minzoom: 16,
      layout: {
        'icon-image': 'queue',
        'icon-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          16,
          ['/', ['max', 8, ['*', 0.3, ['get', 'sizePx']]], 64],
          17.5,
          ['/', ['max', 18, ['*', 0.6, ['get', 'sizePx']]], 64],
          19.5,
          ['/', ['get', 'sizePx'], 64],
          20.5,
          ['/', ['max', 36, ['get', 'sizePx']], 64],
        ],
        // Of two that meet the larger stays; the other comes back nearer by. A number never stands without its disc.
        'icon-overlap': 'never',
        'text-overlap': 'never',
        'icon-padding': 0,
        'text-padding': 0,
        'symbol-sort-key': ['get', 'sort'],
        'text-field': ['step', ['zoom'], '', 17.5, queueText(38), 20.5, queueText(0)],
        'text-font': [regular],
        'text-size': ['interpolate', ['linear'], ['zoom'], 17.5, 10.5, 19.5, 12],
        'text-line-height': 1.05,
      },
      paint: { 'text-color': signs.queueText },
    },
    {
      id: 'picked',
      type: 'symbol',
      source: 'pointer',
      filter: role('picked'),
      layout: { 'icon-image': 'picked', 'icon-overlap': 'always' },
    },
  ]
}

/** Persons, and seconds beneath them in discs of at least this size. */
function queueText(fromPx: number): ExpressionSpecification {
  return [
    'format',
    ['get', 'persons'],
    { 'text-font': ['literal', [semiBold]], 'font-scale': 1.1 },
    ['case', ['>=', ['get', 'sizePx'], fromPx], ['concat', '\n', ['get', 'seconds']], ''],
    { 'font-scale': 0.85 },
  ]
}
