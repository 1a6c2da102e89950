import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportResult } from '../../src/import/result.ts'
import { attachment, readProject, writeProject } from '../../src/premises/file/index.ts'
import { asId, type UnderlayId } from '../../src/premises/ids.ts'
import { PersonError } from '../../src/premises/message.ts'
import type { Level, Underlay } from '../../src/premises/model.ts'
import { fileName } from '../../src/state/saving.ts'
import { buildPremises, openingId, zoneId } from '../builder.ts'
import { codes, device, type Device, puppetAnalyst, sample, tab, until } from './desk.ts'

const office = { table: 'zones', id: zoneId('Phòng họp') } as const
const facility = {
  name: 'Trường Thử',
  address: 'Số 1',
  headName: 'Nguyễn Văn Thử',
  buildingName: '',
  storeysAbove: 3,
  storeysBelow: 1,
}

/** The last file that the device saved, as a person would drop it. */
function lastFile(on: Device, name?: string): File {
  const saved = on.downloads.at(-1)
  if (saved === undefined) throw new Error('nothing was saved')
  return new File([saved.bytes], name ?? saved.name)
}

async function settings() {
  const on = device()
  const desk = tab(on)
  await desk.actions.openSample()
  await desk.settled()
  return { on, desk }
}

/** A record that names a picture, without which the file would not carry it. */
function underlayOf(picture: string, level: Level | undefined): Underlay {
  if (level === undefined) throw new Error('the sample has no level')
  return {
    id: asId<UnderlayId>('u1'),
    levelId: level.id,
    name: 'mặt bằng.png',
    picture,
    mediaType: 'image/png',
    widthPx: 1200,
    heightPx: 800,
    origin: [0, 6],
    metresPerPx: 0.02,
    turnDeg: 0,
    opacity: 1,
    evidence: {},
  }
}

describe('a new facility', () => {
  it('has its levels named from basement to top, with heights marked as assumed', async () => {
    const desk = tab(device())
    await desk.actions.createFacility(facility)
    const levels = Object.values(desk.premises().levels).toSorted((a, b) => a.ordinal - b.ordinal)
    expect(levels.map(({ name, shortName, ordinal }) => [name, shortName, ordinal])).toEqual([
      ['Tầng hầm 1', 'H1', -1],
      ['Tầng 1', 'T1', 0],
      ['Tầng 2', 'T2', 1],
      ['Tầng 3', 'T3', 2],
    ])
    expect(levels.every(({ evidence }) => evidence['elevationM']?.mark === 'assumed')).toBe(true)
    expect(desk.premises().facility).toMatchObject({ name: 'Trường Thử', headName: 'Nguyễn Văn Thử' })
    expect(desk.state().view.levelId).toBe(levels[1]?.id)
    expect(desk.state().project?.canUndo).toBe(false)
  })

  it('without a name, or with half a storey, is none: what is open stays', async () => {
    const { desk } = await settings()
    await desk.actions.createFacility({ ...facility, name: '  ' })
    await desk.actions.createFacility({ ...facility, storeysAbove: 2.5 })
    await desk.actions.createFacility({ ...facility, storeysAbove: 0, storeysBelow: 0 })
    expect(codes(desk.state().notices)).toEqual(['newFacilityName', 'newFacilityStoreys'])
    expect(desk.premises()).toEqual(sample)
  })
})

describe('the start page', () => {
  it('lists what the device keeps, last used first, and one unedited sample at most', async () => {
    const on = device()
    let now = new Date('2026-03-01T08:00:00Z')
    const desk = tab(on, { now: () => now })
    await desk.actions.openSample()
    await desk.settled()
    now = new Date('2026-03-02T08:00:00Z')
    await desk.actions.createFacility(facility)
    now = new Date('2026-03-03T08:00:00Z')
    await desk.actions.openSample()
    await desk.settled()
    desk.actions.closeProject()
    await until(() => desk.state().recent.length === 2, 'the list')
    expect(desk.state().recent.map(({ name, fictional }) => [name, fictional])).toEqual([
      ['Hồ sơ mẫu', true],
      ['Trường Thử', false],
    ])
    now = new Date('2026-03-04T08:00:00Z')
    await desk.actions.openRecent(desk.state().recent[1]?.id ?? '')
    await desk.settled()
    expect((await desk.listRecent())[0]?.name).toBe('Trường Thử')
    await desk.actions.removeRecent(desk.state().recent[1]?.id ?? '')
    expect(desk.state().recent.map(({ name }) => name)).toEqual(['Trường Thử'])
  })

  it('after closing a project, a restart opens none', async () => {
    const { on, desk } = await settings()
    desk.actions.closeProject()
    const again = tab(on)
    await again.actions.resume()
    expect(again.state().project).toBeNull()
  })

  it('a reload of a tab opens what that tab had, not what another opened last', async () => {
    const on = device()
    const tabSettings = new Map<string, string>()
    const first = tab(on, { tabSettings })
    await first.actions.createFacility(facility)
    const second = tab(on)
    await second.actions.openSample()
    await second.settled()
    const reloaded = tab(on, { tabSettings })
    await reloaded.actions.resume()
    expect(reloaded.state().project?.name).toBe('Trường Thử')
  })
})

