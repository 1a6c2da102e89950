import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import table from '../../../data/drawing.json'
import { stairShape, type StairSpec } from '../../../src/premises/fittings/index.ts'
import { contains, distanceToBoundary } from '../../../src/premises/geometry/inside.ts'
import { area } from '../../../src/premises/geometry/measure.ts'
import type { Point } from '../../../src/premises/geometry/plane.ts'
import { difference, intersection } from '../../../src/premises/geometry/polygonOps.ts'
import { signedArea } from '../../../src/premises/geometry/ring.ts'
import { direction, distance, distanceToSegment, leftNormal } from '../../../src/premises/geometry/segment.ts'
import { polygonFaults } from '../../../src/premises/geometry/validity.ts'
import type { StairFlight } from '../../../src/premises/model.ts'
import { riseM } from '../../../src/premises/stairs.ts'

const usual: StairSpec = {
  template: 'dogLeg',
  kind: 'enclosed',
  riserM: 0.16,
  treadM: 0.3,
  clearWidthM: 1.2,
  climbsDeg: 90,
  turnsLeft: true,
}

/** Both edges of a flight, point by point, as walls or rails bound it. */
const edgesOf = ({ line = [], clearWidthM }: StairFlight): Point[] =>
  line.flatMap((point, index) => {
    const n = leftNormal([line[index - 1] ?? point, line[index + 1] ?? point])
    return [0.5, -0.5].map((side): Point => [
      point[0] + n[0] * side * clearWidthM,
      point[1] + n[1] * side * clearWidthM,
    ])
  })

const goingM = ({ line = [] }: StairFlight) =>
  line.slice(1).reduce((sum, point, index) => sum + distance(line[index] as Point, point), 0)

const specs = fc.record({
  template: fc.constantFrom('straight', 'dogLeg', 'spiral'),
  kind: fc.constant('enclosed'),
  riserM: fc.constantFrom(...table.stair.risers.values),
  treadM: fc.constantFrom(...table.stair.treads.values),
  clearWidthM: fc.constantFrom(...table.stair.clearWidths.values),
  climbsDeg: fc.constantFrom(0, 90, 180, 270, 33.3),
  turnsLeft: fc.boolean(),
}) as fc.Arbitrary<StairSpec>

