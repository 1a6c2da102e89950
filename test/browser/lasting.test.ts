import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { closeAtEnd, describeApp, eventually, goTo, newPage, openSample, seen, site, watched } from './app.ts'
import { launchProfile } from './chromium.mjs'
import { folder } from './files.ts'
import { cameraOf } from './mapPlaces.ts'

/** Types a clear width into the form of the selected opening. */
async function enterWidth(page: Page, width: string): Promise<void> {
  const field = page.getByLabel('Rộng thông thủy')
  await field.fill(width)
  await field.press('Enter')
}

const saved = (page: Page) =>
  eventually(() => seen(page.getByTestId('save-state'))).toMatch(/^Đã lưu trên máy này \d\d:\d\d/)

describeApp('What is done lasts', () => {
  let address: string
  beforeAll(async () => {
    address = await site()
  })

  test('reloading the page keeps the view, the level and the selection', async () => {
    const page = await newPage()
    await openSample(page, address)
    await goTo(page, 'l-4', 'openings:o-4-s2-a')
    await page.getByTestId('panel-tab-layers').click()
    await page.getByTestId('colour-occupants').check()
    await page.getByLabel('Tên phòng').uncheck()
    const [, , zoom] = await cameraOf(page)
    await page.getByRole('button', { name: 'Phóng to' }).click()
    await eventually(async () => (await cameraOf(page))[2]).toBeCloseTo((zoom ?? 0) + 1, 1)
    const before = { address: page.url(), title: await seen(page.getByTestId('inspector-title')) }
    expect(before.title).toBe('Cửa vào thang S2')
    await saved(page)
    await page.reload()
    await eventually(() => seen(page.getByTestId('inspector-title'))).toBe(before.title)
    expect(await seen(page.locator('.level-switcher [aria-current] .level-name'))).toMatch(/^T4/)
    await page.getByTestId('panel-tab-layers').click()
    expect(await page.getByTestId('colour-occupants').isChecked()).toBe(true)
    expect(await page.getByLabel('Tên phòng').isChecked()).toBe(false)
    await cameraOf(page)
    expect(page.url()).toBe(before.address)
    await page.context().close()
  })

  test('a browser killed one second after a width was entered has lost nothing', async () => {
    const profile = folder()
    const start = async (): Promise<[BrowserContext, Page]> => {
      const context = await launchProfile(profile, {
        locale: 'vi-VN',
        viewport: { width: 1360, height: 420 },
      })
      closeAtEnd(() => context.close().catch(() => undefined))
      return [context, watched(context.pages()[0] ?? (await context.newPage()))]
    }
    const [context, page] = await start()
    await openSample(page, address)
    await goTo(page, 'l-3', 'openings:o-3-s1-a')
    await enterWidth(page, '1,05')
    // In the middle of the next edit.
    await page.getByLabel('Tên', { exact: true }).fill('Cửa đang s')
    await page.waitForTimeout(1_000)
    await kill(context)

    const [, again] = await start()
    await again.goto(address)
    await saved(again)
    await goTo(again, 'l-3', 'openings:o-3-s1-a')
    await eventually(() => again.getByLabel('Rộng thông thủy').inputValue()).toBe('1,05')
    expect(await seen(again.getByTestId('inspector-title'))).toBe('Cửa vào thang S1')
    await again.keyboard.press('Control+z')
    await eventually(() => again.getByLabel('Rộng thông thủy').inputValue()).not.toBe('1,05')
  })

  test('two tabs on one facility file keep the edits of both', async () => {
    const first = await newPage()
    await openSample(first, address)
    await saved(first)
    const second = watched(await first.context().newPage())
    await second.goto(address)
    await second.getByTestId('desk').waitFor()
    await goTo(first, 'l-3', 'openings:o-3-s1-a')
    await goTo(second, 'l-3', 'openings:o-3-s2-a')
    // At the same moment, as far as a person can.
    await Promise.all([enterWidth(first, '1,01'), enterWidth(second, '1,02')])
    for (const page of [first, second]) {
      await goTo(page, 'l-3', 'openings:o-3-s1-a')
      await eventually(() => page.getByLabel('Rộng thông thủy').inputValue()).toBe('1,01')
      await goTo(page, 'l-3', 'openings:o-3-s2-a')
      await eventually(() => page.getByLabel('Rộng thông thủy').inputValue()).toBe('1,02')
      await saved(page)
    }
    await first.close()
    await second.reload()
    for (const [id, width] of [
      ['o-3-s1-a', '1,01'],
      ['o-3-s2-a', '1,02'],
    ]) {
      await goTo(second, 'l-3', `openings:${id}`)
      await eventually(() => second.getByLabel('Rộng thông thủy').inputValue()).toBe(width)
    }
  })
})

/** Ends the whole browser as a power cut does: no page hears of it. */
async function kill(context: BrowserContext): Promise<void> {
  const [page] = context.pages()
  const session = await context.browser()?.newBrowserCDPSession()
  if (!page || !session) throw new Error('no session with the browser')
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const main = processInfo.find(({ type, id }) => type === 'browser' && id > 1)
  if (!main) throw new Error('the browser does not say which process it is')
  const gone = new Promise((resolve) => context.once('close', resolve))
  process.kill(main.id, 'SIGKILL')
  await gone
}
