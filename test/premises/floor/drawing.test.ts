import { describe, expect, it } from 'vitest'
import {
  addCorner,
  drawRoom,
  drawWall,
  floorOf,
  mergeZones,
  removeCorner,
  removeWall,
  wallAt,
} from '../../../src/premises/floor/index.ts'
import { area } from '../../../src/premises/geometry/measure.ts'
import type { Point } from '../../../src/premises/geometry/plane.ts'
import { segmentLength } from '../../../src/premises/geometry/segment.ts'
import { PersonError } from '../../../src/premises/message.ts'
import type { Premises, Zone } from '../../../src/premises/model.ts'
import { applyChanges } from '../../applyChanges.ts'
import { buildPremises, levelId, openingId, zoneId } from '../../builder.ts'
import { coverFaults, openingFaults } from './checks.ts'

const level = levelId('T1')
const bare = () => buildPremises((b) => void b.level('T1'))

function named(premises: Premises, name: string): Zone {
  const found = Object.values(premises.zones).find((zone) => zone.name === name)
  if (found === undefined) throw new Error(`no zone ${name}`)
  return found
}

function box(x0: number, y0: number, x1: number, y1: number): Point[] {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]
}

function room(premises: Premises, name: string, outline: readonly Point[]): Premises {
  return applyChanges(premises, drawRoom(premises, level, outline, { name }).changes)
}

function wall(premises: Premises, ...line: readonly Point[]): Premises {
  return applyChanges(premises, drawWall(premises, level, line).changes)
}

function code(act: () => unknown): string | null {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof PersonError) return error.report.code
    throw error
  }
}

