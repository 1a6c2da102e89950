import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { regular, semiBold } from './fonts.ts'
import { signs, type MapTheme } from './theme.ts'

/** Layers that a person can switch off, and what each of them is made of. */
export type MapLayer = 'labels' | 'routes' | 'queues' | 'doors' | 'walls' | 'surroundings' | 'assembly'

/** Style layer ids by switch; a layer that is named nowhere is always drawn. */
export const layersOf: Readonly<Record<MapLayer, readonly string[]>> = {
  labels: ['label'],
  routes: ['route-before', 'route-second-casing', 'route-second', 'route-casing', 'route', 'route-arrow', 'net-casing', 'net', 'net-arrow', 'turn'],
  queues: ['queue'],
  doors: ['opening', 'door-fill', 'door', 'mark-assumed', 'mark-storey'],
  walls: ['wall', 'column', 'furniture', 'window', 'window-line'],
  surroundings: ['around-fill', 'around-line', 'around-building', 'around-wall', 'around-tree', 'around-street', 'around-label'],
  assembly: ['mark-assembly'],
}

/** From `from` to `to` zoom, 0 → `most`. */
const fadeIn = (from: number, to: number, most = 1): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], from, 0, to, most]
/** A width that grows with the map, as a pen would at a larger scale. */
const pen = (at18: number, at22: number): ExpressionSpecification =>
  ['interpolate', ['exponential', 1.5], ['zoom'], 18, at18, 22, at22]
const kind = (...names: string[]): ExpressionSpecification => ['in', ['get', 'k'], ['literal', names]]
const role = (name: string): ExpressionSpecification => ['==', ['get', 'role'], name]
const state = (name: string): ExpressionSpecification => ['boolean', ['feature-state', name], false]

/** All layers of the map, bottom to top: paper, surroundings, floor, drawing, ways out, labels, signs. */
export function mapLayers(theme: MapTheme): LayerSpecification[] {
  return [
    ...ground(theme),
    ...surroundings(theme),
    ...floor(theme),
    ...drawing(theme),
    ...pointed(theme),
    ...ways(),
    ...labelled(theme),
    ...signed(theme),
  ]
}

function ground(theme: MapTheme): LayerSpecification[] {
  return [
    { id: 'paper', type: 'background', paint: { 'background-color': theme.paper } },
    {
      id: 'grid',
      type: 'line',
      source: 'grid',
      paint: {
        'line-color': ['case', ['get', 'bold'], theme.gridBold, theme.grid],
        'line-width': 1,
        'line-opacity': ['case', ['get', 'bold'], 1, 1],
      },
    },
  ]
}

