import assumptions from '../../data/import-assumptions.json'
import { distanceToBoundary } from '../premises/geometry/inside.ts'
import { offset, union } from '../premises/geometry/polygonOps.ts'
import { ringEdges } from '../premises/geometry/ring.ts'
import { snapPoint, type Polygon, type Segment } from '../premises/geometry/plane.ts'
import { along, segmentLength } from '../premises/geometry/segment.ts'
import { newId } from '../premises/ids.ts'
import type { Opening, Premises, Zone } from '../premises/model.ts'
import type { Change } from '../premises/operation.ts'
import { isOutdoor } from '../premises/places.ts'
import { zoneUse } from '../premises/uses.ts'

/** A stretch of outer wall of a ground-floor way where an exit may be that the file does not have. */
export interface ExitPlace {
  readonly zone: Zone
  readonly wall: Segment
}

/** An edge this near to the outline of the floor is an outer wall. */
const nearM = 0.6

/**
 * Where a file has no door that leads outside: the longest outer wall of each way (corridor, lobby, stair) on the ground
 * floor. Places to look at, not exits.
 */
export function exitPlaces(premises: Premises): readonly ExitPlace[] {
  const ground = Object.values(premises.levels).filter(({ ordinal }) => ordinal === 0)
  return ground.flatMap((level) => {
    const zones = Object.values(premises.zones).filter(
      (zone) => zone.levelId === level.id && !isOutdoor(zone),
    )
    const outline = level.outline ? [level.outline] : outlineOf(zones)
    return zones
      .filter(({ use }) => ['circulation', 'stair'].includes(zoneUse(use).kind))
      .flatMap((zone): ExitPlace[] => {
        const walls = [...ringEdges(zone.polygon.outer)]
          .filter((edge) => segmentLength(edge) >= assumptions.addedExitWidth.value + 0.2)
          .filter((edge) =>
            outline.some((polygon) =>
              [0.25, 0.5, 0.75].every((share) => distanceToBoundary(polygon, along(edge, share)) <= nearM),
            ),
          )
          .toSorted((a, b) => segmentLength(b) - segmentLength(a))
        const [wall] = walls
        return wall ? [{ zone, wall }] : []
      })
  })
}

function outlineOf(zones: readonly Zone[]): readonly Polygon[] {
  return offset(offset(union(zones.map(({ polygon }) => polygon)), 0.3), -0.3).map(({ outer }) => ({
    outer,
    holes: [],
  }))
}

/** Adds an exit in the middle of the wall, of the least width that the rule allows, marked as assumed. */
export function addExitChanges({ zone, wall }: ExitPlace): readonly Change[] {
  if (zone.levelId === null) return []
  const width = assumptions.addedExitWidth.value
  const half = width / 2 / segmentLength(wall)
  const opening: Opening = {
    id: newId<'opening'>(),
    levelId: zone.levelId,
    name: '',
    kind: 'door',
    segment: [snapPoint(along(wall, 0.5 - half)), snapPoint(along(wall, 0.5 + half))],
    sides: [zone.id, null],
    clearWidthM: width,
    door: { operation: 'swing', leaves: 1, opensTo: 'right', hinge: 'start' },
    exit: 'final',
    evidence: {
      clearWidthM: { mark: 'assumed', note: 'addedExit' },
      segment: { mark: 'assumed', note: 'addedExit' },
    },
  }
  return [{ record: { table: 'openings', id: opening.id }, field: null, after: opening }]
}
