import { describe, expect, test } from 'vitest'
import type { MadePicture, UnderlayTask } from '../../workers/underlay/job.ts'
import { attachment } from '../../src/premises/file/index.ts'
import type { LevelId, UnderlayId } from '../../src/premises/ids.ts'
import { PersonError } from '../../src/premises/message.ts'
import type { Underlay } from '../../src/premises/model.ts'
import { planPoint } from '../../src/premises/underlay.ts'
import { codes, device, puppetAnalyst, refusing, type Tab, tab, type TabOptions, until } from './desk.ts'

const png = (text: string) => new TextEncoder().encode(`png of ${text}`)
const made = (text: string, more: Partial<MadePicture> = {}): MadePicture => ({
  part: attachment(png(text)),
  mediaType: 'image/png',
  widthPx: 1000,
  heightPx: 500,
  ...more,
})
const file = (name: string) => new File([name], name)

/** A tab with the sample open, whose reader of pictures the test answers for. */
async function desk(options: TabOptions = {}, on = device()) {
  const puppet = puppetAnalyst()
  const page = tab(on, { analyst: puppet.analyst, ...options })
  await page.actions.openSample()
  await page.settled()
  const levelId = page.state().view.levelId
  if (levelId === null) throw new Error('no level')
  return { page, puppet, levelId, on }
}

type Desk = Awaited<ReturnType<typeof desk>>

/** Waits for the next question about a picture and answers it. */
async function answer({ puppet }: Pick<Desk, 'puppet'>, task: UnderlayTask['task'], value: unknown) {
  const asked = () =>
    puppet.asked.find(
      (each) => each.question === 'underlay' && !each.settled && (each.input as UnderlayTask).task === task,
    )
  await until(() => asked() !== undefined, task)
  if (value instanceof Error) asked()?.fail(value)
  else asked()?.answer(value)
}

/** What was asked of the reader of pictures, last first. */
const tasks = ({ puppet }: Pick<Desk, 'puppet'>) =>
  puppet.asked
    .flatMap(({ question, input }) => (question === 'underlay' ? [input as UnderlayTask] : []))
    .toReversed()

const underlays = (page: Tab): readonly Underlay[] => Object.values(page.premises().underlays)

async function addPicture(at: Desk, name = 'so-do.png', picture = made(name)): Promise<Underlay> {
  const before = underlays(at.page).length
  const done = at.page.actions.addUnderlays([file(name)], at.levelId)
  await answer(at, 'look', { kind: 'picture' })
  await answer(at, 'picture', picture)
  await done
  const added = underlays(at.page)[before]
  if (added === undefined) throw new Error('nothing was added')
  return added
}

