import { describe, expect, it } from 'vitest'
import {
  alignZones,
  copyZones,
  floorOf,
  mirrorZones,
  moveZones,
  setWallLength,
  startDrag,
  turnZones,
  type Handle,
} from '../../../src/premises/floor/index.ts'
import { area } from '../../../src/premises/geometry/measure.ts'
import type { Point } from '../../../src/premises/geometry/plane.ts'
import { distance } from '../../../src/premises/geometry/segment.ts'
import type { LevelId } from '../../../src/premises/ids.ts'
import { PersonError } from '../../../src/premises/message.ts'
import type { Premises } from '../../../src/premises/model.ts'
import { loadSample } from '../../../src/premises/sample/index.ts'
import { applyChanges } from '../../applyChanges.ts'
import { buildPremises, levelId, openingId, zoneId } from '../../builder.ts'
import { coverFaults, openingFaults, zonesOn } from './checks.ts'

const level = levelId('T1')

/** Two rooms and a corridor across them. */
const plan = (): Premises =>
  buildPremises((b) => {
    b.level('T1')
    b.zone('A', [0, 0, 4, 4])
    b.zone('B', [4, 0, 10, 4])
    b.zone('C', [0, 4, 10, 6], { use: 'corridor' })
    b.door('A', 'C', { at: [0.6, 4] })
    b.door('B', 'C', { at: [9, 4] })
    b.exit('C', { at: [0, 5] })
  })

function dragged(premises: Premises, on: LevelId, handle: Handle, from: Point, to: Point): Premises {
  const drag = startDrag(premises, on, handle, from)
  if (drag === null) throw new Error('nothing to take hold of')
  expect(drag.move(to).blocked).toBe(false)
  return applyChanges(premises, drag.changes())
}

function areas(premises: Premises): readonly number[] {
  return ['A', 'B', 'C'].map((name) => {
    const zone = premises.zones[zoneId(name)]
    return zone ? Math.round(area(zone.polygon) * 1e6) / 1e6 : 0
  })
}

function sound(premises: Premises): void {
  expect(coverFaults(premises, level)).toEqual([])
  expect(openingFaults(premises, level)).toEqual([])
}

