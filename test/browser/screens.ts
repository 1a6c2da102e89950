import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { command, eventually, goTo, unfold } from './app.ts'
import { drop, venueZip } from './files.ts'
import { pdf } from './planPdf.ts'
import { sample } from './sample.ts'

/**
 * Walks through the main screens, in whatever language and theme the page is, and calls `look` at each. The page begins
 * and ends on the start page.
 */
export async function walkThrough(
  page: Page,
  { address, folder, look }: { address: string; folder: string; look: (screen: string) => Promise<void> },
): Promise<void> {
  const test = (id: string) => page.getByTestId(id)
  await page.goto(address)
  await test('start-sample').waitFor()
  await look('start page')
  await test('start-new').click()
  await test('new-place-later').click()
  await look('new facility, with a field missing')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await test('help-dialog').waitFor()
  await look('help')
  await page.keyboard.press('Escape')

  await test('start-sample').click()
  await test('answer-time').waitFor({ timeout: 50_000 })
  await look('desk')
  await test('list-openings').click()
  await look('list of openings')
  await test('main-menu').click()
  await look('menu of all commands')
  await page.keyboard.press('Escape')
  await test('save-state').click()
  await look('where it is saved')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await test('commands-dialog').waitFor()
  await look('commands')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.type('phong')
  await test('search-results').waitFor()
  await look('search')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  for (const [screen, level, selection] of [
    ['zone', 'l-2', 'zones:z-2-03'],
    ['opening', 'l-3', 'openings:o-3-s1-a'],
    ['stair', 'l-3', 'stairs:s-s1'],
    ['lift', 'l-3', 'lifts:t-tm1'],
    ['level', 'l-3', 'levels:l-3'],
    ['building', 'l-3', 'buildings:b-A'],
    ['facility', 'l-3', 'facility'],
    ['study', 'l-3', `studies:${Object.keys(sample.studies)[0]}`],
  ] as const) {
    await goTo(page, level, selection)
    await test('inspector').waitFor()
    await unfold(page, 'inspector')
    await look(`inspector of a ${screen}`)
  }
  await goTo(page, 'l-3')
  await test('inspector').waitFor({ state: 'detached' })

  await test('panel-tab-layers').click()
  await test('layers-panel').waitFor()
  await look('layers')
  await test('colour-time').check()
  await look('coloured by time')
  await test('colour-use').check()
  await test('panel-tab-survey').click()
  await test('survey-panel').waitFor()
  await look('survey')
  await test('panel-tab-levels').click()
  await test('answer-details').click()
  await test('details-dialog').waitFor()
  await look('details')
  await page.keyboard.press('Escape')

  await goTo(page, 'l-2', 'openings:o-2-06-a')
  await test('assume-shut').click()
  await eventually(() => test('whatif-bar').locator('.difference').count()).toBeGreaterThan(0)
  await look('what-if')
  await test('whatif-drop').click()

  await goTo(page, 'l-3')
  for (const sheet of ['printLevel', 'printSummary', 'printSurvey'] as const) {
    await command(page, sheet)
    await test('print-view').waitFor()
    await look(sheet)
    await test('print-close').click()
  }
  await test('present').click()
  await page.locator('.present').waitFor()
  await look('presentation')
  await page.keyboard.press('Escape')

  await command(page, 'place')
  await look('placing the building')
  await page.keyboard.press('Escape')
  await command(page, 'close')
  await test('start-sample').waitFor()

  const drawing = join(folder, 'ban-ve.dwg')
  writeFileSync(drawing, 'AC1032')
  await drop(page, [drawing])
  await test('unsupported-file').waitFor()
  await look('start page with recent files and a file that is not read')
  await drop(page, [venueZip(folder)])
  await test('review-panel').waitFor()
  await unfold(page, 'review-panel')
  await look('check after import')
  await command(page, 'close')
  await test('start-sample').waitFor()
}

/** The screens of drawing: a new facility with a PDF of three pages beneath its ground floor, and the sample under the tools. */
export async function walkThroughDrawing(
  page: Page,
  { address, folder, look }: { address: string; folder: string; look: (screen: string) => Promise<void> },
): Promise<void> {
  const test = (id: string) => page.getByTestId(id)
  await page.goto(address)
  await test('start-new').click()
  // A name that is of no language.
  await test('new-name').fill('X1')
  await test('new-unfold').click()
  await look('new facility, unfolded')
  await test('new-place-later').click()
  await test('bare-level').waitFor()
  await look('level without a drawing')

  const pages = join(folder, 'x1.pdf')
  const size = { width: 210, height: 148 }
  writeFileSync(pages, pdf(['20 20 300 200 re S', '40 40 200 100 re S', '60 60 100 80 re S'], size))
  await drop(page, [pages])
  await test('page-chooser').waitFor()
  await look('pages of a PDF')
  await test('page-2').click()
  await test('page-chooser').waitFor({ state: 'detached' })
  await test('underlay-row').first().waitFor()
  await look('picture beneath a level')
  for (const method of ['length', 'points', 'paper'] as const) {
    await test(`scale-by-${method}`).click()
    await look(`scale by ${method}`)
    await test('lay-back').click()
  }
  await test('underlay-straighten').click()
  await test('straighten').waitFor()
  await look('straightening')
  await page.keyboard.press('Escape')
  await command(page, 'storeys')
  await test('storeys').waitFor()
  await look('storeys')
  await page.keyboard.press('Escape')
  await command(page, 'close')

  await test('start-sample').click()
  await test('answer-time').waitFor({ state: 'attached', timeout: 50_000 })
  await goTo(page, 'l-3')
  await test('draw-start').click()
  for (const tool of ['rectangle', 'wall', 'door', 'window', 'stair', 'lift', 'select'] as const) {
    await test(`draw-${tool}`).click()
    await look(`tool ${tool}`)
  }
  await page.keyboard.press('Control+a')
  await look('many picked')
  await test('draw-end').click()
  await command(page, 'faults')
  await test('faults-panel').waitFor()
  await unfold(page, 'faults-panel')
  await look('faults')
  await command(page, 'pasteRooms')
  await test('paste-area').fill('101\tA\t3\nX9\tB\t4')
  await test('paste-unmatched').waitFor()
  await look('pasted rooms')
  await page.keyboard.press('Escape')
  await command(page, 'close')
  await test('start-sample').waitFor()
}
