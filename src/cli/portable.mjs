import { createHash } from 'node:crypto'
import { build } from 'vite'

const marker = 'virtual:worker-source:'

/** Modules that make workers from addresses of a site; in the single file others stand in their place. */
const replaced = ['spawn.browser', 'mapWorker']
const portableOf = (name) => `${name.replace('.browser', '')}.portable`

/**
 * Bundles a worker's entry, named as `virtual:worker-source:<path from the root>`, into one classic script and exports
 * its source text. From file:// a classic worker made from a blob: address runs; a module worker does not.
 */
export function bundledWorkers() {
  return {
    name: 'bundled-workers',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id.startsWith(marker)) return `\0${id}`
      const own = replaced.find((each) => id.endsWith(`/${each}.ts`) && importer)
      return own
        ? this.resolve(id.replace(`${own}.ts`, `${portableOf(own)}.ts`), importer, { skipSelf: true })
        : null
    },
    async load(id) {
      if (!id.startsWith(`\0${marker}`)) return null
      const entry = id.slice(marker.length + 1)
      const result = await build({
        configFile: false,
        logLevel: 'error',
        mode: 'portable',
        define: { __PORTABLE__: 'true' },
        build: {
          write: false,
          target: 'es2022',
          assetsInlineLimit: Number.MAX_SAFE_INTEGER,
          copyPublicDir: false,
          rollupOptions: {
            input: entry,
            output: { format: 'iife', codeSplitting: false, entryFileNames: 'worker.js' },
          },
        },
      })
      const chunk = [result].flat()[0].output.find((file) => file.type === 'chunk')
      return `export default ${JSON.stringify(chunk.code)}`
    },
  }
}

/**
 * Puts script and styles into the page, so that one HTML file is the whole app, with its policy in a meta element: the
 * one script and its styles are allowed by their hashes, workers come from blob: addresses, and nothing may be fetched from anywhere.
 */
export function singleFile() {
  return {
    name: 'single-file',
    enforce: 'post',
    // Last of all: the loader of dynamic imports is written in by Vite's own step.
    generateBundle: { order: 'post', handler: inline },
  }
}

function inline(_options, bundle) {
  const html = Object.values(bundle).find((file) => file.fileName.endsWith('.html'))
  const script = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
  const styles = Object.values(bundle).filter((file) => file.fileName.endsWith('.css'))
  if (!html || !script) return
  const code = script.code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
  const css = styles.map((file) => String(file.source)).join('\n')
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hashOf(code)}' 'wasm-unsafe-eval' blob:`,
    `style-src 'sha256-${hashOf(css)}'`,
    'img-src data: blob:',
    'font-src data:',
    'connect-src data: blob:',
    'worker-src blob: data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  html.source = String(html.source)
    .replace(/<script[^>]*type="module"[^>]*><\/script>/g, '')
    .replace(/<link[^>]*rel="(?:stylesheet|modulepreload|manifest|icon|apple-touch-icon)"[^>]*>/g, '')
    .replace('<head>', () => `<head>\n<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace('</head>', () => `<style>${css}</style>\n</head>`)
    .replace('</body>', () => `<script type="module">${code}</script>\n</body>`)
  html.fileName = 'LoiThoat.html'
  for (const [name, file] of Object.entries(bundle)) {
    if (file !== html && (file === script || styles.includes(file))) delete bundle[name]
  }
}

/** A hash as a content security policy names it. */
function hashOf(text) {
  return createHash('sha256').update(text).digest('base64')
}