describe('a wall that is dragged', () => {
  it('moves across itself with all rooms along it, and its doors with it', () => {
    const premises = dragged(
      plan(),
      level,
      {
        kind: 'wall',
        segment: [
          [0, 4],
          [4, 4],
        ],
      },
      [2, 4],
      [2.7, 3.5],
    )
    expect(areas(premises)).toEqual([14, 21, 25])
    expect(premises.openings[openingId('B|C')]?.segment.map(([, y]) => y)).toEqual([3.5, 3.5])
    sound(premises)
  })

  it('slides along the walls that it ends on; a door keeps its distance from the nearer corner', () => {
    const premises = dragged(
      plan(),
      level,
      {
        kind: 'wall',
        segment: [
          [4, 0],
          [4, 4],
        ],
      },
      [4, 2],
      [5, 2],
    )
    expect(areas(premises)).toEqual([20, 20, 20])
    expect(premises.openings[openingId('A|C')]?.segment).toEqual(plan().openings[openingId('A|C')]?.segment)
    expect(premises.openings[openingId('B|C')]?.segment).toEqual(plan().openings[openingId('B|C')]?.segment)
    sound(premises)
  })

  it('stops at a door, at other walls, and stays where it was sound', () => {
    const drag = startDrag(
      plan(),
      level,
      {
        kind: 'wall',
        segment: [
          [4, 0],
          [4, 4],
        ],
      },
      [4, 2],
    )
    expect(drag?.move([9, 2]).blocked).toBe(false)
    const stopped = drag?.move([9.3, 2])
    expect(stopped?.blocked).toBe(true)
    expect(stopped?.zones.find(({ id }) => id === zoneId('A'))?.polygon.outer.map(String)).toContain('9,4')
    expect(drag?.move([11, 2]).blocked).toBe(true)
    expect(drag?.move([4, 2]).blocked).toBe(false)
    expect(drag?.changes()).toEqual([])
  })

  it('comes into line with a wall on the other side of the one that it ends on', () => {
    const start = buildPremises((b) => {
      b.level('T1')
      b.zone('A', [0, 0, 4, 4])
      b.zone('B', [4, 0, 10, 4])
      b.zone('C', [0, 4, 6, 8])
      b.zone('D', [6, 4, 10, 8])
    })
    const premises = dragged(
      start,
      level,
      {
        kind: 'wall',
        segment: [
          [4, 0],
          [4, 4],
        ],
      },
      [4, 2],
      [6, 2],
    )
    expect(areas(premises)).toEqual([24, 16, 24])
    expect(floorOf(premises, level).corners).toHaveLength(9)
    sound(premises)
  })

  it('alone takes its stretch only: the neighbours keep straight, new corners come out at its end', () => {
    const premises = dragged(
      plan(),
      level,
      {
        kind: 'wall',
        segment: [
          [4, 4],
          [10, 4],
        ],
        alone: true,
      },
      [7, 4],
      [7, 3],
    )
    expect(areas(premises)).toEqual([16, 18, 26])
    expect(premises.zones[zoneId('A')]?.polygon.outer.map(String)).toContain('4,3')
    sound(premises)
    const outward = dragged(
      plan(),
      level,
      {
        kind: 'wall',
        segment: [
          [4, 4],
          [10, 4],
        ],
        alone: true,
      },
      [7, 4],
      [7, 5],
    )
    expect(areas(outward)).toEqual([16, 30, 14])
    sound(outward)
  })

  it('in skew rooms keeps every corner shared', () => {
    const start = buildPremises((b) => {
      b.level('T1')
      b.zone('A', [
        [0, 0],
        [5, 1],
        [4, 6],
        [-1, 5],
      ])
      b.zone('B', [
        [5, 1],
        [9, 2],
        [8, 7],
        [4, 6],
      ])
    })
    const premises = dragged(
      start,
      level,
      {
        kind: 'wall',
        segment: [
          [5, 1],
          [4, 6],
        ],
      },
      [4.5, 3.5],
      [5.3, 3.9],
    )
    expect(areas(premises)[0]).toBeGreaterThan(areas(start)[0] ?? Infinity)
    sound(premises)
  })

  it('of a floor with thick walls takes both faces along', async () => {
    const sample = await loadSample()
    let tried = 0
    for (const { id: on } of Object.values(sample.levels)) {
      const before = zonesOn(sample, on)
      const faults = coverFaults(sample, on)
      for (const { segment, sides } of floorOf(sample, on).walls) {
        const [a, b] = segment
        if (sides.every((side) => side !== null) || distance(a, b) < 3 || tried >= 30) continue
        const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
        const drag = startDrag(sample, on, { kind: 'wall', segment }, middle)
        const n: Point = [(b[1] - a[1]) / distance(a, b), (a[0] - b[0]) / distance(a, b)]
        if (drag === null || drag.move([middle[0] + n[0] * 0.05, middle[1] + n[1] * 0.05]).blocked) continue
        tried += 1
        const after = applyChanges(sample, drag.changes())
        expect(coverFaults(after, on)).toEqual(faults)
        // Where rooms lay on both sides of the wall, what one has lost the other has won but for the length of their faces.
        const changed = before.filter((zone) => after.zones[zone.id]?.polygon !== zone.polygon)
        expect(changed.length).toBeGreaterThan(0)
        for (const { id, sides: joined } of Object.values(sample.openings))
          expect(after.openings[id]?.sides).toEqual(joined)
      }
    }
    expect(tried).toBeGreaterThan(10)
  })
})

describe('a corner that is dragged', () => {
  it('takes all rooms that meet in it along', () => {
    const premises = dragged(plan(), level, { kind: 'corner', at: [4, 4] }, [4, 4], [4.5, 3.5])
    for (const name of ['A', 'B', 'C'])
      expect(premises.zones[zoneId(name)]?.polygon.outer.map(String)).toContain('4.5,3.5')
    sound(premises)
  })

  it('of thick walls takes the corners across the wall along', () => {
    const start = buildPremises((b) => {
      b.level('T1')
      b.zone('A', [0, 0, 4, 4])
      b.zone('B', [4.2, 0, 8, 4])
      b.zone('C', [0, 4.2, 4, 8])
      b.zone('D', [4.2, 4.2, 8, 8])
    })
    const premises = dragged(start, level, { kind: 'corner', at: [4, 4] }, [4, 4], [4.5, 4.3])
    const corners = ['A', 'B', 'C', 'D'].map(
      (name) => premises.zones[zoneId(name)]?.polygon.outer.map(String) ?? [],
    )
    expect(corners[0]).toContain('4.5,4.3')
    expect(corners[1]).toContain('4.7,4.3')
    expect(corners[2]).toContain('4.5,4.5')
    expect(corners[3]).toContain('4.7,4.5')
  })

  it('does not turn over a space between rooms, which no outline tells of', () => {
    const start = buildPremises((b) => {
      b.level('T1')
      b.zone('A', [
        [0, -3],
        [6, -3],
        [6, 0],
        [3, 0],
        [0, 0],
      ])
      b.zone('B', [
        [0, 0],
        [2.9, 1],
        [3, 0],
        [6, 0],
        [6, 4],
        [0, 4],
      ])
    })
    const drag = startDrag(start, level, { kind: 'corner', at: [3, 0] }, [3, 0])
    expect(drag?.move([2.8, 0.5]).blocked).toBe(false)
    expect(drag?.move([2.4, 2]).blocked).toBe(true)
    sound(applyChanges(start, drag?.changes() ?? []))
  })

  it('does not fold its wall back along the next one', () => {
    const start = buildPremises((b) => {
      b.level('T1')
      b.zone('A', [
        [0, 0],
        [6, 0.1],
        [10, 0],
        [10, 5],
        [0, 5],
      ])
    })
    const drag = startDrag(start, level, { kind: 'corner', at: [10, 0] }, [10, 0])
    expect(drag?.move([2, 0.1]).blocked).toBe(false)
    // A millimetre above the wall that ends in the next corner.
    expect(drag?.move([2, 0.0343]).blocked).toBe(true)
  })

  it('of a room with a needle half a millimetre thick leaves the needle as it is', () => {
    const outer: Point[] = [
      [-6.1392, 8],
      [-6.1392, 9.7349],
      [-7.8952, 9.691],
      [-7.7439, 9.6946],
      [-7.7102, 9.4666],
      [-7.7102, 8],
    ]
    const built = buildPremises((b) => {
      b.level('T1')
      b.zone('A', outer)
    })
    const record = { table: 'zones', id: zoneId('A') } as const
    const start = applyChanges(built, [{ record, field: 'polygon', after: { outer, holes: [] } }])
    const premises = dragged(start, level, { kind: 'corner', at: [-6.1392, 8] }, [-6.1392, 8], [-5.5, 7])
    expect(premises.zones[zoneId('A')]?.polygon.outer).toEqual([[-5.5, 7], ...outer.slice(1)])
    sound(premises)
  })

  it('is not there where there is none', () => {
    expect(startDrag(plan(), level, { kind: 'corner', at: [2, 2] }, [2, 2])).toBeNull()
  })
})

