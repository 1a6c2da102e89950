import { describe, expect, it, vi } from 'vitest'
import { PersonError } from '../../src/premises/message.ts'
import { openingId, zoneId } from '../builder.ts'
import { clearingOf, device, puppetAnalyst, tab, until } from './desk.ts'

const office = { table: 'zones', id: zoneId('Phòng họp') } as const
const exit = openingId('Cửa chính')

async function desk() {
  const puppet = puppetAnalyst()
  const app = tab(device(), { analyst: puppet.analyst })
  await app.actions.openSample()
  const asked = (question: string, count: number) =>
    until(
      () => puppet.asked.filter((each) => each.question === question).length === count,
      `question ${count} for ${question}`,
    )
  return { puppet, app, asked, figures: () => app.state().figures }
}

describe('the figures of the open project', () => {
  it('are asked for when it opens, routes first, under the conditions shown beside them', async () => {
    const { puppet, app, asked, figures } = await desk()
    await asked('routes', 1)
    expect(puppet.open()).toEqual(['faults', 'routes'])
    expect(figures().routes.status).toBe('running')
    puppet.last('routes').answer('ways')
    await asked('clearing', 1)
    expect(figures().routes).toMatchObject({ value: 'ways', status: 'done', stale: false })
    puppet.last('clearing').onProgress?.(0.4)
    expect(figures().clearing.share).toBe(0.4)
    expect(puppet.last('clearing').input).toEqual(figures().conditions)
    puppet.last('clearing').answer(clearingOf(180))
    await until(() => figures().clearing.status === 'done')
    expect(puppet.replica).toEqual([app.premises()])
  })

  it('tell how far they are a few times a second, however often the computing does', async () => {
    const { puppet, asked, figures } = await desk()
    await asked('routes', 1)
    const told = new Set<number>()
    const tell = puppet.last('routes').onProgress
    const now = vi.spyOn(performance, 'now')
    // Two seconds, told a hundred times in each.
    for (let at = 1; at <= 200; at += 1) {
      now.mockReturnValue(1_000_000 + at * 10)
      tell?.(at / 1000)
      told.add(figures().routes.share)
    }
    now.mockRestore()
    expect(told.size).toBe(8)
    expect(figures().routes.share).toBeGreaterThan(0.17)
  })

  it('are marked as stale by an edit, and what was being computed is called off', async () => {
    const { puppet, app, asked, figures } = await desk()
    await asked('routes', 1)
    puppet.last('routes').answer('ways')
    await asked('clearing', 1)
    const superseded = puppet.last('clearing')
    app.actions.edit('countPersons', [{ record: office, field: 'occupants', after: 20 }])
    expect(figures().routes).toMatchObject({ value: 'ways', stale: true })
    expect(superseded.signal?.aborted).toBe(true)
    await asked('routes', 2)
    // An answer that comes all the same is for premises that are no more.
    superseded.answer(clearingOf(999))
    puppet.last('routes').answer('new ways')
    await asked('clearing', 2)
    puppet.last('clearing').answer(clearingOf(200))
    await until(() => figures().clearing.status === 'done')
    expect(figures().routes).toMatchObject({ value: 'new ways', stale: false })
    expect(figures().clearing.value?.allOpen.evacuationTimeS).toBe(200)
    expect(puppet.replica.at(-1)).toBe(app.premises())
  })

  it('edits made in one go are one question', async () => {
    const { puppet, app, asked } = await desk()
    await asked('routes', 1)
    for (let count = 1; count <= 5; count++)
      app.actions.edit('countPersons', [{ record: office, field: 'occupants', after: count }])
    await asked('routes', 2)
    expect(puppet.asked.filter(({ question }) => question === 'routes')).toHaveLength(2)
  })

  it('a failure is shown as a message, with the old figure still there as stale', async () => {
    const { puppet, app, asked, figures } = await desk()
    await asked('routes', 1)
    puppet.last('routes').answer('ways')
    await asked('clearing', 1)
    puppet.last('clearing').answer(clearingOf(180))
    await until(() => figures().clearing.status === 'done')
    app.actions.edit('countPersons', [{ record: office, field: 'occupants', after: 20 }])
    await asked('routes', 2)
    puppet.last('routes').answer('ways')
    await asked('clearing', 2)
    puppet.last('clearing').fail(new PersonError('noExit'))
    await until(() => figures().clearing.status === 'failed')
    expect(figures().clearing).toMatchObject({ stale: true, error: { code: 'noExit' } })
    expect(figures().clearing.value?.allOpen.evacuationTimeS).toBe(180)
  })
})

