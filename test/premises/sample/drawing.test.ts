import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import plan from '../../../data/sample/surroundings-plan.json'
import { drawnFrom } from '../../../src/premises/sample/draw/index.ts'
import type { SurroundingsPlan } from '../../../src/premises/sample/draw/plan.ts'

const stored = join(import.meta.dirname, '..', '..', '..', 'data', 'sample', 'surroundings.json')

/** After a change of the plan: `DRAW_SURROUNDINGS=1 npx vitest run test/premises/sample/drawing.test.ts` stores it anew; format it. */
it('the stored surroundings are what their plan says', () => {
  const drawn = drawnFrom(plan as unknown as SurroundingsPlan)
  if (process.env['DRAW_SURROUNDINGS']) writeFileSync(stored, `${JSON.stringify(drawn)}\n`)
  expect(JSON.parse(readFileSync(stored, 'utf8'))).toEqual(drawn)
})