describe('blocks of rooms', () => {
  it('move with their neighbours’ walls, or not at all', () => {
    const premises = applyChanges(plan(), moveZones(plan(), [zoneId('B')], [0.1, 0]).changes)
    expect(areas(premises)).toEqual([16.4, 24, 20.1])
    sound(premises)
    expect(() => moveZones(plan(), [zoneId('B')], [-5, 0])).toThrow(PersonError)
  })

  it('copied with their doors join what they come to touch', () => {
    const start = applyChanges(plan(), [
      { record: { table: 'zones', id: zoneId('B') }, field: null, after: null },
    ])
    const { changes, made } = copyZones(start, [zoneId('A')], [4, 0])
    const premises = applyChanges(start, changes)
    const [copy] = made
    const id = copy?.table === 'zones' ? copy.id : ''
    const door = Object.values(premises.openings).find(
      ({ id: at, sides }) => !(at in start.openings) && sides.includes(id as never),
    )
    expect(new Set(door?.sides)).toEqual(new Set([id, zoneId('C')]))
    expect(coverFaults(premises, level)).toEqual([])
  })

  it('mirrored keep their doors, which swing to the same room', () => {
    const premises = applyChanges(plan(), mirrorZones(plan(), [zoneId('A'), zoneId('B')], 'x').changes)
    expect(areas(premises)).toEqual([16, 24, 20])
    const door = premises.openings[openingId('A|C')]
    expect(door?.segment.map(([x]) => x).toSorted()).toEqual([8.95, 9.85])
    expect(new Set(door?.sides)).toEqual(new Set([zoneId('A'), zoneId('C')]))
    sound(premises)
  })

  it('turned by a quarter take what is free', () => {
    const start = buildPremises((b) => {
      b.level('T1')
      b.zone('A', [0, 0, 6, 2])
      b.zone('B', [0, 2, 6, 4])
    })
    const premises = applyChanges(start, turnZones(start, [zoneId('A')], 1).changes)
    // Upright it would reach 3 m into B; of 6 × 2 m the part below B is free.
    expect(areas(premises).slice(0, 2)).toEqual([8, 12])
    sound(premises)
  })

  it('brought into one line move no wall of others', () => {
    const start = buildPremises((b) => {
      b.level('T1')
      b.zone('A', [0, 0, 4, 4])
      b.zone('B', [0, 4, 5, 8])
      b.zone('C', [4, 0, 8, 4])
    })
    const premises = applyChanges(start, alignZones(start, [zoneId('A'), zoneId('B')], 'right').changes)
    expect(areas(premises)).toEqual([20, 20, 12])
    sound(premises)
  })

  it('a wall is given a length by the wall that it ends on', () => {
    const premises = applyChanges(
      plan(),
      setWallLength(
        plan(),
        level,
        [
          [0, 0],
          [4, 0],
        ],
        5.25,
        'end',
      ).changes,
    )
    expect(areas(premises)).toEqual([21, 19, 20])
    const start = applyChanges(
      plan(),
      setWallLength(
        plan(),
        level,
        [
          [0, 0],
          [4, 0],
        ],
        5,
        'start',
      ).changes,
    )
    expect(areas(start)).toEqual([20, 24, 22])
    sound(premises)
    sound(start)
  })
})
