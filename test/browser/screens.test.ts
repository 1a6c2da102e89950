import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import {
  describeApp,
  desktop,
  eventually,
  laptop,
  newPage,
  portable,
  projector,
  seen,
  site,
  tablet,
  takeFaults,
} from './app.ts'
import { folder } from './files.ts'
import { barriers, tooWide } from './judging.ts'
import { recordedPage } from './recorder.ts'
import { walkThrough, walkThroughDrawing } from './screens.ts'
import { strangeWords } from './words.ts'

describeApp('Every screen', () => {
  let address: string
  beforeAll(async () => {
    address = await site()
  })

  test('the recorder hears of a request to another computer', async () => {
    const { page, strangers } = await recordedPage(address)
    await page.evaluate(() => fetch('http://example.invalid/x').catch(() => undefined))
    expect(strangers).toContain('GET http://example.invalid/x')
    expect(takeFaults().length).toBeGreaterThan(0)
    await page.context().close()
  })

  /** Walks, and says of every screen what is in the other language, what keeps somebody out, and what is too wide. */
  async function judge(
    page: Page,
    strangers: readonly string[],
    language: 'vi' | 'en',
    walk: typeof walkThrough,
  ): Promise<void> {
    const found = { otherLanguage: [] as string[], barriers: [] as string[], tooWide: [] as string[] }
    await walk(page, {
      address,
      folder: folder(),
      look: async (screen) => {
        const at = (fault: string) => `${screen}: ${fault}`
        found.otherLanguage.push(...(await strangeWords(page, language)).map(at))
        found.barriers.push(...(await barriers(page)).map(at))
        found.tooWide.push(...(await tooWide(page)).map(at))
        expect(strangers, screen).toEqual([])
      },
    })
    expect(found).toEqual({ otherLanguage: [], barriers: [], tooWide: [] })
  }

  for (const [language, theme, size] of [
    ['vi', 'light', laptop],
    ['en', 'dark', desktop],
  ] as const)
    test(`of the site asks nothing of other computers, speaks ${language === 'vi' ? 'Vietnamese' : 'English'} alone, keeps nobody out and fits into ${size.width} × ${size.height} (${theme})`, async () => {
      const { page, strangers } = await recordedPage(address, { viewport: size })
      await page.goto(address)
      await page.getByTestId(`lang-${language}`).click()
      await page.getByTestId('theme-menu').click()
      await page.getByTestId(`menu-theme-${theme}`).click()
      await eventually(() => page.locator('html').getAttribute('lang')).toBe(language)
      await eventually(() => page.locator('html').getAttribute('data-theme')).toBe(theme)
      await judge(page, strangers, language, walkThrough)
      await page.context().close()
    }, 240_000)

  for (const [language, theme, size] of [
    ['vi', 'dark', laptop],
    ['en', 'light', tablet],
  ] as const)
    test(`of drawing speaks ${language === 'vi' ? 'Vietnamese' : 'English'} alone, keeps nobody out and fits into ${size.width} × ${size.height} (${theme})`, async () => {
      const { page, strangers } = await recordedPage(address, { viewport: size, colorScheme: theme })
      await page.goto(address)
      await page.getByTestId(`lang-${language}`).click()
      await judge(page, strangers, language, walkThroughDrawing)
      await page.context().close()
    }, 240_000)

  test('of the single file asks nothing of other computers, and fits on a projector', async () => {
    const file = await portable()
    const { page, strangers } = await recordedPage(file, { viewport: projector })
    const found: string[] = []
    await walkThrough(page, {
      address: file,
      folder: folder(),
      look: async (screen) => {
        found.push(...(await tooWide(page)).map((fault) => `${screen}: ${fault}`))
        expect(strangers, screen).toEqual([])
      },
    })
    for (const language of ['en', 'vi']) await page.getByTestId(`lang-${language}`).click()
    expect(found).toEqual([])
    expect(strangers).toEqual([])
    await page.context().close()
  }, 240_000)

  test('language and theme last; the theme follows the system until one is chosen', async () => {
    const page = await newPage({ colorScheme: 'dark' })
    const paper = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
    await page.goto(address)
    const dark = await paper()
    await page.emulateMedia({ colorScheme: 'light' })
    await eventually(paper).not.toBe(dark)
    const light = await paper()
    await page.getByTestId('theme-menu').click()
    await page.getByTestId('menu-theme-dark').click()
    await page.getByTestId('lang-en').click()
    await page.reload()
    await eventually(paper).toBe(dark)
    await eventually(() => seen(page.getByTestId('start-sample'))).toMatch(/^Open the sample/)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByTestId('theme-menu').click()
    await page.getByTestId('menu-theme-system').click()
    await eventually(paper).toBe(light)
    await page.getByTestId('lang-vi').click()
    await eventually(() => seen(page.getByTestId('start-sample'))).toMatch(/^Mở hồ sơ mẫu/)
    await page.context().close()
  })

  test('numbers and times are written as the language does', async () => {
    const page = await newPage()
    await page.goto(address)
    await page.getByTestId('start-sample').click()
    await page.getByTestId('answer-time').waitFor({ timeout: 50_000 })
    expect(await seen(page.getByTestId('worst-door'))).toMatch(/\d,\d+ m/)
    await page.getByTestId('lang-en').click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await eventually(() => seen(page.getByTestId('worst-door'))).toMatch(/\d\.\d+ m/)
    expect(await seen(page.getByTestId('answer-time'))).toMatch(/^\d+ min( \d+ s)?$/)
    await page.context().close()
  })
})
