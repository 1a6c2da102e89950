import { ensureInstalled, root } from './install.mjs'
import { whenChanged } from './sources.mjs'

/**
 * Builds, when sources changed, one of: `site` (static folder for any web server), `portable` (one HTML file),
 * `node` (the terminal and its worker). Progress goes to stderr, since the terminal's stdout is one JSON document.
 */
export async function build(kind) {
  await whenChanged(kind, async () => {
    process.stderr.write(`Building ${kind} …\n`)
    const { build: viteBuild } = await import('vite')
    // A test runner has NODE_ENV set; a build is always for production.
    const before = process.env.NODE_ENV
    process.env.NODE_ENV = 'production'
    try {
      await viteBuild({ root, mode: kind, logLevel: 'error' })
    } finally {
      if (before === undefined) delete process.env.NODE_ENV
      else process.env.NODE_ENV = before
    }
  })
}

if (process.argv[1]?.endsWith('build.mjs')) {
  const kind = process.argv[2]
  if (!['site', 'portable', 'node'].includes(kind)) {
    process.stderr.write('Usage: node src/cli/build.mjs site|portable|node\n')
    process.exit(2)
  }
  ensureInstalled()
  await build(kind)
  process.stderr.write(kind === 'portable' ? 'dist/portable/LoiThoat.html\n' : `dist/${kind}\n`)
}
