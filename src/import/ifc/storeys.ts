import { real, text } from './attributes.ts'
import type { IfcModel } from './model.ts'
import type { Door } from './doors.ts'
import type { Space } from './spaces.ts'
import { snap } from '../../premises/geometry/plane.ts'
import { namesGround } from '../words.ts'

/** A storey that becomes a level. */
export interface Storey {
  readonly id: number
  readonly sourceId: string
  readonly buildingId: number | null
  readonly name: string
  /** As the file says it; derived from the floors of its rooms where it says nothing. */
  readonly elevationM: number
  readonly elevationFrom: 'attribute' | 'rooms'
  /** Height of its floor in the file's world: where its rooms stand. */
  readonly floorZ: number
  /** 0 = ground; halves for half-levels. */
  readonly ordinal: number
}

export interface StoreyReading {
  /** Sorted from the lowest up, building by building. */
  readonly storeys: readonly Storey[]
  readonly left: readonly { readonly name: string; readonly id: number }[]
  /** Rooms that stand on another storey than the file says, with the storey that they were given. */
  readonly movedRooms: ReadonlyMap<Space, number>
  /** Ground storeys, and whether that rests on more than a guess. */
  readonly grounds: readonly { readonly id: number; readonly certain: boolean }[]
}

/** Floors closer than this are half-levels of one another. */
export const halfLevelM = 1.8
/** A room whose floor is farther than this from its storey, and nearer to another, stands on that other one. */
const misfiledM = 1.5
/** An elevation beyond any mountain is an error of the file. */
const highestM = 10_000
/** The ground floor is looked for this close to the building's zero or its terrain. */
const groundM = 1.5

/** Storeys with rooms or doors, sorted and counted from the ground; the others are no floors. */
export function readStoreys(
  model: IfcModel,
  spaces: readonly Space[],
  doors: readonly Door[],
): StoreyReading {
  const all = model.ids('IFCBUILDINGSTOREY').map((id) => ({ id, line: model.line(id) }))
  const elevations = new Map(
    all.map(({ id, line }) => {
      const value = real(line, 'Elevation')
      const elevation = value === null ? null : value * model.metresPerUnit
      return [id, elevation !== null && Math.abs(elevation) < highestM ? elevation : null] as const
    }),
  )
  const filed = new Map<number, Space[]>()
  for (const space of spaces)
    if (space.storeyId !== null) filed.set(space.storeyId, [...(filed.get(space.storeyId) ?? []), space])
  const floorOfRooms = (id: number): number | null => median((filed.get(id) ?? []).map((space) => space.z0))
  // The world may stand above the building's zero (height above the sea): by how much, the rooms tell.
  const shift =
    median(
      all.flatMap(({ id }) => {
        const [elevation, floor] = [elevations.get(id) ?? null, floorOfRooms(id)]
        return elevation === null || floor === null ? [] : [floor - elevation]
      }),
    ) ?? 0
  const withDoors = new Set(doors.map((door) => door.storeyId))
  const kept = all
    .filter(({ id }) => filed.has(id) || withDoors.has(id))
    .map(({ id, line }) => {
      const elevation = elevations.get(id) ?? null
      const floor =
        floorOfRooms(id) ?? median(doors.filter((door) => door.storeyId === id).map((door) => door.sillZ))
      return {
        id,
        sourceId: text(line, 'GlobalId') ?? `#${id}`,
        buildingId: model.whole(id),
        name: text(line, 'Name') ?? text(line, 'LongName') ?? '',
        elevationM: snap(elevation ?? (floor ?? 0) - shift),
        elevationFrom: elevation === null ? ('rooms' as const) : ('attribute' as const),
        floorZ: elevation === null ? (floor ?? 0) : nearer(floor, elevation + shift),
      }
    })
  const buildings = [...new Set(kept.map((storey) => storey.buildingId))]
  const sorted = buildings.map((buildingId) => {
    const own = kept
      .filter((storey) => storey.buildingId === buildingId)
      .toSorted((p, q) => p.floorZ - q.floorZ || p.id - q.id)
    const ground = groundOf(own, doors, terrainOf(model, buildingId))
    return { ground, storeys: numbered(own, ground.index) }
  })
  const storeys = sorted.flatMap((each) => each.storeys)
  return {
    storeys,
    left: all
      .filter(({ id }) => !kept.some((storey) => storey.id === id))
      .map(({ id, line }) => ({ id, name: text(line, 'Name') ?? `#${id}` })),
    movedRooms: misfiled(spaces, storeys),
    grounds: sorted.flatMap(({ ground, storeys: own }) => {
      const storey = own[ground.index]
      return storey ? [{ id: storey.id, certain: ground.certain }] : []
    }),
  }
}

