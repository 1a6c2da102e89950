import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const version = '147.0.0'
const unpacked = join(root, 'node_modules', '.cache', 'loi-thoat', `chromium-${version}`)

/** Flags for software rendering, the same everywhere; background networking off. */
export const flags = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
]

/**
 * The test browser and its system libraries, both from the package @sparticuz/chromium: unpacked once, in a process of
 * its own with a temporary folder of its own, and moved into place whole. CHROMIUM_PATH takes another browser.
 */
export function browserFiles() {
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH, env: process.env }
  if (!existsSync(unpacked)) unpack()
  return {
    executablePath: join(unpacked, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(unpacked, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: fontConfiguration(),
    },
  }
}

/**
 * The package's own font configuration names folders that are not where the fonts were unpacked; without a single font
 * Chromium refuses web fonts too, and paints no text.
 */
function fontConfiguration() {
  const file = join(unpacked, 'fonts.conf')
  if (!existsSync(file)) {
    const folders = `<dir>${join(unpacked, 'fonts')}</dir><cachedir>${join(unpacked, 'fonts-cache')}</cachedir>`
    writeFileSync(file, `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>${folders}</fontconfig>\n`)
  }
  return file
}

function unpack() {
  mkdirSync(dirname(unpacked), { recursive: true })
  const folder = mkdtempSync(join(dirname(unpacked), 'unpacking-'))
  const script = "import('@sparticuz/chromium').then((m) => m.default.executablePath())"
  execFileSync(process.execPath, ['-e', script], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  })
  try {
    renameSync(folder, unpacked)
  } catch (error) {
    if (!existsSync(unpacked)) throw error
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Launches the test browser, headless. */
export function launch(options = {}) {
  const { executablePath, env } = browserFiles()
  return chromium.launch({ executablePath, env, args: flags, headless: true, ...options })
}

/** A persistent profile in `folder`, for tests that end the browser and start it again. */
export function launchProfile(folder, options = {}) {
  const { executablePath, env } = browserFiles()
  return chromium.launchPersistentContext(folder, { executablePath, env, args: flags, headless: true, ...options })
}
