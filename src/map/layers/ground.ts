import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { regular } from '../fonts.ts'
import type { MapTheme } from '../theme.ts'
import { fadeIn, kind } from './expressions.ts'

/** Paper, and squares on it where no surroundings are drawn. */
export function ground(theme: MapTheme): LayerSpecification[] {
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

/** What lies round the premises, and the other buildings of the site. */
export function surroundings(theme: MapTheme): LayerSpecification[] {
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
          'match',
          ['get', 'kind'],
          'water',
          theme.water,
          'green',
          theme.lawn,
          'road',
          theme.road,
          'parking',
          theme.paving,
          theme.path,
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
      paint: {
        'line-color': theme.otherBuildingLine,
        'line-width': ['match', ['get', 'kind'], 'wall', 1.6, 0.9],
      },
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

/** Names of streets, along them, and of places. */
export function aroundNames(theme: MapTheme): LayerSpecification[] {
  return [
    aroundLabel('around-street', 'line-center', ['==', ['geometry-type'], 'LineString'], theme),
    aroundLabel('around-label', 'point', ['==', ['geometry-type'], 'Point'], theme),
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