describe('a room that is drawn', () => {
  it('over a neighbour takes what is free, and shares the wall corner by corner', () => {
    const premises = room(room(bare(), 'A', box(0, 0, 10, 5)), 'B', box(8, 2, 15, 4))
    expect(new Set(named(premises, 'B').polygon.outer.map(String))).toEqual(
      new Set(box(10, 2, 15, 4).map(String)),
    )
    expect(named(premises, 'A').polygon.outer.map(String)).toEqual(expect.arrayContaining(['10,2', '10,4']))
    expect(area(named(premises, 'A').polygon)).toBeCloseTo(50, 9)
    expect(coverFaults(premises, level)).toEqual([])
  })

  it('inside another is cut out of it as a hole', () => {
    const premises = room(room(bare(), 'Hall', box(0, 0, 10, 10)), 'Core', box(4, 4, 6, 6))
    expect(named(premises, 'Hall').polygon.holes).toHaveLength(1)
    expect(area(named(premises, 'Hall').polygon)).toBeCloseTo(96, 9)
    expect(coverFaults(premises, level)).toEqual([])
  })

  it('across a corridor parts it in two, and the persons of the corridor are shared out by area', () => {
    const start = buildPremises((b) => {
      b.level('T1')
      b.zone('Corridor', [0, 0, 20, 2], { use: 'corridor', occupants: 10, assisted: 1 })
    })
    const premises = room(start, 'Box', box(12, -0.5, 14, 2.5))
    // Above and below the corridor the outline is free: there it makes rooms of its own.
    expect(Object.values(premises.zones)).toHaveLength(3)
    const cut = room(start, 'Box', box(12, 0, 14, 2))
    const zones = Object.values(cut.zones)
    expect(zones.map(({ polygon }) => area(polygon)).toSorted((a, b) => b - a)).toEqual([24, 12, 4])
    expect(zones.reduce((sum, { occupants = 0 }) => sum + occupants, 0)).toBe(10)
    expect(zones.reduce((sum, { assisted = 0 }) => sum + assisted, 0)).toBe(1)
    expect(cut.zones[zoneId('Corridor')]?.occupants).toBe(6)
    expect(cut.zones[zoneId('Corridor')]?.evidence['occupants']?.mark).toBe('assumed')
  })

  it('a few millimetres off a wall is caught by it', () => {
    const premises = room(room(bare(), 'A', box(0, 0, 4, 4)), 'B', box(4.006, 0.004, 8, 3.995))
    expect(named(premises, 'B').polygon.outer.map(String)).toEqual(expect.arrayContaining(['4,0', '4,4']))
    expect(coverFaults(premises, level)).toEqual([])
  })

  it('shares skew walls exactly', () => {
    const premises = room(
      room(bare(), 'A', [
        [0, 0],
        [7.3, 2.1],
        [5.2, 9.4],
        [-1.1, 6],
      ]),
      'B',
      [
        [6, 4],
        [12, 5],
        [9, 9],
      ],
    )
    expect(coverFaults(premises, level)).toEqual([])
  })

  it('elsewhere takes the tip of a needle out of all outlines that pass through it', () => {
    const outlines: Record<string, Point[]> = {
      Needle: [
        [3.625, 23.25],
        [3.625, 24.0625],
        [3.5239, 24.2141],
        [1.75, 24.3174],
        [1.5, 24.332],
        [3.4761, 24.2141],
        [3.4694, 24.0831],
        [3.4271, 23.25],
      ],
      Above: [
        [1.4779, 24.332],
        [1.5, 24.332],
        [1.5287, 24.332],
        [1.4779, 25.332],
        [-2, 25.332],
        [-2, 24.332],
      ],
    }
    const built = buildPremises((b) => {
      b.level('T1')
      for (const [name, outer] of Object.entries(outlines)) b.zone(name, outer)
    })
    // As an edit leaves them: the builder would let go of the corners that matter here.
    const start = applyChanges(
      built,
      Object.entries(outlines).map(([name, outer]) => ({
        record: { table: 'zones', id: zoneId(name) },
        field: 'polygon',
        after: { outer, holes: [] },
      })),
    )
    expect(coverFaults(start, level)).toEqual([])
    expect(coverFaults(room(start, 'C', box(10, 0, 14, 4)), level)).toEqual([])
  })

  it('needs an outline that does not cross itself, some size, and a place', () => {
    expect(
      code(() =>
        drawRoom(bare(), level, [
          [0, 0],
          [4, 4],
          [4, 0],
          [0, 4],
        ]),
      ),
    ).toBe('roomCrossesItself')
    expect(code(() => drawRoom(bare(), level, box(0, 0, 0.05, 4)))).toBe('roomTooSmall')
    const premises = room(bare(), 'A', box(0, 0, 4, 4))
    expect(code(() => drawRoom(premises, level, box(0, 0, 4, 4)))).toBe('roomTaken')
  })
})

