import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { samples } from '../import/samples.ts'
import { describeApp, eventually, goTo, newPage, openComputedSample, portable, seen } from './app.ts'
import { choose, drop, folder, premisesIn, save, savesToDownloads, venueFolder, venueZip } from './files.ts'
import { measured } from './picture.ts'
import { sample } from './sample.ts'

const venue = /Mặt bằng IMDF: 2 tầng · 8 phòng, khu vực/

describeApp('The single file LoiThoat.html, opened by a double-click', () => {
  let address: string
  let into: string
  let page: Page
  beforeAll(async () => {
    address = await portable()
    into = folder()
    page = await newPage()
    await savesToDownloads(page)
  })

  test('is one file, with its workers in it', () => {
    expect(address).toMatch(/^file:\/\/.*\/LoiThoat\.html$/)
    expect(readdirSync(dirname(fileURLToPath(address)))).toEqual(['LoiThoat.html'])
  })

  test('opens the sample, draws it and computes its times', async () => {
    await openComputedSample(page, address)
    expect(await page.evaluate(() => [location.protocol, window.crossOriginIsolated])).toEqual([
      'file:',
      false,
    ])
    expect(await seen(page.getByTestId('answer'))).toMatch(/Thời gian thoát nạn \d+ phút.*chưa tính khói/)
    await eventually(async () => page.getByTestId('zone-list').getByText(/^Ra: /).count()).toBeGreaterThan(20)
    const canvas = page.locator('.map-canvas .maplibregl-canvas')
    await eventually(async () => (await measured(page, await canvas.screenshot())).colours).toBeGreaterThan(
      50,
    )
  })

  test('edits, saves to a file, and opens that file again', async () => {
    await goTo(page, 'l-3', 'openings:o-3-s1-a')
    const width = page.getByLabel('Rộng thông thủy')
    await width.fill('1,15')
    await width.press('Enter')
    const file = await save(page, into)
    expect(file).toMatch(/Trụ sở Cục Khảo nghiệm Hư cấu\.loithoat$/)
    const saved = await premisesIn(file)
    expect(saved.openings['o-3-s1-a']?.clearWidthM).toBe(1.15)
    expect(Object.keys(saved.zones).toSorted()).toEqual(Object.keys(sample.zones).toSorted())

    // On another computer: nothing is kept there.
    const other = await newPage()
    await other.goto(address)
    await choose(other, 'Mở tệp', [file])
    await other.getByTestId('answer-time').waitFor({ timeout: 50_000 })
    await goTo(other, 'l-3', 'openings:o-3-s1-a')
    await eventually(() => other.getByLabel('Rộng thông thủy').inputValue()).toBe('1,15')
    await other.context().close()
  })

  test('keeps what was done over a reload', async () => {
    await eventually(() => seen(page.getByTestId('save-state'))).toMatch(/^Đã lưu trên máy này/)
    await page.reload()
    await eventually(() => seen(page.getByTestId('inspector-title'))).toBe('Cửa vào thang S1')
    expect(await page.getByLabel('Rộng thông thủy').inputValue()).toBe('1,15')
  })

  test('reads an IMDF archive', async () => {
    await drop(page, [venueZip(into)])
    await eventually(() => seen(page.getByTestId('review-panel'))).toMatch(venue)
  })

  test('reads a dropped folder', async () => {
    const fresh = await newPage()
    await fresh.goto(address)
    await fresh.getByTestId('start-sample').waitFor()
    await drop(fresh, [venueFolder(into)])
    await eventually(() => seen(fresh.getByTestId('review-panel'))).toMatch(venue)
    await fresh.context().close()
  })

  const officeA = join(samples, 'Office_A_20110811.ifc')
  test.skipIf(!existsSync(officeA))(
    'reads an IFC file, its engine included (needs ../shared/samples)',
    async () => {
      const fresh = await newPage()
      await fresh.goto(address)
      await choose(fresh, 'Mở tệp', [officeA])
      const review = fresh.getByTestId('review-panel')
      await review.waitFor({ timeout: 50_000 })
      expect(await seen(review)).toMatch(/Mô hình IFC: .*99 phòng, khu vực/)
      await fresh.getByTestId('answer-time').waitFor({ timeout: 50_000 })
      await fresh.context().close()
    },
  )
})
