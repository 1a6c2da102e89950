import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { root } from '../../src/cli/install.mjs'
import { createStaticServer, listen } from '../../src/cli/server.mjs'
import { describeApp, eventually, goTo, newPage, openComputedSample, seen, site, takeFaults } from './app.ts'
import { drop, folder, venueZip } from './files.ts'

describeApp('Installed on a computer', () => {
  let address: string
  beforeAll(async () => {
    address = await site()
  })

  test('the manifest says what a browser needs to install it', async () => {
    const page = await newPage()
    await page.goto(address)
    const link = await page.locator('link[rel="manifest"]').getAttribute('href')
    const manifest = await (await page.request.get(new URL(link ?? '', address).href)).json()
    expect(manifest).toMatchObject({ name: 'Lối Thoát', display: 'standalone', lang: 'vi' })
    const sizes = new Map<string, string>(
      manifest.icons.map((icon: { sizes: string; src: string }) => [icon.sizes, icon.src]),
    )
    for (const size of [192, 512]) {
      const icon = new URL(sizes.get(`${size}x${size}`) ?? 'missing', address).href
      const shown = await page.evaluate(async (src) => {
        const image = new Image()
        image.src = src
        await image.decode()
        return [image.naturalWidth, image.naturalHeight]
      }, icon)
      expect(shown).toEqual([size, size])
    }
    const session = await page.context().newCDPSession(page)
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
    expect(installabilityErrors).toEqual([])
    await page.context().close()
  })

  test('after the first visit it works without any server', async () => {
    // A server of its own, which goes away.
    await site()
    const server = createStaticServer({ folder: join(root, 'dist', 'site') })
    const own = `http://127.0.0.1:${await listen(server, 0)}/`
    const page = await newPage()
    await page.goto(own)
    await page.evaluate(() => navigator.serviceWorker.ready)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))

    await openComputedSample(page, own)
    await goTo(page, 'l-3', 'openings:o-3-s1-a')
    await page.getByTestId('assume-shut').click()
    await eventually(() =>
      page.getByTestId('whatif-bar').locator('.difference').count(),
    ).toBeGreaterThanOrEqual(2)
    await page.getByTestId('whatif-drop').click()
    await page.getByTestId('lang-en').click()
    await eventually(() => page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByTestId('lang-vi').click()
    await drop(page, [venueZip(folder())])
    await eventually(() => seen(page.getByTestId('review-panel'))).toMatch(/8 phòng, khu vực/)
    await eventually(() => seen(page.getByTestId('save-state'))).toMatch(/^Đã lưu/)
    await page.reload()
    await page.getByTestId('desk').waitFor()
    expect(takeFaults()).toEqual([])
    await page.context().close()
  })
})
