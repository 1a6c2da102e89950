import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  attachment,
  type ProjectFile,
  readProject,
  readSummary,
  writeProject,
} from '../../../src/premises/file/index.ts'
import { apply, fold, makeOperations, mergeLogs } from '../../../src/premises/operations/index.ts'
import { storedPoint } from '../../../src/premises/placement.ts'
import type { Point } from '../../../src/premises/geometry/plane.ts'
import { buildingId, zoneId } from '../../builder.ts'
import { arbitraryActions, arbitraryPremises, logOf } from '../arbitrary.ts'
import { altered, door, entryText, picture, premises, project, underlay } from './sample.ts'

const arbitraryProject: fc.Arbitrary<ProjectFile> = fc
  .tuple(
    arbitraryPremises,
    arbitraryActions,
    fc.uuid(),
    fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 2 }),
  )
  .map(([start, actions, id, attachments]) => {
    const log = logOf(start)
    let now = fold(log)
    const parts = new Map(attachments.map((bytes) => [attachment(bytes).name, attachment(bytes)]))
    const named = [...parts.keys()].flatMap((name, index) => underlay(`picture-${index}`, name))
    for (const changes of [...actions, named]) {
      const operations = makeOperations(now, changes, 'a.1', log.length, {
        action: 'edit#1',
        time: '2026-03-01T08:00:00.000Z',
      })
      now = apply(now, operations)
      log.push(...operations)
    }
    return { id, log, parts: [...parts.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)), figures: [] }
  })

describe('a project file', () => {
  it('read back is the same project, and written again the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProject, async (made) => {
        const bytes = await writeProject(made)
        const { project: read, warnings } = await readProject('a.loithoat', bytes)
        expect(read).toEqual(made)
        expect(fold(read.log)).toEqual(fold(made.log))
        expect(warnings).toEqual([])
        expect(await writeProject(read)).toEqual(bytes)
      }),
      { numRuns: 30 },
    )
  })

  it('has the same bytes whatever the order of properties, of the log, and the time of day', async () => {
    const made = project()
    const turned = made.log
      .toReversed()
      .map((operation) => Object.fromEntries(Object.entries(operation).toReversed()))
    const again = { ...made, log: turned as unknown as typeof made.log }
    expect(await writeProject(again)).toEqual(await writeProject(made))
  })

  it('begins with its summary, uncompressed, so that a list of files reads a few kilobytes of each', async () => {
    const bytes = await writeProject(project())
    const summary = readSummary('a.loithoat', bytes.subarray(0, 4096))
    expect(summary).toMatchObject({
      name: 'Trụ sở thử',
      place: { address: 'Số 1, phố Thử', placed: false },
      counts: { levels: 2, zones: 4, openings: 2, stairs: 1 },
      figures: [{ name: 'evacuationTimeWorstS', value: 187.25, unit: 's', inputHash: 'abc' }],
    })
    const [west, south, east, north] = summary?.bounds ?? [0, 0, 0, 0]
    expect(west).toBeLessThan(east)
    expect(south).toBeLessThan(north)
    expect(readSummary('a.loithoat', bytes.subarray(0, 100))).toBeNull()
  })

  it('is a zip that other programs open, with the features of IMDF', async () => {
    const bytes = await writeProject(project())
    const entries = Object.keys(unzipSync(bytes))
    expect(entries.slice(0, 2)).toEqual(['summary.json', 'manifest.json'])
    for (const type of [
      'venue',
      'building',
      'level',
      'unit',
      'opening',
      'fixture',
      'amenity',
      'relationship',
    ]) {
      const collection = JSON.parse(entryText(bytes, `${type}.geojson`)) as {
        type: string
        features: { type: string; feature_type: string }[]
      }
      expect(collection.type).toBe('FeatureCollection')
      expect(collection.features.every((each) => each.type === 'Feature' && each.feature_type === type)).toBe(
        true,
      )
    }
    for (const name of entries.filter((each) => !each.startsWith('attachments/')))
      expect(entryText(bytes, name)).not.toContain('\r')
  })

  it('has the same zones in WGS 84 as in the model: they snap back onto the 0.1 mm grid', async () => {
    const bytes = await writeProject(project())
    const placement = premises.buildings[buildingId('Nhà A')]?.placement ?? premises.facility.placement
    const { features } = JSON.parse(entryText(bytes, 'unit.geojson')) as {
      features: {
        id: string
        geometry: { coordinates: [number, number][][] }
        properties: Record<string, unknown>
      }[]
    }
    expect(features).toHaveLength(4)
    for (const { id, geometry } of features) {
      const ring = (geometry.coordinates[0] ?? []).map((position): Point => storedPoint(placement, position))
      expect(ring.slice(0, -1)).toEqual(premises.zones[id]?.polygon.outer)
      expect(ring.at(-1)).toEqual(ring[0])
    }
    const hall = features.find(({ id }) => id === zoneId('Phòng họp'))
    expect(hall?.properties).toMatchObject({
      category: 'conferenceroom',
      name: { vi: 'Phòng họp' },
      use: 'meeting',
      occupants: 12,
    })
  })

  it('without names of persons has none of them, and merges back into the full one without loss', async () => {
    const made = project()
    const bytes = await writeProject(made, { dropPersons: true })
    const all = Object.keys(unzipSync(bytes))
      .map((name) => entryText(bytes, name))
      .join('\n')
    for (const name of ['Nguyễn Văn Thử', 'Lê Văn Đo', 'Trần Thị Giúp']) expect(all).not.toContain(name)
    const { project: read, warnings } = await readProject('a.loithoat', bytes)
    expect(warnings).toEqual([])
    expect(fold(read.log).facility).not.toHaveProperty('headName')
    expect(fold(read.log).openings[door.id]?.evidence['clearWidthM']).toEqual({
      mark: 'measured',
      when: '2026-03-02T09:00:00.000Z',
    })
    expect(fold(mergeLogs(read.log, made.log))).toEqual(fold(made.log))
  })

  it('keeps what a newer program wrote into records, operations and entries', async () => {
    const made = project()
    const log = made.log.map((operation, index) =>
      index === 0
        ? {
            ...operation,
            note: 'of the future',
            after: { ...(operation.after as object), unknown: { solarPanels: [1, 2] } },
          }
        : operation,
    )
    const future = {
      ...made,
      log,
      parts: [...made.parts, { name: 'drills/2026.json', bytes: new TextEncoder().encode('{}') }],
    }
    const bytes = await writeProject(future)
    expect(entryText(bytes, 'log.json')).toContain('"solarPanels":[1,2]')
    const { project: read } = await readProject('a.loithoat', bytes)
    expect(read.log[0]).toMatchObject({ note: 'of the future' })
    expect(fold(read.log).facility.unknown).toEqual({ solarPanels: [1, 2] })
    expect(read.parts.map(({ name }) => name)).toContain('drills/2026.json')
    expect(await writeProject(read)).toEqual(bytes)
  })
})