describe('settings', () => {
  it('language and theme last over a restart; nonsense in their place does no harm', () => {
    const on = device()
    const desk = tab(on)
    expect(desk.state()).toMatchObject({ language: 'vi', theme: 'system' })
    desk.actions.setLanguage('en')
    desk.actions.setTheme('dark')
    expect(tab(on).state()).toMatchObject({ language: 'en', theme: 'dark' })
    on.settings.set('settings', '[1')
    const again = tab(on)
    expect(again.state()).toMatchObject({ language: 'vi', theme: 'system' })
  })
})

describe('a project file', () => {
  it('saved and opened on another device is the same project', async () => {
    const { on, desk } = await settings()
    desk.actions.edit('countPersons', [{ record: office, field: 'occupants', after: 20 }])
    await desk.actions.saveToFile(false)
    expect(desk.state().notices).toEqual([])
    expect(on.downloads.map(({ name }) => name)).toEqual(['Hồ sơ mẫu.loithoat'])
    const elsewhere = tab(device())
    await elsewhere.actions.openFiles([lastFile(on)])
    expect(elsewhere.premises()).toEqual(desk.premises())
    expect(elsewhere.state().project?.id).toBe(desk.state().project?.id)
    expect(elsewhere.state().importing).toBeNull()
  })

  it('of a project that the device has already is merged into it: nothing of either is lost', async () => {
    const { on, desk } = await settings()
    await desk.actions.saveToFile(false)
    const elsewhere = tab(device())
    await elsewhere.actions.openFiles([lastFile(on)])
    elsewhere.actions.edit('rename', [{ record: office, field: 'name', after: 'Phòng họp lớn' }])
    await elsewhere.actions.saveToFile(false)
    desk.actions.edit('countPersons', [{ record: office, field: 'occupants', after: 20 }])
    const back = lastFile(elsewhere.device)
    await desk.actions.openFiles([back])
    expect(desk.premises().zones[office.id]).toMatchObject({ name: 'Phòng họp lớn', occupants: 20 })
    expect(codes(desk.state().notices)).toEqual(['fileMerged'])
    await desk.settled()
    const reopened = tab(on)
    await reopened.actions.resume()
    expect(reopened.premises()).toEqual(desk.premises())
  })

  it('keeps its pictures, and what a newer program put into it, through this device and out again', async () => {
    const { on, desk } = await settings()
    const picture = attachment(new TextEncoder().encode('a picture'))
    const after = underlayOf(picture.name, Object.values(desk.premises().levels)[0])
    desk.actions.edit('addUnderlay', [
      { record: { table: 'underlays', id: after.id }, field: null, after: { ...after } },
    ])
    await desk.actions.saveToFile(false)
    const { project: plain } = await readProject('a', on.downloads[0]?.bytes ?? new Uint8Array())
    const foreign = { name: 'drills/1.json', bytes: new TextEncoder().encode('{}') }
    const bytes = await writeProject({ ...plain, parts: [picture, foreign] })
    const elsewhere = device()
    const first = tab(elsewhere)
    await first.actions.openFiles([new File([bytes], 'a.loithoat')])
    await first.settled()
    const again = tab(elsewhere)
    await again.actions.resume()
    await again.actions.saveToFile(false)
    const { project: back } = await readProject('b', elsewhere.downloads[0]?.bytes ?? new Uint8Array())
    expect(back.parts).toEqual([picture, foreign])
    expect(back.log).toEqual(plain.log)
  })

  it('that cannot be read changes nothing', async () => {
    const { on, desk } = await settings()
    await desk.actions.saveToFile(false)
    const before = desk.state()
    const bytes = on.downloads[0]?.bytes ?? new Uint8Array()
    const bad: readonly File[] = [
      new File([], 'a.loithoat'),
      new File(['hello'], 'b.loithoat'),
      new File([bytes.slice(0, -40)], 'c.loithoat'),
      new File(
        [bytes.map((byte, at) => (at > bytes.length / 2 && at < bytes.length / 2 + 50 ? byte ^ 0xff : byte))],
        'd.loithoat',
      ),
    ]
    for (const file of bad) await desk.actions.openFiles([file])
    expect(codes(desk.state().notices)).toEqual(['fileEmpty', 'fileIsOther', 'fileTruncated', 'fileDamaged'])
    expect({ ...desk.state(), notices: [], project: { ...desk.state().project, savedAt: null } }).toEqual({
      ...before,
      notices: [],
      project: { ...before.project, savedAt: null },
    })
    for (const { id } of desk.state().notices) desk.actions.dismissNotice(id)
    expect(desk.state().notices).toEqual([])
  })

  it('damaged in any of 500 ways leaves the open premises as they are', async () => {
    const { on, desk } = await settings()
    await desk.actions.saveToFile(false)
    const bytes = on.downloads[0]?.bytes ?? new Uint8Array()
    const before = desk.premises()
    const { undoLabel } = desk.state().project ?? {}
    const spoilt = fc.tuple(fc.constantFrom('flip', 'cut', 'lose', 'fill'), fc.nat(), fc.nat())
    let refused = 0
    await fc.assert(
      fc.asyncProperty(spoilt, async ([how, a, b]) => {
        const [at, count] = [a % bytes.length, 1 + (b % 300)]
        const copy = bytes.slice()
        if (how === 'flip') copy[at]! ^= 1 << (b % 8)
        if (how === 'fill') copy.fill(b % 256, at, at + count)
        const rest = bytes.slice(at + count)
        const content =
          how === 'cut' ? [bytes.slice(0, at)] : how === 'lose' ? [bytes.slice(0, at), rest] : [copy]
        await desk.actions.openFiles([new File(content, 'a.loithoat')])
        expect(desk.premises()).toBe(before)
        expect(desk.state()).toMatchObject({ importing: null, project: { undoLabel } })
        refused += desk.state().notices.length > 0 ? 1 : 0
        for (const { id, severity } of desk.state().notices) {
          expect(severity).toBe('error')
          desk.actions.dismissNotice(id)
        }
      }),
      { numRuns: 500 },
    )
    expect(refused).toBeGreaterThan(300)
  })

  it('saving thought better of leaves the project unsaved', async () => {
    const desk = tab(device(), { place: 'cancelled' })
    await desk.actions.openSample()
    await desk.actions.saveToFile(true)
    expect(desk.state().project?.fileSavedAt).toBeNull()
  })

  it('has a name that every system accepts', () => {
    expect(fileName('Trụ sở: UBND "A/B"?')).toBe('Trụ sở UBND A B.loithoat')
    expect(fileName('...')).toBe('ho-so.loithoat')
    expect(fileName(`${'dài '.repeat(60)}.`)).toHaveLength(88)
  })
})

