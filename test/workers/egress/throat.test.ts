import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rectangle } from '../../../src/premises/geometry/ring.ts'
import type { Polygon } from '../../../src/premises/geometry/plane.ts'
import { wallsOf, widthAcrossM } from '../../../workers/egress/throat.ts'

const across = (polygon: Polygon, x: number, y: number, dx: number, dy: number) =>
  widthAcrossM(wallsOf(polygon), x, y, dx, dy)

describe('clear width across a way', () => {
  const corridor = rectangle(0, 0, 30, 1.8)

  it('of a corridor is its width, along its middle, along its wall and askew', () => {
    expect(across(corridor, 12, 0.9, 1, 0)).toBeCloseTo(1.8, 6)
    expect(across(corridor, 12, 0, 1, 0)).toBeCloseTo(1.8, 6)
    expect(across(corridor, 12, 0.5, 0.95, 0.2)).toBeCloseTo(1.8, 1)
  })

  it('finds the narrow place between two wide parts', () => {
    const throat: Polygon = {
      outer: [
        [0, 0],
        [10, 0],
        [10, 1],
        [12, 1],
        [12, 0],
        [20, 0],
        [20, 4],
        [12, 4],
        [12, 2.1],
        [10, 2.1],
        [10, 4],
        [0, 4],
      ],
      holes: [],
    }
    expect(across(throat, 11, 1.5, 1, 0)).toBeCloseTo(1.1, 6)
    expect(across(throat, 10.1, 1, 1, 0)).toBeCloseTo(1.1, 6)
    expect(across(throat, 10.1, 1, 1, 0.1)).toBeCloseTo(1.1, 1)
    expect(across(throat, 5, 1.5, 1, 0)).toBeCloseTo(4, 6)
  })

  it('passes a column on both sides, and not an atrium', () => {
    const column = { outer: rectangle(0, 0, 20, 4).outer, holes: [hole(9, 1.8, 9.4, 2.2)] }
    expect(across(column, 9.2, 1, 1, 0)).toBeCloseTo(3.6, 6)
    const ring = { outer: rectangle(0, 0, 20, 14).outer, holes: [hole(2, 2, 18, 12)] }
    expect(across(ring, 10, 1, 1, 0)).toBeCloseTo(2, 6)
    expect(across(ring, 10, 13, 1, 0)).toBeCloseTo(2, 6)
  })

  it('never exceeds the diameter of the floor, and never the straight line across', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 17 }),
        fc.integer({ min: -5, max: 5 }),
        (x, y, lean) => {
          const width = across(corridor, (x * 30) / 100, y / 10, 10, lean)
          expect(width).toBeGreaterThan(0)
          expect(width).toBeLessThanOrEqual(1.8 * Math.sqrt(1 + (lean / 10) ** 2) + 1e-6)
        },
      ),
    )
  })
})

function hole(x0: number, y0: number, x1: number, y1: number) {
  return rectangle(x0, y0, x1, y1).outer.toReversed()
}
