import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from '../../src/cli/build.mjs'
import { createStaticServer, listen } from '../../src/cli/server.mjs'
import { launch } from '../browser/chromium.mjs'

/** Script downloaded until the sample's map has drawn its rooms, its worker included; and the time to it. */
export default async function startup() {
  await build('site')
  const server = createStaticServer({ folder: join(import.meta.dirname, '..', '..', 'dist', 'site') })
  const port = await listen(server, 0)
  const browser = await launch()
  try {
    const runs: { kB: number; startMs: number; mapMs: number }[] = []
    for (let run = 0; run < 5; run++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
      const page = await context.newPage()
      const sizes: Promise<number>[] = []
      let counting = true
      context.on('response', (response) => {
        if (counting && new URL(response.url()).pathname.endsWith('.js')) {
          sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length, () => 0))
        }
      })
      const begin = performance.now()
      await page.goto(`http://127.0.0.1:${port}/`)
      await page.waitForSelector('[data-testid=start-sample]')
      const started = performance.now()
      await page.click('[data-testid=start-sample]')
      await page.waitForSelector('.map-canvas[data-drawn]', { state: 'attached' })
      const drawn = performance.now()
      counting = false
      const bytes = (await Promise.all(sizes)).reduce((sum, each) => sum + each, 0)
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