const drawn = buildPremises((b) => {
  b.facility({ name: 'Bản vẽ' })
  b.level('L1')
  b.zone('Room', [0, 0, 5, 4])
  b.exit('Room', { at: [5, 2], name: 'Candidate', fields: { exit: 'undecided' } })
})
const candidate = { table: 'openings', id: openingId('Candidate') } as const
const result: ImportResult = {
  format: 'ifc',
  premises: drawn,
  counts: { zones: 1 },
  findings: [
    { kind: 'found', code: 'zonesFound', severity: 'info' },
    {
      kind: 'decide',
      code: 'exitCandidate',
      severity: 'warning',
      where: { record: candidate },
      choices: [
        { code: 'isExit', changes: [{ record: candidate, field: 'exit', after: 'final' }] },
        { code: 'isNone', changes: [{ record: candidate, field: 'exit', after: 'none' }] },
      ],
    },
  ],
}

describe('an import', () => {
  async function importing() {
    const on = device()
    const puppet = puppetAnalyst()
    const desk = tab(on, { analyst: puppet.analyst })
    return { on, puppet, desk }
  }

  it('opens as a new project with its check; settling a finding is one step of undo', async () => {
    const { on, puppet, desk } = await importing()
    const done = desk.actions.openFiles([new File(['ISO-10303-21;'], 'a.ifc')])
    await until(() => puppet.open().includes('import'), 'the import')
    expect(desk.state().importing).toEqual({ fileName: 'a.ifc', progress: null })
    puppet.last('import').answer(result)
    await done
    expect(desk.state()).toMatchObject({ importing: null, panel: 'review', project: { name: 'Bản vẽ' } })
    expect(desk.premises()).toEqual(drawn)
    desk.actions.settleFinding(1, 'isExit')
    expect(desk.premises().openings[candidate.id]?.exit).toBe('final')
    expect(desk.state().review?.settled).toEqual([1])
    desk.actions.undo()
    expect(desk.premises().openings[candidate.id]?.exit).toBe('undecided')
    expect(desk.state().review?.settled).toEqual([])
    desk.actions.redo()
    expect(desk.state().review?.settled).toEqual([1])
    await desk.settled()
    const reopened = tab(on)
    await reopened.actions.resume()
    expect(reopened.state().review?.result.findings).toEqual(result.findings)
    expect(reopened.state().review?.settled).toEqual([1])
    reopened.actions.undo()
    expect(reopened.state().review?.settled).toEqual([])
  })

  it('into a facility where nothing is drawn takes the place of its levels and keeps what was typed', async () => {
    const { puppet, desk } = await importing()
    await desk.actions.createFacility(facility)
    const before = desk.premises()
    const done = desk.actions.openFiles([new File(['ISO-10303-21;'], 'a.ifc')])
    await until(() => puppet.open().includes('import'), 'the import')
    puppet.last('import').answer(result)
    await done
    expect(desk.premises().facility).toMatchObject({ name: 'Trường Thử', headName: 'Nguyễn Văn Thử' })
    expect(desk.premises().levels).toEqual(drawn.levels)
    expect(desk.premises().zones).toEqual(drawn.zones)
    desk.actions.undo()
    expect(desk.premises()).toEqual(before)
  })

  it('that fails, or is called off, changes nothing', async () => {
    const { puppet, desk } = await importing()
    await desk.actions.openSample()
    const failing = desk.actions.openFiles([new File(['ISO-10303-21;'], 'a.ifc')])
    await until(() => puppet.open().includes('import'), 'the import')
    puppet.last('import').fail(new PersonError('ifcNoSpaces', {}, { file: 'a.ifc' }))
    await failing
    expect(codes(desk.state().notices)).toEqual(['ifcNoSpaces'])
    const cancelled = desk.actions.openFiles([new File(['ISO-10303-21;'], 'b.ifc')])
    await until(() => puppet.open().includes('import'), 'the import')
    const question = puppet.last('import')
    desk.actions.cancelImport()
    expect(question.signal?.aborted).toBe(true)
    await cancelled
    expect(desk.state().importing).toBeNull()
    expect(codes(desk.state().notices)).toEqual(['ifcNoSpaces'])
    expect(desk.premises()).toEqual(sample)
    const left = desk.actions.openFiles([new File(['ISO-10303-21;'], 'c.ifc')])
    await until(() => puppet.open().includes('import'), 'the import')
    const late = puppet.last('import')
    desk.actions.closeProject()
    late.answer(result)
    await left
    expect(desk.state()).toMatchObject({ project: null, importing: null })
  })

  it('of a revised drawing is shown first; landed, ids stay, and what was measured stays unless given up', async () => {
    const { puppet, desk } = await importing()
    const at = (room: string, width: number, fileId: string) => {
      const made = buildPremises((b) => {
        b.level('L1', { sourceId: 'source 1' })
        b.zone(room, [0, 0, 5, 4], { sourceId: 'source 2' })
        b.exit(room, { at: [5, 2], name: 'Door', width, fields: { sourceId: 'source 3' } })
      })
      // Every import gives its records ids of its own.
      const text = JSON.stringify(made).replace(
        /"(zone|opening|level|building)-[^"]*"/g,
        (id) => `"${fileId}-${id.slice(1)}`,
      )
      return { ...result, premises: JSON.parse(text) as ImportResult['premises'] }
    }
    const open = async (file: ImportResult) => {
      const done = desk.actions.openFiles([new File(['ISO-10303-21;'], 'a.ifc')])
      await until(() => puppet.open().includes('import'), 'the import')
      puppet.last('import').answer(file)
      await done
    }
    await open(at('Room', 0.9, 'first'))
    const before = desk.premises()
    const [door] = Object.values(before.openings)
    const record = { table: 'openings', id: door?.id ?? '' } as const
    const measured = { mark: 'measured', who: 'A' }
    desk.actions.edit('measure', [
      { record, field: 'clearWidthM', after: 0.82 },
      { record, field: 'evidence.clearWidthM', after: measured },
    ])
    await open(at('Big room', 1, 'second'))
    const review = desk.state().review
    expect(review?.revision).toMatchObject({
      added: 0,
      removed: 0,
      conflicts: [{ record, field: 'clearWidthM', mine: 0.82, theirs: 1 }],
    })
    expect(Object.values(desk.premises().zones)[0]?.name).toBe('Room')
    desk.actions.landRevision([])
    await until(() => desk.state().review?.revision === null, 'the landing')
    expect(Object.keys(desk.premises().zones)).toEqual(Object.keys(before.zones))
    expect(Object.values(desk.premises().zones)[0]?.name).toBe('Big room')
    expect(desk.premises().openings[record.id]).toMatchObject({
      clearWidthM: 0.82,
      evidence: { clearWidthM: measured },
    })
    desk.actions.undo()
    expect(Object.values(desk.premises().zones)[0]?.name).toBe('Room')
    await open(at('Big room', 1, 'third'))
    desk.actions.landRevision([`openings/${record.id}/clearWidthM`])
    await until(() => desk.premises().openings[record.id]?.clearWidthM === 1, 'theirs')
  })
})
