import { toFailure } from './failure.ts'
import { JobAborted } from './job.ts'
import type { JobContext } from './job.ts'
import { createPartsSender } from './parts.ts'
import type { PartsSender } from './parts.ts'
import type { FromWorker, ThreadPort } from './protocol.ts'
import { nothing, patched } from './replica.ts'
import type { JobName, JobTable } from './table.ts'
import { jobTraits } from './traits.ts'
import { letMessagesIn } from './turns.ts'

/** A job yields after so long at the latest, milliseconds (the house plan asks for 30). */
const breathMs = 12

/**
 * The main of a worker: keeps the replica, runs one job at a time, and hears an abort whenever the job breathes.
 * `table` names the jobs, `pause` lets waiting messages in.
 */
export function serve(port: ThreadPort, table: JobTable, pause = letMessagesIn): void {
  let premises = nothing
  let revision = 0
  let running = 0
  let aborted = false
  const kept = new Map<string, Map<string, unknown>>()
  const senders = new Map<JobName, PartsSender>()

  port.onMessage((message) => {
    switch (message.kind) {
      case 'patch':
        premises = patched(premises, message.patch)
        revision += 1
        break
      case 'abort':
        if (message.run === running) aborted = true
        break
      case 'run':
        void run(message.run, message.job, message.input)
        break
    }
  })
  port.post({ kind: 'ready' })

  async function run(number: number, name: JobName, input: unknown): Promise<void> {
    running = number
    aborted = false
    try {
      const job = await table[name].load()
      const result = await job.run(input as never, contextOf(number, name))
      if (aborted) throw new JobAborted()
      port.post(answer(number, name, result))
    } catch (thrown) {
      port.post({ kind: 'failed', run: number, failure: toFailure(thrown) })
    } finally {
      running = 0
    }
  }

  function answer(run: number, name: JobName, result: unknown): FromWorker {
    const { partsIn } = jobTraits[name]
    if (partsIn === undefined) return { kind: 'done', run, result }
    const { [partsIn]: list, ...rest } = result as Record<string, readonly object[]>
    let send = senders.get(name)
    if (send === undefined) senders.set(name, (send = createPartsSender()))
    return { kind: 'done', run, result: rest, parts: send(list ?? []) }
  }

  function contextOf(number: number, name: JobName): JobContext<unknown> {
    let breathed = performance.now()
    let state = kept.get(name)
    if (state === undefined) kept.set(name, (state = new Map()))
    return {
      premises: () => premises,
      revision: () => revision,
      kept: state,
      progress: (progress) => port.post({ kind: 'progress', run: number, progress }),
      breathe: async () => {
        if (!aborted && performance.now() - breathed >= breathMs) {
          await pause()
          breathed = performance.now()
        }
        if (aborted) throw new JobAborted()
      },
    }
  }
}
