import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, root } from '../src/cli/install.mjs'

ensureInstalled()

const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)
const reports = join(root, 'node_modules', '.cache', 'loi-thoat', 'reports')
const total = { passed: 0, failed: 0, skipped: 0 }
let ok = true

/** Runs a command and counts it as one check. */
function check(name, command, args) {
  stage(name, () => {
    const { status } = run(command, args)
    if (status === 0) total.passed++
    else total.failed++
    return status === 0
  })
}

/** Runs vitest on some folders and counts its tests. */
function tests(name, args) {
  stage(name, () => {
    const report = join(reports, `${name}.json`)
    rmSync(report, { force: true })
    const { status } = run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args])
    if (!existsSync(report)) {
      total.failed++
      return false
    }
    const counted = JSON.parse(readFileSync(report, 'utf8'))
    total.passed += counted.numPassedTests
    total.failed += counted.numFailedTests
    total.skipped += counted.numPendingTests + counted.numTodoTests
    if (status !== 0 && counted.numFailedTests === 0) total.failed++
    return status === 0
  })
}

function stage(name, work) {
  const start = performance.now()
  process.stdout.write(`\n── ${name}\n`)
  const good = work()
  ok &&= good
  process.stdout.write(`── ${name}: ${good ? 'ok' : 'FAILED'}, ${((performance.now() - start) / 1000).toFixed(1)} s\n`)
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' })
}

mkdirSync(reports, { recursive: true })
check('types', bin('tsc'), ['-p', 'tsconfig.json', '--noEmit'])
check('lint', bin('oxlint'), ['--type-aware', '--deny-warnings'])
tests('structure', ['test/structure'])
tests('unit', ['--exclude=test/structure/**', '--exclude=test/verification/**', '--exclude=test/browser/**'])
tests('verification', ['test/verification'])
check('build', process.execPath, ['src/cli/build.mjs', 'site'])
check('build portable', process.execPath, ['src/cli/build.mjs', 'portable'])
// A browser under software rendering may miss a moment on a busy machine: a test that fails is tried again, twice at most.
// One file at a time: software rendering takes both cores for one browser.
tests('browser', ['test/browser', '--retry=2', '--no-file-parallelism'])
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`)
process.exitCode = ok && total.failed === 0 ? 0 : 1
