import type { FeatureCollection } from 'geojson'
import { t } from '../i18n/index.ts'
import type { ZoneId } from '../premises/ids.ts'
import type { RecordRef } from '../premises/operation.ts'
import type { Segment } from '../premises/geometry/plane.ts'
import { planFeatures } from './drawingFeatures.ts'
import {
  collection,
  lineFeature,
  nothing,
  pointFeature,
  polygonFeature,
  type MapFeature,
} from './features.ts'
import { gridFeatures } from './grid.ts'
import { labelFeatures } from './labels.ts'
import { markFeatures, queueFeatures } from './marks.ts'
import { otherBuildings, sameRecord } from './pick.ts'
import { framesOf } from './place.ts'
import type { PlanMapInput } from './planMapInput.ts'
import { allWays, waysOfZone, isShown, type RouteDrawing } from './routeLines.ts'

/** What the view adds to the desk's input: the pointer and the way the map is turned. */
export interface FeedInput extends PlanMapInput {
  readonly hover: RecordRef | null
  /** Bearing at the top of the screen, rounded, that labels are laid out for. */
  readonly labelBearing: number
}

/** A source of the map: what it depends on, and what it shows. It is sent again only when one of these changes. */
export interface Feed {
  readonly source: string
  readonly dependsOn: (input: FeedInput) => readonly unknown[]
  readonly features: (input: FeedInput) => FeatureCollection
}

export const feeds: readonly Feed[] = [
  {
    source: 'grid',
    dependsOn: ({ premises, levelId, surroundings, layers }) => [
      framesOf(premises).ofLevel(levelId),
      Boolean(surroundings) && layers.surroundings,
    ],
    features: ({ premises, levelId, surroundings, layers }) =>
      surroundings && layers.surroundings
        ? nothing
        : collection(gridFeatures(framesOf(premises).ofLevel(levelId))),
  },
  {
    source: 'around',
    dependsOn: ({ surroundings }) => [surroundings],
    features: ({ surroundings }) => (surroundings as FeatureCollection | null | undefined) ?? nothing,
  },
  {
    source: 'site',
    dependsOn: ({ premises, levelId }) => [premises.buildings, premises.levels, levelId],
    features: ({ premises, levelId }) => {
      const own = levelId ? (premises.levels[levelId]?.buildingId ?? null) : null
      const frames = framesOf(premises)
      return collection(
        otherBuildings(premises, own).map(({ buildingId, name, polygon }) =>
          polygonFeature(polygon, frames.of(buildingId), { k: 'building', name }),
        ),
      )
    },
  },
  {
    source: 'plan',
    dependsOn: ({ premises, levelId }) => [premises, levelId],
    features: ({ premises, levelId }) => collection(planFeatures(premises, levelId)),
  },
  {
    source: 'hatch',
    dependsOn: ({ premises, levelId, colouring, assumptions }) => [premises, levelId, colouring, assumptions],
    features: hatches,
  },
  {
    source: 'labels',
    dependsOn: ({ premises, levelId, colouring, labelBearing, language }) => [
      premises,
      levelId,
      colouring,
      labelBearing,
      language,
    ],
    features: ({ premises, levelId, colouring, labelBearing }) =>
      collection(
        labelFeatures(premises, levelId, colouring, {
          bearingDeg: labelBearing,
          noWayText: t('map.noWayLabel'),
        }),
      ),
  },
  {
    source: 'marks',
    dependsOn: (input) => [
      input.premises,
      input.levelId,
      input.assumptions,
      input.problems,
      Boolean(input.drawing),
      input.labelBearing,
      input.layers.queues ? input.egress : null,
      input.language,
    ],
    features: ({ premises, levelId, assumptions, problems = [], drawing, labelBearing, layers, egress }) =>
      collection(
        markFeatures({
          premises,
          levelId,
          assumptions,
          problems,
          quiet: Boolean(drawing),
          egress: layers.queues ? egress : null,
          bearingDeg: labelBearing,
        }),
      ),
  },
  {
    source: 'queues',
    dependsOn: ({ premises, levelId, egress, language }) => [premises, levelId, egress, language],
    features: ({ premises, levelId, egress, language }) =>
      egress ? collection(queueFeatures(premises, levelId, egress, language)) : nothing,
  },
  {
    source: 'routes',
    dependsOn: ({ premises, levelId, routes, routesBefore, showAllRoutes, selection }) => [
      premises,
      levelId,
      routes,
      routesBefore,
      showAllRoutes,
      selection,
    ],
    features: routeFeatures,
  },
  {
    source: 'pointer',
    dependsOn: ({ premises, levelId, selection, hover, placing, drawing }) => [
      premises,
      levelId,
      selection,
      hover,
      placing?.picked,
      Boolean(drawing),
    ],
    features: pointerFeatures,
  },
]

