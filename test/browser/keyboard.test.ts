import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { describeApp, eventually, newPage, seen, site } from './app.ts'

interface Focused {
  readonly name: string
  readonly testId: string | null
  readonly visible: boolean
}

/** What has the focus, and whether a person can see that it has. */
function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement
    const style = element ? getComputedStyle(element) : null
    const ring = (style?.outlineStyle ?? 'none') !== 'none' && parseFloat(style?.outlineWidth ?? '0') >= 1
    const box = element?.getBoundingClientRect()
    const onScreen =
      box !== undefined &&
      box.width > 0 &&
      box.bottom > 0 &&
      box.top < innerHeight &&
      box.right > 0 &&
      box.left < innerWidth
    return {
      name: `${element?.tagName.toLowerCase()}.${element?.className} ${element?.getAttribute('aria-label') ?? element?.textContent?.slice(0, 40) ?? ''}`,
      testId: element?.getAttribute('data-testid') ?? null,
      visible: element !== null && element !== document.body && ring && onScreen,
    }
  })
}

/** Presses Tab (or another key) until the thing has the focus; on the way everything focused must be seen to be. */
async function walkTo(page: Page, testId: string, key = 'Tab', most = 120): Promise<void> {
  for (let steps = 0; steps < most; steps++) {
    await page.keyboard.press(key)
    const now = await focused(page)
    // Between the last thing on the page and the first the focus is the browser's own.
    if (!now.name.startsWith('body')) expect(now, 'the focus is seen').toMatchObject({ visible: true })
    if (now.testId === testId) return
  }
  throw new Error(`${testId} is not reached in ${most} steps`)
}

describeApp('The keyboard alone', () => {
  let page: Page
  beforeAll(async () => {
    page = await newPage({ reducedMotion: 'no-preference' })
    await page.goto(await site())
    await page.getByTestId('start-sample').waitFor()
  })

  test('opens the sample from the start page', async () => {
    await walkTo(page, 'start-sample')
    await page.keyboard.press('Enter')
    await page.getByTestId('answer-time').waitFor({ timeout: 50_000 })
  })

  test('finds a stair door and assumes it blocked', async () => {
    await page.keyboard.press('/')
    expect(await focused(page)).toMatchObject({ testId: 'search-box', visible: true })
    await page.keyboard.type('cua vao thang s2')
    const hits = page.getByTestId('search-results').getByRole('option')
    await eventually(() => seen(hits.first())).toMatch(/Cửa vào thang S2/)
    await page.keyboard.press('ArrowDown')
    await eventually(() => hits.nth(1).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    await eventually(() => seen(page.getByTestId('inspector-title'))).toBe('Cửa vào thang S2')
    await walkTo(page, 'assume-shut')
    await page.keyboard.press('Enter')
    await eventually(() => seen(page.getByTestId('whatif-bar').getByRole('heading'))).toMatch(
      /^ĐANG GIẢ ĐỊNH: Cửa vào thang S2 .* bị chặn$/,
    )
    await eventually(() =>
      page.getByTestId('whatif-bar').locator('.difference').count(),
    ).toBeGreaterThanOrEqual(2)
  })

  test('drops the assumption', async () => {
    await walkTo(page, 'whatif-drop', 'Shift+Tab')
    await page.keyboard.press('Space')
    await page.getByTestId('whatif-bar').waitFor({ state: 'detached' })
  })

  test('selects a room in the list by walking to it', async () => {
    await page.keyboard.press('Escape')
    await page.getByTestId('inspector').waitFor({ state: 'detached' })
    await walkTo(page, 'zone-filter')
    await page.keyboard.type('phong hop')
    await eventually(() => page.locator('.zone-row').first().innerText()).toMatch(/Phòng họp/)
    for (let steps = 0; steps < 20; steps++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement?.matches('.zone-row') ?? false)) break
    }
    expect((await focused(page)).visible).toBe(true)
    await page.keyboard.press('Enter')
    await eventually(() => seen(page.getByTestId('inspector-title'))).toMatch(/Phòng họp/)
  })

  test('walks the levels in their switcher', async () => {
    const current = page.locator('.level-switcher [aria-current] .level-name')
    for (let steps = 0; steps < 120; steps++) {
      await page.keyboard.press('Tab')
      if (
        await page.evaluate(() => document.activeElement?.closest('[data-testid="level-switcher"]') !== null)
      )
        break
    }
    expect((await focused(page)).visible).toBe(true)
    const before = await seen(current)
    await page.keyboard.press('ArrowDown')
    await eventually(() => seen(current)).not.toBe(before)
    expect((await focused(page)).visible).toBe(true)
  })

  test('opens the print view, which keeps the focus inside, and closes it', async () => {
    await page.keyboard.press('Control+p')
    await page.getByTestId('print-view').waitFor()
    expect(await focused(page)).toMatchObject({ testId: 'print-now', visible: true })
    for (let steps = 0; steps < 20; steps++) {
      await page.keyboard.press('Tab')
      expect(
        await page.evaluate(() => document.activeElement?.closest('[data-testid="desk"]') ?? null),
      ).toBeNull()
    }
    await page.keyboard.press('Escape')
    await page.getByTestId('print-view').waitFor({ state: 'detached' })
  })

  test('every command stands under Ctrl K: from there the file is closed', async () => {
    await page.keyboard.press('Control+k')
    await page.getByTestId('commands-dialog').waitFor()
    await page.keyboard.type('dong ho so')
    await page.keyboard.press('Enter')
    await page.getByTestId('start-sample').waitFor()
    await walkTo(page, 'recent')
    await page.keyboard.press('Enter')
    await page.getByTestId('desk').waitFor()
  })

  test('help comes with F1 and goes with Esc, and the focus returns to where it was', async () => {
    await walkTo(page, 'main-menu')
    await page.keyboard.press('F1')
    await page.getByTestId('help-dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByTestId('help-dialog').waitFor({ state: 'detached' })
    expect(await focused(page)).toMatchObject({ testId: 'main-menu' })
  })
})
