import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/** The policy that the app needs, and no more: everything from its own origin; wasm for the IFC reader. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "worker-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The two headers that make SharedArrayBuffer available. */
export const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
}

/**
 * A server of static files under `folder`, on this computer alone.
 * @param {{folder: string, isolated?: boolean}} options `isolated: false` leaves the two headers out (for tests of that case)
 */
export function createStaticServer({ folder, isolated = true }) {
  return createServer((request, response) => {
    const common = {
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      ...(isolated ? isolation : {}),
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, common).end()
      return
    }
    let path
    try {
      path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname))
    } catch {
      response.writeHead(400, common).end()
      return
    }
    if (path.endsWith('/') || path.endsWith('\\')) path += 'index.html'
    const file = join(folder, path)
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { ...common, 'Content-Type': 'text/plain; charset=utf-8' }).end('404')
      return
    }
    response.writeHead(200, {
      ...common,
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Content-Length': statSync(file).size,
      'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
    if (request.method === 'HEAD') response.end()
    else createReadStream(file).pipe(response)
  })
}

/** Listens on `port`, or on the next free one of the following twenty; resolves with the port taken. */
export function listen(server, port, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    let tries = 0
    server.on('error', (error) => {
      if (error.code === 'EADDRINUSE' && port !== 0 && tries++ < 20) server.listen(port + tries, host)
      else reject(error)
    })
    server.on('listening', () => resolve(server.address().port))
    server.listen(port, host)
  })
}
