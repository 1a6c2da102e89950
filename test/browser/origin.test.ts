import { beforeAll, expect, test } from 'vitest'
import { describeApp, portable, site, takeFaults } from './app.ts'
import { folder } from './files.ts'
import { recordedPage } from './recorder.ts'
import { walkThrough } from './screens.ts'

describeApp('No request leaves the origin', () => {
  let addresses: Record<'site' | 'portable', string>
  beforeAll(async () => {
    addresses = { site: await site(), portable: await portable() }
  })

  test('the recorder hears of a request to another computer', async () => {
    const { page, strangers } = await recordedPage(addresses.site)
    await page.evaluate(() => fetch('http://example.invalid/x').catch(() => undefined))
    expect(strangers).toContain('GET http://example.invalid/x')
    expect(takeFaults().length).toBeGreaterThan(0)
    await page.context().close()
  })

  for (const [kind, name] of [
    ['site', 'the site'],
    ['portable', 'the single file'],
  ] as const)
    test(`in any use of ${name}, and its policy forbids nothing that it does`, async () => {
      const { page, strangers } = await recordedPage(addresses[kind])
      await walkThrough(page, {
        address: addresses[kind],
        folder: folder(),
        look: async (screen) => expect(strangers, screen).toEqual([]),
      })
      for (const language of ['en', 'vi']) await page.getByTestId(`lang-${language}`).click()
      expect(strangers).toEqual([])
      await page.context().close()
    }, 240_000)
})
