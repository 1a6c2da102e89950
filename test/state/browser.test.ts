import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as State from '../../src/state/index.ts'
import { browserFiles, flags } from '../browser/chromium.mjs'
import { zoneId } from '../builder.ts'
import { sample } from './desk.ts'

declare global {
  interface Window {
    readonly state: Pick<typeof State, 'actions' | 'appStore'>
  }
}

/**
 * The state of the app in a real browser, without screens: the storage, tabs and kills that fakes only imitate. The
 * page is the room src/state and what it imports, as one script.
 */
const entry = '\0state-page'
const folder = mkdtempSync(join(tmpdir(), 'loi-thoat-state-'))
const office = zoneId('Phòng họp')
let server: Server
let address = ''
let browser: { readonly process: ChildProcess; readonly connection: Browser } | null = null

beforeAll(async () => {
  const made = (await build({
    configFile: false,
    root: join(import.meta.dirname, '..', '..'),
    logLevel: 'error',
    plugins: [
      {
        name: 'state-page',
        resolveId: (id) => (id === 'state-page' ? entry : null),
        load: (id) =>
          id === entry
            ? `import { createApp } from '/src/state/createApp.ts'
               import { browserPage } from '/src/state/browserPage.ts'
               import { idbStorage } from '/src/state/idbStorage.ts'
               import { appStore } from '/src/state/store.ts'
               const loadSample = async () => (${JSON.stringify(sample)})
               const parts = { store: appStore, analyst: null, storage: idbStorage(), page: browserPage(), loadSample }
               window.state = { appStore, actions: createApp(parts).actions }`
            : null,
      },
    ],
    build: {
      write: false,
      minify: false,
      rollupOptions: { input: 'state-page', output: { format: 'iife', codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput
  const script = made.output.map((each) => (each.type === 'chunk' ? each.code : '')).join('\n')
  const html = `<!doctype html><meta charset="utf-8"><title>state</title><script>${script.replaceAll('</script', '<\\/script')}</script>`
  writeFileSync(join(folder, 'page.html'), html)
  server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})

afterAll(async () => {
  await kill()
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

/** A browser on the profile of before, started as a person would start it again. */
async function start(): Promise<Browser> {
  const { executablePath, env } = browserFiles()
  const profile = join(folder, 'profile')
  const all = [
    ...flags,
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ]
  const child = spawn(executablePath, all, { env, stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  const endpoint = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stderr.on('data', (data: Buffer) => {
      text += data.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(text)
      if (found?.[1] !== undefined) resolve(found[1])
    })
    child.on('exit', () => reject(new Error(`the browser ended: ${text}`)))
  })
  const connection = await chromium.connectOverCDP(endpoint)
  browser = { process: child, connection }
  return connection
}

/** Ends the browser as a power cut would end it: no handler of the page runs. */
async function kill(): Promise<void> {
  if (browser === null) return
  const { process: child, connection } = browser
  browser = null
  const ended = new Promise((resolve) => child.once('exit', resolve))
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  await ended
  await connection.close().catch(() => undefined)
}

async function open(connection: Browser, at = address): Promise<Page> {
  const [context] = connection.contexts()
  if (context === undefined) throw new Error('the browser has no context')
  const page = await context.newPage()
  await page.goto(at)
  return page
}

/** Goes on where the device left off, until the page says so: a promise that only the debugger holds may be collected. */
async function resume(page: Page): Promise<void> {
  await page.evaluate(() => {
    const resuming = window.state.actions.resume().then(() => Object.assign(globalThis, { resumed: true }))
    Object.assign(globalThis, { resuming })
  })
  await page.waitForFunction(() => 'resumed' in globalThis, undefined, { timeout: 10_000, polling: 50 })
}

const project = (page: Page) =>
  page.evaluate((id) => {
    const { project: each } = window.state.appStore.getState()
    return each === null
      ? null
      : {
          savedHere: each.savedHere,
          occupants: each.premises.zones[id]?.occupants,
          undo: each.undoLabel,
          name: each.name,
        }
  }, office)

const edit = (page: Page, occupants: number) =>
  page.evaluate(
    ([id, after]) =>
      window.state.actions.edit('countPersons', [
        { record: { table: 'zones', id }, field: 'occupants', after },
      ]),
    [office as string, occupants] as const,
  )

const saved = (page: Page) =>
  page.waitForFunction(() => window.state.appStore.getState().project?.savedHere === 'saved', undefined, {
    timeout: 10_000,
  })

describe('in a real browser', () => {
  it('a kill in mid-edit loses nothing that was shown as saved, and what was done can be undone after it', async () => {
    const page = await open(await start())
    await page.evaluate(() => window.state.actions.openSample())
    for (let count = 100; count < 110; count++) await edit(page, count)
    await saved(page)
    await kill()
    const again = await open(await start())
    await resume(again)
    expect(await project(again)).toMatchObject({ name: 'Hồ sơ mẫu', occupants: 109, undo: 'countPersons' })
    await again.evaluate(() => window.state.actions.undo())
    expect((await project(again))?.occupants).toBe(108)
  })

  it('two tabs show each other’s edits, and keep both', async () => {
    await kill()
    const connection = await start()
    const first = await open(connection)
    await first.evaluate(() => window.state.actions.openSample())
    await saved(first)
    const second = await open(connection)
    await resume(second)
    await edit(first, 41)
    await second.waitForFunction(
      (id) => window.state.appStore.getState().project?.premises.zones[id]?.occupants === 41,
      office,
    )
    await second.evaluate(
      (id) =>
        window.state.actions.edit('rename', [
          { record: { table: 'zones', id }, field: 'name', after: 'Phòng lớn' },
        ]),
      office as string,
    )
    await first.waitForFunction(
      (id) => window.state.appStore.getState().project?.premises.zones[id]?.name === 'Phòng lớn',
      office,
    )
    expect((await project(first))?.occupants).toBe(41)
  })

  it('works from a file on a USB stick too: what is edited there is found again', async () => {
    await kill()
    const at = `file://${join(folder, 'page.html')}`
    const page = await open(await start(), at)
    await page.evaluate(() => window.state.actions.openSample())
    await edit(page, 77)
    await saved(page)
    await page.evaluate(() => window.state.actions.setView({ colourBy: 'exit' }))
    await page.waitForFunction(() => location.hash.startsWith('#exit'))
    await kill()
    const again = await open(await start(), at)
    await resume(again)
    expect((await project(again))?.occupants).toBe(77)
  })

  it('a project goes out as a download and comes in again as it was', async () => {
    const connection = browser?.connection ?? (await start())
    const page = await open(connection)
    await page.evaluate(() => window.state.actions.openSample())
    await edit(page, 55)
    // The headless browser has no dialog to ask with; without the picker the file goes to the downloads.
    await page.evaluate(() => {
      Object.defineProperty(window, 'showSaveFilePicker', { value: undefined })
    })
    const bytes = await page.evaluate(async () => {
      const made = new Promise<Blob>((resolve) => {
        const original = URL.createObjectURL.bind(URL)
        URL.createObjectURL = (blob: Blob) => {
          resolve(blob)
          return original(blob)
        }
      })
      await window.state.actions.saveToFile(false)
      return [...new Uint8Array(await (await made).arrayBuffer())]
    })
    const result = await page.evaluate(async (content) => {
      const { actions, appStore } = window.state
      const before = JSON.stringify(appStore.getState().project?.premises)
      actions.closeProject()
      await actions.openFiles([new File([new Uint8Array(content)], 'a.loithoat')])
      return {
        same: JSON.stringify(appStore.getState().project?.premises) === before,
        notices: appStore.getState().notices,
      }
    }, bytes)
    expect(result).toEqual({ same: true, notices: [] })
  })
})
