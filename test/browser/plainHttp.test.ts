import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { closeAtEnd, describeApp, eventually, goTo, newPage, openComputedSample, seen, site } from './app.ts'
import { flags, launch } from './chromium.mjs'
import { drop, folder, premisesIn, save, venueZip } from './files.ts'

describeApp('A plain http server on an intranet', () => {
  let page: Page
  let address: string
  beforeAll(async () => {
    const { port } = new URL(await site({ isolated: false }))
    // A name that is not the computer's own: the browser grants it nothing that needs https.
    const browser = await launch({ args: [...flags, '--host-resolver-rules=MAP app.test 127.0.0.1'] })
    closeAtEnd(() => browser.close())
    address = `http://app.test:${port}/`
    page = await newPage({}, browser)
  })

  test('lacks what needs https, and computes all the same', async () => {
    await openComputedSample(page, address)
    expect(
      await page.evaluate(() => ({
        secure: window.isSecureContext,
        shared: 'SharedArrayBuffer' in window,
        uuid: 'randomUUID' in crypto,
        digest: 'subtle' in crypto,
        serviceWorker: 'serviceWorker' in navigator,
        picker: 'showSaveFilePicker' in window,
      })),
    ).toEqual({
      secure: false,
      shared: false,
      uuid: false,
      digest: false,
      serviceWorker: false,
      picker: false,
    })
    expect(await seen(page.getByTestId('answer'))).toMatch(/Thời gian thoát nạn \d+ phút.*chưa tính khói/)
  })

  test('blocks a door, edits, prints, saves and reloads', async () => {
    await goTo(page, 'l-3', 'openings:o-3-s1-a')
    await page.getByTestId('assume-shut').click()
    await eventually(() =>
      page.getByTestId('whatif-bar').locator('.difference').count(),
    ).toBeGreaterThanOrEqual(2)
    await page.getByTestId('whatif-drop').click()
    const width = page.getByLabel('Rộng thông thủy')
    await width.fill('1,15')
    await width.press('Enter')
    await eventually(() => seen(page.getByTestId('save-state'))).toMatch(/^Đã lưu trên máy này/)
    const saved = await premisesIn(await save(page, folder()))
    expect(saved.openings['o-3-s1-a']?.clearWidthM).toBe(1.15)
    await page.keyboard.press('Control+p')
    await page.getByTestId('title-block').first().waitFor()
    await page.keyboard.press('Escape')
    await page.reload()
    await eventually(() => page.getByLabel('Rộng thông thủy').inputValue()).toBe('1,15')
  })

  test('imports', async () => {
    await drop(page, [venueZip(folder())])
    await eventually(() => seen(page.getByTestId('review-panel'))).toMatch(/8 phòng, khu vực/)
  })
})
