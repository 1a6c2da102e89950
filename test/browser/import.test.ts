import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { samples } from '../import/samples.ts'
import {
  browser,
  describeApp,
  eventually,
  goTo,
  newPage,
  openComputedSample,
  seen,
  site,
  unfold,
  written,
} from './app.ts'
import {
  choose,
  drop,
  folder,
  largeVenueZip,
  premisesIn,
  save,
  savesToDownloads,
  venueFolder,
  venueZip,
} from './files.ts'

const officeA = join(samples, 'Office_A_20110811.ifc')
const review = (page: Page) => page.getByTestId('review-panel')
const rows = (page: Page) => page.getByTestId('zone-list').locator('.zone-row')

/** The list of all zones of the facility, one text per row. */
async function allZones(page: Page): Promise<readonly string[]> {
  await page.getByTestId('panel-tab-levels').click()
  await page.getByRole('button', { name: 'Toàn nhà' }).click()
  return written(rows(page))
}

describeApp('Import', () => {
  let address: string
  let into: string
  beforeAll(async () => {
    address = await site()
    into = folder()
  })

  test('an IMDF archive chosen on the start page is drawn, and what it lacks is asked', async () => {
    const page = await newPage()
    await page.goto(address)
    await choose(page, 'Mở tệp', [venueZip(into)])
    await review(page).waitFor()
    const text = await seen(review(page))
    expect(text).toMatch(/^Kiểm tra sau khi nhập Mặt bằng IMDF: 2 tầng · 8 phòng, khu vực/)
    expect(text).toMatch(/Cần trả lời \d+/)
    // No opening of the venue leads outside: places where one may be are offered.
    const question = review(page)
      .getByTestId('finding')
      .filter({ hasText: /giáp tường ngoài: ở đây có lối ra không\?/ })
    expect(await question.count()).toBeGreaterThan(0)
    expect((await allZones(page)).filter((row) => row.includes('Ra: '))).toEqual([])

    // Answered in place, the ways out appear by themselves.
    await page.getByTestId('panel-tab-review').click()
    await question.first().getByRole('button', { name: 'Có – thêm lối ra' }).click()
    await eventually(async () => (await allZones(page)).filter((row) => row.includes('Ra: ')).length).toBe(6)
    // A revolving door is no way out: of the rooms behind one that is said.
    for (const row of (await allZones(page)).filter((each) => !each.includes('Ra: ')))
      expect(row).toMatch(/^!? ?Phòng họp .*cửa quay/)
    await page.context().close()
  })

  test('an unpacked folder, dropped, is read as one', async () => {
    const page = await newPage()
    await page.goto(address)
    await page.getByTestId('start-sample').waitFor()
    await drop(page, [venueFolder(into)])
    await eventually(() => seen(review(page))).toMatch(/Mặt bằng IMDF: 2 tầng · 8 phòng, khu vực/)
    await page.context().close()
  })

  /** One desk for the tests that leave it as it was. */
  let desk: Page | null = null
  async function openSampleDesk(): Promise<Page> {
    if (desk === null) {
      desk = await newPage()
      await savesToDownloads(desk)
      await openComputedSample(desk, address)
    }
    return desk
  }

  test('files that are not read get one sentence that says what to do, beside the open project', async () => {
    const page = await openSampleDesk()
    const before = await seen(page.getByTestId('answer'))
    for (const [name, sentence] of [
      [
        'Mặt bằng tầng 1.dwg',
        /^Mặt bằng tầng 1\.dwg: bản vẽ CAD \(DWG, DXF\) chưa đọc được: hãy xin .+ IFC, hoặc xuất .+ GeoJSON/,
      ],
      ['phương án.doc', /^phương án\.doc: tệp văn bản không chứa mặt bằng: hãy /],
      ['số người.xls', /^số người\.xls: bảng tính không mở trực tiếp được: hãy /],
      ['hồ sơ.rar', /^hồ sơ\.rar: .+: hãy /],
    ] as const) {
      const file = join(into, name)
      writeFileSync(file, 'AC1032')
      await drop(page, [file])
      const said = page.getByTestId('unsupported-file')
      await eventually(() => seen(said)).toMatch(sentence)
      expect((await seen(said)).match(/\.(?= |$)/g)).toHaveLength(1)
    }
    expect(await seen(page.getByTestId('answer'))).toBe(before)
  })

  test('a damaged facility file leaves the open project as it is, and says what is wrong', async () => {
    const page = await openSampleDesk()
    const whole = await save(page, into)
    const before = [await seen(page.getByTestId('answer')), await premisesIn(whole)]
    const bytes = readFileSync(whole)
    const flipped = Buffer.from(bytes)
    flipped.fill(0x55, bytes.length >> 1, (bytes.length >> 1) + 64)
    const sentences = /bị cụt|bị hỏng|không phải hồ sơ cơ sở|trống/
    for (const [name, damaged] of [
      ['cụt.loithoat', bytes.subarray(0, bytes.length - 400)],
      ['hỏng.loithoat', flipped],
      ['trống.loithoat', Buffer.alloc(0)],
      ['thư.loithoat', Buffer.from('%PDF-1.7 một bức thư')],
    ] as const) {
      const file = join(into, name)
      writeFileSync(file, damaged)
      await drop(page, [file])
      const notice = page.getByTestId('notice').filter({ hasText: name })
      await eventually(() => seen(notice.first())).toMatch(sentences)
      await notice.first().getByRole('button', { name: 'Bỏ thông báo' }).click()
    }
    expect(await seen(page.getByTestId('answer'))).toBe(before[0])
    expect(await premisesIn(await save(page, into))).toEqual(before[1])
  })

  test('an import shows its stage and can be called off: the open project is untouched', async () => {
    const page = await openSampleDesk()
    const before = await seen(page.getByTestId('answer'))
    await drop(page, [largeVenueZip(into)])
    const progress = page.getByTestId('importing')
    await progress.waitFor()
    expect(await seen(progress)).toMatch(/^nhà-lớn\.zip · đang .+ Hủy/)
    // The page stays usable meanwhile.
    await goTo(page, 'l-5')
    await eventually(() => seen(page.getByTestId('crumb-level'))).toBe('Tầng 5')
    await progress.getByRole('button', { name: 'Hủy' }).click()
    await progress.waitFor({ state: 'detached' })
    await page.waitForTimeout(1_500)
    expect(await review(page).count()).toBe(0)
    expect(await seen(page.getByTestId('crumb-facility'))).toBe('Trụ sở Cục Khảo nghiệm Hư cấu')
    expect(await seen(page.getByTestId('answer'))).toBe(before)
  })
})