describe('a stair by template', () => {
  it('divides the storey evenly: 3.6 m in risers near 160 mm are 23, near 165 mm 22', () => {
    // 3.6 / 0.16 = 22.5, rounded to 23.
    expect(stairShape(usual, 3.6, [0, 0])).toMatchObject({ risers: 23 })
    expect(stairShape(usual, 3.6, [0, 0]).riserM).toBeCloseTo(3.6 / 23, 12)
    expect(stairShape({ ...usual, riserM: 0.165 }, 3.6, [0, 0]).risers).toBe(22)
  })

  it('is as large as its parts: 22 risers in a dog-leg are twice 10 treads between two landings', () => {
    const { outline, run } = stairShape({ ...usual, riserM: 0.165, climbsDeg: 0 }, 3.6, [10, 5])
    expect(run.flights.map(({ risers }) => risers)).toEqual([11, 11])
    // 1.2 + 10 × 0.3 + 1.2 long, 1.2 + 0.1 + 1.2 wide, and half of a wall of 0.1 m all round.
    expect(outline.outer).toEqual([
      [7.25, 3.7],
      [12.75, 3.7],
      [12.75, 6.3],
      [7.25, 6.3],
    ])
    expect(run.flights[0]?.line).toEqual([
      [8.5, 4.35],
      [11.5, 4.35],
    ])
    expect(run.flights[1]?.line).toEqual([
      [11.5, 5.65],
      [8.5, 5.65],
    ])
  })

  it('has a landing on the way where a straight flight would be long', () => {
    const { run } = stairShape({ ...usual, template: 'straight' }, 3.6, [0, 0])
    expect(run.flights.map(({ risers }) => risers)).toEqual([12, 11])
    expect(run.landings.map(({ lengthM }) => lengthM)).toEqual([1.2, 1.2, 1.2])
    const low = stairShape({ ...usual, template: 'straight' }, 1.5, [0, 0])
    expect(low.run.flights).toHaveLength(1)
  })

  it('turns to the side that was asked for', () => {
    for (const template of ['dogLeg', 'spiral'] as const) {
      const [left, right] = [true, false].map((turnsLeft) => {
        const { run } = stairShape({ ...usual, template, turnsLeft, climbsDeg: 0 }, 3.6, [0, 0])
        const [first] = run.flights
        const foot = first?.line?.[0] as Point
        const next = first?.line?.[1] as Point
        const beyond = (run.flights[1]?.line?.[0] ?? first?.line?.[18]) as Point
        const d = direction([foot, next])
        return (beyond[1] - foot[1]) * d[0] - (beyond[0] - foot[0]) * d[1]
      })
      expect(left).toBeGreaterThan(0.1)
      expect(right).toBeLessThan(-0.1)
    }
  })

  it('is refused where no stair is meant', () => {
    expect(() => stairShape(usual, 0.05, [0, 0])).toThrow('stairTooSteep')
    expect(() => stairShape(usual, 0, [0, 0])).toThrow('stairTooSteep')
    expect(() => stairShape(usual, Number.NaN, [0, 0])).toThrow('stairTooSteep')
    expect(() => stairShape({ ...usual, treadM: 0 }, 3, [0, 0])).toThrow('stairSize')
    expect(() => stairShape({ ...usual, clearWidthM: 0.2 }, 3, [0, 0])).toThrow('stairSize')
  })

  it('climbs the whole storey, in flights that lie apart within its outline', () => {
    fc.assert(
      fc.property(specs, fc.integer({ min: 100, max: 800 }), (spec, cm) => {
        const height = cm / 100
        const { outline, run, risers, riserM } = stairShape(spec, height, [3.3, -7.7])
        expect(riseM(run)).toBeCloseTo(height, 9)
        expect(run.flights.reduce((sum, flight) => sum + flight.risers, 0)).toBe(risers)
        expect(riserM).toBeCloseTo(height / risers, 12)
        expect(signedArea(outline.outer)).toBeGreaterThan(0)
        expect(polygonFaults(outline)).toEqual([])
        for (const flight of run.flights) {
          expect(flight.clearWidthM).toBe(spec.clearWidthM)
          // One tread less than risers: the last riser steps onto the landing. Chords of a spiral are shorter than its arc.
          const going = (flight.risers - 1) * spec.treadM
          if (spec.template === 'spiral') {
            expect(goingM(flight)).toBeLessThanOrEqual(going + 1e-3)
            expect(goingM(flight)).toBeGreaterThan(0.99 * going)
          } else expect(goingM(flight)).toBeCloseTo(going, 3)
          // Half of the wall stays clear all round: the width is that between the faces.
          for (const point of edgesOf(flight)) {
            expect(contains(outline, point, 0)).toBe(true)
            expect(distanceToBoundary(outline, point)).toBeGreaterThan(table.halfWall.value - 1e-3)
          }
        }
        const [up, back] = run.flights
        if (spec.template === 'dogLeg' && up?.line && back?.line)
          for (const point of back.line)
            expect(
              distanceToSegment([up.line[0] as Point, up.line[1] as Point], point),
            ).toBeGreaterThanOrEqual(spec.clearWidthM)
        const landings = run.landings.flatMap(({ polygon }) => (polygon ? [polygon] : []))
        for (const landing of landings) {
          expect(signedArea(landing.outer)).toBeGreaterThan(0)
          expect(polygonFaults(landing)).toEqual([])
          const beyond = difference([landing], [outline]).reduce((sum, part) => sum + area(part), 0)
          expect(beyond).toBeLessThan(0.01)
        }
        landings.forEach((one, index) =>
          landings.slice(index + 1).forEach((other) => {
            const common = intersection([one], [other]).reduce((sum, part) => sum + area(part), 0)
            expect(common).toBeLessThan(0.01)
          }),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('is as usual within what the rules ask of a stair', () => {
    const { leastRiser, mostRiser, leastTread } = table.stairLimits
    for (const template of ['straight', 'dogLeg', 'spiral'] as const)
      for (const height of [3, 3.3, 3.6, 3.9, 4.2, 4.5]) {
        const { riserM, treadM, clearWidthM } = {
          riserM: table.stair.riser.value,
          treadM: table.stair.tread.value,
          clearWidthM: table.stair.clearWidth.value,
        }
        const shape = stairShape({ ...usual, template, riserM, treadM, clearWidthM }, height, [0, 0])
        expect(shape.riserM).toBeGreaterThanOrEqual(leastRiser.value)
        expect(shape.riserM).toBeLessThanOrEqual(mostRiser.value)
        expect(treadM).toBeGreaterThanOrEqual(leastTread.value)
        expect(shape.riserM).toBeLessThanOrEqual(treadM)
      }
  })
})
