import { insideEvenOdd } from '../../premises/geometry/inside.ts'
import { bounds, type Box } from '../../premises/geometry/measure.ts'
import type { Polygon } from '../../premises/geometry/plane.ts'
import { PersonError } from '../../premises/message.ts'
import type { ImportContext } from '../pace.ts'
import { readBoundaries, type Boundaries } from './boundaries.ts'
import { readDoors, type DoorReading } from './doors.ts'
import { openHoles } from './holes.ts'
import { readTransports, type Transports } from './liftRecords.ts'
import type { Origin } from './mesh.ts'
import type { IfcModel } from './model.ts'
import { paceOf } from './pace.ts'
import { openEdges, type BarrierAt, type Passage } from './passages.ts'
import { originOf } from './position.ts'
import { spaceFinder } from './probe.ts'
import { readProperties, type Properties } from './properties.ts'
import { readRailings, type RailingAt } from './railings.ts'
import { linkRamps, type RampLink } from './ramps.ts'
import { readSpaces, type Space, type SpaceReading } from './spaces.ts'
import { readStairElements } from './stairElements.ts'
import { linkStairs, type StairLink, type UnlinkedStair } from './stairs.ts'
import { readStoreys, type StoreyReading } from './storeys.ts'
import { readWalls, type Solid } from './walls.ts'
import { readWindows, type Window } from './windows.ts'

/** All that is read from a file, in its own elements, before records are made of it. */
export interface Reading {
  readonly model: IfcModel
  readonly origin: Origin
  readonly rooms: SpaceReading
  readonly doors: DoorReading
  readonly storeys: StoreyReading
  readonly windows: readonly Window[]
  readonly walls: readonly Solid[]
  readonly passages: readonly Passage[]
  /** Edges that rooms share on storeys without walls: not taken for ways. */
  readonly edgesWithoutWalls: readonly Passage[]
  readonly holesIntoShafts: readonly Passage[]
  readonly stairs: { readonly links: readonly StairLink[]; readonly unlinked: readonly UnlinkedStair[] }
  readonly ramps: {
    readonly links: readonly RampLink[]
    readonly unlinked: readonly { readonly id: number; readonly name: string | null }[]
  }
  readonly transports: Transports
  readonly boundaries: Boundaries
  readonly properties: Properties
}

/** Walls and railings at a point of the floor of a room, and whether its storey has walls at all. */
function barriersOf(walls: readonly Solid[], { movedRooms }: StoreyReading, railingAt: RailingAt) {
  const byStorey = new Map<number, { readonly polygon: Polygon; readonly box: Box }[]>()
  for (const { storeyId, polygon } of walls) {
    const box = bounds(polygon.outer) ?? [0, 0, 0, 0]
    const known = byStorey.get(storeyId)
    if (known) known.push({ polygon, box })
    else byStorey.set(storeyId, [{ polygon, box }])
  }
  const walled = new Set(walls.filter((wall) => wall.kind !== 'column').map((wall) => wall.storeyId))
  const storeyOf = (space: Space): number => movedRooms.get(space) ?? space.storeyId ?? -1
  const at: BarrierAt = (space, point) => {
    const [x, y] = point
    const inWall = (byStorey.get(storeyOf(space)) ?? []).some(
      ({ polygon, box: [x0, y0, x1, y1] }) =>
        x > x0 && x < x1 && y > y0 && y < y1 && insideEvenOdd(polygon, point),
    )
    return inWall ? 'wall' : railingAt(point, space.z0) ? 'railing' : null
  }
  return { at, hasWalls: (space: Space) => walled.has(storeyOf(space)) }
}

/** A door makes its height a floor of a tall room within this. */
const doorFloorM = 0.4

/**
 * Reads the geometry of an open file and joins it.
 * @throws PersonError `ifc.noSpaces` without rooms, `ifc.noStoreys` without storeys to put them on
 */
export async function readBuilding(model: IfcModel, file: string, context: ImportContext): Promise<Reading> {
  const where = { file, place: 'IfcSpace' }
  if (model.ids('IFCSPACE').length === 0) throw new PersonError('ifc.noSpaces', {}, where)
  if (model.ids('IFCBUILDINGSTOREY').length === 0)
    throw new PersonError('ifc.noStoreys', {}, { file, place: 'IfcBuildingStorey' })
  const pace = paceOf(context, 'geometry')
  const origin = originOf(model)
  const rooms = await readSpaces(model, origin, pace.within(0, 0.2))
  const { spaces } = rooms
  if (spaces.length === 0)
    throw new PersonError('ifc.spacesWithoutShape', { count: rooms.left.length }, where)
  const at = spaceFinder(spaces)
  const doors = await readDoors(model, at, origin, pace.within(0.2, 0.45))
  const storeys = readStoreys(model, spaces, doors.doors)
  if (storeys.storeys.length === 0)
    throw new PersonError('ifc.noStoreys', {}, { file, place: 'IfcBuildingStorey' })
  const windows = await readWindows(model, at, origin, pace.within(0.45, 0.55))
  const walls = await readWalls(model, storeys.storeys, origin, pace.within(0.55, 0.9))
  const railings = readRailings(model, storeys.storeys, origin)
  await pace.at(0.9)
  const joining = paceOf(context, 'join')
  const boundaries = readBoundaries(model)
  const barriers = barriersOf(walls, storeys, railings.at)
  const edges = await openEdges(
    spaces,
    boundaries.virtualPairs,
    doors.doors,
    barriers,
    joining.within(0, 0.4),
  )
  const holes = openHoles(model, at, [...edges.passages, ...doors.doors], origin)
  await joining.at(0.5)
  const stairs = linkStairs(readStairElements(model, origin), spaces, (space, z) =>
    doors.doors.some(
      (door) => (door.left === space || door.right === space) && Math.abs(door.sillZ - z) <= doorFloorM,
    ),
  )
  await joining.at(0.7)
  const wanted = new Set([...doors.doors.map((door) => door.id), ...spaces.map((space) => space.id)])
  return {
    model,
    origin,
    rooms,
    doors,
    storeys,
    windows,
    walls: [...walls, ...railings.solids],
    passages: [...edges.passages, ...holes.passages],
    edgesWithoutWalls: edges.withheld,
    holesIntoShafts: holes.intoShafts,
    stairs,
    ramps: linkRamps(model, spaces, origin),
    transports: readTransports(model, spaces, origin),
    boundaries,
    properties: readProperties(model, wanted),
  }
}
