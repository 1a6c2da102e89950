import fc from 'fast-check'
import { expect, it } from 'vitest'
import { planDrawing } from '../../src/premises/drawing/plan.ts'
import { area } from '../../src/premises/geometry/measure.ts'
import { difference, inset, offset } from '../../src/premises/geometry/polygonOps.ts'
import type { Polygon } from '../../src/premises/geometry/plane.ts'
import type { Premises } from '../../src/premises/model.ts'
import { apply, cascade, invert, makeOperations } from '../../src/premises/operations/index.ts'
import { buildPremises, levelId, wallId } from '../builder.ts'
import { carryOut, kinds, type Kind, type Recipe } from './floor/randomEdits.ts'

const level = levelId('T1')
const stamp = { action: 'edit#1', time: '2026-03-01T08:00:00.000Z' }

const share = fc.integer({ min: 0, max: 999_999 }).map((n) => n / 1_000_000)
const recipe = (kind: fc.Arbitrary<Kind>): fc.Arbitrary<Recipe> =>
  fc.record({ kind, r: fc.array(share, { minLength: 6, maxLength: 6 }) })
const edits = fc
  .tuple(
    fc.array(recipe(fc.constantFrom<Kind>('room', 'room', 'skewRoom', 'split')), {
      minLength: 8,
      maxLength: 8,
    }),
    fc.array(recipe(fc.constantFrom(...kinds)), { minLength: 25, maxLength: 25 }),
  )
  .map(([first, then]) => [...first, ...then])

/** Records that nobody has drawn yet: nothing of them can be kept. */
const fromScratch = (premises: Premises) => planDrawing(structuredClone(premises), level)

/** A corridor with rooms beside it, a door each; with walls of their own or without. */
const start = (hasWalls: boolean) =>
  buildPremises((b) => {
    b.level('T1')
    b.zone('Corridor', [4, 4, 14, 6], { use: 'corridor' })
    b.zone('A', [4, 6, 9, 10])
    b.zone('B', [9, 6, 14, 10])
    b.door('A', 'Corridor', { at: [6, 6] })
    b.door('B', 'Corridor', { at: [11, 6] })
    b.exit('Corridor', { at: [4, 5] })
    if (hasWalls) {
      b.wall('Between', [8.95, 6, 9.05, 10])
      b.door('A', 'B', { at: [9, 8] })
    }
  })

it('the drawing after any edits, and after taking them back, is the one from scratch', () => {
  fc.assert(
    fc.property(edits, fc.boolean(), (recipes, hasWalls) => {
      const first = start(hasWalls)
      let premises = first
      let counter = 1
      planDrawing(premises, level)
      for (const each of recipes) {
        const { changes } = carryOut(premises, level, each)
        if (changes.length === 0) continue
        const operations = makeOperations(premises, cascade(premises, changes), 'a.1', counter, stamp)
        counter += operations.length
        const next = apply(premises, operations)
        expect(planDrawing(next, level)).toEqual(fromScratch(next))
        const back = apply(next, makeOperations(next, invert(next, operations), 'a.1', counter, stamp))
        expect(planDrawing(back, level)).toEqual(fromScratch(back))
        premises = next
      }
    }),
    { numRuns: 8 },
  )
}, 60_000)

it('a wall given as a record is whole again without its door', () => {
  const before = start(true)
  const parts = (premises: Premises) =>
    planDrawing(premises, level).shapes.filter(
      ({ record }) => record?.table === 'walls' && record.id === wallId('Between'),
    ).length
  expect(parts(before)).toBe(2)
  expect(parts({ ...before, openings: {} })).toBe(1)
  expect(parts(before)).toBe(2)
})

it('what an edit does not touch is the same object as before: no feature of it is made again', () => {
  const before = start(false)
  const [moved] = Object.values(before.openings).filter(({ exit }) => exit !== 'final')
  if (moved === undefined) throw new Error('no door')
  const after = { ...before, openings: { ...before.openings, [moved.id]: { ...moved, name: 'Another' } } }
  const known = new Set(planDrawing(before, level).shapes)
  const anew = planDrawing(after, level).shapes.filter((shape) => !known.has(shape))
  expect(anew.length).toBeGreaterThan(0)
  for (const { record, kind } of anew)
    if (record !== null) expect(record).toEqual({ table: 'openings', id: moved.id })
    else expect(kind).toBe('wall')
})

it('floors shrunk one by one leave the walls that all of them shrunk at once leave', () => {
  const premises = start(false)
  const rooms = Object.values(premises.zones).map(({ polygon }) => polygon)
  const without = { ...premises, openings: {} }
  const walls = planDrawing(without, level).shapes.flatMap((shape) =>
    'polygon' in shape ? shape.polygon : [],
  )
  const atOnce = difference(offset(offset(rooms, 0.35), 0.2 - 0.35), inset(rooms, 0.05))
  const sum = (polygons: readonly Polygon[]) => polygons.reduce((all, each) => all + area(each), 0)
  expect(sum(difference(walls, atOnce)) + sum(difference(atOnce, walls))).toBeCloseTo(0, 9)
  expect(sum(walls)).toBeGreaterThan(1)
})