/** Where the rooms stand, unless that is so far off that the rooms are misfiled. */
function nearer(floor: number | null, expected: number): number {
  return floor !== null && Math.abs(floor - expected) <= misfiledM ? floor : expected
}

function terrainOf(model: IfcModel, buildingId: number | null): number {
  if (buildingId === null) return 0
  const terrain = real(model.line(buildingId), 'ElevationOfTerrain')
  return terrain === null ? 0 : terrain * model.metresPerUnit
}

type Unnumbered = Omit<Storey, 'ordinal'>

/**
 * The ground storey: with a door outside, and nearest to the building's zero (±0.00 of the drawing); failing that by its
 * name; failing that the lowest with a door outside.
 */
function groundOf(
  storeys: readonly Unnumbered[],
  doors: readonly Door[],
  terrainM: number,
): { readonly index: number; readonly certain: boolean } {
  const outside = new Set(
    doors
      .filter((door) => door.left === null || door.right === null || door.left.outdoor || door.right.outdoor)
      .map((door) => door.storeyId),
  )
  const away = (storey: Unnumbered): number => Math.abs(storey.elevationM - terrainM)
  const index = (found: Unnumbered | undefined): number => (found ? storeys.indexOf(found) : -1)
  const withDoor = storeys.filter((storey) => outside.has(storey.id))
  const nearest = index(
    withDoor.filter((storey) => away(storey) <= groundM).toSorted((p, q) => away(p) - away(q))[0],
  )
  if (nearest >= 0) return { index: nearest, certain: true }
  const named = index(
    withDoor.find((storey) => namesGround(storey.name)) ?? storeys.find((storey) => namesGround(storey.name)),
  )
  if (named >= 0) return { index: named, certain: false }
  const lowest = index(withDoor[0] ?? storeys.toSorted((p, q) => away(p) - away(q))[0])
  return { index: Math.max(0, lowest), certain: false }
}

/** Whole numbers from the ground up and down; a storey less than 1.8 m past the last whole one is a half-level of it. */
function numbered(storeys: readonly Unnumbered[], ground: number): Storey[] {
  const ordinals = new Map<number, number>([[ground, 0]])
  for (const step of [1, -1] as const) {
    let whole = 0
    let wholeZ = storeys[ground]?.floorZ ?? 0
    let halves = 0
    for (let at = ground + step; at >= 0 && at < storeys.length; at += step) {
      const storey = storeys[at] as Unnumbered
      if (Math.abs(storey.floorZ - wholeZ) < halfLevelM) {
        halves += 1
        ordinals.set(at, whole + step * (1 - 0.5 ** halves))
      } else {
        whole += step
        wholeZ = storey.floorZ
        halves = 0
        ordinals.set(at, whole)
      }
    }
  }
  return storeys.map((storey, at) => ({ ...storey, ordinal: ordinals.get(at) ?? 0 }))
}

/** Rooms without a storey, and rooms whose floor clearly belongs to another: given the storey that they stand on. */
function misfiled(spaces: readonly Space[], storeys: readonly Storey[]): Map<Space, number> {
  const moved = new Map<Space, number>()
  for (const space of spaces) {
    const filed = storeys.find((storey) => storey.id === space.storeyId)
    const away = (storey: Storey): number => Math.abs(storey.floorZ - space.z0)
    const nearest = storeys.toSorted((p, q) => away(p) - away(q))[0]
    if (nearest === undefined || nearest === filed) continue
    if (filed === undefined || (away(filed) > misfiledM && away(nearest) < away(filed) / 2))
      moved.set(space, nearest.id)
  }
  return moved
}

export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] as number
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2
}
