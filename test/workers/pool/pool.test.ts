import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { loadSample } from '../../../src/premises/sample/index.ts'
import { PersonError } from '../../../src/premises/message.ts'
import type { Premises } from '../../../src/premises/model.ts'
import { JobAborted } from '../../../workers/job.ts'
import { createLocalPool } from '../../../workers/pool.local.ts'
import { createNodePool } from '../../../workers/pool.node.ts'
import type { WorkerPort } from '../../../workers/protocol.ts'
import { createPool } from '../../../workers/scheduler.ts'
import type { Pool, RunOptions } from '../../../workers/scheduler.ts'
import { buildPremises, zoneId } from '../../builder.ts'
import { testTable } from './jobs.ts'

const folder = mkdtempSync(join(tmpdir(), 'loi-thoat-pool-'))
const bundle = join(folder, 'thread.js')
const pools: Pool[] = []

beforeAll(async () => {
  const { build } = await import('vite')
  await build({
    configFile: false,
    logLevel: 'error',
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
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function opened(pool: Pool): Pool {
  pools.push(pool)
  return pool
}

interface Seen {
  readonly runs: number
  readonly sameAllAlong: boolean
  readonly facility: string
  readonly zones: readonly string[]
  readonly names: readonly string[]
}

const count = (pool: Pool, steps: number, options?: RunOptions<number>): Promise<Seen> =>
  pool.run('egress', { steps } as never, options) as unknown as Promise<Seen>
const stayDeaf = (pool: Pool, forMs: number, options?: RunOptions<number>): Promise<unknown> =>
  pool.run('bound', { forMs } as never, options)

const hall = (name: string): Premises => buildPremises((b) => void b.zone(name, [0, 0, 5, 5]))

const kinds: readonly [string, (size: number) => Pool][] = [
  ['in this thread', (size) => opened(createLocalPool(size, testTable))],
  ['of threads', (size) => opened(createNodePool(bundle, size))],
]

describe.each(kinds)('a pool %s', (_, poolOf) => {
  it('computes with the premises of the moment of asking, whatever changes while it waits', async () => {
    const pool = poolOf(1)
    pool.setPremises(hall('Hall'))
    const first = count(pool, 20)
    pool.setPremises(hall('Canteen'))
    const second = count(pool, 1)
    pool.setPremises(hall('Archive'))
    expect((await first).zones).toEqual([zoneId('Hall')])
    expect((await first).sameAllAlong).toBe(true)
    expect((await second).zones).toEqual([zoneId('Canteen')])
    expect((await count(pool, 1)).zones).toEqual([zoneId('Archive')])
  })

  it('brings the replica up to date record by record, in the order of the premises', async () => {
    const pool = poolOf(1)
    const before = buildPremises((b) => {
      for (const name of ['A', 'B', 'C', 'D']) b.zone(name, [0, 0, 5, 5])
    })
    pool.setPremises(before)
    expect((await count(pool, 1)).names).toEqual(['A', 'B', 'C', 'D'])
    const { [zoneId('B')]: b, [zoneId('C')]: c, ...others } = before.zones
    if (b === undefined || c === undefined) throw new Error('zones of the test are missing')
    const after = {
      ...before,
      zones: { ...others, [c.id]: { ...c, name: 'Copy room' }, [zoneId('E')]: { ...b, id: zoneId('E') } },
    }
    pool.setPremises(after)
    const seen = await count(pool, 1)
    expect(seen.zones).toEqual(Object.keys(after.zones))
    expect(seen.names).toEqual(['A', 'D', 'Copy room', 'B'])
    pool.setPremises({ ...after, facility: { ...after.facility, name: 'Renamed' } })
    expect((await count(pool, 1)).facility).toBe('Renamed')
    pool.setPremises(before)
    expect((await count(pool, 1)).names).toEqual(['A', 'B', 'C', 'D'])
  })

  it('tells how far it is, and nothing any more after the answer', async () => {
    const pool = poolOf(1)
    const shares: number[] = []
    await count(pool, 10, { onProgress: (share) => shares.push(share) })
    expect(shares.length).toBe(10)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  })

  it('stops a job that breathes, and answers the next with the same worker', async () => {
    const pool = poolOf(1)
    await count(pool, 1)
    const stop = new AbortController()
    const running = count(pool, 100_000, { signal: stop.signal, onProgress: () => stop.abort() })
    await expect(running).rejects.toBeInstanceOf(JobAborted)
    const next = await count(pool, 1)
    expect(next.runs).toBe(2)
  })

  it('takes a waiting job out of the queue', async () => {
    const pool = poolOf(1)
    const stop = new AbortController()
    const first = count(pool, 30)
    const waiting = count(pool, 1, { signal: stop.signal })
    stop.abort()
    await expect(waiting).rejects.toBeInstanceOf(JobAborted)
    expect((await first).runs).toBe(1)
    await expect(count(pool, 1, { signal: stop.signal })).rejects.toBeInstanceOf(JobAborted)
  })

  it('brings what a person must know across, and a fault of the program as one', async () => {
    const pool = poolOf(1)
    await expect(pool.run('import', 'person' as never)).rejects.toMatchObject({
      name: 'PersonError',
      report: {
        code: 'ifcNoStoreys',
        params: { count: 0 },
        where: { file: 'a.ifc', place: '#12', field: 'Elevation' },
      },
    })
    await expect(pool.run('import', 'fault' as never)).rejects.toMatchObject({
      name: 'PersonError',
      report: { code: 'jobFailed', params: { job: 'import', detail: 'an index too far' } },
    })
  })

  it('starts the worker anew after a job whose library never gives its memory back', async () => {
    const pool = poolOf(1)
    expect((await count(pool, 1)).runs).toBe(1)
    await pool.run('import', 'person' as never).catch(() => {})
    expect((await count(pool, 1)).runs).toBe(1)
  })

  it('rejects an input that cannot cross, and goes on', async () => {
    const pool = poolOf(1)
    const input = { steps: 1, callback: () => 1 }
    await expect(pool.run('egress', input as never)).rejects.toBeInstanceOf(PersonError)
    expect((await count(pool, 1)).zones).toEqual([])
  })

  it('aborts all that runs or waits when it is closed', async () => {
    const pool = poolOf(1)
    const asked = [count(pool, 100_000), count(pool, 1)]
    pool.close()
    for (const each of asked) await expect(each).rejects.toBeInstanceOf(JobAborted)
    await expect(count(pool, 1)).rejects.toBeInstanceOf(JobAborted)
  })
})

describe('a pool of threads', () => {
  it('ends a job that cannot be stopped with its worker, and loads the premises into the new one', async () => {
    const pool = opened(createNodePool(bundle, 1))
    pool.setPremises(hall('Hall'))
    expect((await count(pool, 1)).zones).toEqual([zoneId('Hall')])
    const stop = new AbortController()
    const stuck = stayDeaf(pool, 3_600_000, { signal: stop.signal })
    setTimeout(() => stop.abort(), 30)
    await expect(stuck).rejects.toBeInstanceOf(JobAborted)
    // It would take an hour if the worker were not ended.
    expect(await count(pool, 1)).toMatchObject({ runs: 1, zones: [zoneId('Hall')] })
  })

  it('runs as many jobs at once as it has workers', async () => {
    const pool = opened(createNodePool(bundle, 2))
    const stop = new AbortController()
    const long = stayDeaf(pool, 3_600_000, { signal: stop.signal })
    expect((await count(pool, 1)).runs).toBe(1)
    expect((await count(pool, 1)).runs).toBe(2)
    stop.abort()
    await expect(long).rejects.toBeInstanceOf(JobAborted)
  })

  it('gives the same bytes as one thread, however many workers answer', async () => {
    const sample = await loadSample()
    const input = { targets: 'final', along: 'shortest', shutOpenings: [], closedZones: [] } as const
    const answers = await Promise.all(
      [
        opened(createLocalPool(1, testTable)),
        opened(createNodePool(bundle, 1)),
        opened(createNodePool(bundle, 3)),
      ].flatMap((pool) => {
        pool.setPremises(sample)
        return [pool.run('routes', input), pool.run('routes', input), pool.run('routes', input)]
      }),
    )
    const texts = new Set(answers.map((answer) => JSON.stringify(answer)))
    expect(texts.size).toBe(1)
  })
})

describe('workers that are lost', () => {
  const dead = (): WorkerPort => {
    let lost: (detail: string) => void = () => {}
    return {
      post: () => queueMicrotask(() => lost('refused by policy')),
      onMessage: () => {},
      onLost: (handle) => (lost = handle),
      terminate: () => {},
    }
  }

  it('reject the job that they had, and after three of them whatever waits', async () => {
    const pool = opened(createPool(dead, 1))
    const asked = Array.from({ length: 5 }, () => count(pool, 1))
    const codes = await Promise.all(
      asked.map((each) => each.catch((error: PersonError) => error.report.code)),
    )
    expect(codes).toEqual(['workerLost', 'workerLost', 'workerLost', 'workersRefused', 'workersRefused'])
  })

  it('reject everything where none can be made at all', async () => {
    const pool = opened(
      createPool(() => {
        throw new Error('no workers here')
      }, 2),
    )
    await expect(count(pool, 1)).rejects.toMatchObject({ report: { code: 'workersRefused' } })
  })
})
