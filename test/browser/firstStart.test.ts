import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import {
  describeApp,
  desktop,
  eventually,
  goTo,
  laptop,
  newPage,
  openComputedSample,
  seen,
  site,
  written,
} from './app.ts'
import { measured } from './picture.ts'
import { placeOnScreen } from './sample.ts'

describeApp('The first start', () => {
  let address: string
  let page: Page
  beforeAll(async () => {
    address = await site()
    page = await newPage({ viewport: laptop, reducedMotion: 'no-preference' })
  })

  test('three ways to begin stand there', async () => {
    await page.goto(address)
    const ways = page
      .locator('main')
      .getByRole('button', { name: /^(Mở hồ sơ mẫu|Tạo hồ sơ cơ sở mới|Mở tệp)/ })
    await eventually(() => ways.count()).toBe(3)
    for (const way of await ways.all()) expect(await way.isVisible()).toBe(true)
    expect(await page.locator('html').getAttribute('lang')).toBe('vi')
  })

  test('the sample says that it is fictional, and its answer comes first', async () => {
    await openComputedSample(page, address)
    expect(await seen(page.getByTestId('band'))).toBe('HỒ SƠ MẪU – số liệu hư cấu')
    const answer = page.getByTestId('answer')
    const text = await seen(answer)
    expect(text).toMatch(/Thời gian thoát nạn \d+ phút( \d+ giây)?/)
    expect(text).toMatch(/khi mất (Thang|Cửa) .+ – trường hợp xấu nhất · chưa tính khói/)
    expect(text).toMatch(/Mở hết các lối ra \d+ phút/)
    expect(text).toMatch(/thời gian di chuyển \d+ phút/)
    expect(text).toMatch(/Giới hạn của đơn vị/)
    expect(await seen(page.getByTestId('worst-zone'))).toMatch(/^Ra sau cùng: .+ \(.+\), [\d.]+ người, .*\.$/)
    expect(await seen(page.getByTestId('worst-door'))).toMatch(
      /^Ùn tắc nhất: .+ \(.+\), có lúc [\d.]+ người chờ.*\.$/,
    )
  })

  test('nothing on the desk passes a verdict', async () => {
    const text = (await written(page.locator('#root'))).join().toLowerCase()
    expect(text).not.toMatch(/(?<!\p{L})(đạt|an toàn|kịp)(?!\p{L})/u)
    expect(text).not.toMatch(/[✓✔✅]/)
  })

  test('the movement time is the shorter of the two, and never stands as the headline', async () => {
    const seconds = (text: string) => {
      const [, minutes = '0', rest = '0'] = /(?:(\d+) phút)? ?(?:(\d+) giây)?/.exec(text) ?? []
      return Number(minutes) * 60 + Number(rest)
    }
    const evacuation = seconds(await seen(page.getByTestId('answer-time')))
    const movement = seconds(await seen(page.getByTestId('answer-movement')))
    expect(movement).toBeGreaterThan(0)
    // The sample is detected after 60 s, warned after 30 s, and the first start 30 s later.
    expect(evacuation).toBeGreaterThanOrEqual(movement + 120)
  })

  test('the plan is drawn', async () => {
    const canvas = page.locator('.map-canvas .maplibregl-canvas')
    await eventually(async () => (await measured(page, await canvas.screenshot())).drawn).toBeGreaterThan(0.3)
    expect((await measured(page, await canvas.screenshot())).colours).toBeGreaterThan(50)
  })

  test('the map is at least 700 pixels wide on a small laptop, and gets the rest of a larger screen', async () => {
    const width = async () => (await page.locator('.map-canvas').boundingBox())?.width ?? 0
    expect(await width()).toBeGreaterThanOrEqual(700)
    await page.setViewportSize(desktop)
    await eventually(width).toBeGreaterThanOrEqual(1_100)
    await page.setViewportSize(laptop)
  })

  test('PageDown walks down through the floors, PageUp up', async () => {
    const level = () => seen(page.locator('.level-switcher [aria-current] .level-name'))
    await goTo(page, 'l-1')
    await eventually(level).toMatch(/^T1/)
    await page.getByTestId('desk').locator('.map-canvas .maplibregl-canvas').focus()
    for (const next of ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T7']) {
      await page.keyboard.press('PageUp')
      await eventually(level).toMatch(new RegExp(`^${next}`))
    }
    for (const next of ['T6', 'T5', 'T4', 'T3', 'T2', 'T1', 'H1']) {
      await page.keyboard.press('PageDown')
      await eventually(level).toMatch(new RegExp(`^${next}`))
    }
    expect(await seen(page.getByTestId('crumb-level'))).toBe('Tầng hầm 1')
  })

  test('“phong hop”, typed without accents, flies to a meeting room on its floor and selects it', async () => {
    // Away from the building first, so that the flight has somewhere to come from.
    await page.evaluate(() => location.assign('#use/l-h1//105.66,20.99,19,0'))
    await eventually(() => page.url()).toContain('105.66')
    await page.keyboard.press('/')
    await page.keyboard.type('phong hop')
    const first = page.getByTestId('search-results').getByRole('option').first()
    await eventually(() => seen(first)).toMatch(/Phòng họp/)
    const [, level = ''] = /· (\S+)$/.exec(await seen(first)) ?? []
    await page.keyboard.press('Enter')
    await eventually(() => seen(page.getByTestId('inspector-title'))).toMatch(/Phòng họp/)
    await eventually(() => seen(page.locator('.level-switcher [aria-current] .level-name'))).toBe(level)
    await eventually(() => page.url()).toContain('/zones:')
    const [, id = ''] = /zones:([^/]+)/.exec(page.url()) ?? []
    const map = await page.locator('.map-canvas').boundingBox()
    const { x, y } = await placeOnScreen(page, id)
    expect(map && x > map.x && x < map.x + map.width && y > map.y && y < map.y + map.height).toBe(true)
  })
})