describe('pictures beneath levels', () => {
  const deleted = { record: { table: 'underlays', id: 'u1' }, field: null, after: null } as const
  const stamp = { action: 'edit#9', time: '2026-03-03T08:00:00.000Z' }
  const attached = (bytes: Uint8Array) =>
    Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('attachments/'))

  it('go with the file, their record and every byte of them', async () => {
    const { project: read } = await readProject('a.loithoat', await writeProject(project()))
    expect(fold(read.log).underlays['u1']).toEqual(fold(project().log).underlays['u1'])
    expect(read.parts).toEqual([picture])
  })

  it('are in the file once, however many levels and tabs have them', async () => {
    const made = project()
    const more = makeOperations(fold(made.log), underlay('u2', picture.name), 'b.1', made.log.length, stamp)
    const bytes = await writeProject({ ...made, log: [...made.log, ...more], parts: [picture, picture] })
    expect(attached(bytes)).toEqual([picture.name])
  })

  it('stay behind when no record names them any more; what others put into the file does not', async () => {
    const made = project()
    const log = [...made.log, ...makeOperations(fold(made.log), [deleted], 'b.1', made.log.length, stamp)]
    const foreign = { name: 'drills/2026.json', bytes: new Uint8Array([1, 2]) }
    const bytes = await writeProject({ ...made, log, parts: [picture, foreign] })
    expect(attached(bytes)).toEqual([])
    const { project: read } = await readProject('a.loithoat', bytes)
    expect(read.parts).toEqual([foreign])
  })

  it('that a record of a newer program names, in a field of its own, are kept', async () => {
    const made = project()
    const plan = attachment(new Uint8Array([7, 7, 7]))
    const field = {
      record: { table: 'facility' },
      field: 'unknown.sitePlan',
      after: { file: plan.name },
    } as const
    const log = [...made.log, ...makeOperations(fold(made.log), [field], 'b.1', made.log.length, stamp)]
    expect(attached(await writeProject({ ...made, log, parts: [picture, plan] }))).toEqual(
      [picture.name, plan.name].toSorted(),
    )
  })

  it('may be missing: the record is read all the same', async () => {
    const { project: read, warnings } = await readProject(
      'a.loithoat',
      await altered({ [picture.name]: null }),
    )
    expect(fold(read.log).underlays['u1']?.picture).toBe(picture.name)
    expect(read.parts).toEqual([])
    expect(warnings).toEqual([])
  })

  it('stay in a copy without names of persons', async () => {
    expect(attached(await writeProject(project(), { dropPersons: true }))).toEqual([picture.name])
  })
})

describe('a file of format 1', () => {
  it('is read without a word, and without the table that it did not know', async () => {
    const made = project()
    const log = made.log.filter(({ record }) => record.table !== 'underlays')
    const zip = unzipSync(await writeProject({ ...made, log, parts: [] }))
    const rewrite = (name: string, change: (text: string) => string) => {
      zip[name] = strToU8(change(strFromU8(zip[name] ?? new Uint8Array())))
    }
    rewrite('manifest.json', (text) => text.replace('"formatVersion":2', '"formatVersion":1'))
    rewrite('summary.json', (text) =>
      text.replace('"formatVersion":2', '"formatVersion":1').replace('"underlays":0,', ''),
    )
    rewrite('records.json', (text) => text.replace(',\n"underlays":[]', ''))
    const older = zipSync(zip)
    expect(entryText(older, 'summary.json')).not.toContain('underlays')
    expect(entryText(older, 'records.json')).not.toContain('underlays')
    const { project: read, warnings } = await readProject('a.loithoat', older)
    expect(warnings).toEqual([])
    expect(fold(read.log)).toEqual(fold(log))
    expect(fold(read.log).underlays).toEqual({})
  })
})
