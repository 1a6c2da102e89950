import { expect, test } from 'vitest'
import { revise } from '../../../src/import/revise.ts'
import { house } from './houses.ts'
import { imported, only } from './importing.ts'

test('the same drawing again changes nothing, whatever new ids it gets', async () => {
  const [mine, theirs] = [await imported(house().file()), await imported(house().file())]
  expect(revise(mine.premises, theirs.premises)).toMatchObject({
    changes: [],
    conflicts: [],
    added: 0,
    removed: 0,
    changed: 0,
  })
})

test('a revised drawing lands on the records that are there: one door wider, one door measured on site', async () => {
  const { premises, between } = await imported(house().file())
  const [inner, front] = [only(between('Sảnh', 'Phòng làm việc')), only(between('Sảnh', null))]
  const measured = {
    ...front,
    clearWidthM: 1.12,
    evidence: { ...front.evidence, clearWidthM: { mark: 'measured' as const } },
  }
  const mine = { ...premises, openings: { ...premises.openings, [front.id]: measured } }
  const text = house()
    .text()
    .replace(/(#\d+=IFCDOOR\('0+[^']*',\$,\$,.*,2\.1,)0\.9\)/, '$10.95)')
  const theirs = await imported({ name: 'v2.ifc', bytes: new TextEncoder().encode(text) })
  const revision = revise(mine, theirs.premises)
  expect(revision.changes).toContainEqual({
    record: { table: 'openings', id: inner.id },
    field: 'clearWidthM',
    after: 0.95,
  })
  expect(revision.conflicts).toEqual([
    { record: { table: 'openings', id: front.id }, field: 'clearWidthM', mine: 1.12, theirs: 1.2 },
  ])
  expect([revision.added, revision.removed]).toEqual([0, 0])
})
