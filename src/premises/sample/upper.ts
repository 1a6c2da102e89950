import type {
  DoorLayout,
  FloorLayout,
  LevelLayout,
  RoomLayout,
  StripAxes,
  StripName,
  StripRoom,
  UpperLayout,
} from './layout.ts'

/** Distance from the jamb of a room's door to the axis of the room's end wall, metres: clear of columns. */
const jambFromEndM = 0.65

/** Width of a room's door, and of one with two leaves, metres. */
const doorM = 0.9
const wideDoorM = 1.4

/** From this many persons on, a room's door has two leaves and opens into the corridor. */
const personsOpeningOut = 16

const strips: readonly StripName[] = ['south', 'northWest', 'northEast']

/** The upper floors as plain levels: the skeleton, with each floor's strips of rooms along its corridor. */
export function upperLevels(upper: UpperLayout): readonly LevelLayout[] {
  return upper.floors.map((floor) => upperLevel(upper, floor))
}

function upperLevel({ skeleton, corridor, strips: axes }: UpperLayout, floor: FloorLayout): LevelLayout {
  const corridors = floor.corridors ?? [corridor]
  const placed = strips.flatMap((strip) => stripRooms(axes[strip], floor[strip], floor.level))
  const doors = [...skeleton.doors, ...placed.flatMap((room) => room.doors)]
  return {
    ...skeleton,
    level: floor.level,
    rooms: [...corridors, ...skeleton.rooms, ...placed.map(({ room }) => room)],
    doors: [...doors.map((door) => toCorridor(door, corridors)), ...(floor.more ?? [])],
  }
}

interface Placed {
  readonly room: RoomLayout
  readonly doors: readonly DoorLayout[]
}

function stripRooms(strip: StripAxes, rooms: readonly StripRoom[], level: string): Placed[] {
  let field = 0
  return rooms.map((room, index) => {
    const west = strip.x[field]
    const east = strip.x[(field += room.fields)]
    if (west === undefined || east === undefined) throw new Error(`${room.name}: the strip is too short`)
    const {
      fields: _fields,
      door = index % 2 ? 'w' : 'e',
      doorWidth: _width,
      ratingMin: _rating,
      ...facts
    } = room
    const ends = door === 'none' ? [] : door === 'both' ? (['w', 'e'] as const) : [door]
    return {
      room: { ...facts, number: `${level}${room.key}`, at: [west, strip.y[0], east, strip.y[1]] },
      doors: ends.map((end) => roomDoor(room, end, end === 'w' ? west : east, strip.doorY)),
    }
  })
}

/** The door at one end of a room, its hinge at that end; many persons get two leaves that open into the corridor. */
function roomDoor(room: StripRoom, end: 'w' | 'e', endX: number, y: number): DoorLayout {
  const out = (room.persons ?? 0) >= personsOpeningOut
  const width = room.doorWidth ?? (out ? wideDoorM : doorM)
  const fromEnd = jambFromEndM + width / 2
  return {
    of: room.key,
    to: 'hl',
    at: [end === 'w' ? endX + fromEnd : endX - fromEnd, y],
    width,
    into: out ? 'hl' : room.key,
    hinge: end === 'w' ? 'low' : 'high',
    ...(out ? { leaves: 2 as const } : {}),
    ...(room.ratingMin === undefined ? {} : { ratingMin: room.ratingMin }),
  }
}

/** The door with the corridor that it really opens on, where a floor has several. */
function toCorridor(door: DoorLayout, corridors: readonly RoomLayout[]): DoorLayout {
  if (door.to !== 'hl') return door
  const behind = corridors.find(
    ({ at }) => typeof at[0] === 'number' && at[0] < door.at[0] && door.at[0] < (at[2] as number),
  )
  if (!behind) return door
  return { ...door, to: behind.key, ...(door.into === 'hl' ? { into: behind.key } : {}) }
}