describe('a picture that is dropped on a level', () => {
  test('lies on what is drawn there, 40 m long, with its scale assumed, as one step of undo', async () => {
    const at = await desk()
    const added = await addPicture(at)
    expect(added).toMatchObject({
      levelId: at.levelId,
      name: 'so-do.png',
      picture: attachment(png('so-do.png')).name,
      metresPerPx: 0.04,
      opacity: 0.6,
      evidence: { metresPerPx: { mark: 'assumed', source: 'so-do.png' } },
    })
    // The sample's first level is drawn from (0, 0) to (20, 6).
    expect(planPoint(added, [500, 250])).toEqual([expect.closeTo(10, 3), expect.closeTo(3, 3)])
    expect(at.page.state().project?.undoLabel).toBe('addUnderlay')
    expect(at.page.state().importing).toBeNull()
    at.page.actions.undo()
    expect(underlays(at.page)).toEqual([])
  })

  test('comes back after a restart, and in a second tab that was open before it came', async () => {
    const at = await desk()
    const other = tab(at.on)
    await other.actions.resume()
    const added = await addPicture(at)
    await at.page.settled()
    await until(() => Object.keys(other.premises().underlays).length === 1)
    const again = tab(at.on)
    await again.actions.resume()
    for (const each of [at.page, other, again]) {
      const url = await each.actions.pictureUrl(added.picture)
      if (url === null) throw new Error('no picture')
      expect(new Uint8Array(await (await fetch(url)).arrayBuffer())).toEqual(png('so-do.png'))
      expect(await each.actions.pictureUrl(added.picture)).toBe(url)
    }
  })

  test('is found nowhere: no address, and no error', async () => {
    const { page } = await desk()
    expect(await page.actions.pictureUrl(`attachments/${'0'.repeat(64)}`)).toBeNull()
  })

  test('its address ends with the project', async () => {
    const at = await desk()
    const added = await addPicture(at)
    const url = (await at.page.actions.pictureUrl(added.picture)) ?? ''
    at.page.actions.closeProject()
    await at.page.settled()
    await expect(fetch(url)).rejects.toBeInstanceOf(TypeError)
  })

  test('goes with the file, and into the same project on another device', async () => {
    const at = await desk()
    const added = await addPicture(at)
    await at.page.actions.saveToFile(false)
    const saved = at.on.downloads.at(-1)
    if (saved === undefined) throw new Error('nothing was saved')
    const elsewhere = tab(device())
    await elsewhere.actions.openFiles([new File([saved.bytes], saved.name)])
    expect(underlays(elsewhere)).toEqual([added])
    expect(await elsewhere.actions.pictureUrl(added.picture)).not.toBeNull()
  })

  test('is there though the device refuses to store', async () => {
    const at = await desk({ storage: refusing })
    const added = await addPicture(at)
    expect(await at.page.actions.pictureUrl(added.picture)).not.toBeNull()
  })

  test('that was reduced says so, with both sizes', async () => {
    const at = await desk()
    await addPicture(at, 'lon.jpg', made('lon', { reducedFrom: { widthPx: 12_000, heightPx: 6000 } }))
    expect(at.page.state().notices.at(-1)).toMatchObject({
      code: 'pictureReduced',
      params: { file: 'lon.jpg', fromWidth: 12_000, fromHeight: 6000, width: 1000, height: 500 },
    })
  })

  test('that cannot be read changes nothing; the next of the same drop is read', async () => {
    const at = await desk()
    const done = at.page.actions.addUnderlays([file('hong.png'), file('tot.png')], at.levelId)
    await answer(at, 'look', new PersonError('underlayDamaged', {}, { file: 'hong.png' }))
    await answer(at, 'look', { kind: 'picture' })
    await answer(at, 'picture', made('tot'))
    await done
    expect(codes(at.page.state().notices)).toEqual(['underlayDamaged'])
    expect(underlays(at.page).map(({ name }) => name)).toEqual(['tot.png'])
  })

  test('comes on top of those that lie there, whatever their order', async () => {
    const at = await desk()
    const first = await addPicture(at, 'a.png')
    at.page.actions.edit('edit', [{ record: { table: 'underlays', id: first.id }, field: 'order', after: 7 }])
    const second = await addPicture(at, 'b.png')
    expect(second.order).toBe(7)
    expect(second.id > first.id).toBe(true)
  })

  test('called off, or overtaken by another project, leaves nothing behind', async () => {
    for (const leave of ['cancelImport', 'closeProject'] as const) {
      const at = await desk()
      const done = at.page.actions.addUnderlays([file('a.png')], at.levelId)
      await answer(at, 'look', { kind: 'picture' })
      await until(() => at.puppet.open().includes('underlay'))
      at.page.actions[leave]()
      await done
      expect(at.page.state().importing).toBeNull()
      expect(at.page.state().notices).toEqual([])
      if (leave === 'cancelImport') expect(underlays(at.page)).toEqual([])
    }
  })

  test('for a level that is gone meanwhile is not laid anywhere', async () => {
    const at = await desk()
    const done = at.page.actions.addUnderlays([file('a.png')], at.levelId)
    await answer(at, 'look', { kind: 'picture' })
    at.page.actions.edit('edit', [{ record: { table: 'levels', id: at.levelId }, field: null, after: null }])
    await answer(at, 'picture', made('a'))
    await done
    expect(codes(at.page.state().notices)).toEqual(['underlayLevelGone'])
    expect(underlays(at.page)).toEqual([])
  })

  test('two drops one after the other both arrive', async () => {
    const at = await desk()
    const first = at.page.actions.addUnderlays([file('a.png')], at.levelId)
    const second = at.page.actions.addUnderlays([file('b.png')], at.levelId)
    for (const name of ['a', 'b']) {
      await answer(at, 'look', { kind: 'picture' })
      await answer(at, 'picture', made(name))
    }
    await Promise.all([first, second])
    expect(underlays(at.page).map(({ name }) => name)).toEqual(['a.png', 'b.png'])
  })
})

