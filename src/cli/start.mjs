import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, root } from './install.mjs'

ensureInstalled()
const { build } = await import('./build.mjs')
const { createStaticServer, listen } = await import('./server.mjs')

await build('site')
const host = process.env.HOST ?? '127.0.0.1'
const port = await listen(createStaticServer({ folder: join(root, 'dist', 'site') }), Number(process.env.PORT ?? 4173), host)
const address = `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}/`
process.stdout.write(`Lối Thoát – hồ sơ mẫu (sample): ${address}?open=sample\n`)
process.stdout.write(`            trang đầu (start page): ${address}\n`)
process.stdout.write('Ctrl C để dừng (to stop).\n')
if (process.stdout.isTTY && !process.env.CI) openBrowser(`${address}?open=sample`)

/** Opens the address in the person's browser; where that is impossible the printed address is enough. */
function openBrowser(url) {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open', url] : process.platform === 'win32' ? ['cmd', '/c', 'start', '', url] : ['xdg-open', url]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
