import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { describeApp, eventually, goTo, newPage, openComputedSample, seen, site, written } from './app.ts'
import { folder, premisesIn, save, savesToDownloads } from './files.ts'
import { sample } from './sample.ts'

/** Seconds of `7 phút 40 giây`, `(+1 phút 5 giây)`, `(−40 giây)`; null where there is no duration. */
function secondsOf(text: string): number | null {
  const found = /(?:(\d+) giờ ?)?(?:(\d+) phút ?)?(?:(\d+) giây)?/.exec(text.replace(/^[(+−\s]+/, ''))
  if (!found || found[0] === '') return null
  const [hours = 0, minutes = 0, rest = 0] = found.slice(1).map((part) => Number(part ?? 0))
  return (text.includes('−') ? -1 : 1) * (hours * 3600 + minutes * 60 + rest)
}

/** The answer and the list of zones: what the premises amount to, as it stands on the screen. */
async function stateOf(page: Page): Promise<string> {
  return (await written(page.locator('[data-testid="answer"], [data-testid="zone-list"]'))).join('\n')
}

describeApp('What if', () => {
  let page: Page
  let state: () => Promise<string>
  beforeAll(async () => {
    page = await newPage()
    await savesToDownloads(page)
    await openComputedSample(page, await site())
    state = () => stateOf(page)
    await page.getByTestId('zone-list').waitFor()
  })

  /** Every test begins with the sample as it was, on its second floor, with nothing selected. */
  beforeEach(async () => {
    if ((await bar().count()) > 0) await page.getByTestId('whatif-drop').click()
    const undo = page.getByTestId('undo')
    while (await undo.isEnabled()) await undo.click()
    await lookAtLevel('l-2')
  })

  async function lookAtLevel(levelId: string): Promise<void> {
    await goTo(page, levelId)
    await page.getByTestId('inspector').waitFor({ state: 'detached' })
    await eventually(() => seen(page.getByTestId('zone-list'))).toMatch(
      new RegExp(`^${sample.levels[levelId]?.name}`),
    )
  }

  async function block(...ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await goTo(page, `l-${id.split('-')[1]}`, `openings:${id}`)
      await eventually(() => page.url()).toContain(id)
      await eventually(() => seen(page.getByTestId('inspector-title'))).toBe(sample.openings[id]?.name)
      await page.getByRole('button', { name: 'Giả định cửa bị chặn' }).click()
      await page.getByRole('button', { name: 'Thôi giả định cửa này bị chặn' }).waitFor()
    }
  }

  const bar = () => page.getByTestId('whatif-bar')

  test('a stair door is blocked: a frame, its title, before → after and the difference', async () => {
    await block('o-3-s1-a')
    await eventually(() => seen(bar().getByRole('heading'))).toBe(
      'ĐANG GIẢ ĐỊNH: Cửa vào thang S1 (T3) bị chặn',
    )
    const frame = () =>
      page.locator('.desk-map').evaluate((map) => {
        const { boxShadow, borderWidth } = getComputedStyle(map)
        return `${boxShadow} ${borderWidth}`
      })
    await eventually(frame).toMatch(/[1-9]\d*px/)
    await eventually(() => bar().locator('.difference').count()).toBeGreaterThanOrEqual(2)
    for (const change of await bar().locator('.change').all()) {
      const [before, after, difference] = await Promise.all(
        ['.before', '.after', '.difference'].map((part) => seen(change.locator(part))),
      )
      const [a, b] = [secondsOf(before ?? ''), secondsOf(after ?? '')]
      if (difference === 'không đổi' || a === null || b === null) expect(after).toBe(before)
      // Each of the three is rounded up to a second of its own.
      else expect(Math.abs((secondsOf(difference ?? '') ?? 0) - (b - a))).toBeLessThanOrEqual(1)
    }
  })

  test('with three doors of a stair blocked the times are longer, and say by how much', async () => {
    await block('o-3-s1-a', 'o-4-s1-a', 'o-5-s1-a')
    const movement = bar().locator('.change').nth(1)
    await eventually(async () => secondsOf(await seen(movement.locator('.difference')))).toBeGreaterThan(0)
  })

  test('rooms that lose their way out are named, with the reason; “Bỏ giả định” leaves everything as it was', async () => {
    const before = await state()
    await block('o-2-06-a')
    const lost = page.getByTestId('whatif-lost')
    await eventually(() => seen(lost)).toMatch(
      /1 phòng, khu vực mất lối ra .*Kho chứng từ kế toán \(T2\): mọi đường ra đều qua cửa bị chặn/,
    )
    await lookAtLevel('l-2')
    await eventually(() => seen(page.locator('.zone-row.problem'))).toMatch(/Kho chứng từ kế toán/)
    expect(await state()).not.toBe(before)
    await page.getByRole('button', { name: 'Bỏ giả định' }).click()
    await bar().waitFor({ state: 'detached' })
    await eventually(state).toBe(before)
  })

  test('applied, it is part of the facility file, and one undo takes it back', async () => {
    const before = await state()
    await block('o-2-06-a')
    await page.getByRole('button', { name: 'Áp dụng' }).click()
    await bar().waitFor({ state: 'detached' })
    await lookAtLevel('l-2')
    await eventually(() => seen(page.locator('.zone-row.problem'))).toMatch(/Kho chứng từ kế toán/)
    await page.getByTestId('answer-details').click()
    await eventually(() => seen(page.getByTestId('conditions'))).toMatch(
      /Lối bị chặn sẵn Cửa Kho chứng từ kế toán \(T2\)/,
    )
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await lookAtLevel('l-2')
    await eventually(state).toBe(before)
  })

  test('a deleted room comes back whole with Ctrl Z, and nothing is asked', async () => {
    const into = folder()
    const before = [await state(), await premisesIn(await save(page, into))]
    await goTo(page, 'l-2', 'zones:z-2-03')
    await page.getByTestId('delete-record').click()
    await eventually(() => page.getByTestId('inspector').count()).toBe(0)
    await eventually(state).not.toMatch(/203 Phòng Kế hoạch – Tài chính \d+ người/)
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect((await premisesIn(await save(page, into))).zones['z-2-03']).toBeUndefined()
    await page.keyboard.press('Control+z')
    await lookAtLevel('l-2')
    await eventually(state).toBe(before[0])
    expect(await premisesIn(await save(page, into))).toEqual(before[1])
  })
})
