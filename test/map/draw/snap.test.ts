import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acrossShift, restingShift } from '../../../src/map/draw/blockSnap.ts'
import { continuedWalls, guidesOfLine } from '../../../src/map/draw/guides.ts'
import { roundStep, snapAt, type Guide, type SnapOptions } from '../../../src/map/draw/snap.ts'
import { pointsNear, sceneOf } from '../../../src/map/draw/snapScene.ts'
import type { Point, Segment } from '../../../src/premises/geometry/plane.ts'
import { distance, distanceToSegment } from '../../../src/premises/geometry/segment.ts'

// One room of 6 × 4 m, its lower left corner at the origin.
const corners: Point[] = [[0, 0], [6, 0], [6, 4], [0, 4]] // prettier-ignore
const walls: Segment[] = corners.map((corner, index) => [corner, corners[(index + 1) % 4] as Point])
const scene = sceneOf(corners, walls)
const options: SnapOptions = { scene, guides: [], reachM: 0.3, stepM: 0.01 }
const level: Guide = { origin: [-3, 2], along: [1, 0] }

describe('what catches the pointer', () => {
  test('a corner, before everything else within reach', () => {
    const ends = pointsNear([[0.1, 0.1]])
    const snap = snapAt([0.12, 0.1], { ...options, ends, guides: [{ origin: [0, 5], along: [0, 1] }] })
    expect(snap).toMatchObject({ at: [0, 0], caught: 'corner' })
  })

  test('then the end of a line of the picture, before crossings and walls', () => {
    const ends = pointsNear([[0.2, 1.93]])
    expect(snapAt([0.1, 2.01], { ...options, ends, guides: [level] })).toMatchObject({
      at: [0.2, 1.93],
      caught: 'end',
    })
  })

  test('then the crossing of a guide with a wall, which is a place on that wall', () => {
    const snap = snapAt([0.1, 2.1], { ...options, guides: [level] })
    expect(snap).toMatchObject({ at: [0, 2], caught: 'crossing', wall: walls[3] })
    expect(snap.lines).toEqual([[[-3, 2], [0, 2]]]) // prettier-ignore
  })

  test('then the wall itself, in round centimetres from its end', () => {
    expect(snapAt([2.3456, 0.2], options)).toMatchObject({ at: [2.35, 0], caught: 'wall', wall: walls[0] })
    expect(snapAt([2.3456, 0.2], { ...options, stepM: 0.1 }).at).toEqual([2.3, 0])
  })

  test('then a guide, at a round length from where it starts', () => {
    const snap = snapAt([-1.234, 2.1], { ...options, guides: [level], stepM: 0.05 })
    expect(snap).toMatchObject({ caught: 'guide', wall: null })
    expect(snap.at[0]).toBeCloseTo(-1.25, 9)
    expect(snap.at[1]).toBe(2)
  })

  test('and nothing at all where snapping is off, or nothing is near', () => {
    expect(snapAt([0.12, 0.1], { ...options, off: true })).toMatchObject({ at: [0.12, 0.1], caught: null })
    expect(snapAt([3, 2], options)).toMatchObject({ caught: null, wall: null })
  })

  test('what moves itself does not catch', () => {
    const snap = snapAt([0.1, 0.1], { ...options, isCorner: ([x]) => x !== 0, isWall: () => false })
    expect(snap.caught).toBeNull()
  })

  test('never from farther away than its reach, and always on the master grid', () => {
    const coordinate = fc.double({ min: -8, max: 12, noNaN: true })
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const snap = snapAt([x, y], { ...options, guides: [level] })
        const far = distance(snap.at, [x, y])
        expect(far).toBeLessThanOrEqual(snap.caught === null ? 0.0072 : 0.3 + 0.0052)
        for (const value of snap.at)
          expect(Math.abs(value * 10_000 - Math.round(value * 10_000))).toBeLessThan(1e-6)
        if (snap.wall) expect(distanceToSegment(snap.wall, snap.at)).toBeLessThan(1e-4)
      }),
    )
  })

  test('agrees with a search through every corner', () => {
    const coordinate = fc.integer({ min: -200, max: 200 }).map((tenths) => tenths / 10)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 }),
        coordinate,
        coordinate,
        (points, x, y) => {
          const snap = snapAt([x, y], { ...options, scene: sceneOf(points, []) })
          const nearest = Math.min(Infinity, ...points.map((point) => distance(point, [x, y])))
          expect(snap.caught).toBe(nearest <= 0.3 ? 'corner' : null)
          if (nearest <= 0.3) expect(distance(snap.at, [x, y])).toBeCloseTo(nearest, 9)
        },
      ),
    )
  })

  test('places by hand are round, and never coarser than a pixel and a half', () => {
    expect(roundStep(0.003)).toBe(0.01)
    expect(roundStep(0.04)).toBe(0.05)
    expect(roundStep(0.08)).toBe(0.1)
  })
})

describe('guides of a line under way', () => {
  test('stand square on the last stretch and on the plan, and come back to the first corner', () => {
    const guides = guidesOfLine([[0, 0], [3, 4]], [1, 0]) // prettier-ignore
    const last = guides.filter(({ origin }) => origin[0] === 3)
    expect(last.map(({ along }) => along)).toEqual([[0.6, 0.8], [-0.8, 0.6], [1, 0], [0, 1]]) // prettier-ignore
    expect(guides.filter(({ origin }) => origin[0] === 0)).toHaveLength(2)
  })

  test('walls go on straight beyond their ends, and not beside themselves', () => {
    expect(continuedWalls(scene, [8, 0.05], 0.2)).toEqual([{ origin: [6, 0], along: [1, 0] }])
    expect(continuedWalls(scene, [3, 0.05], 0.2)).toEqual([])
  })
})

describe('what is moved as a whole', () => {
  test('comes to rest corner on corner', () => {
    const shift = restingShift([[10, 0], [12, 0]], [-3.9, 0.1], scene, 0.3) // prettier-ignore
    expect(shift).toMatchObject({ by: [-4, 0], caught: 'corner' })
  })

  test('or against a wall', () => {
    expect(restingShift([[10, 2]], [-3.9, 0.1], scene, 0.3)).toMatchObject({ caught: 'wall' })
  })

  test('a wall moved across itself stops in line with a corner elsewhere', () => {
    const wall: Segment = [[10, 1], [10, 3]] // prettier-ignore
    const shift = acrossShift(wall, 3.9, scene, { reachM: 0.3, stepM: 0.05, off: false })
    expect(shift.offM).toBeCloseTo(4, 9)
    expect(shift.line?.[1]).toEqual([6, 2])
    expect(acrossShift(wall, 3.93, scene, { reachM: 0.3, stepM: 0.05, off: true }).offM).toBeCloseTo(3.95, 9)
  })
})