describe('a wall that is drawn', () => {
  it('parts a room where it joins wall and wall; the larger part keeps the record, doors go with their part', () => {
    const start = buildPremises((b) => {
      b.level('T1')
      b.zone('A', [0, 0, 10, 5], { occupants: 7, number: '101' })
      b.zone('Corridor', [0, 5, 10, 7], { use: 'corridor' })
      b.door('A', 'Corridor', { at: [8, 5] })
      b.door('Corridor', 'A', { at: [4, 5], name: 'Split' })
    })
    const premises = wall(start, [4, 0.003], [4, 4.996])
    const kept = premises.zones[zoneId('A')]
    expect(kept && area(kept.polygon)).toBeCloseTo(30, 9)
    expect(kept?.occupants).toBe(4)
    const part = Object.values(premises.zones).find(({ id }) => !(id in start.zones))
    expect(part?.occupants).toBe(3)
    expect(part?.number).toBeUndefined()
    expect(premises.zones[zoneId('Corridor')]?.polygon.outer.map(String)).toContain('4,5')
    expect(coverFaults(premises, level)).toEqual([])
    // The door that stood where the wall meets the corridor stands beside it now, as wide as before.
    expect(openingFaults(premises, level)).toEqual([])
    const moved = premises.openings[openingId('Split')]
    expect(moved?.clearWidthM).toBeCloseTo(0.9, 12)
    expect(moved && segmentLength(moved.segment)).toBeCloseTo(0.9, 3)
    expect(premises.openings[openingId('A|Corridor')]).toEqual(start.openings[openingId('A|Corridor')])
  })

  it('stays on its own until others close it', () => {
    const half = wall(room(bare(), 'A', box(0, 0, 6, 6)), [3, 0], [3, 3])
    expect(Object.values(half.walls).map(({ line }) => line)).toEqual([
      [
        [3, 0],
        [3, 3],
      ],
    ])
    expect(Object.values(half.zones)).toHaveLength(1)
    expect(floorOf(half, level).walls.filter(({ wallId }) => wallId !== null)).toHaveLength(1)
    const whole = wall(half, [3, 3], [6, 3])
    expect(Object.values(whole.walls)).toHaveLength(0)
    expect(
      Object.values(whole.zones)
        .map(({ polygon }) => area(polygon))
        .toSorted((p, q) => p - q),
    ).toEqual([9, 27])
    expect(coverFaults(whole, level)).toEqual([])
  })

  it('closes a yard between rooms to a new room', () => {
    const u = [
      [0, 0, 2, 8],
      [2, 0, 6, 2],
      [6, 0, 8, 8],
    ] as const
    const start = u.reduce(
      (premises, [x0, y0, x1, y1], at) => room(premises, `U${at}`, box(x0, y0, x1, y1)),
      bare(),
    )
    const premises = wall(start, [2, 8], [6, 8])
    expect(Object.values(premises.zones)).toHaveLength(4)
    expect(Object.values(premises.zones).some(({ polygon }) => Math.abs(area(polygon) - 24) < 1e-9)).toBe(
      true,
    )
    expect(coverFaults(premises, level)).toEqual([])
  })

  it('along six rooms makes a corridor of them at once', () => {
    const start = Array.from({ length: 6 }, (_, at) => at).reduce(
      (premises, at) => room(premises, `R${at}`, box(at * 3, 0, at * 3 + 3, 6)),
      bare(),
    )
    const premises = wall(start, [0, 4], [18, 4])
    expect(Object.values(premises.zones)).toHaveLength(12)
    const corridor = Object.values(premises.zones).filter(({ id }) => !(id in start.zones))
    const merged = applyChanges(
      premises,
      mergeZones(
        premises,
        corridor.map(({ id }) => id),
      ).changes,
    )
    expect(Object.values(merged.zones)).toHaveLength(7)
    const long = Object.values(merged.zones).find(({ polygon }) => area(polygon) > 30)
    // Its upper wall is one straight line again; below, the corners of six rooms stay.
    expect(long?.polygon.outer.filter(([, y]) => y === 6)).toHaveLength(2)
    expect(long?.polygon.outer.filter(([, y]) => y === 4)).toHaveLength(7)
    expect(coverFaults(merged, level)).toEqual([])
  })

  it('must have a length, and not be there', () => {
    const premises = room(bare(), 'A', box(0, 0, 4, 4))
    expect(
      code(() =>
        drawWall(premises, level, [
          [1, 1],
          [1, 1.01],
        ]),
      ),
    ).toBe('wallTooShort')
    expect(
      code(() =>
        drawWall(premises, level, [
          [0, 0],
          [4, 0],
        ]),
      ),
    ).toBe('wallThere')
  })
})

