import type { Point, Polygon, Ring } from '../geometry/plane.ts'
import type { Building, Level, Premises } from '../model.ts'
import { rowsOf, type StoredRecord, stored } from '../operations/record.ts'
import { type Frame, type Position, storedPosition } from '../placement.ts'
import { scattered } from '../schema/records.ts'
import { canonical } from './canonical.ts'
import { type Extent, extentOf, framesOf } from './extent.ts'
import { entryNames } from './format.ts'
import { doorOf, fixtureCategory, openingCategory, unitCategory } from './imdf.ts'
import type { Pace } from './pace.ts'

export interface Feature {
  readonly type: 'Feature'
  readonly id: string
  readonly feature_type: string
  readonly geometry: Geometry | null
  readonly properties: Readonly<Record<string, unknown>>
}

export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }

/** Entry name → its text, one feature per line. */
export type FeatureEntries = ReadonlyMap<string, string>

/**
 * The premises as GeoJSON in WGS 84, in the feature types of IMDF 1.0.0 with our own properties beside IMDF's, for any
 * GIS to open. They follow from the log and are never read back into the premises.
 */
export async function featureEntries(premises: Premises, pace: Pace): Promise<FeatureEntries> {
  const { ofBuilding: frameOfBuilding, ofLevel: frameOfLevel, ofZone: frameOfZone } = framesOf(premises)
  const entries = new Map<string, string>()
  const put = async <T extends object>(
    entry: string,
    rows: readonly T[],
    feature: (row: T) => Feature | null,
  ) => {
    const lines: string[] = []
    for (const row of rows) {
      const made = feature(row)
      if (made !== null) lines.push(canonical(made))
      await pace()
    }
    const body = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`
    entries.set(entry, `{"type":"FeatureCollection","features":${body}}\n`)
  }

  const buildings = Object.values(premises.buildings)
  await put(entryNames.venue, [premises.facility], (facility) => ({
    ...feature('venue', 'facility', venueOutline(extentOf(premises))),
    properties: {
      ...own(facility, ['name']),
      category: 'unspecified',
      name: labels(facility.name),
      restriction: null,
    },
  }))
  await put(entryNames.building, buildings, (building) => ({
    ...feature('building', building.id, null),
    properties: {
      ...own(building, ['name', 'footprint']),
      category: 'unspecified',
      name: labels(building.name),
      restriction: null,
      display_point: { type: 'Point', coordinates: storedPosition(frameOfBuilding(building.id), [0, 0]) },
    },
  }))
  await put(entryNames.footprint, buildings, footprint(frameOfBuilding))
  await put(entryNames.level, Object.values(premises.levels), (level: Level) => ({
    ...feature('level', level.id, level.outline ? polygon(frameOfLevel(level.id), level.outline) : null),
    properties: {
      ...own(level, ['name', 'outline']),
      category: 'unspecified',
      outdoor: false,
      name: labels(level.name),
      short_name: labels(level.shortName),
      building_ids: [level.buildingId],
      restriction: null,
    },
  }))
  await put(entryNames.unit, Object.values(premises.zones), (zone) => ({
    ...feature('unit', zone.id, polygon(frameOfZone(zone), zone.polygon)),
    properties: {
      ...own(zone, ['name', 'polygon']),
      category: unitCategory(zone.use),
      name: labels(zone.name),
      level_id: zone.levelId,
      restriction: null,
      accessibility: null,
    },
  }))
  await put(entryNames.opening, Object.values(premises.openings), (opening) => ({
    ...feature('opening', opening.id, line(frameOfLevel(opening.levelId), opening.segment)),
    properties: {
      ...own(opening, ['name', 'segment']),
      category: openingCategory(opening),
      name: labels(opening.name),
      level_id: opening.levelId,
      door: doorOf(opening.door),
    },
  }))
  await put(entryNames.fixture, Object.values(premises.walls), (wall) => ({
    ...feature('fixture', wall.id, polygon(frameOfLevel(wall.levelId), wall.polygon)),
    properties: {
      ...own(wall, ['polygon']),
      category: fixtureCategory(wall.kind),
      level_id: wall.levelId,
      name: null,
    },
  }))
  await put(entryNames.amenity, Object.values(premises.assemblyPoints), (at) => ({
    ...feature('amenity', at.id, {
      type: 'Point',
      coordinates: storedPosition(frameOfBuilding(at.buildingId), at.position),
    }),
    properties: {
      ...own(at, ['name', 'position']),
      category: 'unspecified',
      name: labels(at.name),
      unit_ids: [],
    },
  }))
  const relations = [
    ...Object.values(premises.stairs).map((stair) => relation('stairs', stair, stair.zoneIds)),
    ...Object.values(premises.ramps).map((ramp) =>
      relation('ramp', ramp, [ramp.lowerZoneId, ramp.upperZoneId]),
    ),
    ...Object.values(premises.lifts).map((lift) => relation('elevator', lift, lift.zoneIds)),
  ]
  await put(entryNames.relationship, relations, (each) => each)
  entries.set(entryNames.records, otherRecords(premises))
  return entries
}

/** Records without a place on the map, by table. */
function otherRecords(premises: Premises): string {
  const tables = (['organisations', 'compartments', 'studies', 'underlays'] as const).map((table) => {
    const rows = Object.values(rowsOf(premises, table)).map((row) => canonical(scattered(row)))
    return `"${table}":${rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n]`}`
  })
  return `{${tables.join(',\n')}}\n`
}