function surroundings(theme: MapTheme): LayerSpecification[] {
  const source = 'around'
  const of = (...names: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', names]]
  return [
    {
      id: 'around-fill',
      type: 'fill',
      source,
      filter: of('green', 'water', 'path', 'road', 'parking'),
      paint: {
        'fill-color': [
          'match', ['get', 'kind'],
          'water', theme.water, 'green', theme.lawn, 'road', theme.road, 'parking', theme.paving, theme.path,
        ],
      },
    },
    {
      id: 'around-line',
      type: 'line',
      source,
      minzoom: 15,
      filter: of('road', 'water', 'parking'),
      paint: { 'line-color': theme.roadLine, 'line-width': 0.8, 'line-opacity': fadeIn(15, 16.5, 0.9) },
    },
    {
      id: 'around-building',
      type: 'fill',
      source,
      filter: of('building'),
      paint: { 'fill-color': theme.otherBuilding },
    },
    {
      id: 'around-wall',
      type: 'line',
      source,
      minzoom: 15,
      filter: of('building', 'wall'),
      paint: { 'line-color': theme.otherBuildingLine, 'line-width': ['match', ['get', 'kind'], 'wall', 1.6, 0.9] },
    },
    {
      id: 'around-tree',
      type: 'fill',
      source,
      minzoom: 14.5,
      filter: of('tree'),
      paint: { 'fill-color': theme.tree, 'fill-opacity': 0.8 },
    },
    {
      id: 'other-building',
      type: 'fill',
      source: 'site',
      filter: kind('building'),
      paint: { 'fill-color': theme.otherBuilding },
    },
    {
      id: 'other-building-line',
      type: 'line',
      source: 'site',
      filter: kind('building'),
      paint: { 'line-color': theme.otherBuildingLine, 'line-width': 1.2 },
    },
  ]
}

function floor(theme: MapTheme): LayerSpecification[] {
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
      id: 'zone-hover',
      type: 'fill',
      source: 'plan',
      filter: kind('zone'),
      paint: {
        'fill-color': theme.text,
        'fill-opacity': ['case', state('hover'), 0.07, 0],
      },
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

function drawing(theme: MapTheme): LayerSpecification[] {
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
        'fill-color': ['to-color', ['feature-state', 'fill'], theme.floor],
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

/** What the pointer is on, and what is selected. */
function pointed(theme: MapTheme): LayerSpecification[] {
  const line = (id: string, name: string, width: [number, number], colour: string, opacity: number): LayerSpecification => ({
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

function ways(): LayerSpecification[] {
  const base = { type: 'line' as const, source: 'routes' }
  const round = { 'line-cap': 'round' as const, 'line-join': 'round' as const }
  const netWidth = (extra: number): ExpressionSpecification => {
    const width = (least: number): ExpressionSpecification =>
      ['+', least + extra, ['min', 3.2, ['*', 0.55, ['sqrt', ['get', 'count']]]]]
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

function arrows(id: string, name: string, image: string, spacing: number, minzoom: number): LayerSpecification {
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

function labelled(theme: MapTheme): LayerSpecification[] {
  const ink = (onDark: string, onLight: string, onPaper: string): ExpressionSpecification =>
    ['match', ['get', 'ink'], 'light', onDark, 'dark', onLight, onPaper]
  return [
    aroundLabel('around-street', 'line-center', ['==', ['geometry-type'], 'LineString'], theme),
    aroundLabel('around-label', 'point', ['==', ['geometry-type'], 'Point'], theme),
    {
      id: 'label',
      type: 'symbol',
      source: 'labels',
      filter: ['all', ['<=', ['get', 'from'], 19], ['>', ['get', 'to'], 19]],
      layout: {
        'text-field': [
          'format',
          ['get', 'name'], { 'text-font': ['literal', [semiBold]] },
          ['case', ['all', ['!=', ['get', 'figure'], ''], ['!=', ['get', 'name'], '']], '\n', ''], {},
          ['get', 'figure'], { 'text-font': ['literal', [regular]] },
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

function aroundLabel(
  id: string,
  placement: 'point' | 'line-center',
  where: ExpressionSpecification,
  theme: MapTheme,
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'around',
    minzoom: 15.5,
    filter: ['all', ['==', ['get', 'kind'], 'label'], where],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [regular],
      'text-size': 11.5,
      'symbol-placement': placement,
      'text-max-width': 8,
    },
    paint: {
      'text-color': ['match', ['get', 'of'], 'water', theme.waterText, theme.quietText],
      'text-halo-color': theme.halo,
      'text-halo-width': 1.2,
    },
  }
}

function signed(theme: MapTheme): LayerSpecification[] {
  const sign = (id: string, names: string[], minzoom: number, overlap: 'always' | 'never'): LayerSpecification => ({
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
      'text-field': ['step', ['zoom'], '', 18.8, ['get', 'name']],
      'text-font': [regular],
      'text-size': 11,
      'text-anchor': ['match', ['get', 'side'], 'top', 'bottom', 'bottom', 'top', 'left', 'right', 'left'],
      'text-offset': [
        'match', ['get', 'side'],
        'top', ['literal', [0, -1.3]], 'bottom', ['literal', [0, 1.3]], 'left', ['literal', [-1.45, 0]], ['literal', [1.45, 0]],
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
      id: 'queue',
      type: 'symbol',
      source: 'queues',
      minzoom: 16,
      layout: {
        'icon-image': 'queue',
        'icon-size': ['/', ['get', 'sizePx'], 64],
        'icon-overlap': 'always',
        'text-overlap': 'always',
        'symbol-sort-key': ['get', 'sort'],
        'text-field': [
          'step', ['zoom'], '', 17.5,
          [
            'format',
            ['get', 'persons'], { 'text-font': ['literal', [semiBold]], 'font-scale': 1.1 },
            ['case', ['>=', ['get', 'sizePx'], 38], ['concat', '\n', ['get', 'seconds']], ''], { 'font-scale': 0.85 },
          ],
        ],
        'text-font': [regular],
        'text-size': 12,
        'text-line-height': 1.05,
      },
      paint: { 'text-color': signs.queueText },
    },
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
    sign('mark-badge', ['badge'], 17, 'always'),
    sign('mark-blocked', ['blocked'], 15, 'always'),
    {
      id: 'picked',
      type: 'symbol',
      source: 'pointer',
      filter: role('picked'),
      layout: { 'icon-image': 'picked', 'icon-overlap': 'always' },
    },
  ]
}
