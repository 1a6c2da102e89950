import type { Page } from 'playwright-core'
import { frameOf } from '../../src/map/frame.ts'
import { unplaced } from '../../src/premises/empty.ts'
import { seen, written } from './app.ts'
import { cameraOf, onScreen } from './mapPlaces.ts'

/** A facility of one bare storey, made as a person makes it, with the tools of drawing in hand. */
export async function bareFacility(page: Page, address: string, tool: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: /^Tạo hồ sơ cơ sở mới/ }).click()
  await page.getByTestId('new-name').fill('Trạm Thử nghiệm')
  await page.getByTestId('new-storeysAbove').fill('1')
  await page.getByTestId('new-place-later').click()
  await page.getByTestId('bare-level').waitFor()
  await page.keyboard.press('F2')
  await page.getByTestId('draw-toolbar').waitFor()
  await page.keyboard.press(tool)
}

/** A rectangle by keys alone: its first corner where the cross-hair stands after the arrows, its size as typed. */
export async function typeRectangle(
  page: Page,
  arrows: readonly string[],
  width: string,
  height: string,
): Promise<void> {
  for (const arrow of arrows) await page.keyboard.press(arrow)
  await page.keyboard.press('Enter')
  await page.keyboard.type(width)
  await page.keyboard.press('Tab')
  await page.keyboard.type(height)
  await page.keyboard.press('Enter')
}

/** What undo would take back, as its button says; null where there is nothing. */
export async function undoWords(page: Page): Promise<string | null> {
  const button = page.getByTestId('draw-undo')
  return (await button.isDisabled()) ? null : button.getAttribute('aria-label')
}

/** The list of rooms, one text a row, in no order. */
export async function roomList(page: Page): Promise<readonly string[]> {
  return (await written(page.locator('.zone-row'))).toSorted()
}

/** How many faults the button over the map counts. */
export async function faultCount(page: Page): Promise<number> {
  const words = await seen(page.getByTestId('faults-button'))
  return Number(/\((\d+)\)/.exec(words)?.[1])
}

/**
 * Turns the map to a place of the plan, metres, of a facility that is not on the map yet; from then on places of the plan are
 * points of the screen.
 */
export async function planOnScreen(page: Page, middle: readonly [number, number]) {
  const frame = frameOf(unplaced)
  const [longitude, latitude] = frame.toLonLat(middle)
  await page.evaluate(
    (camera) => {
      const [colours, level, picked] = location.hash.slice(1).split('/')
      location.assign(`#${colours}/${level}/${picked}/${camera}`)
    },
    `${longitude.toFixed(7)},${latitude.toFixed(7)},21.50,0.0`,
  )
  const camera = await cameraOf(page)
  return ([x, y]: readonly [number, number]) => onScreen(page, camera, frame.toLonLat([x, y]))
}