function footprint(frameOfBuilding: (id: string) => Frame): (building: Building) => Feature | null {
  return ({ id, footprint: shape, name }) =>
    shape === undefined
      ? null
      : {
          ...feature('footprint', `${id}-footprint`, polygon(frameOfBuilding(id), shape)),
          properties: { category: 'ground', name: labels(name), building_ids: [id] },
        }
}

function relation(
  category: string,
  record: { readonly id: string; readonly name: string },
  zones: readonly string[],
): Feature {
  const unit = (id: string | undefined) => (id === undefined ? null : { id, feature_type: 'unit' })
  const inner = zones.slice(1, -1).map(unit)
  return {
    ...feature('relationship', record.id, null),
    properties: {
      ...own(record, ['name']),
      category,
      name: labels(record.name),
      direction: 'undirected',
      origin: unit(zones[0]),
      intermediary: inner.length === 0 ? null : inner,
      destination: unit(zones.at(-1)),
      hours: null,
    },
  }
}

function feature(kind: string, id: string, geometry: Geometry | null): Omit<Feature, 'properties'> {
  return { type: 'Feature', id, feature_type: kind, geometry }
}

/** The rectangle around everything that is drawn. */
function venueOutline(extent: Extent | null): Geometry | null {
  if (extent === null) return null
  const [west, south, east, north] = extent
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const
  return { type: 'Polygon', coordinates: [corners] }
}

/** Our own properties, without those that IMDF's, or the geometry, take the place of. */
function own(record: object, without: readonly string[]): StoredRecord {
  const kept = { ...scattered(stored(record)) } as Record<string, unknown>
  for (const field of ['id', ...without]) delete kept[field]
  return kept
}

function labels(name: string): Readonly<Record<string, string>> | null {
  return name === '' ? null : { vi: name }
}

function line(frame: Frame, points: readonly Point[]): Geometry {
  return { type: 'LineString', coordinates: points.map((each) => storedPosition(frame, each)) }
}

/** A polygon of GeoJSON: rings closed, outer ring counter-clockwise as ours is. */
function polygon(frame: Frame, shape: Polygon): Geometry {
  const closed = (ring: Ring): readonly Position[] => {
    const positions = ring.map((each) => storedPosition(frame, each))
    const [first] = positions
    return first === undefined ? positions : [...positions, first]
  }
  return { type: 'Polygon', coordinates: [closed(shape.outer), ...shape.holes.map(closed)] }
}
