import { beforeAll, expect, test } from 'vitest'
import {
  command,
  describeApp,
  eventually,
  goTo,
  laptop,
  newPage,
  openComputedSample,
  projector,
  seen,
  site,
} from './app.ts'
import { drop, folder, venueZip } from './files.ts'

describeApp('A newcomer', () => {
  let address: string
  beforeAll(async () => {
    address = await site()
  })

  test('makes a facility file from six fields, places it later, and brings a drawing into it', async () => {
    const page = await newPage({ viewport: laptop })
    await page.goto(address)
    await page.getByRole('button', { name: /^Tạo hồ sơ cơ sở mới/ }).click()
    const fields = page.getByTestId('new-facility').getByRole('textbox')
    await eventually(() => fields.count()).toBe(6)
    // A field that must be filled is named beside the field.
    await page.getByRole('button', { name: /Đặt vị trí sau/ }).click()
    await eventually(() => seen(page.getByTestId('new-facility').getByRole('alert'))).toBe('Chưa điền ô này.')
    await page.getByLabel('Tên cơ sở').fill('Trường học Thử nghiệm')
    await page.getByLabel('Địa chỉ').fill('12 phố Thử')
    await page.getByLabel('Người đứng đầu cơ sở').fill('Lê Văn Thử')
    await page.getByLabel('Tên khối nhà').fill('Nhà B')
    await page.getByLabel('Số tầng nổi').fill('3')
    await page.getByLabel('Số tầng hầm').fill('1')
    await page.getByRole('button', { name: /Đặt vị trí sau/ }).click()
    await page.getByTestId('desk').waitFor()
    expect(await seen(page.getByTestId('crumb-facility'))).toBe('Trường học Thử nghiệm')
    const levels = page.locator('.level-switcher .level-name')
    await eventually(() => levels.allInnerTexts()).toEqual(['T3', 'T2', 'T1', 'H1'])
    expect(await seen(page.getByTestId('empty-premises'))).toMatch(/Vẽ từng tầng trên ảnh nền/)

    await drop(page, [venueZip(folder())])
    await page.getByTestId('review-panel').waitFor()
    expect(await seen(page.getByTestId('crumb-facility'))).toBe('Trường học Thử nghiệm')
    await eventually(() => levels.allInnerTexts()).toEqual(['T2', 'T1'])
    // One undo takes the whole import back.
    await page.keyboard.press('Control+z')
    await eventually(() => levels.allInnerTexts()).toEqual(['T3', 'T2', 'T1', 'H1'])
    await page.context().close()
  })

  test('enters three measured widths from the survey: “giả định” becomes “đo”, with name and date, and the times follow', async () => {
    const page = await newPage()
    await openComputedSample(page, address)
    const movement = await seen(page.getByTestId('answer-movement'))
    const count = async () => Number(await seen(page.getByTestId('panel-tab-survey').locator('.badge')))
    const before = await count()
    await page.getByTestId('panel-tab-survey').click()
    await page.getByTestId('survey-who').fill('Trần Thị Đo')
    await page.getByTestId('survey-who').press('Enter')
    for (const [door, width] of [
      ['Cửa thoát ra ngoài thang S2', '0,65'],
      ['Cửa sau nhà ăn', '1,38'],
      ['Cửa nhập hàng bếp', '1,19'],
    ] as const) {
      const item = page.getByTestId('survey-panel').locator('li').filter({ hasText: door })
      await item.getByRole('textbox').fill(width)
      await item.getByRole('textbox').press('Enter')
      await item.waitFor({ state: 'detached' })
    }
    await eventually(count).toBe(before - 3)
    await eventually(() => seen(page.getByTestId('answer-movement'))).not.toBe(movement)

    await goTo(page, 'l-1', 'openings:o-1-s2-b')
    expect(await page.getByLabel('Rộng thông thủy').inputValue()).toBe('0,65')
    const mark = page.getByTestId('mark-of-clearWidthM')
    expect(await seen(mark)).toBe('đo')
    await mark.click()
    expect(await seen(page.getByTestId('source-clearWidthM'))).toMatch(
      /Trần Thị Đo · \d\d:\d\d \d\d\/\d\d\/\d{4}/,
    )
    await page.context().close()
  })

  test('shows a leader one number a page, large enough for five metres, and what a locked door changes', async () => {
    const page = await newPage({ viewport: projector })
    await openComputedSample(page, address)
    const headline = await seen(page.getByTestId('answer-time'))
    await command(page, 'present')
    const number = page.getByTestId('present-number')
    await number.waitFor()
    expect(await seen(number)).toBe(headline)
    const turned: string[] = []
    for (;;) {
      const sizes = await page.locator('.present-page').evaluate((shown) => ({
        number: Number.parseFloat(getComputedStyle(shown.querySelector('.present-number') ?? shown).fontSize),
        texts: [...shown.querySelectorAll('p')].map((line) =>
          Number.parseFloat(getComputedStyle(line).fontSize),
        ),
        // Lines as they are broken on the screen.
        lines: [...shown.querySelectorAll('p')].reduce(
          (sum, line) =>
            sum +
            Math.round(
              line.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(line).lineHeight),
            ),
          0,
        ),
        fits:
          document.documentElement.scrollHeight <= innerHeight &&
          shown.scrollHeight <= shown.clientHeight + 1,
      }))
      const text = await seen(page.locator('.present-page'))
      turned.push(text)
      expect(sizes.number, text).toBeGreaterThanOrEqual(96)
      expect(Math.min(...sizes.texts), text).toBeGreaterThanOrEqual(28)
      expect(sizes.lines, text).toBeLessThanOrEqual(7)
      expect(sizes.fits, text).toBe(true)
      expect(text.toLowerCase()).not.toMatch(/(?<!\p{L})(đạt|an toàn|kịp)(?!\p{L})/u)
      await page.keyboard.press('PageDown')
      if ((await seen(page.locator('.present-page'))) === text) break
    }
    expect(turned.length).toBeGreaterThanOrEqual(4)
    expect(turned[0]).toMatch(/Liên quan \d+ người – Trụ sở Cục Khảo nghiệm Hư cấu/)
    expect(turned[0]).toMatch(/Chưa tính khói/)
    expect(turned.at(-1)).toMatch(/^Nếu khóa .+\? .*Trước: \d+ phút.*(Dài thêm|Ngắn đi|không đổi)/)
    const asked = await seen(page.locator('.present-sentence'))
    await page.keyboard.press('ArrowDown')
    await eventually(() => seen(page.locator('.present-sentence'))).not.toBe(asked)

    await page.keyboard.press('b')
    await number.waitFor({ state: 'detached' })
    await page.keyboard.press('b')
    await number.waitFor()
    await page.keyboard.press('Escape')
    await page.getByTestId('presentation').waitFor({ state: 'detached' })
    await page.context().close()
  })
})