describe.skipIf(browser === null || !existsSync(officeA))(
  'Import of an architect’s file (needs ../shared/samples)',
  () => {
    test('Office_A, dropped on the page: 99 zones, and all but the lift have a way out', async () => {
      const page = await newPage()
      await page.goto(await site())
      await page.getByTestId('start-sample').waitFor()
      await drop(page, [officeA])
      const progress = page.getByTestId('importing')
      await progress.waitFor()
      expect(await seen(progress)).toMatch(/^Office_A_20110811\.ifc · đang /)
      await review(page).waitFor({ timeout: 50_000 })
      await progress.waitFor({ state: 'detached' })
      const found = await seen(review(page))
      expect(found).toMatch(/^Kiểm tra sau khi nhập Mô hình IFC: .*99 phòng, khu vực/)
      // The architect's program writes a place of its own: it is not believed, and the planner is asked.
      expect(found).toMatch(/Khối nhà chưa có vị trí trên bản đồ/)

      await eventually(async () => (await allZones(page)).filter((row) => row.includes('Ra: ')).length).toBe(
        98,
      )
      const without = (await allZones(page)).filter((row) => !row.includes('Ra: '))
      expect(without).toHaveLength(1)
      expect(without[0]).toMatch(/trục kỹ thuật, khoảng rỗng|chỉ nối bằng thang máy|thang máy/i)
      await page.getByTestId('answer-time').waitFor({ timeout: 50_000 })

      // A finding is selectable: it brings its room up on the map and in the form.
      await page.getByTestId('panel-tab-review').click()
      await unfold(page, 'review-panel')
      await review(page).getByTestId('finding').locator('a, button.link').first().click()
      await page.getByTestId('inspector').waitFor()
      await page.context().close()
    })
  },
)
