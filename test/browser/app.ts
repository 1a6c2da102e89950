import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, describe, expect } from 'vitest'
import { build } from '../../src/cli/build.mjs'
import { root } from '../../src/cli/install.mjs'
import { createStaticServer, listen } from '../../src/cli/server.mjs'
import { launch } from './chromium.mjs'

/** Everything that a test file opened; closed when its last test is over. */
const opened: (() => unknown)[] = []
afterAll(async () => {
  for (const close of opened.toReversed()) await close()
})

/** The browser of this test file; null where there is none. Under CI a missing browser is a failure. */
export const browser: Browser | null = await started()

async function started(): Promise<Browser | null> {
  try {
    const found = await launch()
    opened.push(() => found.close())
    return found
  } catch (error) {
    if (process.env['CI']) throw error
    return null
  }
}

/** A group of tests that need the browser: skipped, and said to be, where there is none. */
export function describeApp(name: string, body: () => void): void {
  describe.skipIf(browser === null)(browser === null ? `${name} (needs the test browser)` : name, () => {
    body()
  })
}

/** Keeps `close` until the last test of the file is over. */
export function closeAtEnd(close: () => unknown): void {
  opened.push(close)
}

/** Address of the built site, served as `npm start` does, or without the two headers that isolate it. */
export async function site(options: { readonly isolated?: boolean } = {}): Promise<string> {
  await builtOnce('site')
  const server: Server = createStaticServer({ folder: join(root, 'dist', 'site'), ...options })
  const port = await listen(server, 0)
  opened.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${port}/`
}

/** Address of the single file, as a double-click opens it. */
export async function portable(): Promise<string> {
  await builtOnce('portable')
  return pathToFileURL(join(root, 'dist', 'portable', 'LoiThoat.html')).href
}

/** Builds where sources have changed; test files that run at the same time wait for each other. */
async function builtOnce(kind: 'site' | 'portable'): Promise<void> {
  const lock = join(root, 'node_modules', '.cache', 'loi-thoat', 'building')
  mkdirSync(join(lock, '..'), { recursive: true })
  while (!takes(lock)) await new Promise((resolve) => setTimeout(resolve, 200))
  try {
    await build(kind)
  } finally {
    rmdirSync(lock)
  }
}

function takes(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    // Left behind by a run that was killed.
    const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - made > 180_000) rmdirSync(lock)
    return false
  }
}

export const laptop = { width: 1093, height: 500 }
export const desktop = { width: 1440, height: 900 }
export const tablet = { width: 800, height: 1280 }
export const projector = { width: 1280, height: 720 }
export const phone = { width: 360, height: 740 }
/** Side panel, map and inspector beside each other, and a map that a software renderer draws in no time. */
const wideAndLow = { width: 1360, height: 420 }

/** What went wrong on the pages of the running test: exceptions, errors of the console, refused requests. */
let faults: string[] = []
afterEach(() => {
  const found = faults
  faults = []
  expect(found, 'faults that the browser reported').toEqual([])
})

/** Forgets the faults so far, for a test that causes them on purpose; returns them. */
export function takeFaults(): readonly string[] {
  const found = faults
  faults = []
  return found
}

/** A page of a person who was never here before: Vietnamese, in Hà Nội, and spared of flights, which cost a software renderer dear. */
export async function newPage(options: BrowserContextOptions = {}, from = browser): Promise<Page> {
  if (from === null) throw new Error('no browser')
  const context = await from.newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: wideAndLow,
    reducedMotion: 'reduce',
    ...options,
  })
  opened.push(() => context.close())
  return watched(await context.newPage())
}

/** Notes what the page reports of itself. */
export function watched(page: Page): Page {
  page.setDefaultTimeout(60_000)
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`)
  })
  // Nothing asks "are you sure?" where undo exists.
  page.on('dialog', (dialog) => {
    faults.push(`question: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
  })
  return page
}

/** Opens the sample from the start page, as a person does. */
export async function openSample(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: /^Mở hồ sơ mẫu/ }).click()
  await page.getByTestId('desk').waitFor()
}

/** Opens the sample and waits for its times. */
export async function openComputedSample(page: Page, address: string): Promise<void> {
  await openSample(page, address)
  await page.getByTestId('answer-time').waitFor({ timeout: 90_000 })
}

/** Asks again until it is so: what a person waits for. */
export function eventually<T>(value: () => T | Promise<T>) {
  return expect.poll(value, { timeout: 45_000, interval: 100 })
}

/** Text of an element as it is seen, blanks made one. */
export async function seen(locator: Locator): Promise<string> {
  return (await locator.innerText()).replace(/\s+/g, ' ').trim()
}

/** Every text in the elements, also of rows that are not scrolled to: one string each, blanks made one. */
export function written(locator: Locator): Promise<readonly string[]> {
  return locator.evaluateAll((elements) =>
    elements.map((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const texts: string[] = []
      while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '')
      return texts.join(' ').replace(/\s+/g, ' ').trim()
    }),
  )
}

/** Chooses an entry of the menu of all commands. */
export async function command(page: Page, id: string): Promise<void> {
  await page.getByTestId('main-menu').click()
  await page.getByTestId(`menu-${id}`).click()
}

/** Looks at something by its address, as a link that somebody sent does. */
export async function goTo(page: Page, levelId: string, selection = ''): Promise<void> {
  await page.evaluate((hash) => location.assign(hash), `#use/${levelId}/${selection}/`)
}

/** Opens everything that is folded in a panel. */
export async function unfold(page: Page, panel: string): Promise<void> {
  const folded = page.getByTestId(panel).locator('details:not([open]) > summary')
  while ((await folded.count()) > 0) await folded.first().click()
}