describe('a PDF', () => {
  const ends = attachment(new Uint8Array(new Float32Array([1.5, 2, 3, 4.25]).buffer))
  const page = made('trang', { paperWidthM: 0.42 })

  async function land(at: Desk): Promise<void> {
    await answer(at, 'ends', { part: ends, count: 2 })
    await answer(at, 'page', page)
  }

  test('of one page lies at 1 : 100 of its paper, with the ends of its lines', async () => {
    const at = await desk()
    const done = at.page.actions.addUnderlays([file('mb.pdf')], at.levelId)
    await answer(at, 'look', { kind: 'pdf', pages: 1 })
    await land(at)
    await done
    const [added] = underlays(at.page)
    expect(added).toMatchObject({ name: 'mb.pdf', metresPerPx: 0.042, paperWidthM: 0.42, ends: ends.name })
    expect([...(await at.page.actions.underlayEnds(added?.id as UnderlayId))]).toEqual([1.5, 2, 3, 4.25])
  })

  test('of several asks for one: its pages are shown as they are drawn, and the one chosen lands', async () => {
    const at = await desk()
    const done = at.page.actions.addUnderlays([file('bo.pdf')], at.levelId)
    await answer(at, 'look', { kind: 'pdf', pages: 3 })
    await until(() => at.page.state().bringing !== null)
    expect(at.page.state().bringing).toMatchObject({ fileName: 'bo.pdf', levelId: at.levelId })
    expect(at.page.state().bringing?.pages.map((each) => each.page)).toEqual([1, 2, 3])
    expect(at.page.state().importing).toBeNull()
    const chosen = at.page.actions.choosePage(2)
    await land(at)
    await Promise.all([done, chosen])
    expect(at.page.state().bringing).toBeNull()
    expect(underlays(at.page).map(({ name }) => name)).toEqual(['bo.pdf – 2'])
    expect(tasks(at).find((each) => each.task === 'page')).toMatchObject({ page: 2 })
  })

  test('none of whose pages is wanted leaves everything as it was', async () => {
    const at = await desk()
    const done = at.page.actions.addUnderlays([file('bo.pdf')], at.levelId)
    await answer(at, 'look', { kind: 'pdf', pages: 3 })
    await until(() => at.page.state().bringing !== null)
    await at.page.actions.choosePage(null)
    await done
    expect(at.page.state().bringing).toBeNull()
    expect(underlays(at.page)).toEqual([])
    expect(at.page.state().notices).toEqual([])
  })

  test('whose lines cannot be read in time lies there without them, and says so', async () => {
    const at = await desk()
    const done = at.page.actions.addUnderlays([file('mb.pdf')], at.levelId)
    await answer(at, 'look', { kind: 'pdf', pages: 1 })
    await answer(at, 'ends', new PersonError('underlayTooSlow', {}, { file: 'mb.pdf' }))
    await answer(at, 'page', page)
    await done
    expect(underlays(at.page)[0]?.ends).toBeUndefined()
    expect(codes(at.page.state().notices)).toEqual(['underlayNoSnapping'])
    expect(await at.page.actions.underlayEnds(underlays(at.page)[0]?.id as UnderlayId)).toHaveLength(0)
  })
})

describe('a photo straightened', () => {
  const corners = [
    [100, 50],
    [900, 50],
    [900, 450],
    [100, 450],
  ] as const
  const straight = {
    ...made('thang', { widthPx: 800, heightPx: 400 }),
    photo: { widthPx: 1000, heightPx: 500 },
  }

  async function straighten(
    at: Desk,
    id: UnderlayId,
    value: unknown = straight,
    by: typeof corners = corners,
  ) {
    const done = at.page.actions.straighten(id, by)
    await answer(at, 'straighten', value)
    await done
  }

  test('shows the same things where they were, keeps the photo, and is one step of undo', async () => {
    const at = await desk()
    const photo = await addPicture(at)
    await straighten(at, photo.id)
    const [now] = underlays(at.page)
    expect(now).toMatchObject({
      picture: straight.part.name,
      widthPx: 800,
      photo: { picture: photo.picture, corners },
      evidence: { metresPerPx: { mark: 'assumed' } },
    })
    const [x, y] = planPoint(photo, [500, 250])
    expect(planPoint(now ?? photo, [400, 200])).toEqual([expect.closeTo(x, 6), expect.closeTo(y, 6)])
    expect(now?.metresPerPx).toBeCloseTo(photo.metresPerPx, 9)
    expect(await at.page.actions.pictureUrl(photo.picture)).not.toBeNull()
    at.page.actions.undo()
    expect(underlays(at.page)).toEqual([photo])
  })

  test('again starts from the photo, and stays where it was', async () => {
    const at = await desk()
    const photo = await addPicture(at)
    await straighten(at, photo.id)
    const smaller = [
      [300, 150],
      [700, 150],
      [700, 350],
      [300, 350],
    ] as unknown as typeof corners
    await straighten(
      at,
      photo.id,
      { ...made('nho', { widthPx: 400, heightPx: 200 }), photo: straight.photo },
      smaller,
    )
    expect(tasks(at).find(({ task }) => task === 'straighten')?.file.bytes).toEqual(png('so-do.png'))
    const [now] = underlays(at.page)
    expect(now?.photo?.picture).toBe(photo.picture)
    // The middle of the photo is the middle of all three.
    const [x, y] = planPoint(photo, [500, 250])
    expect(planPoint(now ?? photo, [200, 100])).toEqual([expect.closeTo(x, 6), expect.closeTo(y, 6)])
    expect(now?.metresPerPx).toBeCloseTo(photo.metresPerPx, 6)
  })

  test('whose photo is missing says so', async () => {
    const at = await desk()
    const photo = await addPicture(at)
    at.page.actions.edit('edit', [
      {
        record: { table: 'underlays', id: photo.id },
        field: 'picture',
        after: `attachments/${'0'.repeat(64)}`,
      },
    ])
    await at.page.actions.straighten(photo.id, corners)
    expect(codes(at.page.state().notices)).toEqual(['underlayPictureMissing'])
  })
})

test('a level of no project takes no pictures', async () => {
  const page = tab(device(), { analyst: puppetAnalyst().analyst })
  await page.actions.addUnderlays([file('a.png')], 'l' as LevelId)
  expect(page.state().importing).toBeNull()
  expect(page.state().notices).toEqual([])
})
