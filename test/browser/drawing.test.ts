import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { area } from '../../src/premises/geometry/measure.ts'
import type { Point } from '../../src/premises/geometry/plane.ts'
import { describeApp, desktop, eventually, newPage, site } from './app.ts'
import { bareFacility, planOnScreen, roomList, typeRectangle, undoWords } from './drawing.ts'
import { folder, premisesIn, save, savesToDownloads } from './files.ts'
import { cameraOf } from './mapPlaces.ts'

const upright = { width: 800, height: 1280 }

describeApp('Drawing a floor', () => {
  let address: string
  let into: string
  beforeAll(async () => {
    address = await site()
    into = folder()
  })

  /** What the facility file holds now. */
  const stored = async (page: Page) => premisesIn(await save(page, into))
  /** Areas of the rooms in it, m², the smallest first. */
  const areas = async (page: Page) =>
    Object.values((await stored(page)).zones)
      .map(({ polygon }) => Number(area(polygon).toFixed(2)))
      .toSorted((a, b) => a - b)
  const undone = (page: Page, words: string) => eventually(() => undoWords(page)).toBe(`Hoàn tác: ${words}`)

  test('by finger: a room by two taps, a wall that splits it, a door; two fingers draw nothing', async () => {
    const page = await newPage({ viewport: upright, hasTouch: true })
    await savesToDownloads(page)
    await bareFacility(page, address, 'v')
    const place = await planOnScreen(page, [0, 0])
    const tap = async (...at: Point) => {
      const { x, y } = await place(at)
      await page.touchscreen.tap(x, y)
    }
    await page.getByTestId('draw-rectangle').tap()
    await tap(-4, -2)
    await tap(4, 2)
    await undone(page, 'vẽ phòng')
    const [whole = 0] = await areas(page)
    expect(whole).toBeGreaterThan(25)
    expect(whole).toBeLessThan(40)
    await page.getByTestId('draw-wall').tap()
    await tap(0, -2)
    await tap(0, 2)
    await undone(page, 'vẽ tường')
    const [small = 0, large = 0, ...others] = await areas(page)
    expect(others).toEqual([])
    expect(small + large).toBeCloseTo(whole, 1)
    expect(small).toBeGreaterThan(whole * 0.45)
    await page.getByTestId('draw-door').tap()
    await tap(0.1, 0)
    await undone(page, 'đặt cửa đi')
    const before = await stored(page)
    expect(Object.values(before.openings).map(({ sides }) => sides.filter(Boolean).length)).toEqual([2])

    await page.getByTestId('draw-rectangle').tap()
    const zoom = async () => (await cameraOf(page))[2] ?? 0
    const near = await zoom()
    const middle = await place([0, 0])
    const session = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...apart: number[]) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: apart.map((dx, id) => ({ x: middle.x + dx, y: middle.y, id })),
      })
    await touch('touchStart', -40)
    await touch('touchStart', -40, 40)
    for (let apart = 50; apart <= 120; apart += 10) await touch('touchMove', -apart, apart)
    await touch('touchEnd')
    expect(await zoom()).toBeGreaterThan(near + 0.3)
    await undone(page, 'đặt cửa đi')
    expect(await stored(page)).toEqual(before)
    await page.context().close()
  })

  test('by keys alone: a room as long and wide as typed, a door in its wall, and all of it undone', async () => {
    const page = await newPage({ viewport: desktop })
    await savesToDownloads(page)
    await bareFacility(page, address, 'v')
    const bare = await stored(page)
    await page.keyboard.press('r')
    await typeRectangle(page, ['ArrowRight', 'ArrowUp'], '6,5', '4')
    await undone(page, 'vẽ phòng')
    const [room] = Object.values((await stored(page)).zones)
    expect(area(room?.polygon ?? { outer: [], holes: [] })).toBeCloseTo(26, 6)
    expect(new Set(room?.polygon.outer.map(([x]) => x)).size).toBe(2)
    await page.keyboard.press('d')
    for (let metres = 0; metres < 3; metres += 1) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Enter')
    await undone(page, 'đặt cửa đi')
    const [door, ...others] = Object.values((await stored(page)).openings)
    expect(others).toEqual([])
    expect(door?.sides.filter((id) => id === room?.id)).toHaveLength(1)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await eventually(() => undoWords(page)).toBeNull()
    expect(await stored(page)).toEqual(bare)
    expect(await roomList(page)).toEqual([])
    await page.context().close()
  })
})
