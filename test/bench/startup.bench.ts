import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from '../../src/cli/build.mjs'
import { createStaticServer, listen } from '../../src/cli/server.mjs'
import { launch } from '../browser/chromium.mjs'

/** Script downloaded until the sample's map has drawn its rooms, its worker included; and the time to it. */
export default async function startup() {
  await build('site')
  const folder = join(import.meta.dirname, '..', '..', 'dist', 'site')
  const server = createStaticServer({ folder })
  const port = await listen(server, 0)
  const browser = await launch()
  try {
    const runs: { kB: number; startMs: number; mapMs: number }[] = []
    for (let run = 0; run < 5; run++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
      const page = await context.newPage()
      await page.addInitScript(noteFirstMap)
      const begin = performance.now()
      await page.goto(`http://127.0.0.1:${port}/`)
      await page.waitForSelector('[data-testid=start-sample]')
      const started = performance.now()
      await page.click('[data-testid=start-sample]')
      await page.waitForSelector('.map-canvas[data-drawn]', { state: 'attached' })
      const drawn = performance.now()
      const scripts = await page.evaluate(scriptsBeforeMap)
      const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length, 0)
      runs.push({ kB: bytes / 1000, startMs: started - begin, mapMs: drawn - started })
      await context.close()
    }
    const middle = (of: (run: (typeof runs)[number]) => number) => runs.map(of).toSorted((a, b) => a - b)[2] ?? 0
    const row = (name: string, value: number, unit: string) => ({ name, value, unit, peer: null, peerValue: null, ratio: null })
    return [
      row('script before the first map, gzip (goal 600)', middle((run) => run.kB), 'kB'),
      row('page opened to start page', middle((run) => run.startMs), 'ms'),
      row('sample chosen to its rooms drawn', middle((run) => run.mapMs), 'ms'),
    ]
  } finally {
    await browser.close()
    server.close()
  }
}

/** In the page, before anything else: notes when the map has drawn its first picture. */
function noteFirstMap(): void {
  new MutationObserver(() => {
    if (!document.documentElement.dataset['firstMap'] && document.querySelector('.map-canvas[data-drawn]')) {
      document.documentElement.dataset['firstMap'] = String(performance.now())
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-drawn'] })
}

/** In the page: paths of the scripts that were asked for before the first map, workers' own scripts included. */
function scriptsBeforeMap(): string[] {
  const drawn = Number(document.documentElement.dataset['firstMap'])
  return performance
    .getEntriesByType('resource')
    .filter((entry) => entry.startTime < drawn && new URL(entry.name).pathname.endsWith('.js'))
    .map((entry) => new URL(entry.name).pathname.slice(1))
}
