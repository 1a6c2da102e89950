import { describe, expect, it, vi } from 'vitest'
import { createAnalyst } from '../../src/analysis/analyst.ts'
import { createAnswers } from '../../src/analysis/answers.ts'
import type { Compute } from '../../src/analysis/answers.ts'
import type { Premises } from '../../src/premises/model.ts'
import { JobAborted } from '../../workers/job.ts'
import { createLocalPool } from '../../workers/pool.local.ts'
import type { Pool } from '../../workers/scheduler.ts'
import { buildPremises, openingId, zoneId } from '../builder.ts'

/** A computing that ends when told, and knows whether it was aborted. */
function held<T>() {
  const calls: {
    resolve: (value: T) => void
    reject: (error: Error) => void
    signal: AbortSignal
    tell: (share: number) => void
  }[] = []
  const compute: Compute<T> = (signal, tell) =>
    new Promise<T>((resolve, reject) => {
      calls.push({ resolve, reject, signal, tell })
      signal.addEventListener('abort', () => reject(new JobAborted()))
    })
  return { calls, compute }
}

describe('answers', () => {
  it('are computed once for all who ask the same', async () => {
    const answers = createAnswers()
    const { calls, compute } = held<number>()
    const shares: number[] = []
    const both = [
      answers.ask('a', undefined, compute),
      answers.ask('a', { onProgress: (share) => shares.push(share) }, compute),
    ]
    calls[0]?.tell(0.5)
    calls[0]?.resolve(7)
    expect(await Promise.all(both)).toEqual([7, 7])
    expect(await answers.ask('a', undefined, compute)).toBe(7)
    expect(calls.length).toBe(1)
    expect(shares).toEqual([0.5])
  })

  it('are computed on for the others when one who asked goes away, and stopped when the last does', async () => {
    const answers = createAnswers()
    const { calls, compute } = held<number>()
    const [first, second] = [new AbortController(), new AbortController()]
    const one = answers.ask('a', { signal: first.signal }, compute)
    const two = answers.ask('a', { signal: second.signal }, compute)
    first.abort()
    await expect(one).rejects.toBeInstanceOf(JobAborted)
    expect(calls[0]?.signal.aborted).toBe(false)
    second.abort()
    await expect(two).rejects.toBeInstanceOf(JobAborted)
    expect(calls[0]?.signal.aborted).toBe(true)
    const again = answers.ask('a', undefined, compute)
    calls[1]?.resolve(3)
    expect(await again).toBe(3)
  })

  it('that failed are asked for again', async () => {
    const answers = createAnswers()
    const { calls, compute } = held<number>()
    const failed = answers.ask('a', undefined, compute)
    calls[0]?.reject(new Error('no'))
    await expect(failed).rejects.toThrow('no')
    const again = answers.ask('a', undefined, compute)
    calls[1]?.resolve(1)
    expect(await again).toBe(1)
  })

  it('are forgotten when there are too many, the one not asked for longest first', async () => {
    const answers = createAnswers(2)
    const compute = vi.fn<Compute<number>>(async () => 1)
    for (const key of ['a', 'b', 'a', 'c', 'a']) await answers.ask(key, undefined, compute)
    expect(compute).toHaveBeenCalledTimes(3)
    await answers.ask('b', undefined, compute)
    expect(compute).toHaveBeenCalledTimes(4)
  })
})

describe('the analyst', () => {
  const input = { targets: 'final', along: 'shortest', shutOpenings: [], closedZones: [] } as const
  const house = (doors: number): Premises =>
    buildPremises((b) => {
      b.zone('Room', [0, 0, 10, 5])
      for (let door = 0; door < doors; door++) b.exit('Room', { at: [2 + 3 * door, 0], name: `E${door}` })
    })

  function counted(): { pool: Pool; runs: string[] } {
    const pool = createLocalPool()
    const runs: string[] = []
    const run: Pool['run'] = (name, ...rest) => {
      runs.push(name)
      return pool.run(name, ...rest)
    }
    return { pool: { ...pool, run }, runs }
  }

  it('answers the same question about the same premises once', async () => {
    const { pool, runs } = counted()
    const analyst = createAnalyst(pool)
    analyst.load(house(1))
    const [one, two] = [openingId('E0'), openingId('E1')]
    await analyst.routes({ ...input, shutOpenings: [one, two] })
    await analyst.routes({
      shutOpenings: [two, one, two],
      closedZones: [],
      along: 'shortest',
      targets: 'final',
    })
    expect(runs).toEqual(['routes'])
    await analyst.routes(input)
    expect(runs).toEqual(['routes', 'routes'])
    analyst.close()
  })

  it('answers about the premises as they are after an edit', async () => {
    const analyst = createAnalyst(createLocalPool())
    analyst.load(house(1))
    const before = await analyst.routes(input)
    expect(before.zones.map(({ zoneId: id, second }) => [id, second])).toEqual([[zoneId('Room'), null]])
    analyst.patch([], house(2))
    const after = await analyst.routes(input)
    expect(after.zones[0]?.second).not.toBeNull()
    analyst.close()
  })
})
