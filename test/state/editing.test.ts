import { describe, expect, it } from 'vitest'
import { idbStorage } from '../../src/state/idbStorage.ts'
import type { ProjectStorage } from '../../src/state/storage.ts'
import { backupAgeDays } from '../../src/state/backup.ts'
import { levelId, openingId, zoneId } from '../builder.ts'
import { codes, device, refusing, sample, tab, until } from './desk.ts'

const office = { table: 'zones', id: zoneId('Phòng họp') } as const
const occupants = (count: number) => [{ record: office, field: 'occupants', after: count }] as const

async function openSample(options = {}) {
  const on = device()
  const desk = tab(on, options)
  await desk.actions.openSample()
  await desk.settled()
  return { on, desk }
}

describe('editing', () => {
  it('undoes and redoes step by step, and names what undo takes back', async () => {
    const { desk } = await openSample()
    desk.actions.edit('countPersons', occupants(20))
    desk.actions.edit('deleteZone', [{ record: office, field: null, after: null }])
    expect(desk.premises().openings[openingId('Phòng họp|Hành lang')]?.sides[0]).toBeNull()
    expect(desk.state().project).toMatchObject({ canUndo: true, undoLabel: 'deleteZone', canRedo: false })
    desk.actions.undo()
    expect(desk.premises().zones[office.id]?.occupants).toBe(20)
    expect(desk.state().project).toMatchObject({ undoLabel: 'countPersons', redoLabel: 'deleteZone' })
    desk.actions.undo()
    expect(desk.premises()).toEqual(sample)
    expect(desk.state().project).toMatchObject({ canUndo: false, undoLabel: null })
    desk.actions.redo()
    desk.actions.redo()
    expect(desk.premises().zones[office.id]).toBeUndefined()
    desk.actions.undo()
    desk.actions.edit('countPersons', occupants(3))
    expect(desk.state().project?.canRedo).toBe(false)
  })

  it('does not take the sample itself back', async () => {
    const { desk } = await openSample()
    desk.actions.undo()
    expect(desk.premises()).toEqual(sample)
  })

  it('drops the selection and the assumption of what is deleted, and shows the level where undo brings it back', async () => {
    const { desk } = await openSample()
    desk.actions.select(office)
    desk.actions.assumeClosed(office.id, true)
    desk.actions.edit('deleteZone', [{ record: office, field: null, after: null }])
    expect(desk.state()).toMatchObject({ view: { selection: null }, whatIf: null })
    desk.actions.stepLevel(1)
    expect(desk.state().view.levelId).toBe(levelId('T2'))
    desk.actions.undo()
    expect(desk.state().view.levelId).toBe(levelId('T1'))
  })

  it('refuses a value that no file could hold, and says so', async () => {
    const { desk } = await openSample()
    desk.actions.edit('countPersons', occupants(NaN))
    expect(desk.premises()).toEqual(sample)
    // By the log itself, or by the schema where that is there already.
    expect(['valueNotStorable', 'recordInvalid']).toContain(codes(desk.state().notices)[0])
    desk.actions.dismissNotice(desk.state().notices[0]?.id ?? '')
    // The schema is there shortly after a project is open, and watches every edit.
    await until(() => {
      desk.actions.edit('wrong', [{ record: office, field: 'name', after: 7 }])
      const refused = codes(desk.state().notices).includes('recordInvalid')
      if (!refused) desk.actions.undo()
      return refused
    }, 'the schema')
    expect(desk.premises().zones[office.id]?.name).toBe('Phòng họp')
  })
})

