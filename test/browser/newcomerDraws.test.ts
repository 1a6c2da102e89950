import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { frameOf } from '../../src/map/frame.ts'
import { unplaced } from '../../src/premises/empty.ts'
import { command, describeApp, eventually, laptop, newPage, seen, site } from './app.ts'
import { folder } from './files.ts'
import { cameraOf, onScreen } from './mapPlaces.ts'
import { plan, planPdf } from './planPdf.ts'

/** The middle of the A3 page lies on the origin; where the house stands on the page, metres at 1 : 100. */
const houseAt = [-21 + 6, -14.85 + 7] as const

/** A hand that clicks, and counts. */
function hand(page: Page) {
  let clicks = 0
  let camera: readonly number[] = []
  const frame = frameOf(unplaced)
  const place = ([x, y]: readonly [number, number]) =>
    onScreen(page, camera, frame.toLonLat([x + houseAt[0], y + houseAt[1]]))
  return {
    clicks: () => clicks,
    /** Reads where the map looks, after it came to rest. */
    look: async () => {
      camera = await cameraOf(page)
    },
    press: async (testId: string) => {
      clicks += 1
      await page.getByTestId(testId).first().click()
    },
    click: async (what: Locator) => {
      clicks += 1
      await what.click()
    },
    menu: async (id: string) => {
      clicks += 2
      await command(page, id)
    },
    /** A click on the plan, in metres of the house. */
    on: async (point: readonly [number, number]) => {
      clicks += 1
      const { x, y } = await place(point)
      await page.mouse.move(x, y)
      await page.mouse.click(x, y)
    },
  }
}

describeApp('A newcomer draws a floor over a page of a PDF', () => {
  let address: string
  beforeAll(async () => {
    address = await site()
  })

  test('twelve rooms, doors, a stair and two exits, ways out by themselves; then two more storeys and a list from a spreadsheet', async () => {
    const page = await newPage({ viewport: laptop })
    const drawn = join(folder(), 'tang-1.pdf')
    writeFileSync(drawn, planPdf())
    await page.goto(address)
    const started = Date.now()
    const { press, click, menu, on, look, clicks } = hand(page)
    const rows = page.locator('.zone-row')
    /** Every room of the level shown has a way out, and the time for it stands beside its name. */
    const haveWays = async (count: number) => {
      await eventually(() => rows.count()).toBe(count)
      await eventually(() => rows.filter({ hasText: /\d:\d\d/ }).count()).toBe(count)
    }

    await click(page.getByRole('button', { name: /^Tạo hồ sơ cơ sở mới/ }))
    await page.getByTestId('new-name').fill('Trạm Thử nghiệm')
    await page.getByTestId('new-storeysAbove').fill('3')
    await press('new-place-later')
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('bare-underlay')])
    await chooser.setFiles(drawn)
    await page.getByTestId('underlay-row').first().waitFor()

    // The scale: two ends of the house, and the length that the drawing names.
    expect(await seen(page.getByTestId('scale-unset'))).toMatch(/Tỷ lệ chưa đặt/)
    await press('scale-by-length')
    await look()
    await on([0, 0])
    await on([plan.width, 0])
    await page.getByTestId('scale-length').fill('28')
    await press('scale-apply')
    await page.getByTestId('scale-set').waitFor()

    // The house, its corridor, and the walls between the rooms.
    await press('draw-rectangle')
    await page.getByTestId('panel-tab-levels').waitFor()
    await look()
    await on([0, 0])
    await on([plan.width, plan.depth])
    await press('draw-wall')
    for (const y of plan.corridor) {
      await on([0, y])
      await on([plan.width, y])
    }
    for (const x of plan.north) {
      await on([x, plan.corridor[1]])
      await on([x, plan.depth])
    }
    for (const x of plan.south) {
      await on([x, 0])
      await on([x, plan.corridor[0]])
    }

    // Doors open into the rooms; both ends of the corridor lead outside.
    await press('draw-door')
    for (const [x, y] of plan.doors) await on([x, y + (y > 7.5 ? 0.15 : -0.15)])
    await on([plan.stairDoor[0], plan.stairDoor[1] + 0.15])
    for (const [x, y] of plan.exits) await on([x + (x > 0 ? 0.1 : -0.1), y])

    // The corridor by its use, the stair up to the next storey.
    await press('draw-select')
    await on([12, 7.5])
    await page.getByTestId('field-use').selectOption('corridor')
    await on([26, 12])
    await press('edit-stairFromZone')
    await press('draw-end')
    await click(page.getByRole('tab', { name: 'Danh sách' }))
    await eventually(() => seen(page.getByTestId('exit-question'))).toMatch(/2 cửa dẫn ra ngoài/)
    await press('confirm-exits')

    await haveWays(14)
    await page.getByTestId('answer-time').waitFor()
    const floorSeconds = (Date.now() - started) / 1000
    const floorClicks = clicks()

    // Two more storeys, joined by the stair.
    await menu('storeys')
    // The storey that is looked at offers its drawing to those that have none.
    await press('copy-apply')
    await press('storeys-done')
    for (let storey = 2; storey <= 3; storey += 1) {
      await page.keyboard.press('PageUp')
      await haveWays(14)
    }

    const table = Array.from({ length: 36 }, (_, index) => {
      const number = (Math.floor(index / 12) + 1) * 100 + (index % 12) + 1
      return [`Phòng ${number}`, index % 5 === 0 ? 'Phòng họp' : 'Phòng làm việc', String(4 + (index % 7))]
    })
    const persons = table.reduce((sum, [, , count]) => sum + Number(count), 0)
    await menu('pasteRooms')
    await page
      .getByTestId('paste-area')
      .fill([['Phòng', 'Công năng', 'Số người'], ...table].map((row) => row.join('\t')).join('\n'))
    await eventually(() => page.getByTestId('paste-unmatched').locator('li').count()).toBe(36)
    await press('paste-in-turn')
    await eventually(() => seen(page.getByTestId('paste-sum'))).toContain(String(persons))
    await press('paste-apply')
    await page.getByTestId('paste-dialog').waitFor({ state: 'detached' })
    const seconds = (Date.now() - started) / 1000

    await page.getByRole('button', { name: 'Toàn nhà' }).click()
    const counted = async () =>
      (await page.locator('.zone-row-persons').allTextContents()).reduce(
        (sum, text) => sum + (Number.parseInt(text, 10) || 0),
        0,
      )
    await eventually(counted).toBe(persons)
    expect(await rows.filter({ hasText: 'Phòng 307' }).count()).toBe(1)
    process.stdout.write(
      `a floor of 12 rooms: ${floorClicks} clicks, ${floorSeconds.toFixed(0)} s; with two more storeys and 36 rows: ${clicks()} clicks, ${seconds.toFixed(0)} s\n`,
    )
    await page.context().close()
  })
})
