import assumptions from '../../../data/import-assumptions.json'
import { difference, intersection, offset, union } from '../../premises/geometry/polygonOps.ts'
import { area, bounds, boxesMeet } from '../../premises/geometry/measure.ts'
import { contains } from '../../premises/geometry/inside.ts'
import { labelPoint } from '../../premises/geometry/labelPoint.ts'
import { snap, snapPoint, snapPolygon, type Polygon } from '../../premises/geometry/plane.ts'
import { sharedEdges } from '../../premises/geometry/sharedEdges.ts'
import { newId, type LevelId } from '../../premises/ids.ts'
import type { Opening, Wall, Zone } from '../../premises/model.ts'
import type { Frame } from '../../premises/placement.ts'
import { isZoneUse } from '../../premises/uses.ts'
import { assumed, fromDrawing } from '../draft.ts'
import { localPolygons } from '../geojson/frame.ts'
import { asText } from '../json.ts'
import { useOfName } from '../words.ts'
import { typeOf, type Floor } from './floors.ts'

export interface Rooms {
  readonly zones: readonly Zone[]
  readonly passages: readonly Opening[]
  readonly walls: readonly Wall[]
}

/** Walls and doors are grown by this before they are taken away: drawn shapes do not quite meet. */
const closingM = 0.03
/** Regions smaller than this, or thinner than twice the second, are cavities of walls. */
const smallestM2 = 1
const thinnestM = 0.15
/** How near the middle of a room is found: it only names the room and tells which label stands in it. */
const labelM = 0.5
/** Where a room is joined by a stretch of open edge at least this long, people pass. */
const passageM = 0.6

/** Rooms of a floor: outline − walls − windows − doors; stairs and lifts cut out of larger rooms as zones of their own. */
export function roomsOf(floor: Floor, frame: Frame, levelId: LevelId, outline: readonly Polygon[]): Rooms {
  const shapes = (...types: string[]) =>
    floor.of(...types).flatMap((feature) => localPolygons(frame, feature))
  const solid = [...shapes('wall', 'window', 'door', 'inaccessible_space')]
  const open = offset(difference(outline, offset(solid, closingM)), -thinnestM)
  const grown = offset(open, thinnestM + closingM)
  const regions = difference(intersection(grown, outline), solid).filter(
    (region) => area(region) >= smallestM2,
  )
  const vertical = floor
    .of('stairs', 'elevator')
    .flatMap((feature) =>
      localPolygons(frame, feature).map((polygon) => ({
        polygon,
        use: useOfType(typeOf(feature)),
        around: bounds(polygon.outer),
      })),
    )
  const named = floor
    .of('room', 'bathroom', 'meeting_room', 'workstation', 'hallway', 'office')
    .map((feature) => ({
      feature,
      polygons: localPolygons(frame, feature),
    }))
  const zones: Zone[] = []
  const passages: Opening[] = []
  for (const region of regions) {
    const box = bounds(region.outer)
    const inside = vertical.flatMap(({ polygon, use, around }) =>
      !box || !around || !boxesMeet(box, around)
        ? []
        : intersection([polygon], [region])
            .filter((part) => area(part) > 0.5)
            .map((part) => ({ part, use })),
    )
    const covered = inside.reduce((sum, { part }) => sum + area(part), 0)
    const middle = labelPoint(region, labelM).point
    const label = named.find(({ polygons }) => polygons.some((polygon) => contains(polygon, middle)))?.feature
    if (inside.length === 0 || covered > 0.35 * area(region)) {
      const use = inside[0]?.use ?? (label ? useOfType(typeOf(label)) : null)
      zones.push(zoneOf(floor, levelId, region, use, label ? asText(label.properties['name']) : null))
      continue
    }
    const cores = (['stair', 'lift'] as const).flatMap((use) =>
      union(inside.filter((each) => each.use === use).map((each) => each.part)).map((part) =>
        zoneOf(floor, levelId, part, use, null),
      ),
    )
    const rest = difference(
      [region],
      cores.map((core) => core.polygon),
    ).filter((part) => area(part) >= smallestM2)
    const rooms = rest.map((part) =>
      zoneOf(
        floor,
        levelId,
        part,
        label ? useOfType(typeOf(label)) : null,
        label ? asText(label.properties['name']) : null,
      ),
    )
    zones.push(...cores, ...rooms)
    for (const core of cores) for (const room of rooms) passages.push(...passageBetween(levelId, core, room))
  }
  const walls = [
    ...union(shapes('wall')).map((polygon) => wallOf(levelId, 'wall', polygon)),
    ...shapes('window').map((polygon) => wallOf(levelId, 'window', polygon)),
  ]
  return { zones, passages, walls }
}

function useOfType(type: string): string {
  const use = (assumptions.floorGeojsonUses.values as Readonly<Record<string, string>>)[type] ?? 'unknown'
  return isZoneUse(use) ? use : 'unknown'
}

function zoneOf(
  floor: Floor,
  levelId: LevelId,
  polygon: Polygon,
  use: string | null,
  name: string | null,
): Zone {
  const guessed = name ? useOfName(name) : null
  const known = use !== null && use !== 'unknown' ? use : (guessed ?? 'unknown')
  return {
    id: newId<'zone'>(),
    levelId,
    name: name ?? '',
    use: known,
    polygon: snapPolygon(polygon),
    evidence: {
      polygon: fromDrawing(floor.file, 'outlineLessWalls'),
      use:
        use !== null && use !== 'unknown' ? fromDrawing(floor.file) : assumed(guessed ? 'fromName' : 'noUse'),
    },
    // A region has no id in the file: its place stands for it.
    sourceId: `${floor.file}#${labelPoint(polygon)
      .point.map((each) => each.toFixed(1))
      .join(',')}`,
  }
}

function passageBetween(levelId: LevelId, core: Zone, room: Zone): readonly Opening[] {
  if (core.use === 'lift') return []
  const [edge] = sharedEdges(core.polygon, room.polygon, 0.05)
  if (!edge || edge.lengthM < passageM) return []
  return [
    {
      id: newId<'opening'>(),
      levelId,
      name: '',
      kind: 'passage',
      segment: [snapPoint(edge.segment[0]), snapPoint(edge.segment[1])],
      sides: [core.id, room.id],
      clearWidthM: snap(edge.lengthM),
      evidence: { clearWidthM: assumed('openEdge'), segment: assumed('openEdge') },
      sourceId: `${core.sourceId ?? ''}|${room.sourceId ?? ''}`,
    },
  ]
}

function wallOf(levelId: LevelId, kind: Wall['kind'], polygon: Polygon): Wall {
  return { id: newId<'wall'>(), levelId, kind, polygon: snapPolygon(polygon), evidence: {} }
}
