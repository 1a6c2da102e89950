import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importFiles } from '../../../src/import/index.ts'
import type { SourceFile } from '../../../src/import/result.ts'
import type { Premises } from '../../../src/premises/model.ts'
import { canonical } from '../../../src/premises/file/canonical.ts'
import { readProject, writeProject } from '../../../src/premises/file/index.ts'
import { apply, fold, makeOperations, mend } from '../../../src/premises/operations/index.ts'
import { loadSample } from '../../../src/premises/sample/index.ts'
import { quiet } from '../../import/context.ts'
import { samples } from '../../import/samples.ts'
import { logOf } from '../arbitrary.ts'

/** The premises written, read, and written again: the same, with the same bytes, and no reference left dangling. */
async function expectKept(premises: Premises): Promise<void> {
  const log = logOf(premises)
  const state = fold(log)
  expect(mend(state)).toEqual([])
  // Coordinates were on the grid already: making operations of the premises changed nothing in them.
  expectSame(state, premises)
  const bytes = await writeProject({ id: 'x', log, parts: [], figures: [] })
  const { project, warnings } = await readProject('x.loithoat', bytes)
  expect(warnings).toEqual([])
  expectSame(fold(project.log), premises)
  expect(Buffer.compare(await writeProject(project), bytes)).toBe(0)
  expect(apply(state, makeOperations(state, [], 'a', log.length))).toBe(state)
}

/** Tens of thousands of records: compared as text, and one by one only to show what differs. */
function expectSame(a: Premises, b: Premises): void {
  if (canonical(a) !== canonical(b)) expect(a).toEqual(b)
}

describe('whole premises go through a file unchanged', () => {
  it('the fictional head office', async () => {
    await expectKept(await loadSample())
  })

  describe.skipIf(!existsSync(samples))('real plans (needs ../shared/samples)', () => {
    for (const name of [
      'Office_A_20110811.ifc',
      'duplex.ifc',
      'AC20-FZK-Haus.ifc',
      'spbstu-imdf-main',
      'westport-house',
    ])
      it(name, async () => {
        const { premises } = await importFiles(filesOf(join(samples, name)), null, quiet)
        await expectKept(premises)
      })
  })
})

function filesOf(path: string): SourceFile[] {
  if (!statSync(path).isDirectory())
    return [{ name: path.slice(samples.length + 1), bytes: readFileSync(path) }]
  return readdirSync(path).flatMap((name) => filesOf(join(path, name)))
}
