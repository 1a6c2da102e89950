import { bounds, boxesMeet } from '../geometry/measure.ts'
import type { Polygon } from '../geometry/plane.ts'
import { difference, inset, offset, union } from '../geometry/polygonOps.ts'
import type { LevelId } from '../ids.ts'
import type { Premises, Wall, Zone } from '../model.ts'
import { zoneUse } from '../uses.ts'
import { outerWallM, thinWallM } from './gaps.ts'
import type { Gap } from './gaps.ts'
import type { PlanArea } from './shapes.ts'

/** The walls that were given for a level; none counts where only columns, furniture or walls drawn by hand that part no rooms yet were. */
export function drawnWalls(
  premises: Premises,
  levelId: LevelId,
): { readonly walls: readonly Wall[]; readonly isDrawn: boolean } {
  const walls = Object.values(premises.walls).filter((wall) => wall.levelId === levelId)
  return {
    walls,
    isDrawn: walls.some(({ kind, line }) => line === undefined && (kind === 'wall' || kind === 'fireWall')),
  }
}

/** The walls of a level with its openings taken out: those given, and where none were what lies between and around the zones. */
export function wallsOf(
  { walls, isDrawn }: ReturnType<typeof drawnWalls>,
  zones: readonly Zone[],
  gaps: readonly Gap[],
): PlanArea[] {
  return isDrawn ? givenWalls(walls, gaps) : [...derivedWalls(zones, gaps), ...givenWalls(walls, gaps)]
}

function givenWalls(walls: readonly Wall[], gaps: readonly Gap[]): PlanArea[] {
  const boxed = gaps.map((gap) => ({ gap, box: bounds(gap.polygon.outer) }))
  return walls.flatMap((wall) => {
    const box = bounds(wall.polygon.outer)
    if (box === null) return []
    const meeting = boxed
      .filter((each) => each.box !== null && boxesMeet(box, each.box))
      .map(({ gap }) => gap.polygon)
    const isCut = meeting.length > 0 && wall.kind !== 'furniture' && wall.kind !== 'window'
    const parts = isCut ? difference([wall.polygon], meeting) : [wall.polygon]
    const record = { table: 'walls', id: wall.id } as const
    return parts.map((polygon) => ({ kind: wall.kind, polygon, record }))
  })
}

/** Widest space between two zones that is taken for a wall, metres. */
const widestWallM = 0.7

function derivedWalls(zones: readonly Zone[], gaps: readonly Gap[]): PlanArea[] {
  const rooms = zones.filter((zone) => zoneUse(zone.use).kind !== 'outdoor').map((zone) => zone.polygon)
  if (rooms.length === 0) return []
  // Grown until walls close, shrunk back to the outer face: all that is built.
  const built = offset(offset(rooms, widestWallM / 2), outerWallM - widestWallM / 2)
  const floors = areTouching(rooms) ? inset(rooms, thinWallM) : rooms
  const open = gaps.map((gap) => gap.polygon)
  return difference(built, [...floors, ...open]).map((polygon) => ({
    kind: 'wall',
    polygon,
    record: null,
    assumed: true,
  }))
}

/** Whether zones were drawn without walls between them: most of them join to larger pieces. */
function areTouching(rooms: readonly Polygon[]): boolean {
  return rooms.length > 1 && union(rooms).length <= rooms.length * 0.6
}
