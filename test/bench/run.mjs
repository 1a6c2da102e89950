import { readdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled, root } from '../../src/cli/install.mjs'

// npm run bench -- [NAME…] [--json]: every test/bench/*.bench.ts, or those whose names are given.
ensureInstalled()
const json = process.argv.includes('--json')
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const { createServer } = await import('vite')
const vite = await createServer({
  root,
  mode: 'test',
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, watch: null },
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
})
const folder = join(root, 'test', 'bench')
const files = readdirSync(folder).filter((file) => file.endsWith('.bench.ts')).sort()
const known = files.map((file) => file.replace('.bench.ts', ''))
const unknown = names.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`No bench named ${unknown.join(', ')}; there are: ${known.join(', ')}\n`)
  process.exit(2)
}
const rows = []
for (const name of known) {
  if (names.length > 0 && !names.includes(name)) continue
  process.stderr.write(`${name} …\n`)
  const { default: bench } = await vite.ssrLoadModule(join(folder, `${name}.bench.ts`))
  rows.push(...(await bench()))
}
await vite.close()
if (json) {
  process.stdout.write(`${JSON.stringify(rows, null, 1)}\n`)
} else {
  process.stdout.write(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`)
  for (const { name, value, unit, peer, peerValue, ratio } of rows) {
    const beside = peer === null ? '' : ` | ${peer}: ${round(peerValue)} ${unit} | ratio ${round(ratio)}`
    process.stdout.write(`${name}: ${round(value)} ${unit}${beside}\n`)
  }
}
process.exit(0)

function round(value) {
  return value === null || value === undefined ? '–' : Number(value.toPrecision(3)).toString()
}