describe('autosave', () => {
  it('shows an edit as saved only when it is in storage', async () => {
    const { on, desk } = await openSample()
    desk.actions.edit('countPersons', occupants(20))
    expect(desk.state().project).toMatchObject({ savedHere: 'saving', savedAt: null })
    expect(desk.page.unsaved()).toBe(true)
    await until(() => desk.state().project?.savedHere === 'saved', 'saved')
    expect(desk.page.unsaved()).toBe(false)
    // The tab is killed here: nothing more of it runs. Another start of the app finds the edit.
    const reopened = tab(on)
    await reopened.actions.resume()
    expect(reopened.premises()).toEqual(desk.premises())
  })

  it('stores every edit of a burst, in order', async () => {
    const { on, desk } = await openSample()
    for (let count = 0; count < 50; count++) desk.actions.edit('countPersons', occupants(count + 100))
    await desk.settled()
    const reopened = tab(on)
    await reopened.actions.resume()
    expect(reopened.premises().zones[office.id]?.occupants).toBe(149)
  })

  it('lets a person undo after a restart what was done before it', async () => {
    const { on, desk } = await openSample()
    desk.actions.edit('countPersons', occupants(20))
    desk.actions.edit('countPersons', occupants(30))
    desk.actions.undo()
    await desk.settled()
    const reopened = tab(on)
    await reopened.actions.resume()
    expect(reopened.state().project).toMatchObject({ undoLabel: 'countPersons', redoLabel: 'countPersons' })
    reopened.actions.redo()
    expect(reopened.premises().zones[office.id]?.occupants).toBe(30)
    reopened.actions.undo()
    reopened.actions.undo()
    expect(reopened.premises()).toEqual(sample)
  })

  it('says so where storage is refused, and the app works on', async () => {
    const { desk } = await openSample({ storage: refusing })
    expect(desk.state().project).toMatchObject({ savedHere: 'refused', savedAt: null })
    expect(codes(desk.state().notices)).toEqual(['storageRefused'])
    // Nobody minds losing the sample as it came.
    expect(desk.page.unsaved()).toBe(false)
    desk.actions.edit('countPersons', occupants(20))
    await desk.settled()
    expect(desk.premises().zones[office.id]?.occupants).toBe(20)
    expect(codes(desk.state().notices)).toEqual(['storageRefused'])
    expect(desk.page.unsaved()).toBe(true)
    desk.actions.undo()
    expect(desk.premises()).toEqual(sample)
    const again = tab(device(), { storage: refusing })
    await again.actions.resume()
    expect(again.state().project).toBeNull()
  })

  it('keeps what could not be written, stores other projects meanwhile, and tries again with the next edit', async () => {
    const on = device()
    const storage = idbStorage(on.database)
    let full = true
    const quota: ProjectStorage = {
      ...storage,
      create: (project, batches, parts) =>
        full && project.name === 'Hồ sơ mẫu'
          ? Promise.reject(new DOMException('the disk is full', 'QuotaExceededError'))
          : storage.create(project, batches, parts),
    }
    const desk = tab(on, { storage: quota })
    await desk.actions.openSample()
    desk.actions.edit('countPersons', occupants(20))
    await desk.settled()
    expect(desk.state().project?.savedHere).toBe('refused')
    full = false
    desk.actions.edit('countPersons', occupants(30))
    await desk.settled()
    expect(desk.state().project?.savedHere).toBe('saved')
    const reopened = tab(on)
    await reopened.actions.resume()
    expect(reopened.premises()).toEqual(desk.premises())
    full = true
    await desk.actions.openSample()
    const other = {
      name: 'Khác',
      address: '',
      headName: '',
      buildingName: 'A',
      storeysAbove: 1,
      storeysBelow: 0,
    }
    await desk.actions.createFacility(other)
    expect(desk.state().project).toMatchObject({ name: 'Khác', savedHere: 'saved' })
  })

  it('stores the whole project again where another tab has taken it off the device', async () => {
    const { on, desk } = await openSample()
    const other = tab(on)
    const id = desk.state().project?.id ?? ''
    await other.actions.removeRecent(id)
    desk.actions.edit('countPersons', occupants(20))
    await desk.settled()
    const reopened = tab(on)
    await reopened.actions.openRecent(id)
    expect(reopened.premises()).toEqual(desk.premises())
  })
})

describe('the copy in a file', () => {
  it('is missed after days of edits, and not while there are none', async () => {
    let now = new Date('2026-03-01T08:00:00Z')
    const { desk } = await openSample({
      now: () => now,
      sample: { ...sample, facility: { ...sample.facility, fictional: false } },
    })
    const age = () => {
      const { project } = desk.state()
      return project === null ? NaN : backupAgeDays(project, now)
    }
    now = new Date('2026-03-04T09:00:00Z')
    expect(age()).toBe(3)
    await desk.actions.saveToFile(false)
    expect(age()).toBeNull()
    now = new Date('2026-03-05T09:00:00Z')
    desk.actions.edit('countPersons', occupants(20))
    now = new Date('2026-03-06T10:00:00Z')
    expect(age()).toBe(2)
  })
})
