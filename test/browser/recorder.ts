import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { closeAtEnd, newPage } from './app.ts'

export interface Recorded {
  readonly page: Page
  /** What the page, its workers or the browser on its behalf asked of other computers, or of other servers on this one. */
  readonly strangers: readonly string[]
}

/**
 * A page whose every request is noted: those to other computers go to a proxy that lets nothing through, those on this
 * computer are compared with the origin. A breach of the page's own policy is an exception, which fails the test.
 */
export async function recordedPage(address: string, options: BrowserContextOptions = {}): Promise<Recorded> {
  const strangers: string[] = []
  const proxy = createServer((request, response) => {
    strangers.push(`${request.method} ${request.url}`)
    response.writeHead(502).end()
  })
  proxy.on('connect', (request, socket) => {
    strangers.push(`CONNECT ${request.url}`)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  closeAtEnd(() => {
    proxy.closeAllConnections()
    proxy.close()
  })
  const { port } = proxy.address() as AddressInfo
  const page = await newPage({
    ...options,
    proxy: { server: `http://127.0.0.1:${port}`, bypass: '127.0.0.1' },
  })
  const own = address.startsWith('file:') ? 'file:///' : `${new URL(address).origin}/`
  page.context().on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(own) && !/^(data|blob|about):/.test(url)) strangers.push(url)
  })
  page.on('websocket', (socket) => strangers.push(socket.url()))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      setTimeout(() => {
        throw new Error(`policy: ${violatedDirective} ${blockedURI}`)
      })
    })
  })
  return { page, strangers }
}