describe('walls and corners that go', () => {
  const start = () =>
    buildPremises((b) => {
      b.level('T1')
      b.zone('A', [0, 0, 4, 4], { occupants: 3 })
      b.zone('B', [4, 0, 10, 4], { use: 'meetingRoom' })
      b.zone('C', [0, 4, 10, 6], { use: 'corridor' })
      b.door('A', 'B', { at: [4, 2] })
      b.door('A', 'C', { at: [1, 4] })
      b.exit('C', { at: [0, 5] })
    })

  it('a wall between two rooms makes them one, the larger of them, with the persons of both', () => {
    const premises = applyChanges(
      start(),
      removeWall(start(), level, [
        [4, 0],
        [4, 4],
      ]).changes,
    )
    const one = premises.zones[zoneId('B')]
    expect(one && area(one.polygon)).toBeCloseTo(40, 9)
    expect(premises.zones[zoneId('A')]).toBeUndefined()
    // B has no count: what its area gives is added to the three of A.
    expect(one?.occupants).toBeGreaterThan(3)
    expect(premises.openings[openingId('A|B')]).toBeUndefined()
    expect(premises.openings[openingId('A|C')]?.sides).toEqual([zoneId('B'), zoneId('C')])
    expect(one?.polygon.outer.map(String).toSorted()).toEqual(['0,0', '0,4', '10,0', '10,4'])
    expect(openingFaults(premises, level)).toEqual([])
  })

  it('an outer wall cannot go, nor can rooms apart become one', () => {
    expect(
      code(() =>
        removeWall(start(), level, [
          [0, 0],
          [4, 0],
        ]),
      ),
    ).toBe('wallIsOuter')
    const far = room(start(), 'Far', box(20, 0, 24, 4))
    expect(code(() => mergeZones(far, [zoneId('A'), named(far, 'Far').id]))).toBe('zonesNotNeighbours')
  })

  it('rooms with a thick wall between them take it in where they face each other', () => {
    const premises = buildPremises((b) => {
      b.level('T1')
      b.zone('A', [0, 0, 4, 4])
      b.zone('B', [4.2, 1, 8, 4])
      b.wall('Body', [4, 0, 4.2, 4])
    })
    const merged = applyChanges(premises, mergeZones(premises, [zoneId('A'), zoneId('B')]).changes)
    const one = merged.zones[zoneId('A')]
    expect(one && area(one.polygon)).toBeCloseTo(16 + 11.4 + 0.6, 6)
    expect(Object.values(merged.walls).map(({ polygon }) => area(polygon))[0]).toBeCloseTo(0.2, 6)
  })

  it('a corner is put into a wall of both rooms, and taken away again', () => {
    const premises = applyChanges(start(), addCorner(start(), level, [4.1, 1]).changes)
    for (const name of ['A', 'B'])
      expect(premises.zones[zoneId(name)]?.polygon.outer.map(String)).toContain('4,1')
    const back = applyChanges(premises, removeCorner(premises, level, [4, 1]).changes)
    expect(back.zones[zoneId('A')]?.polygon.outer.map(String)).not.toContain('4,1')
    expect(code(() => removeCorner(premises, level, [4, 4]))).toBe('cornerNeeded')
  })
})

describe('the floor of a level', () => {
  it('knows the walls with their sides where one wall runs along many rooms', () => {
    const premises = buildPremises((b) => {
      b.level('T1')
      b.zone('A', [0, 0, 4, 4])
      b.zone('B', [4, 0, 10, 4])
      b.zone('C', [0, 4, 10, 6])
    })
    const { corners, walls } = floorOf(premises, level)
    expect(corners).toHaveLength(8)
    expect(walls).toHaveLength(10)
    const hit = wallAt(premises, level, [2, 4.1], 0.3)
    expect(new Set(hit?.wall.sides)).toEqual(new Set([zoneId('A'), zoneId('C')]))
    expect(hit?.straight.map(String).toSorted()).toEqual(['0,4', '10,4'])
    expect(hit?.at).toEqual([2, 4])
    expect(wallAt(premises, level, [2, 2], 0.3)).toBeNull()
    expect(floorOf(premises, levelId('None'))).toEqual({ levelId: levelId('None'), corners: [], walls: [] })
  })

  it('is the same object while nothing on the level changes', () => {
    const premises = room(bare(), 'A', box(0, 0, 4, 4))
    const renamed = { ...premises, facility: { ...premises.facility, name: 'Other' } }
    expect(floorOf(renamed, level)).toBe(floorOf(premises, level))
  })
})
