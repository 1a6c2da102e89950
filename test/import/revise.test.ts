import { describe, expect, it } from 'vitest'
import { importFiles } from '../../src/import/index.ts'
import { revise } from '../../src/import/revise.ts'
import type { Premises } from '../../src/premises/model.ts'
import type { Change } from '../../src/premises/operation.ts'
import { applyChanges } from '../applyChanges.ts'
import { quiet } from './context.ts'
import { smallVenue } from './imdfVenue.ts'

const read = async (change?: Parameters<typeof smallVenue>[0]) =>
  (await importFiles(smallVenue(change), null, quiet)).premises
const zoneOf = (premises: Premises, sourceId: string) =>
  Object.values(premises.zones).find((zone) => zone.sourceId === sourceId)
const openingOf = (premises: Premises, sourceId: string) =>
  Object.values(premises.openings).find((opening) => opening.sourceId === sourceId)

describe('a revised file lands on the records that are there', () => {
  it('the same file again changes nothing', async () => {
    const mine = await read()
    expect(revise(mine, await read())).toMatchObject({
      added: 0,
      removed: 0,
      changed: 0,
      changes: [],
      conflicts: [],
    })
  })

  it('a renamed room keeps its id, and what was typed about it', async () => {
    const before = await read()
    const a0 = zoneOf(before, 'a0')
    const mine = applyChanges(before, [
      { record: { table: 'zones', id: a0?.id ?? '' }, field: 'occupants', after: 7 },
    ])
    const revision = revise(mine, await read({ room: 'Phòng A mới' }))
    expect(revision).toMatchObject({ added: 0, removed: 0, changed: 2 })
    const after = applyChanges(mine, revision.changes)
    expect(zoneOf(after, 'a0')).toMatchObject({ id: a0?.id, name: 'Phòng A mới' })
    // The file says nothing of occupants: what was typed is no part of the difference.
    expect(zoneOf(after, 'a0')?.occupants).toBe(7)
  })

  it('another extent of the file does not move the rooms', async () => {
    const mine = await read()
    const wider = smallVenue().map((file) =>
      file.name.endsWith('level.geojson')
        ? file
        : {
            ...file,
            bytes: new TextEncoder().encode(
              new TextDecoder().decode(file.bytes).replaceAll(/105\.000117\d+/g, '105.00014'),
            ),
          },
    )
    const revision = revise(mine, (await importFiles(wider, null, quiet)).premises)
    const polygons = revision.changes
      .filter(({ field }) => field === 'polygon')
      .map(({ record }) => (record.table === 'zones' ? mine.zones[record.id]?.sourceId : ''))
    expect(polygons).toEqual(['s0', 's1'])
  })

  it('a room that the file no longer has is removed, with what joins it', async () => {
    const mine = await read()
    const revision = revise(mine, await read({ withoutUnit: 'a1' }))
    expect(revision.removed).toBeGreaterThanOrEqual(1)
    expect(zoneOf(applyChanges(mine, revision.changes), 'a1')).toBeUndefined()
  })

  it('a measured width is a conflict, not overwritten', async () => {
    const before = await read()
    const door = openingOf(before, 'oa0')
    const record = { table: 'openings', id: door?.id ?? '' } as const
    const measured: Change[] = [
      { record, field: 'clearWidthM', after: 0.82 },
      {
        record,
        field: 'evidence',
        after: { ...door?.evidence, clearWidthM: { mark: 'measured', who: 'A', when: '2026-11-01' } },
      },
    ]
    const mine = applyChanges(before, measured)
    const revision = revise(mine, await read())
    expect(revision.conflicts).toMatchObject([{ record, field: 'clearWidthM', mine: 0.82 }])
    expect(openingOf(applyChanges(mine, revision.changes), 'oa0')?.clearWidthM).toBe(0.82)
  })

  it('records drawn by hand stay', async () => {
    const before = await read()
    const drawn = { ...(zoneOf(before, 'a0') as object), id: 'drawn', sourceId: undefined }
    const { sourceId: _, ...zone } = drawn
    const mine = applyChanges(before, [{ record: { table: 'zones', id: 'drawn' }, field: null, after: zone }])
    expect(applyChanges(mine, revise(mine, await read()).changes).zones['drawn']).toBeDefined()
  })
})
