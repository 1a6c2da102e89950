import { beforeAll, expect, test } from 'vitest'
import { describeApp, eventually, laptop, newPage, openComputedSample, phone, seen, site } from './app.ts'
import { barriers, tooWide } from './judging.ts'
import { lookAt, placeOnScreen } from './sample.ts'

describeApp('Finger and mouse', () => {
  let address: string
  beforeAll(async () => {
    address = await site()
  })

  test('on a phone panels are sheets over a full-screen map, and a finger selects a door', async () => {
    const page = await newPage({
      viewport: phone,
      hasTouch: true,
      isMobile: true,
      deviceScaleFactor: 2,
    })
    const faults = async () => [...(await tooWide(page)), ...(await barriers(page))]
    await page.goto(address)
    await page.getByTestId('start-sample').waitFor()
    expect(await faults()).toEqual([])
    await page.getByTestId('start-sample').tap()
    const sheet = page.getByTestId('sheet')
    await sheet.waitFor()
    await eventually(() => seen(sheet)).toMatch(/\d+ phút.*chưa tính khói/)
    expect((await page.locator('.map-canvas').boundingBox())?.width).toBe(phone.width)
    expect(await faults()).toEqual([])

    const handle = sheet.locator('.sheet-handle')
    const height = async () => (await sheet.boundingBox())?.height ?? 0
    const low = await height()
    await handle.tap()
    await eventually(height).toBeGreaterThan(phone.height * 0.4)
    await eventually(() => seen(sheet)).toMatch(/Thời gian thoát nạn/)
    expect(await faults()).toEqual([])
    await handle.tap()
    await eventually(height).toBe(low)

    const door = 'o-1-s2-b'
    await lookAt(page, door)
    const { x, y } = await placeOnScreen(page, door)
    await page.touchscreen.tap(x, y)
    await eventually(() => seen(page.getByTestId('inspector-title'))).toBe('Cửa thoát ra ngoài thang S2')
    await eventually(height).toBeGreaterThan(phone.height * 0.4)
    // The sheet does not hide what it speaks of.
    const place = await placeOnScreen(page, door)
    expect(place.y).toBeLessThan(phone.height - (await height()))
    expect(place.y).toBeGreaterThan(48)
    expect(await faults()).toEqual([])
    await page.getByTestId('assume-shut').tap()
    await eventually(() =>
      page.getByTestId('whatif-bar').locator('.difference').count(),
    ).toBeGreaterThanOrEqual(1)
    expect(await faults()).toEqual([])
    await page.getByTestId('whatif-drop').tap()
    await page.getByTestId('whatif-bar').waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('a click on the map selects the door under it and brings up its form', async () => {
    const page = await newPage({ viewport: laptop, reducedMotion: 'no-preference' })
    await openComputedSample(page, address)
    await lookAt(page, 'o-1-s2-b')
    const { x, y } = await placeOnScreen(page, 'o-1-s2-b')
    await page.mouse.click(x, y)
    await eventually(() => seen(page.getByTestId('inspector-title'))).toBe('Cửa thoát ra ngoài thang S2')
    await eventually(() => page.url()).toContain('/openings:o-1-s2-b/')
    await page.context().close()
  })
})
