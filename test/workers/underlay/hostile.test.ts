import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeUnderlay } from '../../../src/analysis/underlay.ts'
import { hasSentence } from '../../../src/i18n/index.ts'
import { PersonError } from '../../../src/premises/message.ts'
import { createLocalPool } from '../../../workers/pool.local.ts'
import { createNodePool } from '../../../workers/pool.node.ts'
import type { Pool } from '../../../workers/scheduler.ts'
import type { UnderlayTask } from '../../../workers/underlay/job.ts'
import { hostileFiles } from './hostile.ts'
import { onePage } from './pdfSource.ts'

const files = hostileFiles()
const folder = mkdtempSync(join(tmpdir(), 'loi-thoat-underlay-'))
const bundle = join(folder, 'thread.js')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a person is told of a file: 'read', or the code of the message. Anything but a message is thrown on. */
async function told(pool: Pool, task: UnderlayTask): Promise<string> {
  try {
    await makeUnderlay(pool, task)
    return 'read'
  } catch (error) {
    if (!(error instanceof PersonError)) throw error
    const { code, where } = error.report
    expect(where?.file).toBe(task.file.name)
    return code
  }
}

/** Promises that the library dropped while `work` went on; those of anybody else are errors as ever. */
async function withoutStrays(work: () => Promise<void>): Promise<void> {
  const listeners = process.listeners('unhandledRejection')
  const strays: unknown[] = []
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (reason) => strays.push(reason))
  try {
    await work()
  } finally {
    process.removeAllListeners('unhandledRejection')
    for (const each of listeners) process.on('unhandledRejection', each)
  }
  for (const stray of strays) expect(stray instanceof Error ? stray.stack : stray).toContain('pdf.worker.mjs')
}

const isPdf = (name: string) => name.endsWith('.pdf')

describe('damaged and hostile files', () => {
  it('are more than 500, the same ones every time', () => {
    expect(files.length).toBeGreaterThan(500)
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
    const again = hostileFiles()
    expect(again.map(({ bytes }) => bytes.length)).toEqual(files.map(({ bytes }) => bytes.length))
    expect(again.every(({ bytes }, index) => Buffer.compare(bytes, files[index]?.bytes ?? bytes) === 0)).toBe(
      true,
    )
  })

  it('are read, or refused with a sentence; none is a fault of the program', async () => {
    const pool = createLocalPool(1)
    const answers = new Map<string, number>()
    await withoutStrays(async () => {
      for (const file of files.filter(({ hangs }) => hangs !== true)) {
        const look: UnderlayTask = { task: 'look', file }
        for (const task of isPdf(file.name) ? [look, { task: 'ends', file, page: 1 } as const] : [look]) {
          const code = await told(pool, task)
          answers.set(code, (answers.get(code) ?? 0) + 1)
          expect(['jobFailed', 'workerLost', 'workersRefused'], file.name).not.toContain(code)
          if (code !== 'read')
            expect(hasSentence(`message.${code}`) && hasSentence(`mend.${code}`), code).toBe(true)
        }
      }
    })
    pool.close()
    // The generator reaches what it was made for, and damage alone refuses not everything.
    for (const code of [
      'underlayDamaged',
      'underlayNoPicture',
      'underlayPassword',
      'underlayTooManyPixels',
      'underlaySvg',
      'underlayNoPages',
    ])
      expect(answers.get(code), code).toBeGreaterThan(0)
    expect(answers.get('read')).toBeGreaterThan(100)
  })
})

describe('files made to keep a reader busy for ever', () => {
  beforeAll(async () => {
    const { build } = await import('vite')
    await build({
      configFile: false,
      logLevel: 'error',
      define: { __PORTABLE__: 'false' },
      build: {
        ssr: join(import.meta.dirname, 'thread.ts'),
        outDir: folder,
        emptyOutDir: false,
        target: 'node20',
        rollupOptions: { output: { entryFileNames: 'thread.js', codeSplitting: false } },
      },
      ssr: { noExternal: true },
    })
  })

  it('are ended with their worker when their time is over, and the next file is read as ever', async () => {
    const hanging = files.filter(({ hangs }) => hangs === true)
    expect(hanging.length).toBeGreaterThan(3)
    const pool = createNodePool(bundle, hanging.length)
    try {
      const codes = await Promise.all(hanging.map((file) => told(pool, { task: 'ends', file, page: 1 })))
      expect(codes).toEqual(hanging.map(() => 'underlayTooSlow'))
      expect(await told(pool, { task: 'ends', file: { name: 'sound.pdf', bytes: onePage() }, page: 1 })).toBe(
        'read',
      )
    } finally {
      pool.close()
    }
  })
})
