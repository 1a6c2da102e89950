import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import {
  command,
  describeApp,
  eventually,
  goTo,
  newPage,
  openComputedSample,
  seen,
  site,
  written,
} from './app.ts'
import { pdfPages } from './pdf.ts'
import { measured } from './picture.ts'

describeApp('Prints', () => {
  let page: Page
  beforeAll(async () => {
    page = await newPage({ viewport: { width: 1160, height: 900 } })
    await openComputedSample(page, await site())
    await goTo(page, 'l-3')
  })

  beforeEach(async () => {
    if ((await view().count()) > 0) await close()
  })

  const view = () => page.getByTestId('print-view')
  const printed = async () => pdfPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  const close = () => page.getByTestId('print-close').click()

  /** Nothing on a sheet is cut off by its edges. */
  async function overflowing(): Promise<readonly string[]> {
    return page
      .locator('.paper')
      .evaluateAll((papers) =>
        papers.flatMap((paper) =>
          [
            paper,
            ...paper.querySelectorAll(
              '.summary-body, .paper-text, .paper-legend, .title-block, .title-block .cell-text',
            ),
          ]
            .filter(
              (part) => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1,
            )
            .map((part) => `${part.className}: ${part.textContent?.slice(0, 60)}`),
        ),
      )
  }

  test('the level, on A4 and on A3, carries a whole title block', async () => {
    await command(page, 'printLevel')
    await page.getByTestId('print-person').fill('Trần Thị Thử')
    await page.getByTestId('print-person').press('Tab')
    const block = page.getByTestId('title-block').first()
    await eventually(() => seen(block)).toContain('Trần Thị Thử')
    const text = await seen(block)
    for (const part of [
      /Cơ sở Trụ sở Cục Khảo nghiệm Hư cấu – HỒ SƠ MẪU – số liệu hư cấu/,
      /Tên bản in Mặt bằng Tầng 3 và đường thoát nạn/,
      /Khối nhà Nhà A – Trụ sở chính/,
      /Tầng Tầng 3/,
      /Tỷ lệ 1:[\d.]+/,
      /Hướng Bắc theo mũi tên/,
      /Ngày \d\d\/\d\d\/\d{4}/,
      /Người lập Trần Thị Thử/,
      /Trang 1\/\d/,
      /Số giả định \d+/,
      /Độ mật Không/,
      /Bản nháp – chưa phê duyệt/,
    ])
      expect(text).toMatch(part)
    expect(await overflowing()).toEqual([])

    const a4 = await printed()
    const scale = async () => Number(/1:([\d.]+)/.exec(await seen(block))?.[1]?.replace('.', ''))
    const onA4 = await scale()
    await page.getByTestId('print-paper').selectOption('A3')
    await eventually(scale).toBeLessThan(onA4)
    const a3 = await printed()
    for (const [pages, width, height] of [
      [a4, 297, 210],
      [a3, 420, 297],
    ] as const) {
      expect(pages.length).toBe(await page.locator('.paper').count())
      for (const { widthMm, heightMm, texts } of pages) {
        expect(widthMm).toBeCloseTo(width, 0)
        expect(heightMm).toBeCloseTo(height, 0)
        expect(texts).toBeGreaterThan(20)
      }
      // Walls, doors, treads and ways out.
      expect(pages[0]?.shapes).toBeGreaterThan(300)
    }
  })

  test('in black and white rooms are told apart by hatching, and only signs and ways keep their colour', async () => {
    await command(page, 'printLevel')
    const sheet = page.locator('.paper').first()
    const picture = async () => measured(page, await sheet.screenshot())
    const inColour = (await picture()).coloured
    expect(inColour).toBeGreaterThan(0.1)
    await page.getByTestId('print-bw').check()
    await eventually(async () => (await picture()).coloured).toBeLessThan(0.03)
    // The legend names no two uses with one pattern.
    const patches = await page
      .locator('.paper-legend svg')
      .evaluateAll((all) =>
        all.map((svg) => svg.querySelector('rect')?.getAttribute('fill') ?? svg.innerHTML),
      )
    expect(new Set(patches.filter((fill) => fill.startsWith('url'))).size).toBeGreaterThanOrEqual(5)
    await close()
  })

  test('the summary is one page with everything that must stand beside a time', async () => {
    const headline = await seen(page.getByTestId('answer-time'))
    await command(page, 'printSummary')
    const sheet = page.locator('.paper')
    await eventually(() => sheet.count()).toBe(1)
    const text = await seen(sheet)
    for (const part of [
      headline,
      /khi mất .+ – trường hợp xấu nhất · chưa tính khói/,
      /Mở hết các lối ra \d+ phút/,
      /thời gian di chuyển \d+ phút/,
      /Giới hạn của đơn vị (đơn vị chưa đặt|\d+ phút)/,
      /Ra sau cùng: .+ người/,
      /Ùn tắc nhất: .+ người chờ/,
      /Trường hợp Mất .+, xấu nhất/,
      /Lối bị chặn sẵn/,
      /Số người [\d.]+ người: [\d.]+ người đếm hoặc theo thiết kế ở \d+ phòng/,
      /Người không dùng được cầu thang \d+ người, trong đó \d+ người chưa tính trong thời gian; người hỗ trợ: .+/,
      /Trước khi đi phát hiện 1 phút \+ báo động 30 giây \+ chuẩn bị \(người đầu 30 giây, người cuối 2 phút\)/,
      /Cách tính cửa/,
      /Cửa quyết định .+, rộng \d,\d+ m \((đo|bản vẽ|giả định|quy định)\)/,
      /Nguồn yếu nhất .+ \((đo|bản vẽ|giả định|quy định)\)/,
      /Lối ra xong sau cùng .+: [\d.]+ người, người cuối sau \d+ phút/,
      /HỒ SƠ MẪU – số liệu hư cấu/,
      /Bản nháp – chưa phê duyệt/,
    ])
      expect(text).toMatch(part)
    expect(text.toLowerCase()).not.toMatch(/(?<!\p{L})(đạt|an toàn|kịp|tối thiểu về lý thuyết)(?!\p{L})/u)
    expect(await overflowing()).toEqual([])
    const pages = await printed()
    expect(pages).toHaveLength(1)
    expect(pages[0]?.widthMm).toBeCloseTo(210, 0)
    expect(pages[0]?.texts).toBeGreaterThan(40)
    expect(pages[0]?.shapes).toBeGreaterThan(200)
    await page.getByTestId('print-bw').check()
    await eventually(async () => (await measured(page, await sheet.screenshot())).coloured).toBeLessThan(0.03)
    await close()
  })

  test('the survey sheet lists every assumed width by floor, with room to write', async () => {
    const assumed = Number(await seen(page.getByTestId('panel-tab-survey').locator('.badge')))
    await command(page, 'printSurvey')
    await eventually(() => page.locator('.survey-table tbody tr:has(td)').count()).toBe(assumed)
    const floors = await written(page.locator('.survey-table th[scope="rowgroup"]'))
    expect(floors.length).toBeGreaterThan(3)
    expect(floors[0]).toBe('Tầng 6')
    expect(floors.at(-1)).toBe('Tầng hầm 1')
    expect(await seen(page.locator('.survey-table thead').first())).toBe(
      'Số Vị trí Giả định (m) Đo được (m) Người đo, ngày',
    )
    expect(await overflowing()).toEqual([])
    const pages = await printed()
    expect(pages).toHaveLength(await page.locator('.paper').count())
    for (const { texts } of pages) expect(texts).toBeGreaterThan(20)
    await page.keyboard.press('Escape')
    await view().waitFor({ state: 'detached' })
  })
})
