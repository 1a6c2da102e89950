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

const cut = new WeakMap<Wall, { readonly by: readonly Polygon[]; readonly areas: readonly PlanArea[] }>()

function givenWalls(walls: readonly Wall[], gaps: readonly Gap[]): PlanArea[] {
  const boxed = gaps.map((gap) => ({ gap, box: bounds(gap.polygon.outer) }))
  return walls.flatMap((wall) => {
    const box = bounds(wall.polygon.outer)
    if (box === null) return []
    const meeting = boxed
      .filter((each) => each.box !== null && boxesMeet(box, each.box))
      .map(({ gap }) => gap.polygon)
    const before = cut.get(wall)
    if (before && isSameList(before.by, meeting)) return before.areas
    const isCut = meeting.length > 0 && wall.kind !== 'furniture' && wall.kind !== 'window'
    const parts = isCut ? difference([wall.polygon], meeting) : [wall.polygon]
    const record = { table: 'walls', id: wall.id } as const
    const areas = parts.map((polygon): PlanArea => ({ kind: wall.kind, polygon, record }))
    cut.set(wall, { by: meeting, areas })
    return areas
  })
}

/** Widest space between two zones that is taken for a wall, metres. */
const widestWallM = 0.7

/** What rooms make of walls before openings are taken out. */
interface Built {
  readonly rooms: readonly Polygon[]
  /** Grown until walls close, shrunk back to the outer face: all that is built. */
  readonly built: readonly Polygon[]
  readonly floors: readonly Polygon[]
}

/** The last walls that were derived, by the first of their rooms: after an edit most of them are used again. */
interface Derived extends Built {
  readonly open: readonly Polygon[]
  readonly areas: readonly PlanArea[]
}
const lastDerived = new WeakMap<Polygon, Derived>()

function derivedWalls(zones: readonly Zone[], gaps: readonly Gap[]): readonly PlanArea[] {
  const rooms = zones.filter((zone) => zoneUse(zone.use).kind !== 'outdoor').map((zone) => zone.polygon)
  const [first] = rooms
  if (first === undefined) return []
  const open = gaps.map((gap) => gap.polygon)
  const last = lastDerived.get(first)
  const base = last && isSameList(last.rooms, rooms) ? last : builtOf(rooms)
  if (base === last && isSameList(last.open, open)) return last.areas
  const areas = difference(base.built, [...base.floors, ...open]).map((polygon): PlanArea => ({
    kind: 'wall',
    polygon,
    record: null,
    assumed: true,
  }))
  lastDerived.set(first, { ...base, open, areas })
  return areas
}

function builtOf(rooms: readonly Polygon[]): Built {
  const united = union(rooms)
  // Zones were drawn without walls between them where most of them join to larger pieces.
  const areTouching = rooms.length > 1 && united.length <= rooms.length * 0.6
  return {
    rooms,
    built: offset(offset(united, widestWallM / 2), outerWallM - widestWallM / 2),
    floors: areTouching ? rooms.flatMap(floorOf) : rooms,
  }
}

const floorsKept = new WeakMap<Polygon, readonly Polygon[]>()

/** The floor between thin walls. */
function floorOf(room: Polygon): readonly Polygon[] {
  let floor = floorsKept.get(room)
  if (!floor) floorsKept.set(room, (floor = inset([room], thinWallM)))
  return floor
}

function isSameList(a: readonly Polygon[], b: readonly Polygon[]): boolean {
  return a.length === b.length && a.every((polygon, at) => polygon === b[at])
}