describe('the faults of the drawing', () => {
  it('are asked for after each edit, before the routes; the old list stays meanwhile, marked', async () => {
    const { puppet, app, asked } = await desk()
    await asked('faults', 1)
    puppet.last('faults').answer(['old'])
    await until(() => app.state().faults.status === 'done')
    app.actions.edit('countPersons', [{ record: office, field: 'occupants', after: 20 }])
    expect(app.state().faults).toMatchObject({ value: ['old'], stale: true })
    await asked('faults', 2)
    const order = puppet.asked.map(({ question }) => question)
    expect(order.lastIndexOf('faults')).toBeLessThan(order.lastIndexOf('routes'))
    puppet.last('faults').answer(['new'])
    await until(() => !app.state().faults.stale)
    expect(app.state().faults).toMatchObject({ value: ['new'], status: 'done' })
    app.actions.closeProject()
    expect(app.state().faults).toMatchObject({ value: null, status: 'none' })
  })

  it('an assumption of the moment changes nothing in them', async () => {
    const { puppet, app, asked } = await desk()
    await asked('faults', 1)
    await asked('routes', 1)
    app.actions.assumeShut(exit, true)
    await asked('routes', 2)
    expect(puppet.asked.filter(({ question }) => question === 'faults')).toHaveLength(1)
  })
})

describe('what could not be computed', () => {
  it('is asked for again on demand, and only that', async () => {
    const { puppet, app, asked, figures } = await desk()
    await asked('faults', 1)
    puppet.last('faults').answer([])
    await asked('routes', 1)
    puppet.last('routes').fail(new PersonError('workerLost', { job: 'routes', detail: '' }))
    await until(() => figures().routes.status === 'failed')
    await asked('clearing', 1)
    puppet.last('clearing').answer(clearingOf(180))
    await until(() => figures().clearing.status === 'done')
    app.actions.recompute()
    await asked('routes', 2)
    puppet.last('routes').answer('ways')
    await until(() => figures().routes.status === 'done')
    await asked('clearing', 2)
    puppet.last('clearing').answer(clearingOf(180))
    await until(() => !figures().clearing.stale)
    expect(puppet.asked.filter(({ question }) => question === 'faults')).toHaveLength(1)
    app.actions.recompute()
    expect(puppet.open()).toEqual([])
  })
})

describe('an assumption', () => {
  it('is computed beside the figures, which stay; dropping it ends that', async () => {
    const { puppet, app, asked, figures } = await desk()
    await asked('routes', 1)
    puppet.last('routes').answer('ways')
    await asked('clearing', 1)
    puppet.last('clearing').answer(clearingOf(180))
    await until(() => figures().clearing.status === 'done')
    app.actions.assumeShut(exit, true)
    await asked('routes', 2)
    expect(puppet.last('routes').input).toMatchObject({ shutOpenings: [exit] })
    puppet.last('routes').answer('other ways')
    await asked('clearing', 2)
    expect(figures().clearing).toMatchObject({ status: 'done', stale: false })
    puppet.last('clearing').answer(clearingOf(260))
    await until(() => figures().whatIfClearing.status === 'done')
    expect(figures().whatIfRoutes.value).toBe('other ways')
    app.actions.dropWhatIf()
    expect(app.state().whatIf).toBeNull()
    expect(figures().whatIfRoutes).toMatchObject({ value: null, status: 'none' })
    expect(figures().clearing.value?.allOpen.evacuationTimeS).toBe(180)
  })

  it('kept, becomes part of the study: one step of undo', async () => {
    const { puppet, app, asked } = await desk()
    await asked('routes', 1)
    app.actions.assumeShut(exit, true)
    app.actions.assumeClosed(office.id, true)
    app.actions.applyWhatIf()
    expect(app.state().whatIf).toBeNull()
    const [study] = Object.values(app.premises().studies)
    expect(study).toMatchObject({ shutOpeningIds: [exit], closedZoneIds: [office.id] })
    await asked('routes', 2)
    expect(puppet.last('routes').input).toMatchObject({ shutOpenings: [exit], closedZones: [office.id] })
    app.actions.undo()
    expect(app.premises().studies).toEqual({})
  })
})

describe('the minimum of theory', () => {
  it('is computed on demand only, and outdated by an edit', async () => {
    const { puppet, app, asked, figures } = await desk()
    await asked('routes', 1)
    expect(puppet.asked.some(({ question }) => question === 'bound')).toBe(false)
    app.actions.computeBound()
    await asked('bound', 1)
    puppet.last('bound').answer({ lowerBoundS: 90 })
    await until(() => figures().bound.status === 'done')
    app.actions.edit('countPersons', [{ record: office, field: 'occupants', after: 20 }])
    expect(figures().bound).toMatchObject({ value: { lowerBoundS: 90 }, stale: true })
    await asked('routes', 2)
    expect(puppet.asked.filter(({ question }) => question === 'bound')).toHaveLength(1)
  })
})