function hatches({ premises, levelId, colouring, assumptions }: FeedInput): FeatureCollection {
  const frames = framesOf(premises)
  const closed = new Set(assumptions?.closedZones ?? [])
  const patterns = new Map<ZoneId, string>()
  for (const [id, colour] of colouring?.zones ?? []) if (colour.state === 'noWay') patterns.set(id, 'noWay')
  for (const id of closed) patterns.set(id, 'closed')
  const features: MapFeature[] = []
  for (const [id, pattern] of patterns) {
    const zone = premises.zones[id]
    if (zone && isShown(zone, levelId))
      features.push(polygonFeature(zone.polygon, frames.ofZone(zone), { pattern }))
  }
  return collection(features)
}

/** The selected zone's ways, or those of every zone; a selected stair or opening has no way of its own. */
export function routesDrawn(input: PlanMapInput): RouteDrawing {
  const { premises, levelId, routes, routesBefore, showAllRoutes, selection } = input
  if (!routes) return { lines: [], turns: [] }
  const all = showAllRoutes ? allWays(premises, levelId, routes) : { lines: [], turns: [] }
  if (selection?.table !== 'zones') return all
  const own = waysOfZone(premises, selection.id as ZoneId, levelId, routes, routesBefore)
  return { lines: [...all.lines, ...own.lines], turns: [...all.turns, ...own.turns] }
}

function routeFeatures(input: FeedInput): FeatureCollection {
  const { premises } = input
  const frames = framesOf(premises)
  const { lines, turns } = routesDrawn(input)
  return collection([
    ...lines.map(({ role, points, count, zoneId }) =>
      lineFeature(points, frames.ofZoneId(zoneId), { role, count }),
    ),
    ...turns.map(({ position, zoneId, toLevelId, goes, arriving }) =>
      pointFeature(position, frames.ofZoneId(zoneId), {
        role: 'turn',
        sign: (goes === 'up') === arriving ? 'goDown' : 'goUp',
        to: arriving ? '' : (premises.levels[toLevelId]?.shortName ?? ''),
      }),
    ),
  ])
}

function pointerFeatures({
  premises,
  levelId,
  selection,
  hover,
  placing,
  drawing,
}: FeedInput): FeatureCollection {
  const features: MapFeature[] = []
  if (hover && !sameRecord(hover, selection)) {
    features.push(...outlineOf(premises, hover, levelId, 'hover'))
  }
  // While drawing, what is picked is painted with its handles.
  if (selection && !drawing) features.push(...outlineOf(premises, selection, levelId, 'selected'))
  for (const [longitude, latitude] of placing?.picked ?? []) {
    features.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: { role: 'picked' },
    })
  }
  return collection(features)
}

/** The outline of a record on the level that is shown; empty where it is not seen there. */
function outlineOf(
  premises: PlanMapInput['premises'],
  record: RecordRef,
  levelId: PlanMapInput['levelId'],
  role: 'hover' | 'selected',
): MapFeature[] {
  if (record.table === 'facility') return []
  const frames = framesOf(premises)
  const zones = (ids: readonly ZoneId[]) =>
    ids.flatMap((id) => {
      const zone = premises.zones[id]
      return zone && isShown(zone, levelId) ? polygonFeature(zone.polygon, frames.ofZone(zone), { role }) : []
    })
  switch (record.table) {
    case 'zones':
      return zones([record.id as ZoneId])
    case 'stairs':
      return zones([...new Set(premises.stairs[record.id]?.zoneIds ?? [])])
    case 'lifts':
      return zones([...new Set(premises.lifts[record.id]?.zoneIds ?? [])])
    case 'ramps': {
      const ramp = premises.ramps[record.id]
      return ramp ? zones([ramp.lowerZoneId, ramp.upperZoneId]) : []
    }
    case 'openings': {
      const opening = premises.openings[record.id]
      if (!opening || opening.levelId !== levelId) return []
      return [lineFeature(lengthened(opening.segment), frames.ofLevel(levelId), { role })]
    }
    case 'walls': {
      const wall = premises.walls[record.id]
      return wall && wall.levelId === levelId
        ? [polygonFeature(wall.polygon, frames.ofLevel(levelId), { role })]
        : []
    }
    case 'assemblyPoints': {
      const point = premises.assemblyPoints[record.id]
      return point
        ? [lineFeature([point.position, point.position], frames.of(point.buildingId), { role })]
        : []
    }
    case 'buildings': {
      const building = otherBuildings(premises, null).find((other) => other.buildingId === record.id)
      return building ? [polygonFeature(building.polygon, frames.of(building.buildingId), { role })] : []
    }
    default:
      return []
  }
}

/** A door's segment, a little longer than its clear opening, so that its ends are seen beside the jambs. */
function lengthened([a, b]: Segment): Segment {
  const share = 0.08
  return [
    [a[0] - (b[0] - a[0]) * share, a[1] - (b[1] - a[1]) * share],
    [b[0] + (b[0] - a[0]) * share, b[1] + (b[1] - a[1]) * share],
  ]
}
