import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Installs from the lock file when node_modules is missing or was made from another lock. Uses node: modules alone. */
export function ensureInstalled() {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
  const stamp = join(root, 'node_modules', '.cache', 'loi-thoat', 'lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  if (!(existsSync(join(root, 'node_modules', '.package-lock.json')) && sameAsInstalled())) {
    process.stderr.write('Installing packages from package-lock.json …\n')
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    execFileSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    })
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, lock)
}

/** Whether npm's own record of what it installed names the same versions as the lock file. */
function sameAsInstalled() {
  const read = (path) => JSON.parse(readFileSync(path, 'utf8')).packages
  const installed = read(join(root, 'node_modules', '.package-lock.json'))
  const locked = read(join(root, 'package-lock.json'))
  return Object.entries(locked).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  )
}
