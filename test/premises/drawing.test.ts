import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planDrawing } from '../../src/premises/drawing/plan.ts'
import type { PlanArea, PlanDrawing, PlanShape, PlanStroke } from '../../src/premises/drawing/shapes.ts'
import { contains, distanceToPolygon } from '../../src/premises/geometry/inside.ts'
import { area } from '../../src/premises/geometry/measure.ts'
import type { Point, Polygon, Segment } from '../../src/premises/geometry/plane.ts'
import { intersection } from '../../src/premises/geometry/polygonOps.ts'
import { rectangle } from '../../src/premises/geometry/ring.ts'
import { direction, distance, distanceToSegment, turn } from '../../src/premises/geometry/segment.ts'
import type { DoorOperation, DoorProperties, Premises, StairFlight } from '../../src/premises/model.ts'
import { loadSample } from '../../src/premises/sample/index.ts'
import { buildPremises, levelId, openingId, stairId, wallId, zoneId } from '../builder.ts'
import { floors } from './geometry/arbitraries.ts'

const t1 = levelId('T1')
const areas = ({ shapes }: PlanDrawing, kind: PlanArea['kind']) =>
  shapes.filter((shape): shape is PlanArea => shape.kind === kind && 'polygon' in shape)
const strokes = ({ shapes }: PlanDrawing, kind: PlanStroke['kind']) =>
  shapes.filter((shape): shape is PlanStroke => shape.kind === kind && 'line' in shape)
const overlap = (a: readonly Polygon[], b: readonly Polygon[]) =>
  intersection(a, b).reduce((sum, part) => sum + area(part), 0)
const coordinates = (shapes: readonly PlanShape[]) =>
  shapes
    .flatMap((shape) =>
      'polygon' in shape ? [...shape.polygon.outer, ...shape.polygon.holes.flat()] : shape.line,
    )
    .flat()

/** A room and a corridor with a 0.2 m wall between them, and one door in it. */
const house = (door: Partial<DoorProperties> = {}, walls = false) =>
  buildPremises((b) => {
    b.level('T1')
    b.zone('Room', [0, 0, 5, 4])
    b.zone('Corridor', [0, 4.2, 10, 6.2], { use: 'corridor' })
    b.door('Room', 'Corridor', { at: [2, 4.1], width: 1, name: 'D', door })
    b.exit('Corridor', { at: [0, 5], name: 'E', width: 1.2 })
    if (walls) {
      b.wall('Inner', [0, 4, 10, 4.2])
      b.wall('Outer', [-0.3, -0.3, 0, 6.5])
      b.wall('Far', [20, 0, 20.2, 4])
    }
  })

