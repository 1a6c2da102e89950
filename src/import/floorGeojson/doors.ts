import { distanceToBoundary } from '../../premises/geometry/inside.ts'
import { minimumBox } from '../../premises/geometry/minimumBox.ts'
import { snap, snapPoint, type Point, type Polygon, type Segment } from '../../premises/geometry/plane.ts'
import { distance, midpoint } from '../../premises/geometry/segment.ts'
import { newId } from '../../premises/ids.ts'
import type { Level, Opening, Zone } from '../../premises/model.ts'
import { toLocal, type Frame } from '../../premises/placement.ts'
import { fromDrawing } from '../draft.ts'
import { localPolygons } from '../geojson/frame.ts'
import { asText } from '../json.ts'
import type { Finding } from '../result.ts'
import { sideFinder } from '../sides.ts'
import type { Floor } from './floors.ts'

export interface Doors {
  readonly doors: readonly Opening[]
  readonly dropped: readonly Finding[]
}

/** A door this near to the outline may lead outside. */
const nearOutlineM = 0.6

/** Doors of a floor: the axis of each door's polygon that has different zones on its two sides. */
export function doorsOf(
  floor: Floor,
  frame: Frame,
  level: Level,
  zones: readonly Zone[],
  outline: readonly Polygon[],
): Doors {
  const finder = sideFinder(zones)
  const doors: Opening[] = []
  const dropped: Finding[] = []
  const entrances = floor.entrances.map((position) => toLocal(frame, position))
  for (const feature of floor.of('door')) {
    for (const polygon of localPolygons(frame, feature)) {
      const where = { file: floor.file, place: `features[${feature.index}]` }
      const axes = axesOf(polygon)
      const found = axes
        .map((axis) => ({ axis, sides: finder.sides(axis.segment, axis.depthM / 2 + 0.35) }))
        .toSorted((a, b) => worth(b.sides) - worth(a.sides))[0]
      if (!found || worth(found.sides) === 0) {
        const code = found?.sides[0] ? 'import.openingInsideZone' : 'import.openingJoinsNothing'
        dropped.push({ kind: 'dropped', code, severity: 'warning', where })
        continue
      }
      const { axis, sides } = found
      const outside = sides.includes(null)
      const atEdge = outline.some((each) => distanceToBoundary(each, midpoint(axis.segment)) <= nearOutlineM)
      if (outside && !atEdge) {
        dropped.push({ kind: 'dropped', code: 'import.doorToCavity', severity: 'warning', where })
        continue
      }
      doors.push({
        id: newId<'opening'>(),
        levelId: level.id,
        name: '',
        kind: 'door',
        segment: axis.segment,
        sides,
        clearWidthM: snap(distance(axis.segment[0], axis.segment[1])),
        door: { operation: 'unknown', leaves: 1 },
        ...(outside && level.ordinal <= 0
          ? { exit: 'undecided' as const }
          : outside
            ? { exit: 'none' as const }
            : {}),
        evidence: {
          clearWidthM: fromDrawing(floor.file, 'doorShape'),
          ...(outside && entrances.some((point) => distance(point, midpoint(axis.segment)) < 2)
            ? { exit: fromDrawing(floor.file, 'entranceDrawnHere') }
            : {}),
        },
        sourceId: `${floor.file}#${asText(feature.properties['id']) ?? feature.index}`,
      })
    }
  }
  return { doors, dropped }
}

/** Two different zones are best, one and the outside next; the same on both sides, or none, is no door. */
function worth([left, right]: readonly [unknown, unknown]): number {
  if (left === right) return 0
  return left === null || right === null ? 1 : 2
}

interface Axis {
  readonly segment: Segment
  readonly depthM: number
}

/** Both middle lines of a door's shape, the longer first. */
function axesOf(polygon: Polygon): readonly Axis[] {
  const box = minimumBox(polygon.outer)
  if (!box || box.widthM <= 0) return []
  const line = ([dx, dy]: Point, lengthM: number): Segment => [
    snapPoint([box.centre[0] - (dx * lengthM) / 2, box.centre[1] - (dy * lengthM) / 2]),
    snapPoint([box.centre[0] + (dx * lengthM) / 2, box.centre[1] + (dy * lengthM) / 2]),
  ]
  const across: Point = [-box.axis[1], box.axis[0]]
  return [
    { segment: line(box.axis, box.lengthM), depthM: box.widthM },
    { segment: line(across, box.widthM), depthM: box.lengthM },
  ]
}
