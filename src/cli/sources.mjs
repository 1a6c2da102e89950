import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './install.mjs'

const inputs = ['src', 'data', 'workers', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'tsconfig.json']

/** A hash of every file that a build reads (path, size and bytes). */
export function sourceHash() {
  const hash = createHash('sha256')
  const visit = (path) => {
    const stat = statSync(path)
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name))
    } else {
      hash.update(path.slice(root.length)).update(readFileSync(path))
    }
  }
  for (const input of inputs) if (existsSync(join(root, input))) visit(join(root, input))
  return hash.digest('hex')
}

/** Runs `build` unless `dist/<kind>` was made from the same sources. */
export async function whenChanged(kind, build) {
  const stamp = join(root, 'dist', `.${kind}`)
  const now = sourceHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now && existsSync(join(root, 'dist', kind))) return
  await build()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}