describe('walls', () => {
  it('are those given, with doors cut out of the middle of them', () => {
    const drawing = planDrawing(house({}, true), t1)
    const walls = areas(drawing, 'wall')
    const inner = walls.filter(({ record }) => record?.table === 'walls' && record.id === wallId('Inner'))
    expect(inner).toHaveLength(2)
    expect(inner.reduce((sum, { polygon }) => sum + area(polygon), 0)).toBeCloseTo(10 * 0.2 - 1 * 0.2, 6)
    expect(
      walls.find(({ record }) => record && 'id' in record && record.id === wallId('Far'))?.polygon,
    ).toEqual(rectangle(20, 0, 20.2, 4))
    expect(walls.every((wall) => wall.assumed === undefined)).toBe(true)
  })

  it('are what lies between and around the zones where none were given', () => {
    const premises = house()
    const walls = areas(planDrawing(premises, t1), 'wall').map(({ polygon }) => polygon)
    const zones = Object.values(premises.zones).map(({ polygon }) => polygon)
    expect(overlap(walls, zones)).toBeLessThan(1e-6)
    // The wall between room and corridor but for the door, 0.2 m thick.
    expect(overlap(walls, [rectangle(0, 4, 5, 4.2)])).toBeCloseTo(5 * 0.2 - 1 * 0.2, 6)
    expect(overlap(walls, [rectangle(-0.2, 0, 0, 4)])).toBeCloseTo(0.2 * 4, 6)
  })

  it('are drawn thin where zones were drawn edge to edge', () => {
    const premises = buildPremises((b) => {
      b.level('T1')
      for (let k = 0; k < 6; k += 1) b.zone(`R${k}`, [k * 4, 0, k * 4 + 4, 4])
      b.passage('R0', 'R1', { name: 'P', width: 2 })
    })
    const walls = areas(planDrawing(premises, t1), 'wall').map(({ polygon }) => polygon)
    expect(overlap(walls, [rectangle(7.5, 0.1, 8.5, 3.9)])).toBeCloseTo(0.1 * 3.8, 6)
    expect(overlap(walls, [rectangle(3.5, 0.1, 4.5, 3.9)])).toBeCloseTo(0.1 * 1.8, 6)
  })

  it('leave every door and window of the sample free', async () => {
    const sample = await loadSample()
    for (const drawn of [sample, { ...sample, walls: {} }]) {
      for (const level of Object.values(drawn.levels)) {
        const drawing = planDrawing(drawn, level.id)
        const walls = areas(drawing, 'wall').map(({ polygon }) => polygon)
        const open = [...areas(drawing, 'gap'), ...areas(drawing, 'window')].map(({ polygon }) => polygon)
        expect(walls.length).toBeGreaterThan(3)
        expect(overlap(walls, open)).toBeLessThan(1e-4)
        expect(coordinates(drawing.shapes).every(Number.isFinite)).toBe(true)
      }
    }
  })

  it('surround any floor without covering it', () => {
    fc.assert(
      fc.property(floors, (floor) => {
        const premises = buildPremises((b) => {
          b.level('T1')
          b.zone('Floor', floor)
          b.exit('Floor', { at: floor.outer[0] as Point, width: 0.3 })
        })
        const drawing = planDrawing(premises, t1)
        const walls = areas(drawing, 'wall').map(({ polygon }) => polygon)
        expect(walls.length).toBeGreaterThan(0)
        expect(overlap(walls, [floor])).toBeLessThan(0.01)
        expect(coordinates(drawing.shapes).every(Number.isFinite)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})

describe('doors', () => {
  const leaves = (door: Partial<DoorProperties>) => {
    const drawing = planDrawing(house(door), t1)
    const isOf = ({ record }: PlanShape) => record?.table === 'openings' && record.id === openingId('D')
    return {
      leaves: strokes(drawing, 'leaf').filter(isOf),
      swings: strokes(drawing, 'swing').filter(isOf),
      sweeps: areas(drawing, 'sweep').filter(isOf),
    }
  }
  // The segment runs from (2.5, 4.1) to (1.5, 4.1): its left is the room.
  const [start, end]: Segment = [
    [2.5, 4.1],
    [1.5, 4.1],
  ]

  it('swing a leaf as wide as the opening about the hinge, to the side they open to', () => {
    for (const hinge of ['start', 'end'] as const) {
      for (const opensTo of ['left', 'right'] as const) {
        const { leaves: drawn, swings } = leaves({ hinge, opensTo })
        expect(drawn).toHaveLength(1)
        expect(drawn[0]?.assumed).toBeUndefined()
        const [foot, tip] = drawn[0]?.line ?? []
        if (!foot || !tip) throw new Error('no leaf')
        expect(distance(foot, tip)).toBeCloseTo(1, 9)
        expect(foot[0]).toBeCloseTo(hinge === 'start' ? start[0] : end[0], 9)
        expect(turn(start, end, tip) > 0).toBe(opensTo === 'left')
        const arc = swings[0]?.line ?? []
        expect(distance(arc[0] ?? [0, 0], tip)).toBeLessThan(1e-9)
        for (const point of arc) expect(distance(point, foot)).toBeCloseTo(1, 9)
        const shut = arc.at(-1) ?? [0, 0]
        expect(shut[0]).toBeCloseTo(hinge === 'start' ? end[0] : start[0], 9)
      }
    }
  })

  it('swing two leaves of half the width, and both ways where they open both ways', () => {
    const two = leaves({ leaves: 2, opensTo: 'right' })
    expect(two.leaves.map(({ line }) => distance(line[0]!, line[1]!))).toEqual([
      expect.closeTo(0.5, 9),
      expect.closeTo(0.5, 9),
    ])
    const both = leaves({ operation: 'doubleSwing', hinge: 'start' })
    expect(both.sweeps).toHaveLength(2)
    const ys = both.swings[0]?.line.map(([, y]) => y) ?? []
    expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo(2, 9)
  })

  it('open into the room, into the stair and out of the building where nobody said how, and say that it is assumed', () => {
    const { leaves: drawn } = leaves({})
    expect(drawn[0]?.assumed).toBe(true)
    expect(drawn[0]?.line[1]?.[1]).toBeLessThan(4.1)
    const exit = strokes(planDrawing(house(), t1), 'leaf').find(
      ({ record }) => record && 'id' in record && record.id === openingId('E'),
    )
    expect(exit?.line[1]?.[0]).toBeLessThan(0)
    const premises = buildPremises((b) => {
      b.level('T1')
      b.zone('Corridor', [0, 0, 10, 2], { use: 'corridor' })
      b.level('T2')
      b.stair('S', [10, -2, 13, 4], ['T1', 'T2'])
      b.on('T1')
      b.door('Corridor', 'S T1', { at: [10, 1] })
    })
    const [leaf] = strokes(planDrawing(premises, t1), 'leaf')
    expect(leaf?.line[1]?.[0]).toBeGreaterThan(10)
  })

  it('have a sign of their own for every operation, all of it near the door', () => {
    const operations: readonly DoorOperation[] = [
      'swing',
      'doubleSwing',
      'sliding',
      'folding',
      'revolving',
      'rollerShutter',
      'turnstile',
      'gate',
      'unknown',
    ]
    const signs = operations.map((operation) => {
      const drawing = planDrawing(house({ operation, hinge: 'end', opensTo: 'left' }), t1)
      const own = drawing.shapes.filter(
        ({ record }) => record?.table === 'openings' && record.id === openingId('D'),
      )
      const lines = own.flatMap((shape) => ('line' in shape ? [...shape.line] : []))
      expect(lines.length).toBeGreaterThan(0)
      for (const point of lines) expect(distanceToSegment([start, end], point)).toBeLessThan(1.3)
      return JSON.stringify(
        own.map(({ kind, ...shape }) => [kind, 'line' in shape ? shape.line : shape.polygon]),
      )
    })
    // An unknown door is drawn as a hinged one.
    expect(new Set(signs).size).toBe(operations.length - 1)
  })

  it('slide along the wall on the side they open to, each leaf from its own jamb', () => {
    const { leaves: drawn } = leaves({ operation: 'sliding', leaves: 2, opensTo: 'left' })
    expect(drawn).toHaveLength(2)
    for (const { line } of drawn) for (const [, y] of line) expect(y).toBeCloseTo(4, 9)
    const reach = drawn.flatMap(({ line }) => line.map(([x]) => x))
    expect(Math.min(...reach)).toBeLessThan(end[0])
    expect(Math.max(...reach)).toBeGreaterThan(start[0])
  })
})

describe('windows and passages', () => {
  const premises = buildPremises((b) => {
    b.level('T1')
    b.zone('Room', [0, 0, 5, 4])
    b.zone('Bay', [5, 0, 8, 4])
    b.window('Room', null, { at: [2, 0], width: 1.8 })
    b.passage('Room', 'Bay', { width: 2 })
    b.door('Room', null, { at: [2, 4], name: 'V', fields: { kind: 'vent' } })
    b.door('Room', null, { at: [0, 2], name: 'F', fields: { kind: 'floorOpening' } })
  })
  const drawing = planDrawing(premises, t1)

  it('are double lines in the wall, and bare thresholds on both faces', () => {
    const panes = strokes(drawing, 'windowLine').filter(
      ({ record }) => record && 'id' in record && record.id !== openingId('V'),
    )
    expect(panes).toHaveLength(2)
    for (const { line } of panes) expect(distance(line[0]!, line[1]!)).toBeCloseTo(1.8, 9)
    expect(areas(drawing, 'gap')).toHaveLength(1)
    expect(strokes(drawing, 'threshold')).toHaveLength(3)
  })
})

describe('stairs', () => {
  const flight: StairFlight = { risers: 11, riserM: 0.1636, treadM: 0.28, clearWidthM: 1.2 }
  const stairHouse = (flights: readonly StairFlight[]): Premises =>
    buildPremises((b) => {
      b.level('T1')
      b.level('T2')
      b.on('T1')
      b.zone('Corridor', [-6, 0, 0, 2], { use: 'corridor' })
      b.stair('S', [0, 0, 2.8, 6], ['T1', 'T2'], { fields: { runs: [{ flights, landings: [] }] } })
      b.door('Corridor', 'S T1', { at: [0, 1] })
    })

  it('have a line per riser across the drawn walking line, as wide as the flight', () => {
    const drawn: readonly StairFlight[] = [
      {
        ...flight,
        line: [
          [0.7, 1.5],
          [0.7, 4.3],
        ],
      },
      {
        ...flight,
        line: [
          [2.1, 4.3],
          [2.1, 1.5],
        ],
      },
    ]
    const drawing = planDrawing(stairHouse(drawn), t1)
    const treads = strokes(drawing, 'tread')
    expect(treads).toHaveLength(22)
    treads.forEach(({ line, assumed }, k) => {
      expect(distance(line[0]!, line[1]!)).toBeCloseTo(1.2, 9)
      expect(line[0]?.[1]).toBeCloseTo(k < 11 ? 1.5 + 0.28 * k : 4.3 - 0.28 * (k - 11), 9)
      expect(assumed).toBeUndefined()
    })
    const [way, head] = strokes(drawing, 'arrow')
    expect(way?.line[0]).toEqual([0.7, 1.5])
    expect(way?.line.at(-1)).toEqual([2.1, 1.5])
    expect(head?.line[1]).toEqual([2.1, 1.5])
  })

  it('are laid into their zone from the door on where nobody drew them, and say so', () => {
    for (const count of [1, 2, 3]) {
      const drawing = planDrawing(stairHouse(Array.from({ length: count }, () => flight)), t1)
      const zone = rectangle(0, 0, 2.8, 6)
      const treads = strokes(drawing, 'tread')
      expect(treads).toHaveLength(11 * count)
      for (const { line, assumed } of treads) {
        expect(assumed).toBe(true)
        for (const point of line) expect(contains(zone, point, 1e-6)).toBe(true)
      }
      const [way] = strokes(drawing, 'arrow')
      const foot = way?.line[0]
      if (!foot) throw new Error('no arrow')
      // The door is at the lower end: people start to climb nearer to it than to the other end.
      expect(distance(foot, [1.4, 0])).toBeLessThan(distance(foot, [1.4, 6]))
    }
  })

  it('show the run from below on the topmost level, and a usual run where flights are unknown', () => {
    const premises = stairHouse([flight, flight])
    expect(strokes(planDrawing(premises, levelId('T2')), 'tread')).toHaveLength(22)
    expect(strokes(planDrawing(stairHouse([]), t1), 'tread')).toHaveLength(22)
    const bent: StairFlight = {
      ...flight,
      line: [
        [0.7, 1.5],
        [0.7, 3],
        [2.1, 3],
      ],
    }
    const treads = strokes(planDrawing(stairHouse([bent]), t1), 'tread')
    expect(treads).toHaveLength(11)
    for (const { line } of treads) {
      const [dx, dy] = direction([line[0]!, line[1]!])
      expect(Math.min(Math.abs(dx), Math.abs(dy))).toBeLessThan(1e-9)
    }
  })

  it('are not drawn where their zone or level is missing', () => {
    const premises = stairHouse([flight])
    const stair = premises.stairs[stairId('S')]!
    const lost = { ...premises, stairs: { s: { ...stair, zoneIds: [zoneId('nowhere')] } } }
    expect(strokes(planDrawing(lost, t1), 'tread')).toEqual([])
    expect(planDrawing(premises, levelId('T9'))).toEqual({
      levelId: levelId('T9'),
      shapes: [],
      bounds: null,
      north: null,
    })
  })
})

describe('lifts, ramps and north', () => {
  it('cross a car per lift that serves the shaft', () => {
    const premises = buildPremises((b) => {
      b.level('T1')
      b.zone('Shaft', [0, 0, 6, 2], { use: 'lift' })
      for (const name of ['L1', 'L2', 'L3']) b.lift(name, ['Shaft'])
    })
    const cars = strokes(planDrawing(premises, t1), 'lift')
    expect(cars).toHaveLength(9)
    for (const { line } of cars)
      for (const point of line) expect(distanceToPolygon(rectangle(0, 0, 6, 2), point)).toBe(0)
  })

  it('point ramps up', () => {
    const premises = buildPremises((b) => {
      b.level('T1')
      b.zone('Low', [0, 0, 4, 4])
      b.zone('High', [10, 0, 14, 4])
      b.ramp('R', 'Low', 'High')
      b.ramp('Drawn', 'Low', 'High', {
        line: [
          [4, 2],
          [10, 2],
        ],
        clearWidthM: 1.5,
      })
    })
    const drawing = planDrawing(premises, t1)
    const arrows = strokes(drawing, 'arrow')
    expect(arrows[0]).toMatchObject({
      line: [
        [2, 2],
        [12, 2],
      ],
      assumed: true,
    })
    expect(arrows[2]).toMatchObject({
      line: [
        [4, 2],
        [10, 2],
      ],
    })
    expect(strokes(drawing, 'rail').map(({ line }) => line[0]?.[1])).toEqual([2.75, 1.25])
  })

  it('know north only where the building is placed: turned by the bearing of the plan', () => {
    const placed = (bearingDeg: number, isPlaced: boolean) =>
      planDrawing(
        buildPremises((b) => {
          b.building('A', { placement: { bearingDeg, placed: isPlaced } })
          b.level('T1')
          b.zone('Room', [0, 0, 5, 4])
        }),
        t1,
      ).north
    expect(placed(0, false)).toBeNull()
    expect(placed(0, true)).toEqual([0, 1])
    // Plan up points east: north lies to the left on the plan.
    expect(placed(90, true)).toEqual([-1, 0])
  })
})
