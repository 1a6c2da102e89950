import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readProject, writeProject } from '../../../src/premises/file/index.ts'
import type { Premises } from '../../../src/premises/model.ts'
import type { Operation } from '../../../src/premises/operation.ts'
import { apply, cascade, fold, invert, makeOperations } from '../../../src/premises/operations/index.ts'
import { buildPremises, levelId } from '../../builder.ts'
import { logOf } from '../arbitrary.ts'
import { coverFaults, openingFaults } from './checks.ts'
import { carryOut, kinds, type Kind, type Outcome, type Recipe } from './randomEdits.ts'

/** More sequences than the usual few, for a long night; the seed of the first, to try others or run a failure again. The next have the next seeds. */
const sequences = Number(process.env['LOITHOAT_EDIT_SEQUENCES'] ?? 2)
const firstSeed = Number(process.env['LOITHOAT_EDIT_SEED'] ?? 1)
const level = levelId('T1')

const share = fc.integer({ min: 0, max: 999_999 }).map((n) => n / 1_000_000)
const recipe = (kind: fc.Arbitrary<Kind>): fc.Arbitrary<Recipe> =>
  fc.record({ kind, r: fc.array(share, { minLength: 6, maxLength: 6 }) })

/** Some rooms to begin with, then two hundred edits of any kind. */
const edits = fc
  .tuple(
    fc.array(recipe(fc.constantFrom<Kind>('room', 'room', 'room', 'skewRoom', 'split')), {
      minLength: 20,
      maxLength: 20,
    }),
    fc.array(recipe(fc.constantFrom(...kinds)), { minLength: 200, maxLength: 200 }),
  )
  .map(([first, then]) => [...first, ...then])

it('after any 200 edits zones cover the drawn floor without overlap, doors join what they touch, undo and file are exact', async () => {
  for (let seed = firstSeed; seed < firstSeed + sequences; seed += 1) {
    const property = fc.asyncProperty(edits, (recipes) => holds(recipes, seed))
    // A sequence found is told by its seed and the edit that fails: to make it shorter would take an hour.
    const { failed, errorInstance } = await fc.check(property, { seed, numRuns: 1, endOnFailure: true })
    if (failed) throw errorInstance
  }
}, 3_600_000)

async function holds(recipes: readonly Recipe[], seed: number): Promise<void> {
  const start = buildPremises((b) => {
    b.level('T1')
    b.zone('Corridor', [4, 4, 14, 6], { use: 'corridor', occupants: 7 })
  })
  const { premises, done } = drawn(start, recipes, seed)

  const back = makeOperations(premises, invert(premises, done), 'a.1', done.length + 1000, stamp)
  expect(apply(premises, back), `undo of all, LOITHOAT_EDIT_SEED=${seed}`).toEqual(start)

  const log = [...logOf(start), ...done]
  const project = { id: '01900000-0000-7000-8000-000000000000', log, parts: [], figures: [] }
  const { project: read, warnings } = await readProject('a.loithoat', await writeProject(project))
  expect(warnings, `file, LOITHOAT_EDIT_SEED=${seed}`).toEqual([])
  expect(fold(read.log), `file, LOITHOAT_EDIT_SEED=${seed}`).toEqual(premises)
}

const stamp = { action: 'edit#1', time: '2026-03-01T08:00:00.000Z' }

/** Carries the edits out as the app does, and looks at the floor after each. */
function drawn(
  start: Premises,
  recipes: readonly Recipe[],
  seed: number,
): { readonly premises: Premises; readonly done: Operation[] } {
  let premises = start
  const done: Operation[] = []
  const first = logOf(start).length
  for (const [step, each] of recipes.entries()) {
    const told = `edit ${step} of LOITHOAT_EDIT_SEED=${seed}: ${JSON.stringify(each)}`
    const { changes, floor } = carriedOut(premises, each, told)
    if (changes.length === 0) continue
    const operations = makeOperations(premises, cascade(premises, changes), 'a.1', first + done.length, stamp)
    const next = apply(premises, operations)
    const wrong = [
      floor(premises, next, level) ?? [],
      coverFaults(next, level),
      openingFaults(next, level),
    ].flat()
    expect(wrong, told).toEqual([])
    premises = next
    done.push(...operations)
  }
  return { premises, done }
}

/** What is thrown here is no answer to a person, and must say where it came from. */
function carriedOut(premises: Premises, each: Recipe, told: string): Outcome {
  try {
    return carryOut(premises, level, each)
  } catch (error) {
    throw new Error(told, { cause: error })
  }
}
